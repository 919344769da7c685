import Diagnostics
import Formats
import Model
import Source

/// Turns the cells of lists into values of providers' files. What a value of its field cannot hold is said once for each
/// way in which it is written, and kept under a key of its own.
struct CellReader {
    private(set) var remarks: [Remark] = []
    /// The names of the products that rows name, by their ids.
    private(set) var products: [String: String]
    private var said: Set<String> = []
    private var read: [Key: JSONValue?] = [:]
    /// Under which key the cell that is being read is kept where it is no value.
    private var unreadKey = ""

    private struct Key: Hashable {
        let field: ProviderField
        let cell: JSONValue
        let unread: String
    }

    /// - Parameter products: those of the site, by their ids.
    init(products: [String: String]) { self.products = products }

    /// The value of a field; nil for a cell that is none, which is reported.
    ///
    /// - Parameter key: the one under which such a cell is kept.
    mutating func value(_ cell: Sourced<JSONValue>, of field: ProviderField, unread key: String) -> JSONValue? {
        let known = Key(field: field, cell: cell.value, unread: key)
        if let value = read[known] { return value }
        unreadKey = key
        let value = newValue(cell, of: field)
        read[known] = .some(value)
        return value
    }

    /// The value of a key of a field that is a map; nil for a cell that is none, which is reported.
    mutating func value(
        _ cell: Sourced<JSONValue>, of field: ProviderField, key: String, unread: String
    ) -> JSONValue? {
        guard field != .links || key == ProviderField.otherLinks else {
            return value(cell, of: .website, unread: unread)
        }
        unreadKey = unread
        return Self.value(cell.value, of: field, key: key)
            ?? unfit(
                cell,
                field == .links
                    ? "is not names, each with a colon and an address behind it"
                    : "is neither yes nor no, which ai.\(key) asks for")
    }

    /// The value of a key of a field that is a map; nil where it is none.
    private static func value(_ cell: JSONValue, of field: ProviderField, key: String) -> JSONValue? {
        switch field {
        case .ai: aiValue(cell, key)
        case .links where key == ProviderField.otherLinks:
            if case .array = cell { cell } else { namedLinks(cell) }
        default: cell
        }
    }

    /// `Trust center: https://example.com/trust; …`, as our own lists have it; nil where it is not that.
    private static func namedLinks(_ cell: JSONValue) -> JSONValue? {
        let parts = cell.lines.split { ";\n".contains($0) }.map(\.trimmed).filter { !$0.isEmpty }
        let links = parts.compactMap { part -> JSONValue? in
            let words = part.split(separator: ":", maxSplits: 1).map(\.trimmed)
            guard words.count == 2, !words[0].isEmpty, words[1].hasPrefix("https://") || words[1].hasPrefix("http://")
            else { return nil }
            return ["name": .string(words[0]), "url": .string(words[1])]
        }
        return links.isEmpty || links.count < parts.count ? nil : .array(links)
    }

    /// The value of a key by the type that it has in `ai`, elsewhere a text; nil where that asks for yes or no.
    private static func aiValue(_ cell: JSONValue, _ key: String) -> JSONValue? {
        switch ProviderField.aiKeys.first(where: { $0.key == key })?.type {
        case .texts: cell.items.map { .array($0.map { .string($0.line) }.uniqued) }
        case .bool:
            switch cell.line.lowercased() {
            case "yes", "true", "ja", "نعم": true
            case "no", "false", "nein", "لا": false
            default: nil
            }
        case .text, nil: .string(cell.line)
        }
    }

