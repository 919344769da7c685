import Formats

/// The markup that a template wrote around its facts, read so strictly that every browser reads the same: each element
/// is closed where it was opened, and each is one that a theme may use. So a fact that stands in it is seen.
///
/// The rules are those of the HTML Living Standard, section 13.2 (parsing), with everything left out that a browser
/// would mend: end tags that are missing, elements that close one another, text that swallows tags.
struct FrameMarkup {
    /// The whole page, or what stands in the middle of one.
    enum Shape: Sendable { case document, fragment }

    /// Where the facts stand, in their order.
    private(set) var holes: [(name: Fact.Name, range: Range<Int>)] = []
    /// Where the addresses of tags begin that are paths from the site's root: `/assets/style.css`.
    private(set) var paths: [Int] = []
    private(set) var problems: [FrameProblem] = []

    private let shape: Shape
    /// Scripts and style sheets of the theme, as addresses.
    private let assets: Set<String>
    private var reader: MarkupReader
    /// Where the token begins that is read.
    private var start = 0
    private var open: [FrameElement] = []
    /// The elements of which a page has one, that were opened.
    private var once: Set<String> = []
    private var hasDoctype = false

    /// What a template writes where a fact is to stand. No escaped text is like it.
    static func placeholder(_ name: Fact.Name) -> String { "<fact \(name.rawValue)>" }

    /// - Parameters:
    ///   - markup: a rendered template, with placeholders for facts.
    ///   - assets: the addresses of what the theme publishes: `/assets/style.css`.
    init(_ markup: [UInt8], as shape: Shape, assets: Set<String>) {
        self.shape = shape
        self.assets = assets
        reader = MarkupReader(markup)
        while problems.isEmpty {
            start = reader.position
            guard let token = reader.next() else { break }
            read(token)
            for place in problems.indices where problems[place].byte == nil { problems[place].byte = start }
        }
        guard problems.isEmpty else { return }
        if let last = open.last {
            problems.append(
                FrameProblem(
                    "<\(last.name)> is not closed", "write </\(last.name)>", near: "<\(last.name)", byte: last.start))
        } else if shape == .document, !once.isSuperset(of: ["html", "head", "body"]) {
            problems.append(
                FrameProblem("the page has no <html>, <head> and <body> of its own", "write all three, and close them"))
        }
    }

    private mutating func read(_ token: MarkupReader.Token) {
        switch token {
        case .text(let words):
            if shape == .document, open.last?.takesText != true, !MarkupReader.isBlank(words) {
                problems.append(
                    FrameProblem(
                        "words that stand outside of <body>", "move them into it",
                        near: MarkupReader.beginning(of: words),
                        byte: words.firstIndex { !MarkupReader.isBlank([$0]) }))
            }
        case .comment(let words):
            if words.holds("<fact ") { note("in a comment", in: words) }
        case .doctype:
            if shape == .fragment || hasDoctype || !open.isEmpty || !once.isEmpty {
                refuse("<!DOCTYPE> that is not at the beginning of layout.mustache", "remove it", near: "<!DOCTYPE")
            }
            hasDoctype = true
        case .fact(let name, let range): place(name, range)
        case .start(let tag): start(tag)
        case .end(let name):
            guard let last = open.last, last.name == name else {
                return refuse(
                    "</\(name)> closes no open element",
                    open.last.map { "write </\($0.name)> before it" } ?? "remove it",
                    near: "</\(name)")
            }
            open.removeLast()
        case .broken(let message, let help, let near): refuse(message, help, near: near)
        }
    }

    // MARK: Facts

    private mutating func place(_ name: String, _ range: Range<Int>) {
        guard let name = Fact.Name(rawValue: name) else {
            return refuse(
                "there is no fact \"\(name)\"", "write {{{\(Fact.Name.text.rawValue)}}} or another one", near: "")
        }
        if name == .head {
            guard open.last?.name == "head", open.last?.hasContent == false, range.lowerBound < 512 else {
                return note("anywhere but at the beginning of <head>", name)
            }
        } else if open.isEmpty, shape == .document {
            return note("outside of <body>", name)
        } else if let reason = open.lazy.compactMap(\.reason).first {
            return note(reason, name)
        }
        open.indices.last.map { open[$0].hasContent = true }
        holes.append((name, range))
    }

