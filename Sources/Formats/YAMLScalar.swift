/// Texts as scalars of YAML 1.2 that libyaml and our own reader read back to the letter, and that a reader of YAML 1.1 or
/// 1.2 takes for a text: `yes`, `~`, `3.10` and `12:30` stand in quotes. Days and moments (`2026-11-23T15:00`) do not: so
/// people write them, and a key says its type.
extension String {
    /// The text on one line: plain where that reads back as it was, else in quotes.
    ///
    /// - Parameter inFlow: whether it stands inside brackets or braces, where commas and brackets end a plain value.
    package func yaml(inFlow: Bool) -> String {
        if isPlainYAML(inFlow: inFlow) { return self }
        // In straight quotes a backslash starts an escape, and what is not printed needs one.
        return unicodeScalars.contains(where: \.isEscapedInYAML) ? escapedYAML : inYAMLQuotes
    }

    /// A text of several lines after `|`, each line as it is; nil where no line ends, or where a line would not
    /// be read back as it was.
    func yamlLines(indentation: String) -> String? {
        let isEnded = unicodeScalars.last == "\n"
        let content = isEnded ? unicodeScalars.dropLast() : unicodeScalars[...]
        let lines = content.split(separator: "\n", omittingEmptySubsequences: false)
        guard let first = lines.first, lines.count > 1 || isEnded, let last = lines.last, !last.isEmpty,
            let start = first.first, !start.properties.isWhitespace,
            !content.contains(where: { $0.isEscapedInYAML && $0 != "\n" }),
            !lines.contains(where: { $0.last?.properties.isWhitespace == true })
        else { return nil }
        return (isEnded ? "|" : "|-") + lines.map { $0.isEmpty ? "\n" : "\n" + indentation + String($0) }.joined()
    }

    /// In double quotes, with escapes for what is not printed (YAML 1.2, section 5.7).
    private var escapedYAML: String {
        let escaped = replacingScalars { scalar in
            switch scalar {
            case "\"", "\\": return "\\\(scalar)"
            case "\n": return "\\n"
            case "\r": return "\\r"
            case "\t": return "\\t"
            default:
                guard scalar.isEscapedInYAML else { return nil }
                let width = scalar.value < 0x100 ? 2 : 4
                return (width == 2 ? "\\x" : "\\u") + padded(scalar.value, to: width, radix: 16, uppercase: true)
            }
        }
        return "\"\(escaped)\""
    }

    private func isPlainYAML(inFlow: Bool) -> Bool {
        guard let first = unicodeScalars.first, let last = unicodeScalars.last else { return false }
        guard !"-?:,[]{}#&*!|>'\"%@`~=<.+".unicodeScalars.contains(first), last != ":",
            !first.properties.isWhitespace, !last.properties.isWhitespace, !first.isUnseen, !last.isUnseen,
            !unicodeScalars.contains(where: \.isEscapedInYAML)
        else { return false }
        // Where a semicolon or a wide or Arabic sign stands outside quotes, two items are taken to be meant.
        if inFlow, unicodeScalars.contains(where: { ",[]{};，；،؛".unicodeScalars.contains($0) }) { return false }
        var before: Unicode.Scalar = first
        for scalar in unicodeScalars.dropFirst() {
            if before == ":" && (scalar.properties.isWhitespace || inFlow) { return false }
            if scalar == "#" && before.properties.isWhitespace { return false }
            before = scalar
        }
        return !isOtherTypeInYAML
    }

    /// Whether YAML 1.1 takes the plain text for a number, a truth value, nothing or a time. What only may be one counts.
    private var isOtherTypeInYAML: Bool {
        if ["y", "n", "yes", "no", "on", "off", "true", "false", "null"].contains(lowercased()) { return true }
        guard utf8.first?.isASCIIDigit == true else { return false }
        return utf8.allSatisfy { "0123456789abcdefABCDEFxoTtZz_.:+- ".utf8.contains($0) } && !hasMomentForm
    }

    /// `2026-11-23` or `2026-11-23T15:00`.
    private var hasMomentForm: Bool {
        let form = "0000-00-00T00:00".utf8
        return (utf8.count == 10 || utf8.count == 16)
            && zip(utf8, form).allSatisfy { $1 == UInt8(ascii: "0") ? $0.isASCIIDigit : $0 == $1 }
    }
}

extension Unicode.Scalar {
    /// Whether the character may stand in YAML as an escape only: control characters, other ends of lines, a byte order
    /// mark, and two that are no characters.
    fileprivate var isEscapedInYAML: Bool {
        switch value {
        case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
        default: false
        }
    }

    /// Whether it is drawn as nothing: at the ends of a text it would be taken for white space around the value.
    fileprivate var isUnseen: Bool { properties.generalCategory == .format }
}
