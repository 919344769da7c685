import Diagnostics

extension MarkdownText {
    /// Whether a text of a YAML key shows a reader anything to read once it is rendered: `[](/)`, `&nbsp;`, `***` and
    /// blanks that pass for characters do not.
    package static func showsWords(_ text: Sourced<String>) -> Bool {
        let scalars = text.value.unicodeScalars
        guard scalars.contains(where: \.isReadable) else { return false }
        // Only these can hide letters; digits may be the number of an item.
        let mayHide = text.value.utf8.contains { "[<&`~".utf8.contains($0) }
        if !mayHide, scalars.contains(where: { $0.isReadable && $0.properties.isAlphabetic }) { return true }
        let (markdown, findings) = parse(text)
        return !findings.isEmpty || markdown.showsWords
    }

    /// Whether a letter or a digit of the text itself is shown: numbers of lists and footnotes are none.
    package var showsWords: Bool {
        blocks.contains(where: \.showsWords) || footnotes.contains { $0.blocks.contains(where: \.showsWords) }
    }
}

extension Block {
    /// Whether a letter or a digit of its own is shown.
    package var showsWords: Bool {
        switch self {
        case .paragraph(let words), .heading(_, let words): words.showWords
        case .list(let list): list.items.contains { $0.blocks.contains(where: \.showsWords) }
        case .quote(let blocks): blocks.contains(where: \.showsWords)
        case .code(_, let text): text.unicodeScalars.contains(where: \.isReadable)
        case .table(let table): ([table.header] + table.rows).contains { $0.contains(where: \.showWords) }
        case .html(let html): html.showsWordsBetweenTags
        case .thematicBreak, .seam: false
        }
    }
}

extension [Inline] {
    fileprivate var showWords: Bool { plainText.unicodeScalars.contains(where: \.isReadable) }
}

extension String {
    /// Whether HTML has words outside its tags: a name is no Markdown and may be written so, and of a Markdown text another
    /// check says that HTML has no place in it.
    fileprivate var showsWordsBetweenTags: Bool {
        var isInTag = false
        for scalar in unicodeScalars {
            switch scalar {
            case "<": isInTag = true
            case ">": isInTag = false
            default: if !isInTag, scalar.isReadable { return true }
            }
        }
        return false
    }
}

extension Unicode.Scalar {
    /// Whether it is a letter or a digit that can be seen.
    fileprivate var isReadable: Bool {
        guard !properties.isDefaultIgnorableCodePoint else { return false }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            return true
        default: return false
        }
    }
}
