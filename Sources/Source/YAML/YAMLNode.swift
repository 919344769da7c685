import Diagnostics

/// A value of a YAML text, with its place in the file from its first character to its last.
package struct YAMLNode {
    package indirect enum Content {
        /// `isPlain` is false for what stands in quotes or after `|` or `>`.
        case scalar(String, isPlain: Bool)
        case list([YAMLNode])
        case map([Entry])
        /// Something was wrong here and has been reported; nothing more is said about it.
        case broken
        /// It stands for every value that may stand there.
        case probe(Probe)
    }

    package struct Entry {
        package var key: String
        package var keySpan: SourceSpan
        package var value: YAMLNode
    }

    package var content: Content
    package var span: SourceSpan

    var isBroken: Bool {
        if case .broken = content { true } else { false }
    }

    var isMap: Bool {
        if case .map = content { true } else { false }
    }

    /// Whether it is broken, or something in it is.
    var holdsBroken: Bool {
        switch content {
        case .scalar, .probe: false
        case .list(let items): items.contains(where: \.holdsBroken)
        case .map(let entries): entries.contains(where: \.value.holdsBroken)
        case .broken: true
        }
    }

    /// `~`, which removes a value.
    var isNull: Bool {
        if case .scalar("~", isPlain: true) = content { true } else { false }
    }

    /// A key without a value.
    var isEmpty: Bool {
        if case .scalar("", isPlain: true) = content { true } else { false }
    }

    package var scalar: String? {
        if case .scalar(let text, _) = content { text } else { nil }
    }

    /// All texts in it, in their order.
    var scalars: [Sourced<String>] {
        switch content {
        case .scalar(let text, _): isNull || isEmpty ? [] : [Sourced(text, at: span)]
        case .list(let items): items.flatMap(\.scalars)
        case .map(let entries): entries.flatMap(\.value.scalars)
        case .broken, .probe: []
        }
    }

    /// The empty lists in it, in their order, each by the key that it stands behind.
    ///
    /// - Parameter key: that of the node itself.
    func emptyLists(behind key: String) -> [Sourced<String>] {
        switch content {
        case .list(let items) where items.isEmpty: [Sourced(key, at: span)]
        case .list(let items): items.flatMap { $0.emptyLists(behind: key) }
        case .map(let entries): entries.flatMap { $0.value.emptyLists(behind: $0.key) }
        case .scalar, .broken, .probe: []
        }
    }
}
