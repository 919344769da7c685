extension Language {
    /// What the program says in this language, by its English; none in English.
    var words: [String: String] {
        switch self {
        case .english: [:]
        case .german: GermanWords.all
        case .arabic: ArabicWords.all
        }
    }

    /// What it says around the sentences of notices, where it tells them.
    var told: [String: String] { self == .german ? GermanWords.entries : [:] }

    /// The same of what it says with numbers.
    var plurals: [String: [PluralForm: String]] {
        switch self {
        case .english: [:]
        case .german: GermanWords.plurals
        case .arabic: ArabicWords.plurals
        }
    }
}
