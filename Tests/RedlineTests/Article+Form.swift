extension Article {
    /// What is wrong with the form of a redline, whatever it says.
    var faults: [String] {
        var form = Form()
        form.check(nodes, inside: nil)
        for (id, count) in form.ids.sorted(by: { $0.key < $1.key }) where count > 1 {
            form.faults.append("\(count) elements with the id \(id)")
        }
        return form.faults
    }

    /// The value of every `id`.
    var ids: Set<String> {
        var form = Form()
        form.check(nodes, inside: nil)
        return Set(form.ids.keys)
    }
}

private struct Form {
    var faults: [String] = []
    var ids: [String: Int] = [:]
    /// The names of the elements around, and what must be marked up in them.
    private var open: [String] = []
    private var wanted: String?
    /// Whether words here are told to be of one text already.
    private var isInChange = false

    /// Elements that hold elements of certain names and nothing else.
    private static let contents: [String: Set<String>] = [
        "ol": ["li"], "table": ["tbody", "thead"], "tbody": ["tr"], "thead": ["tr"], "tr": ["td", "th"], "ul": ["li"],
    ]
    private static let inlines: Set<String> = [
        "a", "br", "code", "del", "em", "img", "input", "ins", "s", "span", "strong", "sup",
    ]
    private static let holdsInlines: Set<String> = [
        "a", "code", "em", "h1", "h2", "h3", "h4", "h5", "h6", "p", "pre", "s", "span", "strong", "sup",
    ]

    mutating func check(_ nodes: [Article.Node], inside parent: Article.Element?) {
        for node in nodes {
            switch node {
            case .text(let text): check(text, inside: parent)
            case .element(let element): check(element, inside: parent)
            }
        }
    }

    private mutating func check(_ text: String, inside parent: Article.Element?) {
        guard text.foldingWhiteSpace() != " ", !text.isEmpty else { return }
        if let parent, Self.contents[parent.name] != nil {
            faults.append("words between the parts of <\(parent.name)>")
        }
        if let wanted, !open.contains(wanted) {
            faults.append("\(text.debugDescription) is in no <\(wanted)> though its element is")
        }
    }

    private mutating func check(_ element: Article.Element, inside parent: Article.Element?) {
        let name = element.name
        if let parent {
            if let contents = Self.contents[parent.name], !contents.contains(name) {
                faults.append("<\(name)> in <\(parent.name)>")
            }
            if Self.holdsInlines.contains(parent.name), !Self.inlines.contains(name) {
                faults.append("<\(name)> in <\(parent.name)>")
            }
        }
        if name == "a", open.contains("a") { faults.append("a link in a link") }
        if ["ins", "del"].contains(name) {
            if isInChange { faults.append("<\(name)> in a change") }
            if element.children.isEmpty { faults.append("<\(name)> that says nothing") }
        }
        if let id = element["id"] { ids[id, default: 0] += 1 }
        if element.has(class: "visually-hidden") { return }
        let (outside, wasInChange) = (wanted, isInChange)
        if ["ins", "del"].contains(name) { isInChange = element["data-restated"] == nil }
        switch element["data-change"] {
        case nil: break
        // The words of a restated element are in both texts, but for those that are marked in it.
        case _ where element["data-restated"] != nil: wanted = nil
        case "inserted": wanted = "ins"
        case "deleted": wanted = "del"
        case let other?: faults.append("data-change is \(other)")
        }
        open.append(name)
        // What may be inside a change is what may be around it.
        check(element.children, inside: ["ins", "del"].contains(name) ? parent : element)
        open.removeLast()
        (wanted, isInChange) = (outside, wasInChange)
    }
}
