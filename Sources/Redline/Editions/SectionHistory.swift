import Markdown
import Model

/// A clause of a text, or any section with a heading, and every edition that gave it other words, the newest first: the
/// last of them is the one in which it stood first.
package struct SectionHistory: Sendable {
    package var heading: Heading
    package var steps: [Step]

    /// An edition that changed a section.
    package struct Step: Sendable {
        package var edition: Edition
        /// The `id` of its heading in that edition's redline. Nil where that edition has none, being the first, and where
        /// its redline, which is against what was to be in force before it, marks nothing in the section.
        package var anchor: String?
        /// Whether the text before that edition is erased, so that nobody can say any more that it changed the section.
        package var isUnproven = false
    }
}

extension EditionRedlines {
    /// The history of each section of an edition's text. A section that got another number or place alone is followed to
    /// where it was, and that is no step. It costs as much as the redlines have sections.
    package func histories(of edition: Edition, in document: DocumentHistory, text: MarkdownText) -> [SectionHistory] {
        var edition = edition
        var made = changesInForce(by: edition, in: document)
        let headings = made?.redline.new.sections.map(\.heading) ?? text.headingsOfSections
        var steps = [[SectionHistory.Step]](repeating: [], count: headings.count)
        // By its place in the edition that is looked at, the place of each section that is still followed.
        var followed: [(section: Int, first: Int)] = headings.indices.filter { headings[$0] != nil }.map {
            ($0, $0)
        }
        // No edition comes twice.
        for _ in document.editions where !followed.isEmpty {
            // What was before it is there, and cannot be compared.
            let isUnproven = made == nil && document.inForce(before: edition) != nil
            let changed = made?.redline.sectionsSayingOtherwise ?? []
            let own = changes(of: edition, in: document)
            let isShown = made?.old.id == own?.old.id
            let shown = isShown ? [] : own?.redline.sectionsSayingOtherwise ?? []
            var rest: [(section: Int, first: Int)] = []
            for (section, first) in followed {
                let before = made.flatMap { $0.redline.origins[section] }
                if before == nil || changed.contains(section) {
                    let anchor = made.flatMap {
                        isShown || shown.contains(section) ? $0.redline.new.sections[section].heading?.anchor : nil
                    }
                    steps[first].append(
                        SectionHistory.Step(edition: edition, anchor: anchor, isUnproven: isUnproven))
                }
                if let before { rest.append((before, first)) }
            }
            guard let earlier = made?.old else { break }
            edition = earlier
            made = changesInForce(by: earlier, in: document)
            followed = rest
        }
        return zip(headings, steps).compactMap { heading, steps in
            steps.isEmpty ? nil : heading.map { SectionHistory(heading: $0, steps: steps) }
        }
    }

    /// What an edition changed of the one that was in force before it; nil for a first one.
    private func changesInForce(by edition: Edition, in document: DocumentHistory) -> (old: Edition, redline: Redline)?
    {
        guard let old = document.inForce(before: edition), let redline = between(old, and: edition) else { return nil }
        return (old, redline)
    }
}

extension Redline {
    /// The places of the sections that say something else, or that are new.
    fileprivate var sectionsSayingOtherwise: Set<Int> { Set(changes.filter(\.saysOtherwise).compactMap(\.section)) }
}
