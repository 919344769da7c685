import Diagnostics
import Model

extension ProviderFieldReader {
    /// A list of codes and rules. A code that is none is left out, or the one that was meant stands in.
    func places(_ node: YAMLNode, _ key: String) -> FieldValue? {
        let items = values.list(node, key, example: "[DE, US]", minimum: 1, holdsMaps: true) {
            Country.suggestion(for: $0)?.code ?? $0
        }
        guard let items else { return nil }
        var seen: [String: SourceSpan] = [:]
        let places = items.compactMap { item -> Place? in
            item.read(
                asMap: { rule(item, key) },
                otherwise: {
                    guard let code = placeCode(item, key) else { return nil }
                    if let first = seen[code] { return values.twice(Sourced(code, at: item.span), first: first) }
                    seen[code] = item.span
                    return .code(code)
                })
        }
        return .places(places)
    }

    /// `{rule: Customer selects the region, of: [DE, US]}`.
    private func rule(_ node: YAMLNode, _ key: String) -> Place? {
        guard let map = values.map(node, key, what: "a rule for a place", example: "{rule: …, of: [DE, US]}") else {
            return nil
        }
        defer { map.finish() }
        let example = isErased ? Erasure.standIn : "Customer selects the region"
        let words = map.required("rule", example: "rule: \(example)", values.text)
        let codes = map.optional("of") { node, key in
            values.list(node, key, example: "[DE, US]", minimum: 1)?.compactMap { placeCode($0, key) }
        }
        return .rule(words?.value ?? "", of: codes ?? [])
    }

    private func placeCode(_ node: YAMLNode, _ key: String) -> String? {
        let form = ValueForm.choice(Country.areas.map(\.code) + Country.all.sorted())
        guard let text = values.word(node, key, help: "write a country code such as DE", form: form) else { return nil }
        if Country.isKnown(text.value) { return text.value }
        let suggestion = values.findings.isFull ? nil : Country.suggestion(for: text.value)
        values.findings.add(
            .unknownCountry, at: text.span, "\"\(shown(text.value))\" is not a country code",
            help: suggestion.map { "did you mean \($0.code) (\($0.name))?" } ?? placeHelp(text.value))
        return suggestion?.code
    }

    /// What to write for a place that is no code: several codes in one, or words that say how a place is chosen.
    private func placeHelp(_ text: String) -> String {
        let words = text.split { " /;&".contains($0) }.map(String.init)
        let joined = joinedPlaces(text)
        let parted = text.split { " /;&,".contains($0) }.map(String.init)
        for parts in [joined, parted] where parts.count > 1 {
            let codes = parts.compactMap { Country.isKnown($0) ? $0 : Country.suggestion(for: $0)?.code }
            guard codes.count == parts.count else { continue }
            // A comma within it stands in quotes, or in a list on lines of its own.
            let start = text.contains(",") ? "write each place as an item of its own" : "put commas between the places"
            return "\(start): \(codes.joined(separator: ", "))"
        }
        // `US (Oregon)`, `US-CA` (ISO 3166-2): what stands behind a code has no place here, but for another place.
        if joined.count == 1, let code = leadingCode(text, words) { return "write \(code) alone" }
        // `Frankfurt (Germany)`
        let named = Set(
            words.map { $0.filter { !"(),".contains($0) } }.compactMap { word -> String? in
                guard word.count > 3, let meant = Country.suggestion(for: word),
                    meant.name.lowercased() == word.lowercased()
                else { return nil }
                return meant.code
            })
        if words.count > 1, joined.count == 1, named.count == 1, let code = named.first { return "write \(code) alone" }
        let form = "write two letters as in ISO 3166-1 (DE, US), or EU, EEA or GLOBAL"
        let rule = text.contains(",") ? inQuotes(shown(text)[...]) : shown(text)
        return words.count > 1 ? form + "; where no country is fixed, say how it is chosen: {rule: \(rule)}" : form
    }

