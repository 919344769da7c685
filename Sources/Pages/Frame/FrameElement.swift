import Formats

/// An open element of a frame.
struct FrameElement {
    let name: String
    /// Where its tag begins.
    let start: Int
    /// Whether a fact in it is seen, where nothing hides it.
    private let holdsFacts: Bool
    /// What it is written with that hides what is in it, as the end of a sentence; nil where nothing does.
    private let hiding: String?
    /// Its classes, and those of the elements that it stands in, of such as hold facts.
    private let classes: Set<Substring>
    /// Whether anything stands in it yet, but for white space.
    var hasContent = false

    /// Elements that hold blocks as they are, in which a fact is seen.
    static let containers: Set<String> = ["body", "main", "div", "section", "header", "footer", "aside"]

    /// Elements without an end tag.
    static let void: Set<String> = ["meta", "link", "img", "source", "br", "hr", "wbr", "col"]

    /// The others that a theme may use. `article`, `ins` and `del` are the facts' own.
    private static let others: Set<String> = [
        "html", "head", "script", "nav", "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd",
        "a", "span", "bdi", "strong", "em", "b", "i", "small", "abbr", "cite", "code", "pre", "blockquote", "address",
        "figure",
        "figcaption", "picture", "time", "details", "summary", "sub", "sup", "table", "caption", "colgroup", "thead",
        "tbody", "tfoot", "tr", "th", "td",
    ]

    enum Kind { case container, void, other }

    /// Every element that a theme may use.
    static let kinds: [String: Kind] = {
        let kinds: [(Kind, Set<String>)] = [(.container, containers), (.void, void), (.other, others)]
        return Dictionary(uniqueKeysWithValues: kinds.flatMap { kind, names in names.map { ($0, kind) } })
    }()

    /// What to do instead of an element that a theme may not use.
    static func help(for name: String) -> String {
        switch name {
        case "style": "put styles into Templates/assets/style.css"
        case "base": "write addresses from the root of the site: /assets/style.css"
        case "title": "remove it: {{{head}}} holds the title of the page"
        case "svg": "put the picture into Templates/assets/ and show it with <img>"
        case "article", "ins", "del": "remove it: texts and their changes stand in {{{article}}}"
        default: "use another element; docs/templates.md lists those of a theme"
        }
    }

    /// - Parameter parent: the element in which it stands.
    init(_ tag: MarkupReader.Tag, _ kind: Kind, at start: Int, in parent: FrameElement?) {
        name = tag.name
        self.start = start
        holdsFacts = kind == .container || name == "html"
        let outer = parent?.classes ?? []
        guard holdsFacts, !tag.attributes.isEmpty else {
            (hiding, classes) = (nil, outer)
            return
        }
        let own = tag.attributes.first { $0.name == "class" }.map { FrameAttributes.classes($0.value) } ?? []
        classes = outer.union(own)
        // Of the page as a whole more may be said: in which vocabularies it is, say.
        let attribute = tag.attributes.first { attribute in
            kind == .container ? !FrameAttributes.isPlain(attribute.name) : FrameAttributes.hides(attribute)
        }
        if let attribute {
            hiding = "the attribute \(attribute.name)"
        } else {
            hiding = FrameAttributes.hiding(own, in: outer)
        }
    }

    /// Why a fact in it would not be read, as the end of a sentence; nil where it would.
    var reason: String? {
        guard holdsFacts else { return "in <\(name)>" }
        return hiding.map { "in <\(name)> with \($0)" }
    }

    /// Whether words may stand in it as far as the page's structure goes.
    var takesText: Bool { name != "html" && name != "head" }
}

/// What attributes a theme may write.
enum FrameAttributes {
    /// Whether an attribute leaves what is inside an element as it is.
    static func isPlain(_ name: String) -> Bool {
        ["class", "id", "lang", "dir", "aria-label", "aria-labelledby"].contains(name) || name.hasPrefix("data-")
    }

    /// What hides an element, by the classes of the program's own style sheet that take it off a screen, or off one without
    /// scripts or of a phone. What is left off paper alone is seen.
    static let hidingClasses: Set<Substring> = [
        "visually-hidden", "skip", "no-script", "needs-script", "print-only", "search-button", "unfold",
    ]

