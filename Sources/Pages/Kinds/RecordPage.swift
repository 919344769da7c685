import Diagnostics
import Formats
import Language
import Model
import Site

/// `/record/`: what the record proves and what it does not, and how to verify it.
///
/// Every command on it is run by a test as it is printed, one after the other in an empty folder.
func recordPage(_ site: PublicSite) -> PageJob {
    PageJob("record/index.html", site) {
        var head = PageHead(path: "/record/", title: site.say("Record"))
        let intro = site.say(
            "Everything that was ever announced on this site is in one list that only grows. With it you can prove that nothing published here was altered later."
        )
        head.description = intro
        head.alternates = [("application/jsonl", site.say("The list"), "/record/entries.jsonl")]
        return PageParts(
            head: head, template: "page", kind: "record",
            facts: [
                .heading(head.title, site),
                Fact(.text, HTML.block("div", ["data-record": ""], recordText(intro, site))),
            ])
    }
}

private func recordText(_ intro: String, _ site: PublicSite) -> [String?] {
    let commands = RecordCommands(site)
    func paragraph(_ words: Saying) -> String { "<p>\(site.say(words))</p>" }
    func step(_ words: Saying, _ commands: String) -> String {
        "\(paragraph(words))\n<pre><code>\(Escaping.html(commands))</code></pre>"
    }
    let files = [
        ("/record/entries.jsonl", site.say("The list")),
        ("/record/names.jsonl", site.say("Names and other words behind its digests")),
        ("/record/checkpoint", site.say("Its checkpoint")), ("/record/SHA256SUMS", site.say("The digests")),
        ("/record/as-of", site.say("The day for which this site was built")),
    ]
    return [
        "<p>\(intro)</p>", "<h2>\(site.say("What it proves"))</h2>",
        paragraph(
            """
            Each text, each change of a list and each file that a text links to is the one that was announced, to the byte. And \
            since the day on which you kept a checkpoint, no line of the list was altered, dropped or put in between. What had \
            to be erased is erased openly, and everything else still proves.
            """),
        paragraph(
            """
            It does not prove that a text is true, nor when it was first shown to anybody before you kept a checkpoint, unless \
            a witness that you trust has signed one. Nor does it show by itself that everybody sees the same list: compare your \
            checkpoint with those of others, or with one that witnesses signed.
            """),
        paragraph(
            """
            Not in it are pages without history, such as the overview, certifications, and what the list of companies shows as \
            it is today alone.
            """),
        freeFiles(site),
        "<h2>\(site.say("How to verify"))</h2>",
        step("Make an empty folder, go into it, and download what the list holds digests of:", commands.download),
        step("Every file must be what its digest says:", commands.sums),
        step(
            "The list itself must be whole: its form, its order, its checkpoint, every text and no more.",
            commands.verify),
        step("Keep the checkpoint. It is a few lines, and the only thing that you need to keep:", commands.keep),
        step(
            "On any later day, download again and see whether the list goes on where your checkpoint ends:",
            commands.later),
        commands.isUnsigned
            ? paragraph(
                """
                This checkpoint is not signed, although a key for checkpoints is in use: these commands cannot tell who made it.
                """) : nil,
        HTML.lines(
            commands.signatures.map { tool, commands in
                tool == .minisign
                    ? step("The digests are signed with minisign:", commands)
                    : step("The digests are signed with an SSH key:", commands)
            }),
        keys(site), "<h2>\(site.say("The format"))</h2>",
        paragraph(
            """
            Each line of the list is canonical JSON (RFC 8785) with ids, days and SHA-256 digests. The checkpoint holds the \
            origin, the number of lines and the root of the Merkle tree over them (RFC 6962; a leaf is a line without its line \
            feed), as transparency logs have it (C2SP tlog-checkpoint and signed-note).
            """),
        HTML.block("ul", ["class": "tools"], files.map { "<li>\(site.link($0.0, $0.1))</li>" }),
    ]
}

/// The files that nothing in the record names.
private func freeFiles(_ site: PublicSite) -> String? {
    let files = SiteFileNames(site.history, texts: site.texts).free
    guard !files.isEmpty else { return nil }
    let links = files.map { "<li>\(site.link($0, site.isolated($0)))</li>" }
    return "<p>\(site.say("Nor are these files, which only pages of that kind name:"))</p>\n"
        + HTML.block("ul", [:], links)
}

