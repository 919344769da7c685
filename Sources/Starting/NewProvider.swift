import Diagnostics
import Formats
import Model
import Record
import Source
import TrustPress

/// What `trustpress new provider` is asked for.
package struct NewProvider: Sendable, GivenValues {
    package var name: String
    /// The register; nil where there is only one.
    package var document: String?
    /// Made of the name where it is left out.
    package var id: String?
    package var announced: String?
    package var effective: String?
    package var urgent: String?
    /// Keys and values as they stand in YAML: `locations=[DE, IE]`.
    package var values: [String]
    /// Why it is used; nil leaves a blank.
    package var note: String?

    package init(
        name: String, document: String? = nil, id: String? = nil, announced: String? = nil, effective: String? = nil,
        urgent: String? = nil, values: [String] = [], note: String? = nil
    ) {
        self.name = name
        self.document = document
        self.id = id
        self.announced = announced
        self.effective = effective
        self.urgent = urgent
        self.values = values
        self.note = note
    }
}

extension NewProvider {
    /// Takes a key's value as a person types it: of a list its items, parted by commas or semicolons.
    package mutating func answer(_ key: String, _ text: String) {
        values.append(writtenValue(key, text))
    }
}

/// A key and the value that a person typed for it, as `--set` takes them.
func writtenValue(_ key: String, _ text: String) -> String {
    let isList =
        switch ProviderField(rawValue: key)?.type {
        case .texts, .groups, .places, .products, .transfer: true
        default: false
        }
    let items = text.split(outsideBracketsAt: .signsBetweenItems).map { $0.trimmed }.filter { !$0.isEmpty }
    let value: JSONValue = isList ? .array(items.map(JSONValue.string)) : .string(text)
    return "\(key)=\(value.flowYAML)"
}

extension Workbench {
    /// The ids of the documents that are registers.
    package var registers: [String] { history.documents.filter { $0.register != nil }.map(\.id) }

    /// A name that stands in for one that is still asked for: no provider has its id.
    package var unusedName: String {
        let rows = history.documents.flatMap { $0.register?.providers ?? [] }
        return freeID(for: "New provider", .provider, taken: Set(rows.map(\.provider.id)))
    }

    /// The file of a new provider.
    ///
    /// - Throws: `UsageError` where it is listed already or its days cannot be; `RefusedDraft`.
    package func draft(_ new: NewProvider) throws -> Draft {
        var new = new
        try new.takeOptions()
        let register = try register(new.document)
        let id = new.id ?? slug(new.name)
        guard !id.isEmpty else {
            throw UsageError(
                "\"\(new.name)\" has no letters that an id could be made of; add --id, as --id heron-hosting")
        }
        let fit = freeID(for: id, .provider, taken: [])
        guard fit == id else {
            throw UsageError(
                "\"\(id)\" cannot be an id, which is words of a-z and 0-9 with hyphens between them, no day and no name of a "
                    + "page that TrustPress makes; add --id, as --id \(fit)")
        }
        let path = "Content/\(register.id)/providers/\(id).yaml"
        guard !tree.holds(path) else {
            throw UsageError(
                "\(path) is there already; a change of it is made by trustpress new change \(id), and a second role of the "
                    + "company is a row with an id of its own: add --id")
        }
        let moment = try moment(new.announced)
        let isStart = isStartingState(moment)
        let terms = history.noticeTerms(ofRowsOf: register.id, at: moment)
        let day =
            isStart && new.effective == nil
            ? moment.day
            : try effective(
                new.effective, of: register.id, announced: moment, terms, isUrgent: new.urgent != nil)
        var keys = JSONValue.object([.init("name", .string(new.name))])
            .merging(try writtenValues(new.values))
            .filling(history.settings.registerTerms(at: moment).required)
        keys.append(.init("announced", .string("\(moment)")))
        if day != moment.day { keys.append(.init("effective", .string("\(day)"))) }
        if let note = new.note ?? (isStart ? nil : "[Insert why you use it]") {
            keys.append(.init("note", .string(note)))
        }
        if let urgent = new.urgent { keys.append(.init("urgent", .string(urgent))) }
        let days = isStart ? "part of the starting state" : "announced on \(moment), in effect from \(day)"
        let text = JSONValue.object(keys).yaml
        let open = [
            text.contains("\"[") ? "write what stands in brackets in it" : nil,
            keys.contains { $0.key == ProviderField.locations.rawValue }
                ? nil : "add where data is processed (locations: [DE])",
            "run trustpress check.",
        ]
        .compactMap(\.self)
        return try held(
            Draft(
                path, text: text, done: "Wrote \(path): \(days).",
                next: "Next: " + open.dropLast().map { $0 + ", " }.joined() + (open.count > 1 ? "and " : "")
                    + open[open.count - 1]))
    }

