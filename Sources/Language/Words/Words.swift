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
    var told: [String: String] {
        switch self {
        case .english: [:]
        case .german: GermanWords.told
        case .arabic: ArabicWords.told
        }
    }

    /// What it says there with numbers, where a number asks for a form of its own.
    var toldOfNumbers: [String: [PluralForm: String]] { self == .arabic ? ArabicWords.entriesOfNumbers : [:] }

    /// All that the program says in its languages, in no order.
    package static var phrases: [String] {
        allCases.flatMap { language -> [String] in
            var phrases: [String] = []
            for table in [language.words, language.told] {
                for (english, words) in table { phrases += [english, words] }
            }
            for table in [language.plurals, language.toldOfNumbers] {
                for (english, forms) in table { phrases += [english] + forms.values }
            }
            return phrases
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

extension [[String: String]] {
    /// Tables as one.
    var merged: [String: String] { reduce(into: [:]) { all, table in all.merge(table) { first, _ in first } } }
}
