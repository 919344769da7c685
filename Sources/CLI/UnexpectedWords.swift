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
    /// - Returns: nil where nobody can say what is meant: behind `--`, which ends the options, and of an empty word.
    init?(_ message: String, in arguments: [String], of takes: [DeclaredArgument]) {
        guard let match = message.wholeMatch(of: /(?:Unexpected argument|[0-9]+ unexpected arguments:) '(.*)'/) else {
            return nil
        }
        guard !arguments.contains("--") else { return nil }
        let said = String(match.1)
        let isFirst = { (index: Int) in
            said == arguments[index] || said.hasPrefix("\(arguments[index])', '")
        }
        // The value of an option is taken by it.
        let place = arguments.indices.first { index in
            isFirst(index) && (index == 0 || !takes.contains { $0.isOption && "--\($0.name)" == arguments[index - 1] })
                && arguments[..<index].contains { !$0.hasPrefix("-") }
        }
        guard let place, !arguments[place].isEmpty else { return nil }
        (before, word, rest) = (Array(arguments[..<place]), arguments[place], Array(arguments[(place + 1)...]))
        self.takes = takes
    }

    /// What to type in their place, in a sentence without its full stop; nil where nothing certain is meant.
    var hint: String? {
        let isSite = isFolder("\(word)/Content")
        if !isSite, let hint = hintOfQuotes { return hint }
        if isSetting(word) { return hint("what a row says", with: "set", word) }
        if takes.contains(where: { $0.kind == "flag" && $0.name == word }), !isGiven(word) {
            return "two hyphens are missing before it: \(command(before, "--\(word)"))"
        }
        if CalendarDate(word) != nil { return hintOfDay }
        if takes(option: "port"), Int(word) != nil { return hint("the port", with: "port", word) }
        let isAlone = !takes.contains { $0.kind == "positional" }
        guard takes(option: "site") else { return nil }
        if isAlone, !isFolder(word), FileManager.default.fileExists(atPath: word) {
            return "no file is named, as the whole site is read: \(command(before))"
        }
        let site = word.siteOfContent
        if !isSite, site == nil, takes(option: "output") {
            return hint("the folder that is written", with: "output", word)
        }
        guard isAlone || site != nil || isFolder(word) else { return nil }
        return hint("the site's folder", with: "site", site ?? word)
    }

    /// Where a text was meant that has blanks in it: `new provider Heron Hosting`, `--note Two words`.
    private var hintOfQuotes: String? {
        let isText =
            before.count > 1
            && takes.contains { option in
                option.isOption && "--\(option.name)" == before[before.count - 2]
                    && ["text", "name", "key=value"].contains(option.valueName)
            }
        let isName = before.count == 3 && before.starts(with: ["new", "provider"])
        // A day may be a word of a text, where others follow it, and of no name.
        let goesOn =
            isText && rest.first.map { !$0.hasPrefix("-") && !isSetting($0) && CalendarDate($0) == nil } ?? false
        guard isText || isName, let last = before.last, CalendarDate(word) == nil || goesOn, !isSetting(word),
            !takes.contains(where: { $0.name == word })
        else { return nil }
        let others = rest.prefix { !$0.hasPrefix("-") && !isSetting($0) && (isText || CalendarDate($0) == nil) }
        let words = [last, word] + others
        return "words with blanks between them stand in quotes: "
            + command(before.dropLast(), words.joined(separator: " "), taken: words.count - 2)
    }

    /// Where a day was meant: that of effect, or a part of what an edition, a change or a notice is called.
    private var hintOfDay: String? {
        let item = before.last ?? ""
        // Where the later day is given too, this one is of the name of what is postponed.
        let isPostponed =
            before.starts(with: ["new", "postponement"]) && !item.contains("/")
            && (isGiven("effective") || rest.first.flatMap { CalendarDate($0) } != nil)
        if takes(option: "effective"), !isPostponed { return hint("the day of effect", with: "effective", word) }
        if before.first == "new" || before.first == "notice" {
            guard before.count == (before.first == "new" ? 3 : 2), !item.contains("/"),
                CalendarDate(String(item.suffix(10))) == nil
            else { return nil }
            let name = item + (before.first == "new" ? "/" : "-") + word
            return "what is meant is one word: \(command(before.dropLast(), name))"
        }
        guard takes(option: "as-of"), before.first != "diff" else { return nil }
        return hint("the day for which it speaks", with: "as-of", word)
    }

    /// That something is given with an option; nil where that stands there already and takes one value.
    private func hint(_ what: String, with option: String, _ value: String) -> String? {
        let isRepeating = takes.contains { $0.isOption && $0.name == option && $0.isRepeating }
        guard isRepeating || !isGiven(option) else { return nil }
        return "\(what) is given with --\(option): \(command(before, "--\(option)", value))"
    }

    /// - Parameter taken: how many words behind the unexpected one are part of the words.
    private func command(_ before: some Sequence<String>, _ words: String..., taken: Int = 0) -> String {
        (["trustpress"] + before + words + rest.dropFirst(taken)).map(\.asShellWord).joined(separator: " ")
    }

    private func takes(option name: String) -> Bool { takes.contains { $0.isOption && $0.name == name } }

    private func isGiven(_ option: String) -> Bool {
        (before + rest).contains { $0 == "--\(option)" || $0.hasPrefix("--\(option)=") }
    }

    /// Whether a word is a key and its value, `locations=[DE]`, where these are taken.
    private func isSetting(_ word: String) -> Bool {
        takes(option: "set") && word.prefixMatch(of: /[\w.\-]+=/) != nil
    }

    private func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }
}

extension String {
    /// Of the path of a folder `Content` the site's folder, in which that lies; nil for any other.
    fileprivate var siteOfContent: String? {
        let parts = split(separator: "/")
        guard parts.last == "Content" else { return nil }
        let site = parts.dropLast().joined(separator: "/")
        return hasPrefix("/") ? "/\(site)" : site.isEmpty ? "." : site
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
