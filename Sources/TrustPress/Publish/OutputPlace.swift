import Disk

/// Refuses a folder for the output that lies in a site's sources, or holds them.
///
/// Folders are told apart as the system does, so no link, mount or spelling leads around it; and what is not there yet
/// lies in the nearest folder above it that is.
///
/// - Throws: `FileError` where it is such a folder, or its path goes up from a folder that is not there.
package func refuseSources(of site: String, as output: String) throws(FileError) {
    let names = ["Content", "Templates"]
    let sources = names.compactMap { FileIdentity("\(site)/\($0)") }
    let place = try Place(output)
    // A folder of this name that is to be made would be read as one of them the next time.
    let wouldBe =
        place.folders.last == FileIdentity(site) && names.contains { $0.lowercased() == place.missing?.lowercased() }
    guard !wouldBe, !place.folders.contains(where: sources.contains) else {
        throw FileError(path: output, reason: "lies in the site's sources; name another folder")
    }
    guard let own = FileIdentity(output), try Place(site).folders.contains(own) else { return }
    throw FileError(path: output, reason: "holds the site's sources; name another folder")
}

/// Where a path leads.
private struct Place {
    /// What it leads to and the folders above it, outermost first, through no link; of a path to nothing those of the
    /// nearest folder that is there.
    var folders: [FileIdentity]
    /// The name of the first folder of the path that is not there; nil where all are.
    var missing: String?

    init(_ path: String) throws(FileError) {
        var path = path
        while true {
            if let real = realPath(path) {
                let parts = real.split(separator: "/")
                folders = (0...parts.count).compactMap {
                    FileIdentity("/" + parts.prefix($0).joined(separator: "/"))
                }
                return
            }
            let (above, name) = Folder.split(path)
            guard name != "..", above.path != path else {
                throw FileError(path: path, reason: "goes up from a folder that is not there; name the folder itself")
            }
            if !name.isEmpty, name != "." { missing = name }
            path = above.path
        }
    }
}
