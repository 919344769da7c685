import Mustache

/// What a template sees: values by name. A value is a text, a truth, a `View` or a list of views.
struct View: MustacheParent {
    private var values: [String: any Sendable]

    init(_ values: [String: (any Sendable)?] = [:]) {
        self.values = values.compactMapValues(\.self)
    }

    subscript(name: String) -> (any Sendable)? {
        get { values[name] }
        set { values[name] = newValue }
    }

    func child(named name: String) -> Any? { values[name] }

    /// The names of all values in it and below it, for the list of what templates may use.
    var names: Set<String> {
        values.reduce(into: []) { names, entry in
            names.insert(entry.key)
            if let view = entry.value as? View { names.formUnion(view.names) }
            for view in entry.value as? [View] ?? [] { names.formUnion(view.names) }
        }
    }

    func merging(_ other: View) -> View {
        var copy = self
        copy.values.merge(other.values) { $1 }
        return copy
    }
}
