extension Language {
    /// What the program says in this language, by its English; none in English.
    var words: [String: String] {
        switch self {
        case .english: [:]
        case .german: GermanWords.all
        case .arabic: ArabicWords.all
        }
    }

    /// The same of what it says with numbers.
    var plurals: [String: [PluralForm: String]] {
        switch self {
        case .english: [:]
        case .german: GermanWords.plurals
        case .arabic: ArabicWords.plurals
        }
    }
}
