import Diagnostics
import Formats
import Yams

extension YAMLProblem {
    /// A place at which Yams gave up.
    struct Place {
        let file: SourceFile
        let offset: Int
        let tokens: [YAMLToken]
        private let line: Range<Int>

        init(_ mark: Mark?, file: SourceFile, firstLine: Int, tokens: [YAMLToken]) {
            self.file = file
            self.tokens = tokens
            let wanted = (mark?.line ?? 1) + firstLine - 1
            // At the end of a text the mark may be on a line that is not there.
            let number = min(max(wanted, 1), file.lineCount)
            line = file.range(ofLine: number)
            offset = wanted > number ? line.upperBound : file.offset(line: number, scalarColumn: mark?.column ?? 1)
        }

        var character: SourceSpan { SourceSpan(file, offset..<min(offset + 1, max(file.utf8Count, offset))) }

        var restOfLine: SourceSpan { SourceSpan(file, offset..<max(offset, line.upperBound)) }

        var isTab: Bool { character.text == "\t" }

        /// Whether nothing but a key stands before the place on its line.
        var startsWithKey: Bool {
            let before = file.substring(line.lowerBound..<max(line.lowerBound, offset))
            return !before.drop { $0 == " " || $0 == "-" }.contains { $0 == " " || $0 == ":" }
        }

        /// What stands on the line before the place, without the spaces it starts with.
        var firstWord: SourceSpan {
            let before = file.substring(line.lowerBound..<max(line.lowerBound, offset))
            let indentation = before.prefix { $0 == " " || $0 == "-" }.utf8.count
            return SourceSpan(file, min(line.lowerBound + indentation, offset)..<offset)
        }

        /// The key that the line of the place begins with.
        var key: Substring? { file.substring(line).firstKey }

        /// The key that the line above begins with, and the spaces, or spaces and hyphens, before it; nil where the line of
        /// the place begins right below it.
        var wordAbove: (spaces: Int, word: Substring)? {
            guard let above = lineAbove.map({ file.substring($0) }), let word = above.firstKey else { return nil }
            let spaces = above[..<word.startIndex].count
            return file.substring(line).prefix { $0 == " " }.count == spaces ? nil : (spaces, word)
        }

        /// Whether a quote ends before the place on its line, or else a list or map in brackets: what follows it there does
        /// not belong to it. Nil where neither does.
        var isBehindQuote: Bool? {
            guard let index = tokens.lastIndex(where: { $0.range.upperBound <= offset }) else { return nil }
            let last = tokens[index]
            guard last.range.upperBound > line.lowerBound, !last.isKey else { return nil }
            switch last.kind {
            case .scalar(.singleQuoted), .scalar(.doubleQuoted): return true
            case .close where last.flowDepth == 0: return false
            default: return nil
            }
        }

        /// The bracket that is still open where the text ends with the place; nil where more follows.
        var openAtEnd: SourceSpan? {
            guard let last = tokens.last, last.range.upperBound <= offset,
                file.substring(last.range.upperBound..<offset).allSatisfy(\.isWhitespace)
            else { return nil }
            var open: [YAMLToken] = []
            for token in tokens {
                if token.kind == .open { open.append(token) }
                if token.kind == .close { _ = open.popLast() }
            }
            return open.last.map { SourceSpan(file, $0.range) }
        }

        /// The comment in which the brackets before the place end.
        var cutByComment: Cut? { cut(behind: tokens.last { $0.range.upperBound <= offset }) }

        /// The comment with which the line of the place ends, and in which brackets on it end.
        var cutOnLine: Cut? { cut(behind: tokens.last { $0.range.upperBound <= line.upperBound }) }

        /// The comment behind a token in which the brackets around that end; nil where no comment does that.
        private func cut(behind last: YAMLToken?) -> Cut? {
            guard let last else { return nil }
            let depth = last.kind == .open ? last.flowDepth : last.flowDepth - 1
            let open = tokens.last {
                $0.kind == .open && $0.flowDepth == depth && $0.range.lowerBound <= last.range.lowerBound
            }
            guard let open, last.isScalar || [.comma, .open, .value].contains(last.kind) else { return nil }
            let isOfList = file.substring(open.range) == "["
            let end = file.range(ofLine: file.line(at: last.range.upperBound)).upperBound
            let rest = file.substring(last.range.upperBound..<end)
            let comment = rest.drop { $0 == " " || $0 == "\t" }
            let isBehindBlank = comment.startIndex > rest.startIndex
            // Between two items there may be a comment with a comma in it; behind a key's colon the value is cut.
            let isCut =
                last.isScalar || last.kind == .value
                ? isBehindBlank && comment.contains { ",]}".contains($0) } : isOfList && comment.contains("]")
            guard comment.first == "#", isCut else { return nil }
            let start = end - comment.utf8.count
            let cut = start + comment.prefix { !",]}".contains($0) }.utf8.count
            return Cut(
                comment: SourceSpan(file, start..<end),
                words: file.substring((last.isScalar ? last.range.lowerBound : start)..<cut)
                    .trimmingSuffix { $0 == " " },
                isOfList: isOfList, isBehindBlank: isBehindBlank)
        }

