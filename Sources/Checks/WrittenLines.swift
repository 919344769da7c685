import Formats
import Model
import Record

/// The lines that a record has once all that is written is public: made once something is asked of them, without the digests
/// of linked files.
package final class WrittenLines: Sendable {
    private let made: Once<[RecordEntry]>

    /// - Parameter history: of the whole library.
    package init(_ history: History) {
        made = Once {
            Record(of: PublicHistory(of: history.library, asOf: AsOf(.last), after: history)) { _ in nil }.entries
        }
    }

    var entries: [RecordEntry] { made.value }
}
