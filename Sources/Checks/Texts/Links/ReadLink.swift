import Markdown
import Model
import Site

/// A link that may lead to something of the site, as far as its letters tell.
struct ReadLink: Sendable {
    /// Among the links of its text.
    var index: Int
    /// Where it leads; of a whole address of this site, the place in it.
    var target: LinkTarget
    /// What its words say which clause is meant.
    var labels: [SectionLabel]

    /// The link as one of a text in a document's folder, or of a page: with the place of what lies beside that.
    func rooted(_ link: LinkReference, in document: String?) -> ReadLink {
        guard case .beside = target else { return self }
        var read = self
        read.target = LinkTarget(LinkTarget.rooted(link.destination, in: document))
        return read
    }

    /// The links of each text, without those that lead to other sites.
    static func all(in texts: [PublishedText], of site: SiteURL, memory: CheckMemory) -> [[ReadLink]] {
        memory.answers(to: .links, given: site, of: texts) { piece in
            let links = piece.links
            return (count: links.count, links: all(in: links, of: site))
        } _: { text, pieces in
            guard !pieces.isEmpty else {
                return all(in: (text.markdown?.links ?? []).map { ($0.target, $0.text) }, of: site)
            }
            var start = 0
            return pieces.flatMap { piece -> [ReadLink] in
                defer { start += piece.found.count }
                return piece.found.links.map { ReadLink(index: start + $0.index, target: $0.target, labels: $0.labels) }
            }
        }
    }

    private static func all(in links: [(target: LinkTarget, text: String)], of site: SiteURL) -> [ReadLink] {
        links.enumerated().compactMap { index, link in
            var target = link.target.within(site)
            // The path of a whole address may name what is not public yet, unsafe as it is.
            if case .unsafe = target { target = link.target }
            switch target {
            case .unsafe: return nil
            case .external(let address) where site.own(address) == nil: return nil
            default: return ReadLink(index: index, target: target, labels: SectionLabel.all(in: link.text))
            }
        }
    }
}
