import Diagnostics

extension MappingReader {
    /// Whether what stands as a key is the rest of the value before it, which a comma ended: `{name: Tidewater, Inc.}`.
    func isRestOfValue(_ position: Int) -> Bool {
        guard position > 0, entries[position].value.isEmpty,
            case .scalar(_, isPlain: true) = entries[position - 1].value.content
        else { return false }
        let (before, key) = (entries[position - 1].value.span, entries[position].keySpan)
        let between = key.file.substring(before.range.upperBound..<max(before.range.upperBound, key.range.lowerBound))
        let after = key.file.substring(key.range.upperBound..<key.file.utf8Count).first { $0 != " " }
        return between.first == "," && between.dropFirst().allSatisfy { $0 == " " } && (after == "," || after == "}")
    }

    /// Reports a value that a comma ended before what stands as a key at a position.
    func report(valueCutBefore position: Int) {
        let cut = entries[position - 1]
        let last = entries.indices[position...].prefix(while: isRestOfValue).last ?? position
        let whole = SourceSpan(
            cut.keySpan.file, cut.value.span.range.lowerBound..<entries[last].keySpan.range.upperBound)
        findings.add(
            .syntax, at: entries[position].keySpan,
            "a comma ends the value of \(cut.key), and these words stand behind it",
            help: "put the whole value in quotes: \(cut.key): \(inQuotes(whole.text))")
    }
}
