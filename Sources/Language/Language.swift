import Model

/// A language in which the program speaks: its words, its days, its lists and plurals, its names of countries.
///
/// A new one is a case here, a table of words and one of countries, and what its grammar asks for in this folder.
package enum Language: String, CaseIterable, Sendable, Hashable {
    case english = "en"
    case german = "de"
    case arabic = "ar"

    /// The language of a tag as BCP 47 has it, whatever its region: German for `de-AT`. English for one in which the program
    /// does not speak.
    package init(of tag: String) { self = Self.named(by: tag) ?? .english }

    /// Whether the program speaks the language of a tag.
    package static func speaks(_ tag: String) -> Bool { named(by: tag) != nil }

    private static func named(by tag: String) -> Self? { tag.partsOfTag.first.flatMap { Self(rawValue: String($0)) } }

    package var direction: TextDirection {
        switch self {
        case .english, .german: .leftToRight
        case .arabic: .rightToLeft
        }
    }
}
