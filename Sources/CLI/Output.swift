import Diagnostics
import Formats
import Foundation

/// Everything that the program writes to its standard streams goes through here, so that nothing of a file reaches a
/// terminal but what can be shown: titles, names of files, lines of sources, a record from elsewhere.
enum Output {
    /// What a command was asked for, on standard output. Where that takes no more, such as a full disk, the run ends with
    /// the status 2.
    static func result(_ text: String, as form: PrintForm = .text) {
        guard let reason = failure(writing: text, as: form) else { return }
        aside("error: the result cannot be written to standard output: \(reason)\n")
        exit(2)
    }

    /// What a command that has done its work says of it, on standard output. What is done is done: where nobody takes the
    /// words, the run ends as it would have, and says so on standard error.
    static func report(_ text: String) {
        // A reader that has gone is one that takes no words, and must not end the run.
        signal(SIGPIPE, SIG_IGN)
        guard let reason = failure(writing: text, as: .text) else { return }
        aside("warning: this cannot be written to standard output (\(reason)):\n\(text)")
    }

    /// Writes to standard output: the system's word on why not; nil where all is written.
    private static func failure(writing text: String, as form: PrintForm) -> String? {
        let bytes = Array(printable(text, as: form).utf8)
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count > 0 { rest = rest.dropFirst(count) }
            if count < 0, errno != EINTR { return String(cString: strerror(errno)) }
        }
        return nil
    }

    /// What a command did, a sentence a line; on a terminal none is broken inside of a word.
    static func sentences(_ sentences: String...) {
        let isSeen = isatty(STDOUT_FILENO) == 1
        report(sentences.flatMap { isSeen ? wrappedLines($0, to: 80) : [$0] }.map { $0 + "\n" }.joined())
    }

    /// What there is to say beside the result, on standard error.
    static func aside(_ text: String, as form: PrintForm = .text) {
        // Where nobody can be told, nothing is left to do but the work itself.
        try? FileHandle.standardError.write(contentsOf: Data(printable(text, as: form).utf8))
    }

    /// What is being done, on the line of the cursor of a terminal at standard error; nil clears that line.
    static func progress(_ words: String?) {
        let line = "\r\u{1B}[K" + (words.map { printable($0, as: .text) } ?? "")
        try? FileHandle.standardError.write(contentsOf: Data(line.utf8))
    }

    /// Every finding, in their order.
    ///
    /// - Parameters:
    ///   - folder: where the site lies in its repository, as annotations name its files.
    ///   - isResult: whether they are what was asked for.
    static func findings(
        _ diagnostics: [Diagnostic], as format: DiagnosticFormat = .text, below folder: String = "",
        isResult: Bool = false
    ) {
        let text = diagnostics.printed(as: format, below: folder)
        let form: PrintForm = format == .json ? .json : .text
        if isResult { result(text, as: form) } else { aside(text, as: form) }
    }
}
