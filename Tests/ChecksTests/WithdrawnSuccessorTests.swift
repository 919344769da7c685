import Testing

/// What becomes of a document that is to be replaced by another, of which everything is withdrawn.
@Suite struct WithdrawnSuccessorTests {
    private func found(_ keys: String = "", _ more: String = "", asOf: String = "2026-05-25") throws -> String {
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
                -- Content/cookies/2026-08-01.md --
                ---
                title: Cookies
                announced: 2026-05-01
                summary: All of it.
                withdrawn: {announced: 2026-05-25, reason: Not yet.}
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
        -- Content/cookies/2026-08-02.md --
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
        #expect(
            try found(asOf: "2026-06-01") == conflict.replacing("conflicting", with: "warning conflicting"))
        #expect(try found(withdrawn.replacing("05-25", with: "06-01"), asOf: "2026-06-01") == "")
    }
}
