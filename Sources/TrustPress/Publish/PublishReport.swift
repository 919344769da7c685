/// What publishing did.
package struct PublishReport: Sendable, Equatable {
    package var written: [String]
    package var deleted: [String]
    /// How many files were as they should be, and keep their modification time.
    package var unchanged: Int

    package init(written: [String] = [], deleted: [String] = [], unchanged: Int = 0) {
        self.written = written
        self.deleted = deleted
        self.unchanged = unchanged
    }
}
