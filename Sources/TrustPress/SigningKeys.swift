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

/// Holds the key that signs a build against those that the site names: customers verify by these.
///
/// - Throws: `FileError` where site.yaml lists keys of checkpoints, and the public half of this one is none of them.
package func holdListed(_ key: SigningKey, in site: CheckedSite, path: String) throws(FileError) {
    let listed = site.history?.settings.recordKeys.filter { $0.tool == .note }.map(\.key.value) ?? []
    guard !listed.isEmpty, !listed.contains(key.verifier.description) else { return }
    throw FileError(
        path: path, reason: "signs as \(key.verifier), which is not among the keys of record in Content/site.yaml")
}
