extension Redline {
    /// All differences between the two texts.
    package var differences: Differences {
        Differences(joining: blocks.map(\.differences) + footnotes.map(\.differences))
    }

    /// What a list of the sections cannot say of the two texts, in a sentence: that no word differs, and in how many
    /// places typography alone does. Nil where there is nothing to say.
    package var remark: String? {
        let differences = differences
        let count = typographyCount
        let places = count == 1 ? "one place" : "\(count) places"
        if differences.isEmpty || differences.contains(.place) && count == 0 { return nil }
        if differences.contains(.words) || differences.contains(.place) {
            return count > 0 ? "Besides, typography alone changed in \(places)." : nil
        }
        if !differences.contains(.form) { return "No word changed, only typography in \(places)." }
        return count > 0
            ? "No word changed, only the form, and typography in \(places)." : "No word changed, only the form."
    }

    /// In how many places typography alone differs.
    package var typographyCount: Int {
        blocks.reduce(0) { $0 + $1.typographyCount }
            + footnotes.reduce(0) { $0 + $1.blocks.reduce(0) { $0 + $1.typographyCount } }
    }

    /// What became of the tables that are in both texts, beside their words.
    package var tableChanges: TableChanges { blocks.reduce(into: TableChanges()) { $0.add($1) } }
}

/// What a note above a table says of it.
package struct TableChanges: Sendable {
    /// Whether one has a column in another place.
    package private(set) var movesColumns = false
    /// Whether one has its rows in another order.
    package private(set) var ordersRows = false

    fileprivate mutating func add(_ block: MarkedBlock) {
        switch block {
        case .kept, .deleted, .inserted, .words: break
        case .quote(let blocks): blocks.forEach { add($0) }
        case .list(let list):
            for case .changed(_, _, let blocks, _) in list.items { blocks.forEach { add($0) } }
        case .table(let table): movesColumns = movesColumns || table.columns.contains { $0.move != nil }
        case .restated(let restatement):
            if case .order = restatement.reason { ordersRows = true }
            restatement.new.forEach { add($0) }
        }
    }
}
