import Diagnostics
import Formats
import Model
import Source
import TrustPress

/// What `trustpress new change` is asked for.
package struct NewChange: Sendable, GivenValues {
    /// The provider's id, or its register's and its own: `subprocessors/anthropic`.
    package var provider: String
    package var announced: String?
    package var effective: String?
    package var urgent: String?
    /// Keys and values as they stand in YAML: `locations=[DE, IE]`.
    package var values: [String]
    /// Whether it is taken off the list.
    package var isRemoval: Bool
    /// What changes and why; nil leaves a blank.
    package var note: String?

    package init(
        provider: String, announced: String? = nil, effective: String? = nil, urgent: String? = nil,
        values: [String] = [], isRemoval: Bool = false, note: String? = nil
    ) {
        self.provider = provider
        self.announced = announced
        self.effective = effective
        self.urgent = urgent
        self.values = values
        self.isRemoval = isRemoval
        self.note = note
    }
}

extension NewChange {
    /// Takes the safeguards of a transfer as a person types them, in the place of what was said of them before.
    package mutating func answerTransfer(_ text: String) {
        let key = ProviderField.transfer.rawValue
        values.removeAll { $0.hasPrefix("\(key)=") }
        values.append(writtenValue(key, text))
    }
}

extension Workbench {
    /// The names by which `trustpress new change` takes the providers: their ids, and where one is in several lists, its
    /// register's and its own.
    package var providers: [String] {
        shortNames(
            history.documents.flatMap { document in
                (document.register?.providers ?? []).map { "\(document.id)/\($0.provider.id)" }
            })
    }

    /// Names without what stands before their first slash, where no other is the same then.
    func shortNames(_ names: [String]) -> [String] {
        let short = names.map { String($0.drop { $0 != "/" }.dropFirst()) }
        let counts = Dictionary(short.map { ($0, 1) }, uniquingKeysWith: +)
        return zip(names, short).map { counts[$1] == 1 ? $1 : $0 }
    }

    /// One more change of a provider, at the end of its file.
    ///
    /// - Throws: `UsageError` where there is no such provider or its days cannot be; `EditProblem`; `RefusedDraft`.
    package func draft(_ new: NewChange) throws -> Draft {
        var new = new
        try new.takeOptions()
        let (register, provider) = try provider(new.provider)
        let moment = try moment(new.announced)
        let day = try day(of: new, announced: moment, in: register, provider)
        let path = provider.provider.source.path
        let file = try file(of: provider, with: new, announced: moment, effective: day)
        let namesSomething = new.isRemoval || !new.values.isEmpty
        let hasBlank = new.values.contains { $0.contains("\"[") }
        let isWhole = new.note != nil && namesSomething && !hasBlank
        let blanks =
            hasBlank
            ? "write what stands in brackets in it"
            : namesSomething
                ? "write its note" : "write below its days what changes, as locations: [DE, IE], and its note"
        return try held(
            Draft(
                [OutputFile(path: path, bytes: file.bytes)],
                done: "Added a change to \(path): announced on \(moment), in effect from \(day).",
                next: isWhole ? "Next: run trustpress check." : "Next: \(blanks), and run trustpress check.")
        ) { !namesSomething && $0.id == .emptyChange && $0.file == path }
    }

    /// The day of effect: the one that was asked for, else the first possible.
    private func day(
        of new: NewChange, announced moment: Moment, in register: DocumentHistory, _ provider: ProviderHistory
    ) throws -> CalendarDate {
        if new.isRemoval, new.effective == nil { return removalDay(of: provider, announced: moment.day) }
        let least = provider.changes.last { !$0.announcement.isWithdrawn }.map {
            max($0.announcement.currentEffective, moment.day)
        }
        let soonest = new.effective.flatMap { CalendarDate($0) } ?? least ?? moment.day
        let isFree = try new.urgent != nil || new.isRemoval || !needsNotice(new, of: provider, moment, soonest)
        let terms = history.noticeTerms(ofRowsOf: register.id, at: moment)
        return try effective(
            new.effective, of: register.id, announced: moment, terms, least: least, isUrgent: isFree)
    }

    /// The first day on which a provider can go. Taking something away needs no notice, but what is to come of a provider that is
    /// listed comes before.
    private func removalDay(of provider: ProviderHistory, announced day: CalendarDate) -> CalendarDate {
        guard provider.state(on: day).isListed else { return day }
        let last = provider.changes.lazy.map(\.announcement).filter { !$0.isWithdrawn }.map(\.currentEffective).max()
        return last.map { max($0, day) } ?? day
    }

    /// Whether customers must have notice of a change, as the checks ask it of the file that holds it. One that names
    /// nothing yet may need it, and so may one that cannot be read.
    private func needsNotice(
        _ new: NewChange, of provider: ProviderHistory, _ moment: Moment, _ day: CalendarDate
    ) throws -> Bool {
        guard !new.values.isEmpty else { return true }
        let file = try file(of: provider, with: new, announced: moment, effective: day)
        var tree = tree
        tree.files[file.file.path] = FileContent(file.bytes)
        guard let library = readLibrary(tree).library else { return true }
        let rows = History(resolving: library).documents.flatMap { $0.register?.providers ?? [] }
        let row = rows.first { $0.provider.source.path == file.file.path }
        let position = provider.provider.changes.count
        return row?.changes.first { $0.written.position == position }?.needsNotice ?? true
    }

    /// The provider's file with the change at its end.
    private func file(
        of provider: ProviderHistory, with new: NewChange, announced moment: Moment, effective day: CalendarDate
    ) throws -> EditedFile {
        var item: [JSONValue.Member] = [.init("announced", .string("\(moment)"))]
        if day != moment.day { item.append(.init("effective", .string("\(day)"))) }
        item += try writtenValues(new.values)
        if new.isRemoval { item.append(.init("removed", true)) }
        item.append(.init("note", .string(new.note ?? "[Insert what changes, and why]")))
        if let urgent = new.urgent { item.append(.init("urgent", .string(urgent))) }
        var file = try EditedFile(provider.provider.source.path, in: tree)
        try file.add("changes", .object(item), isList: true)
        return file
    }

    /// The provider that is named, by its id alone or below its register's.
    package func provider(_ name: String) throws(UsageError) -> (DocumentHistory, ProviderHistory) {
        let found = history.documents.flatMap { document in
            (document.register?.providers ?? []).filter {
                $0.provider.id == name || "\(document.id)/\($0.provider.id)" == name
            }
            .map { (document, $0) }
        }
        if found.count > 1 {
            throw UsageError(
                "\(name) is in several lists; write \(found.map { "\($0.0.id)/\(name)" }.joined(separator: " or "))")
        }
        guard let found = found.first else {
            throw unreadable(name)
                ?? UsageError(
                    unknown(
                        "provider", name,
                        among: history.documents.flatMap { ($0.register?.providers ?? []).map(\.provider.id) }))
        }
        return found
    }
}
