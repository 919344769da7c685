/// Something that is wrong with a published record.
package struct RecordProblem: Sendable, Hashable, CustomStringConvertible {
    /// From the folder that is verified.
    package var file: String
    /// From 1; nil where the file as a whole is meant.
    package var line: Int?
    package var words: String
    /// What the line should be.
    package var expected: String?

    package init(file: String, line: Int? = nil, _ words: String, expected: String? = nil) {
        self.file = file
        self.line = line
        self.words = words
        self.expected = expected
    }

    static func line(_ line: Int, _ words: String, expected: String? = nil) -> RecordProblem {
        RecordProblem(file: RecordPath.entries, line: line, "this line \(words)", expected: expected)
    }

    package var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        return "\(place): \(words)" + (expected.map { "\n    it should be \($0)" } ?? "")
    }
}
