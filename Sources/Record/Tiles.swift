import Formats

/// A record as a log of tiles (C2SP tlog-tiles), so that witnesses, monitors and mirrors that know nothing of
/// TrustPress read plain files: `tile/<L>/<N>` holds up to 256 hashes of level 8·L, `tile/entries/<N>` the lines below
/// those of level 0.
package struct Tiles: Sendable {
    /// How many hashes, or lines, a full tile holds.
    static let width = 256

    /// One file of them.
    package struct Tile: Sendable, Hashable {
        /// Nil of a bundle of lines.
        package var level: Int?
        package var index: Int
        /// How much of it is there, 1 to 256.
        package var width: Int

        /// From the output folder: `record/tile/0/x001/x234/067`, of a partial one `record/tile/entries/000.p/7`.
        package var path: String {
            var (rest, number) = (index / 1000, padded(index % 1000, to: 3))
            while rest > 0 {
                number = "x\(padded(rest % 1000, to: 3))/\(number)"
                rest /= 1000
            }
            let part = width < Tiles.width ? ".p/\(width)" : ""
            return "\(RecordPath.tiles)/\(level.map { "\($0)" } ?? "entries")/\(number)\(part)"
        }
    }

    /// Without line feeds.
    private let lines: [ArraySlice<UInt8>]
    /// By tile level: the hashes in it, of level 0 those of the lines.
    private let levels: [TreeHashes]
    private let sizes: [Int]

    /// - Parameters:
    ///   - lines: those of the record, each shorter than 64 KiB.
    ///   - sizes: of the logs that were ever published, ascending: the numbers of lines with which a moment ends.
    package init(lines: [ArraySlice<UInt8>], sizes: [Int]) {
        self.init(lines: lines, leaves: TreeHashes(leaves: lines), sizes: sizes)
    }

    /// - Parameter leaves: the hashes of the lines.
    init(lines: [ArraySlice<UInt8>], leaves: TreeHashes, sizes: [Int]) {
        self.lines = lines
        self.sizes = sizes
        var levels = [leaves]
        while let below = levels.last, below.count >= Self.width {
            var above = TreeHashes()
            for start in stride(from: 0, through: below.count - Self.width, by: Self.width) {
                above.append(MerkleTree.root(above: below[start..<start + Self.width]))
            }
            levels.append(above)
        }
        self.levels = levels
    }

    /// Every full tile, and of the last one of each level the partial ones that a log of any of the sizes had: a reader
    /// with an older checkpoint finds what he needs until the full tile is there.
    package var all: [Tile] {
        var tiles: [Tile] = []
        for (level, hashes) in levels.enumerated() {
            let full = hashes.count / Self.width
            var parts = (0..<full).map { Tile(level: level, index: $0, width: Self.width) }
            let span = (0..<level).reduce(1) { size, _ in size * Self.width }
            let widths = sizes.map { $0 / span - full * Self.width }.filter { $0 > 0 }
            for (index, width) in widths.enumerated() where index == 0 || widths[index - 1] != width {
                parts.append(Tile(level: level, index: full, width: width))
            }
            tiles += parts
            if level == 0 { tiles += parts.map { Tile(level: nil, index: $0.index, width: $0.width) } }
        }
        return tiles
    }

    package func bytes(of tile: Tile) -> [UInt8] {
        let range = tile.index * Self.width..<tile.index * Self.width + tile.width
        if let level = tile.level { return levels[level][range].bytes }
        return lines[range].flatMap {
            [UInt8(truncatingIfNeeded: $0.count >> 8), UInt8(truncatingIfNeeded: $0.count)] + $0
        }
    }

    /// The numbers of lines with which a moment ends.
    ///
    /// - Parameter moments: of each line.
    package static func sizes(_ moments: some Collection<String>) -> [Int] {
        zip(moments, moments.dropFirst()).enumerated().compactMap { $1.0 == $1.1 ? nil : $0 + 1 }
            + (moments.isEmpty ? [] : [moments.count])
    }
}

extension Record {
    /// The files of the log under `/record/tile/`.
    var tileFiles: [OutputFile] {
        let tiles = Tiles(lines: lines.map { ArraySlice($0.utf8) }, sizes: Tiles.sizes(entries.map(\.key.moment)))
        return tiles.all.map { OutputFile(path: $0.path, bytes: tiles.bytes(of: $0)) }
    }
}
