import Formats
import Testing

@Suite struct PrintedQuotesTests {
    @Test(
        arguments: [
            ("“Terms”", "Terms"), ("„Geschäftsbedingungen“", "Geschäftsbedingungen"), ("„Regulamin”", "Regulamin"),
            ("‘Terms’", "Terms"), ("‚Terms‘", "Terms"), ("«Conditions»", "Conditions"),
            ("« Conditions »", " Conditions "),
            ("»Vilkår«", "Vilkår"), ("‹Terms›", "Terms"), ("›Terms‹", "Terms"), ("”Villkor”", "Villkor"),
            // Where both were typed at the start.
            ("“Terms“", "Terms"),
            ("‘Acme’s terms’", "Acme’s terms"), ("“The ‘new’ terms”", "The ‘new’ terms"),
        ])
    func `they stand around all of it`(_ text: String, _ inner: String) {
        #expect(text.insidePrintedQuotes.map(String.init) == inner)
    }

    @Test(
        arguments: [
            "Terms", "\"Terms\"", "'Terms'", "“Terms", "Terms”", "“”", "”", "", "“Terms” and “policies”",
            "„Bedingungen“ und „Regeln“", "«Conditions» et «règles»", "‘Terms’ and ‘policies’", "’tis",
            "“Terms» of use", "Acme “Cloud”",
        ])
    func `they do not`(_ text: String) {
        #expect(text.insidePrintedQuotes == nil)
    }
}
