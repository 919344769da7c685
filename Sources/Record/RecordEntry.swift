import Diagnostics
import Formats
import Model

/// One line of the record: something announced, with hashes of what was published.
///
/// Its JSON is promised for ever: every later version of TrustPress makes the same line of the same source. So nothing
/// here may follow what can change: no list of all fields, no default, no wording.
package struct RecordEntry: Sendable {
    /// What a line is about, as the source has it.
    package enum Subject: Sendable {
        case site
        case notice(Dated<NoticeTerms>)
        case register(Dated<RegisterTerms>)
        case edition(Edition)
        case change(Change)
        case postponed(NoticeItem, Postponement)
        case withdrawn(NoticeItem, Withdrawal)
        case erased(NoticeItem, Erasure)
    }

    package var subject: Subject
    package var key: RecordKey
    /// RFC 8785 canonical JSON, without a line feed.
    package var line: String
    /// The files that the line holds digests of, by their paths from the output folder; none of what is erased.
    package var published: [String: String]

    init(_ subject: Subject, key: RecordKey, members: [JSONValue.Member], published: [String: String] = [:]) {
        self.subject = subject
        self.key = key
        self.published = published
        line = JSONValue.object(members + key.members).canonical
    }
}

/// What tells a line of the record from all others, and its place among them.
///
/// Lines are ordered by moment, then document, kind and id, each as text by its bytes. The `site` line and the first
/// blocks of settings have no moment and come before all others.
package struct RecordKey: Sendable, Hashable, Comparable {
    package enum Kind: String, Sendable, CaseIterable {
        case change, edition, erased, notice, postponed, register, site, withdrawn

        /// Whether a line is of an edition or a change, and not of the settings.
        package var isOfItem: Bool { self != .site && self != .notice && self != .register }
    }

    package var kind: Kind
    /// As written: when it was announced, or `recorded` where that is given. Empty for what holds from the beginning.
    package var moment: String
    /// Empty for settings.
    package var document: String
    /// An edition's id, `<provider>/<change>`, or the day from which a block of terms holds; empty for what holds from the
    /// beginning.
    package var item: String

    package init(kind: Kind, moment: String = "", document: String = "", item: String = "") {
        self.kind = kind
        self.moment = moment
        self.document = document
        self.item = item
    }

    package static func < (one: Self, other: Self) -> Bool {
        one.order.lexicographicallyPrecedes(other.order) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The site's line comes first, although `notice` and `register` would stand before it.
    private var order: [String] { [kind == .site ? "" : "1", moment, document, kind.rawValue, item] }

    /// What the line is of; nil for settings.
    package var recordItem: RecordItem? { kind.isOfItem ? RecordItem(document: document, item: item) : nil }

    /// Where the text or the change itself is published, from the output folder: `privacy/2026-11-23.md`; nil for a line
    /// of another kind.
    package var path: String? {
        switch kind {
        case .edition: "\(document)/\(item).md"
        case .change: "\(document)/\(item).json"
        default: nil
        }
    }

    /// The members by which the line says what it is of.
    var members: [JSONValue.Member] {
        var members = [JSONValue.Member("kind", .string(kind.rawValue))]
        if !document.isEmpty { members.append(JSONValue.Member("document", .string(document))) }
        guard kind.isOfItem else { return members }
        if let slash = item.firstIndex(of: "/") {
            members.append(JSONValue.Member("provider", .string(String(item[..<slash]))))
            members.append(JSONValue.Member("change", .string(String(item[slash...].dropFirst()))))
        } else {
            members.append(JSONValue.Member("edition", .string(item)))
        }
        return members
    }
}

/// An edition or a change, whatever is said of it: `privacy/2026-11-23`, `subprocessors/anthropic/2027-01-10`.
package struct RecordItem: Sendable, Hashable, CustomStringConvertible {
    package var document: String
    /// An edition's id, or `<provider>/<change>`.
    package var item: String

    package init(document: String, item: String) {
        self.document = document
        self.item = item
    }

    package var description: String { "\(document)/\(item)" }
}
