import Diagnostics
import Formats
import Model
import Record
import Site

extension Judgement {
    /// What was told names the organization, its contacts and its products as they were then: `settings-changed` where
    /// these are written as something else, `published-text-missing` for a product that is gone, and `backdated` for
    /// other names from a day that is past.
    ///
    /// - Parameter whole: all that is written, embargoed content included.
    func namesChanged(in whole: Library) -> [Diagnostic] {
        guard !unreadable.contains(settings.source.path) else { return [] }
        let published = Preimages(previous)
        var products: Set<String> = []
        var found: [Diagnostic] = []
        let naming = whole.namedProducts
        // What was public with another `since` comes back with it.
        let since = previous.record.entries.first?.json["since"]?.text
        let isSinceMoved = since != nil && since != "\(settings.since.value)"
        for (old, new) in pairs where new?.line != old.line {
            switch old.key.kind {
            case .names:
                if let finding = changedNames(old, published.names(old)) { found.append(finding) }
            // What follows from the first that is wrong with a product is said by that.
            case .product where products.insert(old.key.item).inserted:
                // What cannot be read may say it as it was.
                guard settings.unreadable.isDisjoint(with: ["products", "renamed"]),
                    !(isSinceMoved && old.key.moment == since)
                else { continue }
                found.append(changedProduct(old, new, in: whole, published.name(old)))
            default: break
            }
        }
        return found
            + added.compactMap { entry in
                guard isBackdated(entry) else { return nil }
                switch entry.subject {
                case .names(let block): return block.from.map(lateNames)
                case .product(let product) where !products.contains(entry.key.item): return lateProduct(product, naming)
                default: return nil
                }
            }
    }

    // MARK: The organization, its contacts and the language

    /// Nil where what was published may stand there, and could not be read; or stands there, and makes no line as what
    /// holds before it says as much now, which is told there.
    private func changedNames(_ old: ParsedEntry, _ was: JSONValue?) -> Diagnostic? {
        let from = old.key.moment
        let unread = settings.unreadable.intersection(["organization", "contacts", "language", "renamed"])
        if !from.isEmpty, unread.contains("renamed") { return nil }
        guard let block = settings.names.first(where: { $0.from.map { "\($0.value)" } ?? "" == from }) else {
            let item = "{from: \(from), …}"
            return Diagnostic(
                .settingsChanged, at: settings.span(of: "renamed"),
                "other names were published from \(from), and are gone",
                help: "put back renamed: [\(item)]" + (was.map { ", which made them \($0.canonical)" } ?? ""))
        }
        let names = block.terms
        if sha256(names.recorded.canonical.utf8) == old.json["sha256"]?.text { return nil }
        let difference = was.flatMap { names.difference(from: $0, leavingOut: unread) }
        if difference == nil, !unread.isEmpty { return nil }
        let (key, value, span) = difference ?? ("", nil, names.organization.name.span)
        let renaming = "renamed: [{from: \(nextDay), \(key.isEmpty ? "organization: {name: …}" : names.written(key))}]"
        return Diagnostic(
            .settingsChanged, at: span,
            value.map { "what was told says \"\($0)\" here" }
                ?? (key.isEmpty
                    ? "the organization, its contacts or the language were published as something else"
                    : "what was told says nothing here"),
            help: (value.map { "put back \($0)" } ?? "put back what stood here")
                + (isTold(names[key], as: settings.namesToday[key])
                    ? "" : "; for another from now on, add \(renaming)"))
    }

    /// Whether what stands in the place of what was published is what a later item of `renamed` says already.
    private func isTold(_ now: Sourced<String>?, as today: Sourced<String>?) -> Bool {
        guard let now, let today else { return false }
        return now.value == today.value && now.span.range != today.span.range
    }

    private func lateNames(_ from: Sourced<CalendarDate>) -> Diagnostic {
        Diagnostic(
            .backdated, at: from.span,
            "these names would hold from \(from.value), of which the previous build has spoken",
            help: "write from: \(nextDay)")
    }

    // MARK: Products

