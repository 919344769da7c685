import Formats
import Model

extension FieldValue {
    /// The value in JSON, in the form that its key has in YAML.
    package var json: JSONValue {
        switch self {
        case .text(let text): .string(text)
        case .texts(let texts): .array(texts.map(JSONValue.string))
        case .groups(let groups): .array(groups.map(\.json))
        case .places(let places): .array(places.map(\.json))
        case .transfer(.mechanisms(let mechanisms)): .array(mechanisms.map(JSONValue.string))
        case .transfer(.byLaw(let laws)):
            .object(laws.map { JSONValue.Member($0.law, .array($0.mechanisms.map(JSONValue.string))) })
        case .date(let date): .string("\(date)")
        case .map(let entries):
            .object(entries.compactMap { entry in entry.value.json.map { JSONValue.Member(entry.key, $0) } })
        }
    }
}

extension FieldValue.EntryValue {
    fileprivate var json: JSONValue? {
        switch self {
        case .text(let text): .string(text)
        case .texts(let texts): .array(texts.map(JSONValue.string))
        case .bool(let value): .bool(value)
        case .links(let links):
            .array(links.map { ["name": .string($0.name), "url": .string($0.url)] })
        case .removed: nil
        }
    }
}

extension TextGroup {
    /// A text, or `{"group": …, "of": […]}`.
    fileprivate var json: JSONValue {
        switch self {
        case .text(let text): .string(text)
        case .group(let name, let texts): ["group": .string(name), "of": .array(texts.map(JSONValue.string))]
        }
    }
}

extension Place {
    /// A code, or `{"rule": …, "of": […]}`.
    fileprivate var json: JSONValue {
        switch self {
        case .code(let code): .string(code)
        case .rule(let words, let codes):
            codes.isEmpty
                ? ["rule": .string(words)]
                : ["rule": .string(words), "of": .array(codes.map(JSONValue.string))]
        }
    }
}

extension [ProviderField: FieldValue] {
    /// The fields as members of an object, in the order of `ProviderField`.
    package var members: [JSONValue.Member] {
        ProviderField.allCases.compactMap { field in
            self[field].map { JSONValue.Member(field.rawValue, $0.json) }
        }
    }
}

extension Change {
    /// What its `before` holds: whether the provider was listed, and the fields that the change names. A field that a
    /// listed provider does not have is null.
    package var beforeJSON: JSONValue { json(before, besides: after) }
    package var afterJSON: JSONValue { json(after, besides: before) }

    private func json(_ snapshot: ProviderState.Snapshot, besides other: ProviderState.Snapshot) -> JSONValue {
        let fields = ProviderField.allCases.compactMap { field -> JSONValue.Member? in
            if let value = snapshot.fields[field] { return JSONValue.Member(field.rawValue, value.json) }
            guard snapshot.isListed, other.fields[field] != nil else { return nil }
            return JSONValue.Member(field.rawValue, .null)
        }
        return .object([JSONValue.Member("listed", .bool(snapshot.isListed))] + fields)
    }

    package var kindsJSON: JSONValue { .array(kinds.map { .string($0.rawValue) }) }
}
