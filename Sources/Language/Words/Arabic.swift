/// The words of the program in Arabic, by their English.
enum ArabicWords {
    static let all: [String: String] = [:]

    static let plurals: [String: [PluralForm: String]] = [:]
}
