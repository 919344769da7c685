import Record
import Testing

/// The paths at which hosts may serve a file.
@Suite struct ServedPathTests {
    @Test(arguments: [
        "index.html", "privacy/2026-11-23.md", "subprocessors/on/2026-04-05/index.html", "feeds/archive-1.atom",
        "our_privacy.html", "privacy-old/x.html",
    ])
    func whatTrustPressMakesHasItsOwn(_ path: String) { #expect(path.servedPath == path) }

    @Test(arguments: [
        "PRIVACY/index.html", "privacy/Index.HTML", "privacy%2findex.html", "privacy%252Findex.html",
        "privacy\\index.html", "privacy./index.html", "privacy /index.html", "privacy/index.html. .",
        "./privacy/index.html", "a/../privacy/index.html",
        "a%5C..%5Cprivacy/index.html", "../privacy/index.html", "privacy;v=1/index.html;x", "privacy/index.html?x=1",
        "privacy/index.html::$DATA", "ＰＲＩＶＡＣＹ／index．html", "prıvacy/index.html", "privacy/index.html\u{200D}",
        "privacy\u{0}/index.html", "privacy\u{2003}/index.html", "%70%72ivacy/index.html", "pr%C4%B1vacy/index.html",
        "privacy%\(String(repeating: "25", count: 100))2Findex.html", "privacy%EF%BC%852Findex.html",
        "privacy%%32Findex.html",
    ])
    func whatHostsTakeForAPage(_ path: String) {
        #expect(path.servedPath == "privacy/index.html")
        #expect(path.publicName == "privacy")
    }

    @Test(arguments: [
        ("privacy%zzindex.html", "privacy%zzindex.html"), ("prívacy/index.html", "prívacy/index.html"),
        ("privacy%", "privacy%"), ("%", "%"), ("..", ""), ("", ""), ("%25", "%"),
    ])
    func whatIsAnother(_ path: String, _ served: String) { #expect(path.servedPath == served) }

    /// An accent behind a slash or a dot is one character with it in Swift, and a name's beginning to hosts.
    @Test func signsThatJoinWithOthers() {
        #expect("privacy/\u{301}x.html".publicName == "privacy")
        #expect("privacy.\u{301}html".publicName == "privacy")
        // The sign of kelvins is equal to a K.
        #expect(Set(["files/K.txt"]).contains("files/\u{212A}.txt"))
        #expect(!Set(["files/K.txt"]).containsToTheByte("files/\u{212A}.txt"))
        #expect(Set(["files/K.txt"]).containsToTheByte("files/K.txt"))
        #expect("files/\u{212A}.txt".servedPath == "files/k.txt")
    }
}
