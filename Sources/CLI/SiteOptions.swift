import ArgumentParser
import Diagnostics
import Foundation
import Model
import Record
import Source
import TrustPress

/// What every command that reads a site takes.
struct SiteOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The site's folder, with Content/ in it.", valueName: "dir"))
    var site = "."

    @Option(
        help: ArgumentHelp(
            "What the run speaks for: everything announced by then, and the states of that day, at the site's offset.",
            discussion: "A bare day is the whole day. Without it SOURCE_DATE_EPOCH says, and without that the clock.",
            valueName: "day[Thh:mm]"))
    var asOf: String?

    /// Reads and checks the site; the clock and the environment are looked at here and nowhere else.
    func check() throws -> CheckedSite {
        try CommandError.handled {
            let now = Int(Date().timeIntervalSince1970)
            let epoch = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"]
            let tree = try SourceTree(reading: site)
            return try checkSite(tree) { offset throws(UsageError) in
                try AsOfChoice(option: asOf, epoch: epoch, now: now, offset: offset)
            }
        }
    }
}

/// An earlier build, for the commands that judge by it.
struct PreviousOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "An earlier build's folder, or its record/ alone: nothing that its record holds may be altered or go. It only judges.",
            valueName: "dir"))
    var previous: String?

    func read() throws -> PreviousBuild? { try previous.map { try readPrevious($0) } }
}

/// How diagnostics are written on standard error.
struct DiagnosticOptions: ParsableArguments {
    @Option(help: "How findings are written: text, json (one object a line) or github (annotations).")
    var format: DiagnosticFormat = .text

    func report(_ diagnostics: [Diagnostic]) { Self.report(diagnostics, as: format) }

    /// Writes every finding to standard error.
    static func report(_ diagnostics: [Diagnostic], as format: DiagnosticFormat = .text) {
        let text = diagnostics.map { $0.printed(as: format) }.joined()
        FileHandle.standardError.write(Data(text.utf8))
    }
}

extension DiagnosticFormat: ExpressibleByArgument {}

/// Ends a command with the exit status that an error stands for.
enum CommandError {
    static let contentHasErrors = ExitCode(1)
    static let fileTrouble = ExitCode(2)

    /// Runs a command's work: wrong usage ends in status 64, content that cannot be read in status 1 with what is wrong
    /// with it, a file that cannot be read or written in status 2.
    static func handled<Result>(_ work: () throws -> Result) throws -> Result {
        do {
            return try work()
        } catch let error as UsageError {
            throw ValidationError(error.message)
        } catch let error as UnreadableContent {
            DiagnosticOptions.report(error.diagnostics)
            throw contentHasErrors
        } catch let error as ValidationError {
            throw error
        } catch let error as ExitCode {
            throw error
        } catch {
            FileHandle.standardError.write(Data("error: \(error)\n".utf8))
            throw fileTrouble
        }
    }
}

extension [Diagnostic] {
    /// `2 errors and 1 warning`; nil where there is nothing to count.
    var count: String? {
        func counted(_ number: Int, _ word: String) -> String? {
            number == 0 ? nil : "\(number) \(word)\(number == 1 ? "" : "s")"
        }
        let errors = counted(filter { $0.severity == .error }.count, "error")
        let warnings = counted(filter { $0.severity == .warning }.count, "warning")
        let parts = [errors, warnings].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: " and ")
    }
}
