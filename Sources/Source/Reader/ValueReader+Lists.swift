import Diagnostics
import Formats
import Model

/// Lists and what stands in them.
extension ValueReader {
    /// The items of a list.
    ///
    /// - Parameters:
    ///   - example: a list that would do, for the help: `[US, IE]`. Where one value stands instead, the help is that value
    ///     in brackets.
    ///   - minimum: how many there must be, which who asks for them reports, or a check.
    ///   - holdsMaps: whether an item may be a map: then the help for one that stands instead is that in brackets.
    ///   - mended: what to write for an item of such a value.
    func list(
        _ node: YAMLNode, _ key: String, example: String, minimum: Int = 0, holdsMaps: Bool = false,
        mended: (String) -> String = { $0 }
    ) -> [YAMLNode]? {
        switch node.content {
        case .probe(let probe): return [probe.item(minimum: minimum)]
        case .list(let items): return items
        case .scalar(let text, _):
            guard !node.isEmpty, !node.isNull else { return noValue(node, key, help: "write a list: \(example)") }
            // What is a list of maps is none of what stands there.
            let lines = node.bareLines
            let marked = lines?.compactMap(\.behindMarker)
            if let lines, let marked, marked.count < lines.count {
                return wrong(
                    node, "\"\(key)\" is one value, and a list is asked for",
                    help: "start each item of the list with a hyphen and a space: - \(shown(String(lines[0])))")
            }
            let items = text == Erasure.standIn ? [text] : (marked ?? text.itemsMeant).map { mended($0.trimmed) }
            let isOfPlainWords =
                !example.hasPrefix("[{") && text.count <= 120 && !items.isEmpty
                && !items.contains { $0.contains { "[]{}#&*!|>'\"%@`:\n".contains($0) } }
            return wrong(
                node, "\"\(key)\" is one value, and a list is asked for",
                help: isOfPlainWords
                    ? "write [\(items.joined(separator: ", "))]"
                        + (text.startsWithBullet || lines != nil ? " in the place of all of it" : "")
                    : "write a list: \(example)")
        case .map(let entries):
            // What stands on lines of its own lacks nothing but the hyphen.
            let isBlock = node.span.text.first != "{"
            let first = entries.first.map { "- \($0.key): …" } ?? "- …"
            let lineStart = node.span.file.range(ofLine: node.span.file.line(at: node.span.range.lowerBound)).lowerBound
            let hasRoom = node.span.range.lowerBound - lineStart >= 2
            // `{DE, FR}`
            let areItems =
                !isBlock && !entries.isEmpty && !example.hasPrefix("[{") && !node.span.text.contains(":")
            return wrong(
                node, "\"\(key)\" is a map, and a list is asked for",
                help: areItems
                    ? "write [\(entries.map(\.key).joined(separator: ", "))]"
                    : !isBlock
                        ? holdsMaps || example.hasPrefix("[{")
                            ? "write [ before it and ] behind it" + (node.span.shownWhole.map { ": [\($0)]" } ?? "")
                            : "write a list: \(example)"
                        : hasRoom
                            ? "put a hyphen and a space in the place of the two spaces before it (\(first)); the lines below it stay"
                            : "start each item of the list with a hyphen and a space: \(first)")
        case .broken: return nil
        }
    }

    /// A list of texts without two that are equal; wrong items are left out.
    ///
    /// - Parameters:
    ///   - minimum: how many there must be, which who asks for them reports.
    ///   - repeatable: a text that may stand in it more than once.
    ///   - form: which texts these are, where not all may stand in it.
    func texts(
        _ node: YAMLNode, _ key: String, example: String, minimum: Int = 0, repeatable: String? = nil,
        form: ValueForm? = nil
    ) -> [Sourced<String>]? {
        list(node, key, example: example, minimum: minimum).map { items in
            distinct(items, key, repeatable: repeatable) { text($0, $1, form: form) }
        }
    }

    /// A list of codes or ids without two that are equal; wrong items are left out.
    func words(
        _ node: YAMLNode, _ key: String, example: String, form: ValueForm, minimum: Int = 0,
        mended: (String) -> String = { $0 }
    ) -> [Sourced<String>]? {
        list(node, key, example: example, minimum: minimum, mended: mended).map { items in
            distinct(items, key) { word($0, $1, help: "write a word", form: form) }
        }
    }

    private func distinct(
        _ items: [YAMLNode], _ key: String, repeatable: String? = nil, _ read: (YAMLNode, String) -> Sourced<String>?
    ) -> [Sourced<String>] {
        var seen: [String: SourceSpan] = [:]
        return items.compactMap { item in
            guard let text = read(item, key) else { return nil }
            if let first = seen[text.value], text.value != repeatable { return twice(text, first: first) }
            seen[text.value] = text.span
            return text
        }
    }

    /// Reports an item of a list that stood in it before.
    func twice<Value>(_ item: Sourced<String>, first: SourceSpan?) -> Value? {
        findings.add(
            .duplicateKey, at: item.span, "\"\(shown(item.value))\" stands twice in this list",
            help: "keep one of the two", first: first)
        return nil
    }
}
