import Diagnostics
import Formats

/// A policy with history: a folder of editions, and for a register its providers.
package struct Document: Sendable {
    /// The folder's name; permanent.
    package var id: String
    /// By id.
    package var editions: [Edition]
    /// By id. Nil where the document is no register.
    package var providers: [Provider]?

    package init(id: String, editions: [Edition], providers: [Provider]? = nil) {
        self.id = id
        self.editions = editions
        self.providers = providers
    }
}

/// The stem of an edition's file: `2026-11-23`, or `2026-11-23-2` for a second one of the same day.
package struct EditionID: Sendable, Hashable, Comparable, CustomStringConvertible {
    package let day: CalendarDate
    /// 1 for the first of its day, which has no number in its name.
    package let number: Int

    package init(day: CalendarDate, number: Int = 1) {
        self.day = day
        self.number = number
    }

    /// Reads a stem; nil where it is none (`2026-11-23-1` and `2026-11-23-02` are none).
    package init?(_ stem: some StringProtocol) {
        guard let day = CalendarDate(stem.prefix(10)) else { return nil }
        let rest = stem.dropFirst(10)
        if rest.isEmpty {
            self.init(day: day)
            return
        }
        guard rest.first == "-", let number = Int(rest.dropFirst()), number >= 2, rest == "-\(number)" else {
            return nil
        }
        self.init(day: day, number: number)
    }

    package static func < (one: Self, other: Self) -> Bool {
        (one.day, one.number) < (other.day, other.number)
    }

    package var description: String { number == 1 ? "\(day)" : "\(day)-\(number)" }
}

/// One frozen text of a document. It never changes, and many share it: so it is one object, and no copy.
package final class Edition: Sendable {
    package let document: String
    package let id: EditionID
    package let source: SourceFile
    package let title: Sourced<String>
    package let announcement: Announcement
    /// Markdown.
    package let summary: Sourced<String>?
    package let version: Sourced<String>?
    /// It takes effect before an edition already announced, and gives way to it on its day. The value's span.
    package let interim: Sourced<Bool>?
    package let retired: Retirement?
    /// The Markdown below the front matter, a range of `source`; empty where the text is erased.
    package let body: SourceSpan
    /// What is published at `/<document>/<edition>.md`: the source without the lines of `postponed`, `withdrawn`
    /// and `erased`.
    package let publishedText: String
    /// The keys of its front matter as they are written, without these three: what is published of it once its text is
    /// erased.
    package let frontMatter: JSONValue
    private let keptDigest = KeptReference<Kept<String>>()
    private let keptNames = KeptReference<Kept<[String]>>()

    package init(
        document: String, id: EditionID, source: SourceFile, title: Sourced<String>, announcement: Announcement,
        summary: Sourced<String>? = nil, version: Sourced<String>? = nil, interim: Sourced<Bool>? = nil,
        retired: Retirement? = nil, body: SourceSpan, publishedText: String,
        frontMatter: JSONValue = .object([])
    ) {
        self.document = document
        self.id = id
        self.source = source
        self.title = title
        self.announcement = announcement
        self.summary = summary
        self.version = version
        self.interim = interim
        self.retired = retired
        self.body = body
        self.publishedText = publishedText
        self.frontMatter = frontMatter
    }

    /// The SHA-256 of `publishedText`.
    package var digest: String {
        (keptDigest.load() ?? keptDigest.storeIfNil(Kept(sha256(publishedText.utf8)))).value
    }

    /// The files that `publishedText` names.
    var namedFiles: [String] {
        (keptNames.load() ?? keptNames.storeIfNil(Kept(Model.namedFiles(in: publishedText)))).value
    }

    /// The same as a build speaking for `asOf` knows it: itself, where nothing of it came later; nil where it is embargoed.
    func announced(by asOf: AsOf) -> Edition? {
        guard let known = announcement.announced(by: asOf) else { return nil }
        return known.saysAsMuch(as: announcement) ? self : with(known)
    }

    /// The same, announced otherwise.
    package func with(_ announcement: Announcement) -> Edition {
        Edition(
            document: document, id: id, source: source, title: title, announcement: announcement, summary: summary,
            version: version, interim: interim, retired: retired, body: body, publishedText: publishedText,
            frontMatter: frontMatter)
    }
}

/// `retired: {replaced_by: [terms]}`: the document ends with this edition; its pages stay.
package struct Retirement: Sendable {
    /// Ids of documents.
    package var replacedBy: [Sourced<String>]
    package var span: SourceSpan

    package init(replacedBy: [Sourced<String>], span: SourceSpan) {
        self.replacedBy = replacedBy
        self.span = span
    }
}

/// Markdown without history: `Content/index.md`, `Content/faq.md`.
package struct Page: Sendable {
    /// The file's stem; `index` is the overview's own text.
    package var id: String
    package var source: SourceFile
    package var body: SourceSpan

    package init(id: String, source: SourceFile, body: SourceSpan) {
        self.id = id
        self.source = source
        self.body = body
    }
}

/// A certification or attestation that the company holds, from `Content/certifications/<id>.yaml`.
package struct Certification: Sendable {
    package var id: String
    package var source: SourceFile
    /// `SOC 2 Type II`.
    package var name: Sourced<String>
    /// Who issued it.
    package var issuer: Sourced<String>?
    /// Markdown: what it covers.
    package var scope: Sourced<String>?
    /// When it was announced; it is embargoed before. The first day of validity where left out.
    package var announced: Sourced<Moment>
    package var from: Sourced<CalendarDate>
    /// Its last day. Nil where it has none.
    package var until: Sourced<CalendarDate>?
    /// Where the report can be had: an address, a file under `/files/`, or a page of the site.
    package var link: Sourced<String>?
    /// The days that its report is about, where these are others than those for which it holds.
    package var period: (from: Sourced<CalendarDate>, until: Sourced<CalendarDate>)?
    /// The mail address at which the report can be asked for.
    package var request: Sourced<String>?
    /// The confidentiality agreement that who asks signs and attaches: an address, or a file under `/files/`.
    package var nda: Sourced<String>?

    package init(
        id: String, source: SourceFile, name: Sourced<String>, issuer: Sourced<String>? = nil,
        scope: Sourced<String>? = nil, announced: Sourced<Moment>, from: Sourced<CalendarDate>,
        until: Sourced<CalendarDate>? = nil, link: Sourced<String>? = nil
    ) {
        self.id = id
        self.source = source
        self.name = name
        self.issuer = issuer
        self.scope = scope
        self.announced = announced
        self.from = from
        self.until = until
        self.link = link
    }
}
