import Diagnostics
import Formats

/// A file of a site, to be changed where it must be and nowhere else: its comments, its blank lines and the form in which
/// its author writes stay to the byte.
///
/// What is written is read back with the reader of sources, and refused if it is not what was meant.
package struct EditedFile {
    package private(set) var file: SourceFile
    /// The bytes around its text, which stay.
    private var form: FileForm
    /// The YAML in it: all of it, or the front matter of an edition.
    let range: Range<Int>
    let yaml: YAMLText
    let root: YAMLNode

    /// - Throws: `EditProblem` where its YAML cannot be read as it is.
    package init(_ path: String, in tree: SourceTree) throws(EditProblem) {
        let content = tree.files[path] ?? FileContent([])
        let findings = Findings()
        let file = content.decoded(path, findings: findings)
        // What cannot be read cannot be written back as it was.
        if let first = findings.diagnostics.first {
            throw EditProblem(
                "\(path):\(first.line):\(first.column): \(first.message); \(first.help ?? "mend it first")")
        }
        try self.init(file, FileForm(of: content.bytes))
    }

    private init(_ file: SourceFile, _ form: FileForm) throws(EditProblem) {
        let findings = Findings()
        let isEdition = file.path.hasSuffix(".md")
        guard let range = isEdition ? FrontMatter.cut(file).found?.yaml : 0..<file.utf8Count else {
            throw EditProblem("\(file.path) has no front matter that can be read")
        }
        let yaml = readYAML(file, range, findings: findings)
        guard findings.count == 0, let root = yaml.root, case .map = root.content else {
            throw EditProblem("\(file.path) cannot be read as it is; trustpress check says what is wrong with it")
        }
        (self.file, self.form, self.range, self.yaml, self.root) = (file, form, range, yaml, root)
    }

    /// What is to be written.
    package var bytes: [UInt8] { form.bytes(of: file.text) }

    /// Takes out all that stands below the front matter.
    package mutating func removeBody() throws(EditProblem) {
        guard case .found(let frontMatter) = FrontMatter.cut(file) else { return }
        let text = String(file.substring(0..<frontMatter.body.lowerBound))
        self = try EditedFile(SourceFile(path: file.path, text: text), form)
    }

    /// Where a key is added: among those at the top, or in an item of a list there.
    package enum Place: Sendable, Hashable {
        case top
        /// Counted from 0.
        case item(Int, of: String)
    }

    /// Adds a key with its value; where it has a list already, the value as one more item of it.
    ///
    /// - Parameter isList: whether the key holds a list, so that a first value is a list of one.
    /// - Throws: `EditProblem` where the file's form does not allow it.
    package mutating func add(
        _ key: String, _ value: JSONValue, at place: Place = .top, isList: Bool = false
    ) throws(EditProblem) {
        let problem = EditProblem(
            "\(file.path) is written in a form in which \(key) cannot be added to it; write it by hand")
        guard let map = node(at: place), case .map(let entries) = map.content,
            let edit = entries.first(where: { $0.key == key }).map({ edit(appending: value, to: $0) })
                ?? edit(adding: .init(key, isList ? .array([value]) : value), to: map, entries)
        else { throw problem }
        try replace(edit, meaning: root.textWritten.adding(key, value, at: place, isList: isList), or: problem)
    }

    /// Puts another value in the place of one that stands at a key.
    ///
    /// - Throws: `EditProblem` where there is none, or the file's form does not allow it.
    package mutating func set(_ key: String, _ value: JSONValue, at place: Place = .top) throws(EditProblem) {
        let problem = EditProblem("\(file.path) has no \(key) that could be replaced there; do it by hand")
        guard let map = node(at: place), case .map(let entries) = map.content,
            let entry = entries.first(where: { $0.key == key }), !entry.value.isEmpty
        else { throw problem }
        try replace(
            Edit(range: entry.value.span.range, text: value.flowYAML),
            meaning: root.textWritten.setting(key, value, at: place), or: problem)
    }

    /// A stretch of the file, and what comes in its place.
    struct Edit {
        var range: Range<Int>
        var text: String
    }

    /// Makes an edit, and reads it back.
    private mutating func replace(_ edit: Edit, meaning: JSONValue, or problem: EditProblem) throws(EditProblem) {
        let text =
            String(file.substring(0..<edit.range.lowerBound)) + edit.text
            + file.substring(edit.range.upperBound..<file.utf8Count)
        var form = form
        form.replace(
            file.line(at: edit.range.lowerBound) - 1..<file.line(at: edit.range.upperBound) - 1,
            with: edit.text.utf8.count { $0 == UInt8(ascii: "\n") })
        let body = file.substring(range.upperBound..<file.utf8Count)
        guard let edited = try? EditedFile(SourceFile(path: file.path, text: text), form),
            edited.root.textWritten.sorted == meaning.textsAlone.sorted,
            edited.file.substring(edited.range.upperBound..<edited.file.utf8Count) == body
        else { throw problem }
        self = edited
    }

    private func node(at place: Place) -> YAMLNode? {
        guard case .item(let index, let key) = place else { return root }
        guard case .map(let entries) = root.content,
            case .list(let items)? = entries.first(where: { $0.key == key })?.value.content,
            items.indices.contains(index)
        else { return nil }
        return items[index]
    }
}

/// Why a file cannot be changed as it was asked for.
package struct EditProblem: Error, Sendable, Hashable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
}

extension FrontMatter.Cut {
    fileprivate var found: FrontMatter? { if case .found(let found) = self { found } else { nil } }
}
