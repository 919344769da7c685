import Diagnostics

/// The terms by which the rows of registers are judged.
///
/// What a block gives to some documents alone it promises for what they are when it is announced. A policy that becomes a
/// register later brings no shorter days with it: for its rows these are no less than those that the block gives to all.
extension [Dated<NoticeTerms>] {
    /// The blocks as they hold for rows.
    ///
    /// - Parameters:
    ///   - listed: by register, when the first of its rows was announced.
    ///   - since: the last day of the starting state; what is announced by then is announced together.
    func forRows(listed: [String: Moment], since: CalendarDate) -> Self {
        let later = listed.filter { $0.value.day > since }
        guard !later.isEmpty else { return self }
        return map { block in
            var copy = block
            for (document, first) in later where first >= block.moment { copy.terms.raise(document) }
            return copy
        }
    }
}

extension NoticeTerms {
    /// Whether a document has fewer days of its own than all others.
    package func givesLess(to document: String) -> Bool {
        days(for: document) < days.value || objectionDays(for: document) < objectionDays.value
    }

    /// Gives to a document no fewer days than to all.
    fileprivate mutating func raise(_ document: String) {
        guard var own = documents[document] else { return }
        if let days = own.days, days.value < self.days.value { own.days = nil }
        if let days = own.objectionDays, days.value < objectionDays.value { own.objectionDays = nil }
        documents[document] = own
    }
}

extension SiteSettings {
    /// The same with the terms of notice that hold for the rows of a document.
    func forRows(of document: Document) -> SiteSettings {
        guard let first = document.firstRow else { return self }
        var copy = self
        copy.notice = notice.forRows(listed: [document.id: first], since: since.value)
        return copy
    }
}

extension Document {
    /// When the first of its rows was announced; nil where none was.
    var firstRow: Moment? {
        // A row that was withdrawn at its own moment was never announced.
        (providers ?? []).compactMap(\.changes.first?.announcement)
            .filter { $0.effective(knownAt: $0.moment) != nil }.map(\.moment).min()
    }
}
