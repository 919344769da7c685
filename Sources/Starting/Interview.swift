import Diagnostics
import TrustPress

/// A person is asked for one thing after the other that is to be drafted, and each answer is judged when it is given, by
/// the draft that it makes: one that cannot be is asked for again, and no other is lost.
package struct Interview<New> {
    package private(set) var new: New
    private let ask: (String) -> String?
    private let draft: (New) throws -> Void

    /// - Parameters:
    ///   - new: what the command's arguments say.
    ///   - ask: shows a text and gives the line that is typed; nil where there will be no more.
    ///   - draft: drafts what was said so far; throws `UsageError` or `RefusedDraft` for what cannot be.
    package init(
        _ new: New, asking ask: @escaping (String) -> String?, draft: @escaping (New) throws -> Void
    ) {
        (self.new, self.ask, self.draft) = (new, ask, draft)
    }

    /// Asks for one thing. An answer that is left open is none, and changes nothing.
    ///
    /// - Parameters:
    ///   - leaving: checks whose findings are no matter of this question, but of a later one.
    ///   - put: says what an answer means.
    /// - Throws: `EndOfAnswers`; what the draft throws that no answer can mend.
    package mutating func ask(
        _ question: Question, leaving: Set<CheckID> = [], _ put: (inout New, String) -> Void
    ) throws {
        let (so, draft) = (new, draft)
        func with(_ answer: String) -> New {
            var new = so
            if !answer.isEmpty { put(&new, answer) }
            return new
        }
        let answer = try question.answer(ask) { answer in
            try question.problemAmongChoices(answer) ?? problem(leaving: leaving) { try draft(with(answer)) }
        }
        guard let answer else { throw EndOfAnswers() }
        new = with(answer)
    }

    /// The same of what may be left open.
    ///
    /// - Parameter meaning: what an empty answer means.
    package mutating func askIfKnown(
        _ words: String, meaning: String = "leave open", leaving: Set<CheckID> = [], _ put: (inout New, String) -> Void
    ) throws {
        try ask(Question(words, otherwise: "", meaning: meaning), leaving: leaving, put)
    }

    /// Whether what was said so far lacks something, by what a check finds of it.
    package func isHeldBack(by check: CheckID) throws -> Bool {
        do {
            try draft(new)
            return false
        } catch let refusal as RefusedDraft {
            return refusal.diagnostics.contains { $0.id == check }
        }
    }
}

/// What is wrong with an answer, in sentences for whom it is asked of again; nil where nothing is.
///
/// - Parameters:
///   - leaving: checks whose findings are not held against it.
///   - work: what is done with it.
/// - Throws: what is thrown but `UsageError` and `RefusedDraft`.
package func problem(leaving: Set<CheckID> = [], _ work: () throws -> Void) throws -> String? {
    do {
        try work()
        return nil
    } catch let error as UsageError {
        return error.message.capitalizedFirst + (error.message.hasSuffix("?") ? "" : ".")
    } catch let refusal as RefusedDraft {
        let sentences = refusal.diagnostics.filter { !leaving.contains($0.id) }.map { finding in
            finding.message.capitalizedFirst + (finding.help.map { ": \($0)" } ?? "") + "."
        }
        return sentences.isEmpty ? nil : sentences.joined(separator: "\n")
    }
}

/// The person who is asked ends the input.
package struct EndOfAnswers: Error {}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
