import Disk
import Model
import Signatures

/// The lines that witnesses gave for a checkpoint: whole notes, or the lines alone.
package struct Cosignatures: Sendable {
    /// Where they were read from.
    package let path: String
    private let lines: [SignedNote.Signature]

    /// Far more than all the witnesses there are would write.
    private static let limit = 65_536

    /// Reads lines that begin with `—`; the text of a note above them is passed over.
    ///
    /// - Throws: `FileError` where there is no file, or no such line in it, or one is none.
    package init(reading path: String) throws(FileError) {
        self.path = path
        let (folder, name) = Folder.split(path)
        guard folder.size(name) ?? 0 <= Self.limit, let bytes = try folder.read(name) else {
            throw FileError(
                path: path,
                reason: folder.kind(name) == .file
                    ? "has more than \(Self.limit) bytes, and lines of witnesses are short"
                    : "is no file; --cosignatures takes one with the lines that witnesses gave")
        }
        var lines: [SignedNote.Signature] = []
        for (index, line) in String(decoding: bytes, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false
        )
        .enumerated() where line.hasPrefix("—") {
            guard let signature = SignedNote.Signature(line) else {
                throw FileError(
                    path: "\(path):\(index + 1)", reason: "this line is no signature of the form — <name> <base64>")
            }
            if !lines.contains(where: { $0.line == signature.line }) { lines.append(signature) }
        }
        guard !lines.isEmpty else {
            throw FileError(path: path, reason: "holds no line of a witness, of the form — <name> <base64>")
        }
        self.lines = lines
    }

    /// A signed checkpoint with the witnesses' lines below the publisher's own.
    ///
    /// A line of the publisher's, which a whole note brings along, is passed over: the build signs anew.
    ///
    /// - Parameters:
    ///   - note: the checkpoint, signed by the publisher.
    ///   - keys: the witnesses that site.yaml lists.
    /// - Throws: `FileError` that names a line which is of no listed witness, or of another checkpoint.
    package func added(to note: String, by keys: [WitnessKey]) throws(FileError) -> String {
        guard let signed = SignedNote(note) else { return note }
        var note = note
        for line in lines where !signed.signatures.contains(where: { $0.isOfSameKey(as: line) }) {
            guard let key = keys.first(where: line.isOf) else {
                throw FileError(
                    path: path,
                    reason: "\(line.name) is none of the witnesses of record in Content/site.yaml that are in use")
            }
            guard line.time(seenBy: key, text: signed.text) != nil else {
                throw FileError(
                    path: path,
                    reason:
                        "the line of \(line.name) is not of this checkpoint; send it to the witness, and take its answer"
                )
            }
            note += "\(line.line)\n"
        }
        return note
    }
}
