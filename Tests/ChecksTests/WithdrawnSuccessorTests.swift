import Testing

/// What becomes of a document that is to be replaced by another, of which everything is withdrawn.
@Suite struct WithdrawnSuccessorTests {
    /// - Parameters:
    ///   - keys: of the edition that ends the document.
    ///   - successor: keys of the one that replaces it.
    private func found(
        _ keys: String = "", _ more: String = "", asOf: String = "2026-05-25", starts: String = "2026-08-01",
        successor: String = "withdrawn: {announced: 2026-05-25, reason: Not yet.}"
    ) throws -> String {
        try findings(
            in: """
                -- Content/privacy/2026-01-01.md --
                ---
                title: Privacy
                ---
                -- Content/privacy/2026-08-01.md --
                ---
                title: Privacy
                announced: 2026-05-01
                summary: The end.
                retired: {replaced_by: [cookies]}
                \(keys)
                ---
                -- Content/cookies/\(starts).md --
                ---
                title: Cookies
                announced: 2026-05-01
                summary: All of it.
                \(successor)
                ---
                \(more)
                """, asOf: asOf)
    }

    private let conflict = """
        Content/cookies/2026-08-01.md:5:24 conflicting-change: privacy ends on 2026-08-01 and was announced to be replaced by cookies, of which nothing is left with this
            withdraw edition 2026-08-01 of privacy on 2026-05-25 too and announce it anew; or announce another edition of cookies on 2026-05-25
        """

    private let withdrawn = "withdrawn: {announced: 2026-05-25, reason: Not yet.}"
    private let another = """
        -- Content/cookies/2026-08-01-2.md --
        ---
        title: Cookies
        announced: 2026-05-25
        summary: All of it.
        ---
        """

    @Test func nothingIsLeft() throws {
        #expect(try found() == conflict)
        #expect(try found(withdrawn) == "")
        #expect(try found("", another) == "")
    }

    @Test func published() throws {
        let warning = conflict.replacing("conflicting", with: "warning conflicting")
            .replacing("on 2026-05-25 too and", with: "too before it takes effect on 2026-08-01 and")
            .replacing("cookies on 2026-05-25", with: "cookies")
        #expect(try found(asOf: "2026-06-01") == warning)
        #expect(try found(withdrawn.replacing("05-25", with: "06-01"), asOf: "2026-06-01") == "")
    }
    @Test("It is postponed past the end of what it replaces")
    func postponed() throws {
        let successor = "postponed: [{announced: 2026-05-25, effective: 2026-09-01, reason: Later.}]"
        let conflict = """
            Content/cookies/2026-08-01.md:5:48 conflicting-change: privacy ends on 2026-08-01 and was announced to be replaced by cookies, which takes effect on 2026-09-01 with this
                postpone edition 2026-08-01 of privacy to 2026-09-01 on 2026-05-25 too, or withdraw it then and announce it anew
            """
        #expect(try found(successor: successor) == conflict)
        #expect(try found(successor, successor: successor) == "")
        #expect(try found(withdrawn, successor: successor) == "")
        let warning = conflict.replacing("conflicting", with: "warning conflicting")
            .replacing("on 2026-05-25 too", with: "too before it takes effect on 2026-08-01")
        #expect(try found(asOf: "2026-06-01", successor: successor) == warning)
        #expect(
            try found(successor.replacing("05-25", with: "06-01"), asOf: "2026-06-01", successor: successor) == "")
        // It has ended, and the successor comes.
        #expect(try found(asOf: "2026-08-01", successor: successor) == "")
        // It was to come later already.
        #expect(try found(starts: "2026-08-15", successor: successor) == "")
    }

    @Test("It was to start after the end, and is withdrawn in between")
    func afterTheEnd() throws {
        func found(_ more: String = "", asOf: String) throws -> String {
            try self.found(
                "", more, asOf: asOf, starts: "2026-10-01",
                successor: "withdrawn: {announced: 2026-08-20, reason: Not yet.}")
        }
        let conflict = """
            Content/cookies/2026-10-01.md:5:24 conflicting-change: privacy ends on 2026-08-01 and was announced to be replaced by cookies, of which nothing is left with this
                announce another edition of cookies on 2026-08-20
            """
        let warning = conflict.replacing("conflicting", with: "warning conflicting")
            .replacing("cookies on 2026-08-20", with: "cookies")
        #expect(try found(asOf: "2026-08-20") == conflict)
        #expect(try found(asOf: "2026-08-25") == warning)
        let later = another.replacing("2026-08-01-2", with: "2026-11-02")
        #expect(try found(later.replacing("05-25", with: "08-20"), asOf: "2026-08-20") == "")
        #expect(try found(later.replacing("05-25", with: "08-25"), asOf: "2026-08-25") == "")
    }
}
