/// The names that a template may use. `docs/templates.md` says which page has which.
enum Vocabulary {
    static let names = Set(Fact.Name.allCases.map(\.rawValue)).union(frame)

    /// Values for what stands around the facts.
    private static let frame: Set<String> = [
        "address", "contents", "current", "direction", "has_certifications", "href", "is_home", "items", "kind",
        "label", "language", "links", "more_pages", "navigation", "pages", "site_name", "title", "up",
    ]
}