    private mutating func newValue(_ cell: Sourced<JSONValue>, of field: ProviderField) -> JSONValue? {
        let text = cell.value.line
        let hasWords = text.contains { $0.isLetter || $0.isNumber }
        if field == .name {
            // `4.` is the sign of an item.
            let isName = hasWords && text.wholeMatch(of: /[0-9]+[.)]/) == nil
            return isName ? .string(name(text, cell)) : .null
        }
        if field.type.isOfWords, !hasWords { return .null }
        if !field.type.isOfWords, ["n/a", "-", "–", "—"].contains(text.lowercased()) { return .null }
        switch field.type {
        case .oneOrMore:
            if case .array(let items) = cell.value, items.count > 1 {
                return .array(items.map { .string($0.line) }.uniqued)
            }
            return .string(text)
        case .text: return .string(text)
        case .texts, .groups: return cell.value.items.map { .array($0.uniqued) }
        case .places: return places(cell)
        case .choice(let words):
            if let word = words.first(where: { $0 == text.lowercased() }) ?? WrittenChoices.choice(field, text) {
                return .string(word)
            }
            return unfit(cell, "is not one of the words for \(field.rawValue): \(words.joined(separator: ", "))")
        case .transfer: return transfer(cell)
        case .products: return products(cell)
        case .url:
            if text.lowercased().hasPrefix("https://") || text.lowercased().hasPrefix("http://") {
                return .string(text)
            }
            let isHost = text.contains(".") && !text.contains(where: { $0.isWhitespace || "@:".contains($0) })
            return isHost ? .string("https://\(text)") : unfit(cell, "is no address of a page")
        case .date: return CalendarDate(text) == nil ? unfit(cell, "is no day") : .string(text)
        case .provider: return isIdentifier(text) ? .string(text) : unfit(cell, "is not the id of a provider")
        case .map, .urls, .ai:
            if case .object(let members) = cell.value.withoutNulls {
                var read: [JSONValue.Member] = []
                for member in members {
                    guard let value = Self.value(member.value, of: field, key: member.key) else {
                        return unfit(cell, "holds in \(member.key) what \(field.rawValue) cannot")
                    }
                    read.append(JSONValue.Member(member.key, value))
                }
                return .object(read)
            }
            return unfit(cell, "is one value, and \(field.rawValue) has several")
        }
    }

    /// A company's name without the mark of a note behind it, which the lists of other days may not have.
    private mutating func name(_ text: String, _ cell: Sourced<JSONValue>) -> String {
        guard let match = text.firstMatch(of: /\s*(?:[¹²³⁰⁴-⁹*†‡]+|\[[0-9]+\])$/),
            match.range.lowerBound > text.startIndex
        else { return text }
        say(
            .leftoverMarkup, cell, "the mark of a note behind \"\(text)\" is not taken over",
            help: "what its note says of the company can stand in its file, as condition:")
        return String(text[..<match.range.lowerBound])
    }

    private mutating func places(_ cell: Sourced<JSONValue>) -> JSONValue? {
        if case .array(let items) = cell.value, items.allSatisfy(\.isPlace), !items.isEmpty { return cell.value }
        let text = cell.value.lines
        guard let places = WrittenPlaces(text) else { return unfit(cell, "names no place") }
        if !places.isWhole {
            say(
                .unknownCountry, cell, "not all of \"\(cell.value.line)\" is a country; its words are kept, as a rule",
                help: Country.suggestion(for: cell.value.line).map { "did you mean \($0.code) (\($0.name))?" }
                    ?? "where it means countries alone, write their codes into the provider's file: [DE, US]")
        }
        return places.value
    }

    private mutating func transfer(_ cell: Sourced<JSONValue>) -> JSONValue? {
        if case .object(let members) = cell.value {
            let laws = members.compactMap { Self.law($0.key, ($0.value.items ?? []).map(\.line)) }
            return !laws.isEmpty && laws.count == members.count
                ? .object(laws) : unfit(cell, "is not mechanisms by the law that they are of: EU, UK, CH")
        }
        let items = cell.value.items ?? []
        if let laws = Self.laws(cell.value.lines.split { ";\n".contains($0) }.map(\.trimmed)) { return laws }
        let words = items.compactMap(\.text).flatMap(\.mechanisms)
        let codes = words.compactMap { TransferMechanism.code(named: $0) }
        guard codes.count == words.count, !codes.isEmpty else {
            let known = TransferMechanism.allCases.map(\.rawValue).joined(separator: ", ")
            return unfit(cell, "is not mechanisms of transfer alone: \(known)")
        }
        return .array(codes.map(JSONValue.string).uniqued)
    }

    /// Mechanisms behind the law that they are of, as our own lists have them: `UK: UK-Addendum`.
    private static func laws(_ items: [String]) -> JSONValue? {
        let members = items.compactMap { item -> JSONValue.Member? in
            let parts = item.split(separator: ":", maxSplits: 1).map(\.trimmed)
            return parts.count == 2 ? law(parts[0], parts[1].split(separator: ",").map(\.trimmed)) : nil
        }
        return members.count == items.count && !members.isEmpty ? .object(members) : nil
    }

    /// Mechanisms of one law; nil where not all of it is known.
    private static func law(_ name: String, _ words: [String]) -> JSONValue.Member? {
        let codes = words.compactMap { TransferMechanism(rawValue: $0)?.rawValue ?? TransferMechanism.code(named: $0) }
        guard ["EU", "UK"].contains(name) || Country.all.contains(name), !codes.isEmpty, codes.count == words.count
        else {
            return nil
        }
        return JSONValue.Member(name, .array(codes.map(JSONValue.string)))
    }

    /// The products that the title of a table names; nil for one that names none, which is reported.
    mutating func products(titled title: Sourced<String>, unread key: String) -> JSONValue? {
        unreadKey = key
        return products(title.map { .array([.string($0)]) })
    }

    /// Of all products nothing is said.
    private mutating func products(_ cell: Sourced<JSONValue>) -> JSONValue? {
        let names = (cell.value.items ?? []).compactMap(\.text)
        let new = names.filter { knownProduct($0) == nil }
        if names.allSatisfy(WrittenChoices.isAllProducts), new.count == names.count { return .null }
        // `All except Chat`, `All of Enterprise`
        let isUnclear = new.contains { name in
            name.denies || name.limits || name.split(whereSeparator: \.isWhitespace).first?.lowercased() == "all"
        }
        if isUnclear {
            return unfit(cell, "is not the names of products alone, nor all of them")
        }
        return .array(names.map { .string(productID($0)) }.uniqued)
    }

    /// The id of a product by its name or its id; a new one where it is not known.
    mutating func productID(_ name: String) -> String {
        if let known = knownProduct(name) { return known }
        let id = freeID(for: name, .product, taken: Set(products.keys))
        products[id] = name
        return id
    }

    /// The id of a known product by its id, else by its very name, else by one that is written otherwise.
    func knownProduct(_ name: String) -> String? {
        if products[name] != nil { return name }
        let ids = products.keys.sorted()
        return ids.first { products[$0] == name } ?? ids.first { products[$0]?.foldedProduct == name.foldedProduct }
    }

    private mutating func unfit(_ cell: Sourced<JSONValue>, _ what: String) -> JSONValue? {
        say(.wrongType, cell, "\"\(cell.value.line)\" \(what)", help: "", key: unreadKey)
        return nil
    }

    private mutating func say(
        _ id: CheckID, _ cell: Sourced<JSONValue>, _ message: String, help: String, key: String? = nil
    ) {
        guard said.insert("\(message)\n\(key ?? "")").inserted else { return }
        remarks.append(Remark(Diagnostic(id, at: cell.span, message, help: help).asWarning(), key: key))
    }
}

