import Diagnostics
import Formats

extension Diagnostic {
    static func noName(_ table: ListTable) -> Diagnostic {
        let first = table.header.first { !$0.value.isEmpty }
        let span = first?.span ?? table.rows[0][0].span
        return Diagnostic(
            .missingKey, at: span, "none of these columns is the name of a company",
            help: "say which one is, as --column \"\(first?.value ?? "Vendor")=name\"")
    }

    static func nameless(_ cell: Sourced<JSONValue>) -> Diagnostic {
        Diagnostic(
            .missingKey, at: cell.span, "this row has no name",
            help: "write the company's name into it; where it belongs to the row above, put it there")
    }

    static func notListed(_ cell: Sourced<JSONValue>) -> Diagnostic {
        Diagnostic(
            .wrongType, at: cell.span, "this row is not taken over: its status is \"\(cell.value.line)\"",
            help: "announce what is to come with trustpress new provider"
        ).asWarning()
    }

    static func otherTimes(_ title: Sourced<String>, count: Int) -> Diagnostic {
        Diagnostic(
            .wrongType, at: title.span,
            "the \(count == 1 ? "row" : "\(count) rows") below \"\(title.value)\" "
                + "\(count == 1 ? "is" : "are") not taken over: the title says that the companies are not on the list",
            help: "where they are on it, give the table another title; announce what is to come with trustpress new"
        ).asWarning()
    }

    static func title(_ title: Sourced<String>) -> Diagnostic {
        Diagnostic(
            .invisibleText, at: title.span, "the title \"\(title.value)\" is not taken over with the rows below it",
            help: "what it says of them can stand in their files, as condition: or category:"
        ).asWarning()
    }

    static func struckOut(_ cell: Sourced<JSONValue>) -> Diagnostic {
        Diagnostic(
            .wrongType, at: cell.span, "this row is not taken over: \"\(cell.value.line)\" is struck out",
            help: "where the company is on the list, take the strokes away"
        ).asWarning()
    }

    static func without(_ parts: [String], _ cell: Sourced<JSONValue>) -> Diagnostic {
        var names: [String] = []
        for part in parts where !names.contains(part) { names.append(part) }
        return Diagnostic(
            .leftoverMarkup, at: cell.span,
            "\"\(cell.value.line)\" is taken over without \(names.joined(separator: " and "))",
            help: names.contains("the mark of a note")
                ? "what its note says of the company can stand in its file, as condition:"
                : "check that its words still say what they are to say"
        ).asWarning()
    }

    static func remark(_ cell: Sourced<JSONValue>) -> Diagnostic {
        Diagnostic(
            .missingKey, at: cell.span, "this row is not taken over: \"\(cell.value.line)\" is no company",
            help: "where it says something of a company, that can stand in its file, as condition:"
        ).asWarning()
    }

    static func nameAlone(_ cell: Sourced<JSONValue>) -> Diagnostic {
        Diagnostic(
            .missingKey, at: cell.span, "this row has a name alone, and \"\(cell.value.line)\" is taken for a company",
            help: "take its file away where it is none"
        ).asWarning()
    }
}
