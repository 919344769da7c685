import Model

/// What the words of a cell mean where its field has a few values alone. Words that may say more than one of them mean none:
/// `Not a subprocessor`, `no opt-in`.
enum WrittenChoices {
    static func choice(_ field: ProviderField, _ text: String) -> String? {
        let words = Set(text.foldedWords.split(separator: " ").map(String.init))
        func says(_ names: Set<String>, beside others: Set<String>) -> Bool {
            !names.isDisjoint(with: words) && names.union(others).isSuperset(of: words)
        }
        switch field {
        case .kind: return CompanyKind.said(in: text, CompanyKind.inCells)
        case .role
        where says(recipients, beside: ["independent", "joint", "separate", "data", "third", "party", "a", "an"]):
            return "recipient"
        case .role
        where says(subprocessors, beside: ["sub", "data", "third", "party", "further", "another", "other", "a"]):
            return "subprocessor"
        case .enabled where ["opt in", "optin", "opt in required"].contains(text.foldedWords): return "opt-in"
        case .enabled where ["opt out", "optout", "opt out possible"].contains(text.foldedWords): return "opt-out"
        case .enabled where ["always", "on"].contains(text.foldedWords): return "default"
        default: return nil
        }
    }

    /// Whether words mean all products: `all`, `All of our products`, and not `All except Chat` or `All Hands`.
    static func isAllProducts(_ text: String) -> Bool {
        let words = text.foldedWords.split(separator: " ").map(String.init)
        return ["all", "alle"].contains(words.first) && everything.isSuperset(of: words)
    }

    private static let recipients: Set = ["recipient", "recipients", "controller", "controllers", "empfänger"]

    private static let subprocessors: Set = [
        "processor", "processors", "subprocessor", "subprocessors", "prozessor", "subprozessor", "auftragsverarbeiter",
        "unterauftragsverarbeiter",
    ]

    private static let everything: Set = [
        "all", "of", "our", "the", "product", "products", "service", "services", "and", "alle", "unsere", "produkte",
        "dienste", "und",
    ]
}

extension String {
    /// Whether a word stands in it that denies the others: `All except Chat`, `Outside of the US`, `Former subprocessor`.
    var denies: Bool {
        let words = foldedWords.split(separator: " ").map(String.init)
        return words.contains(where: Self.denials.contains)
            || zip(words, words.dropFirst()).contains { $0 == "other" && $1 == "than" }
    }

    /// Whether a word stands in it that limits the others: `Chat only`, `Chat, if enabled`.
    var limits: Bool { foldedWords.split(separator: " ").contains { Self.limits.contains(String($0)) } }

    private static let denials = Set(
        """
        not no non nor neither never none nothing without except excepting excluding excluded excludes but outside until
        formerly former nicht kein keine keinen nie ohne außer ausser ausgenommen ausgeschlossen außerhalb ausserhalb bis
        ليس غير بدون باستثناء عدا sans sauf hors excepté
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    private static let limits = Set(
        """
        only exclusively if unless when where everything any every each varies depends depending
        nur wenn falls jede jedes فقط uniquement
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
