/// Every check, in the order of `docs/checks.md`. A new check is a file of its own and a line here.
package let allChecks: [Check] =
    textChecks

/// The checks on wording and links.
private let textChecks: [Check] = [
    .unsafeURL, .invisibleText, .rawHTML, .placeholder, .duplicateClause,
    .brokenLink, .brokenClause, .clauseLabel, .citedClauseGone, .providerNotListed,
]
