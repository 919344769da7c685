import Diagnostics
import Formats
import Language
import Markdown
import Model
import Site

extension PublicSite {
    /// What a page writes for a path of this site, or for a whole address on it (`SiteURL.local`).
    func local(_ address: String) -> String { settings.url.value.local(address) }

    /// A link to a path of this site, or to another address.
    func link(_ address: String, _ content: String) -> String { HTML.link(local(address), content) }

    /// A note (a summary, a reason) as HTML, written once for all pages that show it. Several stand on one page, so each has
    /// anchors of its own: they follow from what is published of it, and not from where it stands in its file.
    ///
    /// - Parameter occasion: when it speaks: its links are judged by that.
    func html(_ note: Sourced<String>, of document: String = "", on occasion: Occasion) -> String {
        let key = NoteKey(text: note.value, file: note.span.file.path, document: document, occasion: occasion)
        return writtenNotes.value(of: key) { write(note, of: document, on: occasion) }
    }

    private func write(_ note: Sourced<String>, of document: String, on occasion: Occasion) -> String {
        let file = note.span.file.path.split(separator: "/").last.map(String.init) ?? ""
        let page = "/\(document)/" + (file.hasSuffix(".md") ? file.dropLast(3) + "/" : "")
        let voice = voices.at(occasion.announced)
        var options = voice.options { [self] link in
            history.shownDestination(link, of: document, on: occasion).flatMap {
                // A place in "this text" is one of the edition that the note stands with: it is shown on other pages too.
                $0.hasPrefix("#") ? notes.address($0, page: page).map(local) : href($0, page: page)
            }
        }
        options.headingShift = 3
        let known = "\(file)\n\(occasion.announced.map(\.description) ?? "")\n\(note.value)"
        options.idPrefix = "note.\(sha256(known.utf8).prefix(12))."
        return voice.authorsBlock(MarkdownText.parse(note).0.html(options))
    }

    /// How the texts of a document become HTML: links lead to pages of this site, and none to nothing.
    ///
    /// - Parameter announced: of an edition, which is in the site's language of that moment for ever; nil for a text
    ///   without history. What of an edition runs in another direction is not told apart: comparing two would not.
    package func options(document: String, announced: Moment? = nil) -> HTMLOptions {
        let page = "/\(document)/"
        let links = links.on(page)
        var options = voices.inside(announced).options { [self] link in
            links.address(of: link) { href(link, page: page) }
        }
        options.document = links
        if announced != nil { options.isolates = nil }
        if withTopHeadings.contains(document) { options.headingShift = 1 }
        return options
    }

    /// Links beside each other, in a line of their own; nil for none.
    func row(_ links: [String?]) -> String? {
        let links = links.compactMap(\.self)
        return links.isEmpty ? nil : HTML.inline("p", ["class": "go"], links.joined(separator: " "))
    }

    /// An author's words in a line of the program's, as HTML.
    ///
    /// - Parameter announced: when the author wrote them; nil for what has no history.
    func authors(_ words: String, at announced: Moment? = nil) -> String {
        voices.at(announced).authors(Escaping.html(words))
    }

    /// An address, a path or a number as HTML: among words that run from right to left its signs stay in their order.
    func isolated(_ words: String) -> String { voice.isolated(Escaping.html(words)) }

    /// `<time datetime="2026-12-24">24 December 2026</time>`.
    func time(_ day: CalendarDate) -> String { language.time(day) }

    /// A moment in words, with its time of day where it has one.
    func time(_ moment: Moment) -> String {
        guard let clock = moment.time else { return time(moment.day) }
        let stamp = settings.timestamp(moment)
        let words = "\(language.date(moment.day))\(language.comma)\(clock) (\(utcOffset))"
        return "<time datetime=\"\(stamp)\">\(words)</time>"
    }

    /// The site's offset from UTC, in words around it.
    var utcOffset: String { isolated("\(settings.utcOffset)") }

    /// A link to a document by the title of its edition in force.
    func link(to document: DocumentHistory) -> String {
        link("/\(document.id)/", voice(ofTitleOf: document).authors(Escaping.html(title(of: document))))
    }
}

/// What the HTML of a note follows from.
struct NoteKey: Hashable {
    var text: String
    /// In which it stands.
    var file: String
    var document: String
    var occasion: Occasion

    /// Texts are told apart to the byte.
    static func == (one: Self, other: Self) -> Bool {
        one.text.isWritten(as: other.text) && one.file == other.file && one.document == other.document
            && one.occasion == other.occasion
    }
}
