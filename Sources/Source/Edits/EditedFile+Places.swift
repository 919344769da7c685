import Diagnostics
import Formats

extension EditedFile {
    /// The edit that adds a member to a map that has none of its key.
    func edit(adding member: JSONValue.Member, to map: YAMLNode, _ entries: [YAMLNode.Entry]) -> Edit? {
        // What is said later of a row's first state stands with it, above its changes.
        let before = entries.firstIndex { $0.key == "changes" && map.span.range == root.span.range } ?? entries.count
        guard let entry = before > 0 ? entries[before - 1] : entries.last else { return nil }
        if map.isInBrackets {
            return Edit(inserting: ", \(JSONValue.object([member]).flowYAML.dropFirst().dropLast())", at: entry.end)
        }
        return insertion(of: JSONValue.object([member]).yaml, indented: column(of: entry.keySpan), below: entry.end)
    }

    /// The edit that appends an item to the list of a key.
    func edit(appending item: JSONValue, to entry: YAMLNode.Entry) -> Edit? {
        let value = entry.value
        if value.isEmpty {
            let indentation = column(of: entry.keySpan) + 2
            return insertion(of: item.itemYAML, indented: indentation, below: entry.end)
        }
        guard case .list(let items) = value.content else { return nil }
        if value.isInBrackets {
            guard let last = items.last else { return Edit(range: value.span.range, text: "[\(item.flowYAML)]") }
            return Edit(inserting: ", \(item.flowYAML)", at: last.span.range.upperBound)
        }
        guard let first = items.first, let last = items.last,
            let dash = yaml.tokens.last(where: { $0.kind == .item && $0.range.lowerBound < first.span.range.lowerBound }
            )
        else { return nil }
        let end = max(last.span.range.upperBound, dash.range.upperBound)
        return insertion(of: item.itemYAML, indented: dash.start.column - 1, below: end)
    }

    /// Lines below the one on which a byte before `end` stands.
    private func insertion(of lines: String, indented count: Int, below end: Int) -> Edit? {
        let indentation = String(repeating: " ", count: count)
        let indented = lines.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            .map { $0.isEmpty ? "" : indentation + $0 }
        let line = file.range(ofLine: file.line(at: max(end - 1, 0)))
        return Edit(inserting: indented.map { "\n" + $0 }.joined(), at: line.upperBound)
    }

    /// How many characters stand before a key on its line, `- ` of a list among them.
    private func column(of key: SourceSpan) -> Int {
        let line = file.range(ofLine: file.line(at: key.range.lowerBound))
        return file.substring(line.lowerBound..<key.range.lowerBound).unicodeScalars.count
    }
}

extension EditedFile.Edit {
    fileprivate init(inserting text: String, at offset: Int) { self.init(range: offset..<offset, text: text) }
}

extension YAMLNode {
    /// Whether it is a list or a map inside brackets or braces.
    var isInBrackets: Bool { span.text.first.map { "[{".contains($0) } ?? false && scalar == nil }

    /// What it says, every value as a text: what an edit is read back as.
    var textWritten: JSONValue { written.textsAlone }
}

extension YAMLNode.Entry {
    /// Where its value ends; of a key without one, the key.
    fileprivate var end: Int { max(keySpan.range.upperBound, value.span.range.upperBound) }
}

extension JSONValue {
    /// The object as an item of a list, on lines of its own.
    fileprivate var itemYAML: String {
        let lines = yaml.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        return "- " + lines.map { $0 + "\n" }.joined(separator: "  ")
    }

    /// The same value with numbers, true and false as texts, as YAML without types has them.
    var textsAlone: JSONValue {
        switch self {
        case .null, .string: self
        case .bool(let bool): .string("\(bool)")
        case .integer(let number): .string("\(number)")
        case .array(let items): .array(items.map(\.textsAlone))
        case .object(let members): .object(members.map { Member($0.key, $0.value.textsAlone) })
        }
    }

    /// What the object says with a key added as `EditedFile.add` does it.
    func adding(_ key: String, _ value: JSONValue, at place: EditedFile.Place, isList: Bool) -> JSONValue {
        changed(at: place) { members in
            if let index = members.firstIndex(where: { $0.key == key }) {
                members[index].value = .array(members[index].value.elements + [value])
            } else {
                members.append(Member(key, isList ? .array([value]) : value))
            }
        }
    }

    /// What the object says with another value at a key.
    func setting(_ key: String, _ value: JSONValue, at place: EditedFile.Place) -> JSONValue {
        changed(at: place) { members in
            for index in members.indices where members[index].key == key { members[index].value = value }
        }
    }

    /// The object with the members at a place changed.
    private func changed(at place: EditedFile.Place, _ change: (inout [Member]) -> Void) -> JSONValue {
        guard case .object(var members) = self else { return self }
        switch place {
        case .top: change(&members)
        case .item(let index, let key):
            guard let list = members.firstIndex(where: { $0.key == key }), case .array(var items) = members[list].value,
                case .object(var item) = items[index]
            else { return self }
            change(&item)
            items[index] = .object(item)
            members[list].value = .array(items)
        }
        return .object(members)
    }
}
