import Model
import TestSupport
import Testing

@Suite("low-contrast")
struct LowContrastTests {
    private func found(_ accent: String) throws -> String {
        try findings(
            inProvider:
                "name: Acme\nentity: Acme Ltd\npurpose: Hosts the databases\ndata: [content]\nlocations: [DE]\nannounced: 2026-01-01",
            site: "theme: {accent: \(accent)}", asOf: "2026-06-30")
    }

    @Test("A colour in which links could not be read is refused, with one that can")
    func refused() throws {
        #expect(
            try found("\"#ff6f91\"") == """
                Content/site.yaml:10:17 low-contrast: links in #ff6f91 could hardly be read on the light paper of deletions, #fbe6e1: their contrast is 2.2 to 1, and 4.5 to 1 is the least (WCAG 2.2)
                    write "#ab4a61", the nearest darker colour of this kind that can
                """)
        #expect(
            try found("{light: \"#000\", dark: \"#444\"}") == """
                Content/site.yaml:10:39 low-contrast: links in #444444 could hardly be read on the dark paper of insertions, #123322: their contrast is 1.4 to 1, and 4.5 to 1 is the least (WCAG 2.2)
                    write "#949494", the nearest lighter colour of this kind that can
                """)
        #expect(try found("\"#0b5c78\"") == "")
        #expect(try found("{light: 0b5c78, dark: \"#8fd0e8\"}") == "")
    }

    @Test("What the help says passes, for any colour")
    func offered() throws {
        var (passed, refused) = (0, 0)
        for number in stride(from: 0, to: 0xFFFFFF, by: 0x0F1E3D) {
            let color =
                "#" + String(repeating: "0", count: 6 - String(number, radix: 16).count) + String(number, radix: 16)
            for form in ["\"%\"", "{light: \"#000000\", dark: \"%\"}"] {
                let listing = try found(form.replacing("%", with: color))
                guard !listing.isEmpty else {
                    passed += 1
                    continue
                }
                refused += 1
                let offered = try #require(listing.split(separator: "write \"").last?.prefix(7))
                #expect(
                    try found(form.replacing("%", with: offered)) == "", "\(color), for which \(offered) is offered")
            }
        }
        #expect(passed > 5 && refused > 5)
    }

    @Test("Contrast is that of WCAG: black on white 21, and two greys as its tools give them")
    func contrast() throws {
        let colors = try ["#fff", "#000000", "#777777", "#767676"].map { try #require(Color($0)) }
        #expect(colors[0].contrast(with: colors[1]) == 21)
        #expect(abs(colors[2].contrast(with: colors[0]) - 4.478) < 0.001)
        #expect(abs(colors[0].contrast(with: colors[3]) - 4.542) < 0.001)
        #expect(colors[0].mixed(65, with: colors[1]).description == "#a6a6a6")
        #expect(["", "#", "#12", "#1234567", "#gggggg", "#１２３"].allSatisfy { Color($0) == nil })
    }
}
