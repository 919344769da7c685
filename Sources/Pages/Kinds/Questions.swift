import Markdown

extension MarkdownText {
    /// Whether it is a list of questions: two headings of level 2 or more, each of which ends in a question mark.
    var hasQuestions: Bool {
        let questions = headings.filter { $0.level == 2 }
        return questions.count > 1
            && questions.allSatisfy { ["?", "？", "؟", ";"].contains($0.text.last.map(String.init) ?? "") }
    }
}

/// Questions that fold, of the HTML of a text that lists them: one element a line. The place of a question is in its
/// answer, since browsers unfold what holds the place that an address leads to (HTML Living Standard, section 7.4.6.4:
/// the ancestor details revealing algorithm).
func foldedQuestions(_ html: String) -> String {
    var output: [String] = []
    var isOpen = false
    func close() {
        if isOpen { output += ["</div>", "</details>"] }
        isOpen = false
    }
    for line in html.split(separator: "\n", omittingEmptySubsequences: false) {
        if let heading = line.wholeMatch(of: /<h2( id="[^"]*")>(<a class="clause"[^>]*><\/a>)?(.*)<\/h2>/) {
            close()
            let (_, id, link, words) = heading.output
            output += [
                "<details class=\"question\">", "<summary><h2>\(words)</h2></summary>", "<div\(id)>\(link ?? "")",
            ]
            isOpen = true
        } else {
            if line.hasPrefix("<section class=\"footnotes\"") { close() }
            output.append(String(line))
        }
    }
    close()
    return output.joined(separator: "\n")
}
