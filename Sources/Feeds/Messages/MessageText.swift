import Formats

/// Reads the HTML that messages are made of and writes it as text that people read without a program for HTML.
///
/// So both parts of a message say the same. Plain text has lines of 72 columns, and says where links lead: one that
/// is a paragraph of its own on the line below, others in a list at the end. Markdown keeps links where they are.
struct MessageText {
    enum Style { case plain, markdown }

    private let style: Style
    private let width: Int?
    private var lines: [String] = []
    /// The run of words that is being read.
    private var words = ""
    /// What lines of the elements around begin with.
    private var margin: [String] = []
    /// What the next line begins with in place of the last of `margin`, and of how many.
    private var marker = (text: "", depth: 0)
    private var wantsGap = false
    /// The number of the next item of each list around; nil for one without numbers.
    private var lists: [Int?] = []
    private var isPreformatted = false
    private var openLinks: [(address: String, start: Int)] = []
    /// The addresses that are listed at the end.
    private var links: [String] = []
    /// The link that all words of the run so far are.
    private var lone: (label: String, address: String, run: String, isListed: Bool)?
    /// A term of a definition list and what stands below it.
    private var term = ""
    private var definitions: [String] = []
    private var cells: [String] = []
    private var needsRule = false

    /// - Parameter html: a body with no element but those that entries and Markdown have.
    static func text(of html: String, as style: Style) -> String {
        var text = MessageText(style)
        for token in HTMLToken.all(in: html) { text.read(token) }
        text.flush()
        text.listLinks()
        return text.lines.joined(separator: "\n") + "\n"
    }

    private init(_ style: Style) {
        self.style = style
        width = style == .plain ? 72 : nil
    }

    // MARK: Reading

    private mutating func read(_ token: HTMLToken) {
        switch token {
        case .text(let text): add(text)
        case .start(let name, let attributes): start(name, attributes)
        case .end(let name): end(name)
        }
    }

    private mutating func start(_ name: String, _ attributes: [String: String]) {
        switch name {
        case "p", "section": gap()
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
            let sign = lists.last.flatMap { $0 }.map { "\($0). " } ?? "- "
            enter(sign, then: String(repeating: " ", count: sign.count))
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
            wantsGap = true
        case "img": add(attributes["alt"] ?? "")
        case "input": words += attributes["checked"] == nil ? "[ ] " : "[x] "
        case "a": openLinks.append((attributes["href"] ?? "", words.utf8.count))
        default: words += mark(name)
        }
    }

    private mutating func end(_ name: String) {
        switch name {
        case "p", "section": closeBlock()
        case "h1", "h2", "h3", "h4", "h5", "h6":
            let length = words.count
            flush()
            if style == .plain { emit(String(repeating: "-", count: min(length, 72))) }
            wantsGap = true
        case "ul", "ol":
            flush()
            _ = lists.popLast()
            wantsGap = lists.isEmpty
        case "li":
            flush()
            if marker.depth > 0 { emit("") }
            _ = margin.popLast()
            if let number = lists.last.flatMap({ $0 }) { lists[lists.count - 1] = number + 1 }
        case "blockquote":
            flush()
            _ = margin.popLast()
            wantsGap = true
        case "dt": term = take()
        case "dd": definitions.append(take())
        case "dl":
            closeTerm()
            wantsGap = true
        case "th", "td": cells.append(take())
        case "tr": closeRow()
        case "table": wantsGap = true
        case "pre":
            let code = words.hasSuffix("\n") ? String(words.dropLast()) : words
            words = ""
            for line in code.split(separator: "\n", omittingEmptySubsequences: false) { emit(String(line)) }
            isPreformatted = false
            if style == .markdown { emit("```") } else { _ = margin.popLast() }
            wantsGap = true
        case "a": closeLink()
        default: words += mark(name)
        }
    }

    private mutating func add(_ text: String) {
        guard !isPreformatted else {
            words += text
            return
        }
        let folded = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let needsBlank = !words.isEmpty && words.last?.isWhitespace != true
        if text.first?.isWhitespace == true, needsBlank { words += " " }
        words += style == .markdown ? Self.escaped(folded) : folded
        if !folded.isEmpty, text.last?.isWhitespace == true { words += " " }
    }

    /// The sign of an element inside a paragraph.
    private func mark(_ name: String) -> String {
        guard style == .markdown, !isPreformatted else { return "" }
        switch name {
        case "strong", "b": return "**"
        case "em", "i": return "*"
        case "del": return "~~"
        default: return ""
        }
    }

