import Diagnostics
import Formats

/// More keys than a file has that people write; so that reading them one by one stays fast.
private let maximumPieces = 2000

/// Reads a text that Yams refuses as a whole piece by piece: each key in the first column with its lines, and of a
/// list below a key each item. A piece that cannot be read is reported and `broken`; all others are as they would be.
///
/// - Parameter problem: why the text as a whole was refused, for where no piece shows it; nil where something that
///   explains it has been reported.
/// - Returns: the map of all keys that could be told, and whether there was more than that.
func readPieces(
    _ file: SourceFile, _ range: Range<Int>, findings: Findings, otherwise problem: YAMLProblem?
) -> (root: YAMLNode?, isPartial: Bool) {
    let before = findings.count
    let pieces = cut(file, range) { isKeyLine($0) }
    let isReported = problem == nil
    guard pieces.starts.count <= maximumPieces else {
        if let problem { problem.report(to: findings) }
        return (nil, true)
    }
    if !pieces.head.isEmpty {
        _ = readPiece(file, pieces.head, findings: findings, isReported: isReported)
    }
    var entries: [YAMLNode.Entry] = []
    var seen: [String: SourceSpan] = [:]
    for piece in pieces.starts {
        guard let entry = readEntry(file, piece, findings: findings, isReported: isReported) else { continue }
        if let first = seen[entry.key] {
            findings.add(
                .duplicateKey, at: entry.keySpan, "\"\(entry.key)\" stands twice here", help: "keep one of the two",
                first: first)
        } else {
            seen[entry.key] = entry.keySpan
            entries.append(entry)
        }
    }
    var isPartial = !pieces.head.isEmpty
    if let problem, findings.count == before {
        problem.report(to: findings)
        isPartial = true
    }
    guard !entries.isEmpty else { return (nil, true) }
    return (YAMLNode(content: .map(entries), span: SourceSpan(file, range)), isPartial)
}

/// One key in the first column with its lines.
private func readEntry(
    _ file: SourceFile, _ piece: Range<Int>, findings: Findings, isReported: Bool
) -> YAMLNode.Entry? {
    let attempt = YAMLAttempt(file, piece, findings: findings)
    if case .root(let root) = attempt.outcome, case .map(let entries) = root?.content, let entry = entries.first {
        return entry
    }
    let key = file.substring(piece).prefix { $0 != ":" }
    let keySpan = SourceSpan(file, piece.lowerBound..<piece.lowerBound + key.utf8.count)
    var value = YAMLNode(content: .broken, span: keySpan)
    guard case .failed(let problem) = attempt.outcome else {
        return YAMLNode.Entry(key: String(key), keySpan: keySpan, value: value)
    }
    if let items = readItems(file, piece, findings: findings, isReported: isReported) {
        value = items
    } else if !isReported, !attempt.hasDefects {
        problem.report(to: findings)
    }
    return YAMLNode.Entry(key: String(key), keySpan: keySpan, value: value)
}

/// The items of a block list below a key, each read on its own; nil where there is no such list.
private func readItems(
    _ file: SourceFile, _ piece: Range<Int>, findings: Findings, isReported: Bool
) -> YAMLNode? {
    let firstLineEnd = file.range(ofLine: file.line(at: piece.lowerBound)).upperBound
    let rest = min(firstLineEnd + 1, piece.upperBound)..<piece.upperBound
    guard let first = file.substring(rest).split(separator: "\n").first(where: { !isBlankOrComment($0) }) else {
        return nil
    }
    let indentation = first.prefix { $0 == " " }
    guard first.dropFirst(indentation.count).hasPrefix("- ") else { return nil }
    let pieces = cut(file, rest) { $0.hasPrefix(indentation + "- ") }
    guard (2...maximumPieces).contains(pieces.starts.count) else { return nil }
    var items: [YAMLNode] = []
    for piece in pieces.starts {
        let item = readPiece(file, piece, findings: findings, isReported: isReported)
        if case .list(let read) = item?.content, read.count == 1 {
            items += read
        } else {
            items.append(YAMLNode(content: .broken, span: SourceSpan(file, piece.lowerBound..<piece.lowerBound + 1)))
        }
    }
    return YAMLNode(content: .list(items), span: SourceSpan(file, rest))
}

private func readPiece(
    _ file: SourceFile, _ piece: Range<Int>, findings: Findings, isReported: Bool
) -> YAMLNode? {
    let attempt = YAMLAttempt(file, piece, findings: findings)
    switch attempt.outcome {
    case .root(let root): return root
    case .refused: return nil
    case .failed(let problem):
        if !isReported, !attempt.hasDefects {
            problem.report(to: findings)
        }
        return nil
    }
}

/// Cuts a stretch of lines before each line that starts a piece.
///
/// - Returns: what stands before the first, comments and blank lines apart, and the pieces.
private func cut(
    _ file: SourceFile, _ range: Range<Int>, isStart: (Substring) -> Bool
) -> (head: Range<Int>, starts: [Range<Int>]) {
    var offsets: [Int] = []
    var headHasText = false
    var offset = range.lowerBound
    for line in file.substring(range).split(separator: "\n", omittingEmptySubsequences: false) {
        if isStart(line) {
            offsets.append(offset)
        } else if offsets.isEmpty, !isBlankOrComment(line), line != "---" {
            headHasText = true
        }
        offset += line.utf8.count + 1
    }
    let first = offsets.first ?? range.upperBound
    let ends = offsets.dropFirst() + [range.upperBound]
    return (
        headHasText ? range.lowerBound..<first : first..<first,
        zip(offsets, ends).map { $0..<max($0, $1) }
    )
}

/// Whether a line starts, in the first column, with a plain word and a colon.
private func isKeyLine(_ line: Substring) -> Bool {
    let word = line.utf8.prefix { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }
    guard !word.isEmpty, word.first != UInt8(ascii: "-") else { return false }
    let rest = line.utf8.dropFirst(word.count)
    return rest.first == UInt8(ascii: ":") && (rest.count == 1 || rest.dropFirst().first == UInt8(ascii: " "))
}

private func isBlankOrComment(_ line: Substring) -> Bool {
    let text = line.drop { $0 == " " || $0 == "\t" }
    return text.isEmpty || text.first == "#"
}
