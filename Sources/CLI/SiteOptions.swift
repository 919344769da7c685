import ArgumentParser
import Diagnostics
import Disk
import Formats
import Foundation
import Model
import Source
import TrustPress

/// What every command that reads a site takes.
struct SiteOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The site's folder, with Content/ in it. (default: .)", valueName: "dir"),
        completion: .directory,
        transform: namedPath)
    var site = "."

    @Option(
        help: ArgumentHelp(
            "What the run speaks for: everything announced by then, and the states of that day, at the site's offset.",
            discussion: "A bare day is the whole day. Without it SOURCE_DATE_EPOCH says, and without that the clock.",
            valueName: "day[Thh:mm]"))
    var asOf: String?

    @Option(
        help: ArgumentHelp(
            "What counts as published, of which nothing may be altered or go. It only judges.",
            discussion: """
                The folder of an earlier build, or its record/ alone; or git:REV, what the sources at a revision announce \
                (git:main), by the as-of of their publication where that is given (git:v1@2026-11-23); or none. Without \
                it, in a git checkout, the last commit, whose findings are warnings.
                """,
            valueName: "dir|git:rev[@as-of]|none"), completion: .directory, transform: namedPath)
    var previous: String?

    /// Reads and checks the site.
    ///
    /// - Parameter entering: is told of each stage.
    func check(entering: StageObserver = { _ in }) throws -> CheckedSite {
        try CommandError.handled {
            entering(.files)
            let (tree, baseline, chooseAsOf) = try read()
            let site = try checkSite(tree, after: baseline, entering: entering, asOf: chooseAsOf)
            site.memory.endChecks()
            keepToTheEnd(site)
            return site
        }
    }

    /// The site's sources, what counts as published, and what the run speaks for: what `--as-of` leaves open the
    /// environment and the clock say, as of now.
    func read() throws -> (SourceTree, BaselineSource, (UTCOffset) throws(UsageError) -> AsOfChoice) {
        let now = Int(Date().timeIntervalSince1970)
        let environment = ProcessInfo.processInfo.environment
        let choice = try BaselineChoice(option: previous)
        let tree = try SourceTree(reading: site)
        let baseline = try BaselineSource(
            choice, site: site, holding: tree, searchPath: environment["PATH", default: ""])
        return (
            tree, baseline,
            { (offset) throws(UsageError) in
                try AsOfChoice(option: asOf, epoch: environment["SOURCE_DATE_EPOCH"], now: now, offset: offset)
            }
        )
    }
}

/// The path of a file or folder, as an option or argument gives it. An empty one, as a variable that is not set leaves it,
/// names nothing.
@Sendable func namedPath(_ argument: String) throws -> String {
    guard !argument.isEmpty else { throw ValidationError("it is empty, and so names no file and no folder") }
    return argument
}

/// How findings are written, and what is said beside them.
struct DiagnosticOptions: ParsableArguments {
    @Option(help: "How findings are written: text, json (one object a line) or github (annotations).")
    var format: DiagnosticFormat = .text

    @Flag(name: .shortAndLong, help: "Says nothing where all is well: errors are written, no warning and no summary.")
    var quiet = false

    /// Writes the findings that are asked for.
    ///
    /// - Parameters:
    ///   - site: the folder in whose files they are.
    ///   - isResult: whether they are what the command is asked for.
    func report(_ diagnostics: [Diagnostic], in site: String, isResult: Bool = false) {
        let isAsked = quiet && !isResult ? diagnostics.filter { $0.severity == .error } : diagnostics
        Output.findings(isAsked, as: format, below: Self.placeInWorkspace(of: site), isResult: isResult)
    }

    /// Where a site lies below the checkout of a GitHub workflow, with a slash at its end; empty for its top, and elsewhere.
    private static func placeInWorkspace(of site: String) -> String {
        guard let workspace = ProcessInfo.processInfo.environment["GITHUB_WORKSPACE"], !workspace.isEmpty,
            let top = realPath(workspace), let folder = realPath(site), folder.hasPrefix(top + "/")
        else { return "" }
        return folder.dropFirst(top.count + 1) + "/"
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
            throw ValidationError(printable(error.message))
        } catch let error as UnreadableContent {
            Output.findings(error.diagnostics)
            throw contentHasErrors
        } catch let error as ValidationError {
            throw error
        } catch let error as ExitCode {
            throw error
        } catch {
            Output.aside("error: \(error)\n")
            throw fileTrouble
        }
    }
}
