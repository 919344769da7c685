/// Every check, in the order of `docs/checks.md`. A new check is a file of its own and a line here.
package let allChecks: [Check] =
    textChecks + dayChecks + registerChecks + expiryChecks + lookChecks

/// The checks on wording and links.
private let textChecks: [Check] = [
    .unsafeURL, .cutText, .cutItem, .mergeConflict, .tooComplexText, .invisibleText, .rawHTML, .placeholder,
    .leftoverMarkup, .quotedValue, .semicolonInItem, .itemOnLine, .indentedCode, .listNumber, .statedDate,
    .duplicateClause, .skippedClause, .textMissing,
    .brokenLink, .unnamedFile, .linkedAsset, .brokenClause, .clauseLabel, .citedClauseGone, .providerNotListed,
    .namedTooEarly,
]

/// The checks on days and notices.
private let dayChecks: [Check] = [
    .conflictingSettings, .noticeTooShort, .notEditorial, .recordedLate, .termsTooShort, .objectionAfterEffect,
    .effectiveBeforeAnnounced,
    .termsBeforeAnnounced, .outOfOrder,
    .emptyChange, .emptyEdition, .emptyErasure, .standInWithoutErasure, .conflictingChange,
    .interimMissing, .withdrawnTooLate, .postponedTooLate, .distantDate, .summaryMissing, .noteMissing,
]

/// The checks on the register.
private let registerChecks: [Check] = [
    .emptyList, .providerStillEngaged, .providerNotListedInRow, .transferMissing, .transferFallback, .placeMissing,
    .annexIncomplete, .listedTwice, .vaguePurpose, .aiTermsMissing, .notVerified,
]

/// What changes with time alone.
private let expiryChecks: [Check] = [.certificationExpired, .securityTxtExpired, .holidaysMissing]

/// How the site looks.
private let lookChecks: [Check] = [.lowContrast]
