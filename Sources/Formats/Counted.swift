/// `1 page`, `2 pages`: a number with what it counts.
///
/// - Parameter word: in the singular; its plural has an s behind it.
package func counted(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }
