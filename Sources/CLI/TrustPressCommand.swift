import ArgumentParser

@main
struct TrustPressCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trustpress",
        abstract: "Builds a trust center: policies with history, a subprocessor register, and change notices."
    )
}
