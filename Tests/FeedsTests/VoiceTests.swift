import Language
import Markdown
import Site
import Testing

@Suite("Who speaks") struct VoiceTests {
    private let french = Voice(language: "fr")

    @Test func anAuthorsWordsAreToldApart() {
        let sentence = "From 1 May 2026, \("Ahorn & Co".authored) will receive \(" Anschriften ".authored)."
        #expect(
            french.html(sentence)
                == "From 1 May 2026, <span lang=\"fr\" dir=\"ltr\">Ahorn &amp; Co</span> will receive  "
                + "<span lang=\"fr\" dir=\"ltr\">Anschriften</span> .")
        for own in ["en-GB", "de-AT"] {
            #expect(
                Voice(language: own).html(sentence) == "From 1 May 2026, Ahorn &amp; Co will receive  Anschriften .")
        }
    }

    /// YAML lets an author write them as escapes.
    @Test func theSignsAroundThemAreNoneWhereTheAuthorWroteThem() {
        let shown = "A\u{FFFD}B\u{FFFD}C\u{FFFD}"
        for written in ["A\u{2}B\u{3}C\u{2}", "A\u{3}B\u{2}C\u{3}"] {
            #expect(
                french.html("\(written.authored) is added.")
                    == "<span lang=\"fr\" dir=\"ltr\">\(shown)</span> is added.")
            #expect("\(written.authored) is added.".unmarked == "\(shown) is added.")
            #expect(written.authored.isAuthored)
        }
        #expect("\u{2}".authored.unmarked == "\u{FFFD}")
        #expect("".authored == "" && " ".authored == " ")
    }

    @Test(arguments: [
        ("de", "de", ""), ("de", "en", " lang=\"de\" dir=\"ltr\""), ("ar", "de", " lang=\"ar\" dir=\"rtl\""),
        ("en", "de", " lang=\"en\" dir=\"ltr\""), ("en-GB", "en", " lang=\"en-GB\" dir=\"ltr\""),
    ])
    func aTextSaysItsLanguageWhereThePageIsInAnother(text: String, page: String, attributes: String) {
        #expect(Voice(language: text).authors(onPageOf: Voice(language: page)) == attributes)
    }

    /// Around the words of a heading, with a hole for them.
    @Test(arguments: [("en-GB", "“%1”"), ("de-AT", "„%1“"), ("ar", "«%1»"), ("fr", "“%1”")])
    func quotationMarksAreThoseOfTheLanguageThatIsTold(language: String, quoted: String) {
        #expect(Voice(language: language).labels.quoted == quoted)
    }

    @Test func whatRunsFromLeftToRightIsIsolatedInArabic() {
        let sentence = "ستُضاف شركة \("Acme, Inc.".authored) وشركة \("القيقب".authored)."
        let arabic = Voice(language: "ar")
        #expect(arabic.html(sentence) == "ستُضاف شركة <bdi>Acme, Inc.</bdi> وشركة القيقب.")
        #expect(arabic.authors("1 &amp; 2") == "<bdi>1 &amp; 2</bdi>")
        #expect(Voice(language: "de").html(sentence) == "ستُضاف شركة Acme, Inc. وشركة القيقب.")
        // An element in a language of its own has a direction of its own.
        #expect(
            Voice(language: "de", program: "ar").html("شركة \("Acme, Inc.".authored).")
                == "شركة <span lang=\"de\" dir=\"ltr\">Acme, Inc.</span>.")
    }
}
