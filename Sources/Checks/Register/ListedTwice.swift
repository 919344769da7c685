import Diagnostics
import Model

extension Check {
    /// `listed-twice`: the same company for the same purpose in two rows that are on the list at once, today or on a day
    /// to come.
    ///
    /// A customer cannot tell which of the two holds. Companies are known by their `entity`, and by their name where one
    /// of two rows has no entity; case, white space and punctuation make no difference.
    package static let listedTwice = Check { context in
        let today = context.asOf.day
        return context.history.documents.compactMap(\.register).flatMap { register in
            let stays = register.providers.flatMap { Stay.all(of: $0, from: today) }.sorted()
            var found: [String: Diagnostic] = [:]
            for (earlier, later) in Stay.together(stays) where found[later.id] == nil {
                found[later.id] = Diagnostic(
                    .listedTwice, at: later.span, .listedTwice(later, beside: earlier, on: today),
                    help: .listedTwiceHelp)
            }
            return found.values.sorted().map { Finding($0) }
        }
    }
}

/// The days, from today on, for which a row says one thing of a company and its purpose.
private struct Stay: Comparable {
    var id: String
    var company: Company
    var days: Range<CalendarDate>
    /// The first day of its present time on the list.
    var since: CalendarDate
    /// Where the purpose is written.
    var span: SourceSpan
    var name: String

    /// As texts are compared: letters and digits, without case.
    struct Company: Hashable {
        var entity: String
        var name: String
        var purpose: String
    }

    static func all(of provider: ProviderHistory, from today: CalendarDate) -> [Stay] {
        let days = [today] + provider.daysOfEffect.filter { $0 > today }
        return days.enumerated().compactMap { index, day in
            let state = provider.state(on: day)
            let company = Company(
                entity: state.letters(of: .entity), name: state.letters(of: .name), purpose: state.letters(of: .purpose)
            )
            guard let since = provider.listedSince(on: day), !company.purpose.isEmpty,
                let span = provider.provider.lastSpan(of: .purpose, on: day)
            else { return nil }
            let end = index + 1 < days.count ? days[index + 1] : .distantFuture
            return Stay(
                id: provider.provider.id, company: company, days: day..<max(day, end), since: since, span: span,
                name: state.name)
        }
    }

    static func < (one: Self, other: Self) -> Bool {
        (one.days.lowerBound, one.since, one.id) < (other.days.lowerBound, other.since, other.id)
    }

    static func == (one: Self, other: Self) -> Bool { !(one < other) && !(other < one) }

    /// Of the rows that are one company's for one purpose those that stand on the list at once; of each two the one that
    /// came first, first.
    ///
    /// - Parameter stays: in order. Each is held against one or two earlier ones, those that last longest.
    static func together(_ stays: [Stay]) -> [(earlier: Stay, later: Stay)] {
        var byEntity: [[String]: Stay] = [:]
        var byName: [[String]: Stay] = [:]
        var withoutEntity: [[String]: Stay] = [:]
        var pairs: [(Stay, Stay)] = []
        func keep(_ stay: Stay, in known: inout [[String]: Stay], _ key: [String]) {
            if known[key].map({ $0.days.upperBound < stay.days.upperBound }) ?? true { known[key] = stay }
        }
        for stay in stays {
            let company = stay.company
            let isBare = company.entity.isEmpty
            let entity = [isBare ? company.name : company.entity, company.purpose]
            let name = [company.name, company.purpose]
            let others = [byEntity[entity], isBare ? byName[name] : withoutEntity[name]].compactMap(\.self)
            if let other = others.first(where: { $0.id != stay.id && $0.days.overlaps(stay.days) }) {
                let isLater = (other.since, other.id) < (stay.since, stay.id)
                pairs.append(isLater ? (other, stay) : (stay, other))
            }
            keep(stay, in: &byEntity, entity)
            guard !company.name.isEmpty else { continue }
            keep(stay, in: &byName, name)
            if isBare { keep(stay, in: &withoutEntity, name) }
        }
        return pairs
    }
}

extension ProviderState {
    /// The letters and digits of a text field, without case; none where it says nothing.
    fileprivate func letters(of field: ProviderField) -> String {
        guard case .text(let text)? = fields[field] else { return "" }
        return String(text.lowercased().filter { $0.isLetter || $0.isNumber })
    }
}

extension String {
    fileprivate static func listedTwice(_ stay: Stay, beside other: Stay, on today: CalendarDate) -> String {
        let start = stay.days.clamped(to: other.days).lowerBound
        let days = start > today ? " from \(start) on" : ""
        return "\(stay.name) is on the list twice for this purpose\(days): here and in \(other.id).yaml"
    }

    fileprivate static let listedTwiceHelp =
        "keep one row (delete this file, or once it is published take it off the list with removed: true); where both are "
        + "meant, let each purpose say what sets it apart"
}
