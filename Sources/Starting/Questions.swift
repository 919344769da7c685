/// What a command asks on a terminal where its arguments leave something open.
package struct Question: Sendable {
    /// `Which document?`
    package var words: String
    /// What an empty answer means; nil where one is needed.
    package var otherwise: String?
    /// How that is called where it is shown; it is shown itself where left out.
    package var meaning: String?
    /// The answers there are; empty where anything may be answered.
    package var choices: [String]

    package init(_ words: String, otherwise: String? = nil, meaning: String? = nil, choices: [String] = []) {
        self.words = words
        self.otherwise = otherwise
        self.meaning = meaning
        self.choices = choices
    }

    /// The question as it is shown, with what may be answered: on its line where there is room for it, else above it.
    package var shown: String {
        let empty = otherwise.map { " [\(meaning ?? $0)]" } ?? ""
        let among = choices.isEmpty ? "" : " (\(choices.joined(separator: ", ")))"
        guard words.count + among.count + empty.count > 68 else { return "\(words)\(among)\(empty) " }
        return choices.map { "  \($0)\n" }.joined() + "\(words)\(empty) "
    }

    /// Asks until there is an answer that can be.
    ///
    /// - Parameter ask: shows a text and gives the line that is typed; nil where there will be no more.
    /// - Returns: nil then.
    package func answer(_ ask: (String) -> String?) -> String? {
        var text = shown
        while let line = ask(text) {
            let answer = line.filter { !$0.isNewline }.trimmingBlanks
            if answer.isEmpty {
                if let otherwise { return otherwise }
                text = "Please write something.\n\(shown)"
            } else if choices.isEmpty || choices.contains(answer) {
                return answer
            } else {
                text = "There is no \(answer).\n\(shown)"
            }
        }
        return nil
    }
}

extension StringProtocol {
    /// Without blanks at its ends.
    var trimmingBlanks: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
