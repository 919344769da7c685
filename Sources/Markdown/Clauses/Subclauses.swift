/// Gives the lettered paragraphs and items of a clause their addresses: `2(a)(i)`.
struct Subclauses {
    /// A sequence that may go on, and its last label.
    private struct Level {
        /// How many lists it stands in.
        var depth: Int
        var style: ClauseLabel.Style
        var reading: ClauseLabel.Reading
        /// Nil where another label of the clause has it already.
        var address: String?

        func counts(_ label: ClauseLabel, as reading: ClauseLabel.Reading, at depth: Int) -> Bool {
            self.depth == depth && style == label.style && self.reading.kind == reading.kind
        }
    }

    /// Of the clause; nil where the labels are none of a clause.
    private var base: String?
    /// From the outermost to the innermost.
    private var levels: [Level] = []
    /// Every address given, of all clauses.
    private var given: Set<String> = []

    mutating func enter(_ clause: String?) {
        base = clause
        levels.removeAll()
    }

    /// The address of what begins with a label; nil where it has none: what it counts began nowhere, or an earlier
    /// paragraph of the clause has that letter.
    ///
    /// - Parameter depth: in how many lists it stands. A sequence ends where its list does.
    mutating func address(of label: ClauseLabel, depth: Int) -> String? {
        guard let base else { return nil }
        while let last = levels.last, last.depth > depth { levels.removeLast() }
        guard let (index, reading) = place(of: label, at: depth) else { return nil }
        // A sequence that begins again in the clause is nobody's to cite, and so is what goes on with it.
        let isRestart =
            index < levels.count && (levels[index].reading.value >= reading.value || levels[index].address == nil)
        levels.removeSubrange(min(index, levels.count)...)
        let parent = levels.isEmpty ? base : levels[levels.count - 1].address
        var address = isRestart ? nil : parent.map { $0 + label.words }
        if let wished = address, !given.insert(wished).inserted { address = nil }
        levels.append(Level(depth: depth, style: label.style, reading: reading, address: address))
        return address
    }

    /// The level that a label goes on with, the number of levels for one of its own.
    private func place(of label: ClauseLabel, at depth: Int) -> (Int, ClauseLabel.Reading)? {
        var begun: [(Int, ClauseLabel.Reading)] = []
        for index in levels.indices.reversed() {
            for reading in label.readings where levels[index].counts(label, as: reading, at: depth) {
                if levels[index].reading.value + 1 == reading.value { return (index, reading) }
                begun.append((index, reading))
            }
        }
        let first = label.readings.first { reading in
            reading.value == 1 && !begun.contains { $0.1.kind == reading.kind }
        }
        if let first { return (levels.count, first) }
        if let later = begun.first(where: { levels[$0.0].reading.value < $0.1.value }) ?? begun.first { return later }
        let mayBeginAnywhere = label.style.isOpened || label.readings.first?.kind == .item
        return mayBeginAnywhere ? label.readings.first.map { (levels.count, $0) } : nil
    }
}
