import Diagnostics
import Markdown
import Model
import Redline

extension EditionPage {
    /// Of each clause of the edition in force, or any section with a heading, the edition that last changed it, with a
    /// link to it in that edition's redline.
    var clauseHistory: Any {
        guard let current = document.inForce(on: site.today), current.announcement.erased == nil else { return false }
        return clauseHistory(of: current)
    }

    func clauseHistory(of edition: Edition) -> Any {
        guard let text = site.texts[edition.source.path] else { return false }
        let origins = site.redlines.origins(of: edition, in: document, text: text)
        let items = origins.map { origin -> View in
            let page = "/\(document.id)/\(origin.edition.id)/"
            return [
                "title": origin.heading.text, "href": "/\(document.id)/#\(origin.heading.anchor)",
                "edition": origin.anchor.map { "\(page)changes/#\($0)" } ?? page,
                "day": site.time(origin.edition.announcement.currentEffective),
            ]
        }
        return items.isEmpty ? false : ["items": items] as View
    }
}
