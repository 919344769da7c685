/// The names that a template may use. `docs/templates.md` says which page has which.
enum Vocabulary {
    static let names = Set(Fact.Name.allCases.map(\.rawValue)).subtracting(["running"]).union(frame)

    /// Values for what stands around the facts.
    private static let frame: Set<String> = [
        "address", "contents", "current", "dark", "direction", "favicon", "groups",
        "has_certifications", "href",
        "is_below", "is_home", "items", "kind", "label", "language", "light", "links", "logo", "more_pages",
        "navigation",
        "pages", "quick", "script_words", "site_name", "title", "type", "up",
    ]
}
