import Diagnostics
import Model

extension Edition {
    /// That of the line that announces it.
    package var recordKey: RecordKey {
        RecordKey(kind: .edition, moment: "\(announcement.moment)", document: document, item: "\(id)")
    }
}

extension Change {
    /// That of the line that announces it.
    package var recordKey: RecordKey {
        RecordKey(kind: .change, moment: "\(moment)", document: register, item: "\(id)")
    }
}

extension TermsChange {
    /// That of the block's line.
    package var recordKey: RecordKey {
        RecordKey(
            kind: block == .notice ? .notice : .register, moment: "\(announcement.announced.value)", item: "\(from)")
    }
}

extension NoticeItem {
    /// That of the line that announces it.
    package var recordKey: RecordKey {
        switch self {
        case .edition(let edition): edition.recordKey
        case .change(let change): change.recordKey
        case .terms(let change): change.recordKey
        case .renaming(let renaming): RecordKey.names(from: renaming.from.value)
        }
    }
}

extension RecordKey {
    /// That of a line which says something later of the same.
    package func later(_ kind: Kind, _ moment: Moment) -> RecordKey {
        var key = self
        key.kind = kind
        key.moment = "\(moment)"
        return key
    }
}
