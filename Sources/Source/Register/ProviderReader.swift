import Diagnostics
import Formats
import Model

/// Reads one provider's file: its first state, and each of its `changes`.
struct ProviderReader {
    /// The keys that say when, why and what of a state as a whole; all others describe the provider.
    static let structuralKeys = [
        "announced", "effective", "recorded", "note", "material", "urgent", "applies", "postponed", "withdrawn",
        "erased", "salt", "true_since", "removed", "changes",
    ]

    let context: ReadingContext
    let values: ValueReader
    var findings: Findings { values.findings }

    struct Result: Sendable {
        /// Nil where nothing of it could be read.
        var provider: Provider?
        /// Whether each state could be read with its day of announcement: else what the file says of any day cannot be told.
        var isDated = true
        /// The values of private keys.
        var privateValues: [Sourced<String>] = []
    }

    init(context: ReadingContext, findings: Findings) {
        self.context = context
        values = ValueReader(findings: findings)
    }

    /// The most changes that a provider may have: each is held against what was announced before it.
    private static let limit = 1000

    func read(_ file: SourceFile, id: String) -> Result {
        guard let map = readMap(of: file, what: "a provider", example: "name: Example Cloud", findings: findings) else {
            return Result()
        }
        return read(map, of: file, id: id)
    }

    /// The same of its keys.
    func read(_ map: MappingReader, of file: SourceFile, id: String) -> Result {
        var result = Result()
        var states = [read(map, position: 0, into: &result)]
        if let entry = map.entry("changes") {
            let example = "{announced: \(Diagnostic.today), note: …}"
            let items = values.list(entry.value, "changes", example: "[\(example)]")
            if items == nil { result.isDated = false }
            if let items, reportParted(items) { return Result(privateValues: result.privateValues) }
            if let items, items.count > Self.limit {
                findings.add(
                    .tooComplex, at: items[Self.limit].span, "a provider has at most \(Self.limit) changes",
                    help: "put the rest into the file of another row")
            }
            for (index, item) in (items ?? []).prefix(Self.limit).enumerated() {
                if let change = values.map(item, "changes", what: "a change", example: example) {
                    states.append(read(change, position: index + 1, into: &result))
                } else {
                    result.isDated = false
                }
            }
        }
        result.provider = Provider(id: id, source: file, changes: states)
        return result
    }

    /// One state. Where its day of announcement could not be read, one that never comes stands in for it.
    private func read(_ map: MappingReader, position: Int, into result: inout Result) -> ProviderChange {
        let isFirst = position == 0
        map.know(ProviderField.allCases.map(\.rawValue))
        map.know(Self.structuralKeys.filter { isFirst ? $0 != "removed" : $0 != "changes" })
        let announced = map.required(
            "announced", example: "announced: \(Diagnostic.today), or the other day on which it is made public",
            values.moment)
        if announced == nil { result.isDated = false }
        let effective = announced.map { effectiveDay(map, announced: $0) } ?? map.optional("effective", values.date)
        let standIn = Sourced(Moment(.distantFuture), at: map.span)
        var announcement = AnnouncementReader(map).announcement(
            announced: announced ?? standIn, effective: effective ?? standIn.map(\.day))
        let terms = announced == nil ? context.onlyRegisterTerms : context.registerTerms(at: announcement.moment)
        let note = map.optional("note", values.sentence)
        let trueSince = map.optional("true_since", values.date)
        let removed = readRemoved(map, isFirst: isFirst)
        let fields = ProviderFieldReader(
            map: map, values: values, context: context, isFirst: isFirst,
            isErased: announcement.erased != nil, required: terms?.required ?? [],
            day: announcement.announced.value.day
        ).fields()
        let privateKeys = privateKeys(terms)
        for key in privateKeys.sorted() { map.allow(key) }
        // Where nothing says which keys are private, a key like none may be one.
        let isUnsaid = context.settings?.unreadable.contains("register") ?? true
        map.finish(allowing: { privateKeys.contains($0) }, allowingOthers: isUnsaid)
        announcement.unread = map.unread
        for entry in map.entries where privateKeys.contains(entry.key) {
            // Days, codes and ids are not secret as words: others say the same.
            if ProviderField(rawValue: entry.key)?.holdsFreeWords == false { continue }
            result.privateValues += entry.value.scalars
        }
        let stated = map.entries.compactMap { entry in ProviderField(rawValue: entry.key).map { ($0, entry) } }
        return ProviderChange(
            position: position, announcement: announcement, note: note, removed: removed, trueSince: trueSince,
            fields: fields,
            scalars: stated.reduce(into: [:]) { $0[$1.0] = $1.1.value.scalars },
            emptyLists: stated.reduce(into: [:]) { lists, entry in
                let found = entry.1.value.emptyLists(behind: entry.1.key)
                if !found.isEmpty { lists[entry.0] = found }
            },
            namesFreeKeys: map.entries.contains { entry in
                privateKeys.contains(entry.key) && ProviderField(rawValue: entry.key) == nil
            },
            written: written(map, isFirst: isFirst), span: map.span)
    }

