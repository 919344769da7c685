import Formats

extension Template {
    /// The template over a view, as UTF-8. A name that the view does not have is nothing.
    ///
    /// - Parameter place: where the page's own addresses begin.
    func render(_ view: View, at place: [UInt8]) -> [UInt8] {
        var rendering = Rendering(stack: [.view(view)], place: place)
        rendering.write(parts)
        return rendering.output
    }

    /// Where a byte of what `render` makes of a view comes from: the words or the tag, and how far into its words.
    func origin(of byte: Int, in view: View, at place: [UInt8]) -> (origin: Origin, distance: Int?)? {
        var rendering = Rendering(stack: [.view(view)], place: place)
        rendering.sought = byte
        rendering.write(parts)
        return rendering.found
    }
}

/// A template on its way to a page.
private struct Rendering {
    /// What names are looked up in, the innermost last.
    var stack: [ViewValue]
    var output: [UInt8] = []
    private let ownPlace: [UInt8]
    private var place = MarkupPlace()

    /// Lists in lists write a page many times: behind so many parts nothing more is written, and the page is not whole,
    /// which is found.
    private var rest = 1_000_000

    /// A byte of the output of which the origin is wanted.
    var sought: Int?
    private(set) var found: (origin: Template.Origin, distance: Int?)?

    init(stack: [ViewValue], place: [UInt8]) { (self.stack, ownPlace) = (stack, place) }

    mutating func write(_ parts: [Template.Part]) {
        for part in parts where rest > 0 {
            rest -= 1
            switch part {
            case .words(let words, _):
                let start = output.count
                output += words
                note(part, from: start)
            case .value(let path, let isEscaped, _):
                let start = output.count
                write(value(path), isEscaped: isEscaped)
                note(part, from: start)
            case .section(let path, let isInverted, let parts): write(parts, for: value(path), isInverted: isInverted)
            }
        }
    }

    /// Where the byte that is wanted was just written, notes of which part.
    private mutating func note(_ part: Template.Part, from start: Int) {
        guard let sought, (start..<output.count).contains(sought) else { return }
        switch part {
        case .words(_, let origin): found = (origin, sought - start)
        case .value(_, _, let origin): found = (origin, nil)
        case .section: break
        }
    }

    private mutating func write(_ value: ViewValue?, isEscaped: Bool) {
        switch value {
        case .text(let text): output += (isEscaped ? Escaping.html(text) : text).utf8
        case .own(let address): output += ownPlace + address.utf8
        case .foreign(let text, let attributes):
            // An attribute of the theme's cannot say that it is in another language or direction than its element.
            place.read(output)
            let isElement = isEscaped && place.isText
            output += isElement ? "<span\(attributes)>\(Escaping.html(text))</span>".utf8 : Escaping.html(text).utf8
        case .fact(let name): if !isEscaped { output += FrameMarkup.placeholder(name).utf8 }
        case .flag(let flag): output += (flag ? "true" : "false").utf8
        case .view, .list, nil: break
        }
    }

    /// A section is written for a value that is there, and is not false; for a list once for each of its items. An
    /// inverted one is written where the other is not.
    private mutating func write(_ parts: [Template.Part], for value: ViewValue?, isInverted: Bool) {
        switch value {
        case nil, .flag(false): if isInverted { write(parts) }
        case .list(let views):
            if isInverted, views.isEmpty { write(parts) }
            if !isInverted { for view in views { write(parts, inside: .view(view)) } }
        case .some(let value): if !isInverted { write(parts, inside: value) }
        }
    }

    private mutating func write(_ parts: [Template.Part], inside value: ViewValue) {
        stack.append(value)
        write(parts)
        stack.removeLast()
    }

    private func value(_ path: Template.Path) -> ViewValue? {
        switch path {
        case .item: return stack.last
        case .constant(let value): return value
        case .names(let first, let rest):
            for value in stack.reversed() {
                if let found = value[first] { return rest.reduce(found) { $0?[$1] } }
            }
            return nil
        }
    }
}

/// Where in its markup a page ends that is being written.
private struct MarkupPlace {
    private enum State { case text, tag, quoted(UInt8) }

    private var state = State.text
    private var end = 0

    /// Whether what comes next stands between tags, and not in one.
    var isText: Bool { if case .text = state { true } else { false } }

    /// - Parameter output: what was read before, and more.
    mutating func read(_ output: [UInt8]) {
        for byte in output[end...] {
            switch (state, byte) {
            case (.text, UInt8(ascii: "<")): state = .tag
            case (.tag, UInt8(ascii: ">")): state = .text
            case (.tag, UInt8(ascii: "\"")), (.tag, UInt8(ascii: "'")): state = .quoted(byte)
            case (.quoted(byte), _): state = .tag
            default: continue
            }
        }
        end = output.count
    }
}

extension ViewValue {
    /// What a view has by a name; nil for what is no view.
    fileprivate subscript(name: String) -> ViewValue? {
        if case .view(let view) = self { view[name] } else { nil }
    }
}
