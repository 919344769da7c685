/// The stars that a text uses as signs of notes: behind a word of one paragraph, and before the words of a later one.
struct NoteSigns {
    /// How many stars stood behind words so far.
    var behind: Set<Int> = []
}

extension LeafSource {
    /// Stars, underscores, tildes and backticks that nothing closes. Of two that were meant for one another the first is
    /// told.
    ///
    /// - Parameter seen: the leaf's words as a reader sees them.
    func marks(seen: String, notes: inout NoteSigns) -> [Leftover] {
        var found: [Leftover] = []
        if seen.contains("*") || seen.contains("__") {
            var open: Set<UInt8> = []
            let runs = UnmatchedMarks(self).runs
            for run in runs {
                if run.isBehind, run.sign == UInt8(ascii: "*"), open.isEmpty { notes.behind.insert(run.count) }
                guard run.isLeftOver, open.remove(run.sign) == nil else { continue }
                let isAlone = runs.count { $0.sign == run.sign && $0.count == run.count } < 2
                if run.sign == UInt8(ascii: "_"), isAlone { continue }
                let isNote = run.range.lowerBound == lineStarts.first && notes.behind.contains(run.count)
                if !isNote, !(run.isBehind && run.sign == UInt8(ascii: "*")) {
                    // Of `****` a part may have made something.
                    found.append(.mark(text(run.range.prefix(run.count)), run.range))
                    open.insert(run.sign)
                }
            }
        }
        if seen.contains("~~"), let start = bytes.indices.first(where: { has("~~", at: $0) && !has("~~~", at: $0) }) {
            found.append(.mark("~~", start..<start + 2))
        }
        if seen.contains("`"), let start = bytes.indices.first(where: { has("`", at: $0) }) {
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
