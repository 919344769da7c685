import Formats
import Model

extension Status {
    /// For a terminal of 80 columns.
    package func text(origin: String, offset: UTCOffset) -> String {
        var lines = ["As of \(asOf) (\(offset)), by \(origin)", "", "In force"]
        let width = documents.map(\.id.count).max() ?? 0
        for document in documents {
            let name = document.id + String(repeating: " ", count: width - document.id.count)
            guard let (edition, title) = document.inForce else {
                lines.append("  \(name)  nothing yet")
                continue
            }
            let list = document.listed.map { ", \($0) on the list" } ?? ""
            lines.append("  \(name)  \(edition)  \(title)\(list)\(document.isRetired ? " (retired)" : "")")
        }
        lines += ["", "Upcoming"]
        for item in upcoming {
            lines.append("  \(item.effective)  \(item.what)")
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
            lines += next.reasons.map { "  \(next.moment)  \($0)" }
        } else {
            lines.append("  none is due")
        }
        return lines.joined(separator: "\n") + "\n"
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
