import Diagnostics

/// A site as its sources say, at no particular day: what reading gives.
package struct Library: Sendable {
    package var settings: SiteSettings
    /// By id; `index` among them where it is written.
    package var pages: [Page]
    /// In the order of the navigation.
    package var documents: [Document]
    /// By id.
    package var certifications: [Certification]
    /// The paths of what lies under `Content/files/`, as texts link to them (`/files/dpa.pdf`), sorted.
    package var files: [String]

    package init(
        settings: SiteSettings, pages: [Page], documents: [Document], certifications: [Certification], files: [String]
    ) {
        self.settings = settings
        self.pages = pages
        self.documents = documents
        self.certifications = certifications
        self.files = files
    }

    /// The library as a build speaking for `asOf` knows it. What is embargoed is not in it at all, so nothing that is
    /// made from it can show a byte of it.
    package func announced(by asOf: AsOf) -> Library {
        var copy = self
        copy.documents = documents.compactMap { document in
            var document = document
            document.editions = document.editions.compactMap { $0.announced(by: asOf) }
            document.providers = document.providers?.compactMap { provider in
                var provider = provider
                provider.changes = provider.changes.compactMap { change in
                    var change = change
                    guard let announcement = change.announcement.announced(by: asOf) else { return nil }
                    change.announcement = announcement
                    return change
                }
                // The first state may be embargoed while nothing else can be: changes come after it.
                return provider.changes.first?.isFirstState == true ? provider : nil
            }
            // A folder for rows says that some are to come: a register it is from its first public one on.
            if document.providers?.isEmpty == true { document.providers = nil }
            return document.editions.isEmpty && document.providers == nil ? nil : document
        }
        copy.settings = settings.terms(announcedBy: asOf)
        copy.settings.names = names(announcedBy: asOf)
        copy.certifications = certifications.filter { asOf.covers($0.announced.value) }
        return copy
    }
}