    /// What means something in Markdown, wherever in a line it stands.
    private static func escaped(_ text: String) -> String {
        var output = ""
        for scalar in text.unicodeScalars {
            if "\\`*_[]<>~|#&".unicodeScalars.contains(scalar) { output += "\\" }
            output.unicodeScalars.append(scalar)
        }
        return output
    }

    // MARK: Links

    private mutating func closeLink() {
        guard let (address, start) = openLinks.popLast() else { return }
        let label = String(decoding: words.utf8.dropFirst(start), as: UTF8.self)
        guard !address.isEmpty, !address.hasPrefix("#"), !label.isEmpty else { return }
        if style == .markdown {
            let before = String(decoding: words.utf8.prefix(start), as: UTF8.self)
            words = "\(before)[\(label)](<\(address.replacing("<", with: "%3C").replacing(">", with: "%3E"))>)"
            return
        }
        let mail = address.hasPrefix("mailto:") ? String(address.dropFirst(7).prefix { $0 != "?" }) : nil
        if label == address || label == mail { return }
        let isListed = !links.contains(address)
        if isListed { links.append(address) }
        words += " [\((links.firstIndex(of: address) ?? 0) + 1)]"
        lone = start == 0 ? (label, address, words, isListed) : nil
    }

    private mutating func listLinks() {
        guard !links.isEmpty else { return }
        wantsGap = true
        for (index, address) in links.enumerated() { emit("[\(index + 1)] \(address)") }
    }

    // MARK: Writing

    /// Ends what is being read, with an empty line before the next.
    private mutating func gap() {
        flush()
        wantsGap = !lines.isEmpty
    }

    private mutating func closeBlock() {
        flush()
        wantsGap = true
    }

    private mutating func take() -> String {
        defer { words = "" }
        return words.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
            .joined(separator: " ")
    }

    private mutating func closeTerm() {
        defer { (term, definitions) = ("", []) }
        guard !term.isEmpty || !definitions.isEmpty else {
            flush()
            return
        }
        let name = style == .markdown ? "- **\(term):**" : "\(term):"
        if definitions.count == 1, let definition = definitions.first {
            wrap("\(name) \(definition)", hanging: "  ")
        } else {
            emit(name)
            margin.append("  ")
            for definition in definitions { wrap((style == .markdown ? "- " : "") + definition, hanging: "  ") }
            margin.removeLast()
        }
    }

    private mutating func closeRow() {
        let row = cells.joined(separator: " | ")
        emit(style == .markdown ? "| \(row) |" : row)
        if style == .markdown, needsRule { emit("|" + String(repeating: "---|", count: cells.count)) }
        needsRule = false
    }

    /// Writes the words that were read.
    private mutating func flush() {
        let run = words
        words = ""
        defer { lone = nil }
        guard run.contains(where: { !$0.isWhitespace }) else { return }
        if let lone, lone.run == run {
            if lone.isListed { links.removeLast() }
            wrap(lone.label + ":", hanging: "")
            emit(lone.address)
            return
        }
        wrap(run, hanging: "")
    }

    /// Writes words in lines that hold as many as fit; a longer word has a line of its own.
    private mutating func wrap(_ text: String, hanging: String) {
        for (number, paragraph) in text.split(separator: "\n", omittingEmptySubsequences: true).enumerated() {
            let words = paragraph.split(separator: " ")
            var line = number > 0 ? hanging : ""
            var column = room(line)
            var isEmpty = true
            for word in words {
                let length = word.count
                if let width, !isEmpty, column + 1 + length > width {
                    emit(line)
                    (line, isEmpty) = (hanging, true)
                    column = room(line)
                }
                line += isEmpty ? word : " " + word
                column += length + (isEmpty ? 0 : 1)
                isEmpty = false
            }
            let isBroken = style == .markdown && number + 1 < text.split(separator: "\n").count
            emit(isBroken ? line + "\\" : line)
        }
    }

    private func room(_ line: String) -> Int { margin.reduce(line.count) { $0 + $1.count } }

    /// Lines are in one element more: the first begins with a sign of it.
    private mutating func enter(_ sign: String, then rest: String) {
        margin.append(rest)
        // A quote or a text as it is has its sign on every line, be it in an item whose own sign is still to come.
        if sign != rest || marker.depth > 0 { marker = (marker.text + sign, marker.depth + 1) }
    }

    private mutating func emit(_ line: String) {
        let outer = margin.dropLast(marker.depth).joined()
        if wantsGap, lines.last?.isEmpty == false { lines.append(trimmed(outer)) }
        wantsGap = false
        lines.append(trimmed(outer + marker.text + line))
        marker = ("", 0)
    }

    private func trimmed(_ line: String) -> String {
        var line = line
        while line.last == " " { line.removeLast() }
        return line
    }
}
