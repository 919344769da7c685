import Diagnostics
import Model

/// Reads one certification; nil where its first day cannot be read, which is reported.
func readCertification(_ file: SourceFile, id: String, findings: Findings) -> Certification? {
    guard
        let map = readMap(of: file, what: "a certification", example: "name: ISO 27001", findings: findings)
    else { return nil }
    return readCertification(map, of: file, id: id)
}

/// The same of its keys.
func readCertification(_ map: MappingReader, of file: SourceFile, id: String) -> Certification? {
    let findings = map.findings
    let values = ValueReader(findings: findings)
    let name = map.required("name", example: "name: ISO 27001", values.text)
    let issuer = map.optional("issuer", values.text)
    let scope = map.optional("scope", values.text)
    let from = map.required("from", example: "from: YYYY-MM-DD, the first day of its validity", values.date)
    let announced = map.optional("announced", values.moment)
    let until = map.optional("until", values.date)
    let link = map.optional("link", values.addressOrPath)
    let period = map.optional("period") { readPeriod($0, $1, values) }
    let request = map.optional("request", values.mailAddress)
    let nda = map.optional("nda", values.addressOrPath)
    let isAnnouncedWrong = map.has("announced") && announced == nil
    map.finish()
    let isAstray = if let from, let until { isAstray(until, from, findings) } else { false }
    guard let from, !isAnnouncedWrong else { return nil }
    var certification = Certification(
        id: id, source: file, name: name ?? Sourced(id, at: map.span), issuer: issuer, scope: scope,
        announced: announced ?? from.map { Moment($0) }, from: from, until: isAstray ? nil : until, link: link)
    certification.period = period
    certification.request = request
    certification.nda = nda
    return certification
}

/// `{from: 2025-02-01, until: 2026-01-31}`.
private func readPeriod(
    _ node: YAMLNode, _ key: String, _ values: ValueReader
) -> (from: Sourced<CalendarDate>, until: Sourced<CalendarDate>)? {
    let example = "period: {from: YYYY-MM-DD, until: YYYY-MM-DD}"
    guard let map = values.map(node, key, what: "a period", example: example) else { return nil }
    let from = map.required("from", example: "from: YYYY-MM-DD, the first day of the period", values.date)
    let until = map.required("until", example: "until: YYYY-MM-DD, the last day of the period", values.date)
    map.finish()
    guard let from, let until else { return nil }
    _ = isAstray(until, from, values.findings)
    return (from, until)
}

/// Whether a last day is before the first one, which is reported.
private func isAstray(_ until: Sourced<CalendarDate>, _ from: Sourced<CalendarDate>, _ findings: Findings) -> Bool {
    guard until.value < from.value else { return false }
    findings.add(
        .invalidDate, at: until.span, "its last day is before its first, which is \(from.value)",
        help: "write \(from.value) or later")
    return true
}

/// The map of keys that a YAML file holds; nil where there is none, which is reported.
func readMap(of file: SourceFile, what: String, example: String, findings: Findings) -> MappingReader? {
    let file = withUsualSpaces(file, 0..<file.utf8Count, findings: findings) ?? file
    let text = readYAML(file, 0..<file.utf8Count, findings: findings)
    guard let root = text.root, !root.isEmpty else {
        if findings.count == 0 {
            findings.add(.missingKey, at: SourceSpan(file, 0..<0), "this file is empty", help: "add \(example)")
        }
        return nil
    }
    guard case .map(let entries) = root.content else {
        return ValueReader(findings: findings).noKeys(
            root, in: "this file", isOneOfMany: true, help: "write each as a key, a colon and a value: \(example)")
    }
    return MappingReader(entries, at: root.span, what: what, findings: findings, isPartial: text.isPartial)
}
