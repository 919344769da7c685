import Diagnostics
import Formats
import Markdown
import Model

/// Reads values by the type that their key has. Each function gives nil where the value is no such thing, and has
/// reported it then; `key` is the key's name, for messages.
struct ValueReader {
    let findings: Findings

    /// A text that shows words. What shows none once it is rendered is a missing one: nobody could read it.
    func text(_ node: YAMLNode, _ key: String) -> Sourced<String>? { text(node, key, form: nil) }

    func text(_ node: YAMLNode, _ key: String, form: ValueForm?) -> Sourced<String>? {
        let help = Self.sentences[key]
        let form = form ?? (help == nil ? .anyText : .text([.string, .number]))
        guard let text = scalar(node, key, help: help.map { "write \($0)" } ?? "write a text", form: form) else {
            return nil
        }
        if text.value == "null", case .scalar(_, isPlain: true) = node.content {
            return wrong(
                node, "\"\(key)\" is null, which is no text", help: "write ~ to remove a value, or \"null\" in quotes")
        }
        if let help, Self.answers.contains(text.value.lowercased()) {
            return wrong(
                node, "\"\(key)\" is a text for customers, and all that they would read is \"\(text.value)\"",
                help: "write \(help), or take the line out")
        }
        guard text.value.utf8.contains(where: { $0 > UInt8(ascii: " ") }) else {
            return wrong(
                node, "\"\(key)\" is empty",
                help: help.map { "write \($0)" }
                    ?? (["title", "name"].contains(key) ? "write a text" : "write a text, or leave the key out"))
        }
        guard MarkdownText.showsWords(text) else {
            findings.add(
                .missingKey, at: text.span, "\"\(key)\" shows no words to its readers",
                help: help.map { "write \($0)" } ?? "write a text with words in it, or leave the key out")
            return nil
        }
        return text
    }

    /// The keys whose values are sentences, and what each of them says.
    private static let sentences: [String: String] = [
        "summary": "what changes and why, in a sentence or two", "note": "why, in a sentence or two",
        "reason": "why, in a sentence or two", "urgent": "why the notice is short",
        "objection_after_effect": "what an objection then does",
    ]
    /// What is written where a key is taken for one that asks for yes or no.
    private static let answers: Set<String> = ["true", "false", "yes", "no", "none", "nothing", "n/a", "na"]

    /// A text that says something to customers: numbers, signs and words that are struck out say nothing.
    func sentence(_ node: YAMLNode, _ key: String) -> Sourced<String>? {
        guard let text = text(node, key, form: .text([.string])) else { return nil }
        let saysWords =
            text.value.beginsWithWord
            || MarkdownText.saidWords(in: text).contains { $0.contains(where: \.isLetter) }
        if saysWords { return text }
        findings.add(
            .missingKey, at: text.span, "\"\(key)\" says nothing in words to its readers",
            help: Self.sentences[key].map { "write \($0)" }
                ?? "write a sentence that they can read, or leave the key out")
        return nil
    }

    func date(_ node: YAMLNode, _ key: String) -> Sourced<CalendarDate>? {
        guard let text = word(node, key, help: "write a day as YYYY-MM-DD", form: .day) else { return nil }
        if let date = CalendarDate(text.value) { return Sourced(date, at: text.span) }
        return invalidDate(text, allowsTime: false)
    }

    func moment(_ node: YAMLNode, _ key: String) -> Sourced<Moment>? {
        guard let text = word(node, key, help: "write a day as YYYY-MM-DD", form: .moment) else { return nil }
        if let moment = Moment(text.value) { return Sourced(moment, at: text.span) }
        return invalidDate(text, allowsTime: true)
    }

    private func invalidDate<Value>(_ text: Sourced<String>, allowsTime: Bool) -> Value? {
        let name = shown(text.value)
        let message =
            if !allowsTime, Moment(text.value) != nil {
                "\"\(name)\" has a time of day; a day is asked for here"
            } else {
                "\"\(name)\" is not a " + (hasDateForm(text.value) ? "day of the calendar" : "date")
            }
        findings.add(.invalidDate, at: text.span, message, help: dateHelp(text.value, allowsTime: allowsTime))
        return nil
    }

