import Diagnostics
import Formats
import Language
import Markdown
import Model
import Notices
import Site

/// What a page is called, where it stands, and how it is related to others: its address and its `<head>`.
struct PageHead {
    /// From the site's root, with slashes: `/privacy/`.
    var path: String
    /// With the author's words in it marked.
    var title: String
    /// Of the author's words in the title; nil for today's.
    var voice: Voice?
    var description = ""
    /// Attributes that say in which language the description is; nil where it is in that of the program's words.
    var descriptionLanguage: String?
    /// RFC 5829 relations and `canonical`'s companions: relation and path.
    var relations: [(relation: String, path: String)] = []
    /// Of a page that shows a document as it was or is: other states of it.
    var mementos: [Mementos.Relation] = []
    /// Where what it says stands, if that is another page.
    var canonical: String?
    /// Other forms of the page: media type, title and path.
    var alternates: [(type: String, title: String, path: String)] = []
    var isIndexed = true
    /// The document to mark in the navigation.
    var document: String?

    /// What is printed on each sheet behind the title, and the address there, where they are others than the page's own:
    /// the edition, or the list of a day, that a standing address shows.
    var edition: (words: String, path: String)?

    /// What a printed sheet begins with: who publishes it, what it is, and where it stands. Screens do not show it, nor
    /// does the overview have it, whose title is in no record.
    func running(_ site: PublicSite) -> Fact {
        let publisher = site.authors(site.settings.namesToday.organization.name.value)
        var line = HTMLBuffer()
        line.append(
            "<p class=\"print-only running\" hidden data-running><span>", publisher, " · ",
            (voice ?? site.voice).html(title))
        if let edition { line += site.language.comma + edition.words }
        line.append(" · ", site.isolated(site.addresses.absolute(edition?.path ?? path)), "</span></p>\n")
        return Fact(.running, bytes: line.bytes)
    }

    /// The elements in the head, all but what only concerns the look.
    func fact(_ site: PublicSite) -> Fact {
        let name = site.settings.namesToday.organization.name.value
        let own = site.voice.own
        // Words that are an author's alone have the direction of the language that they are said to be in.
        let words = (title.isAuthored ? title.unmarked : site.language.plain(title)).withoutBreaks
        let description = description.withoutBreaks
        let language = title.isAuthored ? (voice ?? site.voice).authors(onPageOf: site.voice) : own
        func isolated(_ words: String) -> String { language.isEmpty ? site.language.isolated(words) : words }
        // An error page stands at every address.
        let address = path == "/404.html" ? "" : site.addresses.absolute(canonical ?? path)
        var head = HTMLBuffer()
        head.reserve(4096)
        head.append("<meta charset=\"utf-8\">\n", site.policy.meta, "\n", Program.generator)
        let heading = Escaping.html(path == "/" ? words : "\(isolated(words)) – \(isolated(name))")
        head.append("\n<title", language, ">", heading, "</title>")
        head.appendLine("<meta name=\"description\"\(descriptionLanguage ?? own) content=\"", description)
        if !isIndexed { head += "\n<meta name=\"robots\" content=\"noindex\">" }
        head.appendLine("<link rel=\"canonical\" href=\"", address)
        // What a social network or a chat shows of a link (the Open Graph protocol); the overview's title is in no record.
        head.appendLine("<meta property=\"og:title\" content=\"", path == "/" ? name : words)
        head.appendLine("<meta property=\"og:site_name\" content=\"", name)
        head.appendLine("<meta property=\"og:type\" content=\"", "website")
        head.appendLine("<meta property=\"og:url\" content=\"", address)
        head.appendLine("<meta property=\"og:description\" content=\"", description)
        for (relation, path) in relations { head.append(relation, to: path, site) }
        for memento in mementos {
            head.append(memento.names, to: memento.path, site, "\" data-datetime=\"\(memento.date)\">")
        }
        for form in alternates { head.append(alternate: form, site) }
        if let document { head += site.feedLinks(of: document) }
        head += site.feedLinks(of: nil)
        return Fact(.head, bytes: head.bytes)
    }
}

extension HTMLBuffer {
    /// Appends a line of the head with an address or words in it; nothing where there are none.
    fileprivate mutating func appendLine(_ opening: String, _ words: String, _ closing: String = "\">") {
        if words.isEmpty { return }
        append("\n", opening, Escaping.html(words), closing)
    }

    /// Appends a relation to a path of the site.
    fileprivate mutating func append(
        _ relation: String, to path: String, _ site: PublicSite, _ closing: String = "\">"
    ) {
        append("\n<link rel=\"", relation, "\" href=\"", Escaping.html(site.local(path)), closing)
    }

    fileprivate mutating func append(alternate form: (type: String, title: String, path: String), _ site: PublicSite) {
        let title = Escaping.html(form.title.withoutBreaks)
        append("\n<link rel=\"alternate\" type=\"", form.type, "\" title=\"", title, "\"")
        append(site.voice.own, " href=\"", Escaping.html(site.local(form.path)), "\">")
    }
}

extension PublicSite {
    /// Links to the feeds of a document, or of the whole site; nothing for a document that there is none of. Every page has
    /// some of them, and each are written once.
    ///
    /// - Parameter document: its id.
    fileprivate func feedLinks(of document: String?) -> String {
        writtenFeedLinks.value(of: document) {
            var title = say("All changes")
            if let document {
                guard let known = history.document(document) else { return "" }
                title = say("Changes of \(self.title(of: known))")
            }
            var links = HTMLBuffer()
            for form in feedForms(document ?? "all", title) {
                links.append(alternate: (form.type, form.title, form.path), self)
            }
            return links.text
        }
    }
}
