import Formats
import Language
import Model

/// Reads the HTML that messages are made of and writes it as text that people read without a program for HTML.
///
/// So both parts of a message say the same. Plain text has lines of 72 columns, and says where links lead: one that
/// is a paragraph of its own on the line below, others in a list at the end. Markdown keeps links where they are.
struct MessageText {
    enum Style { case plain, markdown }

    let style: Style
    let width: Int?
    /// In which its own words run.
    var direction = TextDirection.leftToRight
    var lines: [String] = []
    /// The run of words that is being read.
    var words = ""
    /// What lines of the elements around begin with.
    var margin: [String] = []
    /// What the next line begins with in place of the last of `margin`, and of how many.
    var marker = (text: "", depth: 0)
    /// What an empty line before the next begins with; nil where there is to be none.
    var pendingGap: [String]?
    /// The number of the next item of each list around; nil for one without numbers.
    var lists: [Int?] = []
    var isPreformatted = false
    /// Whether the number of a footnote is being read.
    var isInReference = false
    /// Whether the list that is being read is one of footnotes.
    var isInFootnotes = false
    var openLinks: [(address: String, start: Int)] = []
    /// The addresses that are listed at the end.
    var links: [String] = []
    /// The link that all words of the run so far are.
    var lone: (label: String, address: String, run: String, isListed: Bool)?
    /// A term of a definition list and what stands below it.
    var term = ""
    var definitions: [String] = []
    var cells: [String] = []
    var needsRule = false

    /// - Parameter html: a body with no element but those that entries and Markdown have.
    static func text(
        of html: String, as style: Style, _ direction: TextDirection = .leftToRight
    ) -> String {
        var text = MessageText(style)
        text.direction = direction
        for token in HTMLToken.all(in: html) { text.read(token) }
        text.flush()
        text.listLinks()
        return text.lines.joined(separator: "\n") + "\n"
    }

    init(_ style: Style) {
        self.style = style
        width = style == .plain ? 72 : nil
    }

    // MARK: Reading

    mutating func read(_ token: HTMLToken) {
        switch token {
        case .text(let text): add(text)
        case .start(let name, let attributes): start(name, attributes)
        case .end(let name): end(name)
        }
    }

    mutating func start(_ name: String, _ attributes: [String: String]) {
        switch name {
        case "p": gap()
        case "section":
            gap()
            isInFootnotes = attributes["class"] == "footnotes"
        case "h1", "h2", "h3", "h4", "h5", "h6":
            gap()
            if style == .markdown {
                words = String(repeating: "#", count: Int(name.dropFirst()) ?? 1) + " "
            }
        case "ul", "ol":
            if lists.isEmpty { gap() } else { flush() }
            lists.append(name == "ul" ? nil : attributes["start"].flatMap { Int($0) } ?? 1)
        case "li":
            flush()
            let number = lists.last.flatMap { $0 }
            if isInFootnotes, lists.count == 1, let number {
                enterFootnote(number)
            } else {
                let sign = number.map { "\($0). " } ?? "- "
                enter(sign, then: String(repeating: " ", count: sign.count))
            }
        case "blockquote":
            gap()
            enter("> ", then: "> ")
        case "dl", "table": gap()
        case "dt": closeTerm()
        case "tr": cells = []
        case "th": needsRule = true
        case "pre":
            gap()
            isPreformatted = true
            if style == .markdown { emit("```") } else { enter("    ", then: "    ") }
        case "br": words += "\n"
        case "hr":
            gap()
            emit("---")
            wantGap()
        case "img": add(attributes["alt"] ?? "")
        case "input": words += attributes["checked"] == nil ? "[ ] " : "[x] "
        case "bdi": words.append(Isolate.start)
        case "sup": isInReference = true
        case "a": openLinks.append((attributes["href"] ?? "", words.utf8.count))
        default: words += mark(name)
        }
    }

    mutating func end(_ name: String) {
        switch name {
        case "p": gap()
        case "section":
            gap()
            isInFootnotes = false
        case "h1", "h2", "h3", "h4", "h5", "h6":
            let length = Self.columns(words)
            flush()
            if style == .plain { emit(String(repeating: "-", count: min(length, 72))) }
            wantGap()
        case "ul", "ol":
            flush()
            _ = lists.popLast()
            if lists.isEmpty { wantGap() }
        case "li":
            flush()
            if marker.depth > 0 { emit("") }
            _ = margin.popLast()
            if let number = lists.last.flatMap({ $0 }) { lists[lists.count - 1] = number + 1 }
        case "blockquote":
            flush()
            _ = margin.popLast()
            wantGap()
        case "dt": term = take()
        case "dd": definitions.append(take())
        case "dl":
            closeTerm()
            wantGap()
        case "th", "td": cells.append(take())
        case "tr": closeRow()
        case "table": wantGap()
        case "pre":
            let code = words.hasSuffix("\n") ? String(words.dropLast()) : words
            words = ""
            for line in code.split(separator: "\n", omittingEmptySubsequences: false) { emit(String(line)) }
            isPreformatted = false
            if style == .markdown { emit("```") } else { _ = margin.popLast() }
            wantGap()
        case "bdi": words.append(Isolate.end)
        case "sup": isInReference = false
        case "a": closeLink()
        default: words += mark(name)
        }
    }

    mutating func add(_ text: String) {
        guard !isPreformatted else {
            words += text
            return
        }
        guard !isInReference else {
            words += footnote(text.filter(\.isNumber))
            return
        }
        let folded = English.folded(text)
        let needsBlank = !words.isEmpty && words.last?.isWhitespace != true
        if text.first?.isWhitespace == true, needsBlank { words += " " }
        words += style == .markdown ? Self.escaped(folded) : folded
        if !folded.isEmpty, text.last?.isWhitespace == true { words += " " }
    }

    /// The sign of an element inside a paragraph.
    func mark(_ name: String) -> String {
        guard !isPreformatted else { return "" }
        switch name {
        // Struck words that looked like all others would say the contrary.
        case "s", "del": return "~~"
        case "strong", "b": return style == .markdown ? "**" : ""
        case "em", "i": return style == .markdown ? "*" : ""
        default: return ""
        }
    }

    /// What means something in Markdown, wherever in a line it stands.
    static func escaped(_ text: String) -> String {
        text.replacingScalars { "\\`*_[]<>~|#&".unicodeScalars.contains($0) ? "\\\($0)" : nil }
    }
}
