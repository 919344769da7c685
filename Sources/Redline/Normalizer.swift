import Markdown

/// Leaves out what no writer shows, names footnotes by their numbers, joins texts that follow one another, and takes
/// white space as HTML does.
struct Normalizer {
    private var numbers: [String: String] = [:]
    /// How often each footnote is referred to so far, by its number.
    private(set) var references: [Int: Int] = [:]
    /// Whether a footnote was referred to since this was last set.
    private var hasFootnotes = false

    init(_ footnotes: [Footnote]) {
        for (index, footnote) in footnotes.enumerated() where numbers[footnote.label] == nil {
            numbers[footnote.label] = "\(index + 1)"
        }
    }

    /// Whether a heading of these words is shown.
    mutating func shows(_ words: [Inline]) -> Bool { inlines(words).isVisible }

    /// - Parameter piece: whose blocks they are.
    mutating func shown(_ blocks: [Block], of piece: TextPiece? = nil, _ memory: RedlineMemory) -> ShownBlocks {
        var shown = Shown()
        hasFootnotes = false
        var contents: [Piece.Content] = []
        var sources: [Piece.Source?] = []
        var headings: [Int] = []
        for (place, source) in blocks.enumerated() {
            let before = shown.headings.count
            guard let block = block(source, &shown) else { continue }
            contents.append(.block(block))
            sources.append(
                piece.flatMap { block.isWritten(as: source) ? Piece.Source(piece: $0, place: place) : nil })
            headings.append(shown.headings[before...].count { $0 })
        }
        // What refers to footnotes is not kept, and would keep its text.
        return ShownBlocks(
            pieces: memory.pieces(of: contents, as: hasFootnotes ? nil : sources), headings: headings, shown: shown,
            hasFootnotes: hasFootnotes)
    }

    /// With the links back to where the text refers to it.
    mutating func blocks(ofFootnote number: Int, _ blocks: [Block], _ seen: inout Shown) -> [Block] {
        // A footnote may refer to itself.
        let shown = self.blocks(blocks, &seen)
        return withBackLinks(shown, number: number)
    }

    /// - Parameter seen: gets, for each heading and paragraph of the blocks, whether it is shown.
    private mutating func blocks(_ blocks: [Block], _ seen: inout Shown) -> [Block] {
        var shown: [Block] = []
        shown.reserveCapacity(blocks.count)
        for block in blocks {
            if let block = self.block(block, &seen) { shown.append(block) }
        }
        return shown
    }

    private mutating func block(_ block: Block, _ seen: inout Shown) -> Block? {
        switch block {
        case .paragraph(let words):
            let words = inlines(words)
            seen.paragraphs.append(words.isVisible)
            return words.isVisible ? .paragraph(words) : nil
        case .heading(let level, let words):
            let words = inlines(words)
            seen.headings.append(words.isVisible)
            return words.isVisible ? .heading(level: level, words) : nil
        case .list(var list):
            for index in list.items.indices {
                list.items[index].blocks = blocks(list.items[index].blocks, &seen)
            }
            return .list(list)
        case .quote(let blocks): return .quote(self.blocks(blocks, &seen))
        case .table(var table):
            table.header = table.header.map { inlines($0) }
            table.rows = table.rows.map { $0.map { inlines($0) } }
            return .table(table)
        case .code, .thematicBreak: return block
        case .html, .seam: return nil
        }
    }

    /// The links from a footnote back to where the text refers to it, as a part of its words.
    private func withBackLinks(_ blocks: [Block], number: Int) -> [Block] {
        let count = references[number, default: 0]
        guard count > 0 else { return blocks }
        let links = (1...count).map { Seam.backLink(reference: $0, footnote: number) }
        var blocks = blocks
        if case .paragraph(let words)? = blocks.last {
            blocks[blocks.count - 1] = .paragraph(words + links.map { .seam($0) })
        } else {
            blocks += links.map { .seam($0) }
        }
        return blocks
    }

    /// - Parameter isInLink: whether they are words of a link, where a footnote is named and not referred to.
    private mutating func inlines(_ inlines: [Inline], isInLink: Bool = false) -> [Inline] {
        // Most runs are one text, and then they are as they should be.
        if inlines.count == 1, case .text(let text) = inlines[0] {
            return text.hasFolds ? [.text(text.folded)] : inlines
        }
        var shown: [Inline] = []
        shown.reserveCapacity(inlines.count)
        // Texts in a row are one: joined here, as the last inline would be copied each time.
        var text = ""
        func add(_ inline: Inline? = nil) {
            if !text.isEmpty { shown.append(.text(text)) }
            text = ""
            if let inline { shown.append(inline) }
        }
        for inline in inlines {
            switch inline {
            case .text(let part): text += part.hasFolds ? part.folded : part
            // Where a line ends in the source is no matter of what it says.
            case .softBreak: text += " "
            case .hardBreak, .code, .image: add(inline)
            case .html, .seam: break
            case .emphasis(let children): add(.emphasis(self.inlines(children, isInLink: isInLink)))
            case .strong(let children): add(.strong(self.inlines(children, isInLink: isInLink)))
            case .strikethrough(let children): add(.strikethrough(self.inlines(children, isInLink: isInLink)))
            case .link(let destination, let title, let children):
                let children = self.inlines(children, isInLink: true)
                if children.isVisible { add(.link(destination: destination, title: title, children)) }
            case .footnote(let label):
                hasFootnotes = true
                guard let number = numbers[label] else { break }
                add(.footnote(label: number))
                if !isInLink, let number = Int(number) { references[number, default: 0] += 1 }
            }
        }
        add()
        return shown
    }
}

extension String {
    /// Whether it has white space that HTML shows as a single blank.
    fileprivate var hasFolds: Bool {
        utf8.withContiguousStorageIfAvailable(\.hasFolds) ?? Array(utf8).withUnsafeBufferPointer(\.hasFolds)
    }

    /// With a single blank for all white space in a row.
    fileprivate var folded: String {
        var text = self
        return text.withUTF8 { bytes in
            String(unsafeUninitializedCapacity: bytes.count) { folded in
                var end = 0
                for byte in bytes where !byte.isFolding || end == 0 || folded[end - 1] != UInt8(ascii: " ") {
                    folded[end] = byte.isFolding ? UInt8(ascii: " ") : byte
                    end += 1
                }
                return end
            }
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate var hasFolds: Bool {
        var isBlank = false
        for byte in self {
            if byte > UInt8(ascii: " ") {
                isBlank = false
            } else if byte.isFolding {
                if isBlank || byte != UInt8(ascii: " ") { return true }
                isBlank = true
            } else {
                isBlank = false
            }
        }
        return false
    }
}

extension UInt8 {
    /// White space that HTML folds.
    fileprivate var isFolding: Bool {
        switch Unicode.Scalar(self) {
        case " ", "\t", "\n", "\r", "\u{C}": true
        default: false
        }
    }
}
