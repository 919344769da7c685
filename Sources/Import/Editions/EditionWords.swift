import Diagnostics
import Formats
import Markdown

extension String {
    /// On one line; nil where it has no words.
    var words: String? {
        let line = split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.contains { $0.isLetter || $0.isNumber } ? line : nil
    }

    /// `acceptable-use` as `Acceptable Use`.
    var asTitle: String {
        split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
    }

    /// The first line of a commit's message; of a merge the first below what the program wrote.
    var subject: String? {
        let lines = split(separator: "\n").map(\.trimmed).filter { !$0.isEmpty }
        let isMerge = lines.first.map { $0.hasPrefix("Merge pull request ") || $0.hasPrefix("Merge branch ") } ?? false
        return isMerge ? lines.dropFirst().first : lines.first
    }

    /// A text whose signs are no marks of Markdown.
    var asMarkdownText: String {
        reduce(into: "") { text, character in
            if "\\`*_[]<>{}#|~".contains(character) { text += "\\" }
            text.append(character)
        }
    }

    /// Whether it says something in words.
    var saysWords: Bool {
        let answers: Set = ["true", "false", "yes", "no", "none", "nothing", "n/a", "na", "null"]
        return contains(where: \.isLetter) && !answers.contains(trimmed.lowercased())
    }
}

extension [Diagnostic] {
    /// What is said of many texts, once: at the first of them, with how many others there are.
    var saidOnce: [Diagnostic] {
        var places: [String: Int] = [:]
        var others: [Int: Set<String>] = [:]
        var said: [Diagnostic] = []
        for diagnostic in self {
            let key = "\(diagnostic.id.rawValue) \(diagnostic.severity) \(diagnostic.message)"
            if let place = places[key], diagnostic.severity != .error {
                if diagnostic.file != said[place].file { others[place, default: []].insert(diagnostic.file) }
            } else {
                places[key] = said.count
                said.append(diagnostic)
            }
        }
        for (place, files) in others {
            said[place].message += " (and so in \(files.count) other text\(files.count == 1 ? "" : "s"))"
        }
        return said
    }

    /// Adds a remark on what a person should look at.
    mutating func warn(_ id: CheckID, at span: SourceSpan, _ message: String, help: String? = nil) {
        append(Diagnostic(id, at: span, message, help: help).asWarning())
    }

    mutating func warn(_ id: CheckID, file: String, _ message: String, help: String? = nil) {
        append(Diagnostic(id, file: file, message, help: help).asWarning())
    }
}

extension String {
    /// A file's name without its ending, for the order of files: `v2` is before `v10`, and `2024-04-12` before
    /// `2024-04-12-2`.
    var orderedName: String {
        let name = split(separator: "/").last ?? ""
        return String(name[..<(name.lastIndex(of: ".") ?? name.endIndex)]).replacing(/[0-9]+/) { digits in
            String(repeating: "0", count: max(0, 20 - digits.output.count)) + digits.output
        }
    }
}
