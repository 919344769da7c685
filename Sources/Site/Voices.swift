import Diagnostics
import Language
import Model

/// Who speaks when: authors write in the language that the site has, and what they wrote stays in the one that it had.
package struct Voices: Sendable {
    package let today: Voice
    /// Whether the site's language changed.
    package let differ: Bool
    private let settings: SiteSettings
    /// The language of the program's words, whenever authors wrote; nil where it speaks that of the moment, if it can.
    private let program: String?
    /// Who speaks inside a text of today.
    private let insideToday: Voice

    /// Who speaks in what is told.
    package init(_ settings: SiteSettings) { self.init(settings, program: nil) }

    /// Who speaks on pages: the program in today's language of the site, or in English, where it does not speak that.
    package init(onPagesOf settings: SiteSettings) {
        self.init(settings, program: Self.spoken(settings.namesToday.language.value))
    }

    private init(_ settings: SiteSettings, program: String?) {
        self.settings = settings
        self.program = program
        let language = settings.namesToday.language.value
        today = program.map { Voice(language: language, program: $0) } ?? Voice(language: language)
        insideToday = Voice(language: language, program: Self.spoken(language))
        differ = Set(settings.names.map(\.terms.language.value)).count > 1
    }

    /// A language, or English in its place.
    private static func spoken(_ language: String) -> String {
        Language.speaks(language) ? language : Voice.ownLanguage
    }

    /// - Parameter moment: nil for what has no history, and so speaks today.
    package func at(_ moment: Moment?) -> Voice {
        guard differ, let moment else { return today }
        return of(settings.names(on: moment.day).language.value)
    }

    /// Who speaks among an author's words in some language.
    package func of(_ language: String) -> Voice {
        program.map { Voice(language: language, program: $0) } ?? Voice(language: language)
    }

    /// Who speaks inside a text of a moment: what is added to it for readers is in its own language for ever.
    package func inside(_ moment: Moment?) -> Voice {
        guard differ, let moment else { return insideToday }
        let language = settings.names(on: moment.day).language.value
        return Voice(language: language, program: Self.spoken(language))
    }
}
