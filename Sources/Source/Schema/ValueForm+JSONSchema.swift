import Formats

extension ValueForm {
    /// As JSON Schema has it (draft 7, which editors know best). It holds of a file that was read by YAML's core schema.
    ///
    /// - Parameter path: where the value stands: the kind of file, and the keys above it.
    func schema(at path: [String]) -> [JSONValue.Member] {
        switch self {
        case .text(let scalars): [.types(scalars), .init("pattern", "\\S")]
        case .word(let word):
            [.types(word.others.union([.string])), .init("pattern", .string(word.pattern))]
        case .choice(let words): [.init("enum", .array(Self.spellings(of: words)))]
        case .bool: [.init("enum", [true, false, "true", "false"])]
        case .integer(let range):
            [
                .init("type", ["integer", "string"]), .init("minimum", .integer(range.lowerBound)),
                .init("maximum", .integer(range.upperBound)), .init("pattern", "^(0|[1-9][0-9]*)$"),
            ]
        case .null: [.init("type", "null")]
        case .anything: []
        case .list(let first, let items, let minimum):
            [.init("type", "array")] + (minimum > 0 ? [.init("minItems", .integer(minimum))] : [])
                + (first.map {
                    [.init("items", .array([$0.json(at: path)])), .init("additionalItems", items.json(at: path))]
                } ?? [.init("items", items.json(at: path))])
        case .map(let keys, let others):
            [
                .init("type", "object"),
                .init("properties", .object(keys.map { .init($0.name, $0.form.value(of: $0.name, in: path)) })),
            ] + Self.required(keys)
                + (others.map {
                    [
                        .init("propertyNames", $0.keys.json(at: path)),
                        .init("additionalProperties", $0.form.value(of: "*", in: path)),
                    ]
                } ?? [.init("additionalProperties", false)])
        case .either(let forms): [.init("anyOf", .array(forms.map { $0.json(at: path) }))]
        }
    }

    private func json(at path: [String]) -> JSONValue { .object(schema(at: path)) }

    /// The form of what stands under a key, with what that means.
    private func value(of key: String, in path: [String]) -> JSONValue {
        let path = path + [key]
        let meaning = KeyMeanings.meaning(of: path).map { [JSONValue.Member("description", .string($0))] } ?? []
        return .object(meaning + schema(at: path))
    }

    /// Words as strings, and those that are a number or a boolean where they are written without quotes as such as well.
    private static func spellings(of words: [String]) -> [JSONValue] {
        (words.map(JSONValue.string) + words.compactMap(\.asOtherScalar)).uniqued
    }

    private static func required(_ keys: [Key]) -> [JSONValue.Member] {
        let names = keys.filter(\.isRequired).map { JSONValue.string($0.name) }
        return names.isEmpty ? [] : [.init("required", .array(names))]
    }
}

extension JSONValue.Member {
    fileprivate static func types(_ scalars: Set<ValueForm.Scalar>) -> JSONValue.Member {
        let names = ValueForm.Scalar.allCases.filter(scalars.contains).map { JSONValue.string($0.rawValue) }
        return JSONValue.Member("type", names.count == 1 ? names[0] : .array(names))
    }
}

extension String {
    /// What YAML's core schema makes of an id that is no string (YAML 1.2, section 10.3.2): `365` is a number, `1e3` is 1000.
    fileprivate var asOtherScalar: JSONValue? {
        switch self {
        case "true": return true
        case "false": return false
        default: break
        }
        if hasPrefix("0o") { return Int(dropFirst(2), radix: 8).map(JSONValue.integer) }
        if hasPrefix("0x") { return Int(dropFirst(2), radix: 16).map(JSONValue.integer) }
        guard first?.isWholeNumber == true, allSatisfy({ $0.isWholeNumber || $0 == "e" }) else { return nil }
        return (Int(self) ?? Double(self).flatMap(Int.init(exactly:))).map(JSONValue.integer)
    }
}