private func keys(_ site: PublicSite) -> String? {
    let rows = site.settings.recordKeys.map { key -> (String, String) in
        let label =
            switch key.tool {
            case .note: site.say("Checkpoint")
            case .minisign: site.say("Digests, minisign")
            case .ssh: site.say("Digests, ssh-keygen")
            }
        let from = site.time(key.from.value)
        let days =
            key.until.map { site.say("Valid from \(from), valid until \(site.time($0.value))") }
            ?? site.say("Valid from \(from)")
        return (label, "<code>\(Escaping.html(key.key.value))</code><br>\(days)")
    }
    return HTML.pairs(rows).map { table in
        let words = site.say(
            """
            The publisher signs with these keys. Compare them with a copy that you had another way. One that is replaced still \
            verifies what it signed.
            """)
        return "<h2>\(site.say("Keys"))</h2>\n<p>\(words)</p>\n\(table)"
    }
}

/// The commands of the record page, lines of a POSIX shell.
struct RecordCommands {
    private let address: String
    private let host: String
    private let wget: String
    /// Of each tool the newest key in use.
    private let keys: [SiteSettings.SignerKey]
    /// Where the checkpoint is signed, every key of checkpoints that ever was: a kept one may be signed by a key that was
    /// replaced since. With a key, an unsigned one would be refused.
    private let checkpointKeys: [SiteSettings.SignerKey]
    /// Whether the checkpoint is not signed, and should be.
    let isUnsigned: Bool

    init(_ site: PublicSite) {
        let url = site.settings.url.value
        address = url.description
        host = url.host
        // With the folders that it makes below the host, but for those that the site itself stands in.
        wget = "wget -q -x -nH" + (url.depth == 0 ? "" : " --cut-dirs=\(url.depth)")
        // By the lines of the record, which say on its first day that a key begins and on its last that it ends: the page
        // changes on no day without an event. With a key that is over or still to come nothing of today verifies.
        let begun = site.settings.recordKeys.filter { $0.from.value <= site.today }
        let inUse = begun.filter { key in key.until.map { $0.value > site.today } ?? true }
        keys = SiteSettings.SignerKey.Tool.allCases.compactMap { tool in
            inUse.filter { $0.tool == tool }.max { $0.from.value < $1.from.value }
        }
        // Which build is signed, the build says: on the last day of a key its checkpoint is.
        checkpointKeys = site.isSigned ? begun.filter { $0.tool == .note } : []
        isUnsigned = !site.isSigned && inUse.contains { $0.tool == .note }
    }

    /// A copy of everything that the record holds digests of, in the folder that one is in.
    var download: String {
        """
        \(wget) \(address)/record/SHA256SUMS \(address)/record/checkpoint \(address)/record/as-of
        cut -c67- record/SHA256SUMS | sed 's|^|\(address)/|' | \(wget) -i -
        """
    }

    var sums: String { "sha256sum -c record/SHA256SUMS" }

    var verify: String { "trustpress verify ." + options(checkpointKeys) }

    var keep: String { "cp record/checkpoint ../checkpoint" }

    var later: String { "trustpress verify . --checkpoint ../checkpoint" + options(checkpointKeys) }

    private func options(_ keys: [SiteSettings.SignerKey]) -> String {
        keys.map { " --key '\($0.key.value)'" }.joined()
    }

    /// By each signature tool that the publisher names a key of.
    var signatures: [(tool: SiteSettings.SignerKey.Tool, commands: String)] {
        keys.compactMap { key in
            switch key.tool {
            case .note: nil
            case .minisign:
                (
                    .minisign,
                    """
                    \(wget) \(address)/record/SHA256SUMS.minisig
                    minisign -V -P \(key.key.value) -m record/SHA256SUMS
                    """
                )
            case .ssh:
                (
                    .ssh,
                    """
                    \(wget) \(address)/record/SHA256SUMS.sig
                    echo '\(host) \(key.key.value)' > allowed_signers
                    ssh-keygen -Y verify -f allowed_signers -I \(host) -n file -s record/SHA256SUMS.sig < record/SHA256SUMS
                    """
                )
            }
        }
    }
}
