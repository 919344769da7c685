import Formats

/// What the scripts of pages say, by its English: with them a page says it in its language.
package enum ScriptWords {
    /// Of `assets/site.js`.
    static let site = [
        "Place", "Data", "Product", "Kind", "Use", "Transfer", "Sort by", "Document", "Announced since", "None",
        "Clear", "Filter and sort", "Search", "What you choose stands in the address, to share.", "Any", "As listed",
        "newest first", "Z–A", "Filter the list", "Filter the notices", "%1 of %2", "Changes", "Previous",
        "Previous change", "Next",
        "Next change", "Keys n and p", "Copied", "Copy link", "Link to %1", "“%1”", "Copy citation",
        "%1 %2, edition of %3", "Its history", "There is nothing from before %1.", "The first list is that of %1.",
        "That day is still to come. What is known of it by now stands on this page:", "This could not be loaded.",
        "Told since %1:", "Nothing was told since %1.", "The text of that day is in force.",
        "The text of that day and that of today, marked up", "Day", "Show it as of that day", "What changed since",
        "What held on the day you signed, and what was told since.", "Reading the pages…", " in what could be loaded",
        "Search this site", "Unfold all", "Fold all", "Choose two editions", "Try again",
    ]

    /// Of `assets/site.js`, in the forms that numbers ask for.
    static let siteCounts = [
        "%1 changes", "%1 places", "All %1 companies", "%1 of %2 companies", "All %1 notices", "%1 of %2 notices",
    ]

    /// Of `Scripts/compare`.
    static let compare = [
        "Moved here", "Paragraph split", "Paragraphs joined", "Level of the heading changed", "Numbering changed",
        "Rows in another order", "Was a paragraph", "Was several paragraphs", "Was a heading", "Was a list",
        "Was a quotation", "Was code", "Levels of the list changed", "Set in another form", "Moved from here",
        "[deleted: ", "[added: ", "Footnote", "Emphasis changed", "Done", "Not done", "Column moved", "Footnotes",
        "No word changed, only the form.", "The two texts say the same.", "added", "deleted",
        "the same words with other quotation marks, dashes or blanks", "another emphasis",
        "A note beside words says what they were before, such as a paragraph or a list; they are marked only where they differ.",
        "that a column moved", "that its rows were sorted", "%1 and %2",
        "A note above a table says %1; its cells are marked only where their words differ.", "In the text below: %1.",
        "Beginning of the text", "Renumbered, was %1", "Clauses touched", "its page holds no text",
        "the server answered %1", "there was no answer", "Swap", "From", "To",
        "There is no edition %1 to compare: choose one from the list.",
        "Both are the same edition: choose two different ones.", "Fetching the two texts …", "Try again",
        "The edition “%1” could not be fetched: %2.", "No section says anything else.", "Added", "Removed", "Changed",
        "Moved", "Form alone", "Typography alone", "Show the changes alone",
    ]

    /// Of `Scripts/compare`, in the forms that numbers ask for.
    static let compareCounts = [
        "Besides, typography alone changed in %1 places.",
        "No word changed, only the form, and typography in %1 places.",
        "No word changed, only typography in %1 places.", "%1 sections are touched.",
    ]
}

extension ScriptWords {
    /// What `assets/site.js` says in a language, as JSON; nil in English, which stands in the script itself.
    package static func ofSite(in language: Language) -> String? { json(site, siteCounts, language) }

    /// The same of `assets/compare.js`.
    package static func ofComparison(in language: Language) -> String? { json(compare, compareCounts, language) }

    private static func json(_ words: [String], _ counts: [String], _ language: Language) -> String? {
        guard language != .english else { return nil }
        let members =
            words.compactMap { key in language.words[key].map { JSONValue.Member(key, .string($0)) } }
            + counts.compactMap { key in
                language.plurals[key].map { forms in
                    let forms = forms.map { JSONValue.Member($0.key.rawValue, .string($0.value)) }
                    return JSONValue.Member(key, .object(forms))
                }
            }
        return JSONValue.object(members).canonical
    }
}
