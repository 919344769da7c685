import Formats
import Testing

@testable import Record

/// C2SP tlog-tiles, on lines whose tiles are made here by hand.
@Suite struct TilesTests {
    private func lines(_ count: Int) -> [ArraySlice<UInt8>] { (0..<count).map { ArraySlice("line \($0)".utf8) } }

    private func paths(_ count: Int, sizes: [Int]) -> [String] {
        Tiles(lines: lines(count), sizes: sizes).all.map(\.path)
    }

    @Test func `a short record has partial tiles, one of each size at which a moment ended`() {
        #expect(
            paths(5, sizes: [2, 4, 5]) == [
                "record/tile/0/000.p/2", "record/tile/0/000.p/4", "record/tile/0/000.p/5",
                "record/tile/entries/000.p/2", "record/tile/entries/000.p/4", "record/tile/entries/000.p/5",
            ])
    }

    @Test func `partial tiles go once the full one is there`() {
        #expect(
            paths(258, sizes: [3, 255, 257, 258]) == [
                "record/tile/0/000", "record/tile/0/001.p/1", "record/tile/0/001.p/2", "record/tile/entries/000",
                "record/tile/entries/001.p/1", "record/tile/entries/001.p/2", "record/tile/1/000.p/1",
            ])
        #expect(
            paths(256, sizes: [1, 256]) == ["record/tile/0/000", "record/tile/entries/000", "record/tile/1/000.p/1"])
    }

    @Test func `a level above keeps the widths that it had`() {
        let paths = paths(256 * 3 + 1, sizes: [256, 300, 512, 600, 769])
        #expect(
            paths.filter { $0.hasPrefix("record/tile/1/") }
                == ["000.p/1", "000.p/2", "000.p/3"].map { "record/tile/1/\($0)" })
    }

    @Test func `an index is written in groups of three digits`() {
        #expect(Tiles.Tile(level: nil, index: 1_234_067, width: 256).path == "record/tile/entries/x001/x234/067")
        #expect(Tiles.Tile(level: 63, index: 999, width: 8).path == "record/tile/63/999.p/8")
        #expect(Tiles.Tile(level: 0, index: 1000, width: 256).path == "record/tile/0/x001/000")
    }

    @Test func `a tile holds hashes, a bundle its lines with their lengths`() {
        let tiles = Tiles(lines: lines(300), sizes: [300])
        let hashes = lines(300).map { sha256Digest([0] + $0) }
        #expect(tiles.bytes(of: .init(level: 0, index: 1, width: 44)) == hashes[256...].flatMap(\.self))
        let root = MerkleTree.root(above: TreeHashes(leaves: lines(256)))
        #expect(tiles.bytes(of: .init(level: 1, index: 0, width: 1)) == root)
        #expect(
            tiles.bytes(of: .init(level: nil, index: 0, width: 2)) == Array("\u{0}\u{6}line 0\u{0}\u{6}line 1".utf8))
        let long = [ArraySlice([UInt8](repeating: 65, count: 0x1234))]
        let bundle = Tiles(lines: long, sizes: [1]).bytes(of: .init(level: nil, index: 0, width: 1))
        #expect(bundle.prefix(3) == [0x12, 0x34, 65] && bundle.count == 0x1236)
    }

    @Test func `a size is where a moment ends`() {
        #expect(Tiles.sizes(["", "", "2026-01-01", "2026-01-01", "2026-01-01T10:00", "2026-02-01"]) == [2, 4, 5, 6])
        #expect(Tiles.sizes([]) == [])
    }

    @Test func `tiles of many lines are made in time that is linear`() {
        let tiles = Tiles(lines: lines(70_000), sizes: Array(1...70_000))
        // 273 full tiles, 112 lines in the last one; above it 273 hashes, and one above these.
        #expect(tiles.all.count(where: { $0.level == 0 }) == 273 + 112)
        #expect(tiles.all.filter { $0.level == 1 }.map(\.width) == [256] + Array(1...17))
        #expect(tiles.all.filter { $0.level == 2 }.map(\.width) == [1])
    }
}
