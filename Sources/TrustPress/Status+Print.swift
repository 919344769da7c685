import Diagnostics
import Formats
import Model

extension Status {
    private static let columns = 80

    /// For a terminal of 80 columns.
    package func text(origin: String, offset: UTCOffset) -> String {
        var lines = ["As of \(asOf) (\(offset)), by \(origin)", ""] + table
        lines += ["", "Upcoming"]
        for item in upcoming {
            lines += Self.item("\(item.effective)", item.what)
            let deadline = item.objectionDeadline.map { ", objections until \($0)" } ?? ""
            lines.append("              notice \(item.notice)\(deadline)")
        }
        if upcoming.isEmpty { lines.append("  nothing") }
        if let news {
            lines += ["", "Since \(news.since)"]
            for (event, _, title) in news.events { lines += ["  \(event.moment)  \(event.name)", "      \(title)"] }
            if news.events.isEmpty { lines.append("  nothing") }
        }
        lines += ["", "Next rebuild that changes the site"]
        if let next {
            lines += next.reasons.flatMap { Self.item("\(next.moment)", $0) }
        } else {
            lines.append("  none is due")
        }
        if let count = findings.count { lines += ["", "\(count); trustpress check shows them"] }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A line for each document: since when its edition is in force, when something of it takes effect next, and until
    /// when customers may object to what is to come.
    private var table: [String] {
        let head: [String] = ["Document", "In force since", "Upcoming", "Object until", ""]
        let rows = documents.map { document -> [String] in
            func day(_ day: CalendarDate?, otherwise: String) -> String { day.map { "\($0)" } ?? otherwise }
            let listed = document.listed.map { "\($0) listed" } ?? (document.isRetired ? "retired" : "")
            return [
                document.id, day(document.since, otherwise: "not yet"), day(document.next, otherwise: "-"),
                day(document.objectionDeadline, otherwise: "-"), listed,
            ]
        }
        let all = [head] + rows
        let widths = head.indices.map { column in all.map { row in row[column].count }.max() ?? 0 }
        return all.map { row in
            // Nothing stands behind the last cell that has words.
            let last = row.lastIndex { !$0.isEmpty } ?? 0
            let cells = row[...last].enumerated().map { column, cell in
                column == last ? cell : cell + String(repeating: " ", count: widths[column] - cell.count)
            }
            return cells.joined(separator: "  ")
        }
    }

    /// What happens on a day, the words below one another.
    private static func item(_ day: String, _ words: String) -> [String] {
        let indentation = String(repeating: " ", count: day.count + 4)
        let lines = wrappedLines(words, to: columns, indentation: indentation)
        return lines.enumerated().map {
            $0.offset == 0 ? "  \(day)  " + $0.element.dropFirst(indentation.count) : $0.element
        }
    }

    /// What is told of a site whose settings cannot be read: what is wrong with it, and nothing else.
    package static func json(ofUnreadable findings: [Diagnostic]) -> JSONValue {
        [
            "as_of": .null, "as_of_from": .null, "documents": .null, "upcoming": .null, "next": .null, "since": .null,
            "events": .null, "errors": findings.json(.error), "warnings": findings.json(.warning),
        ]
    }

    package func json(origin: String) -> JSONValue {
        [
            "as_of": .string(asOf.description),
            "as_of_from": .string(origin),
            "documents": .array(documents.map(\.json)),
            "upcoming": .array(upcoming.map(\.json)),
            "next": next.map { next in
                [
                    "moment": .string(next.moment.description),
                    "reasons": .array(next.reasons.map(JSONValue.string)),
                ]
            } ?? .null,
            "since": news.map { .string($0.since.description) } ?? .null,
            "events": news.map { .array($0.events.map(Self.json)) } ?? .null,
            "errors": findings.json(.error),
            "warnings": findings.json(.warning),
        ]
    }

    private static func json(of event: Event, tag: String, title: String) -> JSONValue {
        [
            "id": .string(tag),
            "event": .string(event.name),
            "kind": .string(event.kind.rawValue),
            "notice": .string("\(event.notice)"),
            "document": .string(event.notice.document),
            "moment": .string("\(event.moment)"),
            "title": .string(title),
        ]
    }
}

extension Status.Document {
    fileprivate var json: JSONValue {
        [
            "id": .string(id),
            "in_force": inForce.map { .string($0.edition.description) } ?? .null,
            "title": inForce.map { .string($0.title) } ?? .null,
            "in_force_since": since.map { .string("\($0)") } ?? .null,
            "upcoming": next.map { .string("\($0)") } ?? .null,
            "objection_deadline": objectionDeadline.map { .string("\($0)") } ?? .null,
            "retired": .bool(isRetired),
            "listed": listed.map(JSONValue.integer) ?? .null,
        ]
    }
}

extension Status.Upcoming {
    fileprivate var json: JSONValue {
        [
            "effective": .string(effective.description),
            "notice": .string(notice.description),
            "what": .string(what),
            "objection_deadline": objectionDeadline.map { .string($0.description) } ?? .null,
        ]
    }
}

extension [Diagnostic] {
    /// Those of a severity, as `check` writes them.
    fileprivate func json(_ severity: Severity) -> JSONValue {
        .array(filter { $0.severity == severity }.map(\.json))
    }
}
