import Diagnostics
import Formats
import Model

/// A list as it stood on a day: the tables of one file.
struct DatedTables {
    var day: CalendarDate
    var tables: [ListTable]
}

/// A table of a list, as it is written.
struct ListTable {
    /// What stands above it, where there is more than one, or where it says something.
    var title: Sourced<String>?
    /// The headings of the parts of the text in which it stands, the outermost first.
    var parts: [Sourced<String>] = []
    var header: [Sourced<String>]
    /// Each cell by its column; a row may be shorter.
    var rows: [[Sourced<JSONValue>]]
}

extension Sourced<JSONValue> {
    /// Whether nothing is written.
    var isBlank: Bool {
        switch value {
        case .null: true
        case .string(let text): text.allSatisfy(\.isWhitespace)
        case .array(let items): items.isEmpty
        case .object(let members): members.isEmpty
        case .bool, .integer: false
        }
    }
}

extension StringProtocol {
    /// Its letters and digits in lower case: what two ways of writing a name have in common. Signs, where it has no other.
    var folded: String {
        let letters = lowercased().filter { $0.isLetter || $0.isNumber }
        return letters.isEmpty ? trimmed : letters
    }

    /// Its words in lower case, with one blank between them.
    var foldedWords: String {
        lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }
}
