import ArgumentParser
import Diagnostics
import Foundation
import Model
import Serve
import TrustPress

struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Shows the site in a browser on this machine, and what is wrong with it, while it is written.",
        discussion: """
            Every save shows at once. Below each page stands a bar, in the preview alone: as of which day the page is \
            shown, with any other day to choose; what this change publishes; and what check finds, with the last site in \
            order behind it. Nothing is written. Ctrl-C ends it.

            \(examples("serve", "serve --as-of 2026-12-24 --port 8081"))
            """
    )

    @OptionGroup var options: SiteOptions

    @Option(help: "The port on 127.0.0.1; left out, 8080 or the next one that is free.")
    var port: UInt16?

    func validate() throws {
        if port == 0 { throw ValidationError("--port takes a number from 1 to 65535, or is left out") }
    }

    func run() throws {
        let site = try CommandError.handled { try liveSite() }
        let ports = port.map { $0...$0 } ?? Self.ports
        try waiting { try await Self.serve(site, on: ports) }
    }

    private static func serve(_ site: LiveSite, on ports: ClosedRange<UInt16>) async throws {
        let first = await site.current()
        // Where there is no site at all, there is nothing to wait for.
        if let trouble = first.trouble {
            Output.aside("error: \(trouble)\n")
            throw CommandError.fileTrouble
        }
        let (server, port) = try await start(site, on: ports)
        Output.result("The preview stands at http://127.0.0.1:\(port)/ and ends with Ctrl-C.\n")
        let telling = Task { await tellEachLook(of: site) }
        defer { telling.cancel() }
        try await server.wait()
    }

    private func liveSite() throws -> LiveSite {
        let environment = ProcessInfo.processInfo.environment
        _ = try options.asOf.map { try AsOf(option: $0) }
        let baseline = WatchedBaseline(
            try BaselineChoice(option: options.previous), site: options.site,
            searchPath: environment["PATH", default: ""])
        // After a new start every page that is still open is shown anew.
        let number = Int(Date().timeIntervalSince1970)
        return LiveSite(options.site, after: baseline, number: number) {
            [asOf = options.asOf] offset throws(UsageError) in
            try AsOfChoice(
                option: asOf, epoch: environment["SOURCE_DATE_EPOCH"], now: Int(Date().timeIntervalSince1970),
                offset: offset)
        }
    }

    private static let ports: ClosedRange<UInt16> = 8080...8099

    private static func start(
        _ site: LiveSite, on ports: ClosedRange<UInt16>
    ) async throws -> (server: PreviewServer, port: UInt16) {
        for candidate in ports {
            do {
                return (try await PreviewServer(site, port: candidate), candidate)
            } catch let error as PreviewServer.NoPort {
                if error.isTaken, candidate != ports.upperBound { continue }
                let advice = error.isTaken ? "; another program has it: choose one with --port" : ""
                Output.aside("error: port \(candidate): \(error.reason)\(advice)\n")
                throw CommandError.fileTrouble
            }
        }
        throw CommandError.fileTrouble
    }

    /// Says on the terminal what each save brought, until it is cancelled.
    private static func tellEachLook(of site: LiveSite) async {
        var told: Look?
        while !Task.isCancelled {
            let look = await site.next(after: told?.number)
            if look.number != told?.number {
                Output.findings(look.findings.new(since: told?.findings ?? []))
                if let trouble = look.trouble { Output.aside("error: \(trouble)\n") }
                let count = look.findings.count ?? (look.trouble == nil ? "In order" : "Not read")
                Output.result("\(count); \(look.isSound ? "shown" : "the last site in order is shown")\n")
            }
            told = look
        }
    }
}
