import Diagnostics
import Formats
import Markdown
import Model

/// The redlines of a site's editions, each made once.
package struct EditionRedlines: Sendable {
    private let redlines: [EditionPair: Redline]

    /// - Parameters:
    ///   - history: of what is public.
    ///   - day: decides which edition is in force.
    ///   - texts: of the editions, by the path of their source.
    package init(_ history: History, on day: CalendarDate, texts: [String: MarkdownText]) {
        var pairs: [EditionPair] = []
        var places: [(Int, Int)] = []
        var sources: [MarkdownText] = []
        for document in history.documents {
            var place: [EditionID: Int] = [:]
            func index(of edition: Edition) -> Int {
                if let known = place[edition.id] { return known }
                place[edition.id] = sources.count
                sources.append(texts[edition.source.path] ?? MarkdownText())
                return sources.count - 1
            }
            for (old, new) in document.redlines(on: day) {
                pairs.append(EditionPair(old, new))
                places.append((index(of: old), index(of: new)))
            }
        }
        let memory = RedlineMemory()
        let compared = concurrentMap(sources) { ComparedText($0, memory: memory) }
        let redlines = concurrentMap(places) { old, new in
            Redline(from: compared[old], to: compared[new])
        }
        self.redlines = Dictionary(zip(pairs, redlines), uniquingKeysWith: { first, _ in first })
    }

    /// Nil where one of the texts is erased, or no page shows the two together.
    package func between(_ old: Edition, and new: Edition) -> Redline? { redlines[EditionPair(old, new)] }

    /// What an edition changed of the one before it; nil for a first one.
    package func changes(of edition: Edition, in document: DocumentHistory) -> (old: Edition, redline: Redline)? {
        guard let old = document.predecessor(of: edition), let redline = between(old, and: edition) else { return nil }
        return (old, redline)
    }
}

/// A clause of a text, or any section with a heading, and the edition that last gave it other words.
package struct SectionOrigin: Sendable {
    package var heading: Heading
    package var edition: Edition
    /// The `id` of its heading in that edition's redline. Nil where that edition has none, being the first.
    package var anchor: String?
}

extension EditionRedlines {
    /// Of each section of an edition's text, the edition that last changed it. A section that got another number or
    /// place alone is followed to where it was.
    package func origins(of edition: Edition, in document: DocumentHistory, text: MarkdownText) -> [SectionOrigin] {
        var origins: [Int: SectionOrigin] = [:]
        var edition = edition
        var step = changes(of: edition, in: document)
        let sections = step?.redline.new.sections ?? ComparedText(text).sections
        // By its place in the edition that is looked at, the place of each section that is still followed.
        var followed: [(section: Int, first: Int)] = sections.indices.filter { sections[$0].heading != nil }.map {
            ($0, $0)
        }
        // No edition comes twice.
        for _ in document.editions where !followed.isEmpty {
            let changed = Set((step?.redline.changes ?? []).filter(\.saysOtherwise).compactMap(\.section))
            var rest: [(section: Int, first: Int)] = []
            for (section, first) in followed {
                guard let heading = sections[first].heading else { continue }
                if let step, !changed.contains(section), let before = step.redline.origins[section] {
                    rest.append((before, first))
                } else {
                    origins[first] = SectionOrigin(
                        heading: heading, edition: edition,
                        anchor: step.flatMap { $0.redline.new.sections[section].heading?.anchor })
                }
            }
            guard let earlier = step?.old else { break }
            edition = earlier
            step = changes(of: earlier, in: document)
            followed = rest
        }
        return sections.indices.compactMap { origins[$0] }
    }
}
