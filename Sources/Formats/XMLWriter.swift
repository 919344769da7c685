/// Writes an XML 1.0 document, indented, every text escaped and free of characters that XML does not have.
package struct XMLWriter {
    package private(set) var output: String
    private var depth: Int

    /// A document.
    package init() {
        output = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        depth = 0
    }

    /// A part of a document, which stands inside so many elements.
    package init(depth: Int) {
        output = ""
        self.depth = depth
    }

    /// Adds a part that was written before.
    package mutating func append(_ part: String) { output += part }

    /// An element with others inside.
    package mutating func element(
        _ name: String, _ attributes: [(String, String)] = [], _ content: (inout XMLWriter) -> Void
    ) {
        open(name, attributes)
        output += ">\n"
        depth += 1
        content(&self)
        depth -= 1
        indent()
        end(name)
    }

    /// An element with a text inside.
    package mutating func element(_ name: String, _ attributes: [(String, String)] = [], text: String) {
        open(name, attributes)
        output += ">"
        output += Escaping.xml(text)
        end(name)
    }

    /// An element with nothing inside.
    package mutating func empty(_ name: String, _ attributes: [(String, String)] = []) {
        open(name, attributes)
        output += "/>\n"
    }

    private mutating func open(_ name: String, _ attributes: [(String, String)]) {
        indent()
        output += "<"
        output += name
        for (key, value) in attributes { output += " \(key)=\"\(Escaping.xml(value, inAttribute: true))\"" }
    }

    private mutating func indent() { for _ in 0..<depth { output += "  " } }

    private mutating func end(_ name: String) {
        output += "</"
        output += name
        output += ">\n"
    }
}
