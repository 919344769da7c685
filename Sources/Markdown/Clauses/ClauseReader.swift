/// Gives headings, and paragraphs with bold numbers, their addresses as clauses: `10.2`, `article-5`, `annex-a/2`.
///
/// Below a part, schedule, annex, appendix or exhibit numbers start anew, and its clauses are told by it. So they are
/// below a lettered heading ("B. Account Terms"), and any other, where they do begin with 1 again there.
struct ClauseReader {
    /// A heading, or a paragraph that starts with a bold number, which stands below all headings.
    struct Entry {
        var level: Int
        var mark: ClauseMark?
        /// Of a heading, what its own place is called.
        var anchor: String

        static let paragraphLevel = 7
    }

    /// Of one entry.
    struct Place {
        /// Its address, if it is a clause.
        var address: String?
        /// Of its own part of the text: its address, or that of the clause above it which has one.
        var base: String?
        /// Whether it stands in a part whose numbers started anew.
        var isWithin = false
    }

    static func places(of entries: [Entry]) -> [Place] {
        var reader = ClauseReader(entries)
        reader.read()
        // What comes later in a text can show how it counts: then it is read again with that known.
        for _ in 0..<2 where reader.hasLearned {
            reader = ClauseReader(entries, scopes: reader.scopes, families: reader.families.filter(\.value.goesOn))
            reader.read()
        }
        return reader.found
    }

    private let entries: [Entry]
    private(set) var found: [Place] = []
    private var open: [Open] = []
    /// By address: the first entry that has it, and the heading right above that.
    private var taken: [String: (entry: Int, parent: Int?)] = [:]
    /// Of each level, the last labels of headings.
    private var labels: [[ClauseLabel.Style: [ClauseLabel.Kind: Int]]] = Array(repeating: [:], count: 8)
    /// The numbers that others may stand below: `1` and `1.1` of `1.1`.
    private var parents: Set<String> = []
    /// By these, the last number that stood below one: of `1.4` by `1` 4.
    private var below: [String: Int] = [:]
    /// Headings that turn out to count anew.
    private var scopes: Set<Restart>
    private var families: [Family.Key: Family]
    private let known: Set<Family.Key>
    private var hasLearned = false

    /// That the numbers below a heading begin with 1 again: those with the sign § or the others.
    private struct Restart: Hashable {
        var entry: Int
        var isSign: Bool
    }

    /// A heading whose part of the text is not over.
    private struct Open {
        var entry: Int
        var level: Int
        var address: String?
        /// What its clauses are told by, once it is a scope.
        var name: String
        /// Whether its clauses are told by it, be they called what they may.
        var isScope: Bool
        /// The numbers that turn out to begin with 1 again below it: with the sign § or without.
        var anew: Set<Bool>
        var family: Family.Key?
        /// The last whole number of a heading of the same level that belongs to it.
        var flat: Int?
        var hasNumbers = false
        /// Whether it has a number that the numbers below it begin with: `5` of `5.1`.
        var isCounted = false
        /// Whether it is called a part, an annex or the like.
        var isPart = false

        func isScope(of mark: ClauseMark?) -> Bool { isScope || anew.contains(mark?.form == .sign) }
    }

    /// Parts of a text that are counted together: all that are called Part, or have a capital letter.
    private struct Family {
        struct Key: Hashable {
            var level: Int
            var word: ClauseWord?
        }

        var members = 0
        var begun = 0
        var continued = 0
        /// The last whole number below one of them.
        var last = 0

        /// Whether its numbers run through: part II begins with the number after the last of part I.
        var goesOn: Bool { continued > 0 && begun == 0 }
    }

    private init(_ entries: [Entry], scopes: Set<Restart> = [], families: [Family.Key: Family] = [:]) {
        self.entries = entries
        self.scopes = scopes
        known = Set(families.keys)
        self.families = [:]
        found.reserveCapacity(entries.count)
    }

