/// One token of a YAML text: a scalar or an indicator, with its place.
struct YAMLToken {
    enum Kind: Equatable {
        case scalar(Style)
        /// `[` or `{`, and what closes it.
        case open, close
        /// The `:` after a key.
        case value
        /// The `-` before an item of a list.
        case item
        /// The `,` between what stands in brackets.
        case comma
        /// An alias, which is refused; a plain word stands in its place.
        case alias
    }

    enum Style: Equatable { case plain, singleQuoted, doubleQuoted, block }

    var kind: Kind
    /// Bytes of the file's text. A block scalar ends with the last of its lines that is not blank.
    var range: Range<Int>
    var start: YAMLMark
    /// Whether a `:` made a key of it.
    var isKey = false
    /// How many brackets it stands in.
    var flowDepth = 0

    var isScalar: Bool {
        if case .scalar = kind { true } else { kind == .alias }
    }
}

/// A line and a column of the file, both from 1, as Yams counts: the column in Unicode scalars.
struct YAMLMark: Hashable {
    var line: Int
    var column: Int
}
