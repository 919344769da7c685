import Markdown

extension MarkedTable {
    /// A table whose rows are known by more than their words: what a row was and what it is, nil where it was not
    /// there or is no more. All have the columns of the header.
    ///
    /// - Parameter attributes: of the cells of each column, its head apart: ` lang="de"`.
    package init(
        header: [Block.Table.Cell], rows: [(old: [Block.Table.Cell]?, new: [Block.Table.Cell]?)],
        attributes: [String]
    ) {
        columns = zip(header.indices, attributes).map { Column(old: $0, new: $0, alignment: .none, attributes: $1) }
        self.header = header.map { [.kept($0)] }
        let memory = RedlineMemory()
        self.rows = rows.compactMap { row in
            switch row {
            case (let old?, let new?):
                .changed(zip(old, new).map { MarkedInline.marks(from: $0, to: $1, memory) }, moved: false)
            case (let old?, nil): .deleted(old, moved: false)
            case (nil, let new?): .inserted(new)
            case (nil, nil): nil
            }
        }
        oldHasRows = true
        newHasRows = true
    }

    /// The table with what changed in it marked.
    package func html(_ options: HTMLOptions, labels: RedlineLabels) -> String {
        var writer = RedlineWriter(Redline(from: MarkdownText(), to: MarkdownText()), options, labels)
        writer.write([.table(self)])
        return String(decoding: writer.html.output.bytes, as: UTF8.self)
    }
}
