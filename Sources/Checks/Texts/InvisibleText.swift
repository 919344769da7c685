import Diagnostics
import Formats
import Markdown

extension Check {
    /// `invisible-text`: characters that no reader sees, or that turn the order of others, outside the scripts that
    /// need them, definitions that nothing uses, cells of a table's row beyond its columns, and words that belong to marks
    /// alone: behind a code fence's first word, the label of a definition, the title of a link without words.
    ///
    /// What is published is hashed to the byte, so a reader must see all of it; and a text that shows something else
    /// than it holds can be made to pass any review (Unicode Technical Report 36). Markdown is looked at as it is written,
    /// front matter and code included, YAML as what its values say.
    package static let invisibleText = Check { context in
        context.hiddenInFiles + context.hiddenInValues + context.unusedDefinitions + context.droppedCells
            + context.hiddenWords
    }
}

extension CheckContext {
    /// In the files of editions and pages as a whole: that is what is published.
    fileprivate var hiddenInFiles: [Finding] {
        memory.answers(to: .hiddenCharacters, of: bodies) {
            (
                runs: $0.signs.hasControls || $0.signs.isBeyondASCII ? hiddenRuns(in: $0.bytes) : [],
                references: $0.signs.contains("&") ? hiddenReferences(in: $0.bytes) : []
            )
        } _: { body, pieces -> [Finding] in
            let (file, start) = (body.span.file, body.span.range.lowerBound)
            func all(_ runs: ((runs: [HiddenRun], references: [HiddenRun])) -> [HiddenRun]) -> [HiddenRun] {
                pieces.flatMap { piece in runs(piece.found).map { $0.shifted(by: start + piece.start) } }
            }
            let front = pieces.isEmpty ? file.text[...] : file.substring(0..<start)
            let references = all(\.references)
            let shown = references.isEmpty ? [] : body.markdown?.hiddenCharacters ?? []
            let whole = PublishedText(
                words: file.text[...], span: SourceSpan(file, 0..<file.utf8Count), isScalar: false,
                markdown: body.markdown, occasion: body.occasion, key: body.key)
            return whole.hidden(
                hiddenRuns(in: front.utf8Bytes) + all(\.runs) + references.filter { shown.contains($0.first) })
        }
        .flatMap(\.self)
    }

    /// In texts of YAML files. Those of editions are read once more, as a YAML escape may hide in them.
    fileprivate var hiddenInValues: [Finding] {
        published.filter(\.isScalar).flatMap { text -> [Finding] in
            let runs = hiddenRuns(in: text.words.utf8Bytes)
            let isInFrozenFile = text.span.file.path.hasSuffix(".md")
            return text.hidden(runs.filter { !isInFrozenFile || text.place(of: $0.range).range == text.span.range })
        }
    }

    fileprivate var unusedDefinitions: [Finding] {
        published.flatMap { text in
            text.findings(text.markdown?.unusedDefinitions ?? []) { span in
                Diagnostic(.invisibleText, at: span, .unusedDefinition, help: "remove it, or refer to it in the text")
            }
        }
    }
}

extension CheckContext {
    /// A row has as many cells as its table's header; what stands in more is left out.
    fileprivate var droppedCells: [Finding] {
        published.flatMap { text in
            text.findings(text.markdown?.droppedCells ?? []) { span in
                Diagnostic(
                    .invisibleText, at: span, .droppedCell,
                    help: "give the header and the line below it a column more, or put the words into one of the cells "
                        + "before; a | that belongs to the words is written \\|")
            }
        }
    }
}

extension CheckContext {
    fileprivate var hiddenWords: [Finding] {
        published.flatMap { text in
            text.findings(text.markdown?.hiddenWords ?? []) { words in
                let (message, help) = String.hidden(words.kind)
                return Diagnostic(.invisibleText, at: words.span, message, help: help)
            }
        }
    }
}

extension PublishedText {
    fileprivate func hidden(_ runs: [HiddenRun]) -> [Finding] {
        findings(runs) { run in
            let place = place(of: run.range)
            // In double quotes a backslash can make one: `"A\P"`.
            let isEscaped = isScalar && !place.text.unicodeScalars.contains(run.first) && place.text.contains("\\")
            let isOne = run.characters.count == 1
            let remove =
                !run.characters.contains(where: \.endsLine)
                ? isOne ? "remove it" : "remove them"
                : "put a blank\(isScalar ? "" : " or a new line") in \(isOne ? "its" : "their") place"
            return Diagnostic(
                .invisibleText, at: place,
                .hidden(run) + (isEscaped ? ", which a backslash in double quotes makes" : ""),
                help: isEscaped ? "take the backslash away, or write two where readers are to see one" : remove)
        }
    }
}

extension String {
    fileprivate static let unusedDefinition = "nothing in the text uses this definition, so no reader sees it"

    fileprivate static let droppedCell =
        "this row has more cells than its table has columns, so no reader sees what stands here"

    /// What is said of words that belong to marks alone, and what to do.
    fileprivate static func hidden(_ kind: HiddenWords.Kind) -> (message: String, help: String) {
        switch kind {
        case .fence:
            (
                "no reader sees what stands behind the first word behind a code fence",
                "leave one word there, the language, and write the others below it or into the text"
            )
        case .label:
            (
                "no link shows the words of this label, so no reader sees them",
                "make the label one word, here and in the links, or give a link these words"
            )
        case .title:
            (
                "this link shows no words, so no reader sees its title",
                "write the words between the square brackets, or remove the link"
            )
        }
    }

    fileprivate static func hidden(_ run: HiddenRun) -> String {
        let first = "\(run.first.codePoint)\(run.first.readableName.map { " " + $0 } ?? "")"
        if run.characters.count > 1 {
            return "\(run.characters.count) characters that no reader sees stand here, the first is \(first)"
        }
        return "a character that no reader sees stands here: \(first)"
    }
}

extension Unicode.Scalar {
    /// Whether word processors end a line or a page by it.
    fileprivate var endsLine: Bool { [0x0B, 0x0C, 0x85, 0x2028, 0x2029].contains(value) }

    /// `zero width space`
    fileprivate var readableName: String? {
        if properties.generalCategory == .control { return "control character" }
        return (properties.name ?? properties.nameAlias)?.lowercased()
    }
}
