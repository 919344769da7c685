import Formats

extension SourceSpan {
    /// The conflicts of a merge that were left in a text: from the line that begins with `<<<<<<<` to the one that begins
    /// with `>>>>>>>`, or one of the two alone where the other is gone. A line of `=======` alone may be a heading's.
    package var mergeConflicts: [SourceSpan] {
        // The usual case first, at the speed of a copy.
        guard text.holds("<<<<<<<") || text.holds(">>>>>>>") else { return [] }
        var found: [SourceSpan] = []
        var opened: Range<Int>?
        for line in file.line(at: range.lowerBound)..<file.line(at: range.upperBound) + 1 {
            let place = file.range(ofLine: line).clamped(to: range)
            let bytes = file.substring(place).utf8
            guard let first = bytes.first, "<>".utf8.contains(first), bytes.prefix(7).allSatisfy({ $0 == first }),
                bytes.count == 7 || bytes.dropFirst(7).first == UInt8(ascii: " ")
            else { continue }
            if first == UInt8(ascii: "<") {
                if let opened { found.append(SourceSpan(file, opened)) }
                opened = place
            } else {
                found.append(SourceSpan(file, (opened ?? place).lowerBound..<place.upperBound))
                opened = nil
            }
        }
        if let opened { found.append(SourceSpan(file, opened)) }
        return found
    }
}

extension Diagnostic {
    /// `merge-conflict` at one of `mergeConflicts`.
    package static func mergeConflict(at span: SourceSpan) -> Diagnostic {
        let (first, last) = (span.file.line(at: span.range.lowerBound), span.file.line(at: span.range.upperBound))
        if first == last {
            return Diagnostic(
                .mergeConflict, at: span, "a merge left this line behind",
                help: "take it out, and see that what stands around it is one version")
        }
        return Diagnostic(
            .mergeConflict, at: span, "two versions of a text stand here, down to line \(last), as a merge left them",
            help: "keep the right one, and take out the lines that begin with <<<<<<<, |||||||, ======= and >>>>>>>")
    }
}
