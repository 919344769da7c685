import Formats

/// The HTML of a block without what depends on the text around it: it is written once for all texts that have the block,
/// with holes for ids, links and the words of the site.
package final class HTMLFragment: Sendable {
    /// What is between the holes.
    let bytes: [UInt8]
    /// In their order.
    let holes: [PlacedHole]
    /// Those that its holes ask for, in their order.
    let words: [String]
    /// How many ids of headings and paragraphs go into it.
    package let count: BlockCount
    private let hasLinks: Bool
    /// Its words as the texts of one document have them.
    private let keptWords = KeptReference<Kept<(document: any AnyObject & Sendable, words: [String])>>()

    /// A hole and its place in `bytes`: two words, as a site has tens of thousands.
    typealias PlacedHole = (place: UInt32, hole: Hole)

    /// What goes into a hole. None holds a reference, as every page walks over thousands: a hole that asks for words takes
    /// the next ones of its fragment.
    package enum Hole: Sendable {
        /// In the tag of a heading, opening or closing: the digit of its level in the text.
        case level(Int32), levelAtEnd(Int32)
        /// In a tag: the id of the next heading or paragraph. Its further ones are kept for `.places`.
        case headingID, paragraphID
        /// Nothing, of a paragraph without a tag: all its ids are kept for `.places`.
        case bareParagraph
        /// Nothing: the ids of what is not written are passed over.
        case skipped(BlockCount)
        /// Elements for the ids that have none yet.
        case places
        /// A link's tags, of its destination and its title, or of the opening one; nothing where it leads nowhere.
        case link
        case linkEnd
        /// An image, of its destination, its title and its words.
        case image
        /// The box of a task.
        case box(isDone: Bool)
        /// A reference to a footnote, of its label.
        case footnote(isInLink: Bool)
        case backLink(reference: Int32, footnote: Int32)
        /// A line break, unless what was written last is one.
        case lineStart
        /// Of two texts in one: nothing, but what follows has the ids of the other one, or those of this one again. Of a
        /// copy of what stands elsewhere the ids are left out.
        case otherText(isCopy: Bool)
        case thisText(isCopy: Bool)
        /// Elements for the ids that the other text gives to the heading or paragraph in both.
        case otherHeading, otherParagraph
        /// Nothing: the other text's ids of what is not written again are passed over.
        case otherSkipped(BlockCount)
        /// An element for the anchor that the heading of both has in the other text, where it is another one.
        case formerAnchor
    }

    /// - Parameter block: nothing in it is marked.
    package convenience init(_ block: Block) { self.init(count: BlockCount(block)) { $0.write(block) } }

    /// - Parameter isTight: whether the list is: its paragraphs are then written bare.
    package convenience init(_ item: Block.List.Item, isTight: Bool) {
        self.init(count: BlockCount(item.blocks)) { $0.write(item, isTight: isTight) }
    }

    private convenience init(count: BlockCount, _ write: (inout HTMLWriter) -> Void) {
        var writer = HTMLWriter.ofFragment()
        write(&writer)
        self.init(writer, count: count)
    }

    /// Those of some blocks.
    static func all(of blocks: [Block]) -> [HTMLFragment] {
        var writer = HTMLWriter.ofFragment()
        return blocks.map { block in
            writer.write(block)
            return writer.takeFragment(BlockCount(block))
        }
    }

    /// - Parameter writer: of a fragment, which has written it.
    fileprivate init(_ writer: borrowing HTMLWriter, count: BlockCount) {
        bytes = writer.output.bytes.copied
        let holes = writer.holes ?? []
        self.holes = holes.copied
        words = writer.words.copied
        hasLinks = holes.contains { if case .link = $0.hole { true } else { false } }
        self.count = count
    }

    /// Its words as a page has them: in the place of a link's destination and title its opening tag. The texts of a document
    /// have most links in common, so those that come first are kept.
    fileprivate func words(_ options: HTMLOptions) -> [String] {
        guard hasLinks else { return words }
        if let known = keptWords.load()?.value, known.document === options.document { return known.words }
        var (rest, written) = (words[...], [String]())
        for (_, hole) in holes {
            switch hole {
            case .link: written.append(options.opening(ofLink: rest.removeFirst(), rest.removeFirst()))
            case .image: written += [rest.removeFirst(), rest.removeFirst(), rest.removeFirst()]
            case .footnote: written.append(rest.removeFirst())
            default: continue
            }
        }
        if let document = options.document { _ = keptWords.storeIfNil(Kept((document, written))) }
        return written
    }
}

