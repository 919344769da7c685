import Diagnostics
import Feeds
import Formats
import Model

/// `/record/`: what the record proves and what it does not, and how to verify it.
///
/// Every command on it is run by a test as it is printed, one after the other in an empty folder.
func recordPage(_ site: PublicSite) -> PageJob {
    PageJob("record/index.html") {
        var frame = Frame(path: "/record/", title: site.theme.string("record"))
        frame.description = site.theme.string("record_intro")
        frame.alternates = [("application/jsonl", site.theme.string("record_entries"), "/record/entries.jsonl")]
        let commands = RecordCommands(site)
        let view: View = [
            "title": frame.title,
            "since": site.time(site.settings.since.value),
            "download": commands.download, "sums": commands.sums, "verify": commands.verify,
            "keep": commands.keep, "later": commands.later,
            "signatures": commands.signatures.map {
                ["words": site.words("record_signed_\($0.tool)"), "commands": $0.commands] as View
            },
            "keys": keys(site),
        ]
        return frame.page(site.theme.render("record", view), site)
    }
}

private func keys(_ site: PublicSite) -> Any {
    let keys = site.settings.recordKeys
    guard !keys.isEmpty else { return false }
    let rows = keys.map { key -> View in
        [
            "label": site.theme.string("record_key_\(key.tool)"), "value": key.key.value,
            "from": site.time(key.from.value), "until": key.until.map { site.time($0.value) } ?? false as Any,
        ]
    }
    return ["rows": rows] as View
}

/// The commands of the record page, lines of a POSIX shell.
struct RecordCommands {
    private let address: String
    private let host: String
    private let keys: [SiteSettings.RecordKey]
    /// Every key of checkpoints: a kept one may be signed by a key that was replaced since.
    private let checkpointKeys: [SiteSettings.RecordKey]

    init(_ site: PublicSite) {
        address = site.addresses.site
        host = address.split(separator: "/").last.map(String.init) ?? ""
        checkpointKeys = site.settings.recordKeys.filter { $0.tool == .note }
        // Of each tool the newest key without a last day. It does not go by today, as the page changes on no day without
        // an event.
        keys = SiteSettings.RecordKey.Tool.allCases.compactMap { tool in
            let own = site.settings.recordKeys.filter { $0.tool == tool }
            let open = own.filter { $0.until == nil }
            return (open.isEmpty ? own : open).max { $0.from.value < $1.from.value }
        }
    }

    /// A copy of everything that the record holds digests of, in the folder that one is in.
    var download: String {
        """
        wget -q -x -nH \(address)/record/SHA256SUMS \(address)/record/checkpoint \(address)/record/as-of
        cut -c67- record/SHA256SUMS | sed 's|^|\(address)/|' | wget -q -x -nH -i -
        """
    }

    var sums: String { "sha256sum -c record/SHA256SUMS" }

    var verify: String { "trustpress verify ." + options(checkpointKeys) }

    var keep: String { "cp record/checkpoint ../checkpoint" }

    var later: String { "trustpress verify . --checkpoint ../checkpoint" + options(checkpointKeys) }

    private func options(_ keys: [SiteSettings.RecordKey]) -> String {
        keys.map { " --key '\($0.key.value)'" }.joined()
    }

    /// By each signature tool that the publisher names a key of.
    var signatures: [(tool: SiteSettings.RecordKey.Tool, commands: String)] {
        keys.compactMap { key in
            switch key.tool {
            case .note: nil
            case .minisign:
                (
                    .minisign,
                    """
                    wget -q -x -nH \(address)/record/SHA256SUMS.minisig
                    minisign -V -P \(key.key.value) -m record/SHA256SUMS
                    """
                )
            case .ssh:
                (
                    .ssh,
                    """
                    wget -q -x -nH \(address)/record/SHA256SUMS.sig
                    echo '\(host) \(key.key.value)' > allowed_signers
                    ssh-keygen -Y verify -f allowed_signers -I \(host) -n file -s record/SHA256SUMS.sig < record/SHA256SUMS
                    """
                )
            }
        }
    }
}
