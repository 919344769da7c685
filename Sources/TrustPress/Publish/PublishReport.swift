/// What publishing did.
package struct PublishReport: Sendable, Equatable {
    package var written: [String] = []
    package var deleted: [String] = []
    /// How many files were as they should be, and keep their modification time.
    package var unchanged = 0
}