    private func changedProduct(
        _ old: ParsedEntry, _ new: RecordEntry?, in whole: Library, _ was: String?
    ) -> Diagnostic {
        let (id, from) = (old.key.item, old.key.moment)
        let name = was ?? "…"
        guard let written = whole.settings.namesToday.product(id) else {
            return Diagnostic(
                .publishedTextMissing, at: settings.span(of: "products"),
                "the product \(id) is public since \(from) and is no longer in the source",
                help: "put back \(id): \(name); to take it out of what is offered, write "
                    + "\(id): {name: \(name), retired: \(nextDay)}")
        }
        guard let own = settings.namesToday.product(id) else {
            return Diagnostic(
                .settingsChanged, at: written.id.span,
                "the product \(id) is public since \(from), and would be hidden until what names it is announced",
                help: "write \(id): {name: \(name), from: \(from)}")
        }
        if let retired = old.json["retired"]?.text, new?.line.contains("\"retired\":\"\(retired)\"") != true {
            return Diagnostic(
                .settingsChanged, at: own.retired?.span ?? own.name.span,
                "the product \(id) was retired on \(retired), as is published",
                help:
                    "write retired: \(retired); to offer it again, add renamed: [{from: \(nextDay), products: {\(id): "
                    + "\(own.name.value)}}]")
        }
        guard case .product(let state)? = new?.subject else {
            return Diagnostic(
                .settingsChanged, at: own.id.span,
                "the product \(id) was published as \(name) from \(from), and no longer is",
                help: "put back what says so: \(id): {name: \(name), from: \(from)} in products, or "
                    + "{from: \(from), products: {\(id): \(name)}} in renamed")
        }
        if let retired = state.product.retired, old.json["retired"] == nil, state.isRetired {
            return lateRetirement(retired, of: id)
        }
        return Diagnostic(
            .settingsChanged, at: state.product.name.span,
            "the product \(id) was published as \(was.map { "\"\($0)\"" } ?? "something else")",
            help: "put back \(name)"
                + (isTold(state.product.name, as: own.name)
                    ? ""
                    : "; for another name from now on, add renamed: [{from: \(nextDay), products: {\(id): "
                        + "\(state.product.name.value)}}]"))
    }

    private func lateRetirement(_ retired: Sourced<CalendarDate>, of id: String) -> Diagnostic {
        Diagnostic(
            .backdated, at: retired.span,
            "the product \(id) would be retired from \(retired.value), of which the previous build has spoken",
            help: "write retired: \(nextDay)")
    }

    /// Nil where what names the product says as much.
    ///
    /// - Parameter naming: the moments at which something names each product.
    private func lateProduct(_ state: RecordedProduct, _ naming: [String: Set<Moment>]) -> Diagnostic? {
        let id = state.product.id
        if let block = settings.names(from: state.moment) { return lateNames(block) }
        if state.isRetired, let retired = state.product.retired { return lateRetirement(retired, of: id.value) }
        guard naming[id.value]?.contains(state.moment) != true else { return nil }
        return Diagnostic(
            .backdated, at: state.product.from?.span ?? id.span,
            "the product \(id.value) would be public from \(state.moment), of which the previous build has spoken",
            help: "write \(id.value): {name: \(state.product.name.value), from: \(nextMoment)}")
    }
}

/// What stands behind the digests of an earlier record, where its `names.jsonl` is kept.
private struct Preimages {
    private var lines: [String: Substring] = [:]

    init(_ previous: PreviousBuild) {
        guard let bytes = previous.published(RecordPath.names) else { return }
        let text = String(decoding: bytes, as: UTF8.self)
        for line in text.split(separator: "\n") { lines[sha256(line.utf8)] = line }
    }

    func names(_ entry: ParsedEntry) -> JSONValue? {
        entry.json["sha256"]?.text.flatMap { lines[$0] }.flatMap { JSONValue(reading: String($0)) }
    }

    func name(_ entry: ParsedEntry) -> String? { names(entry)?.text }
}

extension Names {
    /// Where these first differ from what was published: the key, what stood there, and the place in the source.
    ///
    /// - Parameter unread: keys of site.yaml that are not compared.
    fileprivate func difference(
        from was: JSONValue, leavingOut unread: Set<String>
    ) -> (key: String, was: String?, span: SourceSpan)? {
        let texts: [(above: String, key: String, was: JSONValue?)] =
            ["name", "legal_name", "address"].map { ("organization", $0, was["organization"]?[$0]) }
            + SiteSettings.Contacts.Kind.allCases.map { kind in
                ("contacts", kind.rawValue, was["contacts"]?[kind.rawValue])
            } + [("language", "language", was["language"])]
        let first = texts.first { $0.was?.text != self[$0.key]?.value && !unread.contains($0.above) }
        return first.map { ($0.key, $0.was?.text, self[$0.key]?.span ?? organization.name.span) }
    }

    /// What it says under a key of `organization` or `contacts`, or as its `language`.
    fileprivate subscript(key: String) -> Sourced<String>? {
        switch key {
        case "name": organization.name
        case "legal_name": organization.legalName
        case "address": organization.address
        case "language": language
        default: SiteSettings.Contacts.Kind(rawValue: key).map { contacts[$0] }
        }
    }

    /// A key with what it says now, as an item of `renamed` has it.
    fileprivate func written(_ key: String) -> String {
        let text = self[key]?.value
        return switch key {
        case "name", "legal_name", "address": "organization: {\(key): \(text ?? "~")}"
        case "language": "language: \(language.value)"
        default: "contacts: {\(key): \(text ?? "…")}"
        }
    }
}
