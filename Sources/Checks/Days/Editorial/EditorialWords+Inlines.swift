import Markdown

extension EditorialWords {
    mutating func add(_ inlines: [Inline]) {
        var text = ""
        func flush(_ words: inout EditorialWords) {
            words.addText(text)
            text = ""
        }
        for inline in inlines {
            switch inline {
            case .text(let words): text += words
            case .softBreak, .hardBreak: text += " "
            case .emphasis(let children), .strong(let children):
                // Markup may stand within a word.
                guard children.isPlain else {
                    flush(&self)
                    add(children)
                    continue
                }
                text += children.plainText
            case .code(let code):
                flush(&self)
                add(code: code)
            case .strikethrough(let children):
                flush(&self)
                tokens.append(.exact("~~"))
                add(children)
                tokens.append(.exact("~~"))
            case .link(let destination, let title, let children):
                flush(&self)
                add(children)
                add(address: destination, title, sign: "")
            case .image(let destination, let title, let children):
                flush(&self)
                add(children)
                add(address: destination, title, sign: "!")
            case .footnote(let label):
                flush(&self)
                add(footnote: label)
            case .html, .seam: break
            }
        }
        flush(&self)
    }

    private mutating func add(address: String, _ title: String, sign: String) {
        tokens.append(.exact("\(sign)(\(address))"))
        guard !title.isEmpty else { return }
        tokens.append(.exact("\""))
        addText(title)
        tokens.append(.exact("\""))
    }

    /// Of code every character counts, but for white space; a plain word is one as anywhere else.
    mutating func add(code: String) {
        for word in code.split(whereSeparator: \.isWhitespace) {
            let isPlain = word.allSatisfy { $0.isLetter || $0.isNumber }
            tokens.append(.exact(isPlain ? word.lowercased() : "`\(word)"))
        }
    }
}

extension [Inline] {
    /// Whether it holds words and nothing that leads anywhere.
    fileprivate var isPlain: Bool {
        allSatisfy { inline in
            switch inline {
            case .text, .softBreak, .hardBreak: true
            case .emphasis(let children), .strong(let children): children.isPlain
            default: false
            }
        }
    }
}
