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
