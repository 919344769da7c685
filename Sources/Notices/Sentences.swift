import Diagnostics
import Language
import Model

/// The sentences of notices, as a person would write them. They are derived from the data and never typed beside it.
package struct Sentences: Sendable {
    package let history: History
    /// Whether the author's words in them are marked, as `Voice` tells them apart.
    let marksAuthors: Bool

    package init(_ history: History, marksAuthors: Bool = false) {
        self.history = history
        self.marksAuthors = marksAuthors
    }

    /// As they leave this module's hands, told at a moment.
    func told(_ sentence: String, at moment: Moment) -> String {
        marksAuthors ? sentence : history.names(at: moment).noticeLanguage.plain(sentence)
    }

    /// What an event tells, one sentence for each edition and one for each company. It depends on the event and on
    /// what was announced by then alone.
    package func sentences(for event: Event) -> [String] {
        guard let notice = history.notice(event.notice) else { return [] }
        return sentences(for: notice.items(of: event), of: notice, from: Viewpoint(of: event))
    }

    /// What a notice says, seen from a day: one sentence for each edition and one for each company.
    package func sentences(for notice: Notice, from viewpoint: Viewpoint) -> [String] {
        sentences(for: notice.items, of: notice, from: viewpoint)
    }

    /// What some items of a notice say.
    package func sentences(for items: [NoticeItem], of notice: Notice, from viewpoint: Viewpoint) -> [String] {
        let moment = viewpoint.told(notice.moment)
        let language = language(at: moment)
        var editions: [String] = []
        // Of editions of one document that leave the same interim edition it is said once.
        var interims: Set<InterimFact> = []
        var changes: [Change] = []
        var terms: [String] = []
        var renamings: [String] = []
        for item in items {
            switch item {
            case .edition(let edition):
                let sentence = language.sentence(fact(of: edition, from: viewpoint))
                let interim = interim(leftBy: edition, from: viewpoint).flatMap {
                    interims.insert($0).inserted ? language.sentence($0) : nil
                }
                editions.append(([sentence] + [interim].compactMap(\.self)).joined(separator: " "))
            case .change(let change): changes.append(change)
            case .terms(let change): terms += facts(of: change, from: viewpoint).map(language.sentence)
            case .renaming(let renaming):
                renamings += facts(of: renaming, from: viewpoint).map(language.sentence)
            }
        }
        let companies = language.sentences(
            of: self, for: changes, from: viewpoint, isStartingState: notice.isStartingState)
        return (editions + companies + terms + renamings).map { told($0, at: moment) }
    }

    /// The objection sentence of a notice, as it stands behind the sentences of its announcement; nil where there is
    /// nothing to object to.
    ///
    /// The year is left out where it is that of every day which those sentences name: `Mistral AI will be added on 24
    /// December 2026. Customers may object until 23 December.`
    package func objection(to notice: Notice) -> String? {
        guard let deadline = notice.objectionDeadline else { return nil }
        let days = notice.items.flatMap { item -> [CalendarDate] in
            guard case .change(let change) = item else { return [item.announcement.effective.value] }
            return [change.written.trueSince?.value ?? change.announcement.effective.value]
        }
        let saysYear = !days.allSatisfy { $0.year == deadline.year }
        return language(at: notice.moment).objection(until: deadline, saysYear: saysYear)
    }

    /// `Customers may object until 23 December 2026.`, where it stands by itself, as it is said at a moment.
    package func objection(until deadline: CalendarDate, at moment: Moment) -> String {
        language(at: moment).objection(until: deadline, saysYear: true)
    }

    /// The language in which something is told at a moment.
    func language(at moment: Moment) -> any NoticeLanguage { history.names(at: moment).noticeLanguage.notices }

    /// Changes of rows with the same entity together, in the order in which the companies come first. Two rows of which it
    /// is erased may be of two companies.
    package static func byCompany(_ changes: [Change]) -> [[Change]] {
        var groups: [[Change]] = []
        var places: [String: Int] = [:]
        for change in changes {
            let company = company(of: change)
            if let place = places[company] {
                groups[place].append(change)
            } else {
                places[company] = groups.count
                groups.append([change])
            }
        }
        return groups
    }

    private static func company(of change: Change) -> String {
        let state = change.stateAfter.fields[.entity] == nil ? change.stateBefore : change.stateAfter
        return state.entity.map { "entity " + $0 } ?? "row " + change.id.provider
    }
}

extension History {
    /// A document's title by what was announced by a moment: that of the edition announced last. The document's id
    /// where it has none yet. What is of no document is told under words of the program's.
    package func title(of document: String, knownAt known: Moment = .last) -> String {
        if let words = ownTitle(of: document, knownAt: known) { return words }
        return self.document(document)?.newest(knownAt: known)?.title.value ?? document
    }

    /// The same as an event is told: in the language of its moment, and by what was announced of the document by then; on a
    /// day of effect by the day before.
    package func title(of document: String, toldBy event: Event) -> String {
        ownTitle(of: document, knownAt: event.moment) ?? title(of: document, knownAt: event.known)
    }

    /// The program's words for what is of no document; nil for a document, which its author names.
    private func ownTitle(of document: String, knownAt known: Moment) -> String? {
        var language: Language { (known == .last ? settings.namesToday : names(at: known)).noticeLanguage }
        return switch document {
        case NoticeID.siteDocument: language.tell("Terms of notice")
        case NoticeID.renamed: language.tell("Names and contacts")
        default: nil
        }
    }
}
