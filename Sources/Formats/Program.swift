/// What this program calls itself.
package enum Program {
    /// By Semantic Versioning 2.0.0: of one version the same source gives the same bytes.
    package static let version = "0.1.0"

    /// The element in the head of a page that says which version made it.
    package static let generator = "<meta name=\"generator\" content=\"TrustPress \(version)\">"
}
