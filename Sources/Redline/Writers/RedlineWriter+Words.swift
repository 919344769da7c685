import Markdown

extension RedlineWriter {
    mutating func write(_ marks: [MarkedInline]) {
        for mark in marks {
            switch mark {
            case .kept(let inlines): html.write(inlines)
            case .deleted(let inlines): asWords(isDeleted: true, inlines)
            case .inserted(let inlines): asWords(isDeleted: false, inlines)
            case .styled(let style, let marks):
                html.output += "<\(style.element)>"
                write(marks)
                html.output += "</\(style.element)>"
            case .restated(let old, let marks, let form): writeRestated(old, marks, form)
            }
        }
    }

    /// Words that are in both texts in another form. Inside what is restated already the old text stands complete.
    private mutating func writeRestated(_ old: [Inline], _ marks: [MarkedInline], _ form: MarkedInline.Form) {
        if !isRestating, !old.isEmpty {
            html.output += "<del data-restated>"
            fromOld { $0.html.write(old) }
            html.output += "</del>"
        }
        guard !marks.isEmpty else { return }
        html.output += "<ins data-restated=\"\(form.rawValue)\""
        if form == .emphasis { html.write(attribute: "title", labels.emphasis) }
        html.output += ">"
        restating { $0.write(marks) }
        html.output += "</ins>"
    }

    mutating func asWords(isDeleted: Bool, _ inlines: [Inline]) {
        let isBlank = inlines.allSatisfy(\.isBlank)
        wrap(isDeleted: isDeleted, isBlank: isBlank) { writer in
            isDeleted ? writer.fromOld { $0.html.write(inlines) } : writer.html.write(inlines)
        }
    }

    mutating func wrap(
        isDeleted: Bool, isBlank: Bool = false, _ write: (inout RedlineWriter) -> Void
    ) {
        let wrapping = wrapping(isDeleted: isDeleted, isBlank: isBlank)
        html.output += wrapping.opening
        write(&self)
        html.output += wrapping.closing
    }

    func wrapping(isDeleted: Bool, isBlank: Bool = false) -> HTMLWriter.Wrapping {
        let wrapping = isDeleted ? deletion : insertion
        return isBlank ? wrapping.blank : wrapping.words
    }

    /// What stands around words that one of the texts has alone, and around blanks.
    struct Wrapping {
        let words: HTMLWriter.Wrapping
        let blank: HTMLWriter.Wrapping

        /// In English around a text in English, as all that is written for several redlines is.
        static let ofFragments = (
            deletion: Wrapping("del", RedlineLabels().deleted, RedlineLabels().end, ""),
            insertion: Wrapping("ins", RedlineLabels().inserted, RedlineLabels().end, "")
        )

        /// - Parameter attributes: of the labels, which are for screen readers.
        init(_ element: String, _ label: String, _ end: String, _ attributes: String) {
            func hidden(_ words: String) -> String {
                "<span class=\"visually-hidden\"\(attributes)>\(words.escapedHTML)</span>"
            }
            blank = HTMLWriter.Wrapping(opening: "<\(element)>", closing: "</\(element)>")
            words = HTMLWriter.Wrapping(
                opening: blank.opening + hidden(label), closing: hidden(end) + blank.closing)
        }
    }
}

extension Inline {
    fileprivate var isBlank: Bool {
        switch self {
        case .softBreak: true
        // Most words begin with a byte that is no blank.
        case .text(let text):
            !text.utf8.prefix(1).contains { (0x21...0x7E).contains($0) } && text.allSatisfy(\.isWhitespace)
        default: false
        }
    }
}

extension MarkedInline.Style {
    var element: String {
        switch self {
        case .emphasis: "em"
        case .strong: "strong"
        case .strikethrough: "s"
        }
    }
}
