import Diagnostics
import Formats
import Source

extension ListTable {
    /// The tables of a JSON text: a list of objects, or an object with such lists, whose keys are their titles.
    ///
    /// JSON is read as YAML, which has the place of every value and leaves numbers as they are written.
    static func tables(ofJSON file: SourceFile) -> ([ListTable], [Diagnostic]) {
        // YAML knows no surrogates (RFC 8259, section 7, has two for a character past the first plane).
        let plain = SourceFile(path: file.path, text: file.text.withoutSurrogates)
        let (root, diagnostics) = readForeignYAML(plain, 0..<plain.utf8Count)
        guard let root else { return ([], diagnostics) }
        switch root.content {
        case .list(let items): return table(items, title: nil, at: root.span)
        case .map(let entries):
            var tables: [ListTable] = []
            var found = diagnostics
            for entry in entries {
                // What our own lists tell beside the rows.
                if ["corrections", "recorded"].contains(entry.key) { continue }
                guard case .list(let items) = entry.value.content else { continue }
                let (read, problems) = table(items, title: Sourced(entry.key, at: entry.keySpan), at: entry.value.span)
                tables += read
                found += problems
            }
            return (tables, found)
        case .scalar, .broken, .probe: return ([], diagnostics)
        }
    }

    private static func table(
        _ items: [YAMLNode], title: Sourced<String>?, at span: SourceSpan
    ) -> ([ListTable], [Diagnostic]) {
        // A list without rows is one all the same.
        var header = items.isEmpty ? [Sourced("name", at: span)] : []
        var columns: [String: Int] = [:]
        var rows: [[Sourced<JSONValue>]] = []
        var diagnostics: [Diagnostic] = []
        for item in items {
            guard case .map(let entries) = item.content else {
                diagnostics.append(
                    Diagnostic(
                        .wrongType, at: item.span, "this is no row: an object in braces is asked for",
                        help: "write {\"name\": …}"))
                continue
            }
            var row = [Sourced(JSONValue.null, at: item.span)]
            for entry in entries.flatMap({ $0.parts(besides: entries) }) {
                let column = columns[entry.key] ?? header.count
                if column == header.count {
                    columns[entry.key] = column
                    header.append(Sourced(entry.key, at: entry.keySpan))
                }
                while row.count <= column { row.append(Sourced(.null, at: item.span)) }
                row[column] = Sourced(entry.value.json, at: entry.value.span)
            }
            rows.append(row)
        }
        return ([ListTable(title: title, header: header, rows: rows)], diagnostics)
    }
}

extension YAMLNode.Entry {
    /// What an object says of a company, `{"vendor": {"name": …, "entity": …}}`, as if it stood in the row; else itself.
    ///
    /// - Parameter row: all entries of the row, none of which another one may take the place of.
    fileprivate func parts(besides row: [Self]) -> [Self] {
        guard ColumnNames.isName(key), case .map(let parts) = value.content,
            let name = parts.first(where: { $0.key == "name" })
        else { return [self] }
        var own = self
        own.value = name.value
        let others = parts.filter { $0.key != "name" }
        return row.contains { entry in others.contains { $0.key == entry.key } } ? [self] : [own] + others
    }
}

extension YAMLNode {
    /// As JSON has it, with numbers as texts.
    fileprivate var json: JSONValue {
        switch content {
        case .scalar("null", isPlain: true), .broken, .probe: .null
        case .scalar("true", isPlain: true): .bool(true)
        case .scalar("false", isPlain: true): .bool(false)
        case .scalar(let text, _): .string(text)
        case .list(let items): .array(items.map(\.json))
        case .map(let entries): .object(entries.map { JSONValue.Member($0.key, $0.value.json) })
        }
    }
}

extension String {
    /// With the characters in the place of pairs of escapes such as `\ud83d\ude00`.
    fileprivate var withoutSurrogates: String {
        // An escaped backslash is passed over, so that what follows it is no escape.
        replacing(/\\\\|\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})/) { match in
            guard let high = match.1.flatMap({ UInt32($0, radix: 16) }),
                let low = match.2.flatMap({ UInt32($0, radix: 16) }),
                let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
            else { return String(match.0) }
            return String(Character(scalar))
        }
    }
}
