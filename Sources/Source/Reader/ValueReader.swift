import Diagnostics
import Formats
import Markdown
import Model

/// Reads values by the type that their key has. Each function gives nil where the value is no such thing, and has
/// reported it then; `key` is the key's name, for messages.
struct ValueReader {
    let findings: Findings

    /// A text that shows words. What shows none once it is rendered is a missing one: nobody could read it.
    func text(_ node: YAMLNode, _ key: String) -> Sourced<String>? {
        guard let text = scalar(node, key, help: "write a text") else { return nil }
        if text.value == "null", case .scalar(_, isPlain: true) = node.content {
            return wrong(
                node, "\"\(key)\" is null, which is no text", help: "write ~ to remove a value, or \"null\" in quotes")
        }
        guard text.value.utf8.contains(where: { $0 > UInt8(ascii: " ") }) else {
            return wrong(node, "\"\(key)\" is empty", help: "write a text, or leave the key out")
        }
        guard MarkdownText.showsWords(text) else {
            findings.add(
                .missingKey, at: text.span, "\"\(key)\" shows no words to its readers",
                help: "write a text with words in it, or leave the key out")
            return nil
        }
        return text
    }

    /// A text that says something to customers: numbers, signs and words that are struck out say nothing.
    func sentence(_ node: YAMLNode, _ key: String) -> Sourced<String>? {
        guard let text = text(node, key) else { return nil }
        guard MarkdownText.saidWords(in: text).contains(where: { $0.contains(where: \.isLetter) }) else {
            return saysNothing(text, key)
        }
        return text
    }

    /// Why something cannot wait for its notice period: two words at least, as nothing but its words holds it.
    func haste(_ node: YAMLNode, _ key: String) -> Sourced<String>? {
        guard let text = text(node, key) else { return nil }
        let words = MarkdownText.saidWords(in: text)
        if text.value == Erasure.standIn { return text }
        guard words.contains(where: \.isMoreThanLetter) else { return saysNothing(text, key) }
        guard words.count > 1 else {
            findings.add(
                .missingKey, at: text.span, "\"\(key)\" is one word, which tells nobody why this cannot wait",
                help: "write what happened and why it cannot wait, in two words or more")
            return nil
        }
        return text
    }

    private func saysNothing<Value>(_ text: Sourced<String>, _ key: String) -> Value? {
        findings.add(
            .missingKey, at: text.span, "\"\(key)\" says nothing in words to its readers",
            help: "write a sentence that they can read, or leave the key out")
        return nil
    }

    func date(_ node: YAMLNode, _ key: String) -> Sourced<CalendarDate>? {
        guard let text = scalar(node, key, help: "write a day as 2026-11-23") else { return nil }
        if let date = CalendarDate(text.value) { return Sourced(date, at: text.span) }
        return invalidDate(text, allowsTime: false)
    }

