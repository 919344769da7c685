import Diagnostics
import Formats
import Model
import Record

extension Judgement {
    /// Of what is erased only words may go, and nothing may come in their place: what an earlier build published of it
    /// and this one would not, or otherwise.
    func erasedTooMuch(_ old: ParsedEntry, _ new: RecordEntry) -> [Diagnostic] {
        switch new.subject {
        case .change(let change) where change.announcement.erased != nil: alteredFields(of: change, old)
        case .edition(let edition) where edition.announcement.erased != nil: alteredFrontMatter(of: edition, old)
        default: []
        }
    }

    /// Contract, section 8: of a change `note`, `urgent`, `address`, the words of rules and of `ai` may go.
    private func alteredFields(of change: Change, _ old: ParsedEntry) -> [Diagnostic] {
        guard let before = old.key.path.flatMap(previous.json(at:)), let now = change.publishedJSON else {
            return []
        }
        let (was, now_) = (before.members(), now.members())
        return Set(was.keys).union(now_.keys).sorted().filter { !Self.mayBecome(was[$0], now_[$0], of: $0) }.map {
            key in
            Diagnostic(
                .publishedTextChanged, at: change.span(of: key),
                "\"\(key)\" of \(old.key.words) was published as something else, and an erasure alters nothing",
                help: (was[key].map { "put back \(key): \($0.canonical)" } ?? "take \(key) out")
                    + "; what may go is note, urgent, address, and the words of rules and of ai")
        }
    }

    private static func mayBecome(_ was: JSONValue?, _ now: JSONValue?, of key: String) -> Bool {
        if was == now { return true }
        guard let was else { return false }
        switch key {
        case "note", "urgent", "address": return now == nil
        case ProviderField.ai.rawValue:
            guard let now else { return true }
            let (old, new) = (was.members(), now.members())
            return new.allSatisfy { old[$0.key] == $0.value }
        default:
            guard let now else { return false }
            return now.isWithoutRules(of: was)
        }
    }

    /// The front matter stays, but for lines that go; the text below it is gone. Once it is erased, the text that this
    /// could be compared with is gone too.
    private func alteredFrontMatter(of edition: Edition, _ old: ParsedEntry) -> [Diagnostic] {
        guard let before = old.key.path.flatMap(previous.text(at:)), sha256(before.utf8) == old.digest else {
            return []
        }
        let was = before.split(separator: "\n", omittingEmptySubsequences: false)
        var rest = was[...]
        let now = edition.publishedText.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in now.enumerated() where !line.isEmpty {
            guard let found = rest.firstIndex(of: line) else {
                return [
                    Diagnostic(
                        .publishedTextChanged,
                        at: edition.source.span(ofPublishedLine: index + 1, in: edition.publishedText),
                        "this line was not in what was published of \(old.key.words), and an erasure adds nothing",
                        help: "put back the line that stood here, or take it out")
                ]
            }
            rest = was[(found + 1)...]
        }
        return []
    }

    /// What is erased is gone from every page at once, so the record must say so at once: a verifier would miss the
    /// text and find no line that says why.
    var erasedTooEarly: [Diagnostic] {
        guard asOfWentBack.isEmpty else { return [] }
        let erasures = history.documents.flatMap(\.items).compactMap(\.announcement.erased)
        return erasures.filter { !record.asOf.covers($0.announced.value) }.map { erased in
            Diagnostic(
                .publishedTextMissing, at: erased.announced.span,
                "this is gone already, and its erasure is announced for \(erased.announced.value)",
                help: "write announced: \(nextMoment), or put it back until then")
        }
    }
}

extension JSONValue {
    /// Whether this is another value without the words of some of its rules, and nothing else.
    fileprivate func isWithoutRules(of other: JSONValue) -> Bool {
        switch (self, other) {
        case (.array(let now), .array(let was)):
            now.count == was.count && zip(now, was).allSatisfy { $0.isWithoutRules(of: $1) }
        case (.object, .object):
            members() == other.members() || members() == other.members(but: ["rule"])
        default: self == other
        }
    }
}
