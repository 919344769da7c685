import Checks
import Diagnostics
import Disk
import Model
import Record
import Signatures
import Source

/// Reads a key that signs checkpoints.
///
/// - Throws: `FileError` where there is none, it is no key, or others than its owner can read it.
package func readSigningKey(_ path: String) throws(FileError) -> SigningKey {
    let (folder, name) = Folder.split(path)
    guard let bytes = try folder.read(name) else {
        throw FileError(path: path, reason: "is no file; --sign-key takes one that trustpress new key made")
    }
    guard folder.isPrivate(name) else {
        throw FileError(
            path: path, reason: "can be read by others; run chmod 600 on it, and make a new key if somebody did")
    }
    guard let key = SigningKey(String(decoding: bytes, as: UTF8.self)) else {
        throw FileError(path: path, reason: "holds no key of the form PRIVATE+KEY+<name>+<id>+<key>")
    }
    return key
}

/// Writes a new secret key into a file that nobody but its owner can read.
///
/// - Throws: `FileError` where something is there already, or it cannot be written.
package func writeSigningKey(_ key: SigningKey, to path: String) throws(FileError) {
    let (folder, name) = Folder.split(path)
    guard folder.kind(name) == nil else {
        throw FileError(path: path, reason: "is there already; no key is overwritten")
    }
    try folder.write(Array("\(key)\n".utf8), to: name, mode: 0o600)
}

/// The origin of a site's record, by which its key is named.
///
/// - Throws: `UnreadableContent` where site.yaml does not say its authority.
package func recordOrigin(of tree: SourceTree) throws(UnreadableContent) -> String {
    let reading = readLibrary(tree)
    let errors = reading.diagnostics.filter { $0.severity == .error && $0.file == "Content/site.yaml" }
    guard let settings = reading.library?.settings, errors.isEmpty else {
        throw UnreadableContent(diagnostics: errors.sorted())
    }
    return settings.recordOrigin
}

/// A record's checkpoint as a signed note, with the lines of witnesses.
///
/// - Throws: `FileError` where such a line is of no witness in use, or not of the checkpoint.
func signed(_ record: Record, with key: SigningKey, _ cosignatures: Cosignatures?) throws(FileError) -> String {
    let note = key.sign(record.checkpoint.text)
    let witnesses = record.settings.recordWitnesses.filter { $0.isInUse(on: record.asOf.day) }
        .compactMap { WitnessKey($0.key.value) }
    return try cosignatures?.added(to: note, by: witnesses) ?? note
}

/// `unsigned`: site.yaml lists a key of checkpoints that is in use, and a build is not signed.
///
/// Who has the key and verifies with it takes an unsigned checkpoint for a forged one.
///
/// - Returns: the finding of a build without a key; nil where there is none, or `checks:` switches it off.
package func unsigned(_ site: CheckedSite) -> Diagnostic? {
    guard let settings = site.history?.settings, let asOf = site.asOf?.asOf,
        let listed = settings.recordKeys.first(where: { $0.tool == .note && $0.isInUse(on: asOf.day) })
    else { return nil }
    return Diagnostic(
        .unsigned, at: listed.key.span, "this key signs checkpoints, and this build signs none",
        help: "build with --sign-key and the file of its secret half, or give the key its last day (until)"
    ).adjusted(by: settings)
}

/// Holds the key that signs a build against those that the site names: customers verify by these.
///
/// - Throws: `FileError` where site.yaml lists keys of checkpoints, and the public half of this one is none that is in use.
package func holdListed(_ key: SigningKey, in site: CheckedSite, path: String) throws(FileError) {
    let listed = site.history?.settings.recordKeys.filter { $0.tool == .note } ?? []
    let own = listed.filter { $0.key.value == key.verifier.description }
    let day = site.asOf?.asOf.day
    guard !listed.isEmpty, !own.contains(where: { key in day.map(key.isInUse) ?? true }) else { return }
    throw FileError(
        path: path,
        reason: "signs as \(key.verifier), which is "
            + (own.isEmpty ? "not among the keys" : "no longer, or not yet, among the keys in use")
            + " of record in Content/site.yaml")
}
