import Formats

extension BlockAlignment {
    /// Looks, between what is the same, for blocks whose words are in other blocks now.
    func recast(_ entries: [Entry]) -> [Entry] {
        var found: [Entry] = []
        var stretch: [Entry] = []
        found.reserveCapacity(entries.count)
        func endStretch() {
            if stretch.isEmpty { return }
            if let recast = recast(stretch: stretch) { found += recast } else { found += stretch }
            stretch = []
        }
        for entry in entries {
            if isFixed(entry) {
                endStretch()
                found.append(entry)
            } else {
                stretch.append(entry)
            }
        }
        endStretch()
        return found
    }

    /// Whether nothing of it can be a part of something else: it is the same in both, it moved, or it is no prose.
    private func isFixed(_ entry: Entry) -> Bool {
        switch entry {
        case .deleted(let place, let moved): moved || !old[place].isProse && !old[place].isCode && !old[place].isRule
        case .inserted(let place): !new[place].isProse && !new[place].isRule
        case .pair(let pair, let moved):
            moved || old[pair.old] == new[pair.new] || old[pair.old].isHeading || !old[pair.old].isProse
        case .regrouped: false
        case .recast: true
        }
    }

    /// Nil where what is found already marks as little.
    private func recast(stretch: [Entry]) -> [Entry]? {
        guard stretch.count > 1, let oldRange = stretch.range(of: \.olds), let newRange = stretch.range(of: \.news)
        else { return nil }
        let (firstOld, firstNew) = (oldRange.lowerBound, newRange.lowerBound)
        guard old[oldRange].contains(where: { !$0.isParagraph }) || new[newRange].contains(where: { !$0.isParagraph })
        else { return nil }
        func find() -> [Entry]? {
            let length = markedLength(stretch)
            func isClearlyLess(_ other: Int) -> Bool { 5 * other < 4 * length }
            guard isClearlyLess(SureWords.apart(old[oldRange], new[newRange])) else { return nil }
            let groups = RecastGroups(old[oldRange], new[newRange], memory)
            guard let others = entries(groups, oldRange, newRange, while: isClearlyLess) else { return nil }
            return isClearlyLess(markedLength(others)) ? others : nil
        }
        // What is remembered is told from the beginning of the stretch.
        let unsettled = Unsettled(
            old: old[oldRange], new: new[newRange], steps: stretch.compactMap { Unsettled.Step($0, firstOld, firstNew) }
        )
        return memory.recast(unsettled) { find()?.map { $0.moved(by: -firstOld, -firstNew) } }?
            .map { $0.moved(by: firstOld, firstNew) }
    }

    /// Pieces between what is the same, with what is found of them so far.
    struct Unsettled: Sendable, Hashable {
        let old: ArraySlice<Piece>
        let new: ArraySlice<Piece>
        let steps: [Step]

        func hash(into hasher: inout Hasher) { hasher.combine(old, new) }

        struct Step: Sendable, Hashable {
            let old: Range<Int>?
            let new: Range<Int>?
        }
    }

    private func markedLength(_ entries: some Sequence<Entry>) -> Int {
        entries.reduce(0) { length, entry in
            switch entry {
            case .deleted(let place, _): length + old[place].weight
            case .inserted(let place): length + new[place].weight
            case .pair, .regrouped, .recast: length + (part(entry)?.marked?.markedLength ?? 0)
            }
        }
    }

    /// - Parameter isWanted: whether any would do that mark so much at the least.
    private func entries(
        _ groups: RecastGroups, _ olds: Range<Int>, _ news: Range<Int>, while isWanted: (Int) -> Bool
    ) -> [Entry]? {
        // What is in no group is marked whole.
        let apart = groups.groups.map { SureWords.apart(old[$0.old], new[$0.new]) }
        var least = apart.reduce(groups.rest, +)
        var entries: [Entry] = []
        var place = Pair(old: olds.lowerBound, new: news.lowerBound)
        var hasRecast = false
        func addUnpaired(upTo old: Int, _ new: Int) {
            entries += (place.old..<old).map { .deleted($0, moved: false) }
            entries += (place.new..<new).map { .inserted($0) }
            place = Pair(old: old, new: new)
        }
        for (group, apart) in zip(groups.groups, apart) {
            guard isWanted(least) else { return nil }
            addUnpaired(upTo: group.old.lowerBound, group.new.lowerBound)
            if group.old.count == 1, group.new.count == 1,
                old[group.old.lowerBound].kind == new[group.new.lowerBound].kind
            {
                entries.append(.pair(Pair(old: group.old.lowerBound, new: group.new.lowerBound), moved: false))
            } else {
                let recast = Recast(
                    old[group.old].flatMap(\.blocks), at: group.old, as: new[group.new].flatMap(\.blocks),
                    at: group.new, memory)
                // What cannot be recast goes and comes as a whole, before the next group.
                guard let recast else { continue }
                entries.append(.recast(recast))
                hasRecast = true
            }
            least += markedLength(entries.suffix(1)) - apart
            place = Pair(old: group.old.upperBound, new: group.new.upperBound)
        }
        addUnpaired(upTo: olds.upperBound, news.upperBound)
        return hasRecast ? entries : nil
    }
}

extension BlockAlignment.Unsettled.Step {
    /// - Returns: nil for what is settled.
    fileprivate init?(_ entry: BlockAlignment.Entry, _ firstOld: Int, _ firstNew: Int) {
        switch entry {
        case .deleted(let place, _):
            self.init(old: place - firstOld..<place - firstOld + 1, new: nil)
        case .inserted(let place):
            self.init(old: nil, new: place - firstNew..<place - firstNew + 1)
        case .pair(let pair, _):
            self.init(
                old: pair.old - firstOld..<pair.old - firstOld + 1, new: pair.new - firstNew..<pair.new - firstNew + 1)
        case .regrouped(let olds, let news):
            self.init(old: olds.shifted(by: -firstOld), new: news.shifted(by: -firstNew))
        case .recast: return nil
        }
    }
}

extension BlockAlignment.Entry {
    /// The same of pieces that stand so much farther on.
    fileprivate func moved(by old: Int, _ new: Int) -> Self {
        switch self {
        case .deleted(let place, let moved): .deleted(place + old, moved: moved)
        case .inserted(let place): .inserted(place + new)
        case .pair(let pair, let moved): .pair(Pair(old: pair.old + old, new: pair.new + new), moved: moved)
        case .regrouped(let olds, let news): .regrouped(old: olds.shifted(by: old), new: news.shifted(by: new))
        case .recast(let recast): .recast(recast.moved(by: old, new))
        }
    }

    fileprivate var olds: Range<Int>? {
        switch self {
        case .deleted(let place, _): place..<place + 1
        case .inserted: nil
        case .pair(let pair, _): pair.old..<pair.old + 1
        case .regrouped(let olds, _): olds
        case .recast(let recast): recast.old
        }
    }

    fileprivate var news: Range<Int>? {
        switch self {
        case .deleted: nil
        case .inserted(let place): place..<place + 1
        case .pair(let pair, _): pair.new..<pair.new + 1
        case .regrouped(_, let news): news
        case .recast(let recast): recast.new
        }
    }
}

extension [BlockAlignment.Entry] {
    /// From the first of their pieces in one of the texts to the last; nil where they have none in it.
    fileprivate func range(of pieces: (Element) -> Range<Int>?) -> Range<Int>? {
        let ranges = compactMap(pieces)
        guard let first = ranges.first, let last = ranges.last else { return nil }
        return first.lowerBound..<last.upperBound
    }
}
