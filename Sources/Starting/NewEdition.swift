import Diagnostics
import Formats
import Model
import Source
import TrustPress

/// What `trustpress new edition` is asked for.
package struct NewEdition: Sendable {
    package var document: String
    package var announced: String?
    package var effective: String?
    /// What changes and why; nil leaves a blank.
    package var summary: String?
    /// Why the notice is short.
    package var urgent: String?

    package init(
        document: String, announced: String? = nil, effective: String? = nil, summary: String? = nil,
        urgent: String? = nil
    ) {
        self.document = document
        self.announced = announced
        self.effective = effective
        self.summary = summary
        self.urgent = urgent
    }
}

extension Workbench {
    /// A new edition of a document with the text of its newest one.
    ///
    /// - Throws: `UsageError` where there is none or its days cannot be; `RefusedDraft`.
    package func draft(_ new: NewEdition) throws -> Draft {
        guard let document = history.document(new.document) else {
            throw unreadable(new.document)
                ?? UsageError(unknown("document", new.document, among: history.documents.map(\.id)))
        }
        guard let newest = document.inOrderOfEffect.last(where: { $0.announcement.erased == nil }) else {
            throw notCopied(nil, of: document.id)
                ?? UsageError(
                    "\(document.id) has no edition to start from; write Content/\(document.id)/\(asOf.day).md by hand")
        }
        let moment = try moment(new.announced)
        let terms = history.settings.noticeTerms(at: moment)
        let day = try effective(
            new.effective, of: document.id, announced: moment, terms,
            least: newest.announcement.currentEffective, isUrgent: new.urgent != nil)
        let id = document.freeID(on: day)
        if new.effective == nil, newest.announcement.currentEffective == day, id.number > 1 {
            throw UsageError(
                "\(document.id)/\(newest.id) takes effect on that day already, \(day): change its text in "
                    + "\(newest.source.path), or name the day of one more edition with --effective")
        }
        let path = "Content/\(document.id)/\(id).md"
        guard !tree.holds(path) else {
            throw UsageError(
                "\(path) is there already and cannot be read as an edition; mend what trustpress check says of it, or give "
                    + "another day with --effective")
        }
        if let problem = notCopied(newest, of: document.id) { throw problem }
        var keys: [JSONValue.Member] = [.init("title", .string(newest.title.value))]
        if newest.version != nil { keys.append(.init("version", "[Insert the version]")) }
        keys.append(.init("announced", .string("\(moment)")))
        keys.append(.init("summary", .string(new.summary ?? "[Insert what changes, and why]")))
        if let urgent = new.urgent { keys.append(.init("urgent", .string(urgent))) }
        let frontMatter = "---\n\(JSONValue.object(keys).yaml)---\n"
        let text = frontMatter + newest.body.text
        let blank = new.summary == nil ? ", write its summary," : ""
        return try held(
            Draft(
                path, text: text,
                done: "Wrote \(path), with the text of \(newest.id): announced on \(moment), in effect from \(day)"
                    + (id.number > 1 ? ", after the other edition of that day." : "."),
                next: "Next: change the text below its second ---\(blank) and run trustpress check.")
        ) {
            // What is copied stood there before and was published; it is about to be changed.
            $0.file == path && ($0.id.isOnWordingOrLinks || $0.id == .missingKey)
                && $0.place.line > frontMatter.count { $0 == "\n" }
        }
    }

    /// What is said of a name that nothing has.
    func unknown(_ kind: String, _ name: String, among ids: [String]) -> String {
        let meant = nearID(name, among: ids).map { "; did you mean \($0)?" }
        return "there is no \(kind) \"\(name)\""
            + (meant ?? (ids.isEmpty ? "" : "; there \(ids.count == 1 ? "is" : "are") \(ids.joined(separator: ", "))"))
    }
}
