/// The ids of one text's headings and footnotes, given out in the order in which they are written.
package struct HTMLIDs: Sendable {
    /// Of the headings, in order; nil where one is to have none. Further headings have none.
    package var anchors: [String?]
    /// How many headings have been written.
    package var headings = 0
    /// The number of each footnote, by its label.
    private let numbers: [String: Int]
    /// How often each footnote has been referred to so far, by its number.
    package var references: [Int: Int] = [:]
    /// How many references to a footnote have an id, by its number; nil where all have.
    package var limits: [Int: Int]?

    package init(anchors: [String?], footnotes: [Footnote]) {
        self.anchors = anchors
        numbers = Dictionary(
            footnotes.enumerated().map { ($1.label, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    }

    /// The anchor of the next heading.
    package mutating func nextAnchor() -> String? {
        defer { headings += 1 }
        return anchors.indices.contains(headings) ? anchors[headings] : nil
    }

    package func number(ofFootnote label: String) -> Int? { numbers[label] }

    /// The id of the next reference to a footnote.
    mutating func nextReference(to number: Int) -> String? {
        let count = references[number, default: 0] + 1
        references[number] = count
        if let limits, count > limits[number, default: 0] { return nil }
        return Self.reference(number, count)
    }

    /// No heading's anchor holds a colon.
    static func reference(_ number: Int, _ count: Int) -> String {
        count == 1 ? "fnref:\(number)" : "fnref:\(number):\(count)"
    }
}
