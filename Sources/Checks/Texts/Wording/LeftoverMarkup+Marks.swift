extension UnmatchedMarks.Run {
    /// The quotes or brackets beyond ASCII right inside of it and of the run that was to close it: beside a letter, as in
    /// `**「個人情報」**とは`, signs outside of them make nothing bold (CommonMark, section 6.2).
    fileprivate func enclosed(before closer: Self) -> (first: Unicode.Scalar, last: Unicode.Scalar)? {
        guard sign == closer.sign, count == closer.count, let first = after, let last = closer.before,
            !first.isASCII, !last.isASCII,
            [.openPunctuation, .initialPunctuation].contains(first.properties.generalCategory),
            [.closePunctuation, .initialPunctuation, .finalPunctuation].contains(last.properties.generalCategory)
        else { return nil }
        return (first, last)
    }
}

/// The stars that a text uses as signs of notes: behind a word of one paragraph, and before the words of a later one.
struct NoteSigns {
    /// How many stars stood behind words so far.
    var behind: Set<Int> = []
}

extension UnmatchedMarks {
    /// Those that are published as they stand: all but the signs of notes, which the paragraphs of the text before this one
    /// tell. Of two that were meant for one another the first is told.
    func leftovers(notes: inout NoteSigns) -> [Leftover] {
        var found: [Leftover] = []
        var open: Set<UInt8> = []
        // "__utma, __utmb and __utmc": names of cookies begin so, and none of the signs could close a word.
        let areOfNames = runs.allSatisfy {
            $0.sign != UInt8(ascii: "_") || $0.count < 2 || $0.canOpen && !$0.canClose
        }
        for (index, run) in runs.enumerated() {
            if run.isBehind, run.sign == UInt8(ascii: "*"), open.isEmpty { notes.behind.insert(run.count) }
            let isOpener = index + 1 < runs.count && run.opens(before: runs[index + 1])
            guard run.isLeftOver || isOpener || run.isFree && open.contains(run.sign), open.remove(run.sign) == nil
            else {
                continue
            }
            let isAlone = runs.count { $0.sign == run.sign && $0.count == run.count } < 2
            if run.sign == UInt8(ascii: "_"), isAlone || areOfNames { continue }
            let isNote = run.range.lowerBound == firstWord && notes.behind.contains(run.count)
            if !isNote, !(run.isBehind && run.sign == UInt8(ascii: "*")) {
                // Of `****` a part may have made something.
                let signs = String(decoding: repeatElement(run.sign, count: run.count), as: UTF8.self)
                var leftover = Leftover.mark(signs, run.range)
                let next = index + 1 < runs.count ? run.enclosed(before: runs[index + 1]) : nil
                if let (first, last) = next ?? (index > 0 ? runs[index - 1].enclosed(before: run) : nil) {
                    leftover.help =
                        "write \(first)\(signs)…\(signs)\(last), with \(signs) inside of \(first) and \(last)"
                }
                found.append(leftover)
                open.insert(run.sign)
            }
        }
        return found
    }
}

extension LeafSource {
    /// Tildes and backticks that nothing closes.
    ///
    /// - Parameter seen: the leaf's words as a reader sees them.
    func unclosed(seen: SeenWords) -> [Leftover] {
        var found: [Leftover] = []
        if seen.holds("~~"), let start = bytes.indices.first(where: { has("~~", at: $0) && !has("~~~", at: $0) }) {
            found.append(.mark("~~", start..<start + 2))
        }
        if seen.holds("`"), let start = bytes.indices.first(where: { has("`", at: $0) }) {
            let run = bytes[start...].prefix { $0 == UInt8(ascii: "`") }
            found.append(
                Leftover(
                    range: start..<run.endIndex,
                    message: "nothing closes this backtick, so it is published as it stands",
                    help:
                        "close it with a second one; write ’ where an apostrophe is meant, and \\` for the sign itself")
            )
        }
        return found
    }
}

extension Leftover {
    fileprivate static func mark(_ sign: String, _ range: Range<Int>) -> Leftover {
        let escaped = sign.map { "\\\($0)" }.joined()
        return Leftover(
            range: range,
            message: "this \(sign) makes nothing bold or slanted, so it is published as it stands",
            help: "put \(sign) right before the first and right behind the last of the words, with a blank or a stop "
                + "outside; write \(escaped) for the sign itself")
    }
}
