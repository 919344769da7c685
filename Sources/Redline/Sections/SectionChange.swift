/// What became of a section: a clause where its heading has a number.
package struct SectionChange: Sendable, Hashable {
    /// One or more, in the order of their weight.
    package var kinds: [Kind]
    /// Of the new text; of a removed section, of the old one. Nil for what stands before the first heading.
    package var number: String?
    /// The words of the heading, number included; nil before the first heading.
    package var heading: String?
    /// The `id` of its heading in the redline; nil before the first heading.
    package var anchor: String?
    /// Its number in the old text, where it has another one now.
    package var previousNumber: String?
    /// Its place among the new text's sections; nil where it is removed.
    package var section: Int?

    /// Whether it says something else now; another number or place alone does not make it so.
    package var saysOtherwise: Bool { kinds.contains(.added) || kinds.contains(.changed) }

    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case added, removed, changed, moved, renumbered
        /// Its words are the same, but set in another form, or typed otherwise.
        case form, typography

        /// As it is told: `changed`, `form alone`.
        package var words: String {
            switch self {
            case .added, .removed, .changed, .moved, .renumbered: rawValue
            case .form, .typography: "\(rawValue) alone"
            }
        }
    }
}

extension [SectionChange] {
    /// What each is called: the words of its heading, and its address where that is in a part of the text
    /// (`1 Definitions (annex-a/1)`). Of several that would be called the same, the place too: `Overview (#overview-1)`.
    /// Nil before the first heading.
    package var titles: [String?] {
        let titles = map { change -> String? in
            guard let heading = change.heading, let number = change.number, number.contains("/") else {
                return change.heading
            }
            return "\(heading) (\(number))"
        }
        var known = Set<String>(minimumCapacity: titles.count)
        let repeated = titles.filter { $0.map { !known.insert($0).inserted } ?? false }
        if repeated.isEmpty { return titles }
        let several = Set(repeated)
        return zip(self, titles).map { change, title in
            guard let title, several.contains(title), let anchor = change.anchor else { return title }
            return "\(title) (#\(anchor))"
        }
    }
}
