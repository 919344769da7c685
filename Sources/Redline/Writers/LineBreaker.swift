import Formats

/// Breaks marked text into lines and writes the marks.
struct LineBreaker {
    /// How many columns a line may have; a longer word has a line of its own. Nil breaks at line feeds alone.
    let width: Int?
    let hasColor: Bool
    let style: Style

    /// What a whole line is, where marks are colours.
    enum Style: Sendable {
        case plain, strong, faint
    }

    private struct Cell {
        var character: Character
        var mark: Passage.Mark
        /// The signs of marks that open before it or close behind it.
        var opening = ""
        var closing = ""
        /// Whether a line may end here, and it is no part of either.
        var isBlank = false

        var width: Int { opening.count + character.columns + closing.count }
    }

    /// - Parameters:
    ///   - prefix: the first line begins with it.
    ///   - runs: a line feed ends a line.
    ///   - indent: what all further lines begin with.
    func lines(prefix: [MarkedRun], _ runs: [MarkedRun], indent: String) -> [String] {
        let cells = cells(prefix, runs)
        let room = width ?? .max
        let margin = indent.reduce(0) { $0 + $1.columns }
        var lines: [Range<Int>] = []
        var start = 0
        /// The last place where the line may end, and where the next one begins then, if there is one.
        var last: (end: Int, next: Int)?
        var column = 0
        for (index, cell) in cells.enumerated() {
            if cell.character == "\n" {
                lines.append(start..<index)
                (start, last, column) = (index + 1, nil, margin)
                continue
            }
            if cell.isBlank { last = (index, index + 1) }
            if index > start, index > prefix.count, canBreak(cells, before: index) { last = (index, index) }
            column += cell.width
            if column > room, !cell.isBlank, let (end, next) = last {
                lines.append(start..<end)
                (start, last) = (next, nil)
                column = margin + cells[start...index].reduce(0) { $0 + $1.width }
            }
        }
        lines.append(start..<cells.count)
        let starts = Set(lines.map(\.lowerBound))
        return lines.enumerated().map { index, line in
            var text = index == 0 ? "" : indent
            // What opened or closed at a line feed.
            if !hasColor, line.lowerBound > 0, cells[line.lowerBound - 1].character == "\n" {
                text += cells[line.lowerBound - 1].closing
            }
            text += write(cells[line])
            if !hasColor, cells.indices.contains(line.upperBound), !starts.contains(line.upperBound) {
                text += cells[line.upperBound].opening
            }
            return text.withoutBlanksAtEnd
        }
    }

    private func cells(_ prefix: [MarkedRun], _ runs: [MarkedRun]) -> [Cell] {
        var cells: [Cell] = []
        for run in prefix { cells += run.text.map { Cell(character: $0, mark: run.mark) } }
        let first = cells.count
        for run in runs { cells += run.text.map { Cell(character: $0, mark: run.mark) } }
        for index in cells.indices {
            let mark = cells[index].mark
            let before = index > 0 ? cells[index - 1].mark : .kept
            let behind = index + 1 < cells.count ? cells[index + 1].mark : .kept
            if !hasColor {
                if mark != before { cells[index].opening = mark.opening }
                if mark != behind { cells[index].closing = mark.closing }
            }
            // A mark keeps the blanks at its ends, so that its sign is never alone.
            cells[index].isBlank =
                width != nil && index >= first && cells[index].character == " "
                && (mark == .kept || mark == before && mark == behind)
        }
        return cells
    }

    /// Whether a line may end between two characters without a blank: beside one of a script that has none, if no line
    /// begins with a sign that closes or ends with one that opens (Unicode Standard Annex 14; JIS X 4051).
    private func canBreak(_ cells: [Cell], before index: Int) -> Bool {
        guard width != nil else { return false }
        let (one, other) = (cells[index - 1].character, cells[index].character)
        return (one.breaksAnywhere || other.breaksAnywhere) && other != " "
            && !"（〔［｛〈《「『【‘“([{€$￥".contains(one)
            && !"、。，．・：；？！々ー’”）〕］｝〉》」』】％‰,.;:!?)]}%ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ".contains(other)
    }

    private func write(_ cells: ArraySlice<Cell>) -> String {
        guard hasColor else {
            return cells.reduce(into: "") { text, cell in
                text += cell.opening
                text.append(cell.character)
                text += cell.closing
            }
        }
        var text = ""
        var codes = ""
        for cell in cells {
            // Blanks around words are in no colour, but those in a mark are: they may be all that it holds.
            let next = cell.mark.codes + style.codes
            if next != codes {
                if !codes.isEmpty { text += "\u{1B}[0m" }
                if !next.isEmpty { text += "\u{1B}[\(next.dropFirst())m" }
                codes = next
            }
            text.append(cell.character)
        }
        return codes.isEmpty ? text : text + "\u{1B}[0m"
    }
}

extension Passage.Mark {
    fileprivate var opening: String {
        switch self {
        case .kept, .typed: ""
        case .deleted: "[-"
        case .inserted: "{+"
        }
    }

    fileprivate var closing: String {
        switch self {
        case .kept, .typed: ""
        case .deleted: "-]"
        case .inserted: "+}"
        }
    }

    /// As ECMA-48 has them: struck and red, underlined and green, underlined and faint.
    fileprivate var codes: String {
        switch self {
        case .kept: ""
        case .deleted: ";9;31"
        case .inserted: ";4;32"
        case .typed: ";2;4"
        }
    }
}

extension LineBreaker.Style {
    fileprivate var codes: String {
        switch self {
        case .plain: ""
        case .strong: ";1"
        case .faint: ";2"
        }
    }
}
