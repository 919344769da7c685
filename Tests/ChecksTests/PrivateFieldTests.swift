import Checks
import Diagnostics
import Formats
import TestSupport
import Testing

/// The scan of outputs for values of private keys.
@Suite struct PrivateFieldTests {
    private func found(_ value: String, in output: String, path: String = "index.html") -> String {
        let file = SourceFile(path: "Content/subprocessors/providers/acme.yaml", text: "cost_center: \(value)\n")
        let span = SourceSpan(file, 13..<13 + value.utf8.count)
        return findings([Sourced(value, at: span)], in: [OutputFile(path: path, text: output)]).listing
    }

    private func findings(_ values: [Sourced<String>], in files: [OutputFile]) -> [Diagnostic] {
        let values = PrivateValues(values)
        return values.findings(files.map { ($0.path, values.values(in: $0)) })
    }

    @Test(
        "As whole words, whatever stands between them, in every escape",
        arguments: [
            ("CC-4711", "<p>CC-4711</p>", "index.html"), ("CC-4711", "CC-4711", "a.txt"),
            ("R&D budget", "<td>R&amp;D budget</td>", "index.html"), ("Ärzte1", "die ÄRZTE1.", "a.md"),
            ("a \"b\" cd", "{\"x\":\"a \\\"b\\\" cd\"}", "a.json"), ("(secret)", "a secret!", "a.md"),
            ("Project Falcon", "our Project\nFalcon", "a.md"), ("Project Falcon", "PROJECT  falcon", "a.md"),
            ("Project Falcon", "<p>Project <strong>Fal</strong>con</p>", "index.html"),
            ("Project Falcon", "<p>Project</p>\n<p>Falcon", "index.html"),
            ("Project Falcon", "<img alt=\"Project Falcon\">", "index.html"),
            ("Project Falcon", "Project&nbsp;Falcon", "index.html"),
            ("Project Falcon", "Project&#32;Fal&#x63;on", "a.md"),
            ("Project Falcon", "<a href=\"https://x.example/Project%20Falcon\">", "index.html"),
            ("Project Falcon", "{\"html\":\"<p>Project\\n<em>Falcon<\\/em>\"}", "a.json"),
            ("Project Falcon", "{\"a\":\"Project\\u0020\\u0046alcon\"}", "a.json"),
            ("Project Falcon", "<content>&lt;p&gt;Project &lt;em&gt;Falcon&lt;/em&gt;</content>", "a.atom"),
            ("Project Falcon", "X:Project\\nFal\r\n con\r\n", "a.ics"),
            ("Project Falcon", "Pro\u{AD}ject Falcon", "a.md"),
            ("Budget line\nof Falcon", "the budget line of falcon", "a.md"), ("4711001", "No. 4711001.", "a.csv"),
            ("one two three", "one one two one two three", "a.md"),
        ])
    func isFound(_ value: String, _ output: String, _ path: String) {
        let listing = found(value, in: output, path: path)
        #expect(listing.contains("private-field: this private value would be published in \(path)\n"), "\(listing)")
    }

    @Test(
        "A file that a text links to is read as spreadsheets save it: in UTF-16 with its mark, in Windows-1252",
        arguments: ["a.csv", "a.txt", "a.json"], ["UTF-16, little", "UTF-16, big", "Windows-1252"])
    func otherEncodings(_ name: String, _ encoding: String) {
        let text = "\"Größe Falcon\""
        let units = [0xFEFF] + Array(text.utf16)
        let bytes: [UInt8] =
            switch encoding {
            case "UTF-16, little": units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            case "UTF-16, big": units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
            default: text.unicodeScalars.map { UInt8($0.value) }
            }
        let file = SourceFile(path: "Content/a.yaml", text: "x: Größe Falcon\n")
        let values = PrivateValues([Sourced("Größe Falcon", at: SourceSpan(file, 3..<17))])
        #expect(values.values(in: OutputFile(path: "files/\(name)", bytes: bytes)) == ["größe falcon"])
    }

    @Test(
        "Other words, short ones, days and digests are passed over",
        arguments: [
            ("CC-4711", "CC-47112"), ("CC-4711", "XCC-4711"), ("CC-47", "CC-47"), ("2026-11-23", "2026-11-23"),
            ("secret", "Ésecret"), ("Project Falcon", "Project of Falcon"), ("abcdef", "abcdefg"),
            (String(repeating: "0a", count: 32), "sha256 " + String(repeating: "0a", count: 32)),
            ("abcdef", "root abcdef+" + String(repeating: "A", count: 36) + "="), ("CC-4711", ""),
            ("deadbe", "deadbe" + String(repeating: "ef", count: 29)),
        ])
    func isPassedOver(_ value: String, _ output: String) { #expect(found(value, in: output) == "") }

    @Test(
        "What the program writes on every site gives no value away; what the site's author wrote does",
        arguments: [
            ("Active", "", ""), ("Active", "We are active.", "Content/faq.md"),
            ("In force", "in&nbsp;force", "Content/faq.md"),
            ("Falcon", "", "assets/style.css"),
        ])
    func ofProduct(_ value: String, _ written: String, _ place: String) {
        let file = SourceFile(path: "Content/subprocessors/providers/acme.yaml", text: "status: \(value)\n")
        let span = SourceSpan(file, 8..<8 + value.utf8.count)
        let product = [
            OutputFile(path: "Templates/assets/style.css", text: "a:active {}"), OutputFile(path: "", text: "In force"),
        ]
        let values = PrivateValues([Sourced(value, at: span), Sourced(value.uppercased(), at: span)]) {
            product
        } written: {
            [OutputFile(path: "Content/faq.md", text: written)]
        }
        let style = OutputFile(path: "assets/style.css", text: "a:active {} .falcon {}")
        let listing = values.findings([(style.path, values.values(in: style))]).listing
        let expected =
            "Content/subprocessors/providers/acme.yaml:1:9 private-field: this private value would be published in \(place)\n"
        #expect(place.isEmpty ? listing == "" : listing.hasPrefix(expected), "\(listing)")
    }

    @Test("The cost grows with what is read and sought, whatever it is", .timeLimit(.minutes(10)))
    func isLinear() {
        let file = SourceFile(path: "Content/a.yaml", text: "x: y\n")
        // Each value is an end of the next one, and none of the longer ones is there.
        let values = (1...400).map { String(repeating: "abcdef ", count: $0) + "end" }
        let outputs = [
            String(repeating: "abcdef ", count: 100_000), String(repeating: "< ", count: 200_000) + ">",
            String(repeating: "&a", count: 200_000), String(repeating: "<a", count: 200_000),
            String(repeating: "A1a/", count: 100_000),
        ]
        let found = findings(
            values.map { Sourced($0, at: SourceSpan(file, 3..<4)) },
            in: outputs.enumerated().map { OutputFile(path: "\($0.offset).html", text: $0.element) })
        #expect(found.isEmpty)
    }

    @Test func namesFirstFileAndCount() {
        let file = SourceFile(path: "Content/a.yaml", text: "x: secret-1\n")
        let value = Sourced("secret-1", at: SourceSpan(file, 3..<11))
        let listing = findings(
            [value, value],
            in: [("b.html", "secret-1"), ("a.ics", "X:sec\r\n ret-1\r\n"), ("c.json", "")].map {
                OutputFile(path: $0, text: $1)
            }
        ).listing
        #expect(
            listing.hasPrefix(
                "Content/a.yaml:1:4 private-field: this private value would be published in a.ics and 1 more\n"))
    }
}
