import Diagnostics
import Formats
import Foundation
import Language
import Model
import Notices
import Site
import TrustPress

/// What the preview says below a page: the day that is looked at, the days to come, what will be published, and what is
/// wrong. It stands in a shadow tree, so that no theme changes how it looks.
struct PreviewBar {
    let look: Look
    /// Nil for what the run speaks for by itself.
    let asOf: AsOf?
    /// Of the page, with the slash before it.
    let path: String
    /// Below which the site stands: `/`, or `/trust/`.
    let place: String

    /// A page with the bar below it.
    func below(_ page: [UInt8]) -> [UInt8] {
        let page = ContentSecurityPolicy.dropped(from: page)
        let end = Array("</body>".utf8)
        var place = page.count
        // The last one: an earlier one may stand in a comment.
        while let next = page.firstPlace(of: end, from: place == page.count ? 0 : place + 1) { place = next }
        return Array(page[..<place]) + html.utf8 + page[place...]
    }

    /// A page of its own, where nothing can be shown.
    ///
    /// - Parameter isThere: whether there is a site, and only this page is not in it.
    func alone(isThere: Bool) -> String {
        let words =
            isThere
            ? "As of this day the site has nothing at this address."
            : "There is nothing to show yet: what is wrong stands below. This page comes up to date by itself."
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>Preview</title>
            <link rel="stylesheet" href="\(PreviewRequest.place)preview.css">
            </head>
            <body class="alone">
            <h1>\(isThere ? "No page here" : "Not in order yet")</h1>
            <p>\(words)</p>
            \(isThere ? "<p><a href=\"\(place)\">The first page</a></p>\n" : "")\(html)</body>
            </html>

            """
    }

    private var html: String {
        """
        <div id="trustpress-preview" lang="en" dir="ltr">
        <template shadowrootmode="open">
        <link rel="stylesheet" href="\(PreviewRequest.place)preview.css">
        <div class="bar" role="region" aria-label="Preview">
        \(findings)\(days)\(changes)<p class="ended" role="status" hidden>The preview has ended: start trustpress serve again.</p>
        </div>
        </template>
        </div>
        <script src="\(PreviewRequest.place)preview.js" data-look="\(look.number)"></script>

        """
    }

    private var findings: String {
        if let trouble = look.trouble {
            return "<details open class=\"error\"><summary>The site cannot be read</summary>\n"
                + "<div class=\"finding error\"><pre>\(Escaping.html(printable(trouble)))</pre></div>\n</details>\n"
        }
        guard !look.findings.isEmpty else { return "" }
        let errors = look.findings.filter { $0.severity == .error }
        let behind = errors.isEmpty ? "" : "; behind this, the site as it was before"
        let all = errors + look.findings.filter { $0.severity != .error }
        let items = all.prefix(Self.mostFindings).map(item(of:))
        let more = all.count - items.count
        let rest = more == 0 ? "" : "<p>The other \(more) are told by trustpress check.</p>\n"
        let summary: String = look.findings.count ?? ""
        return "<details\(errors.isEmpty ? "" : " open") class=\"\(errors.isEmpty ? "warning" : "error")\">"
            + "<summary>\(summary)\(behind)</summary>\n\(items.joined())\(rest)</details>\n"
    }

    /// What nobody would read through below a page, the terminal has.
    private static let mostFindings = 50

    /// The message in words that wrap, and the line below it as it stands, so that what is meant stays underlined.
    private func item(of finding: Diagnostic) -> String {
        let lines = printable(finding.printed(as: .text)).split(separator: "\n", maxSplits: 1).map(Escaping.html)
        let line = lines.dropFirst().map { "<pre>\($0)</pre>" }.joined()
        return "<div class=\"finding \(finding.severity.rawValue)\"><p>\(lines.first ?? "")</p>\(line)</div>\n"
    }

    // MARK: - Days

    /// How many days to come stand in the bar itself; the others fold out.
    private static let stops = 3

    private var days: String {
        guard let today = look.asOf else { return "" }
        let shown = asOf ?? today
        let days = coming
        let stops = days.prefix(Self.stops).map { stop($0.day, $0.reasons) }
        let more = days.dropFirst(Self.stops).map { "<li>\(stop($0.day, $0.reasons)): \(list($0.reasons))</li>\n" }
        let rest =
            more.isEmpty
            ? "" : "<details><summary>\(more.count) more</summary>\n<ul>\n\(more.joined())</ul></details>\n"
        return """
            <form action="\(PreviewRequest.place)as-of" method="get">
            <input type="hidden" name="back" value="\(Escaping.html(path))">
            <label>As of <input type="date" name="day" value="\(shown.day)" required></label>
            <button>Show</button>
            \(asOf == nil ? "" : "<a href=\"\(address(nil))\">Back to \(English.date(today.day))</a>")
            \(stops.joined(separator: "\n"))
            </form>
            \(rest)
            """
    }

    private var coming: [(day: CalendarDate, reasons: [String])] {
        var days: [(day: CalendarDate, reasons: [String])] = []
        for (moment, reasons) in look.coming {
            if days.last?.day == moment.day {
                days[days.count - 1].reasons += reasons
            } else {
                days.append((moment.day, reasons))
            }
        }
        return days
    }

    private func stop(_ day: CalendarDate, _ reasons: [String]) -> String {
        let here = asOf?.day == day ? " aria-current=\"date\"" : ""
        return "<a href=\"\(address(day))\" title=\"\(list(reasons))\"\(here)>\(English.date(day))</a>"
    }

    private func list(_ reasons: [String]) -> String { Escaping.html(printable(reasons.joined(separator: "; "))) }

    private func address(_ day: CalendarDate?) -> String {
        let day = day.map { "day=\($0)&" } ?? ""
        // Of what a path may have, these alone mean something in the query of an address.
        let back = path.addingPercentEncoding(withAllowedCharacters: .alphanumerics.union(["/", "-", ".", "_"])) ?? "/"
        return Escaping.html("\(PreviewRequest.place)as-of?\(day)back=\(back)")
    }

    // MARK: - What will be published

    private var changes: String {
        guard let changes = look.changes else { return "" }
        guard changes.previous != nil else {
            return
                "<p>Nothing says yet what is published: commit the site, or name a build with <code>--previous</code>.</p>\n"
        }
        let told = changes.told + changes.scheduled
        guard !told.isEmpty || !changes.silent.isEmpty else {
            let isAltered = look.findings.contains { Self.ofWhatIsPublished.contains($0.id) }
            return isAltered
                ? "<p>Nothing new to publish; but what is published was altered, as the findings say</p>\n"
                : "<p>Nothing new to publish</p>\n"
        }
        let silent = changes.silent.map {
            "<li>Enters the record without a notice: \(Escaping.html(printable($0)))</li>\n"
        }
        let notices = Set(told.map(\.event.notice)).count
        let summary =
            notices == 0 ? "Publishes no notice" : "Publishes \(counted(notices, "notice"))"
        return "<details><summary>\(summary)</summary>\n<ul>\n"
            + told.map { item(of: $0, after: changes.asOf) }.joined() + silent.joined() + "</ul>\n</details>\n"
    }

    /// The checks that find what is published altered or gone.
    private static let ofWhatIsPublished: Set<CheckID> = [
        .publishedTextChanged, .publishedTextMissing, .settingsChanged, .authorityChanged, .backdated,
        .erasedUnpublished,
    ]

    private func item(of told: PendingChanges.Told, after asOf: AsOf) -> String {
        let day = told.event.moment.day
        let sentences = (told.sentences + [told.objection].compactMap { $0 }).map { Escaping.html(printable($0)) }
        let notice = "<a href=\"\(place)notices/\(told.event.notice)/\">\(told.event.notice)</a>"
        let name = asOf.covers(told.event.moment) ? notice : "\(told.event.notice)"
        return "<li><strong>\(Escaping.html(printable(told.document))), \(told.event.kind.rawValue) on "
            + "\(English.date(day))</strong> (\(name)): \(sentences.joined(separator: " "))</li>\n"
    }
}
