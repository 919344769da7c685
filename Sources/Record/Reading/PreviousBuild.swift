import Model

/// What counts as published: the record of an earlier build, or the one that earlier sources make, what it spoke for,
/// and where they are kept the texts that it published.
package struct PreviousBuild: Sendable {
    /// Where it is from.
    package enum Origin: Sendable, Hashable {
        /// A build: nothing was said before its newest line that is not in it.
        case build
        /// Sources of an earlier state, as a sentence names them: `the sources at main`. What they announce is published;
        /// when it was, they do not say.
        case sources(String)
    }

    package var origin: Origin
    package var record: ParsedRecord
    package var asOf: AsOf
    /// The bytes that it published, by the path from its output folder; nil where they are not kept.
    package var published: @Sendable (String) -> [UInt8]?
    /// Of sources, the first error in each file that has one, by its path: no build publishes such a file.
    package var faults: [String: String]

    package init(
        record: ParsedRecord, asOf: AsOf, origin: Origin = .build, faults: [String: String] = [:],
        published: @escaping @Sendable (String) -> [UInt8]?
    ) {
        self.origin = origin
        self.record = record
        self.asOf = asOf
        self.published = published
        self.faults = faults
    }

    /// How a sentence names it: `the previous build`.
    package var words: String {
        switch origin {
        case .build: "the previous build"
        case .sources(let words): words
        }
    }
}
