import Formats

/// What a site's overview says of each document beside what follows from the record: a line, and the group that it is in.
struct ShownArrangement {
    /// In the order in which they are shown.
    private(set) var groups: [String] = []
    private var members: [String: [JSONValue.Member]] = [:]

    /// - Parameter overview: the page.
    init(overview: String) {
        var (document, group, about) = ("", "", String?.none)
        var seen: Set<String> = []
        for token in HTMLToken.all(in: overview) {
            switch token {
            case .start("section", let attributes):
                group = attributes["data-group"] ?? ""
                if !group.isEmpty, seen.insert(group).inserted { groups.append(group) }
            case .start("li", let attributes):
                document = attributes["data-item"] ?? ""
                if !document.isEmpty, !group.isEmpty { add("group", group, to: document) }
            case .start("p", let attributes):
                if attributes["class"] == "about", !document.isEmpty { about = "" }
            case .text(let text): about?.append(text)
            case .end("p"):
                if let about, !about.isEmpty { add("about", about, to: document) }
                about = nil
            case .start, .end: continue
            }
        }
    }

    private mutating func add(_ key: String, _ words: String, to document: String) {
        members[document, default: []].append(.init(key, .string(words)))
    }

    /// Items of `documents:` in site.yaml.
    func documents(_ ids: [String]) -> [JSONValue] {
        ids.map { id in members[id].map { .object([.init("id", .string(id))] + $0) } ?? .string(id) }
    }
}
