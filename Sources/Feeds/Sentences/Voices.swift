import Diagnostics
import Model

/// Who speaks when: authors write in the language that the site has, and what they wrote stays in the one that it had.
package struct Voices: Sendable {
    package let today: Voice
    /// Whether the site's language changed.
    package let differ: Bool
    private let settings: SiteSettings

    package init(_ settings: SiteSettings) {
        self.settings = settings
        today = Voice(language: settings.namesToday.language.value)
        differ = Set(settings.names.map(\.terms.language.value)).count > 1
    }

    /// - Parameter moment: nil for what has no history, and so speaks today.
    package func at(_ moment: Moment?) -> Voice {
        guard differ, let moment else { return today }
        return Voice(language: settings.names(on: moment.day).language.value)
    }
}
