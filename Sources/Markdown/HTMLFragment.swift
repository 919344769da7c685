/// The HTML of a block without what depends on the text around it: it is written once for all texts that have the block,
/// with holes for ids, links and the words of the site.
package final class HTMLFragment: Sendable {
    /// What is between the holes.
    let bytes: [UInt8]
    /// In their order, each with its place in `bytes`.
    let holes: [(place: Int, hole: Hole)]
    /// How many ids of headings and paragraphs go into it.
    package let count: BlockCount

    /// What goes into a hole.
    package enum Hole: Sendable {
        /// In a tag: the id of the next heading or paragraph. Its further ones are kept for `.places`.
        case headingID, paragraphID
        /// Nothing, of a paragraph without a tag: all its ids are kept for `.places`.
        case bareParagraph
        /// Nothing: the ids of what is not written are passed over.
        case skipped(BlockCount)
        /// Elements for the ids that have none yet.
        case places
        /// A link's tags; nothing where it leads nowhere.
        case link(destination: String, title: String)
        case linkEnd
        case image(destination: String, title: String, words: String)
        /// The box of a task.
        case box(isDone: Bool)
        case footnote(label: String, isInLink: Bool)
        case backLink(reference: Int, footnote: Int)
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

    /// - Parameter block: is not lowered in its level, and nothing in it is marked.
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

    /// - Parameter writer: of a fragment, which has written it.
    package init(_ writer: HTMLWriter, count: BlockCount = BlockCount()) {
        bytes = writer.output.bytes
        holes = writer.holes ?? []
        self.count = count
    }
}

extension HTMLWriter {
    /// Writes a block that is written without holes already.
    package mutating func write(_ fragment: HTMLFragment) {
        var start = 0
        for (place, hole) in fragment.holes {
            output.append(start..<place, of: fragment.bytes)
            put(hole)
            start = place
        }
        output.append(start..<fragment.bytes.count, of: fragment.bytes)
    }

    /// Passes over what nobody would see.
    mutating func skip(_ block: Block) { put(.skipped(BlockCount(block))) }

    /// Writes what depends on the text, or leaves a hole for it.
    package mutating func put(_ hole: HTMLFragment.Hole) {
        if holes == nil { fill(hole) } else { holes?.append((output.bytes.count, hole)) }
    }

    /// Leaves holes for all that depends on the text.
    ///
    /// - Parameter labels: whose attributes stand in what is written around its holes.
    package static func ofFragment(_ labels: HTMLOptions.Labels = HTMLOptions.Labels()) -> HTMLWriter {
        var options = HTMLOptions { _ in nil }
        options.labels = labels
        var writer = HTMLWriter(options, MarkdownText())
        writer.holes = []
        return writer
    }

    private mutating func fill(_ hole: HTMLFragment.Hole) {
        switch hole {
        case .headingID:
            let (anchor, others) = ids.nextHeading()
            if let anchor { write(id: anchor) }
            (self.anchor, places) = (anchor, others[...])
            clauseLink = ids.linkOfLastHeading
        case .paragraphID:
            places = ids.nextParagraph()[...]
            clauseLink = ids.linkOfLastParagraph
            if let id = places.popFirst() { write(id: id) }
        case .bareParagraph:
            places = ids.nextParagraph()[...]
            clauseLink = ids.linkOfLastParagraph
        case .skipped(let count): ids.skip(count)
        case .places:
            places.forEach { write(place: $0) }
            places = []
            if let link = clauseLink { write(link) }
            clauseLink = nil
        case .link(let destination, let title):
            let address = options.link(destination)
            hasLink = address != nil
            if let address { writeOpening(ofLink: address, title) }
        case .linkEnd: if hasLink { output += "</a>" }
        case .image(let destination, let title, let words): writeImage(destination, title, words)
        case .box(let isDone): writeBox(isDone: isDone)
        case .footnote(let label, let isInLink): writeReference(to: label, isInLink: isInLink)
        case .backLink(let reference, let number): writeBackLink(to: reference, ofFootnote: number)
        case .lineStart: if output.bytes.last != UInt8(ascii: "\n") { output += "\n" }
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
            let (anchor, others) = otherIDs.nextHeading()
            formerAnchor = anchor
            others.forEach { write(place: $0) }
        case .otherParagraph: otherIDs.nextParagraph().forEach { write(place: $0) }
        case .otherSkipped(let count): otherIDs.skip(count)
        case .formerAnchor:
            if let former = formerAnchor, former != anchor, !former.contains(":") { write(place: former) }
            formerAnchor = nil
        }
    }
}
