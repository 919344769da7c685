import Diagnostics
import Formats
import Source
import Starting
import TestSupport
import Testing
import TrustPress

/// A world at a day, for drafts.
func bench(_ world: String, asOf day: String) throws -> Workbench {
    try Workbench(World(world).tree) { (offset) throws(UsageError) in
        try AsOfChoice(option: day, epoch: nil, now: 0, offset: offset)
    }
}

extension Draft {
    /// What it writes and says, as tests write it down.
    var listing: String {
        files.map { "-- \($0.path) --\n\(String(decoding: $0.bytes, as: UTF8.self))" }.joined() + "\(done)\n\(next)"
    }
}

/// What wrong usage is told.
func refusal(_ draft: () throws -> Draft) -> String? {
    do {
        _ = try draft()
        return nil
    } catch let error as UsageError {
        return error.message
    } catch let error as RefusedDraft {
        return error.diagnostics.listing
    } catch {
        return "\(error)"
    }
}

/// Somebody at a terminal: answers one line after the other, and keeps what was shown.
final class Person {
    private var lines: [String]
    private(set) var shown: [String] = []

    init(_ lines: String...) { self.lines = lines }

    /// Nil where there is no line left, as at the end of the input.
    func ask(_ text: String) -> String? {
        shown.append(text)
        return lines.isEmpty ? nil : lines.removeFirst()
    }
}
