import Diagnostics
import Model
import Source
import TrustPress

/// The pages of sources that are read and not checked yet, as of the moment that is asked for most.
struct SavedSite: Sendable {
    /// The path below which its addresses stand: `/trust`, or nothing.
    let place: String
    let preview: Preview
    private let asOf: AsOf

    /// - Returns: nil where something is wrong that reading finds.
    init?(_ site: ReadSite) {
        guard let settings = site.reading.library?.settings, let asOf = site.asOf?.asOf, site.isReadable,
            let preview = Preview(of: site)
        else { return nil }
        place = settings.url.value.path
        (self.preview, self.asOf) = (preview, asOf)
    }

    /// What stands at a path; nil where that cannot be told without checked sources.
    ///
    /// - Parameter asOf: nil for its own.
    func page(_ path: String, asOf: AsOf?) async -> SoundSite.Found? {
        guard asOf == nil || asOf == self.asOf else { return nil }
        return preview.found(path)
    }
}

extension Preview {
    /// What stands at a path from the site's root, without a slash before it; nil for what is no page and no file of the theme
    /// or of the texts.
    func found(_ path: String) -> SoundSite.Found? {
        let name = path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
        if let file = page(at: name) ?? asset(at: name) ?? file(at: name) { return .file(path: name, file) }
        return page(at: name + "/index.html") != nil ? .folder : nil
    }
}
