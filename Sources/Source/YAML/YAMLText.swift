import Diagnostics
import Yams

/// A YAML text as it was read: its value, and its tokens for who needs to know where things end.
struct YAMLText {
    /// Nil where there is nothing, or nothing could be read; then it has been reported.
    var root: YAMLNode?
    var tokens: [YAMLToken]
    /// Whether a part was lost of which not even the key is known: then a key that is not there may be in it.
    var isPartial = false
}

/// Reads a part of a file, from the start of a line to the end of one, as YAML. What is wrong is reported; where the
/// text as a whole cannot be read, its parts are read one by one, so that one mistake does not hide the next.
func readYAML(_ file: SourceFile, _ range: Range<Int>, findings: Findings) -> YAMLText {
    let attempt = YAMLAttempt(file, range, findings: findings)
    switch attempt.outcome {
    case .root(let root): return YAMLText(root: root, tokens: attempt.tokens)
    case .refused(let end):
        let pieces = readPieces(file, range.lowerBound..<end, findings: findings, otherwise: nil)
        let isCutShort = end < range.upperBound
        return YAMLText(root: pieces.root, tokens: attempt.tokens, isPartial: pieces.isPartial || isCutShort)
    case .failed(let problem):
        let pieces = readPieces(file, range, findings: findings, otherwise: attempt.hasDefects ? nil : problem)
        return YAMLText(root: pieces.root, tokens: attempt.tokens, isPartial: pieces.isPartial)
    }
}

/// One try at a stretch of YAML: scan, mask, compose.
struct YAMLAttempt {
    enum Outcome {
        case root(YAMLNode?)
        /// The scan has reported why; what may be read piece by piece ends before a byte of the file.
        case refused(readableUpTo: Int)
        case failed(YAMLProblem)
    }

    var outcome: Outcome
    var tokens: [YAMLToken]
    /// Whether the scan reported something.
    var hasDefects: Bool

    /// - Parameter findings: gets what the scan reports. Why Yams refuses the text is in the outcome alone.
    init(_ file: SourceFile, _ range: Range<Int>, findings: Findings) {
        let before = findings.count
        var scanner = YAMLScanner(file, range, findings: findings)
        scanner.scan()
        tokens = scanner.tokens
        hasDefects = findings.count > before
        guard !scanner.isRefused else {
            outcome = .refused(readableUpTo: scanner.secondDocument ?? range.upperBound)
            return
        }
        let firstLine = file.line(at: range.lowerBound)
        do {
            let node = try compose(yaml: scanner.masked(range), .basic, .default, .utf8)
            let converter = YAMLConverter(file, scanner, firstLine: firstLine, findings: findings)
            outcome = .root(node.map { converter.convert($0) })
        } catch {
            outcome = .failed(YAMLProblem(error, file: file, firstLine: firstLine, tokens: tokens))
        }
    }
}

extension YAMLScanner {
    /// The scanned text with a stand-in for everything that was masked.
    func masked(_ range: Range<Int>) -> String {
        var text = ""
        var position = range.lowerBound
        let ordered = masks.sorted {
            ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count)
        }
        for mask in ordered where mask.range.lowerBound >= position {
            text += file.substring(position..<mask.range.lowerBound)
            text += mask.standIn
            position = mask.range.upperBound
        }
        return text + file.substring(position..<range.upperBound)
    }
}
