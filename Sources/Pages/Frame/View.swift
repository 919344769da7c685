import Diagnostics
import Formats
import Language
import Model
import Site

/// What a template sees by one name.
enum ViewValue: Sendable, Hashable {
    case text(String)
    /// An address below the page's own place (`PageParts.place`), by what stands behind that.
    case own(String)
    /// Words in another language or direction than the page's, with the attributes that say in which.
    case foreign(String, attributes: String)
    /// A fact, in the place of which its placeholder is written.
    case fact(Fact.Name)
    case flag(Bool)
    case view(View)
    case list([View])
}

/// To the byte: pages of equal values share a frame, and strings that only look the same are equal to Swift.
extension ViewValue {
    static func == (one: Self, other: Self) -> Bool {
        switch (one, other) {
        case (.text(let one), .text(let other)), (.own(let one), .own(let other)): one.isWritten(as: other)
        case (.foreign(let one, let attributes), .foreign(let other, let others)):
            one.isWritten(as: other) && attributes.isWritten(as: others)
        case (.fact(let one), .fact(let other)): one == other
        case (.flag(let one), .flag(let other)): one == other
        case (.view(let one), .view(let other)): one == other
        case (.list(let one), .list(let other)): one == other
        default: false
        }
    }
}

/// The values of a template by their names: they are so few that going through them costs less than a table.
struct View: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    private struct Entry: Sendable, Hashable {
        var name: String
        var value: ViewValue
    }

    private var entries: [Entry]

    /// By the values alone, of which few are the same by other names.
    func hash(into hasher: inout Hasher) {
        for entry in entries { hasher.combine(entry.value) }
    }

    init(dictionaryLiteral values: (String, ViewValue)...) { entries = values.map { Entry(name: $0, value: $1) } }

    subscript(name: String) -> ViewValue? {
        get { entries.first { $0.name == name }?.value }
        set {
            entries.removeAll { $0.name == name }
            if let newValue { entries.append(Entry(name: name, value: newValue)) }
        }
    }

    /// These values, and those of another view by other names.
    func merging(_ other: View) -> View {
        var view = self
        view.entries += other.entries.filter { self[$0.name] == nil }
        return view
    }
}

extension ViewValue {
    /// - Parameter attributes: empty where the words are in the page's language.
    static func words(_ words: String, _ attributes: String) -> ViewValue {
        attributes.isEmpty ? .text(words) : .foreign(words, attributes: attributes)
    }
}

extension ViewValue {
    /// Words of an author's in a page's own language, told apart from what stands around them where they run from left to
    /// right on a page that does not: the full stop of `Acme, Inc.` would stand before it.
    func isolated(onPageFrom direction: TextDirection) -> ViewValue {
        guard direction == .rightToLeft, case .text(let words) = self, Language.arabic.isolates(words) else {
            return self
        }
        return .foreign(words, attributes: " dir=\"ltr\"")
    }
}

extension Voices {
    /// The title of an edition as a frame shows it; nil for no edition.
    func title(of edition: Edition?) -> ViewValue? {
        edition.map { .words($0.title.value, at($0.announcement.moment).authors(onPageOf: today)) }
    }
}

extension ViewValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral {
    init(stringLiteral text: String) { self = .text(text) }

    init(booleanLiteral flag: Bool) { self = .flag(flag) }
}
