import ArgumentParser
import Starting
import TrustPress

struct NewPostponementCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "postponement",
        abstract: "Moves an edition or a change to a later day, before it takes effect.",
        discussion: examples(
            "new postponement privacy/2027-03-01 --effective 2027-04-01",
            "new postponement heron-hosting --effective 2027-04-01 --reason \"The contract is signed later.\"")
    )

    @OptionGroup var recall: RecallOptions

    @Option(help: ArgumentHelp("The new, later day.", valueName: "day"))
    var effective: String?

    @OptionGroup var options: AnnouncementOptions

    func run() throws {
        try options.add { bench in
            var new = NewRecall(
                .postponement, of: recall.item ?? "", announced: options.announced, effective: effective,
                reason: recall.reason)
            try recall.ask(for: &new, of: bench) { interview in
                if effective == nil { try interview.ask(Question("To which day?")) { $0.effective = $1 } }
            }
            return try bench.draft(new)
        }
    }
}

struct NewWithdrawalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdrawal",
        abstract: "Takes an edition or a change back, before it takes effect.",
        discussion: examples(
            "new withdrawal privacy/2027-03-01",
            "new withdrawal heron-hosting --reason \"The contract was not signed.\"")
    )

    @OptionGroup var recall: RecallOptions
    @OptionGroup var options: AnnouncementOptions

    func run() throws {
        try options.add { bench in
            var new = NewRecall(.withdrawal, of: recall.item ?? "", announced: options.announced, reason: recall.reason)
            try recall.ask(for: &new, of: bench) { _ in }
            return try bench.draft(new)
        }
    }
}

/// What both take.
struct RecallOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "What is meant: privacy/2027-03-01, heron-hosting/2027-01-10, or a document or provider with one to come."))
    var item: String?

    @Option(help: ArgumentHelp("Why, for customers.", valueName: "text"))
    var reason: String?

    /// Asks for what the arguments leave open, where there are none.
    ///
    /// - Parameter more: asks what one of them needs besides.
    func ask(
        for new: inout NewRecall, of bench: Workbench, more: (inout Interview<NewRecall>) throws -> Void
    ) throws {
        guard item == nil else { return }
        let upcoming = bench.upcoming
        guard !upcoming.isEmpty else { throw UsageError("nothing is announced that is not in effect yet") }
        guard let ask = Asker() else { throw UsageError("say which is meant: \(upcoming.joined(separator: ", "))") }
        new.item = try ask(Question("Which is meant?", choices: upcoming)) { try bench.checkUpcoming($0) }
        // A day that is still to be asked for is needed for a postponement alone.
        let isDayOpen = new.kind == .postponement && new.effective == nil
        new = try ask(
            new, standIns: [{ if isDayOpen { $0.kind = .withdrawal } }], draft: { _ = try bench.draft($0) }
        ) { interview in
            try more(&interview)
            if reason == nil { try interview.askIfKnown("Why?") { $0.reason = $1 } }
        }
    }
}
