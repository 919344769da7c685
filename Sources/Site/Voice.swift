import Formats
import Language
import Markdown
import Model

/// Who speaks: the program, or an author, who writes in the site's language. Where the program speaks another
/// language, what is published says of each passage in which it is, so that a screen reader reads it aloud, and a browser
/// hyphenates and lines it up, as they should (WCAG 2.2, 3.1.2; HTML, `lang` and `dir`).
package struct Voice: Sendable, Hashable {
    /// The language of the program's words where it does not speak that of the site.
    package static let ownLanguage = "en"

    /// In which the program tells what happens: the sentences of notices, and what feeds and messages say around them. Pages
    /// have their words in every `Language`.
    package static let told: Set<Language> = [.english, .german, .arabic]

    /// The authors', a tag as BCP 47 has it.
    private let language: String
    /// That of the program's words, a tag too.
    private let program: String
    /// In which the program speaks.
    package let speaks: Language
    /// Attributes of an element in the program's words; empty where they are in the authors' language.
    package let own: String
    /// Attributes of an element in an author's words that stands among the program's.
    package let authors: String

    /// Who speaks in what is told.
    ///
    /// - Parameter language: the site's, a tag as BCP 47 has it.
    package init(language: String) {
        let isTold = Language.speaks(language) && Self.told.contains(Language(of: language))
        self.init(language: language, program: isTold ? language : Self.ownLanguage)
    }

    /// - Parameters:
    ///   - language: the authors', a tag as BCP 47 has it.
    ///   - program: that of the program's words.
    package init(language: String, program: String) {
        self.language = language
        self.program = program
        speaks = Language(of: program)
        let isOne = Self.isSame(language, program)
        own = isOne ? "" : Self.attributes(program)
        authors = isOne ? "" : Self.attributes(language)
    }

    /// Whether two tags are of one language, be it in two regions.
    private static func isSame(_ one: String, _ other: String) -> Bool {
        one == other || one.partsOfTag.first == other.partsOfTag.first
    }

    private static func attributes(_ language: String) -> String {
        " lang=\"\(Escaping.html(language))\" dir=\"\(TextDirection(language: language).rawValue)\""
    }

    /// Attributes of an element in an author's words that stands on a page in the language of today's authors.
    package func authors(onPageOf today: Voice) -> String {
        language == today.language ? "" : Self.attributes(language)
    }

    /// Attributes of an element in the program's words that stands among words of it in another voice.
    package func program(among other: Voice) -> String {
        Self.isSame(program, other.program) ? "" : Self.attributes(program)
    }

    /// Attributes of an entry of a feed, which may stand among entries of another time and language. An entry in English on a
    /// site in English has none, and never will.
    package var entry: String { isOne && speaks != .english ? Self.attributes(program) : own }

    /// What is added to a text for readers, in the program's language.
    package var labels: HTMLOptions.Labels {
        let words = speaks
        var labels = HTMLOptions.Labels()
        labels.taskDone = words.say("Done")
        labels.taskOpen = words.say("Not done")
        labels.footnotes = words.say("Footnotes")
        labels.footnote = words.say("Footnote")
        labels.backToText = words.say("Back to the text")
        labels.linkTo = words.say("Link to")
        // With its hole left open.
        labels.quoted = words.say("“\("%1")”")
        labels.thisSection = words.say("this section")
        (labels.attributes, labels.textAttributes) = (own, authors)
        return labels
    }

    /// Whether program and authors speak one language, so that nothing needs to be told apart.
    package var isOne: Bool { own.isEmpty }

    /// The language in which the program's words are said to be: a site in English says which English it is.
    package static func language(ofSite language: String) -> String {
        Voice(language: language).isOne ? language : ownLanguage
    }

    /// HTML of an author's words in a line of the program's.
    package func authors(_ html: String) -> String {
        isOne || html.isEmpty ? isolated(html) : "<span\(authors)>\(html)</span>"
    }

    /// HTML of an author's words that are said to be in no other language, isolated where they run in another direction.
    package func isolated(_ html: String) -> String { isolates(html) ? "<bdi>\(html)</bdi>" : html }

    private func isolates(_ words: String) -> Bool { isOne && speaks.isolates(words) }

    /// How a text of its authors becomes HTML.
    ///
    /// - Parameter link: see `HTMLOptions.link`.
    package func options(link: @escaping (String) -> String?) -> HTMLOptions {
        var options = HTMLOptions(link: link)
        options.labels = labels
        if isOne, speaks.direction == .rightToLeft { options.isolates = isolates }
        return options
    }

    /// Blocks of an author's words among blocks of the program's.
    package func authorsBlock(_ html: String) -> String {
        isOne || html.isEmpty ? html : "<div\(authors)>\n\(html)\(html.hasSuffix("\n") ? "" : "\n")</div>"
    }

    /// A sentence as HTML, the author's words in it told apart.
    ///
    /// - Parameter sentence: with the signs of `authored` around them.
    package func html(_ sentence: String) -> String {
        guard !isOne || speaks.direction == .rightToLeft, sentence.hasAuthored else {
            return Escaping.html(sentence.unmarked)
        }
        return sentence.toldApart(authors: { authors(Escaping.html($0)) }, others: { Escaping.html($0) })
    }
}
