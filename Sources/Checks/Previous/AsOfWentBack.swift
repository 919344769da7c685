import Diagnostics
import Model
import Record

extension Judgement {
    /// `as-of-went-back`: the run speaks for an earlier time than the previous build; what was public would be hidden
    /// again. Compared by day where either is a bare day; but what a bare day published of its later hours cannot be
    /// hidden by a run that speaks for an earlier one.
    var asOfWentBack: [Diagnostic] {
        let (earlier, now) = (previous.asOf.moment, record.asOf.moment)
        let isEarlier =
            earlier.minute == nil || now.minute == nil ? now.day < earlier.day : now < earlier
        guard isEarlier || !previous.record.entries.allSatisfy(record.asOf.covers) else { return [] }
        return [
            Diagnostic(
                .asOfWentBack, file: RecordPath.asOf,
                "this run speaks for \(now), and \(previous.words) spoke for \(earlier)",
                help: "run it with --as-of \(earlier) or later")
        ]
    }
}
