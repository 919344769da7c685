import Diagnostics
import Formats
import Model
import Source

/// Dated lists of providers as the files of a register, whose list on each of their days says what they say.
package struct RegisterImport: Sendable {
    /// The providers' files, by their paths from the site's folder, sorted.
    package var files: [OutputFile]
    /// What is wrong, and what was not taken over, or not as it was.
    package var diagnostics: [Diagnostic]
    /// Companies that may be one under two names.
    package var possibleRenames: [PossibleRename]
    /// The days of the lists, in order.
    package var days: [CalendarDate]
    /// The fields that every row of every day has.
    package var required: [ProviderField]
    /// The keys under which columns are kept that are no fields.
    package var privateKeys: [String]
    /// The products that rows name and the site does not, by their ids.
    package var products: [String: String]
    package var changeCount: Int
    /// What was said of columns and companies that are in no list, each in a sentence without its full stop.
    package var misnamed: [String]

    /// What lists are read with.
    package struct Options: Sendable {
        package var document = "subprocessors"
        /// Pairs of names of one company.
        package var same: [(old: String, new: String)] = []
        /// Pairs of a column's header and the field that it is.
        package var columns: [(header: String, field: String)] = []
        package var titles = TableTitles.category
        /// The products of the site, by their ids.
        package var products: [String: String] = [:]
        /// The private keys of the site; nil where there is none yet, which then gets all.
        package var privateKeys: Set<String>?

        package init() {}
    }

    /// - Parameter files: the lists by their paths as they were given, each with its day in its name, or, from a history,
    ///   said beside it.
    package init(_ files: [(path: String, day: CalendarDate?, bytes: [UInt8])], _ options: Options) {
        let names = ColumnNames(options.columns)
        let (lists, problems) = Self.read(files, names)
        var reader = RowReader(names: names, titles: options.titles, cells: CellReader(products: options.products))
        let dated = lists.map { reader.rows(of: $0) }
        let tracks = RowTracks(dated, same: options.same)
        let others = Set(reader.otherKeys.keys)
        // A private value that is also said openly could not be told from a leak.
        let said = Set(dated.flatMap { $0.rows.flatMap(\.openWords) })
        let keepable = others.filter { key in
            !dated.contains { list in list.rows.contains { said.contains($0.value(key)?.line.foldedWords ?? " ") } }
        }
        let kept = options.privateKeys.map { keepable.intersection($0) } ?? keepable
        let remarks = (reader.columnRemarks + reader.cells.remarks).map { $0.diagnostic(kept: kept) }
        diagnostics = (problems + reader.diagnostics + remarks).sorted()
        let providers = tracks.tracks.map { ProviderFile(track: $0, privateKeys: kept, columns: reader.otherKeys) }
        self.files = providers.map { provider in
            OutputFile(
                path: "Content/\(options.document)/providers/\(provider.track.id).yaml", text: provider.text)
        }
        .sorted { $0.path < $1.path }
        possibleRenames = tracks.possibleRenames
        misnamed =
            names.problems(headers: lists.flatMap { $0.tables.flatMap { $0.header.map(\.value) } })
            + Self.unknown(options.same, among: dated.flatMap { $0.rows.map(\.name) })
        days = dated.map(\.day)
        let rows = dated.flatMap(\.rows)
        required = ProviderField.allCases.filter { field in
            !rows.isEmpty && rows.allSatisfy { $0.value(field.rawValue) != nil }
        }
        privateKeys = kept.sorted()
        products = reader.cells.products.filter { options.products[$0.key] == nil }
        changeCount = providers.reduce(0) { $0 + $1.changes.count }
    }

    /// What is said of companies that are in no list.
    private static func unknown(_ same: [(old: String, new: String)], among names: [String]) -> [String] {
        let known = Set(names.map(\.folded))
        return same.flatMap { [$0.old, $0.new] }.filter { !known.contains($0.folded) }.map { name in
            "no list has a company \"\(name)\"" + (nearMiss(name, among: names).map { "; did you mean \($0)?" } ?? "")
        }
    }

    /// The lists in the order of their days, one of a day.
    private static func read(
        _ files: [(path: String, day: CalendarDate?, bytes: [UInt8])], _ names: ColumnNames
    ) -> ([DatedTables], [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        var said: Set<String> = []
        var lists: [CalendarDate: (tables: DatedTables, path: String)] = [:]
        for file in files {
            let (named, problems) = file.day.map { ($0, []) } ?? dayOfFile(file.path)
            let (tables, found) = tables(of: file.path, file.bytes, names)
            // What stands around the table of each day is said once.
            diagnostics += problems + found.filter { $0.id != .invisibleText || said.insert($0.message).inserted }
            guard let day = named else { continue }
            if let other = lists[day] {
                diagnostics.append(
                    Diagnostic(
                        .invalidDate, file: file.path, "this is a second list of \(day), beside \(other.path)",
                        help: "leave one of them out, or put the rows of both into one file"))
            }
            lists[day] = (DatedTables(day: day, tables: tables), file.path)
        }
        return (lists.values.map(\.tables).sorted { $0.day < $1.day }, diagnostics)
    }

    private static func tables(
        of path: String, _ bytes: [UInt8], _ names: ColumnNames
    ) -> ([ListTable], [Diagnostic]) {
        let (text, problems) = readForeignText(path, bytes)
        guard let text else { return ([], problems) }
        let start = text.text.first { !$0.isWhitespace }
        let ending = path.split(separator: ".").last?.lowercased() ?? ""
        // Markdown may begin with a comment, and name the tag behind its table.
        if start == "<", !["md", "markdown"].contains(ending), let page = Diagnostic.tableInHTML(text) {
            return ([], problems + [page])
        }
        let (tables, found) =
            switch ending {
            case "json": ListTable.tables(ofJSON: text)
            case "md", "markdown": ListTable.tables(ofMarkdown: text, names)
            case "csv", "tsv", "txt": ListTable.tables(ofCSV: text, names)
            default:
                start == "[" || start == "{" ? ListTable.tables(ofJSON: text) : ListTable.tables(ofCSV: text, names)
            }
        let isFine = !tables.isEmpty || found.contains { $0.severity == .error }
        let lacking = isFine ? nil : Diagnostic.tableInHTML(text) ?? .noTable(path, text, isEmpty: start == nil)
        return (tables, problems + found + [lacking].compactMap(\.self))
    }
}

extension ListRow {
    /// The words of its fields, for the comparison with words that are kept in the source alone.
    fileprivate var openWords: [String] {
        fields.filter { ProviderField(rawValue: $0.key) != nil }.flatMap { member -> [String] in
            if case .array(let items) = member.value {
                return items.map(\.line.foldedWords) + [member.value.line.foldedWords]
            }
            return [member.value.line.foldedWords]
        }
    }
}

extension Diagnostic {
    /// What is said of a list that is a table in HTML, as some spreadsheets are that programs offer; nil where there is none.
    fileprivate static func tableInHTML(_ file: SourceFile) -> Diagnostic? {
        guard let tag = file.text.firstMatch(of: /<table\b/.ignoresCase()) else { return nil }
        let start = file.text.utf8.distance(from: file.text.startIndex, to: tag.range.lowerBound)
        return Diagnostic(
            .rawHTML, at: SourceSpan(file, start..<start + tag.0.utf8.count), "this list is a table in HTML",
            help: "copy the table, as a browser shows it, into a spreadsheet, save that as CSV, and import it")
    }

    fileprivate static func noTable(_ path: String, _ file: SourceFile, isEmpty: Bool) -> Diagnostic {
        let first = file.range(ofLine: 1)
        return isEmpty
            ? Diagnostic(.missingKey, file: path, "this file is empty", help: "leave it out, or save the list into it")
            : Diagnostic(
                .missingKey, at: SourceSpan(file, first), "no table with a column of names is found here",
                help:
                    "name the columns in the first row, as name,purpose,locations; or say which is the name, as --column \"Vendor=name\""
            )
    }
}
