extension PreparedText {
    /// Changes to a text, by the places at which they are made.
    struct Edits {
        private var edits: [(range: Range<Int>, bytes: [UInt8])] = []

        var count: Int { edits.count }

        private static let replacement = Array("\u{FFFD}".utf8)

        /// What stands behind a mark for a byte that is replaced by it.
        static func replaced(_ letter: Unicode.Scalar) -> Unicode.Scalar? {
            switch letter {
            case "a": "*"
            case "u": "_"
            case "t": "~"
            case "r": "&"
            default: nil
            }
        }

        func applied(to source: [UInt8]) -> [UInt8] {
            guard !edits.isEmpty else { return source }
            var text: [UInt8] = []
            text.reserveCapacity(source.count + edits.count * 8)
            var start = 0
            for edit in edits.sorted(by: {
                ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
            })
            where edit.range.lowerBound >= start {
                text += source[start..<edit.range.lowerBound]
                text += edit.bytes
                start = edit.range.upperBound
            }
            return text + source[start...]
        }

        /// Takes byte order marks at the start out and replaces what HTML forbids.
        mutating func replaceForbidden(in source: [UInt8]) {
            if source.countOfMarks > 0 { edits.append((0..<source.countOfMarks, [])) }
            var index = 0
            while index < source.count {
                let byte = source[index]
                if byte < 0x20 || byte == 0x7F {
                    if byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\t") { replace(index..<index + 1) }
                } else if byte == 0xC2, index + 1 < source.count, source[index + 1] < 0xA0 {
                    replace(index..<index + 2)
                } else if byte == 0xEF || byte >= 0xF0 {
                    replaceNoncharacter(in: source, at: index)
                }
                index += 1
            }
        }

        private mutating func replaceNoncharacter(in source: [UInt8], at index: Int) {
            let bytes = source[index...].prefix(source[index] >= 0xF0 ? 4 : 3)
            if String(decoding: bytes, as: UTF8.self).unicodeScalars.first?.isForbidden == true {
                replace(index..<index + bytes.count)
            }
        }

        private mutating func replace(_ range: Range<Int>) { edits.append((range, Self.replacement)) }

        mutating func markDestinations(of definitions: [BlockScan.Definition]) {
            for (number, definition) in definitions.enumerated() {
                let bytes = PreparedText.markBytes + Array(String(number).utf8) + PreparedText.markBytes
                edits.append((definition.destination..<definition.destination, bytes))
            }
        }

        /// Marks each `<br>`, so that it comes out as words and begins no block of HTML; see `LineBreak`.
        mutating func markLineBreaks(in source: [UInt8]) {
            for index in source.indices where LineBreak.length(in: source, at: index) != nil {
                edits.append((index + 1..<index + 1, LineBreak.markBytes))
            }
        }

        mutating func partFootnotes(in source: [UInt8]) {
            for index in source.indices where source[index] == UInt8(ascii: "[") {
                let rest = source[(index + 1)...]
                guard rest.first == UInt8(ascii: "&") || (rest.first == UInt8(ascii: "^") && !rest.isFootnoteLabel)
                else { continue }
                edits.append((index + 1..<index + 1, PreparedText.markBytes))
            }
            // A reference that gives the mark would be read as one.
            for index in source.indices where source[index] == UInt8(ascii: "&") && source[index...].givesMark {
                replace(index..<index + 1)
            }
        }

        mutating func replaceMarkupInAddresses(of source: [UInt8]) {
            var index = 0
            while let found = BareAddress.next(in: source, from: index) {
                let range = BareAddress.insideBracket(found, in: source)
                for place in range where place + 1 < range.upperBound {
                    let letter: UInt8
                    switch source[place] {
                    case UInt8(ascii: "*"): letter = UInt8(ascii: "a")
                    case UInt8(ascii: "_"): letter = UInt8(ascii: "u")
                    case UInt8(ascii: "~"): letter = UInt8(ascii: "t")
                    case UInt8(ascii: "&"): letter = UInt8(ascii: "r")
                    default: continue
                    }
                    edits.append((place..<place + 1, PreparedText.markBytes + [letter]))
                }
                index = range.upperBound
            }
        }
    }
}

extension ArraySlice<UInt8> {
    /// Whether it begins with `^label]`, a label being what a footnote's can be.
    fileprivate var isFootnoteLabel: Bool {
        let stop = dropFirst().firstIndex { $0.isBlank || $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "]") }
        guard let stop else { return false }
        return self[stop] == UInt8(ascii: "]") && stop > startIndex + 1
    }

    /// Whether it begins with a character reference to `PreparedText.mark`.
    fileprivate var givesMark: Bool {
        guard starts(with: "&#".utf8) else { return false }
        let digits = String(decoding: dropFirst(2).prefix(9).prefix { $0 != UInt8(ascii: ";") }, as: UTF8.self)
        let value = digits.lowercased().hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return value == PreparedText.mark.value
    }
}

extension [UInt8] {
    /// How many bytes byte order marks take at its start.
    var countOfMarks: Int {
        var count = 0
        while self[count...].starts(with: "\u{FEFF}".utf8) { count += 3 }
        return count
    }
}
