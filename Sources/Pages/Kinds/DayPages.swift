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
        var text = HTMLBuffer()
        text += HTML.start("div", ["data-day": "\(document.id)/\(day)"]) + "\n"
        text.append(lines: [
            "<p class=\"standing\">\(facts.standing(of: edition, before: next))</p>",
            "<p>\(site.say("On \(site.time(day)) this edition began to hold."))</p>",
            site.row([
                site.link(facts.address(edition), site.say("Read this edition")),
                site.link("/\(document.id)/history/", site.say("Every edition")),
            ]),
        ])
        writeHeadings(into: &text, voice)
        text += "\n</div>"
        return PageParts(
            head: head, template: "page", kind: "day",
            facts: [.heading(head, site)]
                + Fact.marks(facts.marks(edition), site) + [Fact(.text, bytes: text.bytes)])
    }

    /// Writes its headings, each at the address that it has in the edition; nothing where there is no text, or none in it.
    private func writeHeadings(into html: inout HTMLBuffer, _ voice: Voice) {
        let all = edition.announcement.erased == nil ? site.texts[edition.source.path]?.headings ?? [] : []
        let headings = all.filter { !$0.text.isEmpty }
        if headings.isEmpty { return }
        let link = "\"><a href=\"\(Escaping.html(site.local(facts.address(edition))))#"
        html += "\n<ul class=\"places-of\">\n"
        html.reserve(headings.count * (link.utf8.count + 96))
        for heading in headings {
            let place = Escaping.html(heading.anchor)
            html.append("<li id=\"", place, link, place, "\">")
            html += voice.authors(Escaping.html(heading.text))
            html += "</a></li>\n"
        }
        html += "</ul>"
    }
}
