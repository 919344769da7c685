import Diagnostics
import Formats
import Model
import Record

extension Judgement {
    /// A key, or the key of a witness, that was published and is gone, or that has other days.
    ///
    /// - Parameter known: what the earlier record has of keys: a period of use that it has is not the one that was altered.
    func changedKey(_ old: ParsedEntry, known: Set<RecordKey>) -> Diagnostic {
        let json = old.json
        let (text, day) = (json["key"]?.text ?? "", old.key.moment)
        let listed = (old.key.kind == .key ? settings.recordKeys : settings.recordWitnesses).filter {
            $0.key.value == text
        }
        let what = old.key.kind == .key ? "this key" : "this witness"
        if json["until"] != nil {
            let period = listed.last { "\($0.from.value)" <= day }
            return Diagnostic(
                .settingsChanged, at: period.map { $0.until?.span ?? $0.from.span }, file: settings.source.path,
                "\(old.key.words) was published as in use until \(day)", help: "write until: \(day)")
        }
        let altered = listed.first {
            !known.contains(.signer(old.key.kind, text, on: "\($0.from.value)", isLast: false))
        }
        guard let key = altered else {
            return Diagnostic(
                .settingsChanged, file: settings.source.path,
                "\(old.key.words) was published as in use from \(day), and is no longer listed",
                help: "put it back: - {key: \(text), from: \(day)}; one that is used no longer gets until: \(nextDay)")
        }
        return Diagnostic(
            .settingsChanged, at: key.from.span, "\(what) was published as in use from \(day)",
            help: "write from: \(day)")
    }

    /// `backdated`: a key that begins or ends on a day of which the previous build has spoken; nil for another line.
    func lateKey(_ entry: RecordEntry) -> Diagnostic? {
        let (key, isLast): (SiteSettings.SignerKey, Bool)
        switch entry.subject {
        case .key(let subject, let last), .witness(let subject, let last): (key, isLast) = (subject, last)
        default: return nil
        }
        let name = isLast ? "until" : "from"
        return Diagnostic(
            .backdated, at: key.day(isLast: isLast)?.span ?? key.from.span,
            "this key is in use \(name) \(entry.key.moment), of which the previous build has spoken",
            help: "write \(name): \(nextDay)")
    }

    /// The lines of keys and witnesses that the earlier record has and ours lacks, whatever their days: where one is said
    /// to have another day now, that is said of the published one alone.
    var movedKeys: Set<RecordKey> {
        Set(pairs.lazy.filter { $0.new == nil && $0.old.key.isOfSigner }.map { $0.old.key.withoutDay })
    }

    /// The first day, as a whole, of which the previous build has not spoken.
    var nextDay: CalendarDate {
        let today = record.asOf.day
        guard let last = lastMoment, last.day >= today else { return today }
        return last.day.adding(days: 1)
    }
}

extension SiteSettings.SignerKey {
    /// Its first day, or its last.
    func day(isLast: Bool) -> Sourced<CalendarDate>? { isLast ? until : from }
}

extension RecordKey {
    /// Whether it is of a key, or of the key of a witness.
    var isOfSigner: Bool { kind == .key || kind == .witness }

    /// What a line of a key is of, on whatever day.
    var withoutDay: RecordKey { RecordKey(kind: kind, item: item) }
}
