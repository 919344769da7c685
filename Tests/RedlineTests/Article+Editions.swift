/// One of the two editions that a redline holds.
enum Side: String {
    case old
    case new
}

extension Article {
    /// What is left of a redline when all its changes are rejected (the old edition) or accepted (the new one), as
    /// docs/redline.md says it.
    func edition(_ side: Side) -> Article { Article(nodes: nodes.edition(side)) }
}

extension [Article.Node] {
    fileprivate func edition(_ side: Side) -> [Article.Node] {
        flatMap { node -> [Article.Node] in
            guard case .element(var element) = node else { return [node] }
            if element.has(class: "visually-hidden") { return [] }
            switch (element.name, element["data-change"], side) {
            case ("ins", _, .old), ("del", _, .new), (_, "inserted", .old), (_, "deleted", .new): return []
            case ("ins", _, .new), ("del", _, .old): return element.children.edition(side)
            default:
                element.children = element.children.edition(side)
                return [.element(element)]
            }
        }
    }
}
