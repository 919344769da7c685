extension Redline {
    /// What a list of the sections cannot say of the two texts, in a sentence: that no word differs, and in how many
    /// places typography alone does. Nil where there is nothing to say.
    package var remark: String? {
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
}

/// What a redline says of words that are in both texts.
package struct RedlineSigns: Sendable {
    /// Whether a note says what words were before.
    package private(set) var notesForm = false
    /// Whether words have another emphasis.
    package private(set) var marksEmphasis = false
    /// Whether one has a column in another place.
    package private(set) var movesColumns = false
    /// Whether one has its rows in another order.
    package private(set) var ordersRows = false

    init(_ block: MarkedBlock) { add(block) }

    init(joining parts: [RedlineSigns]) {
        notesForm = parts.contains(where: \.notesForm)
        marksEmphasis = parts.contains(where: \.marksEmphasis)
        movesColumns = parts.contains(where: \.movesColumns)
        ordersRows = parts.contains(where: \.ordersRows)
    }

    private mutating func add(_ block: MarkedBlock) {
        switch block {
        case .kept, .deleted, .inserted: break
        case .words(_, let marks): add(marks)
        case .quote(let blocks): blocks.forEach { add($0) }
        case .list(let list):
            for case .changed(_, _, let blocks, _) in list.items { blocks.forEach { add($0) } }
        case .table(let table):
            movesColumns = movesColumns || table.columns.contains { $0.move != nil }
            table.cells.forEach { add($0) }
        case .restated(let restatement):
            switch restatement.reason {
            case .order: ordersRows = true
            case .split, .merged, .level, .form: notesForm = true
            case .moved, .numbering, .spacing: break
            }
            restatement.new.forEach { add($0) }
        }
    }

    private mutating func add(_ marks: [MarkedInline]) {
        for mark in marks {
            switch mark {
            case .styled(_, let marks): add(marks)
            case .restated(_, _, .emphasis): marksEmphasis = true
            case .kept, .deleted, .inserted, .restated: break
            }
        }
    }
}
