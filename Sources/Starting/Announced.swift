import Diagnostics
import Formats
import Model
import Record
import Source
import TrustPress

/// Something announced that a command speaks of: an edition, or a change of a provider.
struct Announced {
    var item: NoticeItem
    /// `privacy/2026-11-23`, `subprocessors/anthropic/2027-01-10`.
    var name: String
    /// The file in which it stands, and where in it.
    var path: String
    var place: EditedFile.Place
}

extension Workbench {
    /// Everything announced in the sources, with the names by which commands take it.
    private var announced: [Announced] {
        history.documents.flatMap { document in
            document.editions.map { edition in
                Announced(
                    item: .edition(edition), name: "\(document.id)/\(edition.id)", path: edition.source.path,
                    place: .top)
            }
                + (document.register?.providers ?? []).flatMap { provider in
                    provider.changes.map { change in
                        Announced(
                            item: .change(change), name: "\(document.id)/\(change.id)",
                            path: provider.provider.source.path,
                            place: change.written.isFirstState
                                ? .top : .item(change.written.position - 1, of: "changes"))
                    }
                }
        }
    }

    /// What can still be postponed or withdrawn, by the shortest names that mean it: announced, and not in effect yet.
    package var upcoming: [String] { announced.filter(isUpcoming).map(shownName) }

    /// - Throws: `UsageError` where a name means nothing that can be postponed or withdrawn.
    package func checkUpcoming(_ name: String) throws(UsageError) { _ = try announced(name, isUpcoming: true) }

    /// How something is called where it is offered: a change without its register, where that is enough.
    private func shownName(_ announced: Announced) -> String {
        guard case .change = announced.item else { return announced.name }
        let short = String(announced.name.drop { $0 != "/" }.dropFirst())
        return self.announced.count { $0.name.hasSuffix("/\(short)") } == 1 ? short : announced.name
    }

    private func isUpcoming(_ announced: Announced) -> Bool {
        let announcement = announced.item.announcement
        return !announcement.isWithdrawn && announcement.currentEffective > asOf.day
    }

    /// What a name means: `privacy/2027-03-01`, `subprocessors/anthropic/2027-01-10`, the same without the register, or a
    /// document or a provider of which just one is meant.
    ///
    /// - Parameter isUpcoming: whether only what is not in effect yet can be meant.
    /// - Throws: `UsageError` where it is nothing, or not one thing.
    func announced(_ name: String, isUpcoming: Bool) throws(UsageError) -> Announced {
        let all = announced
        let candidates = isUpcoming ? all.filter(self.isUpcoming) : all
        if let exact = candidates.first(where: { $0.name == name }) { return exact }
        func isMeant(_ announced: Announced) -> Bool {
            announced.name.hasSuffix("/\(name)") || "/\(announced.name)".contains("/\(name)/")
        }
        let near = candidates.filter(isMeant)
        if near.count == 1 { return near[0] }
        if near.count > 1 {
            throw UsageError("\(name) may be several; write one of \(near.map(shownName).joined(separator: ", "))")
        }
        if let problem = unreadable(name) { throw problem }
        // The one that was said last, where a document or a provider is named of which nothing is to come.
        let gone = all.first { $0.name == name } ?? all.filter(isMeant).max { $0.lastMoment < $1.lastMoment }
        if let gone {
            let announcement = gone.item.announcement
            throw UsageError(
                announcement.isWithdrawn
                    ? "\(gone.name) is withdrawn already"
                    : "\(gone.name) took effect on \(announcement.currentEffective); what is in effect is changed by a new "
                        + "edition or change")
        }
        throw UsageError(
            candidates.isEmpty
                ? "nothing is announced that is not in effect yet"
                : unknown("edition or change", name, among: candidates.map(shownName)))
    }
}

extension Announced {
    /// When something was last said of it.
    fileprivate var lastMoment: Moment {
        let announcement = item.announcement
        return announcement.laterMoments.reduce(announcement.moment, max)
    }
}
