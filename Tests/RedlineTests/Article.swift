/// HTML of ours as a tree, read so strictly that whatever a browser would have to mend is an error.
///
///     try Article("<p>Thirty <ins>calendar </ins>days</p>")
struct Article: Equatable {
    var nodes: [Node]

    enum Node: Equatable {
        case text(String)
        indirect case element(Element)
    }

    struct Element: Equatable {
        var name: String
        /// In the order in which they are written.
        var attributes: [(name: String, value: String)]
        var children: [Node]

        static func == (one: Self, other: Self) -> Bool {
            one.name == other.name && one.attributes.elementsEqual(other.attributes, by: ==)
                && one.children == other.children
        }

        subscript(attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }

        func has(class name: String) -> Bool { (self["class"] ?? "").split(separator: " ").contains(Substring(name)) }
    }

    /// What is wrong, and the text at which it is.
    struct Malformed: Error, CustomStringConvertible {
        var what: String
        var rest: String

        var description: String { "\(what) at \(rest.debugDescription)" }
    }

    init(nodes: [Node]) { self.nodes = nodes }

    init(_ html: String) throws(Malformed) {
        var reader = ArticleReader(rest: html.unicodeScalars[...])
        nodes = try reader.nodes(inside: nil)
    }
}

/// Reads what our writers may write: tags in lower case, every element closed, attributes in double quotes or, of the few
/// that are on or off, without a value, and the four character references that escaping makes.
private struct ArticleReader {
    var rest: Substring.UnicodeScalarView

    static let void: Set<String> = ["br", "hr", "img", "input"]

    /// The nodes up to the end tag of the element that they are in, or to the end.
    mutating func nodes(inside parent: String?) throws(Article.Malformed) -> [Article.Node] {
        var nodes: [Article.Node] = []
        while let next = rest.first {
            guard next == "<" else {
                nodes.append(.text(try text(until: "<")))
                continue
            }
            rest.removeFirst()
            if skip("/") {
                let name = try self.name()
                guard name == parent else { throw malformed("</\(name)> closes no element") }
                guard skip(">") else { throw malformed("an end tag without end") }
                return nodes
            }
            nodes.append(.element(try element()))
        }
        guard parent == nil else { throw malformed("<\(parent ?? "")> is not closed") }
        return nodes
    }

    private mutating func element() throws(Article.Malformed) -> Article.Element {
        let name = try self.name()
        var element = Article.Element(name: name, attributes: [], children: [])
        while skip(" ") {
            let attribute = try self.name()
            guard element[attribute] == nil else { throw malformed("a second \(attribute)") }
            guard skip("=") else {
                guard ["checked", "data-restated", "disabled"].contains(attribute) else {
                    throw malformed("\(attribute) has no value")
                }
                element.attributes.append((attribute, ""))
                continue
            }
            guard skip("\"") else { throw malformed("\(attribute) is not quoted") }
            element.attributes.append((attribute, try text(until: "\"")))
            guard skip("\"") else { throw malformed("\(attribute) has no end") }
        }
        guard skip(">") else { throw malformed("<\(name)> has no end") }
        if !Self.void.contains(name) { element.children = try nodes(inside: name) }
        return element
    }

    private mutating func name() throws(Article.Malformed) -> String {
        let name = rest.prefix { ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" }
        guard !name.isEmpty else { throw malformed("a name is missing") }
        rest = rest.dropFirst(name.count)
        return String(name)
    }

    private mutating func text(until end: Unicode.Scalar) throws(Article.Malformed) -> String {
        var text = String.UnicodeScalarView()
        while let next = rest.first, next != end {
            guard next != "<", next != ">", next != "\"" else { throw malformed("not escaped") }
            rest.removeFirst()
            guard next == "&" else {
                text.append(next)
                continue
            }
            if skip("amp;") {
                text.append("&")
            } else if skip("lt;") {
                text.append("<")
            } else if skip("gt;") {
                text.append(">")
            } else if skip("quot;") {
                text.append("\"")
            } else {
                throw malformed("no character reference of ours")
            }
        }
        return String(text)
    }

    private mutating func skip(_ text: String) -> Bool {
        guard rest.starts(with: text.unicodeScalars) else { return false }
        rest = rest.dropFirst(text.unicodeScalars.count)
        return true
    }

    private func malformed(_ what: String) -> Article.Malformed {
        Article.Malformed(what: what, rest: String(rest.prefix(60)))
    }
}