    private mutating func read() {
        for (index, entry) in entries.enumerated() { add(entry, index) }
        hasLearned = hasLearned || families.contains { $0.value.goesOn && !known.contains($0.key) }
    }

    private mutating func add(_ entry: Entry, _ index: Int) {
        for deeper in labels.indices where deeper > entry.level && !labels[deeper].isEmpty { labels[deeper] = [:] }
        let mark = entry.mark.flatMap { isMeant($0, entry.level) ? $0 : nil }
        close(before: entry, mark)
        let address = mark.flatMap { place($0, entry, index) }
        if let mark, mark.isPlain { note(mark) }
        let scope = self.scope(of: mark)
        found.append(
            Place(address: address, base: address ?? open.last { $0.address != nil }?.address, isWithin: !scope.isEmpty)
        )
        guard entry.level < Entry.paragraphLevel else { return }
        var family: Family.Key?
        var isScope = false
        if let mark, address != nil {
            switch mark.form {
            case .named(.part): family = Family.Key(level: entry.level, word: .part)
            case .named(let word): isScope = isScope || word.countsAnew
            case .label(let label) where label.isSection: family = Family.Key(level: entry.level, word: nil)
            case .plain, .sign, .label: break
            }
        }
        if let family {
            families[family, default: Family()].members += 1
            isScope = isScope || !known.contains(family)
        }
        var (isCounted, isPart) = (false, false)
        if address != nil, let form = mark?.form {
            isCounted = mark?.isPlain ?? false
            if case .named(let word) = form { isPart = word.countsAnew }
        }
        // An address is no place for a whole sentence.
        let anchor = entry.anchor.utf8.count > 80 ? String(entry.anchor.prefix(80)) : entry.anchor
        let name = address ?? (scope.isEmpty ? anchor : "\(scope)/\(anchor)")
        open.append(
            Open(
                entry: index, level: entry.level, address: address, name: name, isScope: isScope,
                anew: restarts(below: index), family: family, isCounted: isCounted, isPart: isPart))
    }

    /// The kinds of numbers that turned out to begin with 1 again below a heading.
    private func restarts(below index: Int) -> Set<Bool> {
        scopes.isEmpty ? [] : Set([true, false].filter { scopes.contains(Restart(entry: index, isSign: $0)) })
    }

    /// The name of the innermost part whose numbers of this kind start anew; empty for the text's own.
    private func scope(of mark: ClauseMark?) -> String { open.last { $0.isScope(of: mark) }?.name ?? "" }

    // MARK: What is a number

    /// Whether a mark is one and not only alike: a letter is one of a sequence ("J. Smith"), and so is the number of a
    /// paragraph ("**2.5 GB**").
    private mutating func isMeant(_ mark: ClauseMark, _ level: Int) -> Bool {
        switch mark.form {
        case .named(let word):
            if word.countsAnew { labels[level] = [:] }
            return true
        case .plain, .sign:
            guard level == Entry.paragraphLevel, let dot = mark.component.lastIndex(of: ".") else { return true }
            let above = String(mark.component[..<dot])
            // An amount would have to be the next number by chance.
            if mark.mayBeAmount { return mark.value == (below[above] ?? 0) + 1 }
            return mark.isFirst || mark.value == 1 || parents.contains(above)
        case .label(let label):
            let last = labels[level][label.style] ?? [:]
            let reading =
                label.readings.first { last[$0.kind].map { $0 + 1 } == $0.value }
                ?? label.readings.first { $0.value == 1 } ?? label.readings.first { last[$0.kind] ?? .max < $0.value }
            guard let reading else { return false }
            labels[level][label.style, default: [:]][reading.kind] = reading.value
            return true
        }
    }

    private mutating func note(_ mark: ClauseMark) {
        let number = mark.component
        parents.insert(number)
        guard let dot = number.utf8.lastIndex(of: UInt8(ascii: ".")) else { return }
        let above = String(number[..<dot])
        parents.insert(above)
        if let value = mark.value { below[above] = value }
    }

