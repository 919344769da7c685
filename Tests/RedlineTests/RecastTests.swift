import Markdown
import Testing

@testable import Redline

/// Words in another form, in rows of more lines than any text has.
@Suite("Many lines in another form")
struct RecastTests {
    /// The lines that are not shown as they stand, by their numbers, of so many of which some say something else.
    private func marked(_ old: String, _ new: String, of count: Int, _ other: Set<Int>) throws -> [Int] {
        func blocks(_ form: String, _ unit: String) -> [Block] {
            let lines = (1...count).map { line in
                form.replacing("#", with: "\(line)")
                    + "Keep it \(line) \(other.contains(line) ? unit : "days") or more."
            }
            return parse(lines.joined(separator: "\n\n")).blocks
        }
        let recast = try #require(
            Recast(blocks(old, "days"), at: 0..<1, as: blocks(new, "weeks"), at: 0..<1, RedlineMemory()))
        let lines = recast.restatement.new.flatMap(\.areKept)
        #expect(lines.count == count)
        return zip(1..., lines).filter { !$1 }.map(\.0)
    }

    @Test(arguments: [("", "- "), ("- ", ""), ("- ", "> - "), ("* ", "#. "), ("(#) ", "#. "), ("- (#) ", "(#) ")])
    func whatDiffersIsMarked(_ old: String, _ new: String) throws {
        for other in [[1030], [1], [2060], [3, 1500], []] as [Set<Int>] {
            #expect(try marked(old, new, of: 2060, other) == other.sorted())
        }
        #expect(try marked(old, new, of: 40, [20]) == [20])
    }

    /// Labels that are the words of items in one text alone are not the same words.
    @Test func whatIsTheSame() {
        func words(_ text: String) -> BlockWords { BlockWords(parse(text).blocks) }
        func lines(_ form: String, _ count: Int) -> String { (1...count).map { _ in form }.joined(separator: "\n\n") }
        let items = words(lines("- (a) same", 1010))
        #expect(items.shared(with: items) == (10, 0))
        #expect(items.shared(with: words("Before.\n\n" + lines("- (a) same", 1010))) == (0, 10))
        #expect(items.shared(with: words(lines("(a) same", 1010))) == (0, 0))
        #expect(words(lines("- same", 1010)).shared(with: words(lines("same", 1010))) == (10, 0))
        #expect(words(lines("- same", 1000)).shared(with: words(lines("- same", 1000))) == (0, 0))
    }
}

extension MarkedBlock {
    /// Of each line whether it is shown as it stands.
    fileprivate var areKept: [Bool] {
        switch self {
        case .kept: [true]
        case .quote(let blocks): blocks.flatMap(\.areKept)
        case .list(let list): list.items.map { if case .kept = $0 { true } else { false } }
        default: [false]
        }
    }
}