    /// The keys that are private under the terms of the day; where that day is not known, those of any day.
    private func privateKeys(_ terms: RegisterTerms?) -> Set<String> {
        if let terms { return terms.privateKeys }
        return context.settings.map { $0.register.reduce(into: []) { $0.formUnion($1.terms.privateKeys) } } ?? []
    }

    /// The day of effect, by default that of announcement. For one that is wrong, the first that would do stands in.
    private func effectiveDay(_ map: MappingReader, announced: Sourced<Moment>) -> Sourced<CalendarDate> {
        let day = announced.value.day
        guard map.has("effective") || map.isMisspelt("effective") else { return announced.map(\.day) }
        if let effective = map.optional("effective", values.date) { return effective }
        let notice = context.settings?.noticeTerms(at: announced.value)
        let longest = notice.map { terms in
            terms.documents.values.compactMap { $0.days?.value }.reduce(terms.days.value, max)
        }
        return Sourced(day.adding(days: (longest ?? 0) + 1), at: map.entry("effective")?.value.span ?? announced.span)
    }

    /// Whether each key of a change has a hyphen of its own, which makes as many changes of it; that is reported.
    private func reportParted(_ items: [YAMLNode]) -> Bool {
        let keys = items.map { item -> String? in
            if case .map(let entries) = item.content, entries.count == 1 { entries.first?.key } else { nil }
        }
        guard keys.count > 1, keys.first == "announced", keys.dropFirst().allSatisfy({ $0 != nil && $0 != "announced" })
        else { return false }
        findings.add(
            .wrongType, at: items[1].span,
            "a hyphen starts another change, and stands here before a key of the one above",
            help: "keep the hyphen before announced, and put two spaces in the place of each other hyphen and its space"
        )
        return true
    }

    private func readRemoved(_ map: MappingReader, isFirst: Bool) -> Sourced<Bool>? {
        guard isFirst else { return map.optional("removed", values.bool) }
        guard let entry = map.refusedEntry("removed") else { return nil }
        findings.add(
            .unknownKey, at: entry.keySpan, "\"removed\" stands in the state when first listed",
            help: "write it in an item of changes")
        return nil
    }

    /// Every key as it is written, but those that are said later, those that are private and no fields, and what is refused
    /// of the first state.
    private func written(_ map: MappingReader, isFirst: Bool) -> [JSONValue.Member] {
        map.entries.compactMap { entry in
            switch entry.key {
            case "changes", "postponed", "withdrawn", "erased": return nil
            case "removed" where isFirst: return nil
            default:
                let isKnown = Self.structuralKeys.contains(entry.key) || ProviderField(rawValue: entry.key) != nil
                return isKnown ? JSONValue.Member(entry.key, entry.value.written(as: entry.key)) : nil
            }
        }
    }
}
