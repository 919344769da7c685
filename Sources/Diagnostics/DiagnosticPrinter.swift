import Formats

/// How diagnostics are written: for people, one JSON object a line, or as annotations of a GitHub workflow.
package enum DiagnosticFormat: String, Sendable, CaseIterable {
    case text, json, github
}

extension Diagnostic {
    /// The diagnostic in a format, ended by a line feed.
    package func printed(as format: DiagnosticFormat) -> String { [self].printed(as: format) }

    /// `file`, `line`, `column`, `severity`, `id`, `message`, `help`; and `related`, where there are other places.
    package var json: JSONValue {
        let others = related.map { other in
            JSONValue.object(other.place.members + [.init("message", .string(other.message))])
        }
        return .object(
            place.members + [
                .init("severity", .string(severity.rawValue)), .init("id", .string(id.rawValue)),
                .init("message", .string(message)), .init("help", help.map(JSONValue.string) ?? .null),
            ] + (others.isEmpty ? [] : [.init("related", .array(others))]))
    }

    /// A workflow command as GitHub's runner reads it: a finding is shown at its line of the pull request, where the file is
    /// named from the top of the repository.
    fileprivate func annotation(below folder: String) -> String {
        func escaped(_ text: String, isProperty: Bool) -> String {
            text.replacingScalars { scalar in
                switch scalar {
                case "%": "%25"
                case "\r": "%0D"
                case "\n": "%0A"
                case ":" where isProperty: "%3A"
                case "," where isProperty: "%2C"
                default: nil
                }
            }
        }
        let place =
            "file=\(escaped(folder + file, isProperty: true)),line=\(line),col=\(column),endColumn=\(column + length)"
        let others = related.map { "\n\($0.message): \(folder)\($0.place.words)" }.joined()
        let words = message + (help.map { "\n" + $0 } ?? "") + others
        return "::\(severity.rawValue) \(place),title=\(id.rawValue)::\(escaped(words, isProperty: false))"
    }
}

extension Diagnostic.Place {
    fileprivate var members: [JSONValue.Member] {
        [.init("file", .string(file)), .init("line", .integer(line)), .init("column", .integer(column))]
    }

    /// `Content/terms/2026-11-23.md:3:12`.
    fileprivate var words: String { "\(file):\(line):\(column)" }
}

extension [Diagnostic] {
    /// Each in a format, ended by a line feed.
    ///
    /// - Parameter folder: where the site lies in its repository, with a slash at its end, as annotations name its files.
    package func printed(as format: DiagnosticFormat, below folder: String = "") -> String {
        switch format {
        case .json: return concurrentMap(self) { $0.json.canonical + "\n" }.joined()
        case .github: return map { $0.annotation(below: folder) + "\n" }.joined()
        case .text:
            // A stretch is long enough to hold many findings of one help.
            let stretches = stride(from: 0, to: count, by: 128).map { self[$0..<Swift.min($0 + 128, count)] }
            let printed = concurrentMap(stretches) { stretch in
                var output: [UInt8] = []
                var helps = WrappedHelps()
                for diagnostic in stretch { diagnostic.write(to: &output, &helps) }
                return output
            }
            var all: [UInt8] = []
            all.reserveCapacity(printed.reduce(0) { $0 + $1.count })
            for part in printed { all += part }
            return String(decoding: all, as: UTF8.self)
        }
    }
}

extension Diagnostic {
    /// The finding, the line it is on with the place marked, the help, and the other places. A long line is cut around
    /// the place.
    fileprivate func write(to output: inout [UInt8], _ helps: inout WrappedHelps) {
        place.write(severity.rawValue, message, id, help: helps.lines(of: help), to: &output)
        for other in related { other.place.write("note", other.message, to: &output) }
    }
}

/// The widest line of the text form, as a terminal of 80 columns shows it.
private let width = 80

/// Helps on their lines: many findings have one help.
private struct WrappedHelps {
    private var known: [String: [String]] = [:]

    mutating func lines(of help: String?) -> [String] {
        guard let help else { return [] }
        if let lines = known[help] { return lines }
        let lines = wrapped(help)
        known[help] = lines
        return lines
    }

    /// The lines of a help: each of its own is wrapped, and keeps the spaces that it starts with.
    private func wrapped(_ help: String) -> [String] {
        help.utf8.split(separator: UInt8(ascii: "\n")).flatMap { paragraph in
            let indentation = String(repeating: " ", count: paragraph.prefix { $0 == UInt8(ascii: " ") }.count)
            return wrappedLines(String(onOneLine(Substring(paragraph))), to: width - 8, indentation: indentation)
        }
    }
}

