import Diagnostics
import Formats
import Model
import Record

extension Judgement {
    /// What was published and is there under another id: an edition with the same text, or a provider's change of the
    /// same content announced on another day. By what was published, the line of ours.
    ///
    /// - Parameters:
    ///   - gone: the editions and changes of the earlier record that are not in ours.
    ///   - added: the lines of ours that are not in the earlier record.
    static func renames(_ gone: [ParsedEntry], _ added: [RecordEntry], _ previous: PreviousBuild)
        -> [RecordItem: RecordEntry]
    {
        guard !gone.isEmpty else { return [:] }
        var candidates: [String: [RecordEntry]] = [:]
        for entry in added {
            switch entry.subject {
            case .edition(let edition):
                let digest = edition.announcement.erased?.sha256.value ?? sha256(edition.publishedText.utf8)
                candidates["\(entry.key.document) \(digest)", default: []].append(entry)
            case .change:
                candidates["\(entry.key.document)/\(entry.key.provider ?? "")", default: []].append(entry)
            default: break
            }
        }
        var renames: [RecordItem: RecordEntry] = [:]
        for old in gone {
            guard let item = old.key.recordItem else { continue }
            let name =
                old.key.provider.map { "\(old.key.document)/\($0)" } ?? "\(old.key.document) \(old.digest ?? "")"
            let found = candidates[name]?.firstIndex { hasSameContent($0, old, previous) }
            // Each of ours stands for one.
            if let found { renames[item] = candidates[name]?.remove(at: found) }
        }
        return renames
    }

    /// Whether two changes of a provider differ in their days alone. Where the earlier one is not kept, one that is
    /// gone and one that is new are taken for the same.
    private static func hasSameContent(_ new: RecordEntry, _ old: ParsedEntry, _ previous: PreviousBuild) -> Bool {
        guard case .change(let change) = new.subject, let path = old.key.path,
            let before = previous.json(at: path), let after = PublishedChange(change).json
        else { return true }
        let days: Set<String> = ["announced", "effective", "recorded"]
        return before.members(but: days) == after.members(but: days)
    }
}
