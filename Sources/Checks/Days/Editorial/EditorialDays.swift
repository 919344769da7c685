import Diagnostics
import Formats
import Model

extension EditorialBases.Bases {
    /// The edition in whose place an editorial one comes, where its other days for some (`applies`) are to come still and
    /// the editorial one has others: whoever gets that text later would get this one sooner. Nil where they are the same.
    func withOtherDays(than edition: Edition) -> Edition? {
        guard let base = direct.last, base.announcement.erased == nil else { return nil }
        let (was, now) = (comingDays(of: base), comingDays(of: edition))
        return Set(was.map(\.written)) == Set(now.map(\.written)) ? nil : base
    }

    func comingDays(of edition: Edition) -> [Applies] {
        edition.announcement.applies.filter { $0.from.value > day }
    }
}

extension Applies {
    /// As an author may write it.
    var written: String {
        let to = JSONValue.string(to.value).canonical
        return "{to: \(to), from: \(from.value)\(isForNewAlone ? ", new: true" : "")}"
    }
}