    /// Those that do so in an element of another class.
    static let hidingPairs: [(outer: Substring, names: Set<Substring>)] = [
        ("menu", ["narrow", "wide"]), ("primary", ["quick"]), ("filter", ["more", "choices", "share"]),
        ("list", ["more", "folded"]), ("clauses-table", ["address"]),
    ]

    static func classes(_ value: ArraySlice<UInt8>) -> [Substring] {
        let words = String(decoding: value, as: UTF8.self)
        // Hardly a value has blanks that are none in ASCII.
        guard value.all({ $0 < 0x80 }) else { return words.split(whereSeparator: \.isWhitespace) }
        return words.utf8.split { $0 == 0x20 || (0x09...0x0D).contains($0) }.map(Substring.init)
    }

    /// What hides an element of some classes, as the end of a sentence; nil where nothing does.
    ///
    /// - Parameter outer: the classes of what it stands in.
    static func hiding(_ classes: [Substring], in outer: Set<Substring>) -> String? {
        for name in classes {
            if name.utf8.contains(UInt8(ascii: "&")) { return "the class \(name)" }
            if hidingClasses.contains(name) { return "the class \(name)" }
            if let pair = hidingPairs.first(where: { $0.names.contains(name) && outer.contains($0.outer) }) {
                return "the class \(name) below the class \(pair.outer)"
            }
        }
        return nil
    }

    /// The first attribute of a tag that a theme may not write.
    ///
    /// - Parameters:
    ///   - assets: what the theme publishes, as addresses.
    ///   - paths: takes where the paths from the site's root begin that the tag leads to or shows.
    static func problem(
        of tag: MarkupReader.Tag, assets: Set<String>, notingIn paths: inout [Int]
    ) -> FrameProblem? {
        func refusal(_ message: String, _ help: String) -> FrameProblem {
            FrameProblem(message, help, near: tag.source)
        }
        for (name, value) in tag.attributes {
            switch kinds[name] {
            case .harmless: continue
            case .forbidden:
                return refusal(
                    "<\(tag.name)> with the attribute \(name)", "remove it; styles stand in Templates/assets/")
            case .fact: return refusal("<\(tag.name)> with \(name), which is the name of a fact", "take another name")
            case .id where !value.starts(with: "page.".utf8):
                let id = String(decoding: value, as: UTF8.self)
                return refusal(
                    "the id \"\(id)\" could be the anchor of a clause", "begin it with page., as in page.\(id)")
            case .name where tag.name != "meta":
                return refusal("<\(tag.name)> with the attribute name", "use class")
            case .address:
                if !isSafe(value) {
                    let address = String(decoding: value, as: UTF8.self)
                    return refusal(
                        "the address \"\(address)\"", "write one that begins with /, #, https: or mailto:")
                }
                if isPath(value) { paths.append(value.startIndex) }
            case .pictures: paths += candidates(of: value)
            case nil where name.hasPrefix("on"):
                return refusal(
                    "<\(tag.name)> with the event handler \(name)", "put the script into Templates/assets/")
            case .id, .name, nil: continue
            }
        }
        return problemOfHead(tag, assets: assets, refusal)
    }

    /// What is wrong with an element that loads something, or says how the page is read.
    private static func problemOfHead(
        _ tag: MarkupReader.Tag, assets: Set<String>, _ refusal: (String, String) -> FrameProblem
    ) -> FrameProblem? {
        func value(_ name: String) -> String? {
            tag.attributes.first { $0.name == name }.map { String(decoding: $0.value, as: UTF8.self) }
        }
        switch tag.name {
        case "script":
            guard !isAsset(value("src"), assets) else { return nil }
            return refusal(
                "a script that is none of the theme's assets", "put it into Templates/assets/ and name it in src")
        case "link":
            guard let relation = value("rel"), relations.contains(relation) else {
                return refusal(
                    "<link rel=\"\(value("rel") ?? "")\">", "remove it: {{{head}}} holds the relations of the page")
            }
            guard !isAsset(value("href"), assets) else { return nil }
            return refusal(
                "<link rel=\"\(relation)\"> to what is none of the theme's assets", "put it into Templates/assets/")
        case "meta":
            // In another encoding the bytes of a fact are other words, or none.
            guard let charset = value("charset"), charset.lowercased() != "utf-8" else { return nil }
            return refusal("<meta charset=\"\(charset)\">", "remove it: {{{head}}} says that the page is in UTF-8")
        default: return nil
        }
    }