    /// `true` or `false`.
    func bool(_ node: YAMLNode, _ key: String) -> Sourced<Bool>? {
        guard let text = word(node, key, help: "write true or false", form: .bool) else { return nil }
        switch text.value {
        case "true": return Sourced(true, at: text.span)
        case "false": return Sourced(false, at: text.span)
        default:
            let help =
                switch text.value.lowercased() {
                case "true", "yes", "on", "y", "1": "write true"
                case "false", "no", "off", "n", "0": "write false"
                case _ where key == "removed" && CalendarDate(text.value) != nil:
                    "write removed: true, and the day as effective: \(text.value)"
                default: "write true or false"
                }
            return wrong(node, "\"\(key)\" is \"\(shown(text.value))\", which is neither true nor false", help: help)
        }
    }

    /// A whole number within bounds.
    func integer(_ range: ClosedRange<Int>) -> (YAMLNode, String) -> Sourced<Int>? {
        { node, key in
            let name = "a whole number from \(range.lowerBound) to \(range.upperBound)"
            let help = "write \(name)"
            guard let text = word(node, key, help: help, form: .integer(range)) else { return nil }
            guard let number = Int(text.value), range.contains(number), text.value == String(number) else {
                return wrong(
                    node, "\"\(key)\" is \"\(shown(text.value))\", which is not \(name)",
                    help: text.value.daysMeant.flatMap { range.contains($0) ? "write \($0)" : nil } ?? help)
            }
            return Sourced(number, at: text.span)
        }
    }

    /// One of a few words.
    func choice(_ words: [String]) -> (YAMLNode, String) -> Sourced<String>? {
        { node, key in
            let list = words.joined(separator: ", ")
            guard let text = word(node, key, help: "write one of \(list)", form: .choice(words)) else { return nil }
            guard words.contains(text.value) else {
                return wrong(
                    node, "\"\(shown(text.value))\" is not one of the words for \"\(key)\"",
                    help: nearMiss(text.value, among: words).map { "did you mean \($0)?" } ?? "write one of \(list)")
            }
            return text
        }
    }

    // MARK: Shapes

    /// A value that is no text in a language: a day, a number, a code, an id, an address. Signs that nobody sees and
    /// curly quotes around it are reported and left out.
    ///
    /// - Parameter form: which words these are.
    func word(_ node: YAMLNode, _ key: String, help: String, form: ValueForm) -> Sourced<String>? {
        guard let text = scalar(node, key, help: help, form: form) else { return nil }
        let plain = text.value.plainWord
        guard plain != text.value else { return text }
        // Of an edition's file signs that nobody sees are found wherever they stand.
        let isFound = node.span.file.path.hasSuffix(".md")
        if isFound, plain == String(text.value.unicodeScalars.filter { !$0.isUnseen }.map(Character.init)) {
            return Sourced(plain, at: text.span)
        }
        let odd = text.value.unicodeScalars.first { $0.isUnseen || $0.isOddSpace }
        findings.add(
            .syntax, at: text.span,
            odd.map { "\($0.named) stands in this value, which nobody sees" }
                ?? "curly quotes stand around this value", help: plain.isEmpty ? help : "write \(plain)")
        return plain.isEmpty ? nil : Sourced(plain, at: text.span)
    }

