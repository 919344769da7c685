import Diagnostics
import TrustPress

/// A person is asked for one thing after the other that is to be drafted, and each answer is judged when it is given, by
/// the draft that it makes: one that cannot be is asked for again, and no other is lost.
package struct Interview<New> {
    package private(set) var new: New
    private let ask: (String) -> String?
    private let draft: (New) throws -> Void

    /// Begins with what no answer can mend: a draft is made before anything is asked.
    ///
    /// - Parameters:
    ///   - new: what the command's arguments say.
    ///   - ask: shows a text and gives the line that is typed; nil where there will be no more.
    ///   - leaving: checks whose findings a later question mends.
    ///   - standIns: what stands in for answers that a draft needs or that mend it; one that can be is enough.
    ///   - draft: drafts what was said so far; throws `UsageError` or `RefusedDraft` for what cannot be.
    /// - Throws: what is wrong with the arguments, whatever is answered: `UsageError` or `RefusedDraft`.
    package init(
        _ new: New, asking ask: @escaping (String) -> String?, leaving: Set<CheckID> = [],
        standIns: [(inout New) -> Void] = [{ _ in }], draft: @escaping (New) throws -> Void
    ) throws {
        (self.new, self.ask, self.draft) = (new, ask, draft)
        var first: (any Error)?
        for standIn in standIns {
            var trial = new
            standIn(&trial)
            guard let refused = try refusal(leaving: leaving, { try draft(trial) }) else { return }
            first = first ?? refused
        }
        if let first { throw first }
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
            try question.problemAmongChoices(answer)
                ?? problem(with: answer, leaving: leaving) { try draft(with(answer)) }
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
package func problem(
    with answer: String, leaving: Set<CheckID> = [], _ work: () throws -> Void
) throws -> String? {
    switch try refusal(leaving: leaving, work) {
    case let error as UsageError:
        error.message.asSentence(after: answer) + (error.message.hasSuffix("?") ? "" : ".")
    case let refusal as RefusedDraft:
        refusal.diagnostics.map { finding in
            finding.message.asSentence(after: answer) + (finding.help.map { ": \($0)" } ?? "") + "."
        }
        .joined(separator: "\n")
    default: nil
    }
}

/// Why something cannot be, without the findings that are left; nil where it can.
///
/// - Throws: what is thrown but `UsageError` and `RefusedDraft`.
private func refusal(leaving: Set<CheckID>, _ work: () throws -> Void) throws -> (any Error)? {
    do {
        try work()
        return nil
    } catch let error as UsageError {
        return error
    } catch let refusal as RefusedDraft {
        let rest = refusal.diagnostics.filter { !leaving.contains($0.id) }
        return rest.isEmpty ? nil : RefusedDraft(diagnostics: rest)
    }
}

/// The person who is asked ends the input.
package struct EndOfAnswers: Error {}

extension String {
    /// With a capital at its beginning, unless it begins with an id or with what was typed.
    fileprivate func asSentence(after answer: String) -> String {
        let word = prefix { !$0.isWhitespace }
        return word.allSatisfy(\.isLetter) && word != answer ? prefix(1).uppercased() + dropFirst() : self
    }
}
