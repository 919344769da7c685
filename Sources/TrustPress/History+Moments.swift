import Diagnostics
import Language
import Model

extension History {
    /// The moments after `asOf` at which the site is another, by everything in the sources, in their order; of each what
    /// happens then, as sentences without a full stop.
    package func moments(after asOf: AsOf) -> [(moment: Moment, reasons: [String])] {
        var due: [Moment: Set<String>] = [:]
        func add(_ moment: Moment, _ reason: String) {
            if !asOf.covers(moment) { due[moment, default: []].insert(reason) }
        }
        for event in events { add(event.moment, "\(event.notice) \(event.kind.phrase)") }
        for notice in notices {
            guard let deadline = notice.objectionDeadline else { continue }
            let next = Moment(deadline.adding(days: 1))
            // What is withdrawn by then is told as that, and nobody objects to it any more.
            let isOpen = notice.items.contains { item in
                item.mayBeObjectedTo && item.announcement.effective(knownAt: next.eve) != nil
            }
            if isOpen { add(next, "\(notice.id): the objection period is over") }
        }
        let older = documents.flatMap { document in
            document.editions.filter(document.isOlderHistory).map(\.announcement.moment)
                + document.changes.filter(\.isOlderHistory).map(\.moment)
        }
        for moment in older { add(moment, "older history is recorded") }
        // Of products that were public in time a notice tells; of the others the record alone.
        for product in settings.products {
            if let retired = product.retired { add(Moment(retired.value), "\(product.id.value) is retired") }
        }
        for (id, moment) in library.productMoments { add(moment, "\(id) is a product") }
        let blocks =
            settings.notice.map { ("notice", $0.moment, $0.day) }
            + settings.register.map { ("register", $0.moment, $0.day) }
        for (name, announced, from) in blocks {
            add(announced, "other terms of \(name) are announced")
            add(Moment(from), "other terms of \(name) are in force")
        }
        for erased in documents.flatMap(\.items).flatMap(\.announcement.erasures) {
            add(erased.announced.value, "an erasure is announced")
        }
        for certification in library.certifications {
            add(certification.announced.value, "\(certification.id) is announced")
            let from = certification.from.value
            if from > certification.announced.value.day { add(Moment(from), "\(certification.id) is valid") }
            if let until = certification.until?.value {
                add(Moment(until.adding(days: 1)), "\(certification.id) has expired")
            }
        }
        for decision in AdequacyDecision.all(under: .eu) {
            let country = Language.english.place(.code(decision.country))
            let turns = [(decision.from, "holds"), (decision.until?.adding(days: 1), "is over")]
            for case (let day?, let phrase) in turns where !asOf.covers(Moment(day)) {
                if changesGrounds(decision.country, from: day) {
                    add(Moment(day), "the adequacy decision for \(country) \(phrase)")
                }
            }
        }
        return due.sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted()) }
    }

    /// Whether a row that names a country has another ground of its transfers from a day on, as the tables have it.
    private func changesGrounds(_ country: String, from day: CalendarDate) -> Bool {
        documents.flatMap { $0.register?.list(on: day) ?? [] }.contains { row in
            let said = row.state.fieldsToday
            return said.places.contains { $0.codes.contains(country) }
                && DerivedGround(said, on: day.adding(days: -1)) != DerivedGround(said, on: day)
        }
    }
}
