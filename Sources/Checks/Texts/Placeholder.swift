import Diagnostics
import Formats
import Markdown
import Model

extension Check {
    /// `placeholder`: `{{…}}`, `TODO`, `[COMPANY]`, `[Insert date]`, `[●]`, `Section [X]`, `____` in a published text.
    ///
    /// Templates of policies are published with their blanks unfilled more often than one would think. Code counts:
    /// what is published is published. So are addresses in site.yaml below `invalid`, which is nobody's (RFC 6761, section
    /// 6.4).
    package static let placeholder = Check { context in
        // What is a placeholder is told by its line.
        let inTexts = context.memory.answers(to: .placeholders, of: context.published) {
            PlaceholderScanner($0.bytes).placeholders()
        } _: { text, pieces -> [Finding] in
            let written =
                pieces.isEmpty
                ? PlaceholderScanner(text.words.utf8Bytes).placeholders()
                : pieces.flatMap { piece in piece.found.map { $0.shifted(by: piece.start) } }
            guard !written.isEmpty else { return [] }
            let links = RangeSet((text.markdown?.links ?? []).map(\.span.range))
            let found = written.filter { range in
                // `[GDPR]` may be a link whose address is defined elsewhere; of such a link the span is the whole link.
                text.isScalar || text.words.utf8.text(in: range).hasPrefix("{{")
                    || !links.holds(text.place(of: range).range)
            }
            return text.findings(found) { range in
                let place = text.place(of: range)
                let words = text.words.utf8.text(in: range)
                return Diagnostic(
                    .placeholder, at: place, .placeholder(words), help: "write the words that belong in its place")
            }
        }
        return context.settings.unusableAddresses + inTexts.joined()
    }
}

extension SiteSettings {
    /// Its address, its authority and its first mail addresses that nobody can ever have.
    fileprivate var unusableAddresses: [Finding] {
        let contacts = names[0].terms.contacts
        let site = url.value.host.prefix { $0 != ":" }
        let hosts =
            [
                (Sourced(url.value.description, at: url.span), site),
                (authority, Self.host(ofAuthority: authority.value)),
            ]
            + Contacts.Kind.allCases.map { (contacts[$0], contacts[$0].value[...]) }
        return hosts.filter { address, host in
            // What stands in the place of a value that cannot be read, nobody wrote.
            host.lowercased().hasSuffix(".invalid") && address.span.text.lowercased().contains(host.lowercased())
        }
        .map { address, _ in
            Finding(
                Diagnostic(
                    .placeholder, at: address.span, .placeholder(address.value),
                    help: "write an address of your own in its place"))
        }
    }
}

extension String {
    fileprivate static func placeholder(_ words: String) -> String { "\"\(words)\" is a placeholder" }
}

extension Substring.UTF8View {
    func text(in range: Range<Int>) -> String {
        let start = index(startIndex, offsetBy: Swift.min(range.lowerBound, count))
        let end = index(startIndex, offsetBy: Swift.min(range.upperBound, count))
        return String(decoding: self[start..<end], as: UTF8.self)
    }
}

/// Ranges that can be asked quickly whether one of them holds another.
struct RangeSet {
    private var starts: [Int]
    /// The furthest end of all ranges that start no later than the one at the same index.
    private var ends: [Int]

    init(_ ranges: [Range<Int>]) {
        let sorted = ranges.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
        starts = sorted.map(\.lowerBound)
        ends = []
        for range in sorted { ends.append(max(range.upperBound, ends.last ?? 0)) }
    }

    func holds(_ range: Range<Int>) -> Bool {
        let next = starts.firstPlace { $0 > range.lowerBound }
        return next > 0 && ends[next - 1] >= range.upperBound
    }
}