    func moment(_ node: YAMLNode, _ key: String) -> Sourced<Moment>? {
        guard let text = scalar(node, key, help: "write a day as 2026-11-23") else { return nil }
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
        guard let text = scalar(node, key, help: "write true or false") else { return nil }
        switch text.value {
        case "true": return Sourced(true, at: text.span)
        case "false": return Sourced(false, at: text.span)
        default:
            let help =
                switch text.value.lowercased() {
                case "true", "yes", "on", "y", "1": "write true"
                case "false", "no", "off", "n", "0": "write false"
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
            guard let text = scalar(node, key, help: help) else { return nil }
            guard let number = Int(text.value), range.contains(number), text.value == String(number) else {
                let digits = Int(text.value.prefix(5).prefix { $0.isASCII && $0.isNumber })
                return wrong(
                    node, "\"\(key)\" is \"\(shown(text.value))\", which is not \(name)",
                    help: digits.flatMap { range.contains($0) ? "write \($0)" : nil } ?? help)
            }
            return Sourced(number, at: text.span)
        }
    }

    /// One of a few words.
    func choice(_ words: [String]) -> (YAMLNode, String) -> Sourced<String>? {
        { node, key in
            let list = words.joined(separator: ", ")
            guard let text = scalar(node, key, help: "write one of \(list)") else { return nil }
            guard words.contains(text.value) else {
                return wrong(
                    node, "\"\(shown(text.value))\" is not one of the words for \"\(key)\"",
                    help: nearMiss(text.value, among: words).map { "did you mean \($0)?" } ?? "write one of \(list)")
            }
            return text
        }
    }

    // MARK: Shapes

    /// A value that is no list and no map, as it is written.
    func scalar(_ node: YAMLNode, _ key: String, help: String) -> Sourced<String>? {
        switch node.content {
        case .scalar(let text, _):
            guard !node.isEmpty, !node.isNull else { return noValue(node, key, help: help) }
            return Sourced(text, at: node.span)
        case .list: return wrong(node, "\"\(key)\" is a list, and one value is asked for", help: help)
        case .map: return wrong(node, "\"\(key)\" is a map, and one value is asked for", help: help)
        case .broken: return nil
        }
    }

    /// The items of a list.
    ///
    /// - Parameter example: a list that would do, for the help: `[US, IE]`. Where one value stands instead, the help
    ///   is that value in brackets.
    func list(_ node: YAMLNode, _ key: String, example: String) -> [YAMLNode]? {
        switch node.content {
        case .list(let items): return items
        case .scalar(let text, _):
            guard !node.isEmpty, !node.isNull else { return noValue(node, key, help: "write a list: \(example)") }
            let isPlainWord = text.count <= 40 && !text.contains { ",[]{}#&*!|>'\"%@`:\n".contains($0) }
            return wrong(
                node, "\"\(key)\" is one value, and a list is asked for",
                help: isPlainWord ? "write [\(text)]" : "write a list: \(example)")
        case .map: return wrong(node, "\"\(key)\" is a map, and a list is asked for", help: "write a list: \(example)")
        case .broken: return nil
        }
    }

    /// A map, to be read key by key.
    func map(_ node: YAMLNode, _ key: String, what: String, example: String) -> MappingReader? {
        switch node.content {
        case .map(let entries): return MappingReader(entries, at: node.span, what: what, findings: findings)
        case .scalar:
            guard !node.isEmpty, !node.isNull else { return noValue(node, key, help: "write \(example)") }
            return wrong(node, "\"\(key)\" is one value, and a map is asked for", help: "write \(example)")
        case .list: return wrong(node, "\"\(key)\" is a list, and a map is asked for", help: "write \(example)")
        case .broken: return nil
        }
    }

    /// A list of texts without two that are equal; wrong items are left out.
    ///
    /// - Parameter repeatable: a text that may stand in it more than once.
    func texts(
        _ node: YAMLNode, _ key: String, example: String, repeatable: String? = nil
    ) -> [Sourced<String>]? {
        guard let items = list(node, key, example: example) else { return nil }
        var seen: Set<String> = []
        return items.compactMap { item in
            guard let text = text(item, key) else { return nil }
            guard seen.insert(text.value).inserted || text.value == repeatable else {
                return twice(text)
            }
            return text
        }
    }

    /// Reports an item of a list that stood in it before.
    func twice<Value>(_ item: Sourced<String>) -> Value? {
        findings.add(
            .duplicateKey, at: item.span, "\"\(shown(item.value))\" stands twice in this list",
            help: "keep one of the two")
        return nil
    }

    func wrong<Value>(_ node: YAMLNode, _ message: String, help: String?) -> Value? {
        findings.add(.wrongType, at: node.span, message, help: help)
        return nil
    }

    private func noValue<Value>(_ node: YAMLNode, _ key: String, help: String) -> Value? {
        wrong(node, "\"\(key)\" has no value", help: help)
    }
}

extension String {
    /// Whether a word is no single letter; where a script writes no space between words, each letter may be one.
    fileprivate var isMoreThanLetter: Bool {
        count(where: \.isLetter) > 1 || contains { $0.isLetter && $0.standsWithoutSpaces }
    }
}
