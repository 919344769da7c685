import Diagnostics
import Formats
import Model

/// What an id names; that decides which ids are taken.
package enum IDKind {
    case document, provider, product, page, certification

    /// The addresses that TrustPress makes itself beside those of the documents, or of a register's providers.
    var reserved: [String] {
        switch self {
        // A document's id begins those of its notices, and is the name of its feed.
        case .document:
            [
                "all", "assets", "certifications", "feeds", "files", "notice-terms", "notices", "record", "schemas",
                "subscribe",
            ]
        case .page: ["assets", "certifications", "feeds", "files", "notices", "record", "schemas", "subscribe"]
        case .provider: ["annex-iii", "changes", "history", "on", "since"]
        case .product, .certification: []
        }
    }
}

/// What is wrong with an id, and the one that would do where there is one.
struct IDProblem {
    var message: String
    var suggestion: String?
}

/// Nil for an id that is `[a-z0-9]+(-[a-z0-9]+)*`, at most 100 characters long, not of a date's form, and not reserved.
func problem(ofID id: String, _ kind: IDKind) -> IDProblem? {
    if id.utf8.count > 100 {
        return IDProblem(message: "\"\(shown(id))\" is longer than 100 characters")
    }
    if !isWordsWithHyphens(id) {
        let suggestion = slug(id)
        return IDProblem(
            message: "\"\(shown(id))\" is not made of a-z, 0-9 and single hyphens between them",
            suggestion: suggestion.isEmpty || problem(ofID: suggestion, kind) != nil ? nil : suggestion)
    }
    if hasDateForm(id) {
        return IDProblem(message: "\"\(id)\" has the form of a date, which names editions")
    }
    if kind.reserved.contains(id) {
        return IDProblem(message: "\"\(id)\" is reserved: TrustPress makes pages of that name itself")
    }
    if kind == .document, filesAtTheRoot.contains(id) {
        return IDProblem(message: "\"\(id)\" is reserved: TrustPress makes a file of that name itself")
    }
    if kind == .document, feedsAndNotices.contains(id) {
        return IDProblem(message: "\"\(id)\" is reserved: TrustPress names feeds and notices so itself")
    }
    return nil
}

/// What is wrong with the id of a document, as a sentence without its full stop; nil for one that a document may have.
package func problem(ofDocumentID id: String) -> String? { problem(ofID: id, .document)?.message }

/// An id for what has a name, that is none of those which are taken: `acme-inc`, `acme-inc-2`.
///
/// - Parameter number: the first that is tried behind a hyphen.
package func freeID(for name: String, _ kind: IDKind, taken: Set<String>, from number: Int = 2) -> String {
    let slug = slug(name)
    let isFit = !slug.isEmpty && problem(ofID: slug, kind) == nil
    let word = "\(kind)"
    let stem = isFit ? slug : slug.isEmpty ? word : "\(word)-\(slug.prefix(80))"
    if !taken.contains(stem) { return stem }
    // Cut for its number, it ends with no hyphen.
    let cut = stem.utf8.count > 90 ? String(stem.prefix(90).reversed().drop { $0 == "-" }.reversed()) : stem
    var number = number
    while taken.contains("\(cut)-\(number)") { number += 1 }
    return "\(cut)-\(number)"
}

/// What a document's files would share with a file of the site, which a host may show without its ending: `/sitemap.csv`
/// is of the document `sitemap`, `/sitemap.xml` is not.
private let filesAtTheRoot: Set<String> = ["404", "index", "robots", "sitemap"]

/// What stands for a document in the names of those feeds and notices that are of none.
private let feedsAndNotices: Set<String> = ["all", "notice-terms", NoticeID.renamed]

/// The id nearest to a name: `Acme Inc.` is `acme-inc`, `Über uns` is `ueber-uns`.
package func slug(_ name: String) -> String {
    var words: [[UInt8]] = [[]]
    let plain = name.lowercased().prefix(100).map { plainLetters[$0] ?? String($0) }.joined()
    for byte in plain.utf8.prefix(100) {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            words[words.count - 1].append(byte)
        case UInt8(ascii: "'"): break
        default: words.append([])
        }
    }
    return words.filter { !$0.isEmpty }.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
}

/// What to write for several values in one item of a list: commas between them; nil where it is not several that are known.
///
/// - Parameter meant: the value that a part stands for.
func severalInOne(_ text: String, _ meant: (String) -> String?) -> String? {
    let parts = text.partsOfItem
    let known = parts.compactMap(meant)
    return parts.count > 1 && known.count == parts.count
        ? "put commas between them: \(known.joined(separator: ", "))" : nil
}

extension String {
    /// What other signs than commas part: `terms`, `privacy` of `terms; privacy`.
    var partsOfItem: [String] { split { ";/&+".contains($0) }.map { String($0).trimmed } }
}

/// What letters with marks are commonly written as without.
private let plainLetters: [Character: String] = [
    "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "å": "aa", "œ": "oe", "é": "e", "è": "e",
    "ê": "e", "ë": "e", "á": "a", "à": "a", "â": "a", "ã": "a", "í": "i", "ì": "i", "î": "i", "ï": "i", "ó": "o",
    "ò": "o", "ô": "o", "õ": "o", "ú": "u", "ù": "u", "û": "u", "ç": "c", "ñ": "n", "š": "s", "ž": "z", "č": "c",
    "ř": "r", "ł": "l", "ń": "n", "ś": "s", "ż": "z", "ź": "z", "ą": "a", "ę": "e",
]

extension ValueReader {
    func id(_ kind: IDKind) -> (YAMLNode, String) -> Sourced<String>? {
        { node, key in
            guard let id = word(node, key, help: "write an id", form: .id) else { return nil }
            guard let problem = problem(ofID: id.value, kind) else { return id }
            findings.add(
                .invalidID, at: id.span, problem.message,
                help: severalInOne(id.value) { Source.problem(ofID: $0, kind) == nil ? $0 : nil }
                    ?? problem.suggestion.map { "write \($0)" } ?? "choose another id")
            return nil
        }
    }
}
