import Diagnostics
import Feeds
import Formats
import Model
import Notices
import Site

/// What `trustpress status` tells the author: what is in force, what is upcoming, and when a rebuild is due.
package struct Status: Sendable {
    package var asOf: AsOf
    package var documents: [Document]
    package var upcoming: [Upcoming]
    /// When the site changes next, and why; nil where nothing that is known changes it.
    package var next: (moment: Moment, reasons: [String])?
    /// What is wrong with the site, errors and warnings.
    package var findings: [Diagnostic]
    /// What became public since an earlier as-of; nil where nobody asks.
    package var news: News?

    package struct Document: Sendable {
        package var id: String
        /// The edition in force and its title; nil where none is yet.
        package var inForce: (edition: EditionID, title: String)?
        /// The first day of that edition.
        package var since: CalendarDate?
        /// The next day on which something of it takes effect, and the last one on which customers may object to any of
        /// what is to come.
        package var next: CalendarDate?
        package var objectionDeadline: CalendarDate?
        package var isRetired: Bool
        /// How many providers are on the list, recipients apart, as its page counts them; nil where the document is no
        /// register.
        package var listed: Int?
    }

    package struct Upcoming: Sendable {
        package var effective: CalendarDate
        package var notice: NoticeID
        /// `Privacy Policy`, or `Mistral AI (added)`.
        package var what: String
        package var objectionDeadline: CalendarDate?
    }

    /// The events that a run for `since` did not speak of yet.
    package struct News: Sendable {
        package var since: AsOf
        /// In their order, each with its title.
        package var events: [(event: Event, tag: String, title: String)]
    }

    /// - Parameters:
    ///   - history: of the whole library: its author may see what is embargoed.
    ///   - findings: what is wrong with it.
    ///   - since: an earlier as-of, whose events are known already.
    package init(of history: History, asOf: AsOf, findings: [Diagnostic], since: AsOf?) {
        let known = PublicHistory(of: history.library, asOf: asOf)
        self.asOf = asOf
        self.findings = findings
        upcoming = known.notices.flatMap { notice in
            notice.items.compactMap { item -> Upcoming? in
                let announcement = item.announcement
                guard !announcement.isWithdrawn, announcement.currentEffective > asOf.day else { return nil }
                let deadline = notice.objectionDeadline.flatMap { item.mayBeObjectedTo ? $0 : nil }
                return Upcoming(
                    effective: announcement.currentEffective, notice: notice.id, what: known.history.name(of: item),
                    objectionDeadline: deadline)
            }
        }
        .sorted { ($0.effective, $0.notice, $0.what) < ($1.effective, $1.notice, $1.what) }
        let upcoming = upcoming
        documents = known.documents.map { document in
            let edition = document.inForce(on: asOf.day)
            let coming = upcoming.filter { $0.notice.document == document.id }
            return Document(
                id: document.id, inForce: edition.map { ($0.id, $0.title.value) },
                since: edition?.announcement.currentEffective, next: coming.map(\.effective).min(),
                objectionDeadline: coming.compactMap(\.objectionDeadline).filter { $0 >= asOf.day }.max(),
                isRetired: edition?.retired != nil,
                listed: document.register?.list(on: asOf.day).count { !$0.state.isRecipient })
        }
        next = history.moments(after: asOf).first
        news = since.map { since in
            let events = known.events.filter { !since.covers($0.moment) }
            return News(
                since: since,
                events: events.map { ($0, known.settings.tag($0.path), known.history.title(of: $0) ?? $0.name) })
        }
    }
}

extension Event.Kind {
    /// What happens to the notice, as the predicate of a sentence.
    var phrase: String {
        switch self {
        case .announced: "is announced"
        case .effective: "takes effect"
        case .postponed: "is postponed"
        case .withdrawn: "is withdrawn"
        }
    }
}

extension ChangeKind {
    /// `data added`.
    fileprivate var words: String {
        self == .aiTermsChanged ? "AI terms changed" : rawValue.replacing("_", with: " ")
    }
}

extension History {
    fileprivate func name(of item: NoticeItem) -> String {
        switch item {
        case .renaming(let renaming): "names and contacts from \(renaming.from.value)"
        case .edition(let edition): edition.title.value
        case .change(let change):
            "\(name(of: change)) (\(change.kinds.map(\.words).joined(separator: ", ")))"
        case .terms(let terms): "terms of \(terms.block.rawValue)"
        }
    }
}
