import Diagnostics
import Formats
import Model

/// What the titles of tables say of their rows.
package enum TableTitles: String, Sendable, CaseIterable {
    /// A title that is not understood is the category of its rows.
    case category
    /// It is the name of the product that they serve.
    case product

    /// The fields that a table's title says of all its rows.
    func fields(of table: ListTable, among tables: [ListTable], _ cells: inout CellReader) -> [JSONValue.Member] {
        guard let written = table.title, !written.value.trimmed.isEmpty else { return [] }
        let title = written.value.trimmed
        let words = title.foldedWords
        if words == "recipients" { return [.init("role", "recipient")] }
        if let kind = CompanyKind.said(in: title, CompanyKind.inTitles) { return [.init("kind", .string(kind))] }
        let known = cells.knownProduct(title)
        let isProduct = known != nil || words.hasPrefix("product ")
        if self == .product || isProduct {
            if let known { return [.init("products", .array([.string(known)]))] }
            let name =
                words.hasPrefix("product ") ? title.dropFirst("product".count).drop { !$0.isLetter }.trimmed : title
            let key = RowReader.unreadKey("products")
            let products = cells.products(titled: Sourced(name, at: written.span), unread: key)
            if products == .null { return [] }
            return [products.map { .init("products", $0) } ?? .init(key, .string(name))]
        }
        // The one list, or the list as a whole, says nothing by its title.
        let isWhole = ["subprocessor", "sub processor", "vendors", "list of"].contains(where: words.contains)
        let titled = tables.filter { $0.title != nil && !$0.rows.isEmpty }
        return isWhole || titled.count < 2 ? [] : [.init("category", .string(title))]
    }

    /// Whether a title says no more than that a list stands below it: `Our subprocessors`, `List of vendors, May 2026`.
    static func isOfAnyList(_ title: String) -> Bool {
        title.foldedWords.split(separator: " ").allSatisfy { word in
            general.contains(String(word)) || word.allSatisfy(\.isNumber) || MonthNames.month(String(word)) != nil
        }
    }

    private static let general = Set(
        """
        our the a of and current list table overview as sub processor processors subprocessor subprocessors vendor vendors
        provider providers supplier suppliers service services third party parties companies authorized authorised
        all product products rows items data results name names value
        unsere die der liste unterauftragsverarbeiter dienstleister
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
