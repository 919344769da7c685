import Formats

/// The stars and underscores of a leaf that make nothing: what is left once those that belong together have found one
/// another, as CommonMark pairs them (section 6.2).
struct UnmatchedMarks: Sendable {
    struct Run: Sendable {
        let sign: UInt8
        let range: Range<Int>
        var count: Int
        let before: Unicode.Scalar?
        let after: Unicode.Scalar?
        let canOpen: Bool
        let canClose: Bool
        /// Whether a number stands before or behind it, blanks aside, as in `2 ** 3` and `99 % **`.
        let isBehindNumber: Bool
        let isBeforeNumber: Bool
    }

    /// In the order of the text.
    private(set) var runs: [Run] = []
    /// The first byte of the leaf's words.
    let firstWord: Int?

    /// So many runs are looked at in one leaf.
    private static let most = 1000

    init(_ source: LeafSource) {
        firstWord = source.lineStarts.first
        var index = 0
        while index < source.bytes.count, runs.count < Self.most {
            let sign = source.bytes[index]
            guard source.isWord[index], sign == UInt8(ascii: "*") || sign == UInt8(ascii: "_") else {
                index += 1
                continue
            }
            var end = index
            while end < source.bytes.count, source.bytes[end] == sign, source.isWord[end] { end += 1 }
            runs.append(Run(sign, index..<end, source))
            index = end
        }
        match()
        runs.removeAll { $0.count == 0 }
    }

    private mutating func match() {
        var openers: [Int] = []
        for closer in runs.indices {
            while runs[closer].canClose, runs[closer].count > 0,
                let place = openers.lastIndex(where: { runs[$0].mayPair(with: runs[closer]) })
            {
                let opener = openers[place]
                let used = min(runs[opener].count, runs[closer].count) >= 2 ? 2 : 1
                runs[opener].count -= used
                runs[closer].count -= used
                openers.removeLast(openers.count - place - (runs[opener].count > 0 ? 1 : 0))
            }
            if runs[closer].canOpen, runs[closer].count > 0 { openers.append(closer) }
        }
    }
}

extension UnmatchedMarks.Run {
    fileprivate init(_ sign: UInt8, _ range: Range<Int>, _ source: LeafSource) {
        self.sign = sign
        self.range = range
        count = range.count
        before = source.bytes.scalar(before: range.lowerBound)
        after = source.bytes.scalar(at: range.upperBound)
        let blank = UInt8(ascii: " ")
        func isOfNumber(_ byte: UInt8?) -> Bool { byte.map { $0.isASCIIDigit || $0 == UInt8(ascii: "%") } ?? false }
        isBehindNumber = isOfNumber(source.bytes[..<range.lowerBound].last { $0 != blank })
        isBeforeNumber = isOfNumber(source.bytes[range.upperBound...].first { $0 != blank })
        let (left, right) = (Side(before), Side(after))
        let isLeft = right != .blank && (right == .word || left != .word)
        let isRight = left != .blank && (left == .word || right != .word)
        if sign == UInt8(ascii: "_") {
            canOpen = isLeft && (!isRight || left == .sign)
            canClose = isRight && (!isLeft || right == .sign)
        } else {
            (canOpen, canClose) = (isLeft, isRight)
        }
    }

    /// What stands beside a run.
    private enum Side {
        case blank
        case sign
        case word

        init(_ scalar: Unicode.Scalar?) {
            guard let scalar, !scalar.properties.isWhitespace else {
                self = .blank
                return
            }
            switch scalar.properties.generalCategory {
            case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
                .finalPunctuation, .otherPunctuation:
                self = .sign
            case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: self = scalar.isASCII ? .sign : .word
            default: self = .word
            }
        }
    }

    fileprivate func mayPair(with closer: Self) -> Bool {
        guard sign == closer.sign, count > 0 else { return false }
        let isEither = canClose || closer.canOpen
        let isThree = (range.count + closer.range.count).isMultiple(of: 3)
        let areThrees = range.count.isMultiple(of: 3) && closer.range.count.isMultiple(of: 3)
        return !isEither || !isThree || areThrees
    }

    /// Whether it only stands behind words, as the sign of a note does.
    var isBehind: Bool { canClose && !canOpen }

    /// Whether blanks stand on both sides of two or three stars, so that they make nothing.
    var isFree: Bool {
        func isBlank(_ scalar: Unicode.Scalar?) -> Bool { scalar?.properties.isWhitespace ?? true }
        return sign == UInt8(ascii: "*") && (2...3).contains(count) && isBlank(before) && isBlank(after)
    }

    /// Whether it is meant to open what a later run closes: `** all data**`, `** all data **`; no power, as in `2 ** 3 ** 4`,
    /// and no sign of a note behind a number.
    func opens(before closer: Self) -> Bool {
        guard isFree, !isBehindNumber, closer.sign == sign, closer.count == count else { return false }
        return closer.isFree ? !isBeforeNumber && !closer.isBehindNumber && !closer.isBeforeNumber : closer.isBehind
    }

    /// Whether a reader takes it for a sign of Markdown: two signs beside a word, or a star before one. A star between
    /// numbers multiplies, and `*.example` is a pattern.
    var isLeftOver: Bool {
        let (isBehindWord, isBeforeWord) = (before?.isWord ?? false, after?.isWord ?? false)
        if count >= 2 {
            guard sign == UInt8(ascii: "*") || count == 2 else { return false }
            return count <= 3 && (isBeforeWord || isBehindWord || canOpen != canClose)
        }
        guard sign == UInt8(ascii: "*"), canOpen, !isBehindWord else { return false }
        return isBeforeWord || after.map { "\"'“‘«([§_`$€".unicodeScalars.contains($0) } ?? false
    }
}

extension Unicode.Scalar {
    fileprivate var isWord: Bool { properties.isAlphabetic || properties.numericType != nil }
}
