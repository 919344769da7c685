import Diagnostics

/// A later block of `notice` or `register` that weakens what customers were promised: an item of a notice of its own,
/// which keeps a notice period as editions and changes do.
package struct TermsChange: Sendable {
    package enum Block: String, Sendable, Hashable { case notice, register }

    package var block: Block
    /// When the block was announced, and from when it holds; withdrawn where another took its place before that day.
    package var announcement: Announcement
    /// What it takes away, in the order in which it is told; never empty.
    package var losses: [TermsLoss]
    /// The documents that it concerns, sorted, `TermsLoss.newDocuments` among them; never none.
    package var documents: [String]
    /// The terms of notice in force on a day from that of its announcement to its own first.
    var periods: [NoticeTerms]

    package var from: CalendarDate { announcement.effective.value }

    /// The first day from which the block may hold where it is announced on a day: after the longest notice period that
    /// the terms in force until then give to one of the documents that it concerns. And the days of that period.
    package func earliest(announced: CalendarDate) -> (day: CalendarDate, days: Int) {
        documents
            .flatMap { document in
                periods.map {
                    ($0.earliestEffective(announced: announced, for: document), $0.days(for: document))
                }
            }
            .max { $0 < $1 } ?? (announced, 0)
    }
}

/// One thing that customers lose by a block of terms. Documents are named by their ids, sorted.
package enum TermsLoss: Sendable, Hashable {
    /// Stands for all documents of which nothing is announced yet: they have the days of the block that names none. No
    /// id is written so.
    package static let newDocuments = "*"

    /// Days, of the notice period or to object, that become fewer.
    case fewer(Period, of: [String], from: Int, to: Int)
    /// What an objection after the day of effect does is another now, or is said for the first time.
    case objectionAfterEffect(of: [String], from: String?, to: String)
    /// Periods no longer end on working days.
    case workingDays(of: [String])
    /// Days that are holidays no longer, in their order.
    case holidays([CalendarDate], of: [String])
    /// Fields, in the order of `ProviderField`, that leave a list of the register's terms or enter one.
    case fields([ProviderField], Kept, of: [String])

    package enum Period: String, Sendable, Hashable {
        case notice = "days"
        case objection = "objection_days"
    }

    package enum Kept: String, Sendable, Hashable {
        /// Their changes need no notice any more.
        case noLongerMaterial = "material"
        /// Rows may leave them out.
        case noLongerRequired = "required"
        /// Shown as they are today alone.
        case unrecorded
        /// Not shown at all.
        case hidden = "private"
    }

    package var documents: [String] {
        switch self {
        case .fewer(_, let documents, _, _), .objectionAfterEffect(let documents, _, _), .workingDays(let documents),
            .holidays(_, let documents), .fields(_, _, let documents):
            documents
        }
    }
}
