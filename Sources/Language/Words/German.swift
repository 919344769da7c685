/// The words of the program in German, by their English.
enum GermanWords {
    static let all: [String: String] = [:]

    static let plurals: [String: [PluralForm: String]] = [:]
}
