import Diagnostics

/// Reads a map key by key. It notes which keys were asked for, and `finish` reports the rest as unknown, so that the
/// code of a reader is the list of its keys.
final class MappingReader {
    /// What the map is, for messages: `site.yaml`, `an edition`.
    let what: String
    /// Where the map stands: its first key, or what stands there instead of keys.
    let span: SourceSpan
    let findings: Findings
    /// In the order in which they are written.
    let entries: [YAMLNode.Entry]
    /// Whether a key that is not there may be in a part that could not be read.
    private let isPartial: Bool
    private let index: [String: Int]
    private var known: [String] = []
    private var missing: [(key: String, example: String)] = []

    init(
        _ entries: [YAMLNode.Entry], at span: SourceSpan, what: String, findings: Findings, isPartial: Bool = false
    ) {
        self.entries = entries
        self.span = entries.first?.keySpan ?? span
        self.what = what
        self.findings = findings
        self.isPartial = isPartial
        index = Dictionary(
            entries.enumerated().map { ($0.element.key, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    /// What is written under a key; nil where it is not there. The key is known from then on.
    func entry(_ key: String) -> YAMLNode.Entry? {
        if !known.contains(key) { known.append(key) }
        return index[key].map { entries[$0] }
    }

    /// Makes keys known before they are asked for, in the order in which a help lists them.
    func know(_ keys: [String]) {
        known += keys.filter { !known.contains($0) }
    }

    /// Whether a key is not there, and something is that looks like it with a slip of the pen.
    func isMisspelt(_ key: String) -> Bool {
        !has(key) && entries.contains { nearMiss($0.key, among: [key]) != nil }
    }

    func has(_ key: String) -> Bool { entry(key) != nil }

    /// A value that may be left out; nil too where it is wrong, which is reported.
    func optional<Value>(_ key: String, _ read: (YAMLNode, String) -> Value?) -> Value? {
        guard let entry = entry(key) else { return nil }
        return read(entry.value, key)
    }

    /// A value that must be there; nil where it is not, or is wrong, which is reported.
    ///
    /// - Parameter example: what could be written, for the help: `title: Privacy Policy`.
    func required<Value>(_ key: String, example: String, _ read: (YAMLNode, String) -> Value?) -> Value? {
        guard let entry = entry(key) else {
            reportMissing(key, example: example)
            return nil
        }
        return read(entry.value, key)
    }

    /// Notes that a key is missing; `finish` reports it, unless it is there and misspelt.
    func reportMissing(_ key: String, example: String) {
        if !isPartial { missing.append((key, example)) }
    }

    /// Reports the keys that nothing asked for, and those that are missing.
    ///
    /// - Parameter isAllowed: says of a key that it may stand there all the same.
    func finish(allowing isAllowed: (String) -> Bool = { _ in false }) {
        var meant: Set<String> = []
        for entry in entries where !known.contains(entry.key) && !isAllowed(entry.key) {
            let near = findings.isFull ? nil : nearMiss(entry.key, among: known)
            if let near { meant.insert(near) }
            findings.add(
                .unknownKey, at: entry.keySpan, "\"\(shown(entry.key))\" is not a key of \(what)",
                help: near.map { "did you mean \($0)?" } ?? "the keys here are \(known.joined(separator: ", "))")
        }
        for (key, example) in missing where !meant.contains(key) {
            findings.add(.missingKey, at: span, "\"\(key)\" is missing", help: "add \(example)")
        }
    }
}
