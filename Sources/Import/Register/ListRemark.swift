import Formats
import Model

/// Whether what stands in the column of names is a remark below a list, and no company: `Last updated: 1 May 2026`,
/// `Total: 2`, `* only if the customer enables it`.
///
/// - Parameter others: the other cells of the row that are not empty.
func isRemark(_ name: String, beside others: [String]) -> Bool {
    let words = name.foldedWords
    let isCounted = others.allSatisfy {
        $0.contains(where: \.isNumber) && $0.split(whereSeparator: \.isWhitespace).count < 4
    }
    if isCounted, footers.contains(where: { "\(words) ".hasPrefix("\($0) ") }) { return true }
    guard others.isEmpty else { return false }
    let count = words.split(separator: " ").count
    let isMarked = name.firstMatch(of: /^(?:[*†‡¹²³⁰⁴-⁹©]|[\(\[][0-9]+[\)\]])\s*\S/) != nil
    return isMarked || name.contains(": ") || name.hasSuffix(":") || count >= 8 || name.hasSuffix(".") && count >= 4
}

/// What the first words of such remarks are.
private let footers = [
    "last updated", "last update", "last modified", "last changed", "last reviewed", "updated", "as of", "total",
    "totals", "subtotal", "sum", "zuletzt", "stand", "summe", "gesamt",
]
