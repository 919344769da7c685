import Diagnostics
import Model

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
    /// Of a map that stands for all that may stand there; nil of one that is written.
    private let probe: MapProbe?
    private let index: [String: Int]
    private var known: [String] = []
    private var missing: [(key: String, example: String)] = []
    /// The keys that stand there and could not be read as they were meant: their values have something wrong in them,
    /// or they are misspelt, which `finish` finds out. What comes of their not being there is not reported again.
    private(set) var unread: Set<String> = []

    init(
        _ entries: [YAMLNode.Entry], at span: SourceSpan, what: String, findings: Findings, isPartial: Bool = false
    ) {
        self.entries = entries
        self.span = entries.first?.keySpan ?? span
        self.what = what
        self.findings = findings
        self.isPartial = isPartial
        probe = nil
        index = Dictionary(
            entries.enumerated().map { ($0.element.key, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    /// A map that stands for all that may stand there.
    init(_ probe: MapProbe, what: String, findings: Findings) {
        (entries, index, isPartial) = ([], [:], false)
        span = YAMLNode.standingFor(Probe()).span
        self.what = what
        self.findings = findings
        self.probe = probe
    }

    /// What is written under a key; nil where it is not there. The key is known from then on.
    ///
    /// - Parameter isRequired: whether it must be there.
    func entry(_ key: String, isRequired: Bool = false) -> YAMLNode.Entry? {
        if !known.contains(key) { known.append(key) }
        if let probe { return YAMLNode.Entry(key: key, keySpan: span, value: probe.value(key, isRequired: isRequired)) }
        return index[key].map { entries[$0] }
    }

    /// What is written under a key that may not stand here; it is known, so that it is not called unknown.
    func refusedEntry(_ key: String) -> YAMLNode.Entry? {
        guard probe == nil, index[key] != nil else { return nil }
        return entry(key)
    }

    /// What is written under keys that an author chooses, all of which are known.
    ///
    /// - Parameters:
    ///   - form: what these keys are.
    ///   - sample: one of them.
    func entries(ofKeys form: ValueForm, as sample: String) -> [YAMLNode.Entry] {
        guard let probe else { return entries }
        return [YAMLNode.Entry(key: sample, keySpan: span, value: probe.value(ofKeys: form))]
    }

    /// All that is written, where just some keys may be.
    func entries(among keys: [String]) -> [YAMLNode.Entry] {
        guard let probe else { return entries }
        return keys.map { YAMLNode.Entry(key: $0, keySpan: span, value: probe.value($0, isRequired: false)) }
    }

    /// Notes that anything may stand under a key.
    func allow(_ key: String) { _ = probe?.value(key, isRequired: false) }

    /// Makes keys known before they are asked for, in the order in which a help lists them.
    func know(_ keys: [String]) { known += keys.filter { !known.contains($0) } }

    /// Whether a key is not there, and something is that looks like it with a slip of the pen, or means the same.
    func isMisspelt(_ key: String) -> Bool {
        !has(key) && entries.contains { meantKey($0.key, among: [key]) != nil }
    }

    func has(_ key: String) -> Bool { entry(key) != nil }

    /// A value that may be left out; nil too where it is wrong, which is reported.
    func optional<Value>(_ key: String, _ read: (YAMLNode, String) -> Value?) -> Value? {
        guard let entry = entry(key) else { return nil }
        return noting(entry, read)
    }

    /// Reads a value, and notes its key where something is wrong in it.
    func noting<Value>(_ entry: YAMLNode.Entry, _ read: (YAMLNode, String) -> Value?) -> Value? {
        let before = findings.count
        let value = read(entry.value, entry.key)
        if findings.count > before || entry.value.holdsBroken { unread.insert(entry.key) }
        return value
    }

    /// A value that must be there; nil where it is not, or is wrong, which is reported.
    ///
    /// - Parameter example: what could be written, for the help: `title: Privacy Policy`.
    func required<Value>(_ key: String, example: String, _ read: (YAMLNode, String) -> Value?) -> Value? {
        guard let entry = entry(key, isRequired: true) else {
            reportMissing(key, example: example)
            return nil
        }
        return noting(entry, read)
    }

    /// Notes that a key is missing; `finish` reports it, unless it is there and misspelt.
    func reportMissing(_ key: String, example: String) {
        if !isPartial { missing.append((key, example)) }
    }

    /// Reports the keys that nothing asked for, and those that are missing.
    ///
    /// - Parameters:
    ///   - isAllowed: says of a key that it may stand there all the same.
    ///   - allowsOthers: whether any key may that is not like one of those asked for, as what allows keys cannot be read.
    func finish(allowing isAllowed: (String) -> Bool = { _ in false }, allowingOthers allowsOthers: Bool = false) {
        for (position, entry) in entries.enumerated() where !known.contains(entry.key) && !isAllowed(entry.key) {
            if isRestOfValue(position) {
                if !isRestOfValue(position - 1) { report(valueCutBefore: position) }
                continue
            }
            let meant = findings.isFull ? nil : meantKey(entry.key, among: known)
            if let meant { unread.insert(meant) }
            if meant == nil && allowsOthers { continue }
            report(unknown: entry, meant: meant)
        }
        unread.formUnion(findings.hiddenKeys.intersection(known))
        if isPartial { unread.formUnion(known.filter { index[$0] == nil }) }
        for (key, example) in missing where !unread.contains(key) {
            findings.add(.missingKey, at: span, "\"\(key)\" is missing", help: "add \(example)")
        }
    }

    /// The key that was meant by one that is none: the one of the same meaning, where it is not there, or the nearest in
    /// its letters. Of a key with a colon in it, that of what stands before the colon.
    private func meantKey(_ key: String, among known: [String]) -> String? {
        // `- 2026-11-23: What changes.`
        if Moment(key) != nil, known.contains("announced"), index["announced"] == nil { return "announced" }
        let word = key.prefix { $0 != ":" }.lowercased().replacing("-", with: "_").replacing(" ", with: "_")
        return known.first { index[$0] == nil && otherWords[$0]?.contains(word) == true }
            ?? nearMiss(word, among: known)
    }

    private func report(unknown entry: YAMLNode.Entry, meant: String?) {
        // In brackets `{days:30}` is one word, and so a key without a value.
        if let meant, let colon = entry.key.firstIndex(of: ":") {
            let value = entry.key[colon...].dropFirst()
            findings.add(
                .syntax, at: entry.keySpan, "a space is missing after a colon",
                help: "write \(meant): \(shown(String(value)))")
            return
        }
        findings.add(
            .unknownKey, at: entry.keySpan, "\"\(shown(entry.key))\" is not a key of \(what)",
            help: Moment(entry.key).map { "write announced: \($0), and what changes and its note: on lines below" }
                ?? meant.map { "did you mean \(meaning($0, otherwise: entry.key))?" }
                ?? "the keys here are \(known.joined(separator: ", "))")
    }
}

/// A key as a help names it: with what it says, where other words for it may mean something else.
private func meaning(_ key: String, otherwise word: String) -> String {
    key == "locations" && otherWords["locations"]?.contains(word.lowercased()) == true
        ? "locations: [DE, US], the countries where it processes data" : key
}

/// What people write who do not have the names of keys in mind, by the key that they mean.
private let otherWords: [String: Set<String>] = [
    "summary": ["description", "changes", "changelog", "what_changed", "abstract", "note", "notes", "reason"],
    "note": ["reason", "comment", "comments", "why", "summary", "description", "remark"],
    "announced": [
        "date", "published", "published_on", "publication_date", "announcement", "notified", "added", "updated",
        "last_updated", "updated_on", "last_modified", "announced_on", "date_announced",
    ],
    "effective": ["effective_date", "valid_from", "in_force", "start", "starts", "applies_from", "from"],
    "title": ["name", "heading"],
    "name": [
        "vendor", "provider", "company", "subprocessor", "title", "company_name", "vendor_name", "provider_name",
        "subprocessor_name",
    ],
    "entity": ["legal_entity", "legal_name", "company_name", "entity_name"],
    "purpose": ["service", "services", "description", "use", "processing"],
    "data": ["data_categories", "categories_of_data", "personal_data", "data_types"],
    "subjects": ["data_subjects", "categories_of_data_subjects"],
    "locations": ["country", "countries", "region", "regions", "place", "places", "processing_location"],
    "transfer": ["transfers", "transfer_mechanism", "mechanism", "safeguards", "sccs", "scc"],
    "website": ["url", "homepage", "web"],
    "removed": ["deleted", "ended", "end", "until"],
    "reason": ["why", "note"],
    "days": ["period", "notice_days", "notice_period"],
    "objection_days": ["objection_period", "objection"],
]
