import Diagnostics
import Formats
import Language
import Markdown
import Model
import Site

/// `/<document>/on/<day>/` for each day, up to today, on which an edition begins to hold: it leads to that edition, and
/// each of its headings to the same heading there, so that a citation by day needs no script. For the days between, the
/// script looks the TimeMap up. A register's days are its lists; those from before it had one keep their pages.
func dayPages(_ document: DocumentHistory, _ site: PublicSite) -> [PageJob] {
    let texts = document.textDays(upTo: site.today)
    let nexts = Dictionary(
        zip(texts, texts.dropFirst()).map { ($0.day, $1.edition) }, uniquingKeysWith: { first, _ in first })
    return document.daysLeadingToText(upTo: site.today).map { day, edition in
        let next = nexts[day]
        return PageJob("\(document.id)/on/\(day)/index.html", site) {
            DayPage(document: document, site: site, day: day, edition: edition, next: next).parts
        }
    }
}

private struct DayPage {
    let document: DocumentHistory
    let site: PublicSite
    let day: CalendarDate
    let edition: Edition
    let next: Edition?

    private var facts: EditionFacts { EditionFacts(document: document, site: site) }

    var parts: PageParts {
        let voice = site.voices.at(edition.announcement.moment)
        var head = PageHead(
            path: "/\(document.id)/on/\(day)/",
            title: site.say("\(edition.title.value.authored) on \(site.language.date(day))"),
            voice: voice, document: document.id)
        head.canonical = facts.address(edition)
        head.relations =
            [("version-history", "/\(document.id)/history/"), ("latest-version", "/\(document.id)/")]
            + site.timeRelations(of: document)
        head.mementos = site.mementos(of: document, at: facts.address(edition))
        let text = HTML.block(
            "div", ["data-day": "\(document.id)/\(day)"],
            [
                "<p class=\"standing\">\(facts.standing(of: edition, before: next))</p>",
                "<p>\(site.say("On \(site.time(day)) this edition began to hold."))</p>",
                site.row([
                    site.link(facts.address(edition), site.say("Read this edition")),
                    site.link("/\(document.id)/history/", site.say("Every edition")),
                ]),
                headings(voice),
            ])
        return PageParts(
            head: head, template: "page", kind: "day",
            facts: [.heading(head, site)]
                + Fact.marks(facts.marks(edition), site) + [Fact(.text, text)])
    }

    /// Its headings, each at the address that it has in the edition; nil where there is no text, or none in it.
    private func headings(_ voice: Voice) -> String? {
        let all = edition.announcement.erased == nil ? site.texts[edition.source.path]?.headings ?? [] : []
        let page = Escaping.html(site.local(facts.address(edition)))
        let opening = "<ul class=\"places-of\">\n"
        var list = HTMLBuffer(behind: opening)
        for heading in all where !heading.text.isEmpty {
            let place = Escaping.html(heading.anchor)
            list.append("<li id=\"", place, "\">")
            list.appendLink(page: page, place: place, words: voice.authors(Escaping.html(heading.text)))
            list += "</li>\n"
        }
        if list.count == opening.utf8.count { return nil }
        list += "</ul>"
        return list.text
    }
}