    // MARK: Where it stands

    /// Ends the parts of the text that a heading ends.
    private mutating func close(before entry: Entry, _ mark: ClauseMark?) {
        while let last = open.last, last.level >= entry.level {
            if last.level == entry.level, let mark, holds(mark, last) {
                open[open.count - 1].anew.insert(mark.form == .sign)
                open[open.count - 1].flat = mark.isWhole ? mark.value : last.flat
                return
            }
            open.removeLast()
        }
    }

    /// Whether a heading belongs to another one of its own level, as the clauses of an annex in a text without levels.
    private func holds(_ mark: ClauseMark, _ part: Open) -> Bool {
        switch mark.form {
        case .named(let word) where word.countsAnew: return false
        case .label(let label) where !label.isSection || part.family != nil: return false
        default: break
        }
        let goesOn = part.flat.map { last in
            mark.isWhole ? mark.value == last || mark.value == last + 1 : mark.component.hasPrefix("\(last).")
        }
        if goesOn == true { return true }
        guard mark.isFirst, part.flat == nil else { return false }
        if part.isPart { return true }
        // A heading without a number, and then 1 again.
        guard part.address == nil, entries[part.entry].mark == nil, mark.isPlain else { return false }
        let outer = open.dropLast().last { $0.isScope(of: mark) }?.name ?? ""
        return taken[key(address(mark.component, in: outer), mark)].map { $0.parent != part.entry } ?? false
    }

    private mutating func place(_ mark: ClauseMark, _ entry: Entry, _ index: Int) -> String? {
        if case .label(let label) = mark.form, !label.isSection {
            // Of the clause that it stands in.
            guard let clause = open.last(where: { $0.address != nil })?.address else { return nil }
            let address = clause + label.words
            // Below another heading of the clause letters may begin again; the first ones are cited.
            if let earlier = taken[address], earlier.parent != open.last?.entry { return nil }
            return take(address, index, mark)
        }
        if let last = open.indices.last { count(mark, last) }
        let address = address(mark.component, in: scope(of: mark))
        guard let earlier = taken[key(address, mark)], mark.isFirst, earlier.parent != open.last?.entry else {
            return take(address, index, mark)
        }
        let isSign = mark.form == .sign
        let parent = open.last
        if let other = earlier.parent, entries[earlier.entry].level > entry.level,
            !scopes.contains(Restart(entry: other, isSign: isSign))
        {
            // It was the earlier ones, below a heading of their own, that stood apart.
            scopes.insert(Restart(entry: other, isSign: isSign))
            hasLearned = true
            taken[key(address, mark)] = (index, parent?.entry)
            return address
        }
        guard let parent, !parent.isScope(of: mark), mark.isWhole || !parent.isCounted else {
            return take(address, index, mark)
        }
        open[open.count - 1].anew.insert(isSign)
        return take(self.address(mark.component, in: scope(of: mark)), index, mark)
    }

    private mutating func take(_ address: String, _ index: Int, _ mark: ClauseMark) -> String {
        let key = key(address, mark)
        if taken[key] == nil { taken[key] = (index, open.last?.entry) }
        return address
    }

    private func key(_ address: String, _ mark: ClauseMark) -> String { mark.form == .sign ? "§ \(address)" : address }

    private func address(_ component: String, in scope: String) -> String {
        scope.isEmpty ? component : "\(scope)/\(component)"
    }

    /// Notes whether the first number below a part goes on with those of the part before.
    private mutating func count(_ mark: ClauseMark, _ last: Int) {
        guard mark.isWhole, let value = mark.value,
            let index = open[...last].lastIndex(where: { $0.family != nil }), let key = open[index].family
        else { return }
        var family = families[key] ?? Family()
        if !open[index].hasNumbers, family.last > 0 {
            if value == family.last + 1 { family.continued += 1 } else if mark.isFirst { family.begun += 1 }
        }
        open[index].hasNumbers = true
        family.last = value
        families[key] = family
    }
}
