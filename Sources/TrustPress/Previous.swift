import Disk
import Formats
import Model
import Record
import Signatures

/// Reads what an earlier build left: the folder that it wrote, or the `record/` in it alone.
///
/// Its record must be whole: lines that are none, or a checkpoint that is not of them, are trouble with a file, and
/// nothing is judged by them.
///
/// - Throws: `FileError`; a build that was asked to judge and cannot publishes nothing.
package func readPrevious(_ path: String) throws(FileError) -> PreviousBuild {
    let folder = Folder(path: path)
    let isWhole = folder.kind(RecordPath.entries) == .file
    @Sendable func read(_ relative: String) throws(FileError) -> [UInt8] {
        let relative = isWhole ? relative : String(relative.dropFirst("record/".count))
        guard let bytes = try folder.read(relative) else {
            let takes = "--previous takes the folder of an earlier build, or its record/"
            guard FileIdentity(folder.path) != nil else {
                throw FileError(
                    path: path, reason: "is not there; \(takes), and a revision with git: before its name")
            }
            throw FileError(path: folder.full(relative), reason: "is missing; \(takes)")
        }
        return bytes
    }
    func damaged(_ words: String) -> FileError {
        FileError(path: folder.path, reason: "the earlier record is damaged: \(words)")
    }
    let record = ParsedRecord(reading: try read(RecordPath.entries))
    if let problem = record.problems.first { throw damaged("\(problem)") }
    let note = SignedNote(String(decoding: try read(RecordPath.checkpoint), as: UTF8.self))
    let origin = record.entries.first.flatMap(SiteLine.init)?.origin ?? ""
    guard let note, Checkpoint(note.text) == Checkpoint(origin: origin, lines: record.lines) else {
        throw damaged("its checkpoint is not of its entries")
    }
    let asOf = String(decoding: try read(RecordPath.asOf), as: UTF8.self)
    guard asOf.hasSuffix("\n"), let moment = Moment(asOf.dropLast()) else {
        throw damaged("as-of is no day or moment")
    }
    if let newest = record.newest, !AsOf(moment).covers(newest) {
        throw damaged("its as-of, \(moment), is before its newest entry, of \(newest)")
    }
    return PreviousBuild(record: record, asOf: AsOf(moment)) { path in
        guard isWhole || path.hasPrefix("record/"), Folder.isSafe(path) else { return nil }
        return try? read(path)
    }
}

extension PreviousBuild {
    /// Holds an earlier build to be still the one that was read. Another build may have published into its folder meanwhile, while
    /// this one waited for it say: of that nothing was judged.
    ///
    /// - Parameter path: where it was read.
    /// - Throws: `FileError` where it is another one.
    package func holdUnchanged(at path: String) throws(FileError) {
        guard origin == .build else { return }
        let lines = published(RecordPath.entries)?.split(separator: UInt8(ascii: "\n"))
        guard lines == record.lines, published(RecordPath.asOf) == Array("\(asOf.moment)\n".utf8) else {
            throw FileError(
                path: path,
                reason: "was published anew while this build ran, which is not judged by that; run it again")
        }
    }
}
