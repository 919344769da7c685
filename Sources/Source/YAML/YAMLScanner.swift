import Diagnostics

/// Goes over a YAML text once, before Yams sees it, and cuts it into tokens.
///
/// It is there for what Yams cannot tell: where each value ends; anchors, aliases and tags, which are refused (an alias
/// can make 390 bytes take ten seconds); nesting too deep; and keys that stand twice in one map, for which Yams would
/// refuse the text as a whole and name the first. What is refused is reported and *masked*: a stand-in of the same
/// number of characters takes its place in the text that Yams gets, so that the rest is read all the same.
///
/// The rules for what is a key, where a plain value ends and what an indentation means are those of libyaml, which
/// Yams reads with. On a text that libyaml refuses, the tokens are a best effort and nothing more.
struct YAMLScanner {
    static let maximumDepth = 32

    let file: SourceFile
    /// What is scanned, with a letter in place of control characters.
    private(set) var bytes: [UInt8]
    /// Where the scanned part starts in the file.
    let base: Int
    var position = 0
    var mark: YAMLMark

    var tokens: [YAMLToken] = []
    var masks: [Mask] = []
    /// Where in the file a second document starts.
    var secondDocument: Int?
    /// Whether the one `---` that may stand before everything has been.
    var hasMarker = false
    /// Whether Yams must not see the text at all.
    var isRefused = false
    let findings: Findings

    /// The block lists and maps that are open, the innermost last.
    var blocks: [Collection] = []
    /// The brackets that are open, the innermost last.
    var flows: [Collection] = []
    /// For each level of brackets, and none: what becomes a key if a `:` follows.
    var candidates: [Candidate?] = [nil]
    var mayStartKey = true

    /// A list or a map that is open.
    struct Collection {
        var column: Int
        var isMap: Bool
        /// The keys seen in it, as they are written.
        var keys: Set<String> = []
    }

    struct Candidate {
        var token: Int
        var line: Int
        var column: Int
        var position: Int
    }

    /// A stretch that Yams gets a stand-in for.
    struct Mask {
        var range: Range<Int>
        var standIn: String
        /// The key that stood there, where it stood twice.
        var key: String?
    }

    /// - Parameter range: the bytes of the file's text to scan; it starts at the start of a line.
    init(_ file: SourceFile, _ range: Range<Int>, findings: Findings) {
        self.file = file
        self.findings = findings
        bytes = Array(file.substring(range).utf8)
        base = range.lowerBound
        mark = YAMLMark(line: file.line(at: range.lowerBound), column: 1)
        maskForbiddenCharacters()
    }

    /// Scans all of it.
    mutating func scan() {
        while !isRefused {
            skipToToken()
            if flows.isEmpty { closeBlocks(deeperThan: mark.column) }
            guard position < bytes.count else { return }
            scanToken()
        }
    }

    private mutating func scanToken() {
        if mark.column == 1, byte() == UInt8(ascii: "%") { return refuseDirective() }
        if isAtDocumentMarker { return scanDocumentMarker() }
        switch byte() {
        case UInt8(ascii: "["), UInt8(ascii: "{"): openFlow(isMap: byte() == UInt8(ascii: "{"))
        case UInt8(ascii: "]"), UInt8(ascii: "}"): closeFlow()
        case UInt8(ascii: ","):
            candidates[candidates.count - 1] = nil
            mayStartKey = true
            take(.comma, length: 1)
        case UInt8(ascii: "-") where isBlank(at: 1): scanItem()
        case UInt8(ascii: "?") where isBlank(at: 1) || !flows.isEmpty: refuseComplexKey()
        case UInt8(ascii: ":") where !flows.isEmpty || isBlank(at: 1): scanValue()
        case UInt8(ascii: "*"): refuseAlias()
        case UInt8(ascii: "&"): refuseAnchor()
        case UInt8(ascii: "!"): refuseTag()
        case UInt8(ascii: "|") where flows.isEmpty, UInt8(ascii: ">") where flows.isEmpty: scanBlockScalar()
        case UInt8(ascii: "'"), UInt8(ascii: "\""): scanQuoted()
        // Nothing may start with these; Yams says so.
        case UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: "%"), UInt8(ascii: "|"), UInt8(ascii: ">"),
            UInt8(ascii: "\t"), UInt8(ascii: "#"):
            advance()
        default: scanPlain()
        }
    }

    /// Replaces a byte of what is scanned, and of nothing else.
    mutating func overwrite(_ index: Int, with byte: UInt8) { bytes[index] = byte }

    // MARK: Characters

    /// The byte so far ahead; 0 at the end of the text, which holds no NUL.
    func byte(at ahead: Int = 0) -> UInt8 {
        position + ahead < bytes.count ? bytes[position + ahead] : 0
    }

    /// Whether a space, a tab, a line's end or the text's end is so far ahead.
    func isBlank(at ahead: Int = 0) -> Bool {
        switch byte(at: ahead) {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), 0: true
        default: false
        }
    }

    var isAtLineEnd: Bool { position >= bytes.count || bytes[position] == UInt8(ascii: "\n") }

    /// Goes one character on, or one byte of one; columns count the characters' first bytes.
    mutating func advance() {
        guard position < bytes.count else { return }
        if bytes[position] == UInt8(ascii: "\n") {
            mark = YAMLMark(line: mark.line + 1, column: 1)
        } else if position + 1 >= bytes.count || bytes[position + 1] & 0xC0 != 0x80 {
            mark.column += 1
        }
        position += 1
    }

    mutating func advance(by count: Int) {
        for _ in 0..<count { advance() }
    }

    private mutating func skipToToken() {
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: " "): advance()
            case UInt8(ascii: "\t") where !flows.isEmpty || !mayStartKey: advance()
            case UInt8(ascii: "#"):
                while !isAtLineEnd { advance() }
            case UInt8(ascii: "\n"):
                advance()
                if flows.isEmpty { mayStartKey = true }
            default: return
            }
        }
    }

    /// Appends the token of the next bytes, which all are ASCII and on one line, and goes past them.
    mutating func take(_ kind: YAMLToken.Kind, length: Int) {
        let start = (position, mark)
        advance(by: length)
        append(kind, from: start.0, to: position, at: start.1)
    }

    mutating func append(_ kind: YAMLToken.Kind, from start: Int, to end: Int, at mark: YAMLMark) {
        tokens.append(
            YAMLToken(kind: kind, range: base + start..<base + max(start, end), start: mark, flowDepth: flows.count))
    }
}
