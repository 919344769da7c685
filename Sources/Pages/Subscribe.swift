import Diagnostics
import Feeds
import Model

/// `/subscribe/`: every feed in every format, and how to use it where people read.
func subscribe(_ site: PublicSite) -> PageJob {
    PageJob("subscribe/index.html") {
        var frame = Frame(path: "/subscribe/", title: site.theme.string("subscribe"))
        frame.description = site.theme.string("subscribe_intro")
        let documents = site.history.documents.map { feed($0.id, site.title(of: $0), site) }
        let products = site.settings.products.map { feed("product/\($0.id.value)", $0.name.value, site) }
        var view: View = [
            "title": frame.title, "mailto": false, "link": false,
            "entries": [feed("all", site.theme.string("feed_all"), site)], "feeds": documents,
            "products": products.isEmpty ? false : ["feeds": products] as View as Any,
        ]
        switch site.settings.mailingList?.value {
        case .mail(let address): view["mailto"] = ["href": "mailto:\(address)", "address": address] as View
        case .page(let address): view["link"] = ["href": address, "address": address] as View
        case nil: break
        }
        return frame.page(site.theme.render("subscribe", view), site)
    }
}

/// A feed with the address of each of its forms, under the form's name.
private func feed(_ name: String, _ title: String, _ site: PublicSite) -> View {
    let forms = site.feedForms(name, title).map { form -> (String, Any) in
        let address = site.addresses.absolute(form.path)
        let host = address.drop { $0 != ":" }
        return (
            form.key,
            ["href": form.path, "type": form.type, "address": address, "webcal": "webcal\(host)"] as View
        )
    }
    return View(forms, uniquingKeysWith: { first, _ in first }).merging(["title": title]) { _, new in new }
}

extension PublicSite {
    /// One form of a feed: a format of its entries, or the calendar of its days.
    struct FeedForm {
        /// Its name in views: `atom`, `calendar`.
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
            key: "calendar", type: "text/calendar", title: "\(title) (\(theme.string("feed_calendar")))",
            path: "/feeds/\(name).ics")
        return formats + [calendar]
    }
}
