import Model
import Testing

@Suite("Which way a language runs")
struct TextDirectionTests {
    @Test(arguments: ["ar", "he", "fa-IR", "ur", "AR-eg", "az-Arab", "uz-Arab-AF", "dv", "yi"])
    func rightToLeft(language: String) {
        #expect(TextDirection(language: language) == .rightToLeft)
    }

    @Test(arguments: ["en", "de-CH", "ja", "ku-Latn", "ar-Latn", "az", "tr", "x", "", "en-GB"])
    func leftToRight(language: String) {
        #expect(TextDirection(language: language) == .leftToRight)
    }
}
