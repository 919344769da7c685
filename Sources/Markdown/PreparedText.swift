/// A text as it is handed to cmark.
struct PreparedText {
    let text: [UInt8]

    init(_ source: [UInt8]) {
        text = source
    }

    /// Undoes in a piece of the tree what preparing did to the text.
    func restored(_ string: String) -> String { string }

    /// A link's destination, and the index of the definition that gave it.
    func destination(_ string: String) -> (String, definition: Int?) { (string, nil) }

    /// The label of a definition, as `normalizedLabel` gives it.
    func label(ofDefinition index: Int) -> [UInt8] { [] }
}
