extension Redline {
    /// What a list of the sections cannot say of two texts, with the number of places in which typography alone differs.
    package enum RemarkOnForm: Sendable, Hashable {
        /// Words differ, and typography besides.
        case besides(Int)
        /// No word differs, only typography.
        case typography(Int)
        /// No word differs, only the form, and typography where the number is not zero.
        case form(Int)
    }

    /// Nil where there is nothing to say.
    package var remarkOnForm: RemarkOnForm? {
        let count = typographyCount
        if differences.isEmpty || differences.contains(.place) && count == 0 { return nil }
        if differences.contains(.words) || differences.contains(.place) { return count > 0 ? .besides(count) : nil }
        return differences.contains(.form) ? .form(count) : .typography(count)
    }

    /// The same in a sentence.
    package var remark: String? {
        func places(_ count: Int) -> String { count == 1 ? "one place" : "\(count) places" }
        return switch remarkOnForm {
        case nil: nil
        case .besides(let count): "Besides, typography alone changed in \(places(count))."
        case .typography(let count): "No word changed, only typography in \(places(count))."
        case .form(0): "No word changed, only the form."
        case .form(let count): "No word changed, only the form, and typography in \(places(count))."
        }
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

    mutating func formUnion(_ other: RedlineSigns) {
        notesForm = notesForm || other.notesForm
        marksEmphasis = marksEmphasis || other.marksEmphasis
        movesColumns = movesColumns || other.movesColumns
        ordersRows = ordersRows || other.ordersRows
    }

    mutating func add(_ block: MarkedBlock) {
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
