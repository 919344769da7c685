import Model

extension Verification {
    /// `record/SHA256SUMS`, line by line.
    mutating func holdSums(_ sums: Sums, in folder: PublishedFolder) {
        let file = RecordPath.sums
        let made = Array(sums.text.utf8)
        guard let bytes = read(file, in: folder, against: made.count), bytes != made else { return }
        let feed = UInt8(ascii: "\n")
        let wanted = made.split(separator: feed, omittingEmptySubsequences: false)
        // No line behind the last one that is wanted is told of.
        let lines = bytes.split(separator: feed, maxSplits: wanted.count, omittingEmptySubsequences: false)
        let line =
            zip(lines, wanted).enumerated().first { $0.element.0 != $0.element.1 }?.offset
            ?? min(lines.count, wanted.count)
        let isEnd = line >= wanted.count || wanted[line].isEmpty
        report(
            file, line: line + 1, "this line is not as the record has it",
            expected: isEnd ? "the end of the file" : String(decoding: wanted[line], as: UTF8.self))
    }

    /// The tiles of a signed record: each is there, holds its hashes or lines, and there is none more.
    mutating func holdTiles(isSigned: Bool, in folder: PublishedFolder) {
        let prefix = RecordPath.tiles + "/"
        var present = Set(folder.paths.filter { $0.hasPrefix(prefix) })
        if isSigned, present.isEmpty {
            // A copy of what SHA256SUMS names has neither pages nor tiles; a site that is signed has both.
            guard folder.hasPages else { return unchecked.append("the tiles of the record: there is no \(prefix)") }
            return report(prefix, "there is none, and the checkpoint is signed: its log is missing")
        }
        held.formUnion(present)
        if isSigned {
            let tiles = Tiles(lines: record.lines, leaves: leaves, sizes: Tiles.sizes(record.entries.map(\.key.moment)))
            for tile in tiles.all {
                guard !problems.isFull else { return problems.cut() }
                present.remove(tile.path)
                let made = tiles.bytes(of: tile)
                guard let bytes = read(tile.path, in: folder, against: made.count), bytes != made else { continue }
                report(tile.path, "this tile does not hold what the record has there")
            }
        }
        for path in present.sorted() {
            report(
                path, isSigned ? "this is no tile of the record" : "the checkpoint is not signed, so there is no tile")
        }
    }

    /// What lies at the places of texts, changes and the record itself, and is in no line.
    mutating func holdNothingMore(in folder: PublishedFolder) {
        let rests = record.rests
        let known = Set(
            record.entries.compactMap { entry in
                entry.key.recordItem.flatMap { rests[$0] } == nil ? entry.key.path : entry.key.restPath
            })
        held.formUnion(RecordPath.all)
        let files = held.union(RecordPath.signatures + [RecordPath.page])
        for path in folder.paths where !known.containsToTheByte(path) {
            if Self.isPlaceOfText(path.servedPath) {
                report(path, "this is published, and no line of the record announces it")
            } else if path.publicName == "record", !files.containsToTheByte(path) {
                report(path, "this is no file of a record")
            }
        }
    }

    /// Whether a path is one at which a text, a change or what is left of an erased edition stands: `privacy/2026-11-23.md`,
    /// `privacy/2026-11-23.json`, `subprocessors/anthropic/2026-11-23.json`.
    private static func isPlaceOfText(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), let dot = parts[parts.count - 1].firstIndex(of: "."),
            EditionID(parts[parts.count - 1][..<dot]) != nil
        else { return false }
        switch parts[parts.count - 1][dot...] {
        case ".md": return parts.count == 2
        case ".json": return parts.count == 2 ? parts[0] != "notices" : parts[1] != "on"
        default: return false
        }
    }
}

extension RecordPath {
    /// The files of a record, with the signatures that a publisher may add to its sums.
    fileprivate static let all = [entries, names, checkpoint, asOf, sums]
    fileprivate static let signatures = [sums + ".minisig", sums + ".sig"]
    fileprivate static let page = "record/index.html"
}
