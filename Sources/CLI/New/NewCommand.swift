import ArgumentParser
import Diagnostics
import Disk
import Foundation
import Source
import Starting
import TrustPress

struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract:
            "Writes a correct file to start from: a site, an edition, a provider, a change, and what is said later.",
        discussion: """
            Each says what it wrote and what to do next. Nothing is written that trustpress check would refuse, but for \
            what is still to be filled in, such as words in brackets. On a terminal a command without arguments asks.

            \(examples(
                "new site trust-center", "new edition privacy --effective 2027-03-01",
                "new provider \"Heron Hosting\" --set 'locations=[DE, IE]'", "new change heron-hosting --removed",
                "new postponement privacy/2027-03-01 --effective 2027-04-01"))
            """,
        subcommands: [
            NewSiteCommand.self, NewEditionCommand.self, NewProviderCommand.self, NewChangeCommand.self,
            NewPostponementCommand.self, NewWithdrawalCommand.self, NewErasureCommand.self, NewKeyCommand.self,
        ]
    )
}

/// What the commands take that add something announced to a site.
struct AnnouncementOptions: ParsableArguments {
    @OptionGroup var site: SiteOptions

    @Option(
        help: ArgumentHelp(
            "When it is announced: today where left out, with a time where something of today is published already.",
            valueName: "day[Thh:mm]"))
    var announced: String?

    /// Reads and checks the site, drafts what is added to it, and writes that.
    func add(_ draft: (Workbench) throws -> Draft) throws {
        try CommandError.handled {
            let bench = try workbench()
            // What was typed before anything is asked.
            _ = try bench.moment(announced)
            do {
                let draft = try draft(bench)
                try write(draft.files, into: site.site, over: bench.tree.files)
                Output.sentences(draft.done, draft.next)
            } catch let refusal as RefusedDraft {
                Output.findings(refusal.diagnostics)
                Output.aside("Nothing was written: the lines above say what would not be in order.\n")
                throw CommandError.contentHasErrors
            } catch let problem as EditProblem {
                Output.aside("error: \(problem)\n")
                throw CommandError.contentHasErrors
            }
        }
    }

    /// The site as it is.
    func workbench() throws -> Workbench {
        try CommandError.handled {
            let (tree, baseline, chooseAsOf) = try site.read()
            return try Workbench(tree, after: baseline, asOf: chooseAsOf)
        }
    }
}

/// What a new provider and a change of one are given beside what they are of.
struct RowOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A key and its value; may be given more than once.", valueName: "key=value"))
    var set: [String] = []

    @Option(help: ArgumentHelp("Why, for customers.", valueName: "text"))
    var note: String?

    @Option(help: ArgumentHelp("The day from which it applies.", valueName: "day"))
    var effective: String?

    @Option(help: ArgumentHelp("Why the notice is short, for customers.", valueName: "text"))
    var urgent: String?

    /// Whether nothing is said of a key, so that it may be asked for.
    func isOpen(_ key: String) -> Bool { !set.contains { $0.hasPrefix("\(key)=") } }

    /// What a question mends that is still to come: on what a transfer rests.
    var leaving: Set<CheckID> { isOpen("transfer") ? [.transferMissing] : [] }
}

/// Whom a command asks for what its arguments leave open: a person at a terminal, or nobody.
struct Asker {
    /// - Returns: nil where nobody can be asked.
    init?() {
        guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else { return nil }
    }

    /// Asks one question, whose answer must be one of its choices, if it has some.
    ///
    /// - Throws: an exit where the person ends the input.
    func callAsFunction(_ question: Question) throws -> String {
        guard let answer = question.answer(Self.ask) else { throw Self.ended() }
        return answer
    }

    /// Asks one question.
    ///
    /// - Parameter judge: throws `UsageError` for an answer that cannot be.
    /// - Throws: an exit where the person ends the input.
    func callAsFunction(_ question: Question, judge: (String) throws -> Void) throws -> String {
        let answer = try question.answer(Self.ask) { answer in try problem(with: answer) { try judge(answer) } }
        guard let answer else { throw Self.ended() }
        return answer
    }

    /// Asks one question after the other, each answer judged by what it makes.
    ///
    /// - Parameters:
    ///   - leaving: checks whose findings a later question mends.
    ///   - standIns: what stands in for answers that a draft needs or that mend it.
    ///   - draft: throws `UsageError` or `RefusedDraft` for what cannot be.
    /// - Returns: what was said, with what was said before.
    /// - Throws: an exit where the person ends the input; what no answer can mend.
    func callAsFunction<New>(
        _ new: New, leaving: Set<CheckID> = [], standIns: [(inout New) -> Void] = [{ _ in }],
        draft: @escaping (New) throws -> Void, _ questions: (inout Interview<New>) throws -> Void
    ) throws -> New {
        var interview = try Interview(new, asking: Self.ask, leaving: leaving, standIns: standIns, draft: draft)
        do {
            try questions(&interview)
        } catch is EndOfAnswers {
            throw Self.ended()
        }
        return interview.new
    }

    private static func ask(_ words: String) -> String? {
        Output.aside(words)
        return readLine()
    }

    private static func ended() -> ExitCode {
        Output.aside("\nNothing was written.\n")
        return ExitCode(64)
    }
}
