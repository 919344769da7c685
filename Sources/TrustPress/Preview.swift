import Diagnostics
import Formats
import Markdown
import Model
import Pages
import Redline
import Site
import Source

/// The pages of a site as they would be published, each made when it is asked for. Nothing is checked, and no record is
/// made: what is wrong with the sources, `checkSite` says.
package struct Preview: Sendable {
    /// By the first folder of their paths, then by path; without a folder those that have one of their own, or none.
    private let pages: [String?: Once<[String: PageJob]>]
    private let assets: [String: [UInt8]]
    private let tree: SourceTree
    private let history: PublicHistory
    private let texts: [String: MarkdownText]

    /// - Parameters:
    ///   - tree: the sources as they are.
    ///   - asOf: what is public by then is shown.
    ///   - memory: of earlier looks at the site: only what changed since is read anew.
    /// - Returns: nil where site.yaml or a template is of no use.
    package init?(of tree: SourceTree, asOf: AsOf, memory: SiteMemory = SiteMemory()) {
        guard let library = memory.read(tree).library else { return nil }
        let texts = parseTexts(of: library, memory: memory).texts
        self.init(tree, memory.known(of: library, asOf: asOf), texts, memory: memory)
    }

    /// Of a site that was read, as of its own moment.
    package init?(of site: ReadSite) {
        guard let known = site.known?.value else { return nil }
        self.init(site.tree, known, site.parsed.value.texts, memory: site.memory)
    }

    /// Of a site that was checked, as of any moment.
    package init?(of site: CheckedSite, asOf: AsOf) {
        guard let library = site.reading.library else { return nil }
        let known = site.asOf?.asOf == asOf ? site.known?.value : nil
        self.init(site.tree, known ?? site.memory.known(of: library, asOf: asOf), site.texts, memory: site.memory)
    }

    private init?(
        _ tree: SourceTree, _ history: PublicHistory, _ read: [String: MarkdownText], memory: SiteMemory
    ) {
        let (theme, findings) = memory.themes.theme(of: tree, history.settings)
        guard findings.isEmpty else { return nil }
        let texts = history.shownTexts(read)
        let redlines = EditionRedlines(history, texts: texts, memory: memory.redlines)
        let site = PublicSite(
            history, texts: texts, redlines: redlines, theme: theme,
            digest: { (try? tree.attachments["Content" + $0]?.bytes()).map(sha256) })
        (self.tree, self.history, self.texts) = (tree, history, read)
        assets = Dictionary(theme.assets.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
        pages = Dictionary(
            pageSections(of: site).map { section in
                let pages = Once {
                    Dictionary(section.pages().map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
                }
                return (section.folder, pages)
            }, uniquingKeysWith: { first, _ in first })
    }

    /// A page in UTF-8; nil where there is none at that path.
    package func page(at path: String) -> [UInt8]? {
        let section = pages[String(path.prefix { $0 != "/" })] ?? pages[nil]
        return section?.value[path].map { $0.render().file.bytes }
    }

    /// A style sheet or a picture of the theme: `assets/style.css`; nil where there is none at that path.
    package func asset(at path: String) -> [UInt8]? { assets[path] }

    /// A document or a picture that the texts name: `files/dpa.pdf`; nil where none is published at that path, or it can
    /// no longer be read.
    package func file(at path: String) -> [UInt8]? {
        guard path.hasPrefix("files/"), let attachment = tree.attachments["Content/" + path] else { return nil }
        let names = SiteFileNames(history.history, texts: texts)
        return names.recorded.contains("/" + path) || names.free.contains("/" + path) ? try? attachment.bytes() : nil
    }
}
