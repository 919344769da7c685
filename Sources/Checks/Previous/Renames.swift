import Diagnostics
import Model
import Record

extension Judgement {
    /// What was published and is there under another id: an edition with the same text, or a provider's change of the
    /// same content announced on another day, or of a file with another name. By what was published, the line of ours.
    ///
    /// - Parameters:
    ///   - gone: the editions and changes of the earlier record that are not in ours.
    ///   - added: the lines of ours that are not in the earlier record.
    static func renames(_ gone: [ParsedEntry], _ added: [RecordEntry])
        -> [RecordItem: RecordEntry]
    {
        guard !gone.isEmpty else { return [:] }
        var candidates: [String: [RecordEntry]] = [:]
        for entry in added {
            switch entry.subject {
            case .edition(let edition):
                let digest = edition.announcement.erased?.sha256.value ?? edition.digest
                candidates["\(entry.key.document) \(digest)", default: []].append(entry)
            case .change:
                candidates["\(entry.key.document)/\(entry.key.provider ?? "")", default: []].append(entry)
                candidates["\(entry.key.document) \(entry.digest ?? "")", default: []].append(entry)
            default: break
            }
        }
        var renames: [RecordItem: RecordEntry] = [:]
        for old in gone {
            guard let item = old.key.recordItem else { continue }
            let sameText = "\(old.key.document) \(old.digest ?? "")"
            let name = old.key.provider.map { "\(old.key.document)/\($0)" } ?? sameText
            let found = candidates[name]?.firstIndex { $0.key.kind == .edition || $0.hasContent(of: old) }
            // Each of ours stands for one.
            if let found {
                renames[item] = candidates[name]?.remove(at: found)
            } else if let other = candidates[sameText]?.popLast() {
                renames[item] = other
            }
        }
        return renames
    }
}
