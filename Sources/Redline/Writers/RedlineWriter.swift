import Markdown

/// Writes a redline as HTML, both texts in one.
struct RedlineWriter {
    var html: HTMLWriter
    /// Writes what is kept for other redlines.
    private var fragments: HTMLWriter
    let labels: RedlineLabels
    let deletion: Wrapping
    let insertion: Wrapping
    /// How many footnotes the new text has.
    let footnoteCount: Int
    /// Whether what is written of a part may be one that was made for another redline.
    let sharesParts: Bool
    var isOld = false
    /// Inside a new element whose old one is written already: what is in both is only the new text's then, and what
    /// is deleted is there for the reader alone.
    var isRestating = false
    var isNewTight = false
    var isOldTight = false
    /// How many footnotes are in the old text alone so far.
    var goneFootnotes = 0

    private init(_ html: consuming HTMLWriter, _ labels: RedlineLabels, footnoteCount: Int) {
        let attributes = html.options.labels.attributes
        self.html = html
        fragments = .ofFragment(attributes)
        self.labels = labels
        self.footnoteCount = footnoteCount
        let isShared = labels == RedlineLabels()
        (deletion, insertion) =
            isShared && attributes.isEmpty
            ? Wrapping.ofFragments
            : (
                Wrapping("del", labels.deleted, labels.end, attributes),
                Wrapping("ins", labels.inserted, labels.end, attributes)
            )
        sharesParts = isShared
    }

    init(_ redline: Redline, _ options: HTMLOptions, _ labels: RedlineLabels) {
        var html = HTMLWriter(options, redline.new.ids, footnotes: redline.new.text.footnotes)
        html.otherIDs = redline.old.ids.beside(redline.new.anchors)
        // References of the old text are numbered behind those of the new one, as far as it has more of them: so
        // every link back has a place to lead to, and no id comes twice.
        html.otherIDs.references = redline.new.references
        html.otherIDs.limits = redline.old.references
        self.init(html, labels, footnoteCount: redline.new.text.footnotes.count)
    }

    /// The HTML of what became of some blocks, for all redlines that have it.
    private mutating func fragment(_ block: MarkedBlock) -> HTMLFragment {
        swap(&html, &fragments)
        write(block)
        swap(&html, &fragments)
        return fragments.takeFragment()
    }

    // MARK: Blocks

    mutating func write(_ parts: [RedlinePart]) {
        for part in parts {
            switch part {
            case .marked(let marked) where sharesParts:
                html.write(marked.html(html.options.labels.attributes) { fragment($0) })
            case .marked(let marked): write(marked.block)
            case .kept(let piece): writeKept(piece)
            }
        }
    }

    mutating func write(_ blocks: [MarkedBlock]) { blocks.forEach { write($0) } }

    mutating func write(_ block: MarkedBlock) {
        switch block {
        case .kept(let piece): writeKept(piece)
        case .deleted(let block, let moved):
            asDeleted(note: moved ? labels.movedAway : nil) { $0.writePlain(block) }
        case .inserted(let block): asInserted { $0.writePlain(block) }
        case .words(let block, let marks): write(marks, of: block)
        case .list(let list): write(list)
        case .quote(let blocks):
            html.open("blockquote", ">\n")
            let outer = (isOldTight, isNewTight)
            (isOldTight, isNewTight) = (false, false)
            write(blocks)
            (isOldTight, isNewTight) = outer
            html.output += "</blockquote>\n"
        case .table(let table): write(table)
        case .restated(let restatement): write(restatement)
        }
    }

    private mutating func writeKept(_ piece: Piece) {
        if let fragment = fragment(piece) {
            html.startLine()
            writeKept(fragment)
        } else if let block = piece.block {
            if !isRestating { html.put(.otherSkipped(BlockCount(block))) }
            writePlain(block)
        }
    }

    /// The HTML of what is in both texts, unless it is written otherwise here.
    func fragment(_ piece: Piece) -> HTMLFragment? { html.attributes.isEmpty ? piece.html(isTight: isNewTight) : nil }

    mutating func writeKept(_ fragment: HTMLFragment) {
        if !isRestating { html.put(.otherSkipped(fragment.count)) }
        html.write(fragment)
    }

    /// A block with nothing marked in it; in a tight list a paragraph is no element.
    mutating func writePlain(_ block: Block) {
        if case .paragraph(let words) = block, isOld ? isOldTight : isNewTight {
            html.attributes = ""
            html.put(.bareParagraph)
            html.put(.places)
            html.writeRun(words)
        } else if case .seam(let seam) = block {
            html.attributes = ""
            html.writeRun([.seam(seam)])
        } else {
            html.startLine()
            html.write(block)
        }
    }