extension Diagnostic.Place {
    /// Writes the place with what is to be said of it, its line with a mark below it, and the help.
    fileprivate func write(
        _ kind: String, _ message: String, _ id: CheckID? = nil, help lines: [String] = [], to output: inout [UInt8]
    ) {
        output += onOneLine(file).utf8
        output += ":\(line):\(column): \(kind): ".utf8
        output += onOneLine(message).utf8
        if let id { output += " [\(id.rawValue)]".utf8 }
        output += "\n".utf8
        guard let excerpt else {
            for line in lines { write(line, behind: 5, " |", to: &output) }
            return
        }
        let number = String(line)
        let margin = max(5, number.utf8.count)
        let (shown, start, marked) = window(of: excerpt, width: width - margin - 3)
        output.addBlanks(margin - number.utf8.count)
        output += number.utf8
        output += " | ".utf8
        output += shown.utf8
        output += "\n".utf8
        output.addBlanks(margin)
        output += " | ".utf8
        output.addBlanks(start)
        output += "^".utf8
        output += repeatElement(UInt8(ascii: "~"), count: marked - 1)
        if lines.count == 1, margin + 3 + start + marked + 1 + lines[0].count <= width {
            write(lines[0], behind: 0, "", to: &output)
        } else {
            output += "\n".utf8
            for line in lines { write(line, behind: margin, " |", to: &output) }
        }
    }

    /// Writes one line of a help.
    private func write(_ line: String, behind margin: Int, _ sign: String, to output: inout [UInt8]) {
        output.addBlanks(margin)
        output += sign.utf8
        output += " ".utf8
        output += line.utf8
        output += "\n".utf8
    }

    /// The part of a line around the finding, where the finding starts in it, and how much of it is marked.
    private func window(of excerpt: Substring, width: Int) -> (shown: String, start: Int, marked: Int) {
        let line = onOneLine(excerpt)
        let (isBytewise, isWhole) = (line.isBytewise, omitted == 0 && !isCut)
        let place = column - 1 - omitted
        // More of the line is not shown.
        let count = isBytewise ? line.utf8.count : line.prefix(place + width + 1).count
        let start = min(place, count)
        if count <= width, isWhole { return (String(line), start, max(1, min(length, count - start))) }
        let marked = max(1, min(length, width / 2))
        var from = max(0, start - (width - marked) / 2)
        from = max(0, min(from, count - width))
        let until = min(count, from + width)
        let (isLater, isEarlier) = (from > 0 || omitted > 0, until < count || isCut)
        let low = from + (isLater ? 1 : 0)
        let shown = line.characters(low..<max(low, until - (isEarlier ? 1 : 0)), areBytes: isBytewise)
        let text = (isLater ? "…" : "") + shown + (isEarlier ? "…" : "")
        return (text, start - from, max(1, min(marked, until - start)))
    }
}

extension [UInt8] {
    fileprivate mutating func addBlanks(_ count: Int) { self += repeatElement(UInt8(ascii: " "), count: count) }
}

/// The words of a paragraph on lines of at most so many characters, each behind an indentation; a word that is longer has
/// a line of its own.
package func wrappedLines(_ paragraph: String, to width: Int, indentation: String = "") -> [String] {
    var lines: [String] = []
    var line = ""
    // The characters of the line; none before its first word.
    var count = 0
    for word in paragraph.utf8.split(separator: UInt8(ascii: " ")).map(Substring.init) {
        let length = word.characterCount
        if count > 0, count + 1 + length <= width {
            line += " " + word
            count += 1 + length
        } else {
            if count > 0 { lines.append(line) }
            line = indentation + word
            count = line.characterCount
        }
    }
    if count > 0 { lines.append(line) }
    return lines
}

/// On one line, as a terminal shows it.
private func onOneLine(_ text: String) -> Substring { onOneLine(text[...]) }

private func onOneLine(_ text: Substring) -> Substring {
    if text.isPlain { return text }
    guard text.utf8.contains(where: { $0 < 0x20 }) else { return printable(text)[...] }
    var line = String.UnicodeScalarView()
    var before: Unicode.Scalar?
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\t": line.append(" ")
        // Together they are one end of a line.
        case "\n": if before != "\r" { line.append("\u{FFFD}") }
        case "\r": line.append("\u{FFFD}")
        default: line.append(scalar)
        }
        before = scalar
    }
    return printable(String(line))[...]
}

extension [Diagnostic] {
    /// `2 errors and 1 warning`; nil where there is nothing to count.
    package var count: String? {
        let parts = [Severity.error, .warning].compactMap { severity -> String? in
            let number = count(where: { $0.severity == severity })
            return number == 0 ? nil : counted(number, severity.rawValue)
        }
        return parts.isEmpty ? nil : parts.joined(separator: " and ")
    }
}
