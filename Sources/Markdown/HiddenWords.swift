import Diagnostics

/// Words of a text that stand in no page made of it.
package struct HiddenWords: Sendable {
    package enum Kind: Sendable {
        /// Behind the first word behind a code fence, which is the language: `more` of `~~~text more`.
        case fence
        /// The label of a definition, of several words and shown by no link: of `[here][some words]`.
        case label
        /// The title of a link that shows nothing: `[](/terms/ "more")`.
        case title
    }

    package let kind: Kind
    package let span: SourceSpan
}

extension TreeReader {
    /// Notes what stands behind the first word behind the fence of a block of code; all of it, where what parts its words is
    /// written as something else than blanks.
    ///
    /// - Parameter line: of the fence, counted from 1.
    mutating func noteWords(behindFenceOn line: Int) {
        let range = places.lines(line, through: line)
        // Before the fence stand the marks of what the code is in: no run of its signs.
        let fence = range.dropLast().first { index in
            "~`".utf8.contains(places.text[index]) && places.text[index] == places.text[index + 1]
        }
        guard let fence else { return }
        let info = places.text[fence..<range.upperBound].drop { $0 == places.text[fence] }.withoutOuterBlanks
        let words = info.drop { !$0.isBlank }.withoutOuterBlanks
        let found = words.isEmpty ? info : words
        tree.hiddenWords.append((.fence, found.startIndex..<found.endIndex))
    }

    /// Notes that a link of a definition has the definition's label as its words, or that this cannot be told.
    mutating func noteLabel(of definition: Int, _ label: [UInt8], shownAt words: Range<Int>) {
        guard !shownLabels.contains(definition) else { return }
        if words == places.block || normalizedLabel(places.text[words]) == label { shownLabels.insert(definition) }
    }

    /// Notes the labels of several words that definitions in use have, and no link shows.
    mutating func findHiddenLabels(in scan: BlockScan) {
        for (index, definition) in scan.definitions.enumerated()
        where destinations[index] != nil && !shownLabels.contains(index) {
            let label = String(decoding: scan.text[definition.label], as: UTF8.self)
            if label.split(whereSeparator: \.isWhitespace).count > 1 {
                tree.hiddenWords.append((.label, definition.label))
            }
        }
        tree.hiddenWords.sort { $0.range.lowerBound < $1.range.lowerBound }
    }
}

extension ArraySlice<UInt8> {
    fileprivate var withoutOuterBlanks: ArraySlice<UInt8> {
        let rest = drop(while: \.isBlank)
        return rest[..<((rest.lastIndex { !$0.isBlank } ?? rest.startIndex - 1) + 1)]
    }
}
