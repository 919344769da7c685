import Diagnostics
import Formats
import Model
import Record
import Source
import TrustPress

/// What `trustpress new erasure` is asked for.
package struct NewErasure: Sendable {
    /// An edition or a change: `privacy/2026-11-23`, `subprocessors/anthropic/2027-01-10`.
    package var item: String
    /// The keys whose texts go, as `note`; of an edition its text goes anyway.
    package var keys: [String]
    package var announced: String?
    /// Nil leaves a blank.
    package var reason: String?

    package init(of item: String, keys: [String] = [], announced: String? = nil, reason: String? = nil) {
        self.item = item
        self.keys = keys
        self.announced = announced
        self.reason = reason
    }
}

extension Workbench {
    /// An erasure: the words go from the source, with the digests by which the record still holds of all the rest.
    ///
    /// - Throws: `UsageError` where there is nothing of the name, or no text of it is named; `EditProblem`;
    ///   `RefusedDraft`.
    package func draft(_ new: NewErasure) throws -> Draft {
        let target = try announced(new.item, isUpcoming: false)
        let moment = try moment(new.announced, of: target.item)
        guard let published = target.item.published else { throw UsageError("nothing is published of \(target.name)") }
        var keys = new.keys
        let isEdition = if case .edition = target.item { true } else { false }
        if keys.isEmpty, !isEdition {
            throw UsageError(
                "say which texts of \(target.name) go with --text: \(texts(of: target.item).joined(separator: ", "))")
        }
        try check(keys, of: target)
        // Without the salt the words could be guessed from the digest.
        if target.item.announcement.salt.map({ $0.value != Erasure.standIn }) ?? false { keys.append("salt") }
        var file = try EditedFile(target.path, in: tree)
        if isEdition { try file.removeBody() }
        let said = (target.item.keys?.members ?? []).map(\.key)
        for key in keys {
            do {
                try file.set(key, .string(Erasure.standIn), at: target.place)
            } catch let problem {
                guard !said.contains(key) else { throw problem }
                let texts = texts(of: target.item).joined(separator: ", ")
                throw UsageError("\(target.name) says no \(key); the texts that can go are \(texts)")
            }
        }
        // The files that nothing names any more go with the words, and their digests stay.
        let files = namedFiles(in: published.text).filter { !namedFiles(in: file.file.text).contains($0) }
        var value: [JSONValue.Member] = [
            .init("announced", .string("\(moment)")), .init("reason", .string(new.reason ?? "[Insert why]")),
            .init("sha256", .string(published.digest)),
        ]
        let digests = try files.compactMap { path -> JSONValue.Member? in
            try tree.attachments["Content\(path)"].map { .init(path, .string(sha256(try $0.bytes()))) }
        }
        if !digests.isEmpty { value.append(.init("files", .object(digests))) }
        let earlier = target.item.announcement.erasures.map { $0.written }
        if earlier.count == 1 {
            try file.set("erased", .array(earlier + [.object(value)]), at: target.place)
        } else {
            try file.add("erased", .object(value), at: target.place)
        }
        let what = (isEdition ? ["the text"] : []) + keys
        let blank = new.reason == nil ? "write its reason without naming anybody, and " : ""
        return try held(
            Draft(
                [OutputFile(path: target.path, bytes: file.bytes)],
                done: "Erased \(what.joined(separator: ", ")) of \(target.name) in \(target.path), as of \(moment).",
                next: "Next: \(blank)run trustpress check --previous PUBLISHED; the words are still in the "
                    + "repository's history."))
    }

    /// - Throws: `UsageError` for a key whose value is no words of its own, and stays.
    private func check(_ keys: [String], of target: Announced) throws(UsageError) {
        for key in keys {
            switch ProviderField(rawValue: key)?.type {
            case .texts, .groups, .places, .transfer, .products, .provider, .choice, .date:
                let texts = texts(of: target.item)
                throw UsageError(
                    "\(key) is not erased: kinds of data, places, days and the like stay, as the list on each day is made of "
                        + "them" + (texts.isEmpty ? "" : "; the texts that can go are \(texts.joined(separator: ", "))")
                )
            default: break
            }
            switch target.item.keys?.members.first(where: { $0.key == key })?.value {
            case .array, .object:
                throw UsageError(
                    "\(key) holds more than one text: write (erased) in \(target.path) in the place of each that must go, and "
                        + "erased: with announced, reason and the sha256 of \(target.name) in the record")
            default: break
            }
        }
    }

    /// The keys of a change whose words can go; none of an edition, whose text goes.
    package func erasableTexts(of name: String) throws(UsageError) -> [String] {
        let item = try announced(name, isUpcoming: false).item
        return if case .edition = item { [] } else { texts(of: item) }
    }

    /// The keys of an item whose values are words.
    private func texts(of item: NoticeItem) -> [String] {
        let days: Set<String> = ["announced", "effective", "recorded", "true_since"]
        return (item.keys?.members ?? []).compactMap { member in
            guard case .string(let text) = member.value, !days.contains(member.key), text != Erasure.standIn,
                ProviderField(rawValue: member.key).map({ $0.type == .text }) ?? true
            else { return nil }
            return member.key
        }
    }
}
