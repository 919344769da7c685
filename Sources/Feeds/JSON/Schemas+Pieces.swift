import Formats
import Model

/// The pieces of which schemas are made.
extension Schemas {
    /// The properties of an object, in their order.
    struct Properties: ExpressibleByDictionaryLiteral {
        let all: [(name: String, schema: JSONValue)]

        init(_ all: [(name: String, schema: JSONValue)]) { self.all = all }

        init(dictionaryLiteral all: (String, JSONValue)...) { self.init(all) }

        func map(_ change: (JSONValue) -> JSONValue) -> Self { Self(all.map { ($0.name, change($0.schema)) }) }

        static func + (one: Self, other: Self) -> Self { Self(one.all + other.all) }
    }

    static let text: JSONValue = ["type": "string"]
    static let bool: JSONValue = ["type": "boolean"]
    static let count: JSONValue = ["type": "integer", "minimum": .integer(0)]
    static let date: JSONValue = ["type": "string", "format": "date"]
    static let url: JSONValue = ["type": "string", "format": "uri"]
    static let id: JSONValue = ["type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"]
    static let moment: JSONValue = [
        "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2})?$",
    ]

    static let digest: JSONValue = ["type": "string", "pattern": "^[0-9a-f]{64}$"]

    static func choice(_ words: [String]) -> JSONValue { ["enum": .array(words.map(JSONValue.string))] }
    static func array(_ items: JSONValue) -> JSONValue { ["type": "array", "items": items] }
    static func orNull(_ schema: JSONValue) -> JSONValue { ["anyOf": .array([schema, ["type": "null"]])] }

    /// An object of whatever keys, whose values are all of a kind.
    static func map(of values: JSONValue) -> JSONValue { ["type": "object", "additionalProperties": values] }

    static func object(_ required: Properties = [:], optional: Properties = [:]) -> JSONValue {
        .object(members(required, optional: optional))
    }

    static func members(_ required: Properties = [:], optional: Properties = [:]) -> [JSONValue.Member] {
        [
            .init("type", "object"),
            .init("additionalProperties", .bool(false)),
            .init("required", .array(required.all.map { .string($0.name) })),
            .init("properties", .object((required + optional).all.map { .init($0.name, $0.schema) })),
        ]
    }

    /// A provider's fields as lists and notices show them.
    static var fields: Properties {
        Properties(ProviderField.allCases.map { ($0.rawValue, schema(of: $0.type, isWritten: false)) })
    }

    /// A provider's fields as an author writes them: null takes a field, or a key of a map, away.
    static var writtenFields: Properties {
        Properties(ProviderField.allCases.map { ($0.rawValue, orNull(schema(of: $0.type, isWritten: true))) })
    }

    private static func schema(of type: ProviderField.ValueType, isWritten: Bool) -> JSONValue {
        func entry(_ schema: JSONValue) -> JSONValue { isWritten ? orNull(schema) : schema }
        func map(_ properties: Properties) -> JSONValue { object(optional: properties.map(entry)) }
        switch type {
        case .text: return text
        case .choice(let words): return choice(words)
        case .texts: return array(text)
        case .oneOrMore: return ["anyOf": [text, array(text)]]
        case .groups: return array(["anyOf": [text, object(["group": text, "of": array(text)])]])
        case .places: return array(["anyOf": [text, object(["rule": text], optional: ["of": array(text)])]])
        case .transfer:
            return ["anyOf": [array(text), Self.map(of: entry(array(text)))]]
        case .products: return array(id)
        case .provider: return id
        case .url: return text
        case .date: return date
        case .map(let keys): return map(Properties(keys.map { ($0, text) }))
        case .urls(let keys):
            let other = array(object(["name": text, "url": text]))
            return map(Properties(keys.map { ($0, text) }) + [ProviderField.otherLinks: other])
        case .ai:
            return map(
                Properties(
                    ProviderField.aiKeys.map { key, type in
                        switch type {
                        case .text: (key, text)
                        case .texts: (key, array(text))
                        case .bool: (key, bool)
                        }
                    }))
        }
    }
}
