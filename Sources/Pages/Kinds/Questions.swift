import Markdown

extension MarkdownText {
    /// Whether it is a list of questions: two headings of level 2 or more, each of which ends in a question mark. One in a
    /// quote or an item is part of what is said there.
    var hasQuestions: Bool {
        let questions = blocks.compactMap { block in
            if case .heading(level: 2, let words) = block { words.plainText } else { nil }
        }
        return questions.count > 1 && questions.allSatisfy(\.isQuestion)
    }

    /// Its HTML, with questions that fold: a heading of level 2 opens one, which ends before the next heading of that level
    /// or above. The place of a question is in its answer, since browsers unfold what holds the place that an address leads
    /// to (HTML Living Standard, section 7.4.6.4: the ancestor details revealing algorithm).
    func foldedQuestions(_ options: HTMLOptions) -> String {
        html(options) { writer, blocks in
            var isOpen = false
            func close() {
                if isOpen { writer.output += "</div>\n</details>\n" }
                isOpen = false
            }
            for block in blocks {
                guard case .heading(let level, let words) = block, level <= 2 else {
                    writer.write(block)
                    continue
                }
                close()
                guard level == 2 else {
                    writer.write(block)
                    continue
                }
                writer.output += "<details class=\"question\">\n<summary><h2>"
                writer.writeRun(words)
                writer.output += "</h2></summary>\n<div"
                writer.put(.headingID)
                writer.output += ">"
                writer.put(.places)
                writer.output += "\n"
                isOpen = true
            }
            close()
        }
    }
}

extension String {
    /// Whether it ends in a question mark: the Latin, the fullwidth, the Arabic or the Greek one. By characters the last
    /// would be equal to the semicolon, which it is equivalent to (Unicode Standard, section 3.7).
    fileprivate var isQuestion: Bool {
        unicodeScalars.last.map { ["?", "\u{FF1F}", "\u{61F}", "\u{37E}"].contains($0) } ?? false
    }
}
