import Diagnostics
import Formats
import Source

/// The front matter of another generator: YAML between two `---`, TOML between two `+++`, an object of JSON, or none.
struct ForeignFrontMatter {
    /// What stands below it.
    var body: Range<Int>
    var keys: [(key: Sourced<String>, value: String?)] = []
    var diagnostics: [Diagnostic] = []

    init(_ file: SourceFile) {
        body = 0..<file.utf8Count
        if case .found(let front) = FrontMatter.cut(file) {
            readYAML(file, front)
        } else if let lines = Self.toml(file) {
            readTOML(file, lines)
        } else if let object = Self.json(file) {
            readJSON(file, object)
        }
    }

    private mutating func readYAML(_ file: SourceFile, _ front: FrontMatter) {
        let (root, problems) = readForeignYAML(file, front.yaml)
        let isBlank = file.substring(front.yaml).allSatisfy(\.isWhitespace)
        switch root?.content {
        case .map(let entries):
            body = front.body
            keys = entries.map { entry in (Sourced(entry.key, at: entry.keySpan), entry.value.scalar) }
        case _ where isBlank: body = front.body
        // Two rules with a text between them are Markdown.
        case nil where problems.isEmpty: break
        case .scalar, .list, .broken, .probe: break
        case nil:
            // What is a front matter by its first line is none of the text, though it cannot be read as a whole.
            guard file.substring(front.yaml).contains(/^[A-Za-z_-]+:/) else { return }
            body = front.body
            for line in file.line(at: front.yaml.lowerBound)...file.line(at: max(front.yaml.upperBound - 1, 0)) {
                let range = file.range(ofLine: line)
                let words = file.substring(range)
                guard let match = words.prefixMatch(of: /([A-Za-z_-]+):\s*(.*)/) else { continue }
                let key = Sourced(String(match.1), at: SourceSpan(file, range))
                keys.append((key, String(match.2).unquoted))
            }
        }
    }

    /// The object with which a file begins, where nothing else stands on its last line.
    private static func json(_ file: SourceFile) -> Range<Int>? {
        var (depth, isText, isEscaped) = (0, false, false)
        for (place, byte) in file.text.utf8.enumerated() {
            guard depth > 0 || byte == UInt8(ascii: "{") else { return nil }
            switch byte {
            case _ where isEscaped: isEscaped = false
            case UInt8(ascii: "\\") where isText: isEscaped = true
            case UInt8(ascii: "\""): isText.toggle()
            case UInt8(ascii: "{") where !isText: depth += 1
            case UInt8(ascii: "}") where !isText: depth -= 1
            default: break
            }
            guard depth == 0 else { continue }
            let rest = file.substring(place + 1..<file.range(ofLine: file.line(at: place)).upperBound)
            let inner = file.substring(1..<place).first { !$0.isWhitespace }
            return inner == "\"" && rest.allSatisfy(\.isWhitespace) ? 0..<place + 1 : nil
        }
        return nil
    }

    /// JSON is read as YAML, which has the place of every value. What is none is the text's.
    private mutating func readJSON(_ file: SourceFile, _ object: Range<Int>) {
        guard case .map(let entries)? = readForeignYAML(file, object).0?.content else { return }
        let end = file.range(ofLine: file.line(at: object.upperBound - 1)).upperBound
        body = min(end + 1, file.utf8Count)..<file.utf8Count
        keys = entries.map { entry in (Sourced(entry.key, at: entry.keySpan), entry.value.scalar) }
    }

    /// The lines of a front matter in TOML, its fences among them.
    private static func toml(_ file: SourceFile) -> ClosedRange<Int>? {
        func isFence(_ line: Int) -> Bool { file.substring(file.range(ofLine: line)).trimmed == "+++" }
        guard isFence(1), file.lineCount > 1, let end = (2...file.lineCount).first(where: isFence) else { return nil }
        return 1...end
    }

    private mutating func readTOML(_ file: SourceFile, _ lines: ClosedRange<Int>) {
        body = min(file.range(ofLine: lines.upperBound).upperBound + 1, file.utf8Count)..<file.utf8Count
        for line in lines.dropFirst().dropLast() {
            let range = file.range(ofLine: line)
            guard let match = file.substring(range).wholeMatch(of: /\s*([A-Za-z0-9_-]+)\s*=\s*(.*)/) else { continue }
            keys.append((Sourced(String(match.1), at: SourceSpan(file, range)), String(match.2).unquoted))
        }
    }
}

extension String {
    /// What stands between quotes, where it is in some.
    fileprivate var unquoted: String {
        let text = trimmed
        guard let quote = text.first, "\"'".contains(quote), text.last == quote, text.count > 1 else { return text }
        let inner = String(text.dropFirst().dropLast())
        return quote == "\"" ? inner.replacing("\\\"", with: "\"").replacing("\\\\", with: "\\") : inner
    }
}
