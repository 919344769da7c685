import Disk

/// Refuses a folder for the output that lies in a site's sources, or holds them.
///
/// Folders are told apart as the system does, so no link, mount or spelling leads around it; and what is not there yet
/// lies in the nearest folder above it that is.
///
/// - Throws: `FileError` where it is such a folder, or its path goes up from a folder that is not there.
package func refuseSources(of site: String, as output: String) throws(FileError) {
    let sources = ["Content", "Templates"].compactMap { FileIdentity("\(site)/\($0)") }
    for folder in try identities(upFrom: output) where sources.contains(folder) {
        throw FileError(path: output, reason: "lies in the site's sources; name another folder")
    }
    guard let place = FileIdentity(output), try identities(upFrom: site).contains(place) else { return }
    throw FileError(path: output, reason: "holds the site's sources; name another folder")
}

/// What a path leads to and the folders above it, through no link; of a path to nothing those of the nearest folder that
/// is there.
private func identities(upFrom path: String) throws(FileError) -> [FileIdentity] {
    var path = path
    while true {
        if let real = realPath(path) {
            let parts = real.split(separator: "/")
            return (0...parts.count).compactMap { FileIdentity("/" + parts.prefix($0).joined(separator: "/")) }
        }
        let (above, name) = Folder.split(path)
        guard name != "..", above.path != path else {
            throw FileError(path: path, reason: "goes up from a folder that is not there; name the folder itself")
        }
        path = above.path
    }
}