        struct Cut {
            var comment: SourceSpan
            /// The words that it cuts, as they were meant: of `[messages, logs #1]` the words `logs #1`.
            var words: Substring
            /// Whether they are an item of a list, and no value in a map.
            var isOfList: Bool
            var isBehindBlank: Bool
        }

        /// The value on the line of the place, with the lines on which it goes on, as it would stand in quotes; nil where it
        /// is in brackets or is longer than what one wants to read twice.
        var quotedValue: String? {
            let before = tokens.last { $0.range.upperBound <= offset && ($0.kind == .value || $0.kind == .item) }
            guard let before, before.flowDepth == 0, before.range.lowerBound >= line.lowerBound else { return nil }
            let value = file.substring(before.range.upperBound..<line.upperBound)
                .drop { $0 == " " }.trimmingSuffix { $0 == " " }
            let whole = ([value] + linesBelow).joined(separator: " ")
            return value.isEmpty || whole.count > 200 ? nil : inQuotes(whole[...])
        }

        /// The lines, four at most, on which a value goes on that begins on the line of the place, without their blanks.
        private var linesBelow: [Substring] {
            let indentation = file.substring(line).prefix { $0 == " " || $0 == "-" }.utf8.count
            let number = file.line(at: line.lowerBound)
            return (number + 1..<number + 5).prefix { $0 <= file.lineCount }
                .map { file.substring(file.range(ofLine: $0)) }
                .prefix { below in
                    let words = below.drop { $0 == " " }
                    // Neither an item, a comment nor a key.
                    return !words.isEmpty && !words.hasPrefix("- ") && !words.hasPrefix("#") && !words.contains(": ")
                        && !words.hasSuffix(":") && below.utf8.count - words.utf8.count > indentation
                }
                .map { below in
                    let end = below.firstRange(of: " #")?.lowerBound ?? below.endIndex
                    return below[..<end].drop { $0 == " " }.trimmingSuffix { $0 == " " }
                }
        }

        /// The line of the place or the one above it, where a key there has something else in the place of its colon.
        var missingColon: MissingColon? { first(of: [lineAbove, line]) { MissingColon(file, $0) } }

        /// `-messages`, on the line of the place or the one above it, and what stands behind its hyphen; nil where both are
        /// others.
        var itemWithoutSpace: (span: SourceSpan, words: Substring)? {
            first(of: [lineAbove, line]) { line in
                let item = file.substring(line).drop { $0 == " " }
                guard item.first == "-", let next = item.dropFirst().first, next.isLetter || next.isNumber else {
                    return nil
                }
                return (SourceSpan(file, line.upperBound - item.utf8.count..<line.upperBound), item.dropFirst())
            }
        }

        /// The line of the place or the one above it, where a key there has no space after its colon.
        var missingSpace: MissingSpace? { first(of: [line, lineAbove]) { MissingSpace(file, $0) } }

        private func first<Found>(of lines: [Range<Int>?], _ find: (Range<Int>) -> Found?) -> Found? {
            lines.lazy.compactMap(\.self).filter { !isInText($0) }.compactMap(find).first
        }

        /// Whether a line belongs to a text below a `|` or `>`.
        private func isInText(_ line: Range<Int>) -> Bool {
            tokens.contains { token in
                token.kind == .scalar(.block) && token.range.lowerBound < line.lowerBound
                    && line.lowerBound < token.range.upperBound
            }
        }

        private var lineAbove: Range<Int>? {
            let number = file.line(at: line.lowerBound)
            return number > 1 ? file.range(ofLine: number - 1) : nil
        }
    }
}

extension Substring {
    /// The word before the first colon, behind spaces and hyphens of items.
    fileprivate var firstKey: Substring? {
        let word = drop { $0 == " " || $0 == "-" }.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
        return !word.isEmpty && self[word.endIndex...].first == ":" ? word : nil
    }
}
