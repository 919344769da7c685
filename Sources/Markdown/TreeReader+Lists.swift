import Formats

extension TreeReader {
    /// Keeps the number that stands before an item in the source; nil for a bullet.
    mutating func noteNumber(of item: OpaquePointer) {
        guard !numbers.isEmpty else { return }
        numbers[numbers.count - 1].append(places.number(atLine: item.startLine, column: item.startColumn))
    }

    /// Notes the first item of a list whose number is not the one that readers will see. A list whose items all bear
    /// one number leaves the counting to others.
    mutating func noteMisnumbering(of kind: Block.List.Kind, _ written: [(written: Int, range: Range<Int>)?]) {
        guard case .ordered(let start, _) = kind else { return }
        let isUncounted = written.count > 1 && written.allSatisfy { $0?.written == start }
        guard !isUncounted else { return }
        for (index, item) in written.enumerated() {
            guard let item, item.written != start + index else { continue }
            tree.misnumbered.append(
                MarkdownText.Misnumbering(written: item.written, shown: start + index, range: item.range))
            return
        }
    }
}

extension SourcePlaces {
    /// The number of a list's item, and its place; nil where none stands there.
    ///
    /// - Parameter column: the byte of the line where the item's mark is, counted from 1.
    fileprivate func number(atLine line: Int, column: Int) -> (written: Int, range: Range<Int>)? {
        let range = lines(line, through: line)
        let start = range.lowerBound + column - 1
        guard column > 0, start < range.upperBound else { return nil }
        let digits = text[start..<range.upperBound].prefix { $0.isASCIIDigit }
        guard let mark = text[digits.endIndex..<range.upperBound].first, digits.count <= 9,
            mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")"),
            let number = Int(String(decoding: digits, as: UTF8.self))
        else { return nil }
        return (number, start..<digits.endIndex + 1)
    }
}
