import Formats

/// Characters next to one another that no reader sees.
struct HiddenRun: Sendable, Hashable {
    var range: Range<Int>
    /// Never empty.
    var characters: [Unicode.Scalar]

    var first: Unicode.Scalar { characters.first ?? " " }

    func shifted(by offset: Int) -> HiddenRun {
        HiddenRun(range: range.shifted(by: offset), characters: characters)
    }
}

/// The characters of a text that no reader sees and that its script does not need, in one pass, by byte offsets.
///
/// A zero-width joiner is part of Arabic and Indic words and of emoji, a direction mark of a line with Arabic or
/// Hebrew, a variation selector of an emoji: there each is what it says. Anywhere else it is hidden. Embeddings and
/// overrides of direction are hidden anywhere; isolates do what they do better.
func hiddenRuns(in bytes: [UInt8]) -> [HiddenRun] {
    var runs: [HiddenRun] = []
    var start = 0
    // What a character needs stands on its line.
    while start < bytes.count {
        let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        if bytes[start..<end].mayHoldHidden {
            let line = String(decoding: bytes[start..<end], as: UTF8.self)
            runs += hiddenRuns(inLine: line[...]).map { $0.shifted(by: start) }
        }
        start = end + 1
    }
    return runs
}

/// A text without the characters that no reader sees and that its script does not need; control characters stay.
package func withoutHiddenCharacters(_ text: String) -> String {
    let runs = hiddenRuns(in: Array(text.utf8)).filter {
        $0.characters.allSatisfy(\.properties.isDefaultIgnorableCodePoint)
    }
    guard !runs.isEmpty else { return text }
    var bytes = Array(text.utf8)
    for run in runs.reversed() { bytes.removeSubrange(run.range) }
    return String(decoding: bytes, as: UTF8.self)
}

private func hiddenRuns(inLine line: Substring) -> [HiddenRun] {
    var runs: [HiddenRun] = []
    var offset = 0
    var neighbours = Neighbours()
    let scalars = line.unicodeScalars
    var index = scalars.startIndex
    while index < scalars.endIndex {
        let scalar = scalars[index]
        let next = scalars.index(after: index)
        let width = UTF8.width(scalar)
        if scalar.isMaybeHidden, !neighbours.need(scalar, in: scalars, at: index) {
            if let last = runs.last, last.range.upperBound == offset {
                runs[runs.count - 1].range = last.range.lowerBound..<offset + width
                runs[runs.count - 1].characters.append(scalar)
            } else {
                runs.append(HiddenRun(range: offset..<offset + width, characters: [scalar]))
            }
        }
        neighbours.pass(scalar)
        offset += width
        index = next
    }
    return runs
}

extension ArraySlice<UInt8> {
    /// Whether a line has other characters than those of ASCII that all see, Latin letters and the signs of punctuation
    /// from U+2010 to U+2027: a look at its bytes that spares most lines the look at each character.
    fileprivate var mayHoldHidden: Bool {
        var index = startIndex
        while index < endIndex {
            switch self[index] {
            case 0x09, 0x20...0x7E: index += 1
            case 0xC3...0xCC: index += 2
            case 0xE2:
                guard index + 2 < endIndex, self[index + 1] == 0x80, (0x90...0xA7).contains(self[index + 2]) else {
                    return true
                }
                index += 3
            default: return true
            }
        }
        return false
    }
}

/// What stood before a place in a text, and what that needs.
private struct Neighbours {
    private var last: Unicode.Scalar?
    /// The last one that is not itself a joiner, mark or selector.
    private var base: Unicode.Scalar?
    private var isInTagSequence = false
    /// Whether the line up to here, and then whether all of it, has letters that run from right to left.
    private var isLineRightToLeft: Bool?

    mutating func pass(_ scalar: Unicode.Scalar) {
        if scalar == "\n" { isLineRightToLeft = nil }
        if scalar.value == 0x1F3F4 {
            isInTagSequence = true
        } else if !(0xE0020...0xE007F).contains(scalar.value) || scalar.value == 0xE007F {
            isInTagSequence = false
        }
        last = scalar
        if !scalar.isMaybeHidden, !scalar.isSkinTone { base = scalar }
    }

    mutating func need(
        _ scalar: Unicode.Scalar, in scalars: Substring.UnicodeScalarView, at index: Substring.UnicodeScalarView.Index
    ) -> Bool {
        let next = scalars[scalars.index(after: index)...].first
        switch scalar.value {
        case 0x200C: return last?.isOfJoiningScript ?? false
        case 0x200D:
            if last?.isOfJoiningScript ?? false { return true }
            return (base?.isEmojiLike ?? false) && (next?.isEmojiLike ?? false)
        case 0x200B: return (last?.isOfSpacelessScript ?? false) || (next?.isOfSpacelessScript ?? false)
        case 0x200E, 0x200F, 0x061C, 0x2066...0x2069: return isRightToLeft(lineAround: index, in: scalars)
        case 0xFE0E, 0xFE0F: return last?.properties.isEmoji ?? false
        case 0xFE00...0xFE0D: return last.map { $0.isOfEastAsia || $0.properties.isMath } ?? false
        case 0xE0100...0xE01EF: return last?.isOfEastAsia ?? false
        case 0xE0020...0xE007F: return isInTagSequence
        case 0x180B...0x180F: return last.map { (0x1800...0x18AF).contains($0.value) } ?? false
        case 0x115F, 0x1160:
            return [last, next].contains { scalar in scalar.map { (0x1100...0x11FF).contains($0.value) } ?? false }
        case 0x17B4, 0x17B5: return last.map { (0x1780...0x17FF).contains($0.value) } ?? false
        case 0x034F: return last?.isOfJoiningScript ?? false
        default: return false
        }
    }

    /// Whether a line has letters that run from right to left; found out once a line.
    private mutating func isRightToLeft(
        lineAround index: Substring.UnicodeScalarView.Index, in scalars: Substring.UnicodeScalarView
    ) -> Bool {
        if let isLineRightToLeft { return isLineRightToLeft }
        let start = scalars[..<index].lastIndex(of: "\n") ?? scalars.startIndex
        let rest = scalars[start...]
        let line = rest.dropFirst().prefix { $0 != "\n" }
        let found = (rest.first?.isRightToLeft ?? false) || line.contains { $0.isRightToLeft }
        isLineRightToLeft = found
        return found
    }
}
