/// A piece of the HTML that this program writes: every attribute in quotes, every text escaped.
package enum HTMLToken: Sendable, Hashable {
    /// A start tag, by its name in small letters, with its attributes; an empty element such as `<br>` has no end tag.
    case start(String, [String: String])
    case end(String)
    /// Characters, escapes undone.
    case text(String)

    /// What stands in a text, one after the other: `<p>a &amp; b</p>` is a start, a text and an end. It goes by bytes,
    /// as a combining character behind a sign makes one character with it.
    package static func all(in html: String) -> [HTMLToken] {
        var tokens: [HTMLToken] = []
        var rest = Array(html.utf8)[...]
        while !rest.isEmpty {
            let text = rest.prefix { $0 != UInt8(ascii: "<") }
            if !text.isEmpty { tokens.append(.text(unescaped(text))) }
            rest = rest[text.endIndex...]
            guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else {
                if !rest.isEmpty { tokens.append(.text(unescaped(rest))) }
                return tokens
            }
            tokens.append(tag(rest[(rest.startIndex + 1)..<end]))
            rest = rest[(end + 1)...]
        }
        return tokens
    }

    private static func tag(_ words: ArraySlice<UInt8>) -> HTMLToken {
        if words.first == UInt8(ascii: "/") { return .end(lowercased(words.dropFirst())) }
        let name = words.prefix { !isBlank($0) }
        var attributes: [String: String] = [:]
        var rest = words[name.endIndex...]
        while true {
            rest = rest.drop(while: isBlank)
            let key = rest.prefix { $0 != UInt8(ascii: "=") && !isBlank($0) }
            if key.isEmpty { break }
            rest = rest[key.endIndex...]
            var value = ""
            if rest.starts(with: "=\"".utf8) {
                let quoted = rest.dropFirst(2).prefix { $0 != UInt8(ascii: "\"") }
                value = unescaped(quoted)
                rest = rest[quoted.endIndex...].dropFirst()
            } else if rest.first == UInt8(ascii: "=") {
                rest = rest.dropFirst()
            }
            attributes[lowercased(key)] = value
        }
        return .start(lowercased(name), attributes)
    }

    private static let escapes = [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'")]

    private static func unescaped(_ text: ArraySlice<UInt8>) -> String {
        var output: [UInt8] = []
        var rest = text
        while let byte = rest.first {
            if byte == UInt8(ascii: "&"), let (escape, sign) = escapes.first(where: { rest.starts(with: $0.0.utf8) }) {
                output += sign.utf8
                rest = rest.dropFirst(escape.utf8.count)
            } else {
                output.append(byte)
                rest = rest.dropFirst()
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0xA || byte == 0x9 }

    private static func lowercased(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self).lowercased()
    }
}

extension [HTMLToken] {
    /// The tokens as HTML again, attributes by their names.
    package var html: String {
        map { token in
            switch token {
            case .start(let name, let attributes):
                let written = attributes.sorted { $0.key < $1.key }.map { " \($0.key)=\"\(Escaping.html($0.value))\"" }
                return "<\(name)\(written.joined())>"
            case .end(let name): return "</\(name)>"
            case .text(let text): return Escaping.html(text)
            }
        }
        .joined()
    }
}
