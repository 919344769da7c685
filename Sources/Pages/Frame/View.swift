/// What a template sees by one name.
enum ViewValue: Sendable, Hashable {
    case text(String)
    /// A fact, in the place of which its placeholder is written.
    case fact(Fact.Name)
    case flag(Bool)
    case view(View)
    case list([View])
}

/// The values of a template by their names.
typealias View = [String: ViewValue]

extension ViewValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral {
    init(stringLiteral text: String) { self = .text(text) }

    init(booleanLiteral flag: Bool) { self = .flag(flag) }
}
