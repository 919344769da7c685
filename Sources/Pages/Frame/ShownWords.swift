import Formats

/// The words of some HTML without white space, with where its links lead, what its pictures show and which boxes are ticked,
/// and without its other markup: what another version says as well.
///
/// A sign that is struck out, inserted, or not seen by every reader has that before it, so that words are the same where they
/// are shown the same. What comes behind markup that browsers could read in several ways is left out.
package func shownWords(of html: [UInt8]) -> [UInt8] {
    var reader = MarkupReader(html)
    var words: [UInt8] = []
    var open: [(name: String, manner: Manner, classes: Set<Substring>)] = []
    func add(_ bytes: ArraySlice<UInt8>, _ manner: Manner) {
        for byte in bytes where !MarkupReader.isBlank(byte) {
            if !manner.isEmpty { words.append(manner.sign) }
            words.append(byte)
        }
    }
    while let token = reader.next() {
        switch token {
        case .text(let text): add(text, open.last?.manner ?? [])
        case .comment, .doctype: continue
        case .fact, .broken: return words
        case .end(let name): guard open.popLast()?.name == name else { return words }
        case .start(let tag):
            let outer = open.last?.classes ?? []
            let classes = tag.attributes.first { $0.name == "class" }.map { FrameAttributes.classes($0.value) } ?? []
            let manner = (open.last?.manner ?? []).union(Manner(of: tag, classes, in: outer))
            // What is there for readers alone is no part of what is said.
            let isAid = tag.attributes.contains { $0.name == "data-aid" && $0.value.elementsEqual("drop".utf8) }
            for name in isAid ? [] : ["href", "src", "alt"] {
                if let value = tag.attributes.first(where: { $0.name == name })?.value { add(value, manner) }
            }
            if tag.attributes.contains(where: { $0.name == "checked" }) { add([UInt8(ascii: "x")], manner) }
            if FrameElement.void.contains(tag.name) || tag.name == "input" { continue }
            open.append((tag.name, manner, classes.isEmpty ? outer : outer.union(classes)))
        }
    }
    return words
}

/// How words are shown.
private struct Manner: OptionSet {
    let rawValue: UInt8

    static let deleted = Manner(rawValue: 1)
    static let inserted = Manner(rawValue: 2)
    static let struckOut = Manner(rawValue: 4)
    static let hidden = Manner(rawValue: 8)

    /// A control character, which no words have.
    var sign: UInt8 { 0x10 | rawValue }

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Whether the built-in style sheet takes away what facts themselves have: a title that the page has already, and of what
    /// is only set otherwise the older form.
    private static func isCutAway(_ tag: MarkupReader.Tag, _ classes: [Substring]) -> Bool {
        let isDeleted =
            tag.name == "del"
            || tag.attributes.contains { $0.name == "data-change" && $0.value.elementsEqual("deleted".utf8) }
        return classes.contains("own-title") || isDeleted && tag.attributes.contains { $0.name == "data-restated" }
    }

    /// What an element does to the words in it.
    ///
    /// - Parameter outer: the classes of what it stands in.
    init(of tag: MarkupReader.Tag, _ classes: [Substring], in outer: Set<Substring>) {
        let ofFacts = ["article", "del", "input", "ins", "label", "s"]
        let isSeen =
            (FrameElement.kinds[tag.name] != nil && tag.name != "script" || ofFacts.contains(tag.name))
            && !tag.attributes.contains(where: FrameAttributes.hides)
            && FrameAttributes.hiding(classes, in: outer) == nil && !Self.isCutAway(tag, classes)
        self = isSeen ? [] : .hidden
        switch tag.name {
        case "del": insert(.deleted)
        case "ins": insert(.inserted)
        case "s": insert(.struckOut)
        default: break
        }
    }
}
