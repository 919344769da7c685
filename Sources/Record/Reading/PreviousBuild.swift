import Formats
import Model

/// What an earlier build left: its record, what it spoke for, and where they are kept the texts that it published.
package struct PreviousBuild: Sendable {
    package var record: ParsedRecord
    package var asOf: AsOf
    /// The bytes that it published, by the path from its output folder; nil where they are not kept.
    package var published: @Sendable (String) -> [UInt8]?

    package init(record: ParsedRecord, asOf: AsOf, published: @escaping @Sendable (String) -> [UInt8]?) {
        self.record = record
        self.asOf = asOf
        self.published = published
    }
}
