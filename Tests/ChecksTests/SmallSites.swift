import Checks
import Diagnostics
import Model
import Source
import TestSupport
import TrustPress

/// Everything that is found in a small site, as tests write it down.
///
/// - Parameters:
///   - text: the site, in the form of `World`.
///   - day: what the run speaks for.
///   - isForSigning: whether its list is meant as Annex III. Rows say what their test is about and no more, and
///     editions may say nothing.
func findings(in text: String, asOf day: String = "2026-06-01", isForSigning: Bool = false) throws -> String {
    try diagnostics(in: text, asOf: day, isForSigning: isForSigning).listing
}

/// Everything that is found in a small site.
func diagnostics(
    in text: String, asOf day: String = "2026-06-01", isForSigning: Bool = false
) throws -> [Diagnostic] {
    let site = try checkSite(World(text).tree) { offset throws(UsageError) in
        try AsOfChoice(option: day, epoch: nil, now: 0, offset: offset)
    }
    return isForSigning
        ? site.diagnostics
        : site.diagnostics.filter { $0.id != .annexIncomplete && $0.message != "this edition has no text" }
}

/// The start of a provider's file, without the day on which it is announced.
let acmeRow = """
    name: Acme Cloud
    entity: Acme Ltd
    purpose: Hosts the databases
    data: [content]
    locations: [DE]
    """

/// The same, valid from the beginning.
let acme = acmeRow + "\nannounced: 2026-01-01"

/// A small site of one register with one provider, whose file is given.
func findings(
    inProvider file: String, site more: String = "", asOf day: String = "2026-06-01", isForSigning: Bool = false
) throws -> String {
    try findings(
        in: """
            -- Content/site.yaml --
            \(World.site(documents: ["subprocessors"], more))
            -- Content/subprocessors/2026-01-01.md --
            ---
            title: Subprocessors
            ---
            -- Content/subprocessors/providers/acme.yaml --
            \(file)
            """, asOf: day, isForSigning: isForSigning)
}
