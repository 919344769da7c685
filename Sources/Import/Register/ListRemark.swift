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
    let isCompany = hasLegalForm(name)
    if isCounted, !isCompany, footers.contains(where: { "\(words) ".hasPrefix("\($0) ") }) { return true }
    guard others.isEmpty else { return false }
    let count = words.split(separator: " ").count
    let isMarked = name.firstMatch(of: /^(?:[*†‡¹²³⁰⁴-⁹©]|[\(\[][0-9]+[\)\]])\s*\S/) != nil
    return isMarked || name.contains(": ") || name.hasSuffix(":") || count >= 8 && !isCompany
}

/// Whether the last word is the legal form of a company, as in `Amazon Web Services, Inc.`
private func hasLegalForm(_ name: String) -> Bool {
    let words = name.lowercased().split { $0.isWhitespace || ",()".contains($0) }.map { $0.filter(\.isLetter) }
    return (1...3).contains { legalForms.contains(words.suffix($0).joined()) }
}

private let legalForms = Set(
    """
    inc incorporated ltd limited co company corp corporation llc llp lp plc pty ptyltd pte pteltd pvtltd gmbh ag se kg kgaa ohg ug
    ev eg mbh bv nv vof sa sas sarl sàrl srl spa snc sl slu sl ab as asa aps oy oyj oü uab sia doo dd zrt kft sro spzoo
    ltda lda eirl kk gk
    """.split(whereSeparator: \.isWhitespace).map(String.init))

/// What the first words of such remarks are.
private let footers = [
    "last updated", "last update", "last modified", "last changed", "last reviewed", "updated", "as of", "total",
    "totals", "subtotal", "sum", "zuletzt", "stand", "summe", "gesamt",
]
