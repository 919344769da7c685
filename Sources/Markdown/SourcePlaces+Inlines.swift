import Formats

extension SourcePlaces {
    /// The place of a stretch that stands in the block as it is: raw HTML or a bare address.
    mutating func find(_ literal: String) -> Range<Int> {
        let wanted = Array(literal.utf8)
        let found = search { places, index in
            places.has(wanted, at: index) ? index..<(index + wanted.count) : nil
        }
        guard let found else { return block }
        cursor = found.upperBound
        return found
    }

    /// The place of a link or image that begins at the cursor or behind it.
    ///
    /// - Parameter label: of a reference link the label of its definition.
    /// - Returns: the places of its destination and of its words.
    mutating func findLink(to destination: String, label: [UInt8]?) -> (destination: Range<Int>, text: Range<Int>) {
        let wanted = Array(destination.utf8)
        let found: (destination: Range<Int>, text: Range<Int>)?
        if let label {
            found = search { places, index in places.reference(to: label, at: index) }
        } else {
            found = search { places, index in places.inlineLink(to: wanted, at: index) }
        }
        return found ?? (block, block)
    }

    /// The link is read, and so is what stands in it.
    mutating func leaveLink(_ destination: Range<Int>, _ words: Range<Int>) {
        if destination != block { cursor = max(cursor, destination.upperBound, words.upperBound) }
    }

    /// A code span is read: what looks like a link in it is none.
    mutating func skipCode() {
        let found = search { places, index -> Range<Int>? in
            guard places.text[index] == UInt8(ascii: "`"), index == 0 || places.text[index - 1] != UInt8(ascii: "`")
            else { return nil }
            return places.codeSpan(at: index)
        }
        if let found { cursor = found.upperBound }
    }

    /// The first thing that `match` finds at an unescaped byte of the block, from the cursor on.
    private mutating func search<Found>(_ match: (Self, Int) -> Found?) -> Found? {
        let start = max(cursor, block.lowerBound)
        let end = min(block.upperBound, start + patience)
        var index = start
        while index < end {
            if text[index] == UInt8(ascii: "\\") {
                index += 2
                continue
            }
            if let found = match(self, index) { return found }
            index += 1
        }
        patience -= max(0, end - start)
        return nil
    }

    private func has(_ wanted: [UInt8], at index: Int) -> Bool {
        index + wanted.count <= block.upperBound && text[index] == wanted.first
            && text[index..<(index + wanted.count)].elementsEqual(wanted)
    }

    private func codeSpan(at index: Int) -> Range<Int>? {
        let opening = text[index..<block.upperBound].prefix { $0 == UInt8(ascii: "`") }.count
        var run = 0
        // What is longer than this is not looked through.
        let end = min(block.upperBound, index + opening + 4096)
        for position in (index + opening)..<max(index + opening, end) {
            if text[position] == UInt8(ascii: "`") {
                run += 1
                continue
            }
            if run == opening { return index..<position }
            run = 0
        }
        return run == opening && end == block.upperBound ? index..<end : nil
    }

    /// `](destination` or `<destination>` at an index.
    private func inlineLink(to wanted: [UInt8], at index: Int) -> (destination: Range<Int>, text: Range<Int>)? {
        switch text[index] {
        case UInt8(ascii: "<"):
            let bare = wanted.starts(with: "mailto:".utf8) ? wanted.dropFirst(7) : wanted[...]
            for form in [wanted[...], bare]
            where index + form.count + 1 < block.upperBound && text[index + form.count + 1] == UInt8(ascii: ">")
                && text[(index + 1)...].starts(with: form) && !form.isEmpty
            {
                let range = index + 1..<index + 1 + form.count
                return (range, range)
            }
            return nil
        case UInt8(ascii: "]"):
            guard index + 1 < block.upperBound, text[index + 1] == UInt8(ascii: "("),
                let written = writtenDestination(at: index + 2), written.isDestination(wanted, in: text)
            else { return nil }
            return (written.isEmpty ? index..<index + 2 : written, words(before: index))
        default: return nil
        }
    }

    /// The destination that is written at an index, behind `](`; without its pointed brackets.
    private func writtenDestination(at index: Int) -> Range<Int>? {
        guard let start = text[index..<block.upperBound].firstIndex(where: { !$0.isBlank }) else { return nil }
        let isBracketed = text[start] == UInt8(ascii: "<")
        var end = isBracketed ? start + 1 : start
        var depth = 0
        while end < block.upperBound {
            switch text[end] {
            case UInt8(ascii: "\\"): end += 1
            case UInt8(ascii: ">") where isBracketed: return start + 1..<end
            case UInt8(ascii: "(") where !isBracketed: depth += 1
            case UInt8(ascii: ")") where !isBracketed:
                if depth == 0 { return start..<end }
                depth -= 1
            case let byte where byte.isBlank && !isBracketed: return start..<end
            default: break
            }
            end += 1
        }
        return nil
    }

    /// `[label]` at an index, with the words before it where they have brackets of their own.
    private func reference(to label: [UInt8], at index: Int) -> (destination: Range<Int>, text: Range<Int>)? {
        guard text[index] == UInt8(ascii: "["),
            let end = text[index..<block.upperBound].prefix(label.count * 2 + 64).firstIndex(of: UInt8(ascii: "]")),
            end > index, normalizedLabel(text[(index + 1)..<end]) == label
        else { return nil }
        if index > max(cursor, block.lowerBound), text[index - 1] == UInt8(ascii: "]") {
            let words = words(before: index - 1)
            return (max(words.lowerBound - 1, block.lowerBound)..<end + 1, words)
        }
        let closing = text[(end + 1)..<block.upperBound].starts(with: "[]".utf8) ? 3 : 1
        return (index..<end + closing, index + 1..<end)
    }

    /// What stands between the bracket that ends at an index and the one that opens it.
    private func words(before closing: Int) -> Range<Int> {
        var depth = 0
        var index = closing
        while index > max(cursor, block.lowerBound) {
            index -= 1
            if index > 0, text[index - 1] == UInt8(ascii: "\\") { continue }
            if text[index] == UInt8(ascii: "]") { depth += 1 }
            if text[index] == UInt8(ascii: "[") {
                if depth == 0 { return index + 1..<closing }
                depth -= 1
            }
        }
        return closing..<closing
    }
}

extension Range<Int> {
    /// Whether the bytes of this range of a text are, escapes undone, a destination. Of one with character references
    /// only its beginning is compared.
    fileprivate func isDestination(_ wanted: [UInt8], in text: [UInt8]) -> Bool {
        var rest = wanted[...]
        var index = lowerBound
        while index < upperBound {
            var byte = text[index]
            if byte == UInt8(ascii: "&") { return true }
            if byte == UInt8(ascii: "\\"), index + 1 < upperBound, text[index + 1].isASCIIPunctuation {
                index += 1
                byte = text[index]
            }
            guard rest.popFirst() == byte else { return false }
            index += 1
        }
        return rest.isEmpty
    }
}

/// A label as two spellings of it are compared: blanks as one space, ASCII letters in lower case.
func normalizedLabel(_ label: some Sequence<UInt8>) -> [UInt8] {
    var normalized: [UInt8] = []
    for byte in label {
        if byte.isBlank {
            if normalized.last != UInt8(ascii: " ") { normalized.append(UInt8(ascii: " ")) }
        } else {
            normalized.append((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte)
        }
    }
    if normalized.first == UInt8(ascii: " ") { normalized.removeFirst() }
    if normalized.last == UInt8(ascii: " ") { normalized.removeLast() }
    return normalized
}