extension ProviderField.ValueType {
    /// Whether any words are a value.
    fileprivate var isOfWords: Bool {
        switch self {
        case .text, .oneOrMore, .texts, .groups: true
        default: false
        }
    }
}

extension String {
    /// What stands outside of brackets between commas and the like, and between `and`: `SCCs (Modules 2 and 3)` is one.
    fileprivate var mechanisms: [String] {
        // A bar that parts digits is one of a number: `(EU) 2021/914`.
        replacing(/(?<before>[0-9])\/(?=[0-9])/) { "\($0.before) " }.split(outsideBracketsAt: ",+/&")
            .flatMap { $0.split(outsideBracketsAtWord: "and") }.map(\.trimmed).filter { !$0.isEmpty }
    }

    /// What stands between a word, but for those inside of brackets.
    private func split(outsideBracketsAtWord word: String) -> [String] {
        var parts = [[Substring]()]
        var depth = 0
        for part in split(separator: " ") {
            if depth <= 0, part == word {
                parts.append([])
            } else {
                parts[parts.count - 1].append(part)
            }
            depth += part.count { "([".contains($0) } - part.count { ")]".contains($0) }
        }
        return parts.map { $0.joined(separator: " ") }
    }

    /// The letters, digits and telling signs of a product's name in lower case: `Desk+` is not `Desk`, nor `C#` `C`.
    fileprivate var foldedProduct: String {
        let letters = lowercased().filter { $0.isLetter || $0.isNumber || $0 == "+" || $0 == "#" }
        return letters.isEmpty ? trimmed : letters
    }
}
