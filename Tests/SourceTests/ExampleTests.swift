import Diagnostics
import Model
import Source
import Testing
import TestSupport

@Suite("The sites of this repository")
struct ExampleTests {
    private static var repository: String {
        #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
    }

    @Test("They are read without a finding", arguments: ["", "/Tests/Example"])
    func read(folder: String) throws {
        let reading = readLibrary(try SourceTree(reading: Self.repository + folder))
        #expect(reading.diagnostics.listing == "")
        #expect(reading.unreadable.isEmpty)
        #expect(reading.library != nil)
    }

    @Test("The example holds what its files say")
    func contents() throws {
        let reading = readLibrary(try SourceTree(reading: Self.repository + "/Tests/Example"))
        let library = try #require(reading.library)
        #expect(library.documents.first?.id == "security")
        #expect(library.documents.filter { $0.providers != nil }.map(\.id) == ["subprocessors", "ai-providers"])
        #expect(library.settings.notice.map(\.terms.days.value) == [14, 30, 30, 30])
        let values = reading.privateValues.map(\.value)
        #expect(values.contains("KRAKEN-4471"))
    }
}
