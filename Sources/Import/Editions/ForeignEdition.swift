import Diagnostics
import Formats
import Markdown
import Source

/// A text of a policy as another tool keeps it: its own bytes, and what its front matter said.
struct ForeignEdition {
    /// As it is read, with LF line ends.
    let file: SourceFile
    /// In UTF-8, with the line ends that it has, without a byte order mark.
    let bytes: [UInt8]
    /// Where the text stands below the front matter, in bytes of the file's text.
    let body: Range<Int>
    /// The keys of the front matter with their values, each with its line; those of lists and maps without a value.
    let keys: [(key: Sourced<String>, value: String?)]
    let text: MarkdownText
    /// What was found while it was read.
    private(set) var diagnostics: [Diagnostic]

    /// - Returns: nil for what is no text, which is reported.
    static func read(_ path: String, _ bytes: [UInt8]) -> (ForeignEdition?, [Diagnostic]) {
        let (file, problems) = readForeignText(path, bytes)
        return (file.map { ForeignEdition($0, bytes, problems) }, problems)
    }

    private init(_ file: SourceFile, _ bytes: [UInt8], _ problems: [Diagnostic]) {
        self.file = file
        let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        self.bytes =
            isUTF16
            ? Array(file.text.utf8)
            : problems.isEmpty ? Array(bytes.dropFirst(hasMark ? 3 : 0)) : utf8OfWindows1252(bytes)
        let head = ForeignFrontMatter(file)
        (body, keys) = (head.body, head.keys)
        let (text, found) = MarkdownText.parse(SourceSpan(file, head.body))
        self.text = text
        diagnostics = problems + head.diagnostics + found
    }

    /// The text's bytes with other ones in the place of some stretches of it.
    ///
    /// - Parameter edits: in bytes of the file's text, in order, none over another.
    func bytes(edited edits: [(range: Range<Int>, text: String)]) -> [UInt8] {
        var result: [UInt8] = []
        // Where the text's bytes are the file's but for CR LF, one is followed in the other.
        var (raw, place) = (0, 0)
        func step() {
            if bytes[raw] == UInt8(ascii: "\r"), raw + 1 < bytes.count, bytes[raw + 1] == UInt8(ascii: "\n") {
                raw += 1
            }
            raw += 1
            place += 1
        }
        func go(to target: Int, isKept: Bool) {
            let start = raw
            while place < target, raw < bytes.count { step() }
            if isKept { result += bytes[start..<raw] }
        }
        go(to: body.lowerBound, isKept: false)
        for edit in edits {
            go(to: edit.range.lowerBound, isKept: true)
            go(to: edit.range.upperBound, isKept: false)
            result += edit.text.utf8
        }
        if raw < bytes.count { result += bytes[raw...] }
        return result
    }

    /// Whether its lines end with CR LF, as the first of them does.
    var hasCRLF: Bool {
        guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")), end > 0 else { return false }
        return bytes[end - 1] == UInt8(ascii: "\r")
    }

    /// The words of its first heading, without an id that another tool gives it there.
    var title: String? {
        guard let title = text.title?.value else { return nil }
        guard title.hasSuffix("}"), let start = title.lastIndex(of: "{"), title[start...].hasPrefix("{#") else {
            return title.words
        }
        return String(title[..<start]).words
    }

    /// Whether a heading stands before all else.
    var beginsWithHeading: Bool { if case .heading = text.blocks.first { true } else { false } }

    func value(_ key: String) -> String? { keys.first { $0.key.value.lowercased() == key }?.value }
}
