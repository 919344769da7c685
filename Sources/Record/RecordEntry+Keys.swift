import Diagnostics
import Formats
import Model

extension RecordEntry {
    /// The lines of a key that signs the record, or of a witness: one on its first day, and one on its last.
    static func keys(_ key: SiteSettings.SignerKey, isWitness: Bool, asOf: AsOf) -> [RecordEntry] {
        func entry(_ day: CalendarDate, isLast: Bool) -> RecordEntry? {
            let moment = Moment(day)
            guard asOf.covers(moment) else { return nil }
            return RecordEntry(
                isWitness ? .witness(key, isLast: isLast) : .key(key, isLast: isLast),
                key: .signer(isWitness ? .witness : .key, key.key.value, on: "\(day)", isLast: isLast),
                members: [.init("key", .string(key.key.value)), .init(isLast ? "until" : "from", .string("\(day)"))])
        }
        return [entry(key.from.value, isLast: false), key.until.flatMap { entry($0.value, isLast: true) }]
            .compactMap(\.self)
    }
}

extension RecordKey {
    /// Of a day on which a key begins and ends, its beginning comes first.
    package static func signer(_ kind: Kind, _ key: String, on day: String, isLast: Bool) -> RecordKey {
        RecordKey(kind: kind, moment: day, item: isLast ? key + " until" : key)
    }
}
