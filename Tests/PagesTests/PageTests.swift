import Language
import TestSupport
import Testing

@testable import Pages

/// The article of a page, without the lines that open and close it.
private func article(_ page: String?, _ edition: String) throws -> Substring {
    let page = try #require(page)
    let start = try #require(page.firstRange(of: "<article data-edition=\"\(edition)\">\n"))
    let end = try #require(page[start.upperBound...].firstRange(of: "</article>"))
    return page[start.upperBound..<end.lowerBound]
}

@Suite struct PageTests {
    /// Nothing but the empty link to each clause, which is no part of the text.
    @Test func anArticleHoldsTheTextAndNothingElse() throws {
        let pages = try render(smallWorld, asOf: "2026-02-10")
        let text = try article(pages["privacy/index.html"], "privacy/2026-01-01")
        #expect(
            text == """
                <h2 id="1"><a class="clause" href="#1" aria-label="Link to §1" data-aid="drop"></a>1 Data</h2>
                <p>We keep names.</p>
                <h2 id="2"><a class="clause" href="#2" aria-label="Link to §2" data-aid="drop"></a>2 Rights</h2>
                <p>You may ask.</p>

                """)
        let permanent = try article(pages["privacy/2026-01-01/index.html"], "privacy/2026-01-01")
        #expect(permanent == text)
    }

    @Test func headsSayHowEditionsFollowOneAnother() throws {
        let pages = try render(smallWorld, asOf: "2026-05-01")
        let old = try #require(pages["privacy/2026-01-01/index.html"])
        #expect(old.contains("<meta name=\"robots\" content=\"noindex\">"))
        #expect(old.contains("<link rel=\"latest-version\" href=\"/privacy/\">"))
        #expect(old.contains("<link rel=\"successor-version\" href=\"/privacy/2026-04-01/\">"))
        #expect(old.contains("<link rel=\"version-history\" href=\"/privacy/history/\">"))
        #expect(old.contains("href=\"/privacy/2026-01-01.md\""))
        #expect(old.contains("superseded"))
        let new = try #require(pages["privacy/2026-04-01/index.html"])
        #expect(!new.contains("noindex"))
        #expect(new.contains("<link rel=\"predecessor-version\" href=\"/privacy/2026-01-01/\">"))
        #expect(
            new.contains("<link rel=\"canonical\" href=\"https://trust.acme.example/privacy/2026-04-01/\">"))
    }

    @Test func whatIsEmbargoedIsNowhere() throws {
        let pages = try render(smallWorld, asOf: "2026-01-31")
        #expect(pages["privacy/2026-04-01/index.html"] == nil)
        #expect(pages["subprocessors/bolt-mail/index.html"] == nil)
        for (path, page) in pages {
            #expect(!page.contains("Bolt"), "\(path)")
            #expect(!page.contains("2026-04-01"), "\(path)")
        }
    }

    @Test func theHistorySaysWhichEditionChangedAClause() throws {
        let page = try #require(try render(smallWorld, asOf: "2026-05-01")["privacy/history/index.html"])
        #expect(
            page.contains("<a href=\"/privacy/#1\">1 Data</a></th><td><a href=\"/privacy/2026-01-01/\">"))
        #expect(
            page.contains("<a href=\"/privacy/#2\">2 Rights</a></th><td><a href=\"/privacy/2026-04-01/changes/#2\">"))
    }

    @Test(arguments: [("he", "rtl"), ("fa-IR", "rtl"), ("ur", "rtl"), ("de", "ltr"), ("az-Arab", "rtl")])
    func aPageSaysWhichWayItsLanguageRuns(language: String, direction: String) throws {
        let site = World.site(documents: ["terms"]).replacing("language: en", with: "language: \(language)")
        let world = World(
            "-- Content/site.yaml --\n\(site)\n"
                + "-- Content/terms/2026-01-01.md --\n---\ntitle: Terms\n---\n\nBe kind.\n")
        let pages = try render(world, asOf: "2026-05-01")
        for (path, page) in pages {
            #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language)\" dir=\"\(direction)\">\n"), "\(path)")
        }
        // The program's own words are English where it does not speak the language.
        let page = try #require(pages["terms/index.html"])
        let description =
            language == "de"
            ? " content=\"Terms, in Kraft ab dem 1. Januar"
            : " lang=\"en\" dir=\"ltr\" content=\"Terms, in force from 1 January"
        #expect(page.contains("<meta name=\"description\"\(description)"))
    }

    @Test(arguments: [
        ("#2", "/terms/2026-03-01/#2"), ("#house-rules", "/terms/2026-03-01/#house-rules"),
        ("#2(b)", "/terms/2026-03-01/#2-b"), ("terms#2", "/terms/#2"),
    ])
    func aSummarySpeaksOfItsEdition(address: String, target: String) throws {
        let world = World(
            """
            -- Content/terms/2026-01-01.md --
            ---
            title: Terms
            ---

            ## 1. Keys
            -- Content/terms/2026-03-01.md --
            ---
            title: Terms
            announced: 2026-02-01
            summary: See [there](\(address)).
            ---

            ## 1. Keys

            ## 2. Doors

            (a) The front.

            (b) The back.

            ## House rules
            """)
        let pages = try render(world, asOf: "2026-02-05")
        let told = pages.filter { $0.value.contains(">there</a>") }
        #expect(
            told.keys.sorted() == [
                "index.html", "notices/terms-2026-02-01/index.html", "terms/2026-03-01/changes/index.html",
                "terms/2026-03-01/index.html", "terms/history/index.html", "terms/index.html",
            ])
        for (path, page) in told { #expect(page.contains("<a href=\"\(target)\">there</a>"), "\(path)") }
    }

    @Test func valuesAreEscaped() throws {
        let pages = try render(smallWorld, asOf: "2026-02-10")
        for (path, page) in pages { #expect(!page.contains("<Mail>"), "\(path)") }
        #expect(try #require(pages["subprocessors/index.html"]).contains("Bolt &lt;Mail&gt;"))
    }

    @Test func aQuotationMarkWithACombiningMarkIsEscaped() throws {
        let world = World(
            "-- Content/privacy/2026-01-01.md --\n---\ntitle: 'Policy \"\u{301} onclick=alert(1)'\n---\n\nText.\n")
        let page = try #require(try render(world, asOf: "2026-02-01")["privacy/index.html"])
        #expect(!page.unicodeScalars.contains("\"\u{301}".unicodeScalars))
        #expect(page.unicodeScalars.contains("&quot;\u{301} onclick".unicodeScalars))
    }

    @Test func aNoticeSaysUntilWhenAndHowToObject() throws {
        let path = "notices/subprocessors-2026-02-01/index.html"
        let open = try #require(try render(smallWorld, asOf: "2026-03-03")[path])
        #expect(open.contains("<time datetime=\"2026-03-03\">3 March 2026</time>"))
        #expect(open.contains("mailto:privacy@acme.example?subject=Objection%20to%20subprocessors-2026-02-01"))
        #expect(open.contains("<em>mail</em>"))
        let closed = try #require(try render(smallWorld, asOf: "2026-03-04")[path])
        #expect(!closed.contains("?subject="))
        #expect(closed.contains("The time to object ended"))
    }

    @Test func aDatedListIsWrittenForEachDayOfChange() throws {
        let pages = try render(smallWorld, asOf: "2026-03-20")
        let days = pages.keys.filter { $0.hasPrefix("subprocessors/on/") }.sorted()
        #expect(days == ["subprocessors/on/2026-01-01/index.html", "subprocessors/on/2026-03-15/index.html"])
        #expect(!(try #require(pages[days[0]])).contains("Bolt"))
        #expect(try #require(pages[days[1]]).contains("Bolt"))
    }

    @Test func aDayWithoutAnEventChangesNoPage() throws {
        let one = try render(smallWorld, asOf: "2026-02-10")
        #expect(try render(smallWorld, asOf: "2026-02-11") == one)
    }

    @Test func aLinkIsShownByItsLettersWhateverIsThereToday() throws {
        let world = World(
            """
            -- Content/terms/2026-01-01.md --
            ---
            title: Terms
            ---

            See [privacy](privacy#9), [the list](/nothing/) and [a file](/files/none.pdf).
            -- Content/privacy/2026-01-01.md --
            ---
            title: Privacy
            ---

            ## 1 Data
            """)
        let text = try article(try render(world, asOf: "2026-01-01")["terms/index.html"], "terms/2026-01-01")
        #expect(
            text.contains(
                "See <a href=\"/privacy/#9\">privacy</a>, <a href=\"/nothing/\">the list</a> and "
                    + "<a href=\"/files/none.pdf\">a file</a>."))
    }
}

extension String.UnicodeScalarView {
    fileprivate func contains(_ other: String.UnicodeScalarView) -> Bool {
        let (all, part) = (Array(self), Array(other))
        return all.indices.contains { all[$0...].starts(with: part) }
    }
}
