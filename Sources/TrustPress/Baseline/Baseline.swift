import Disk
import Model
import Record
import Source

/// What counts as published for a run. It only judges: no byte of the output depends on it.
package struct Baseline: Sendable {
    package var previous: PreviousBuild
    /// Nobody named it, so what it forbids is a warning.
    package var isAssumed = false
}

/// What `--previous` says.
package enum BaselineChoice: Sendable, Hashable {
    /// The option is left out: the last commit, where the site lies in a git checkout.
    case lastCommit
    /// `none`: no baseline.
    case none
    /// The folder of an earlier build, or its `record/`.
    case build(String)
    /// `git:REV[@AS-OF]`: what the sources at a revision announced by the as-of of their publication.
    case revision(String, AsOf?)

    /// - Parameter option: what was given as `--previous`; nil where it was left out.
    /// - Throws: `UsageError` for a revision without a name, or with a day that is none, and for an address.
    package init(option: String?) throws(UsageError) {
        guard let option else {
            self = .lastCommit
            return
        }
        guard option.hasPrefix("git:") else {
            guard !option.contains("://") else {
                throw UsageError(
                    "--previous takes no address; ci/fetch.sh, which trustpress new site writes, downloads what is published at "
                        + "one into a folder")
            }
            self = option == "none" ? .none : .build(option)
            return
        }
        let words = option.dropFirst("git:".count)
        guard let mark = words.lastIndex(of: "@") else {
            self = .revision(try Self.name(words), nil)
            return
        }
        let day = words[words.index(after: mark)...]
        if day.isNearlyDay {
            let asOf = AsOf(try Moment(option: day, of: "--previous git:REV@AS-OF"))
            self = .revision(try Self.name(words[..<mark]), asOf)
        } else {
            // Names of revisions may have the sign in them: `main@{1}`.
            self = .revision(try Self.name(words), nil)
        }
    }

    private static func name(_ words: Substring) throws(UsageError) -> String {
        guard !words.isEmpty else {
            throw UsageError("--previous git: takes the name of a revision, as git:main or git:v1@2026-11-23")
        }
        return String(words)
    }
}

extension Substring {
    /// Whether it begins as a day does, with the four digits of a year and a hyphen, or is one in another order, with the
    /// year at its end: `23.11.2026`. (Names of versions end so with none: `docs@2026.11.2`.)
    fileprivate var isNearlyDay: Bool {
        if prefix(4).allSatisfy(\.isNumber), dropFirst(4).first == "-" { return true }
        let parts = split(omittingEmptySubsequences: false) { "./-".contains($0) }
        return parts.map(\.count).last == 4 && parts.count == 3
            && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isNumber) }
    }
}
