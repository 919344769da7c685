import Diagnostics
import Formats
import Language
import Markdown
import Model
import Notices
import Redline
import Site
import Synchronization

/// What pages are made of: what is public, and nothing else.
package final class PublicSite: Sendable {
    let known: PublicHistory
    /// Kept apart, as every link asks for the address: what is in a history is copied whole to be asked.
    let settings: SiteSettings
    /// Of editions and pages, by the path of their source.
    package let texts: [String: MarkdownText]
    package let redlines: EditionRedlines
    package let theme: Theme
    /// Whether the record's checkpoint is signed.
    let isSigned: Bool
    /// The SHA-256 of a published file by its address, `/files/report.pdf`; nil for what is none.
    let digest: @Sendable (String) -> String?
    let frames = Frames()
    let links = KnownLinks()
    let writtenFeedLinks = Mutex<[String?: String]>([:])
    let writtenNotes = Mutex<[NoteKey: String]>([:])
    private let toldNotices = Mutex<[NoticeID: [String]]>([:])
    let navigation: Navigation
    let sentences: Sentences
    /// Who speaks on pages, and who in sentences of notices.
    let voices: Voices
    private let tellers: Voices
    /// Of the program's words on its pages.
    let language: Language
    let notes: Notes
    let addresses: Addresses
    /// What its pages may load.
    package let policy: ContentSecurityPolicy
    /// What pages keep a place for although it is not in their text.
    let gonePlaces: GonePlaces
    /// The pages without history, the overview apart.
    let plainPages: [Page]
    /// Of each document, by its id: each page of it asks, and finding its states takes as long as it has editions.
    let mementos: [String: Once<Mementos>]
    /// The documents whose first text has a heading of level 1. The page has its own, so that theirs begin at level 2: all
    /// editions of a document alike, as redlines set one against the other, and by the first that is not erased, so that no
    /// later edition alters how an earlier one is shown.
    let withTopHeadings: Set<String>
    /// By the document's id: the edition whose title it has.
    private let titles: [String: Edition]
    /// By document, then by moment.
    private let notices: [String: [Moment: NoticeID]]

    /// - Parameters:
    ///   - assets: the names of the assets beside the pages, where they are not those of the theme.
    ///   - isSigned: whether the build that makes the pages signs the record's checkpoint.
    package init(
        _ known: PublicHistory, texts: [String: MarkdownText], redlines: EditionRedlines, theme: Theme,
        assets: [String]? = nil, isSigned: Bool = false,
        digest: @escaping @Sendable (String) -> String? = { _ in nil }
    ) {
        self.isSigned = isSigned
        self.digest = digest
        self.known = known
        let (history, asOf) = (known.history, known.asOf)
        settings = history.settings
        self.texts = texts
        self.redlines = redlines
        self.theme = theme
        voices = Voices(onPagesOf: history.settings)
        tellers = Voices(history.settings)
        language = Language(of: history.settings.namesToday.language.value)
        sentences = Sentences(history, marksAuthors: true)
        notes = Notes(history)
        addresses = Addresses(history.settings)
        policy = ContentSecurityPolicy(assets: assets ?? theme.assets.map(\.path))
        gonePlaces = GonePlaces(known, texts: texts)
        plainPages = history.library.pages.filter { $0.id != "index" }
        mementos = history.documents.reduce(into: [:]) { mementos, document in
            mementos[document.id] = Once { Mementos(document, upTo: asOf.day, history.settings) }
        }
        withTopHeadings = Set(
            history.documents.filter { document in
                let first = document.editions.lazy.filter { $0.announcement.erased == nil }
                    .min { ($0.announcement.moment, $0.id) < ($1.announcement.moment, $1.id) }
                let headings = first.flatMap { texts[$0.source.path]?.headings }
                return headings?.contains { $0.level == 1 } ?? false
            }.map(\.id))
        let (voices, titles) = (
            voices,
            history.documents.reduce(into: [String: Edition]()) { titles, document in
                let edition = document.inForce(on: asOf.day) ?? document.upcoming(on: asOf.day).first
                titles[document.id] = edition ?? document.editions.last
            }
        )
        self.titles = titles
        func links(_ documents: some Sequence<DocumentHistory>) -> [Navigation.Link] {
            documents.map { (voices.title(of: titles[$0.id]) ?? .text($0.id), "/\($0.id)/") }
        }
        // What has ended is no place to go to from every page; the overview has it.
        let standing = history.documents.filter { $0.inForce(on: asOf.day)?.retired == nil }
        navigation = Navigation(
            documents: links(standing), registers: links(standing.filter { $0.register != nil }),
            pages: plainPages.map { (title: .text(Self.title(of: $0, texts)), address: "/\($0.id)/") },
            names: history.settings.namesToday,
            hasCertifications: !history.library.certifications.isEmpty, branding: history.settings.branding,
            theme: theme)
        notices = history.notices.reduce(into: [:]) { $0[$1.id.document, default: [:]][$1.moment] = $1.id }
    }

    package var history: History { known.history }
    package var asOf: AsOf { known.asOf }
    var today: CalendarDate { asOf.day }
    /// Who speaks today.
    var voice: Voice { voices.today }

    /// A sentence in the language of the pages.
    func say(_ saying: Saying) -> String { language.say(saying) }

    /// The same of one that speaks of a number.
    func say(_ number: Int, one: Saying, other: Saying) -> String { language.say(number, one: one, other: other) }

    /// The sentences of a notice as they are told today, with the author's words marked.
    func sentences(of notice: Notice) -> [String] {
        toldNotices.value(of: notice.id) { sentences.sentences(for: notice, from: Viewpoint(asOf: asOf)) }
    }

    /// A sentence of a notice as HTML, which says so where it is in another language than the page's words.
    func told(_ sentence: String, at moment: Moment) -> String {
        let teller = tellers.at(moment)
        let (html, language) = (teller.html(sentence), teller.program(among: voice))
        return language.isEmpty ? html : "<span\(language)>\(html)</span>"
    }

    /// Attributes of an element that holds sentences of a moment and nothing else.
    func attributes(ofToldAt moment: Moment) -> String { tellers.at(moment).program(among: voice) }

    /// The title of the edition in force, or of the first to come.
    func title(of document: DocumentHistory) -> String { titles[document.id]?.title.value ?? document.id }

    /// In which language that title is.
    func voice(ofTitleOf document: DocumentHistory) -> Voice { voices.at(titles[document.id]?.announcement.moment) }

    /// Which way the lines of pages run.
    var direction: TextDirection { TextDirection(language: settings.namesToday.language.value) }

    /// The title as a frame shows it.
    func frameTitle(of document: DocumentHistory) -> ViewValue {
        (voices.title(of: titles[document.id]) ?? .text(document.id)).isolated(onPageFrom: direction)
    }

    func title(of page: Page) -> String { Self.title(of: page, texts) }

    private static func title(of page: Page, _ texts: [String: MarkdownText]) -> String {
        texts[page.source.path]?.title?.value ?? page.id
    }

    /// The notice in which a change was announced; nil for older history, which needs none.
    func notice(of change: Change) -> NoticeID? { notices[change.register]?[change.moment] }

    /// Whether a change is part of the state with which the record begins.
    func isStartingState(_ change: Change) -> Bool {
        notice(of: change).flatMap(history.notice)?.isStartingState ?? false
    }

    /// The notice in which an edition was announced; nil for older history.
    func notice(of edition: Edition) -> NoticeID? { notices[edition.document]?[edition.announcement.moment] }
}

