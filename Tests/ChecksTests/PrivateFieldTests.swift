import Checks
import Diagnostics
import TestSupport
import Testing

/// The scan of outputs for values of private keys.
@Suite struct PrivateFieldTests {
    private func found(_ value: String, in output: String, path: String = "index.html") -> String {
        let file = SourceFile(path: "Content/subprocessors/providers/acme.yaml", text: "cost_center: \(value)\n")
        let span = SourceSpan(file, 13..<13 + value.utf8.count)
        return scanForPrivateValues(
            files: [(path, Array(output.utf8))], values: [Sourced(value, at: span)]
        ).listing
    }

    private let finding = """
        Content/subprocessors/providers/acme.yaml:1:14 private-field: this private value would be published in index.html
            take it out of the text or template that it comes from, or choose another value
        """

    @Test(
        arguments: [
            ("CC-4711", "<p>CC-4711</p>"), ("CC-4711", "CC-4711"), ("R&D budget", "<td>R&amp;D budget</td>"),
            ("a \"b\" cd", "{\"x\":\"a \\\"b\\\" cd\"}"), ("Ärzte1", "die Ärzte1."), ("(secret)", "a secret!"),
        ])
    func isFound(_ value: String, _ output: String) { #expect(found(value, in: output) == finding) }

    @Test(
        arguments: [
            ("CC-4711", "CC-47112"), ("CC-4711", "XCC-4711"), ("CC-47", "CC-47"), ("2026-11-23", "2026-11-23"),
            ("secret", "Ésecret"),
            (String(repeating: "0a", count: 32), "sha256 " + String(repeating: "0a", count: 32)),
            ("abcdef", "root abcdef+" + String(repeating: "A", count: 36) + "="), ("CC-4711", ""),
        ])
    func isPassedOver(_ value: String, _ output: String) { #expect(found(value, in: output) == "") }

    @Test func namesFirstFileAndCount() {
        let file = SourceFile(path: "Content/a.yaml", text: "x: secret-1\n")
        let value = Sourced("secret-1", at: SourceSpan(file, 3..<11))
        let bytes = Array("secret-1".utf8)
        let listing = scanForPrivateValues(
            files: [("b.html", bytes), ("a.ics", Array("X:sec\r\n ret-1\r\n".utf8)), ("c.json", [])],
            values: [value, value]
        ).listing
        #expect(
            listing.hasPrefix(
                "Content/a.yaml:1:4 private-field: this private value would be published in a.ics and 1 more\n"))
    }
}