    /// The places that signs or words join: `US & Canada`, `United States and Canada`.
    private func joinedPlaces(_ text: String) -> [String] {
        let joining: Set = ["and", "und", "et", "y", "e", "en", "or", "oder", "plus"]
        let words = text.split(separator: " ").map { joining.contains($0.lowercased()) ? ";" : $0 }
        let parts = words.joined(separator: " ").split { "/;&+–—".contains($0) }
        return parts.map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
    }

    /// The code with which a text begins, before other words or as a part of the code of a region.
    private func leadingCode(_ text: String, _ words: [String]) -> String? {
        let parts = text.split(separator: "-")
        // `DE-AT` may be two countries.
        let isRegion =
            parts.count == 2 && parts[1].utf8.count <= 3 && text.utf8.allSatisfy { !(97...122 ~= $0) }
            && !Country.isKnown(String(parts[1])) && Country.code(named: String(parts[1])) == nil
        guard let first = isRegion ? parts.first.map(String.init) : words.first, isRegion || words.count > 1 else {
            return nil
        }
        return Country.isKnown(first) ? first : first == first.uppercased() ? Country.code(named: first) : nil
    }

    /// A list of mechanisms, or a map of such lists by law. A map has no order, and the JSON that is published of it has
    /// none; so its laws come in one of their own.
    func transfer(_ node: YAMLNode, _ key: String) -> FieldValue? {
        node.read(
            asMap: { mechanismsByLaw(node, key) },
            otherwise: { mechanisms(node, key).map { .transfer(.mechanisms($0)) } })
    }

    private func mechanismsByLaw(_ node: YAMLNode, _ key: String) -> FieldValue? {
        guard let map = values.map(node, key, what: key, example: "{EU: [SCC-3]}") else { return nil }
        let form = ValueForm.choice(["EU", "UK"] + Country.all.sorted())
        let laws = map.entries(ofKeys: form, as: "EU").compactMap { entry -> Transfer.Law? in
            checkLaw(entry)
            if !isFirst { entry.value.allow(.null) }
            if entry.value.isNull, !isFirst { return Transfer.Law(entry.key, []) }
            return mechanisms(entry.value, entry.key).map { Transfer.Law(entry.key, $0) }
        }
        return .transfer(.byLaw(laws.sorted { $0.law < $1.law }))
    }

    private func mechanisms(_ node: YAMLNode, _ key: String) -> [String]? {
        let known = TransferMechanism.allCases.map(\.rawValue)
        let texts = values.words(node, key, example: "[SCC-3]", form: .choice(known), minimum: 1) {
            TransferMechanism.suggestion(for: $0) ?? $0
        }
        guard let texts else { return nil }
        for text in texts where !known.contains(text.value) {
            values.findings.add(
                .wrongType, at: text.span, "\"\(shown(text.value))\" is not a transfer mechanism",
                help: severalInOne(text.value) { part in
                    known.first { $0 == part } ?? TransferMechanism.suggestion(for: part)
                }
                    ?? TransferMechanism.suggestion(for: text.value).map { "did you mean \($0)?" }
                    ?? "write one of \(known.joined(separator: ", "))")
        }
        let read = texts.map(\.value).filter(known.contains)
        // One that is wrong was meant to cover something.
        return read.isEmpty && !texts.isEmpty ? [TransferMechanism.scc.rawValue] : read
    }

    /// The law of a place: `EU`, `UK`, or a country's code.
    private func checkLaw(_ entry: YAMLNode.Entry) {
        guard entry.key != "UK", entry.key != "EU", !Country.all.contains(entry.key) else { return }
        values.findings.add(
            .unknownKey, at: entry.keySpan, "\"\(shown(entry.key))\" is not the law of a place",
            help: Country.suggestion(for: entry.key).map { "did you mean \($0.code == "GB" ? "UK" : $0.code)?" }
                ?? "write EU, UK or a country code such as CH")
    }
}
