import Diagnostics
import Model

/// The days, from today on, for which a row says one thing of a company and its purpose.
struct Stay: Comparable {
    var id: String
    var company: Company
    var scope: RowScope
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
                entity: letters(of: .entity, in: state), name: letters(of: .name, in: state),
                purpose: letters(of: .purpose, in: state))
            guard let since = provider.listedSince(on: day), !company.purpose.isEmpty,
                !company.entity.isEmpty || !company.name.isEmpty,
                let span = provider.provider.lastSpan(of: .purpose, on: day)
            else { return nil }
            let end = index + 1 < days.count ? days[index + 1] : .distantFuture
            return Stay(
                id: provider.provider.id, company: company, scope: RowScope(of: state), days: day..<max(day, end),
                since: since,
                span: span,
                name: state.name(orID: provider.provider.id))
        }
    }

    /// None where the words are erased: nobody can say that two of them are the same.
    private static func letters(of field: ProviderField, in state: ProviderState) -> String {
        state.fields[field] == .text(Erasure.standIn) ? "" : state.letters(of: field)
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
        var known: [Sign: Stay] = [:]
        var pairs: [(Stay, Stay)] = []
        for stay in stays {
            let others = stay.signs(of: stay.namesOfOthers, stay.scope.wanted).lazy.compactMap { known[$0] }
            if let other = others.first(where: { $0.id != stay.id && $0.days.overlaps(stay.days) }) {
                let isLater = (other.since, other.id) < (stay.since, stay.id)
                pairs.append(isLater ? (other, stay) : (stay, other))
            }
            for sign in stay.signs(of: stay.names, stay.scope.offered)
            where known[sign].map({ $0.days.upperBound < stay.days.upperBound }) ?? true {
                known[sign] = stay
            }
        }
        return pairs
    }

    /// What two rows have in common that say the same.
    private struct Sign: Hashable {
        var company: Name
        var purpose: String
        var part: RowScope.Part
    }

    private enum Name: Hashable {
        case entity(String)
        /// Of a row, whether or not it has an entity.
        case name(String)
        /// Of a row without an entity.
        case bare(String)
    }

    private func signs(of names: [Name], _ parts: [RowScope.Part]) -> [Sign] {
        names.flatMap { name in parts.map { Sign(company: name, purpose: company.purpose, part: $0) } }
    }

    private var isBare: Bool { company.entity.isEmpty }
    private var entity: Name { .entity(isBare ? company.name : company.entity) }
    private var names: [Name] {
        [entity] + (company.name.isEmpty ? [] : [.name(company.name)] + (isBare ? [.bare(company.name)] : []))
    }
    private var namesOfOthers: [Name] { [entity, isBare ? .name(company.name) : .bare(company.name)] }
}

extension ProviderState {
    /// The letters and digits of a text field, without case; none where it says nothing.
    func letters(of field: ProviderField) -> String {
        guard case .text(let text)? = fields[field] else { return "" }
        return String(text.lowercased().filter { $0.isLetter || $0.isNumber })
    }
}