    mutating func write(_ marks: [MarkedInline], of block: Block) {
        switch block {
        case .paragraph:
            if isNewTight {
                html.put(.bareParagraph)
            } else {
                html.startLine()
                html.open("p")
                html.put(.paragraphID)
                html.output += ">"
            }
            html.put(.places)
            if !isRestating { html.put(.otherParagraph) }
            write(marks)
            if !isNewTight { html.output += "</p>\n" }
        case .heading(let level, _):
            html.startLine()
            html.openHeading(level)
            html.put(.places)
            if !isRestating { html.put(.otherHeading) }
            write(marks)
            if !isRestating { html.put(.formerAnchor) }
            html.closeHeading(level)
        case .code(let info, _):
            html.startLine()
            html.open("pre", "><code")
            html.writeLanguage(info)
            html.output += ">"
            marks.forEach { writeCode($0) }
            html.output += "</code></pre>\n"
        case .list, .quote, .table, .thematicBreak, .html, .seam: break
        }
    }

    mutating func writeCode(_ mark: MarkedInline) {
        switch mark {
        case .kept(let inlines): html.output.appendEscaped(inlines.code)
        case .deleted(let inlines): wrap(isDeleted: true) { $0.html.output.appendEscaped(inlines.code) }
        case .inserted(let inlines): wrap(isDeleted: false) { $0.html.output.appendEscaped(inlines.code) }
        case .restated(let old, let marks, let form):
            if !isRestating { html.output += "<del data-restated>\(old.code.escapedHTML)</del>" }
            html.output += "<ins data-restated=\"\(form.rawValue)\">"
            marks.forEach { writeCode($0) }
            html.output += "</ins>"
        case .styled: break
        }
    }

    mutating func write(_ restatement: Restatement) {
        // Inside what is restated already the old text stands complete.
        if !isRestating {
            for (index, block) in restatement.old.enumerated() {
                // Bare paragraphs are kept apart by the line end alone.
                if index > 0 { html.startLine() }
                asDeleted(isRestated: true) { $0.writePlain(block) }
            }
        }
        for (index, block) in restatement.new.enumerated() {
            if case .inserted = block {
                write(block)
                continue
            }
            restating {
                if $0.isNewTight, block.isParagraph {
                    $0.html.output += "<ins data-restated>"
                    $0.write(block)
                    $0.html.output += "</ins>"
                    return
                }
                $0.html.attributes = " data-change=\"inserted\" data-restated"
                if index == 0, let note = $0.labels.note(on: restatement.reason) {
                    $0.html.attributes += " data-note=\"\(note.escapedHTML)\""
                }
                $0.write(block)
            }
        }
    }

    // MARK: States

    /// Writes with the old text's ids and tightness.
    mutating func fromOld(_ write: (inout RedlineWriter) -> Void) {
        // What is deleted inside a restated element is written a second time: it has no ids.
        let isCopy = isRestating
        html.put(.otherText(isCopy: isCopy))
        isOld = true
        write(&self)
        isOld = false
        html.put(.thisText(isCopy: isCopy))
    }

    mutating func asDeleted(
        note: String? = nil, isRestated: Bool = false, _ write: (inout RedlineWriter) -> Void
    ) {
        fromOld { writer in
            writer.html.attributes = " data-change=\"deleted\"" + (isRestated ? " data-restated" : "")
            if let note { writer.html.attributes += " data-note=\"\(note.escapedHTML)\"" }
            let wrapping = writer.wrapping(isDeleted: true)
            writer.html.wrapping =
                isRestated ? HTMLWriter.Wrapping(opening: "<del data-restated>", closing: "</del>") : wrapping
            writer.inside(write)
            writer.html.wrapping = nil
        }
    }

    mutating func asInserted(_ write: (inout RedlineWriter) -> Void) {
        let outer = html.wrapping
        html.attributes = " data-change=\"inserted\""
        html.wrapping = wrapping(isDeleted: false)
        inside(write)
        html.wrapping = outer
    }

    mutating func restating(_ write: (inout RedlineWriter) -> Void) {
        let outer = isRestating
        isRestating = true
        write(&self)
        isRestating = outer
    }

    /// Writes what keeps its own tightness.
    mutating func inside(_ write: (inout RedlineWriter) -> Void) {
        let outer = (isOldTight, isNewTight)
        write(&self)
        (isOldTight, isNewTight) = outer
    }
}

extension MarkedBlock {
    fileprivate var isParagraph: Bool {
        switch self {
        case .kept(let piece): piece.isParagraph
        case .words(let block, _): block.isParagraph
        default: false
        }
    }
}
