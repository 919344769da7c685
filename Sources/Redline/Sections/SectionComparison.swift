import Formats
import Markdown

/// What became of the sections of a text.
struct SectionComparison {
    private(set) var changes: [SectionChange] = []
    /// Of each new section the old one that it continues.
    private(set) var origins: [Int?]

    private let old: ComparedText
    private let new: ComparedText
    private let oldSections: [Int]
    private let newSections: [Int]
    /// Of each old section the new one that continues it.
    private var heirs: [Int?]
    /// Of each new section.
    private var isChanged: [Bool]
    private var isMoved: [Bool]
    /// Of sections that say the same, what is another form or typography in them.
    private var restated: [Int: Differences] = [:]
    /// Sections of the new text whose heading was none before.
    private var recastSections: Set<Int> = []

    /// - Parameter parts: of each entry of the alignment, what became of it.
    init(
        old: ComparedText, new: ComparedText, alignment: BlockAlignment, parts: [RedlinePart],
        footnotes: [MarkedFootnote]
    ) {
        self.old = old
        self.new = new
        oldSections = old.sectionsOfPieces
        newSections = new.sectionsOfPieces
        origins = Array(repeating: nil, count: new.sections.count)
        heirs = Array(repeating: nil, count: old.sections.count)
        isChanged = Array(repeating: false, count: new.sections.count)
        isMoved = isChanged
        if !origins.isEmpty, !heirs.isEmpty, old.sections[0].heading == nil, new.sections[0].heading == nil {
            join(0, 0)
        }
        for case .pair(let pair, let isMoved) in alignment.entries where new.pieces[pair.new].isHeading {
            join(oldSections[pair.old], newSections[pair.new])
            if isMoved { self.isMoved[newSections[pair.new]] = true }
        }
        for case .recast(let recast) in alignment.entries { join(recast) }
        for (entry, part) in zip(alignment.entries, parts) {
            note(entry, part.marked?.summary.differences, alignment)
        }
        note(footnotes)
        list(alignment.entries)
    }

    private mutating func join(_ oldSection: Int, _ newSection: Int) {
        guard heirs[oldSection] == nil, origins[newSection] == nil else { return }
        heirs[oldSection] = newSection
        origins[newSection] = oldSection
    }

    /// What is a heading now and was none begins no new section of the text, or continues one.
    private mutating func join(_ recast: Recast) {
        let olds = recast.old.filter { old.pieces[$0].isHeading }
        let news = recast.new.filter { new.pieces[$0].isHeading }
        if let one = olds.first, let other = news.first, olds.count == 1, news.count == 1 {
            join(oldSections[one], newSections[other])
        }
        recastSections.formUnion(news.map { newSections[$0] }.filter { origins[$0] == nil })
    }

    /// Notes which sections of the new text have other words now.
    ///
    /// - Parameter differences: nil for what is in both texts.
    private mutating func note(
        _ entry: BlockAlignment.Entry, _ differences: Differences?, _ alignment: BlockAlignment
    ) {
        switch entry {
        case .deleted(let place, let isMoved):
            // What moved away is noted with its new place.
            if !isMoved { lost(place) }
        case .inserted(let place): isChanged[newSections[place]] = true
        case .pair(let pair, let isMoved):
            let section = newSections[pair.new]
            let isAtHome = heirs[oldSections[pair.old]] == section
            if let differences, !alignment.old[pair.old].saysTheSame(as: alignment.new[pair.new]) {
                note(differences, section)
            }
            if !isAtHome || isMoved && !self.isMoved[section] {
                if isMoved || !recastSections.contains(section) { isChanged[section] = true }
                lost(pair.old)
            }
        case .regrouped(let olds, let news): note(olds, news.map { ($0, differences ?? []) })
        case .recast(let recast):
            note(recast.old, zip(recast.new, recast.restatement.new).map { ($0, $1.differences.union(.form)) })
        }
    }

    /// Notes what became of pieces whose words are in other pieces now, each with what differs in it. What came from
    /// another section is new in its own.
    private mutating func note(_ olds: Range<Int>, _ news: [(place: Int, differences: Differences)]) {
        let sections = (old: Set(olds.map { oldSections[$0] }), new: Set(news.map { newSections[$0.place] }))
        let isAtHome =
            sections.old.count == 1 && sections.new.count == 1
            && sections.old.allSatisfy { heirs[$0].map(sections.new.contains) ?? false }
        for (place, differences) in news {
            note(differences, newSections[place])
            if !isAtHome, !recastSections.contains(newSections[place]) { isChanged[newSections[place]] = true }
        }
        if !isAtHome { olds.forEach { lost($0) } }
    }

