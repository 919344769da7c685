import Diagnostics
import Formats

/// What is published of an edition: its source without the lines of the keys that are written after it was published.
///
/// This is a promise for ever: hashes of it stand in the record, so that the rule may never change. A key's lines run
/// from its own to the last on which its value has a token. Comments and blank lines after that stay; what stands
/// between two tokens of the value goes with it.
enum PublishedSource {
    static let unpublishedKeys: Set<String> = ["postponed", "withdrawn", "erased"]

    /// - Parameters:
    ///   - file: the edition's source, in LF and without a byte order mark.
    ///   - tokens: those of its front matter, in their order.
    /// - Returns: the source itself where it has none of the keys.
    static func of(_ file: SourceFile, tokens: [YAMLToken]) -> String {
        var text = ""
        var position = 0
        for lines in lines(of: unpublishedKeys, in: file, tokens: tokens) {
            let start = file.range(ofLine: lines.lowerBound).lowerBound
            text += file.substring(position..<start)
            position = min(file.range(ofLine: lines.upperBound).upperBound + 1, file.utf8Count)
        }
        return position == 0 ? file.text : text + file.substring(position..<file.utf8Count)
    }

    /// The keys of a front matter as they are written, without those that are written after it was published.
    static func written(_ entries: [YAMLNode.Entry]) -> [JSONValue.Member] {
        entries.filter { !unpublishedKeys.contains($0.key) }
            .map { JSONValue.Member($0.key, $0.value.written(as: $0.key)) }
    }

    /// The lines, counted from 1, of each key of the front matter's own map that has one of some names.
    static func lines(of keys: Set<String>, in file: SourceFile, tokens: [YAMLToken]) -> [ClosedRange<Int>] {
        var result: [ClosedRange<Int>] = []
        var current: ClosedRange<Int>?
        for token in tokens {
            if token.isKey, token.start.column == 1, token.flowDepth == 0 {
                if let current { result.append(current) }
                let isNamed = keys.contains(String(file.substring(token.range)))
                current = isNamed ? token.start.line...token.start.line : nil
            } else if let lines = current {
                let last = file.line(at: max(token.range.lowerBound, token.range.upperBound - 1))
                current = lines.lowerBound...max(lines.upperBound, last)
            }
        }
        if let current { result.append(current) }
        return result
    }
}