    /// Whether an attribute acts by itself on nothing, hides nothing and leads where one may go.
    static func isInert(_ attribute: MarkupReader.Attribute) -> Bool {
        let (name, value) = attribute
        if name.hasPrefix("on") || ["hidden", "inert", "popover"].contains(name) { return false }
        return switch kinds[name] {
        case .forbidden: false
        case .address: isSafe(value)
        default: true
        }
    }

    /// Whether not every reader sees what is in an element with an attribute.
    static func hides(_ attribute: MarkupReader.Attribute) -> Bool {
        !isInert(attribute) || attribute.name == "aria-hidden"
    }

    /// What is asked of an attribute; of one that is not here, that it handles no event.
    private enum Kind { case harmless, forbidden, fact, id, name, address, pictures }

    private static let kinds: [String: Kind] = {
        let kinds: [(Kind, Set<String>)] = [
            // With which nothing can be wrong, whatever they say.
            (.harmless, ["class", "lang", "dir", "aria-label", "aria-labelledby"]),
            (
                .forbidden,
                ["style", "srcdoc", "http-equiv", "slot", "is", "ping", "formaction", "contenteditable"]
            ),
            (.fact, Fact.attributes), (.id, ["id"]), (.name, ["name"]),
            (.address, ["href", "src", "cite", "action", "poster", "data"]), (.pictures, ["srcset", "imagesrcset"]),
        ]
        return Dictionary(uniqueKeysWithValues: kinds.flatMap { kind, names in names.map { ($0, kind) } })
    }()

    private static let relations: Set<String> = [
        "stylesheet", "icon", "apple-touch-icon", "mask-icon", "manifest", "preload", "modulepreload",
    ]

    private static func isPath(_ address: ArraySlice<UInt8>) -> Bool {
        address.first == UInt8(ascii: "/") && address.dropFirst().first != UInt8(ascii: "/")
    }

    /// Where the paths begin among the pictures of a `srcset` (HTML Living Standard, section 4.8.4.2.1): addresses behind
    /// commas, each up to a blank.
    private static func candidates(of set: ArraySlice<UInt8>) -> [Int] {
        var places: [Int] = []
        var index = set.startIndex
        while index < set.endIndex {
            while index < set.endIndex, MarkupReader.isBlank(set[index]) || set[index] == UInt8(ascii: ",") {
                index += 1
            }
            let start = index
            while index < set.endIndex, !MarkupReader.isBlank(set[index]) { index += 1 }
            if isPath(set[start..<index]) { places.append(start) }
            guard index > start, set[index - 1] != UInt8(ascii: ",") else { continue }
            while index < set.endIndex, set[index] != UInt8(ascii: ",") { index += 1 }
        }
        return places
    }

    private static func isAsset(_ address: String?, _ assets: Set<String>) -> Bool {
        guard let path = address?.prefix(while: { $0 != "?" && $0 != "#" }) else { return false }
        return assets.contains(String(path))
    }

    /// Whether an address has no scheme, or one that shows a page or writes a mail. Escapes in what could be a scheme
    /// are none of these.
    private static func isSafe(_ address: ArraySlice<UInt8>) -> Bool {
        let scheme = address.prefix { !"/?#".utf8.contains($0) }
        guard scheme.contains(UInt8(ascii: ":")) || scheme.contains(UInt8(ascii: "&")) else {
            return scheme.allSatisfy { $0 > 0x20 }
        }
        let lowercased = String(decoding: address, as: UTF8.self).lowercased()
        return ["https:", "http:", "mailto:", "tel:", "webcal:", "webcals:"].contains { lowercased.hasPrefix($0) }
    }
}
