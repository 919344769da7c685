import Diagnostics
import Model

/// The editions that each editorial one is held against: what customers have, or have been announced, in its place.
struct EditorialBases {
    private let document: DocumentHistory
    /// Of each editorial edition the last before it that was not editorial.
    private var origins: [EditionID: Edition] = [:]
    /// What each was compared with when it was announced.
    private var announced: [EditionID: Bases] = [:]
    /// In the order of the record.
    let editorial: [Edition]

    init(of document: DocumentHistory) {
        self.document = document
        editorial = document.editions.filter { !$0.announcement.isMaterial }
            .sorted { ($0.announcement.moment, $0.id) < ($1.announcement.moment, $1.id) }
        for edition in editorial {
            let bases = bases(of: edition, knownAt: edition.announcement.moment)
            announced[edition.id] = bases
            // One announced at the same moment may not know its own yet.
            let base = bases.direct.last { $0.announcement.isMaterial || origins[$0.id] != nil }
            if let base { origins[edition.id] = origins[base.id] ?? base }
        }
    }

    /// What an editorial edition was compared with when it was announced.
    func bases(of edition: Edition) -> Bases {
        announced[edition.id] ?? bases(of: edition, knownAt: edition.announcement.moment)
    }

    /// What an edition is compared with.
    struct Bases {
        /// What would be in force the day before it takes effect, and on that day itself without it.
        var direct: [Edition]
        /// Of these the last that were not editorial, so that no text drifts by slips.
        var origins: [Edition]
        /// The day on which it takes effect.
        var day: CalendarDate

        var all: [Edition] { direct + origins }
    }

    /// By what was announced by a moment; none where nothing was in force before it, or it was withdrawn by then.
    private func bases(of edition: Edition, knownAt known: Moment) -> Bases {
        let direct = direct(of: edition, knownAt: known)
        var found: [Edition] = []
        for origin in direct.compactMap({ origins[$0.id] })
        where !(direct + found).contains(where: { $0.id == origin.id }) {
            found.append(origin)
        }
        return Bases(
            direct: direct, origins: found, day: edition.announcement.effective(knownAt: known) ?? edition.id.day)
    }

    private func direct(of edition: Edition, knownAt known: Moment) -> [Edition] {
        guard let day = edition.announcement.effective(knownAt: known),
            let before = document.inForce(on: day.adding(days: -1), knownAt: known, without: edition.id)
        else { return [] }
        let beside = document.inForce(on: day, knownAt: known, without: edition.id)
        return [before] + [beside].compactMap { $0?.id == before.id ? nil : $0 }
    }
}

extension EditorialBases {
    /// An edition that follows another one than it was compared with, as what it stood on was withdrawn.
    struct Restanding {
        var edition: Edition
        /// What was withdrawn from under it.
        var withdrawn: Edition
        var moment: Moment
        /// What it follows then.
        var bases: Bases
    }

    /// Each withdrawal after which an editorial edition that was announced before, and is to come still, follows another one.
    func restandings(of edition: Edition) -> [Restanding] {
        var found: [Restanding] = []
        var known = edition.announcement.moment
        var bases = bases(of: edition)
        while let (withdrawn, moment) = firstWithdrawn(of: bases.all, after: known),
            edition.announcement.effective(knownAt: moment) != nil
        {
            known = moment
            bases = self.bases(of: edition, knownAt: known)
            found.append(Restanding(edition: edition, withdrawn: withdrawn, moment: known, bases: bases))
        }
        return found
    }

    /// Of some editions the first that was withdrawn after a moment, and when.
    private func firstWithdrawn(of editions: [Edition], after known: Moment) -> (edition: Edition, moment: Moment)? {
        var first: (edition: Edition, moment: Moment)?
        for edition in editions {
            guard let moment = edition.announcement.withdrawnOn, moment > known else { continue }
            if let sooner = first, sooner.moment <= moment { continue }
            first = (edition, moment)
        }
        return first
    }
}

extension Announcement {
    fileprivate var withdrawnOn: Moment? { withdrawn?.announced.value }
}