    /// Facts in what no reader sees.
    private mutating func note(_ place: String, in words: String) {
        let name = Fact.Name.allCases.first { words.contains(Self.placeholder($0)) }
        if let name { note(place, name) } else { refuse("a fact \(place)", "take it out", near: "") }
    }

    private mutating func note(_ place: String, _ name: Fact.Name) {
        problems.append(
            FrameProblem(
                "{{{\(name.rawValue)}}} stands \(place), where \(name == .head ? "browsers do not look" : "readers may not see it")",
                name == .head
                    ? "write it directly behind <head>"
                    : "write it in \(FrameElement.containers.sorted().map { "<\($0)>" }.joined(separator: ", ")), "
                        + "which have no attributes but class, id, lang, dir and names",
                fact: name))
    }

    // MARK: Elements

    private mutating func start(_ tag: MarkupReader.Tag) {
        let name = tag.name
        for (attribute, value) in tag.attributes where value.contains(UInt8(ascii: "<")) {
            let words = String(decoding: value, as: UTF8.self)
            if words.holds("<fact ") {
                start = value.firstIndex(of: UInt8(ascii: "<")) ?? start
                return note("in the attribute \(attribute)", in: words)
            }
        }
        guard let kind = FrameElement.kinds[name] else {
            return refuse(
                "a theme has no <\(name)>", FrameElement.help(for: name), near: tag.source)
        }
        let problem = placeProblem(of: name) ?? FrameAttributes.problem(of: tag, assets: assets, notingIn: &paths)
        if let problem {
            problems.append(problem)
            return
        }
        open.indices.last.map { open[$0].hasContent = true }
        if kind == .void { return }
        if name == "script" {
            guard case .end("script")? = reader.next() else {
                return refuse(
                    "a script that is written in the page", "put it into Templates/assets/ and name it in src",
                    near: tag.source)
            }
            return
        }
        open.append(FrameElement(tag, kind, at: start, in: open.last))
    }

    /// Why an element cannot stand where it does.
    private mutating func placeProblem(of name: String) -> FrameProblem? {
        let parent = open.last?.name
        switch name {
        case "html", "head", "body":
            let isPlaced =
                shape == .document && parent == (name == "html" ? nil : "html") && !once.contains(name)
                && (name != "body" || once.contains("head"))
            once.insert(name)
            return isPlaced
                ? nil
                : FrameProblem(
                    "<\(name)> where it does not belong",
                    "write <html>, <head> and <body> once, in this order, in layout.mustache", near: "<\(name)")
        case "meta", "link":
            return parent == "head"
                ? nil : FrameProblem("<\(name)> outside of <head>", "move it there", near: "<\(name)")
        case "script": return parent == nil && shape == .document ? outside(name) : nil
        default:
            let isInBody = shape == .fragment || open.contains { $0.name == "body" }
            return isInBody ? nil : outside(name)
        }
    }

    private func outside(_ name: String) -> FrameProblem {
        FrameProblem("<\(name)> outside of <body>", "move it into the body", near: "<\(name)")
    }

    private mutating func refuse(_ message: String, _ help: String, near: String) {
        problems.append(FrameProblem(message, help, near: near))
    }
}

/// What is wrong with the markup of a template, in words that follow "the page /privacy/:".
struct FrameProblem: Sendable, Hashable {
    var message: String
    var help: String
    /// The beginning of what is wrong, as the template may have it.
    var near: String
    /// The fact whose tag is the place, where one is.
    var fact: Fact.Name?
    /// Where it begins in the markup, as long as it is read.
    var byte: Int?
    /// Where that is written.
    var place: TemplatePlace?

    init(_ message: String, _ help: String, near: String = "", fact: Fact.Name? = nil, byte: Int? = nil) {
        self.message = message
        self.help = help
        self.near = near
        self.fact = fact
        self.byte = byte
    }
}

/// A place in one of the templates.
struct TemplatePlace: Sendable, Hashable {
    var template: String
    var start: Int
    /// Of a tag; nil for words, in which more may be known.
    var length: Int?
}
