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
        /// The `id` of its heading in that edition's redline. Nil where that edition has none, being the first.
        package var anchor: String?
        /// Whether the text before that edition is erased, so that nobody can say any more that it changed the section.
        package var isUnproven = false
    }
}

extension EditionRedlines {
    /// The history of each section of an edition's text. A section that got another number or place alone is followed to
    /// where it was, and that is no step. It costs as much as the redlines have sections.
    package func histories(of edition: Edition, in document: DocumentHistory, text: MarkdownText) -> [SectionHistory] {
        var steps: [Int: [SectionHistory.Step]] = [:]
        var edition = edition
        var made = changes(of: edition, in: document)
        let sections = made?.redline.new.sections ?? ComparedText(text).sections
        // By its place in the edition that is looked at, the place of each section that is still followed.
        var followed: [(section: Int, first: Int)] = sections.indices.filter { sections[$0].heading != nil }.map {
            ($0, $0)
        }
        // No edition comes twice.
        for _ in document.editions where !followed.isEmpty {
            // What was before it is there, and cannot be compared.
            let isUnproven = made == nil && document.predecessor(of: edition) != nil
            let changed = Set((made?.redline.changes ?? []).filter(\.saysOtherwise).compactMap(\.section))
            var rest: [(section: Int, first: Int)] = []
            for (section, first) in followed {
                let before = made.flatMap { $0.redline.origins[section] }
                if before == nil || changed.contains(section) {
                    let anchor = made.flatMap { $0.redline.new.sections[section].heading?.anchor }
                    steps[first, default: []].append(
                        SectionHistory.Step(edition: edition, anchor: anchor, isUnproven: isUnproven))
                }
                if let before { rest.append((before, first)) }
            }
            guard let earlier = made?.old else { break }
            edition = earlier
            made = changes(of: earlier, in: document)
            followed = rest
        }
        return sections.indices.compactMap { index in
            sections[index].heading.flatMap { heading in
                steps[index].map { SectionHistory(heading: heading, steps: $0) }
            }
        }
    }
}
