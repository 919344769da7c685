import Diagnostics
import Formats

/// What the titles of tables say of their rows.
package enum TableTitles: String, Sendable, CaseIterable {
    /// A title that is not understood is the category of its rows.
    case category
    /// It is the name of the product that they serve.
    case product

    /// The fields that a table's title says of all its rows.
    func fields(of table: ListTable, among tables: [ListTable], _ cells: inout CellReader) -> [JSONValue.Member] {
        guard let title = table.title?.value.trimmed, !title.isEmpty else { return [] }
        let words = title.foldedWords
        if words == "recipients" { return [.init("role", "recipient")] }
        if let kind = CompanyKind.said(in: title, CompanyKind.inTitles) { return [.init("kind", .string(kind))] }
        let known = cells.knownProduct(title)
        let isProduct = known != nil || words.hasPrefix("product ")
        if self == .product || isProduct {
            let name =
                words.hasPrefix("product ") ? title.dropFirst("product".count).drop { !$0.isLetter }.trimmed : title
            return [.init("products", .array([.string(known ?? cells.productID(name))]))]
        }
        // The one list, or the list as a whole, says nothing by its title.
        let isWhole = ["subprocessor", "sub processor", "vendors", "list of"].contains(where: words.contains)
        let titled = tables.filter { $0.title != nil && !$0.rows.isEmpty }
        return isWhole || titled.count < 2 ? [] : [.init("category", .string(title))]
    }
}
