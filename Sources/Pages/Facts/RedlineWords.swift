import Diagnostics
import Language
import Model
import Redline

extension RedlineLabels {
    /// The words of a language.
    init(_ language: Language) { self = Self.all[language] ?? RedlineLabels() }

    /// Each made once: cells of lists ask for them.
    private static let all = Dictionary(
        uniqueKeysWithValues: Language.allCases.map { ($0, RedlineLabels(saidIn: $0)) })

    private init(saidIn language: Language) {
        self.init()
        deleted = language.say("[deleted: ")
        inserted = language.say("[added: ")
        movedAway = language.say("Moved from here")
        moved = language.say("Moved here")
        split = language.say("Paragraph split")
        merged = language.say("Paragraphs joined")
        level = language.say("Level of the heading changed")
        numbering = language.say("Numbering changed")
        order = language.say("Rows in another order")
        columnMoved = language.say("Column moved")
        emphasis = language.say("Emphasis changed")
        form = language.say("Set in another form")
        wasParagraph = language.say("Was a paragraph")
        wereParagraphs = language.say("Was several paragraphs")
        wasHeading = language.say("Was a heading")
        wasList = language.say("Was a list")
        wasQuote = language.say("Was a quotation")
        wasCode = language.say("Was code")
        levels = language.say("Levels of the list changed")
    }
}

extension Language {
    /// What became of a section, as it begins a line.
    func label(of kind: SectionChange.Kind) -> String {
        switch kind {
        case .added: say("Added")
        case .removed: say("Removed")
        case .changed: say("Changed")
        case .moved: say("Moved")
        case .renumbered: say("Renumbered")
        case .form: say("Form alone")
        case .typography: say("Typography alone")
        }
    }

    /// What a list of sections cannot say of two texts; nil where there is nothing to say.
    func remark(on redline: Redline) -> String? {
        switch redline.remarkOnForm {
        case nil: nil
        case .besides(let count):
            say(
                count, one: "Besides, typography alone changed in one place.",
                other: "Besides, typography alone changed in \(count) places.")
        case .typography(let count):
            say(
                count, one: "No word changed, only typography in one place.",
                other: "No word changed, only typography in \(count) places.")
        case .form(0): say("No word changed, only the form.")
        case .form(let count):
            say(
                count, one: "No word changed, only the form, and typography in one place.",
                other: "No word changed, only the form, and typography in \(count) places.")
        }
    }
}

extension PublicSite {
    /// A redline as its page has it, and nothing else: what it adds is in the language of its new text.
    package func article(_ redline: Redline, from old: Edition, to new: Edition) -> Fact {
        let labels = RedlineLabels(Language(of: settings.names(on: new.announcement.moment.day).language.value))
        return article("data-redline", EditionPair(old, new).description, of: new) {
            redline.htmlBytes($0, labels: labels, behind: $1)
        }
    }
}
