import Markdown

extension RedlineWriter {
    mutating func writeFootnotes(_ footnotes: [MarkedFootnote]) {
        guard !footnotes.isEmpty else { return }
        let hasOld = footnotes.contains { $0.old != nil }
        let hasNew = footnotes.contains { $0.new != nil }
        html.output += "<section class=\"footnotes\""
        if !hasOld || !hasNew { html.output += " data-change=\"\(hasOld ? "deleted" : "inserted")\"" }
        html.writeOpeningOfFootnotes()
        for footnote in footnotes { write(footnote) }
        html.output += "</ol>\n</section>\n"
    }

    mutating func write(_ footnote: MarkedFootnote) {
        html.output += "<li"
        let number: Int
        if let new = footnote.new {
            number = new
            if footnote.old == nil { html.output += " data-change=\"inserted\"" }
        } else {
            // A number that the new text's footnotes leave free, so that links to it lead somewhere.
            goneFootnotes += 1
            number = footnoteCount + goneFootnotes
            html.output += " data-change=\"deleted\""
        }
        html.write(id: "fn:\(number)")
        html.output += ">\n"
        write(footnote.blocks)
        html.output += "</li>\n"
    }
}