extension HTMLWriter {
    /// Writes a block that is written without holes already.
    package mutating func write(_ fragment: HTMLFragment) {
        if holes != nil {
            let start = UInt32(output.count)
            holes?.append(contentsOf: fragment.holes.lazy.map { (start + $0.place, $0.hole) })
            words += fragment.words
            output.append(0..<fragment.bytes.count, of: fragment.bytes)
            return
        }
        var (start, next) = (0, 0)
        let words = fragment.words(options)
        for (place, hole) in fragment.holes {
            output.append(start..<Int(place), of: fragment.bytes)
            fill(hole, words, &next)
            start = Int(place)
        }
        output.append(start..<fragment.bytes.count, of: fragment.bytes)
    }

    /// Passes over what nobody would see.
    mutating func skip(_ block: Block) { put(.skipped(BlockCount(block))) }

    /// Writes what depends on the text, or leaves a hole for it.
    package mutating func put(_ hole: HTMLFragment.Hole, _ words: String...) {
        if holes == nil {
            var (words, next) = (words, 0)
            if case .link = hole { words = [options.opening(ofLink: words[0], words[1])] }
            fill(hole, words, &next)
        } else {
            holes?.append((UInt32(output.count), hole))
            self.words += words
        }
    }

    /// Leaves holes for all that depends on the text.
    ///
    /// - Parameter attributes: of the labels that stand in what is written around its holes.
    package static func ofFragment(_ attributes: String = "") -> HTMLWriter {
        var options = HTMLOptions { _ in nil }
        options.labels.attributes = attributes
        var writer = HTMLWriter(options, HTMLIDs(), footnotes: [])
        writer.holes = []
        return writer
    }

    /// What was written since the last fragment was taken.
    ///
    /// - Parameter count: how many ids of headings and paragraphs go into it, where anybody asks.
    package mutating func takeFragment(_ count: BlockCount = BlockCount()) -> HTMLFragment {
        let fragment = HTMLFragment(self, count: count)
        output.removeAll()
        holes?.removeAll(keepingCapacity: true)
        words.removeAll(keepingCapacity: true)
        return fragment
    }

    /// - Parameters:
    ///   - words: of the fragment.
    ///   - next: the first of those that the hole takes; behind it, the first of those that the next one takes.
    private mutating func fill(_ hole: HTMLFragment.Hole, _ words: [String], _ next: inout Int) {
        func taken() -> String {
            defer { next += 1 }
            return words[next]
        }
        switch hole {
        case .level(let level): writeLevel(Int(level))
        case .levelAtEnd(let level):
            writeLevel(Int(level))
            hasTitle = true
        case .headingID:
            let (id, others) = ids.nextHeading()
            if let id { write(id: id) }
            (anchor, places, opened) = (id, others[...], .heading)
        case .paragraphID:
            openParagraph()
            if let id = places.popFirst() { write(id: id) }
        case .bareParagraph: openParagraph()
        case .skipped(let count): ids.skip(count)
        case .places:
            if !places.isEmpty {
                places.forEach { write(place: $0) }
                places = []
            }
            if let link = ids.link(to: opened) { write(link) }
            opened = nil
        case .link:
            let opening = taken()
            hasLink = !opening.isEmpty
            output += opening
        case .linkEnd: if hasLink { output += "</a>" }
        case .image: writeImage(taken(), taken(), taken())
        case .box(let isDone): writeBox(isDone: isDone)
        case .footnote(let isInLink): writeReference(to: taken(), isInLink: isInLink)
        case .backLink(let reference, let number): writeBackLink(to: Int(reference), ofFootnote: Int(number))
        case .lineStart: output.startLine()
        case .otherText(let isCopy):
            if isCopy { copied = otherIDs }
            swap(&ids, &otherIDs)
            if isCopy { ids.leaveOut() }
        case .thisText(let isCopy):
            swap(&ids, &otherIDs)
            guard isCopy, var copied else { return }
            // What refers to a footnote from the copy is a place to come back to all the same.
            copied.references = otherIDs.references
            (otherIDs, self.copied) = (copied, nil)
        case .otherHeading:
            let (id, others) = otherIDs.nextHeading()
            formerAnchor = id
            others.forEach { write(place: $0) }
        case .otherParagraph: for id in otherIDs.nextParagraph() { write(place: id) }
        case .otherSkipped(let count): otherIDs.skip(count)
        case .formerAnchor:
            if let former = formerAnchor, former != anchor, !former.contains(":") { write(place: former) }
            formerAnchor = nil
        }
    }

    private mutating func openParagraph() {
        let ids = ids.nextParagraph()
        if !ids.isEmpty || !places.isEmpty { places = ids[...] }
        opened = .paragraph
    }
}
