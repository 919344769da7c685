import Diagnostics
import Formats

extension SiteSettings {
    /// The blocks that weaken, in the order of `notice`, then of `register`.
    ///
    /// A block is compared with every block in force on a day from that of its announcement to its own first, by what
    /// was announced with it; so nothing that is announced later makes it another. It concerns the documents of which
    /// something was public before it, those that it names, and documents to come: else a new register could begin
    /// with a period that nobody was told of. Blocks of the starting state weaken nothing.
    package func weakenings(of documents: [DocumentHistory]) -> [TermsChange] {
        let audience = Audience(documents)
        return notice.indices.compactMap { weakening(ofNotice: $0, audience) }
            + register.indices.compactMap { weakening(ofRegister: $0, audience) }
    }

    private func weakening(ofNotice index: Int, _ audience: Audience) -> TermsChange? {
        let block = notice[index]
        guard let (first, last) = span(of: block) else { return nil }
        let before = notice.forRows(listed: audience.rows(before: block.moment), since: since.value)
            .inForce(from: first, through: last, knownAt: block.moment, leavingOut: index)
        let losses = block.terms.losses(
            after: before, from: last,
            documents: audience.documents(before: block.moment, and: block.terms.documents.keys),
            registers: audience.registers(before: block.moment, and: block.terms.documents.keys))
        return change(.notice, block, replaced: notice.replacement(of: index), losses, periods: before)
    }

    private func weakening(ofRegister index: Int, _ audience: Audience) -> TermsChange? {
        let block = register[index]
        guard let (first, last) = span(of: block) else { return nil }
        let before = register.inForce(from: first, through: last, knownAt: block.moment, leavingOut: index)
        let losses = block.terms.losses(after: before, registers: audience.registers(before: block.moment))
        return change(
            .register, block, replaced: register.replacement(of: index), losses,
            periods: notice.forRows(listed: audience.rows(before: block.moment), since: since.value)
                .inForce(from: first, through: last, knownAt: block.moment))
    }

    /// The days on which a block is awaited; nil for the first, and for one of the starting state.
    private func span(of block: Dated<some Sendable>) -> (first: CalendarDate, last: CalendarDate)? {
        guard let from = block.from?.value, block.moment.day > since.value else { return nil }
        return (block.moment.day, max(from, block.moment.day))
    }

    /// - Parameters:
    ///   - replacement: when and where a block is announced that takes its place.
    ///   - periods: the terms of notice whose periods it has to keep.
    private func change(
        _ kind: TermsChange.Block, _ block: Dated<some Sendable>, replaced replacement: Sourced<Moment>?,
        _ losses: [TermsLoss], periods: [NoticeTerms]
    ) -> TermsChange? {
        guard let announced = block.announced, let from = block.from, !losses.isEmpty else { return nil }
        let withdrawn = replacement.map {
            Withdrawal(announced: $0, reason: Sourced("", at: $0.span), written: .null)
        }
        return TermsChange(
            block: kind,
            announcement: Announcement(announced: announced, effective: from, withdrawn: withdrawn),
            losses: losses, documents: Set(losses.flatMap(\.documents)).sorted(), periods: periods)
    }
}

extension Array {
    /// When the block is announced that takes the place of one, with the same first day; nil where none does.
    fileprivate func replacement<Terms>(of index: Int) -> Sourced<Moment>? where Element == Dated<Terms> {
        guard indices.contains(index + 1), self[index + 1].day == self[index].day else { return nil }
        return self[index + 1].announced
    }
}

/// Since when there was something of each document that customers could rely on.
private struct Audience {
    /// By the document, when the first of all that it ever announced was; and of a register the first row.
    private let items: [String: Moment]
    private let rows: [String: Moment]

    init(_ documents: [DocumentHistory]) {
        items = Self.first(documents) { $0.items.map(\.announcement.moment) }
        rows = Self.first(documents) { $0.changes.map(\.moment) }
    }

    private static func first(
        _ documents: [DocumentHistory], _ moments: (DocumentHistory) -> [Moment]
    ) -> [String: Moment] {
        let pairs = documents.compactMap { document in moments(document).min().map { (document.id, $0) } }
        return Dictionary(pairs, uniquingKeysWith: min)
    }

    /// Those of which something was announced before a moment, and others, by their ids: the order of the navigation
    /// may change, and what was told may not. Last what stands for documents to come.
    func documents(before moment: Moment, and named: some Sequence<String>) -> [String] {
        Set(items.filter { $0.value < moment }.keys).union(named).sorted() + [TermsLoss.newDocuments]
    }

    /// By register, when its first row was announced, of those that listed somebody before a moment.
    func rows(before moment: Moment) -> [String: Moment] { rows.filter { $0.value < moment } }

    /// The registers that listed somebody before a moment, by their ids.
    func registers(before moment: Moment) -> [String] { rows(before: moment).keys.sorted() }

    /// The same, and those of others of which nothing was announced before: they may come to list somebody.
    func registers(before moment: Moment, and named: some Sequence<String>) -> [String] {
        let new = named.filter { name in items[name].map { $0 >= moment } ?? true }
        return Set(registers(before: moment)).union(new).sorted() + [TermsLoss.newDocuments]
    }
}
