import Diagnostics
import Testing

@testable import Source

@Suite("What a file holds")
struct FileContentTests {
    @Test(
        "It is the same bytes and says the same before and after it is read, however it is written",
        arguments: [
            Array("one\ntwo\n".utf8), [], [0xEF, 0xBB, 0xBF] + Array("one".utf8), Array("one\r\ntwo".utf8),
            Array("one\rtwo".utf8), [0x61, 0xFF, 0x62], [0xFF, 0xFE, 0x61, 0x00], Array("naïve \u{301}".utf8),
        ] as [[UInt8]])
    func read(_ bytes: [UInt8]) {
        let (unread, content) = (FileContent(bytes), FileContent(bytes))
        let first = Findings()
        let file = content.decoded("Content/faq.md", findings: first)
        let second = Findings()
        #expect(content.decoded("Content/faq.md", findings: second).text.utf8.elementsEqual(file.text.utf8))
        #expect(first.diagnostics.map(\.message) == second.diagnostics.map(\.message))
        #expect(content.bytes == bytes)
        #expect(content == unread && unread == content)
        #expect(content != FileContent(bytes + [0x21]))
        #expect(unread != FileContent(bytes + [0x21]))
    }

    @Test("Two that only look the same are two")
    func alike() {
        let (one, other) = (FileContent(Array("caf\u{E9}".utf8)), FileContent(Array("cafe\u{301}".utf8)))
        #expect(one != other)
        for content in [one, other] { _ = content.decoded("Content/faq.md", findings: Findings()) }
        #expect(one != other)
    }
}
