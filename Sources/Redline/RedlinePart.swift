import Formats
import Markdown

/// What became of a block of a text, or of some beside one another.
package enum RedlinePart: Sendable {
    /// In both texts.
    case kept(Piece)
    case marked(MarkedPart)

    package var block: MarkedBlock {
        switch self {
        case .kept(let piece): .kept(piece)
        case .marked(let part): part.block
        }
    }

    /// Nil for what is in both texts.
    var marked: MarkedPart? {
        if case .marked(let part) = self { part } else { nil }
    }
}

/// What became of blocks that are not the same in both texts. It is shared by all redlines in which these blocks stand
/// against those, and keeps what was found out about it.
package final class MarkedPart: Sendable {
    let block: MarkedBlock
    let summary: Summary
    private let keptLength = KeptReference<Kept<Int>>()
    /// With the attributes of the labels in it.
    private let keptHTML = KeptReference<Kept<(attributes: String, fragment: HTMLFragment)>>()

    /// What is told of it beside the text.
    struct Summary: Sendable {
        var differences: Differences = []
        var typographyCount = 0
        var signs = RedlineSigns()

        init() {}

        init(_ block: MarkedBlock) {
            differences = block.differences
            typographyCount = block.typographyCount
            signs.add(block)
        }

        static func += (one: inout Self, other: Self) {
            one.differences.formUnion(other.differences)
            one.typographyCount += other.typographyCount
            one.signs.formUnion(other.signs)
        }
    }

    init(_ block: MarkedBlock) {
        self.block = block
        summary = Summary(block)
    }

    var markedLength: Int { (keptLength.load() ?? keptLength.storeIfNil(Kept(block.markedLength))).value }

    /// With the words of `RedlineLabels`, among blocks that are in no list.
    ///
    /// - Parameters:
    ///   - attributes: of the elements that hold these words.
    ///   - write: writes it, where it is not written yet.
    func html(_ attributes: String, or write: (MarkedBlock) -> HTMLFragment) -> HTMLFragment {
        let written = (keptHTML.load() ?? keptHTML.storeIfNil(Kept((attributes, write(block))))).value
        return written.attributes == attributes ? written.fragment : write(block)
    }
}
