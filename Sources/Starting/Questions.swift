import Diagnostics
import Formats

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

    /// Asked where data goes to a country without a decision of adequacy (GDPR, articles 44 to 49).
    package static let transfer = Question(
        "Which safeguards cover the transfer, as SCC-3, DPF?", otherwise: "[Insert the safeguards]",
        meaning: "leave open")

    /// The question as it is shown, with what may be answered: on its line where there is room for it, else above it.
    package var shown: String {
        let empty = otherwise.map { " [\(meaning ?? $0)]" } ?? ""
        let among = choices.isEmpty ? "" : " (\(choices.joined(separator: ", ")))"
        guard words.count + among.count + empty.count > 68 else { return "\(words)\(among)\(empty) " }
        return choices.map { "  \($0)\n" }.joined() + "\(words)\(empty) "
    }

    /// Asks until there is an answer that can be.
    ///
    /// - Parameters:
    ///   - ask: shows a text and gives the line that is typed; nil where there will be no more.
    ///   - problem: what is wrong with an answer, in words; nil where nothing is.
    /// - Returns: nil where there will be no more.
    package func answer(_ ask: (String) -> String?, problem: (String) throws -> String?) rethrows -> String? {
        var text = shown
        while let line = ask(text) {
            let typed = line.filter { !$0.isNewline }.trimmed
            guard let answer = typed.isEmpty ? otherwise : typed else {
                text = "Please write something.\n\(shown)"
                continue
            }
            guard let wrong = try problem(answer) else { return answer }
            text = "\(wrong)\n\(shown)"
        }
        return nil
    }

    /// The same, where it must be one of the choices, if there are some.
    package func answer(_ ask: (String) -> String?) -> String? { answer(ask, problem: problemAmongChoices) }

    /// What is wrong with an answer where the choices are all there are; nil where it is one.
    func problemAmongChoices(_ answer: String) -> String? {
        guard !choices.isEmpty, !choices.contains(answer), answer != otherwise else { return nil }
        return "There is no \(answer)" + (nearMiss(answer, among: choices).map { "; did you mean \($0)?" } ?? ".")
    }
}
