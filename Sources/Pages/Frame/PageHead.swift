import Diagnostics
import Formats
import Language
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
    /// the edition that a standing address shows.
    var edition: (words: String, path: String)?

    /// What a printed sheet begins with: who publishes it, what it is, and where it stands. Screens do not show it, nor
    /// does the overview have it, whose title is in no record.
    func running(_ site: PublicSite) -> Fact {
        let publisher = site.authors(site.settings.namesToday.organization.name.value)
        let title = (voice ?? site.voice).html(title) + (edition.map { site.language.comma + $0.words } ?? "")
        let address = site.addresses.absolute(edition?.path ?? path)
        return Fact(
            .running,
            "<p class=\"print-only running\" hidden data-running><span>\(publisher) · \(title) · "
                + "\(Escaping.html(address))</span></p>\n")
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
        // What a social network or a chat shows of a link (the Open Graph protocol); the overview's title is in no record.
        let card = [
            ("title", path == "/" ? name : words), ("site_name", name), ("type", "website"),
            ("url", address), ("description", description),
        ]
        let held = mementos.map { memento in
            "<link rel=\"\(memento.names)\" href=\"\(Escaping.html(site.local(memento.path)))\" "
                + "data-datetime=\"\(site.settings.httpDate(ofMidnight: memento.day))\">"
        }
        let cardLines = card.filter { !$0.1.isEmpty }.map { key, words in
            "<meta property=\"og:\(key)\" content=\"\(Escaping.html(words))\">"
        }
        let lines =
            [
                "<meta charset=\"utf-8\">",
                site.policy.meta,
                Program.generator,
                "<title\(language)>\(Escaping.html(path == "/" ? words : "\(isolated(words)) – \(isolated(name))"))</title>",
                description.isEmpty
                    ? nil
                    : "<meta name=\"description\"\(descriptionLanguage ?? own) content=\"\(Escaping.html(description))\">",
                isIndexed ? nil : "<meta name=\"robots\" content=\"noindex\">",
                address.isEmpty ? nil : "<link rel=\"canonical\" href=\"\(Escaping.html(address))\">",
            ]
            + cardLines
            + relations.map { "<link rel=\"\($0.relation)\" href=\"\(Escaping.html(site.local($0.path)))\">" }
            + held + alternates.map { site.alternateLink($0.type, $0.title, $0.path) }
            + [document.map(site.feedLinks), site.feedLinks(of: nil)]
        return Fact(.head, HTML.lines(lines))
    }
}

extension PublicSite {
    fileprivate func alternateLink(_ type: String, _ title: String, _ path: String) -> String {
        "<link rel=\"alternate\" type=\"\(type)\" title=\"\(Escaping.html(title.withoutBreaks))\"\(voice.own) href=\"\(Escaping.html(local(path)))\">"
    }

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
            return HTML.lines(feedForms(document ?? "all", title).map { alternateLink($0.type, $0.title, $0.path) })
        }
    }
}