/// One page still to be rendered; every job can run on its own.
package struct PageJob: Sendable {
    /// From the output folder: `privacy/index.html`.
    package let path: String
    private let site: PublicSite
    private let parts: @Sendable () -> PageParts

    init(_ path: String, _ site: PublicSite, _ parts: @escaping @Sendable () -> PageParts) {
        self.path = path
        self.site = site
        self.parts = parts
    }

    package func render() -> RenderedPage { parts().rendered(site) }

    /// What stands in the page, each once and to the byte, whatever the theme writes around it.
    package func facts() -> [Fact] { parts().told(on: site) }
}

/// Pages that lie in one folder, found out once one of them is asked for.
package struct PageSection: Sendable {
    /// The first folder of their paths, `privacy`; nil where each has its own, or none.
    package let folder: String?
    package let pages: @Sendable () -> [PageJob]
}

/// The pages of a site by their folders, in the order of navigation.
package func pageSections(of site: PublicSite) -> [PageSection] {
    let single = PageSection(folder: nil) {
        [overview(site), subscribe(site), recordPage(site), notFound(site)]
            + site.plainPages.map { plainPage($0, site) }
    }
    let documents = site.history.documents.map { document in
        PageSection(folder: document.id) {
            editionPages(document, site) + dayPages(document, site) + redlinePages(document, site)
                + comparePages(document, site)
                + (document.register.map { registerPages($0, document, site) } ?? [])
        }
    }
    let notices = PageSection(folder: "notices") { noticePages(site) }
    let hasCertifications = !site.history.library.certifications.isEmpty
    let certified = PageSection(folder: "certifications") { hasCertifications ? [certifications(site)] : [] }
    return [single] + documents + [notices, certified]
}

/// Every page of a site, in the order of navigation.
package func pages(of site: PublicSite) -> [PageJob] { pageSections(of: site).flatMap { $0.pages() } }
