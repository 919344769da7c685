/// The names that views hold, which are those that a template may use. `docs/templates.md` says which page has which.
enum Vocabulary {
    static let names: Set<String> = [
        "address", "after", "alternates", "anchor", "announced", "applies", "arrival", "article", "atom", "banners",
        "before", "calendar", "canonical", "cells", "certifications", "changes", "clauses", "columns", "commands",
        "comparison", "contacts", "content", "corrections", "count", "current", "day", "days", "description", "details",
        "document", "documents", "download", "earlier", "edition", "editions", "effect", "effective", "entity",
        "entries", "erased", "expired", "facts", "feeds", "from", "has_certifications", "href", "html", "id", "intro",
        "is_empty", "is_home", "is_open", "issuer", "items", "json", "keep", "keys", "kind", "label", "language",
        "later", "link", "links", "list", "mailto", "marks", "name", "naming", "navigation", "noindex", "note",
        "notice", "notices", "number", "objection", "organization", "origins", "others", "pages", "postponed",
        "products", "reason", "recent", "recipients", "recorded", "redline", "relation", "relations", "rows", "rss",
        "scope", "sentence", "sentences", "signatures", "since", "site_name", "standing", "starting", "state", "status",
        "subprocessors", "summary", "sums", "t", "title", "to", "true_since", "type", "unchanged", "until", "upcoming",
        "urgent", "value", "verify", "version", "webcal", "withdrawn", "words",
    ]
}
