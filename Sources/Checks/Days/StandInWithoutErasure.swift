import Diagnostics
import Formats
import Model

extension Check {
    /// `missing-key`: `(erased)` says that a text was published and had to go; where nothing was erased, it would have
    /// readers look for words that never were. What was said later of an item is never erased, so it stands there for
    /// nothing at all.
    package static let standInWithoutErasure = Check { context in
        context.history.documents.flatMap(\.items).flatMap { item in
            standIns(in: item) + item.announcement.reasons.filter { isStandIn($0.value) }.map(standInReason)
        }.map { Finding($0) }
    }
}

private func standIns(in item: NoticeItem) -> [Diagnostic] {
    guard item.announcement.erased == nil, case .object(let members)? = item.keys else { return [] }
    return members.filter { holdsStandIn($0.value) }.map { member in
        Diagnostic(
            .missingKey, at: item.span(of: member.key),
            "\"\(member.key)\" says \(Erasure.standIn), and nothing here says what was erased and when",
            help: "write the words themselves; only where they were published and must go, add "
                + "erased: {announced: …, reason: …, sha256: …} beside it")
    }
}

private func standInReason(_ reason: Sourced<String>) -> Diagnostic {
    Diagnostic(
        .missingKey, at: reason.span, "a reason cannot be erased, and this one says \(Erasure.standIn)",
        help: "write the reason, and name no person in it")
}

private func holdsStandIn(_ value: JSONValue) -> Bool {
    switch value {
    case .string(let text): isStandIn(text)
    case .array(let items): items.contains(where: holdsStandIn)
    case .object(let members): members.contains { holdsStandIn($0.value) }
    default: false
    }
}

/// Whether readers would take a text for the stand-in: in other letters or with markup around it as well.
private func isStandIn(_ text: String) -> Bool {
    text.utf8.count <= 40 && text.contains("(") && text.lowercased().filter(\.isLetter) == "erased"
}
