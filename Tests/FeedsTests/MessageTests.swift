import Diagnostics
import Feeds
import Model
import Notices
import Redline
import Site
import Source
import Testing
import TestSupport

@Suite("Messages")
struct MessageTests {
    private static let world = World(
        """
        -- Content/subprocessors/providers/north.yaml --
        name: North
        entity: North GmbH
        purpose: Runs the servers
        data: [account data]
        locations: [DE]
        announced: 2026-01-01
        changes:
          - announced: 2026-03-01T10:30
            effective: 2026-04-15
            data: [account data, logs]
            note: "To find what is slow, for 30[^days] days. See [how](https://acme.example/how).\\n\\n[^days]: Or 60, on request."
            postponed: [{announced: 2026-03-10, effective: 2026-05-01, reason: Not *ready*.}]
            withdrawn: {announced: 2026-03-20, reason: Not needed.}
        """)

    private func message(_ path: String, list: SiteSettings.MailingList? = nil) throws -> Message {
        var library = try #require(readLibrary(Self.world.tree).library)
        library.settings.mailingList = list.map(at)
        let history = History(resolving: library)
        let event = try #require(history.events.first { $0.path == path })
        let notice = try #require(history.notice(event.notice))
        return Message(event, of: notice, in: history, redlines: noTexts(history))
    }

    @Test("What an announcement says, as text")
    func announced() throws {
        let text = try message("notice/subprocessors-2026-03-01").text
        #expect(
            text.hasPrefix(
                """
                Subprocessors: From 15 April 2026, North will also receive logs
                ---------------------------------------------------------------

                Acme announced on 1 March 2026:

                From 15 April 2026, North will also receive logs.

                """), "\(text)")
        #expect(
            text.contains(
                "\nTo find what is slow, for 30[^1] days. See how [1].\n\n[^1]: Or 60, on request.\n"), "\(text)")
        #expect(
            text.contains("\nData:\n  Before: account data\n  After: account data, logs\n"), "\(text)")
        #expect(text.hasSuffix("\nAcme\nprivacy@acme.example\n\n[1] https://acme.example/how\n"), "\(text)")
    }

    @Test(
        "Every event says what became of what was announced, and why",
        arguments: [
            (
                "postponed/2026-03-10", "Acme postponed on 10 March 2026 what it announced on 1 March 2026:",
                "Not ready."
            ),
            (
                "withdrawn/2026-03-20", "Acme withdrew on 20 March 2026 what it announced on 1 March 2026:",
                "Not needed."
            ),
        ])
    func later(event: String, lead: String, reason: String) throws {
        let text = try message("notice/subprocessors-2026-03-01/\(event)").text
        #expect(text.contains("\n\(lead)\n"), "\(text)")
        #expect(text.contains("\n\(reason)\n"), "\(text)")
    }

    @Test("A footnote's number is none of those that it stands behind, in Markdown too")
    func footnotes() throws {
        let markdown = try message("notice/subprocessors-2026-03-01").markdown
        #expect(
            markdown.contains(
                """

                To find what is slow, for 30\\[^1\\] days. See [how](<https://acme.example/how>).

                - \\[^1\\]: Or 60, on request.

                """), "\(markdown)")
    }

    @Test("A message is to the mailing list, where it has an address for mail")
    func recipients() throws {
        func mail(_ list: SiteSettings.MailingList) throws -> String {
            try message("notice/subprocessors-2026-03-01", list: list).mail
        }
        #expect(try mail(.mail("notices@lists.acme.example")).contains("\r\nTo: notices@lists.acme.example\r\n"))
        #expect(try mail(.page("https://acme.example/join")).contains("\r\nTo: undisclosed-recipients:;\r\n"))
    }

    @Test("A subject that would name very many companies says how many changes there are; the message names all")
    func longSubject() throws {
        let companies = try (1...40).map { number in
            provider("c\(number)", [.name: .text("Company \(number)")], try announcement("2026-03-01", "2026-04-15"))
        }
        let history = try history([register(companies)])
        let notice = try #require(history.notices.first { "\($0.id)" == "subprocessors-2026-03-01" })
        let event = try #require(history.events.first { $0.path == "notice/subprocessors-2026-03-01" })
        let message = Message(event, of: notice, in: history, redlines: noTexts(history))
        #expect(message.mail.contains("\r\nSubject: Subprocessors: 40 changes announced on 1 March 2026\r\n"))
        #expect(message.title.hasPrefix("Subprocessors: Company 1, Company"), "\(message.title)")
        #expect(message.text.contains("Company 40"))
    }

    @Test("The head of a message that follows another")
    func head() throws {
        let mail = try message("notice/subprocessors-2026-03-01/postponed/2026-03-10").mail
        let head = mail.replacing("\r\n", with: "\n").split(separator: "\n\n").first ?? ""
        #expect(
            head.hasPrefix(
                """
                From: Acme <privacy@acme.example>
                To: undisclosed-recipients:;
                Subject: Subprocessors: From 1 May 2026 instead of 15 April 2026, North will
                 also receive logs
                Date: Tue, 10 Mar 2026 00:00:00 +0000
                Message-ID: <notice/subprocessors-2026-03-01/postponed/2026-03-10@acme.example>
                In-Reply-To: <notice/subprocessors-2026-03-01@acme.example>
                References: <notice/subprocessors-2026-03-01@acme.example>
                Content-Language: en
                MIME-Version: 1.0
                Content-Type: multipart/alternative;
                 boundary="=_
                """), "\(head)")
    }
}
