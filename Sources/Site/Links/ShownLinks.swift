import Diagnostics
import Markdown
import Model

/// How the links of a text are shown: by what was announced no later than the text, and never by today. So an article,
/// a redline or an entry that was published shows for ever what it showed first, whatever becomes of what it names.
extension History {
    /// A link's destination as it is shown: one that says by its letters alone where it leads.
    ///
    /// - What lies beside the text's file is linked to by its path in the site.
    /// - An edition or a provider that was announced by then is linked to, the latter with its register; of any other
    ///   the words are left. The check that judged the link has said so (`broken-link`, `provider-not-listed`).
    /// - A document, a page, a generated page or a file is linked to in any case: whether a page was there when a text
    ///   was published, no source says. Nor is a clause ever left out: the page that it leads to keeps a place for it.
    /// - Parameter document: the one that the text belongs to; nil for a text of no document.
    /// - Returns: nil where only the words are shown.
    package func shownDestination(
        _ destination: String, of document: String?, on occasion: Occasion
    ) -> String? {
        switch LinkTarget(destination) {
        case .beside:
            return shownDestination(LinkTarget.rooted(destination, in: document), of: document, on: occasion)
        case .edition(let id, let edition, _):
            guard let edition = EditionID(edition), let moment = linkIndex.moment(ofEdition: edition, of: id),
                moment <= occasion.known
            else { return nil }
            return destination
        case .provider(let register, let id):
            return linkIndex.row(of: id, in: register, from: document, on: occasion)
                .map { "provider:\($0.register)/\(id)" }
        case .unsafe: return nil
        case .external, .document, .file, .anchor, .sitePath: return destination
        }
    }

    /// An edition's text with the links that are shown in it.
    package func shown(_ text: MarkdownText, of edition: Edition) -> MarkdownText {
        relinked(text, of: edition.document, on: Occasion(edition.announcement))
    }

    fileprivate func relinked(_ text: MarkdownText, of document: String?, on occasion: Occasion) -> MarkdownText {
        guard !text.links.allSatisfy(\.target.isAlwaysShown) else { return text }
        return text.relinked { shownDestination($0, of: document, on: occasion) }
    }
}

extension PublicHistory {
    /// The texts with the links that are shown in them: those of editions as they were judged, those of pages, which
    /// have no history, by what is public. Articles and redlines are made of these texts, so that both show the same.
    ///
    /// - Parameter texts: of editions and pages by the path of their source.
    package func shownTexts(_ texts: [String: MarkdownText]) -> [String: MarkdownText] {
        var shown = texts
        for edition in history.documents.flatMap(\.editions) {
            if let text = texts[edition.source.path] { shown[edition.source.path] = history.shown(text, of: edition) }
        }
        let today = Occasion(asOf: asOf)
        for page in history.library.pages {
            guard let text = texts[page.source.path] else { continue }
            shown[page.source.path] = history.relinked(text, of: nil, on: today)
        }
        return shown
    }
}

extension LinkTarget {
    /// Whether it is linked to as it is written, whatever was announced.
    fileprivate var isAlwaysShown: Bool {
        switch self {
        case .external, .document, .file, .anchor, .sitePath: true
        case .edition, .provider, .beside, .unsafe: false
        }
    }
}
