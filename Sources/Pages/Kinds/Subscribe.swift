import Diagnostics
import Feeds
import Formats
import Language
import Model
import Site

/// `/subscribe/`: every feed in every format, and how to use it where people read.
func subscribe(_ site: PublicSite) -> PageJob {
    PageJob("subscribe/index.html", site) {
        let intro = site.say(
            "Every change is told as soon as it is announced. Follow them where you already read, and miss none.")
        var head = PageHead(path: "/subscribe/", title: site.say("Subscribe"))
        head.description = intro
        let documents = site.history.documents.map { document in
            let title = site.title(of: document)
            return (document.id, title, site.voice(ofTitleOf: document).authors(Escaping.html(title)))
        }
        let products = site.settings.products.filter { $0.isOffered(on: site.today) }.map {
            ("product/\($0.id.value)", $0.name.value, site.authors($0.name.value))
        }
        let own = site.say(
            "Each document and each product has a feed and a calendar of its own. What is in them is also in those of all changes."
        )
        let list = site.link("/feeds/subscriptions.opml", "subscriptions.opml")
        let ids = site.say(
            "A notice has the same id in every feed and format. A feed holds the newest 50 entries and leads to the older ones."
        )
        func section(_ title: String, _ parts: [String?]) -> String {
            HTML.block("section", [:], ["<h2>\(title)</h2>"] + parts)
        }
        let text = HTML.block(
            "div", ["data-feeds": ""],
            [
                "<p class=\"lead\">\(intro)</p>", byMail(site),
                HTML.block(
                    "section", ["class": "feed"],
                    ["<h2>\(site.say("All changes"))</h2>", site.feed("all", site.say("All changes"))]),
                section(
                    site.say("Only what concerns you"),
                    [
                        "<p>\(own)</p>", site.feeds(site.say("One document"), documents),
                        products.isEmpty ? nil : site.feeds(site.say("The subprocessors of one product"), products),
                    ]),
                section(
                    site.say("Every feed at once"),
                    [
                        "<p>\(site.say("Most feed readers import a list of feeds: \(list)"))</p>", "<p>\(ids)</p>",
                    ]),
            ])
        return PageParts(
            head: head, template: "page", kind: "subscribe", facts: [.heading(head.title, site), Fact(.text, text)])
    }
}

private func byMail(_ site: PublicSite) -> String? {
    let words: String
    switch site.settings.mailingList?.value {
    case .mail(let address):
        words = site.say(
            "To get each notice by mail, write to \(HTML.link("mailto:\(address)", site.isolated(address)))")
    case .page(let address):
        words = site.say(
            "To get each notice by mail, enter your address at \(HTML.link(address, site.isolated(address)))")
    case nil: return nil
    }
    return HTML.block(
        "section", ["class": "by-mail"], ["<h2>\(site.say("By mail"))</h2>", "<p>\(words)</p>"])
}

extension PublicSite {
    /// Feeds that one may choose among, each folded.
    fileprivate func feeds(_ title: String, _ feeds: [(name: String, title: String, html: String)]) -> String {
        HTML.lines(
            ["<h3>\(title)</h3>"]
                + feeds.map { name, title, html in
                    HTML.block(
                        "details", ["class": "feed"],
                        ["<summary>\(html)</summary>", feed(name, title)])
                })
    }

    /// A feed with the address of each of its forms, and what to do with it.
    fileprivate func feed(_ name: String, _ title: String) -> String {
        let forms = feedForms(name, title)
        func code(_ key: String, _ before: String = "") -> String {
            let path = forms.first { $0.key == key }?.path ?? ""
            return "<code>\(before)\(Escaping.html(addresses.absolute(path)))</code>"
        }
        func step(_ words: String) -> String { "<p>\(words)</p>" }
        let calendar = addresses.absolute("/feeds/\(name).ics")
        let rows = [
            (say("Feed reader"), step(say("Add this address:")) + code("atom")),
            (
                "Slack",
                step(say("In the channel that is to get the notices, send:")) + code("rss", "/feed subscribe ")
            ),
            (
                "Microsoft Teams",
                step(
                    say(
                        "In the channel, make a workflow that starts when a feed item is published (RSS), and give it this address:"
                    )) + code("rss")
            ),
            (
                "Outlook",
                step(say("To read the notices beside your mail, add an RSS feed to the folder RSS Subscriptions:"))
                    + code("rss")
                    + step(say("To see the days in your calendar, choose Add calendar, then Subscribe from web:"))
                    + code("calendar")
            ),
            (
                say("Calendar app"),
                step(
                    say(
                        "\(HTML.link("webcal\(calendar.drop { $0 != ":" })", say("Open it in your calendar"))) or subscribe to this address. It has the last day to object and the day of effect of every notice:"
                    )) + code("calendar")
            ),
        ]
        let links = forms.map { form in
            let name = form.key == "calendar" ? say("Calendar") : FeedFormat(rawValue: form.key)?.name ?? form.key
            return "<li><a href=\"\(Escaping.html(local(form.path)))\" type=\"\(form.type)\">\(name)</a></li>"
        }
        return HTML.lines([HTML.facts(rows, [:]), HTML.block("ul", ["class": "links formats"], links)])
    }

    /// One form of a feed: a format of its entries, or the calendar of its days.
    struct FeedForm {
        /// `atom`, `calendar`.
        var key: String
        var type: String
        var title: String
        /// From the site's root.
        var path: String
    }

    /// Every form in which a feed is published.
    func feedForms(_ name: String, _ title: String) -> [FeedForm] {
        let formats = FeedFormat.allCases.map { format in
            FeedForm(
                key: format.rawValue, type: format.mediaType, title: "\(title) (\(format.name))",
                path: "/" + Feed.path(name, format))
        }
        let calendar = FeedForm(
            key: "calendar", type: "text/calendar", title: "\(title) (\(say("Calendar")))", path: "/feeds/\(name).ics")
        return formats + [calendar]
    }
}
