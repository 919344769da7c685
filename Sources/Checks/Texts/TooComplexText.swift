extension Check {
    /// `too-complex`: a summary, note or reason whose Markdown is beyond the bounds of every text.
    ///
    /// It would be published as an empty text. Editions and pages are held to the same bounds where they are read.
    package static let tooComplexText = Check { context in
        context.published.flatMap { text in
            text.excess.map { Finding($0, of: text.key) }
        }
    }
}
