/// What a command asks on a terminal where its arguments leave something open.
package struct Question: Sendable {
    /// `Which document?`
    package var words: String
    /// What an empty answer means; nil where one is needed.
    package var otherwise: String?
    /// The answers there are; empty where anything may be answered.
    package var choices: [String]

    package init(_ words: String, otherwise: String? = nil, choices: [String] = []) {
        self.words = words
        self.otherwise = otherwise
        self.choices = choices
    }

    /// The question as it is shown, with what may be answered.
    package var shown: String {
        let among = choices.isEmpty ? "" : " (\(choices.joined(separator: ", ")))"
        let empty = otherwise.map { $0.isEmpty ? " [none]" : " [\($0)]" } ?? ""
        return "\(words)\(among)\(empty) "
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
