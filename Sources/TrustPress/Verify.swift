import Disk
import Record
import Signatures

/// Holds a published site's record against the files in a folder.
///
/// - Parameters:
///   - path: the folder that holds `record/`.
///   - checkpoint: the path of a checkpoint that was kept.
///   - keys: every checkpoint must be signed by one of them.
/// - Throws: `FileError` where there is no record, or a file cannot be read.
package func verify(_ path: String, checkpoint: String?, keys: [VerifierKey]) throws(FileError) -> Verification {
    let folder = Folder(path: path)
    func read(_ relative: String) throws(FileError) -> [UInt8] {
        guard let bytes = try folder.read(relative) else {
            throw FileError(
                path: folder.full(relative), reason: "is missing; verify takes the folder that holds record/")
        }
        return bytes
    }
    var kept: String?
    if let checkpoint {
        let (above, name) = Folder.split(checkpoint)
        guard let bytes = try above.read(name) else { throw FileError(path: checkpoint, reason: "is no file") }
        kept = String(decoding: bytes, as: UTF8.self)
    }
    let (entries, head) = (try read(RecordPath.entries), try read(RecordPath.checkpoint))
    do {
        return try Verification(
            entries: entries, checkpoint: head, paths: folder.filePaths(),
            Verification.Request(checkpoint: kept, keys: keys)
        ) { try folder.read($0) }
    } catch let error as FileError {
        throw error
    } catch {
        throw FileError(path: path, reason: "\(error)")
    }
}

extension Verification {
    /// What was found to be as it was published, in a sentence or two.
    package var summary: String {
        func counted(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }
        var words = "The record of \(counted(lines, "line")) is whole: \(counted(verified, "file")) as published"
        if erased > 0 { words += ", \(erased) erased" }
        words += "."
        if let continues {
            words += " It continues the checkpoint of \(counted(continues.size, "line"))."
        }
        return words
    }
}
