import Formats
import Markdown

/// A piece of a page that the program itself writes, in its own words: a text, a list, a notice, a mark.
///
/// A template says where it stands, and nothing else: it never sees what is in it.
package struct Fact: Sendable, Hashable {
    /// As templates name it: `article`.
    package let name: Name
    /// HTML in UTF-8: elements with `data-` names; in the head, what only stands there.
    package let bytes: [UInt8]
    /// Whether its outermost elements hold an author's words; then what the program adds inside says so itself.
    let isAuthors: Bool

    init(_ name: Name, bytes: [UInt8], isAuthors: Bool = false) {
        self.name = name
        self.bytes = bytes
        self.isAuthors = isAuthors
    }

    init(_ name: Name, _ html: String, isAuthors: Bool = false) {
        self.init(name, bytes: Array(html.utf8), isAuthors: isAuthors)
    }

    package var html: String { String(decoding: bytes, as: UTF8.self) }

    /// Every fact that a page may have; each template may place them all.
    package enum Name: String, CaseIterable, Sendable, Hashable {
        /// The title and relations of the page, for its `<head>`.
        case head
        case heading, marks
        /// Of an edition and a redline.
        case dates, summary, article, origins, touched, legend
        /// The places that are not in a text, and what became of each.
        case places
        /// Of a register and of one company.
        case list, provider, details, history
        case notice
        /// Of the overview.
        case intro, documents, upcoming, lists, recent, certifications, contacts
        /// All there is to say, where a page has one thing to say.
        case text
        /// What is printed at the head of each sheet; the program itself sets it before the page.
        case running
        /// The rendered page in the layout.
        case content
    }

    /// The attributes by which facts, and what changed in them, are known in a page. A theme uses none of them: so
    /// nothing looks like a fact that is none, and no fact like something to be passed over.
    package static let attributes: Set<String> = [
        "data-aid", "data-annex", "data-certifications", "data-change", "data-compare", "data-contacts", "data-dates",
        "data-day", "data-days", "data-details", "data-documents", "data-edition", "data-editions", "data-feeds",
        "data-gone-places",
        "data-heading", "data-history", "data-label", "data-legend", "data-list", "data-lists", "data-mark",
        "data-marks",
        "data-note", "data-notice", "data-notices", "data-origins", "data-page", "data-provider", "data-record",
        "data-redline", "data-restated", "data-running", "data-summary", "data-touched",
    ]
}

/// HTML as the program writes it: attributes in quotes and escaped; what is inside is HTML already.
enum HTML {
    typealias Attributes = KeyValuePairs<String, String>

    /// An element in one line.
    static func inline(_ name: String, _ attributes: Attributes = [:], _ content: String) -> String {
        var element = opened(name, attributes, roomFor: content.utf8.count + name.utf8.count + 3)
        element.append(content, "</", name, ">")
        return element.text
    }

    /// An element whose parts stand on lines of their own; nothing for a part that is nil or empty.
    static func block(_ name: String, _ attributes: Attributes = [:], _ parts: [String?]) -> String {
        var element = opened(name, attributes, roomFor: size(of: parts) + name.utf8.count + 5)
        element += "\n"
        element.append(lines: parts)
        element.append("\n</", name, ">")
        return element.text
    }

    /// A section that is called as its heading says.
    static func section(_ style: String, _ id: String, _ title: String, _ parts: [String?]) -> String {
        block("section", ["class": style, "aria-labelledby": id], ["<h2 id=\"\(id)\">\(title)</h2>"] + parts)
    }

    /// What is unfolded below a summary.
    static func fold(_ summary: String, _ content: String) -> String {
        block("details", ["class": "fold"], ["<summary>\(summary)</summary>", content])
    }

    /// The parts that say something, one below the other.
    static func lines(_ parts: [String?]) -> String {
        var lines = HTMLBuffer()
        lines.reserve(size(of: parts))
        lines.append(lines: parts)
        return lines.text
    }

    private static func size(of parts: [String?]) -> Int { parts.reduce(0) { $0 + ($1?.utf8.count ?? 0) + 1 } }

    static func link(_ address: String, _ content: String) -> String { inline("a", ["href": address], content) }

    /// Terms and what is said of each, side by side.
    static func facts(_ rows: [(label: String, value: String)], _ attributes: Attributes = ["class": "facts"]) -> String
    {
        block("dl", attributes, rows.map { "<div><dt>\(Escaping.html($0.label))</dt><dd>\($0.value)</dd></div>" })
    }

    /// What there is to say under labels, one below the other; nil for nothing.
    static func pairs(_ rows: [(label: String, value: String)]) -> String? {
        rows.isEmpty ? nil : facts(rows, ["class": "pairs"])
    }

    /// An opening tag.
    static func start(_ name: String, _ attributes: Attributes) -> String { opened(name, attributes, roomFor: 0).text }

    /// What begins with an opening tag.
    ///
    /// - Parameter more: how many bytes are written behind it.
    private static func opened(_ name: String, _ attributes: Attributes, roomFor more: Int) -> HTMLBuffer {
        var tag = HTMLBuffer()
        tag.reserve(attributes.reduce(name.utf8.count + 2 + more) { $0 + $1.key.utf8.count + $1.value.utf8.count + 4 })
        tag += "<"
        tag += name
        for (name, value) in attributes {
            tag += " "
            tag += name
            // An attribute that only names the element has no value.
            if !value.isEmpty { tag.append("=\"", Escaping.html(value), "\"") }
        }
        tag += ">"
        return tag
    }
}
