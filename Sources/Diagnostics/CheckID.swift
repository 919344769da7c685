/// The permanent name of a check, as it stands in brackets behind a diagnostic and as a key of `checks:` in site.yaml.
///
/// What each one means, with a wrong and a right example, is in `docs/checks.md`.
package enum CheckID: String, CaseIterable, Sendable, Hashable {
    // Reading files
    case syntax
    case unknownKey = "unknown-key"
    case duplicateKey = "duplicate-key"
    case missingKey = "missing-key"
    case wrongType = "wrong-type"
    case invalidDate = "invalid-date"
    case invalidID = "invalid-id"
    case invalidUTF8 = "invalid-utf8"
    case fileTooLarge = "file-too-large"
    case tooComplex = "too-complex"
    case unsafePath = "unsafe-path"
    case unsafeURL = "unsafe-url"
    case cutText = "cut-text"
    case mergeConflict = "merge-conflict"
    case unsafeFile = "unsafe-file"
    case outputCollision = "output-collision"
    case template
    case lowContrast = "low-contrast"

    // Texts
    case invisibleText = "invisible-text"
    case rawHTML = "raw-html"
    case placeholder
    case leftoverMarkup = "leftover-markup"
    case indentedCode = "indented-code"
    case listNumber = "list-number"
    case statedDate = "stated-date"
    case summaryMissing = "summary-missing"
    case noteMissing = "note-missing"

    // Days and notices
    case conflictingSettings = "conflicting-settings"
    case noticeTooShort = "notice-too-short"
    case notEditorial = "not-editorial"
    case recordedLate = "recorded-late"
    case objectionAfterEffect = "objection-after-effect"
    case effectiveBeforeAnnounced = "effective-before-announced"
    case outOfOrder = "out-of-order"
    case emptyChange = "empty-change"
    case conflictingChange = "conflicting-change"
    case interimMissing = "interim-missing"
    case withdrawnTooLate = "withdrawn-too-late"
    case postponedTooLate = "postponed-too-late"
    case distantDate = "distant-date"

    // Links and clauses
    case brokenLink = "broken-link"
    case brokenClause = "broken-clause"
    case clauseLabel = "clause-label"
    case duplicateClause = "duplicate-clause"
    case skippedClause = "skipped-clause"
    case citedClauseGone = "cited-clause-gone"
    case providerNotListed = "provider-not-listed"

    // The register
    case providerStillEngaged = "provider-still-engaged"
    case unknownCountry = "unknown-country"
    case transferMissing = "transfer-missing"
    case transferFallback = "transfer-fallback"
    case placeMissing = "place-missing"
    case annexIncomplete = "annex-incomplete"
    case listedTwice = "listed-twice"
    case vaguePurpose = "vague-purpose"
    case aiTermsMissing = "ai-terms-missing"
    case notVerified = "not-verified"

    // What time or the output shows
    case certificationExpired = "certification-expired"
    case securityTxtExpired = "security-txt-expired"
    case holidaysMissing = "holidays-missing"
    case privateField = "private-field"

    // With `--previous`
    case publishedTextChanged = "published-text-changed"
    case publishedTextMissing = "published-text-missing"
    case settingsChanged = "settings-changed"
    case authorityChanged = "authority-changed"
    case backdated
    case erasedUnpublished = "erased-unpublished"
    case asOfWentBack = "as-of-went-back"

    // Without `--sign-key`
    case unsigned
}

package enum Severity: String, Sendable, Hashable {
    case error
    case warning
}

extension CheckID {
    /// What the check's findings are where site.yaml says nothing.
    package var severity: Severity {
        switch self {
        case .statedDate, .citedClauseGone, .transferFallback, .placeMissing, .annexIncomplete, .listedTwice,
            .vaguePurpose, .aiTermsMissing, .notVerified, .certificationExpired, .securityTxtExpired, .holidaysMissing,
            .unsigned, .distantDate, .skippedClause:
            .warning
        default: .error
        }
    }

    /// Whether this is one of the checks on wording and links: errors that `checks:` in site.yaml can turn into
    /// warnings, and that are warnings in a text announced before the as-of day, which can no longer be touched.
    package var isOnWordingOrLinks: Bool {
        switch self {
        case .brokenLink, .brokenClause, .clauseLabel, .duplicateClause, .rawHTML, .invisibleText, .placeholder,
            .leftoverMarkup, .indentedCode, .listNumber, .transferMissing, .providerNotListed:
            true
        default: false
        }
    }

    /// Whether `checks:` in site.yaml may name the check at all: those on wording and links may become warnings, and
    /// the warnings by nature may be switched off. The promises cannot be.
    package var isAdjustable: Bool { isOnWordingOrLinks || severity == .warning }
}
