/// What a page shows of a fact that is in no record: the element that has its `data-` name, as it stands there.
///
/// It is read as strictly as the frame around it, and has nothing in it that acts: no script, no style, no event handler,
/// nothing from elsewhere and nothing hidden.
///
/// - Returns: nil where the page has no such element, or one that could be read otherwise.
package func shownFact(_ name: Fact.Name, in page: [UInt8]) -> Fact? {
    guard let attribute = attributes[name] else { return nil }
    var reader = MarkupReader(page)
    var (start, open) = (0, [String]())
    while true {
        let place = reader.position
        guard let token = reader.next() else { return nil }
        switch token {
        case .start(let tag):
            if open.isEmpty {
                guard tag.attributes.contains(where: { $0.name == attribute }) else { continue }
                start = place
            }
            guard isInert(tag) else { return nil }
            if !FrameElement.void.contains(tag.name), tag.name != "input" { open.append(tag.name) }
        case .end(let tag):
            guard !open.isEmpty else { continue }
            guard open.popLast() == tag else { return nil }
            if open.isEmpty { return Fact(name, bytes: Array(page[start..<reader.position])) }
        case .comment, .doctype, .broken:
            if !open.isEmpty { return nil }
            if case .broken = token { return nil }
        case .text, .fact: continue
        }
    }
}

private let attributes: [Fact.Name: String] = [
    .heading: "data-heading", .intro: "data-page", .details: "data-details", .certifications: "data-certifications",
    .contacts: "data-contacts",
]

/// Whether an element does nothing and hides nothing. Texts have `input`, `s`, `del` and `ins` beside what a theme may write.
private func isInert(_ tag: MarkupReader.Tag) -> Bool {
    let isKnown =
        FrameElement.kinds[tag.name] != nil && !["html", "head", "body", "script", "meta", "link"].contains(tag.name)
        || ["input", "s", "del", "ins"].contains(tag.name)
    return isKnown && tag.attributes.allSatisfy(FrameAttributes.isInert)
}

extension Fact {
    /// A head with the title that a page has, where it is the only thing in which they differ.
    package func withTitle(of page: [UInt8]) -> Fact {
        func title(_ text: Substring) -> Substring? {
            guard let start = text.firstRange(of: "<title>"), let end = text.firstRange(of: "</title>"),
                start.upperBound <= end.lowerBound, !text[start.upperBound..<end.lowerBound].contains("<")
            else { return nil }
            return text[start.lowerBound..<end.upperBound]
        }
        let html = html
        guard let own = title(html[...]), let other = title(String(decoding: page.prefix(4096), as: UTF8.self)[...])
        else { return self }
        return Fact(name, html.replacing(own, with: other, maxReplacements: 1))
    }
}
