import ArgumentParser
import Formats
import Foundation
import Model

/// Words of a command line that no argument takes, and what was meant by them.
struct UnexpectedWords {
    /// What stands before the first of them.
    private let before: [String]
    private let word: String
    /// What stands behind it.
    private let rest: [String]
    private let takes: [DeclaredArgument]

    /// - Parameters:
    ///   - message: what the parser says.
    ///   - arguments: the command line, without the program.
    ///   - takes: what its command takes.
    init?(_ message: String, in arguments: [String], of takes: [DeclaredArgument]) {
        guard let match = message.wholeMatch(of: /(?:Unexpected argument|[0-9]+ unexpected arguments:) '(.*)'/) else {
            return nil
        }
        let said = String(match.1)
        let isFirst = { (index: Int) in
            said == arguments[index] || said.hasPrefix("\(arguments[index])', '")
        }
        // The value of an option is taken by it.
        let place = arguments.indices.first { index in
            isFirst(index) && (index == 0 || !takes.contains { $0.isOption && "--\($0.name)" == arguments[index - 1] })
                && arguments[..<index].contains { !$0.hasPrefix("-") }
        }
        guard let place else { return nil }
        (before, word, rest) = (Array(arguments[..<place]), arguments[place], Array(arguments[(place + 1)...]))
        self.takes = takes
    }

    /// What to type in their place, in a sentence without its full stop; nil where nothing certain is meant.
    var hint: String? {
        let isSite = isFolder("\(word)/Content")
        if !isSite, let hint = hintOfQuotes { return hint }
        if word.contains("="), takes(option: "set") {
            return "what a row says is given with --set: \(command(before, "--set", word))"
        }
        if takes.contains(where: { $0.kind == "flag" && $0.name == word }) {
            return "two hyphens are missing before it: \(command(before, "--\(word)"))"
        }
        if CalendarDate(word) != nil { return hintOfDay }
        if takes(option: "port"), Int(word) != nil {
            return "the port is given with --port: \(command(before, "--port", word))"
        }
        let isAlone = !takes.contains { $0.kind == "positional" }
        guard takes(option: "site") else { return nil }
        if isAlone, !isFolder(word), FileManager.default.fileExists(atPath: word) {
            return "no file is named, as the whole site is read: \(command(before))"
        }
        if !isSite, takes(option: "output") {
            return "the folder that is written is given with --output: \(command(before, "--output", word))"
        }
        guard isAlone || isFolder(word) else { return nil }
        return "the site's folder is given with --site: \(command(before, "--site", word))"
    }

    /// Where a text was meant that has blanks in it: `new provider Heron Hosting`, `--note Two words`.
    private var hintOfQuotes: String? {
        let isText =
            before.count > 1
            && takes.contains { option in
                option.isOption && "--\(option.name)" == before[before.count - 2]
                    && ["text", "name", "key=value"].contains(option.valueName)
            }
        let isName = before.count == 3 && before.starts(with: ["new", "provider"]) && !word.contains("=")
        guard isText || isName, let last = before.last, CalendarDate(word) == nil,
            !takes.contains(where: { $0.name == word })
        else { return nil }
        let words = [last, word] + rest.prefix { !$0.hasPrefix("-") }
        return "words with blanks between them stand in quotes: "
            + command(before.dropLast(), words.joined(separator: " "), taken: words.count - 2)
    }

    /// Where a day was meant: that of effect, or a part of what an edition, a change or a notice is called.
    private var hintOfDay: String? {
        let item = before.last ?? ""
        if takes(option: "effective") {
            return "the day of effect is given with --effective: \(command(before, "--effective", word))"
        }
        if before.first == "new" || before.first == "notice" {
            guard before.count == (before.first == "new" ? 3 : 2) else { return nil }
            let name = item + (before.first == "new" ? "/" : "-") + word
            return "what is meant is one word: \(command(before.dropLast(), name))"
        }
        guard takes(option: "as-of"), before.first != "diff" else { return nil }
        return "the day for which it speaks is given with --as-of: \(command(before, "--as-of", word))"
    }

    /// - Parameter taken: how many words behind the unexpected one are part of the words.
    private func command(_ before: some Sequence<String>, _ words: String..., taken: Int = 0) -> String {
        (["trustpress"] + before + words + rest.dropFirst(taken)).map(\.asShellWord).joined(separator: " ")
    }

    private func takes(option name: String) -> Bool { takes.contains { $0.isOption && $0.name == name } }

    private func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }
}

/// What a command declares that it takes.
struct DeclaredArgument {
    /// `positional`, `option` or `flag`.
    let kind: String
    /// Without the hyphens before it; empty for what has its place alone.
    let name: String
    let valueName: String
    let isRepeating: Bool

    var isOption: Bool { kind == "option" }
}

extension ParsableCommand {
    static var declaredArguments: [DeclaredArgument] {
        let declared = JSONValue(reading: _dumpHelp())?["command"]?["arguments"]?.elements ?? []
        return declared.map { argument in
            DeclaredArgument(
                kind: argument["kind"]?.text ?? "", name: argument["preferredName"]?["name"]?.text ?? "",
                valueName: argument["valueName"]?.text ?? "", isRepeating: argument["isRepeating"] == .bool(true))
        }
    }
}