    /// A value that is no list and no map, as it is written.
    private func scalar(_ node: YAMLNode, _ key: String, help: String, form: ValueForm) -> Sourced<String>? {
        switch node.content {
        case .probe(let probe):
            probe.ask(form)
            return form.sample.map { Sourced($0, at: node.span) }
        case .scalar(let text, _):
            guard !node.isEmpty, !node.isNull else { return noValue(node, key, help: help) }
            return Sourced(text, at: node.span)
        case .list(let items):
            if Self.sentences[key] != nil, items.count == 1, case .scalar(let text, _) = items[0].content {
                return wrong(
                    node, "\"\(key)\" is a list, and one value is asked for",
                    help: "write it on one line, without the hyphen: \(key): \(inQuotes(text[...]))")
            }
            let isOfLines = Self.sentences[key] != nil && node.span.text.first == "-"
            return wrong(
                node, "\"\(key)\" is a list, and one value is asked for",
                help: isOfLines
                    ? "write \(key): | on the line above, and two spaces before each line of the list, which makes a text of it"
                    : help
            )
        case .map: return wrong(node, "\"\(key)\" is a map, and one value is asked for", help: help)
        case .broken: return nil
        }
    }

    /// A map, to be read key by key.
    func map(_ node: YAMLNode, _ key: String, what: String, example: String) -> MappingReader? {
        switch node.content {
        case .map(let entries): return MappingReader(entries, at: node.span, what: what, findings: findings)
        case .probe(let probe): return MappingReader(probe.map(), what: what, findings: findings)
        case .scalar:
            guard !node.isEmpty, !node.isNull else { return noValue(node, key, help: "write \(example)") }
            return wrong(node, "\"\(key)\" is one value, and a map is asked for", help: "write \(example)")
        case .list(let items):
            return wrong(
                node, "\"\(key)\" is a list, and a map is asked for",
                help: mapAlone(in: items, node) ?? "write \(example)")
        case .broken: return nil
        }
    }

    /// What to write for a list of one map, where the map alone is asked for; nil for any other list.
    private func mapAlone(in items: [YAMLNode], _ node: YAMLNode) -> String? {
        guard items.count == 1, items[0].isMap else { return nil }
        guard node.span.text.first == "[" else { return "put a space in the place of the hyphen" }
        return "take the brackets [ and ] away" + (items[0].span.shownWhole.map { ": \($0)" } ?? "")
    }

    /// Reports a text that holds something else than keys. A hyphen before the first of them makes a list of it.
    ///
    /// - Parameters:
    ///   - what: what holds none: `this file`.
    ///   - isOneOfMany: whether more than one of its kind may be in the site.
    func noKeys<Value>(_ root: YAMLNode, in what: String, isOneOfMany: Bool = false, help: String) -> Value? {
        guard case .list(let items) = root.content, root.span.text.first == "-", items.contains(where: \.isMap) else {
            return wrong(root, "\(what) holds no keys", help: help)
        }
        let start = root.span.range.lowerBound
        let isOfSeveral = isOneOfMany && items.count > 1 && items.contains { $0.keyCount > 1 }
        let (message, help) = hyphenBeforeKeys(ofSeveral: isOfSeveral)
        findings.add(.syntax, at: SourceSpan(root.span.file, start..<start + 1), message, help: help)
        return nil
    }

    func wrong<Value>(_ node: YAMLNode, _ message: String, help: String?) -> Value? {
        findings.add(.wrongType, at: node.span, message, help: help)
        return nil
    }

    func noValue<Value>(_ node: YAMLNode, _ key: String, help: String) -> Value? {
        guard let comment = node.commentInPlace else { return wrong(node, "\"\(key)\" has no value", help: help) }
        return wrong(
            node, "a # with a blank before it begins a comment, so \"\(key)\" has no value",
            help: "put the text in quotes: \(inQuotes(comment))")
    }
}

extension String {
    /// Whether letters of ASCII and a blank stand at its start: no sign of Markdown makes anything else than words of them.
    fileprivate var beginsWithWord: Bool {
        let word = utf8.prefix(while: \.isASCIILetter)
        return !word.isEmpty && utf8.dropFirst(word.count).first == UInt8(ascii: " ")
    }
}

extension SourceSpan {
    /// What stands there, where it is no more than one wants to read twice; else nil.
    var shownWhole: Substring? { text.count <= 120 && !text.contains("\n") ? text : nil }
}

extension YAMLNode {
    /// How many keys a map has; of anything else none.
    fileprivate var keyCount: Int {
        if case .map(let entries) = content { entries.count } else { 0 }
    }
}
