import Markdown

/// A part of a redline for those who read it as text, in a terminal or a comment: every block with its words marked,
/// and nothing of what did not change unless it is asked for.
indirect enum Passage: Sendable {
    /// Something the same in both texts that is left out.
    case omission
    /// What a reader must be told of the next passage.
    case note(String)
    case paragraph([MarkedInline])
    /// The levels in both texts; nil in the one that lacks it.
    case heading(old: Int?, new: Int?, [MarkedInline])
    case code(info: String, [MarkedInline])
    case rule(Mark)
    case quote([Passage])
    case list([Item], isTight: Bool)
    case table(header: [[MarkedInline]], [Row])

    /// In which of the two texts something is.
    enum Mark: Sendable, Hashable {
        case kept, deleted, inserted
        /// In both, typed otherwise.
        case typed

        func mark(_ inlines: [Inline]) -> [MarkedInline] {
            if inlines.isEmpty { return [] }
            return switch self {
            case .kept, .typed: [.kept(inlines)]
            case .deleted: [.deleted(inlines)]
            case .inserted: [.inserted(inlines)]
            }
        }

        /// Something of the text that this is a mark of: nil in the one that lacks it.
        func sides<Value>(_ value: Value) -> (old: Value?, new: Value?) {
            (self == .inserted ? nil : value, self == .deleted ? nil : value)
        }
    }

    enum Item: Sendable {
        case omission
        /// The sign or the number before it, and whether it is done, in both texts; a sign is nil in the one that
        /// lacks the item.
        case item(old: Label?, new: Label?, [Passage])
    }

    struct Label: Sendable, Hashable {
        /// `-`, or `3.`.
        var sign: String
        var task: Bool?
    }

    enum Row: Sendable {
        case omission
        case note(String)
        case row(Mark, [[MarkedInline]])
    }
}

extension Passage {
    /// Whether a reader sees a mark in it, or a note on it.
    var hasMarks: Bool {
        switch self {
        case .omission: false
        case .note: true
        case .paragraph(let words), .code(_, let words): words.hasMarks
        case .heading(let old, let new, let words): old != new || words.hasMarks
        case .rule(let mark): mark != .kept
        case .quote(let passages): passages.contains(where: \.hasMarks)
        case .list(let items, _): items.contains(where: \.hasMarks)
        case .table(let header, let rows): header.contains(where: \.hasMarks) || rows.contains(where: \.hasMarks)
        }
    }
}

extension Passage.Item {
    var isOmission: Bool { if case .omission = self { true } else { false } }

    var hasMarks: Bool {
        switch self {
        case .omission: false
        case .item(let old, let new, let passages): old != new || passages.contains(where: \.hasMarks)
        }
    }
}

extension Passage.Row {
    var isOmission: Bool { if case .omission = self { true } else { false } }

    var hasMarks: Bool {
        switch self {
        case .omission: false
        case .note: true
        case .row(let mark, let cells): mark != .kept || cells.contains(where: \.hasMarks)
        }
    }
}

extension [MarkedInline] {
    var hasMarks: Bool {
        contains { mark in
            switch mark {
            case .kept: false
            case .deleted(let inlines), .inserted(let inlines): inlines.isVisible || inlines.contains(.hardBreak)
            case .styled(_, let marks): marks.hasMarks
            case .restated: true
            }
        }
    }
}
