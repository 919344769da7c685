import Diagnostics
import Model
import Source
import TrustPress

extension Workbench {
    /// That what a name means may be in a file which is there and cannot be read; nil where there is no such file.
    ///
    /// - Parameter name: of a document, a register, an edition, a provider or a change, as commands take it.
    func unreadable(_ name: String) -> UsageError? {
        let parts = name.split(separator: "/")
        return unreadable { document, stem in
            parts == [document] || parts.prefix(2) == [document, stem]
                || parts.first == stem && (parts.count == 1 || EditionID(stem) == nil)
        }
    }

    /// That an edition of a document cannot be copied: it is not the newest one for certain, or part of what it says was
    /// not taken in.
    ///
    /// - Parameter newest: of those that can be read; nil where there is none.
    func notCopied(_ newest: Edition?, of document: String) -> UsageError? {
        if let newest,
            site.reading.diagnostics.contains(where: { $0.file == newest.source.path && $0.severity == .error })
        {
            return .unreadable(newest.source.path)
        }
        return unreadable { folder, stem in
            guard folder == document, let id = EditionID(stem) else { return false }
            return newest.map { $0.id < id } ?? true
        }
    }

    /// - Parameter isMeant: says of a document or register, and the name of a file of it, whether that is asked for.
    private func unreadable(where isMeant: (_ document: Substring, _ stem: Substring) -> Bool) -> UsageError? {
        site.reading.unreadable.sorted().first { path in
            let parts = path.split(separator: "/").filter { $0 != "providers" }
            guard parts.count == 3, parts[0] == "Content", let stem = parts[2].split(separator: ".").first else {
                return false
            }
            return tree.holds(path) && isMeant(parts[1], stem)
        }
        .map(UsageError.unreadable)
    }
}

extension UsageError {
    fileprivate static func unreadable(_ path: String) -> UsageError {
        UsageError("\(path) cannot be read as it is; trustpress check says what is wrong with it")
    }
}