    private mutating func note(_ differences: Differences, _ section: Int) {
        if differences.contains(.words) || differences.contains(.place) {
            isChanged[section] = true
        } else {
            restated[section, default: []].formUnion(differences)
        }
    }

    private mutating func lost(_ place: Int) {
        if let heir = heirs[oldSections[place]] { isChanged[heir] = true }
    }

    /// A footnote belongs to the sections that refer to it.
    private mutating func note(_ footnotes: [MarkedFootnote]) {
        let numbers = Set(footnotes.filter { !$0.isKept }.compactMap(\.new))
        guard !numbers.isEmpty else { return }
        for (place, piece) in new.pieces.enumerated()
        where piece.footnotes.contains(where: { Int($0).map(numbers.contains) ?? false }) {
            isChanged[newSections[place]] = true
        }
    }

    /// Lists what changed in the order of the redline.
    private mutating func list(_ entries: [BlockAlignment.Entry]) {
        var isListed = Array(repeating: false, count: new.sections.count)
        func add(new section: Int) {
            guard !isListed[section] else { return }
            isListed[section] = true
            if let change = change(of: section) { changes.append(change) }
        }
        if !newSections.isEmpty || isChanged.contains(true) { add(new: 0) }
        for entry in entries {
            switch entry {
            case .deleted(let place, _):
                let section = oldSections[place]
                if old.pieces[place].isHeading, heirs[section] == nil { changes.append(removed(section)) }
            case .inserted(let place): add(new: newSections[place])
            case .pair(let pair, _): add(new: newSections[pair.new])
            case .regrouped(_, let news): news.forEach { add(new: newSections[$0]) }
            case .recast(let recast): recast.new.forEach { add(new: newSections[$0]) }
            }
        }
    }

    private func change(of section: Int) -> SectionChange? {
        let now = new.sections[section]
        let before = origins[section].map { old.sections[$0] }
        // What stands below an annex has that one's letter in its address, and a number of its own.
        let isRenumbered = before.map { $0.number != now.number && $0.label != now.label } ?? false
        let isAdded = before == nil && !recastSections.contains(section)
        var kinds = isAdded ? (now.range.isEmpty ? [] : [.added]) : self.kinds(of: section)
        if isRenumbered { kinds.append(.renumbered) }
        guard !kinds.isEmpty else { return nil }
        return SectionChange(
            kinds: SectionChange.Kind.allCases.filter(kinds.contains), number: now.number, heading: now.heading?.text,
            anchor: now.heading?.anchor, previousNumber: isRenumbered ? before?.number : nil, section: section)
    }

    /// What became of what stands in it, and of its place.
    private func kinds(of section: Int) -> [SectionChange.Kind] {
        var kinds: [SectionChange.Kind] = isMoved[section] ? [.moved] : []
        if isChanged[section] { return kinds + [.changed] }
        guard let restated = restated[section] else { return kinds }
        if restated.contains(.form) { kinds.append(.form) }
        if restated.contains(.typography) { kinds.append(.typography) }
        return kinds
    }

    private func removed(_ section: Int) -> SectionChange {
        let heading = old.sections[section].heading
        return SectionChange(
            kinds: [.removed], number: heading?.number, heading: heading?.text,
            anchor: heading.map { new.anchor(ofRemoved: $0.anchor) })
    }
}

extension ComparedText {
    /// The `id` in a redline of an old heading that is gone, given the text that it is gone from: its own, unless a
    /// heading of this text has that.
    func anchor(ofRemoved anchor: String) -> String {
        anchors.value.contains(anchor) ? HTMLIDs.removed(anchor) : anchor
    }
}

extension Piece {
    /// Whether two pieces say the same: a heading does under another number.
    fileprivate func saysTheSame(as other: Piece) -> Bool {
        if self == other { return true }
        guard case .block(.heading(let oldLevel, let one)) = content,
            case .block(.heading(let newLevel, let two)) = other.content
        else { return false }
        return oldLevel == newLevel && one.headingTitle == two.headingTitle
    }
}
