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
        /// On its first day, or on its last.
        case key(SiteSettings.SignerKey, isLast: Bool)
        case witness(SiteSettings.SignerKey, isLast: Bool)
        case names(Dated<Names>)
        case product(RecordedProduct)
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
    /// The digest in it of what is published; nil for settings.
    package var digest: String?
    /// What is published of it and of the files that it names, as digests by paths from the output folder.
    package var published: [String: String]
    /// Canonical JSON of which the line holds digests, in the order of its members, where no other file holds it.
    package var preimages: [String]

    init(
        _ subject: Subject, key: RecordKey, members: [JSONValue.Member], published: [String: String] = [:],
        preimages: [String] = []
    ) {
        self.preimages = preimages
        self.subject = subject
        self.key = key
        self.published = published
        line = JSONValue.object(members + key.members).canonical
        digest = key.kind.isOfItem ? members.first { $0.key == "sha256" }?.value.text : nil
    }
}

extension RecordEntry {
    /// The edition or change that the line is of; nil for settings.
    package var item: NoticeItem? {
        switch subject {
        case .site, .notice, .register, .key, .witness, .names, .product: nil
        case .edition(let edition): .edition(edition)
        case .change(let change): .change(change)
        case .postponed(let item, _), .withdrawn(let item, _), .erased(let item, _): item
        }
    }

    /// Whether it is the line of an edition or a change itself, and not of what was said of it later.
    package var isAnnouncement: Bool { key.kind == .edition || key.kind == .change }
}

/// What tells a line of the record from all others, and its place among them.
///
/// Lines are ordered by moment, then document, kind and id, each as text by its bytes. The `site` line comes first, and
/// what holds from the beginning, which has no moment, follows it.
package struct RecordKey: Sendable, Hashable, Comparable {
    package enum Kind: String, Sendable, CaseIterable {
        case change, edition, erased, key, names, notice, postponed, product, register, site, withdrawn, witness

        /// Whether a line is of an edition or a change, and not of the settings.
        package var isOfItem: Bool {
            switch self {
            case .change, .edition, .erased, .postponed, .withdrawn: true
            case .key, .names, .notice, .product, .register, .site, .witness: false
            }
        }
    }

    package var kind: Kind
    /// As written: when it was announced, or `recorded` where that is given; of settings when they were announced or
    /// from when they hold. Empty for what holds from the beginning.
    package var moment: String
    /// Empty for settings.
    package var document: String
    /// An edition's id, or `<provider>/<change>`; of settings what tells those of one moment apart, such as a key.
    package var item: String

    package init(kind: Kind, moment: String = "", document: String = "", item: String = "") {
        self.kind = kind
        self.moment = moment
        self.document = document
        self.item = item
    }

    package static func < (one: Self, other: Self) -> Bool {
        // The site's line comes first, although `notice` and `register` would stand before it.
        if (one.kind == .site) != (other.kind == .site) { return one.kind == .site }
        return precedes(one.moment, other.moment) ?? precedes(one.document, other.document)
            ?? precedes(one.kind.rawValue, other.kind.rawValue) ?? precedes(one.item, other.item) ?? false
    }

    /// Nil where both are the same to the byte.
    private static func precedes(_ one: String, _ other: String) -> Bool? {
        one.utf8.elementsEqual(other.utf8) ? nil : one.utf8.lexicographicallyPrecedes(other.utf8)
    }

    /// What the line is of; nil for settings.
    package var recordItem: RecordItem? { kind.isOfItem ? RecordItem(document: document, item: item) : nil }

    /// Where the text or the change itself is published, from the output folder: `privacy/2026-11-23.md`; nil for a line
    /// of another kind. What is left of an erased edition is published elsewhere.
    package var path: String? {
        switch kind {
        case .edition: "\(document)/\(item).md"
        case .change: "\(document)/\(item).json"
        default: nil
        }
    }

    /// Where what is left of it is published once it is erased; nil for a line that is of no edition and no change.
    package var restPath: String? {
        switch kind {
        case .edition, .change: "\(document)/\(item).json"
        default: nil
        }
    }

    /// The members by which the line says what it is of.
    var members: [JSONValue.Member] {
        var members = [JSONValue.Member("kind", .string(kind.rawValue))]
        if kind == .names || kind == .product, !moment.isEmpty { members.append(.init("from", .string(moment))) }
        if kind == .product { members.append(.init("product", .string(item))) }
        guard kind.isOfItem else { return members }
        members.append(JSONValue.Member("document", .string(document)))
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

    package var description: String { "\(document)/\(item)" }
}
