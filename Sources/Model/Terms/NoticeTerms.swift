import Diagnostics

/// A block of `notice:` in site.yaml.
package struct NoticeTerms: Sendable {
    /// Least days from announced to effective.
    package var days: Sourced<Int>
    /// Of registers: how long customers may object, counted from the announcement.
    package var objectionDays: Sourced<Int>
    /// What an objection after the day of effect does.
    package var objectionAfterEffect: Sourced<String>?
    /// On which days both periods end.
    package var ends: PeriodEnds
    /// Where the holidays are listed; nil where they are not.
    package var holidays: SourceSpan?
    /// By the document's id, what differs for it.
    package var documents: [String: DocumentTerms]

    package struct DocumentTerms: Sendable {
        package var days: Sourced<Int>?
        package var objectionDays: Sourced<Int>?
        package var objectionAfterEffect: Sourced<String>?

        package init(
            days: Sourced<Int>? = nil, objectionDays: Sourced<Int>? = nil, objectionAfterEffect: Sourced<String>? = nil
        ) {
            self.days = days
            self.objectionDays = objectionDays
            self.objectionAfterEffect = objectionAfterEffect
        }
    }

    package init(
        days: Sourced<Int>, objectionDays: Sourced<Int>, objectionAfterEffect: Sourced<String>? = nil,
        ends: PeriodEnds = .calendarDays, holidays: SourceSpan? = nil, documents: [String: DocumentTerms] = [:]
    ) {
        self.days = days
        self.objectionDays = objectionDays
        self.objectionAfterEffect = objectionAfterEffect
        self.ends = ends
        self.holidays = holidays
        self.documents = documents
    }

    package func days(for document: String) -> Int { documents[document]?.days?.value ?? days.value }

    package func objectionDays(for document: String) -> Int {
        documents[document]?.objectionDays?.value ?? objectionDays.value
    }

    package func objectionAfterEffect(for document: String) -> String? {
        (documents[document]?.objectionAfterEffect ?? objectionAfterEffect)?.value
    }

    /// The earliest day of effect of what is announced of a document on a day.
    package func earliestEffective(announced: CalendarDate, for document: String) -> CalendarDate {
        NoticePeriod.earliestEffective(announced: announced, days: days(for: document), ending: ends)
    }

    /// The latest day on which something can be announced of a document that takes effect on a day.
    package func latestAnnounced(effective: CalendarDate, for document: String) -> CalendarDate {
        NoticePeriod.latestAnnounced(effective: effective, days: days(for: document), ending: ends)
    }

    /// The last day on which customers may object to what is announced of a register on a day.
    package func objectionDeadline(announced: CalendarDate, for document: String) -> CalendarDate {
        NoticePeriod.objectionDeadline(
            announced: announced, objectionDays: objectionDays(for: document), ending: ends)
    }
}
