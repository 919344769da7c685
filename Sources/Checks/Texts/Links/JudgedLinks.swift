import Diagnostics
import Formats
import Model
import Synchronization

/// The links of a text that have to be looked at, with what is wrong with them and what checks said of that. It holds as
/// long as the text, the site around it (`LinkSurroundings`) and the texts that its links lead to are the same.
final class JudgedLinks: Sendable {
    let links: [JudgedLink]
    private let asked: [Asked]
    private let findings = Mutex<[CheckID: [Finding]]>([:])

    /// A text by its path, with its places as they were; nil where it had none.
    typealias Asked = (path: String, places: PlacesOfText?)

    /// - Parameter asked: the texts that the links lead to.
    init(_ links: [JudgedLink], asked: [Asked]) { (self.links, self.asked) = (links, asked) }

    /// Whether the texts that its links lead to are the same.
    func holds(among texts: [String: PlacesOfText]) -> Bool { asked.allSatisfy { texts[$0.path] === $0.places } }

    /// What a check says of them, which it is asked for once.
    func findings(of check: CheckID, or find: () -> [Finding]) -> [Finding] { findings.value(of: check, or: find) }
}

/// All of a site on which it depends what is wrong with a link, but for the texts of editions and pages.
struct LinkSurroundings: Sendable, Equatable {
    private let asOf: AsOf
    private let unreadable: Set<String>
    private let files: [String]
    private let fixedFiles: Set<String>?
    private let settings: [Source]
    private let pages: [Source]
    private let documents: [[Source]]
    private let providers: [[Source]?]

    init(_ library: Library, unreadable: Set<String>, fixedFiles: Set<String>?, asOf: AsOf) {
        (self.asOf, self.unreadable, files) = (asOf, unreadable, library.files)
        self.fixedFiles = fixedFiles
        settings = ([library.settings.source] + library.certifications.map(\.source)).map { Source($0) }
        pages = library.pages.map { Source($0.source, upTo: $0.body) }
        documents = library.documents.map { $0.editions.map { Source($0.source, upTo: $0.body) } }
        providers = library.documents.map { $0.providers?.map { Source($0.source) } }
    }

    /// A file, of an edition its front matter alone.
    private struct Source: Sendable, Equatable {
        private let file: SourceFile
        private let end: Int

        init(_ file: SourceFile, upTo body: SourceSpan? = nil) {
            (self.file, end) = (file, body?.range.lowerBound ?? file.utf8Count)
        }

        static func == (one: Self, other: Self) -> Bool {
            one.file === other.file && one.end == other.end
                || one.file.path == other.file.path && one.words.elementsEqual(other.words)
        }

        private var words: Substring.UTF8View { file.substring(0..<end).utf8 }
    }
}