    /// Whether what is announced at a moment is part of what the site begins with: nothing is published yet.
    private func isStartingState(_ moment: Moment) -> Bool {
        moment.day <= history.settings.since.value && site.baseline?.previous.record.newest == nil
    }

    /// The register that is named, or the only one.
    func register(_ name: String?) throws(UsageError) -> DocumentHistory {
        let registers = registers
        guard let id = name ?? (registers.count == 1 ? registers[0] : nil) else {
            throw UsageError(
                registers.isEmpty
                    ? "this site has no register: no document with a folder providers/"
                    : "say which list it is with --document: \(registers.joined(separator: ", "))")
        }
        guard let document = history.document(id), document.register != nil else {
            throw UsageError(unknown("register", id, among: registers))
        }
        return document
    }

    /// Values that were given as `key=value`, as YAML has them.
    ///
    /// - Throws: `UsageError` where one has no key, or is no YAML, or a key is given twice.
    func writtenValues(_ texts: [String]) throws(UsageError) -> [JSONValue.Member] {
        var members: [JSONValue.Member] = []
        for text in texts {
            guard let mark = text.firstIndex(of: "="), mark > text.startIndex else {
                throw UsageError(
                    "--set takes a key and its value as the file has it, as --set 'locations=[DE, IE]'; \"\(text)\" is none"
                )
            }
            let (key, words) = (text[..<mark], String(text[mark...].dropFirst()))
            guard let value = yamlValue(words) else {
                throw UsageError(
                    words.trimmed.isEmpty
                        ? "\(key) is given no value; write --set '\(key)=…', or --set '\(key)=~' to take it away in a change"
                        : "\(words) is no value as a file has it; where it is a text, put it in quotes: --set "
                            + "\(key)=\(inQuotes(words[...]))".inShellQuotes)
            }
            guard !members.contains(where: { $0.key == key }) else {
                throw UsageError("\(key) is given twice: leave one of them out, or write both as one")
            }
            members.append(.init(String(key), value))
        }
        return members
    }
}

extension JSONValue {
    /// The members of the object, and those of others in their place or after them.
    fileprivate func merging(_ others: [Member]) -> [Member] {
        guard case .object(var members) = self else { return others }
        for other in others {
            if let index = members.firstIndex(where: { $0.key == other.key }) {
                members[index] = other
            } else {
                members.append(other)
            }
        }
        return members
    }
}

extension [JSONValue.Member] {
    /// With a blank for each field that is required and not there, in the order of the fields.
    fileprivate func filling(_ required: Set<ProviderField>) -> [JSONValue.Member] {
        let order = ProviderField.allCases.map(\.rawValue)
        let blanks = ProviderField.allCases.filter { field in
            required.contains(field) && !contains { $0.key == field.rawValue }
        }
        .map { JSONValue.Member($0.rawValue, $0.blank) }
        return (self + blanks).enumerated().sorted { one, other in
            let places = (order.firstIndex(of: one.element.key), order.firstIndex(of: other.element.key))
            return (places.0 ?? order.count, one.offset) < (places.1 ?? order.count, other.offset)
        }
        .map(\.element)
    }
}

extension ProviderField {
    /// What is written where a value is still to be written, which a check names.
    fileprivate var blank: JSONValue {
        switch self {
        case .entity: return "[LEGAL NAME]"
        case .purpose: return "[Insert what it does for you]"
        case .data: return ["[Insert the kinds of data]"]
        default: break
        }
        let words = "[Insert \(rawValue.replacing("_", with: " "))]"
        return switch type {
        case .places: ["[COUNTRY]"]
        case .texts, .groups, .transfer, .products: [.string(words)]
        default: .string(words)
        }
    }
}
