import Diagnostics
import Formats
import Markdown
import Model

extension Check {
    /// `stated-date`: a text that says another day of its effect, or of its last update, than its edition has; and a day
    /// that is in no calendar, such as 31 September, in any text.
    ///
    /// Only what a text says of itself counts: "Effective: 1 March 2026", "This policy was last updated on …", and not
    /// since when a law applies.
    package static let statedDate = Check { context in
        let editions = Dictionary(
            context.history.documents.flatMap(\.statedDays).map { ($0.path, $0.days) },
            uniquingKeysWith: { one, _ in one })
        let dates = context.memory.answers(to: .dates, of: context.published, inPieces: { $0.writtenDates }) {
            text, pieces in
            text.markdown == nil ? text.words.utf8Bytes[...].writtenDates : pieces.dates
        }
        return zip(context.published, dates).flatMap { text, dates -> [Finding] in
            guard !dates.isEmpty else { return [] }
            let days = text.isScalar ? nil : editions[text.span.file.path]
            let found = dates.filter { date in
                if date.day == nil { return date.isSpelled || date.isPastMonth || date.statement != nil }
                return days.map { !$0.hold(date) } ?? false
            }
            return text.findings(found) { date in
                let place = text.place(of: date.range)
                guard let days, date.day != nil else { return .noSuchDay(date, at: place) }
                return days.problem(with: date, at: place)
            }
        }
    }
}

/// The days that a Markdown text has, with what it says of itself by them.
package func writtenDates(in text: MarkdownText) -> [WrittenDate] { text.pieces.flatMap(\.piece.writtenDates) }

extension TextPiece {
    /// The days in the piece, those in code and in addresses apart.
    fileprivate var writtenDates: [WrittenDate] {
        guard signs.holdsAny(of: "0123456789") else { return [] }
        return leaves.flatMap { bytes[$0.range.clamped(to: bytes.indices)].writtenDates }
    }
}

extension [(found: [WrittenDate], start: Int)] {
    /// Of the whole text, in its order.
    fileprivate var dates: [WrittenDate] {
        flatMap { piece in
            piece.found.map { date in
                var date = date
                date.range = date.range.shifted(by: piece.start)
                return date
            }
        }
    }
}

extension ArraySlice<UInt8> {
    fileprivate var writtenDates: [WrittenDate] { mayHoldDay ? WrittenDates(self).dates : [] }

    /// Whether a number of four digits stands in it, as a day in any form has one.
    fileprivate var mayHoldDay: Bool {
        var digits = 0
        for byte in self {
            if byte.isASCIIDigit {
                digits += 1
            } else if digits == 4 {
                return true
            } else {
                digits = 0
            }
        }
        return digits == 4
    }
}

/// The days that an edition may say of itself.
private struct StatedDays {
    var announcement: Announcement
    var title: String
    /// The day of effect of the document's first edition.
    var firstOfDocument: CalendarDate
    /// Of its effect.
    var effect: Set<CalendarDate>
    /// Of its last update.
    var update: Set<CalendarDate>

    /// - Parameter previous: those of the edition before, which an editorial one may go on saying.
    init(_ announcement: Announcement, title: String, previous: StatedDays?) {
        self.announcement = announcement
        self.title = title
        firstOfDocument = previous?.firstOfDocument ?? announcement.effective.value
        effect = Set([announcement.effective.value] + announcement.postponed.map(\.effective.value))
        effect.formUnion(announcement.applies.map(\.from.value))
        update = effect.union([announcement.announced.value.day, announcement.moment.day])
        if let previous, !announcement.isMaterial {
            effect.formUnion(previous.effect)
            update.formUnion(previous.update)
        }
    }

    /// Whether a text says one of them by a day, or nothing of itself.
    func hold(_ date: WrittenDate) -> Bool {
        guard let statement = date.statement else { return true }
        let right = statement == .effect ? effect : update
        guard date.readings.allSatisfy({ !right.contains($0) }), Statements.mayMean(date.subject, title: title) else {
            return true
        }
        // A document that is older than its editions here may say so, beside the day of its last update.
        return date.isUpdatedLater && date.readings.allSatisfy { $0 < firstOfDocument }
    }

    /// What is wrong with what a text says of itself.
    func problem(with date: WrittenDate, at place: SourceSpan) -> Diagnostic {
        let first = announcement.currentEffective
        switch date.statement {
        case .effect, nil:
            return Diagnostic(
                .statedDate, at: place,
                "the text says that it takes effect on \(date.words), and this edition does on \(first)",
                help: "write \(date.written(first)) there, or rename the file to the day that is meant")
        case .update:
            let announced = announcement.announced.value.day
            return Diagnostic(
                .statedDate, at: place,
                "the text says that it was updated on \(date.words), and this edition is announced on \(announced)",
                help: "write \(date.written(announced)) there"
                    + (announced == first ? "" : ", or \(date.written(first)), its first day"))
        }
    }
}

extension DocumentHistory {
    /// By the path of each edition's source.
    fileprivate var statedDays: [(path: String, days: StatedDays)] {
        var previous: StatedDays?
        return inOrderOfEffect.map { edition in
            let days = StatedDays(edition.announcement, title: edition.title.value, previous: previous)
            previous = days
            return (edition.source.path, days)
        }
    }
}

extension Diagnostic {
    fileprivate static func noSuchDay(_ date: WrittenDate, at place: SourceSpan) -> Diagnostic {
        var finding = Diagnostic(
            .statedDate, at: place, "\(date.words) is in no calendar",
            help: date.lastOfMonth.map {
                "write \(date.written($0)), the last day of that month, or the day that is meant"
            }
                ?? "write the day that is meant")
        finding.severity = .error
        return finding
    }
}
