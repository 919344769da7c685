/// An open element of a frame.
struct FrameElement {
    let name: String
    /// Why a fact in it would not be read, as the end of a sentence; nil where it would.
    let reason: String?
    /// Whether anything stands in it yet, but for white space.
    var hasContent = false

    /// Elements that hold blocks as they are, in which a fact is seen.
    static let containers: Set<String> = ["body", "main", "div", "section", "header", "footer", "aside"]

    /// Elements without an end tag.
    static let void: Set<String> = ["meta", "link", "img", "source", "br", "hr", "wbr"]

    /// The others that a theme may use. `article`, `ins` and `del` are the facts' own.
    private static let others: Set<String> = [
        "html", "head", "script", "nav", "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd",
        "a", "span", "strong", "em", "b", "i", "small", "abbr", "cite", "code", "pre", "blockquote", "address",
        "figure",
        "figcaption", "picture", "time", "details", "summary", "sub", "sup", "table", "caption", "thead", "tbody", "tr",
        "th", "td",
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

    init(_ tag: MarkupReader.Tag, _ kind: Kind) {
        name = tag.name
        if kind != .container {
            reason = name == "html" ? nil : "in <\(name)>"
        } else if let attribute = tag.attributes.first(where: { !FrameAttributes.isPlain($0.name) }) {
            reason = "in <\(name)> with the attribute \(attribute.name)"
        } else if tag.attributes.contains(where: { $0.name == "class" && FrameAttributes.hides($0.value) }) {
            reason = "in <\(name)> with the class visually-hidden"
        } else {
            reason = nil
        }
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

    /// Whether a class says of an element that it is for screen readers alone, as it says in an article.
    static func hides(_ classes: String) -> Bool {
        classes.split(whereSeparator: \.isWhitespace).contains("visually-hidden") || classes.contains("&")
    }

    /// The first attribute of a tag that a theme may not write.
    ///
    /// - Parameter assets: what the theme publishes, as addresses.
    static func problem(of tag: MarkupReader.Tag, assets: Set<String>) -> FrameProblem? {
        func refusal(_ message: String, _ help: String) -> FrameProblem {
            FrameProblem(message, help, near: tag.source)
        }
        for (name, value, _) in tag.attributes where !harmless.contains(name) {
            if name.hasPrefix("on") {
                return refusal(
                    "<\(tag.name)> with the event handler \(name)", "put the script into Templates/assets/")
            }
            if forbidden.contains(name) {
                return refusal(
                    "<\(tag.name)> with the attribute \(name)", "remove it; styles stand in Templates/assets/")
            }
            if Fact.attributes.contains(name) {
                return refusal("<\(tag.name)> with \(name), which is the name of a fact", "take another name")
            }
            if name == "id", !value.hasPrefix("page.") {
                return refusal(
                    "the id \"\(value)\" could be the anchor of a clause", "begin it with page., as in page.\(value)")
            }
            if name == "name", tag.name != "meta" {
                return refusal("<\(tag.name)> with the attribute name", "use class")
            }
            if addresses.contains(name), !isSafe(value) {
                return refusal("the address \"\(value)\"", "write one that begins with /, #, https: or mailto:")
            }
        }
        func value(_ name: String) -> String? { tag.attributes.first { $0.name == name }?.value }
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
    static func isInert(_ name: String, _ value: String) -> Bool {
        !name.hasPrefix("on") && !forbidden.contains(name) && !["hidden", "inert", "popover"].contains(name)
            && (!addresses.contains(name) || isSafe(value))
    }

    /// With which nothing can be wrong, whatever they say.
    private static let harmless: Set<String> = ["class", "lang", "dir", "aria-label", "aria-labelledby"]
    private static let forbidden: Set<String> = [
        "style", "srcdoc", "http-equiv", "slot", "is", "ping", "formaction", "contenteditable",
    ]
    private static let addresses: Set<String> = ["href", "src", "cite", "action", "poster", "data"]
    private static let relations: Set<String> = [
        "stylesheet", "icon", "apple-touch-icon", "mask-icon", "manifest", "preload", "modulepreload",
    ]

    /// Where the paths from the site's root begin that a tag leads to or shows.
    static func paths(in tag: MarkupReader.Tag) -> [Int] {
        // Nearly every tag leads nowhere.
        if tag.attributes.allSatisfy({ harmless.contains($0.name) }) { return [] }
        return tag.attributes.flatMap { name, value, place -> [Int] in
            if addresses.contains(name) { return isPath(value) ? [place] : [] }
            return ["srcset", "imagesrcset"].contains(name) ? candidates(of: value).map { place + $0 } : []
        }
    }

    private static func isPath(_ address: some StringProtocol) -> Bool {
        address.hasPrefix("/") && !address.hasPrefix("//")
    }

    /// Where the paths begin among the pictures of a `srcset` (HTML Living Standard, section 4.8.4.2.1): addresses behind
    /// commas, each up to a blank.
    private static func candidates(of set: String) -> [Int] {
        let bytes = Array(set.utf8)
        func isBlank(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0C, 0x0D].contains(byte) }
        var places: [Int] = []
        var index = 0
        while index < bytes.count {
            while index < bytes.count, isBlank(bytes[index]) || bytes[index] == UInt8(ascii: ",") { index += 1 }
            let start = index
            while index < bytes.count, !isBlank(bytes[index]) { index += 1 }
            if isPath(String(decoding: bytes[start..<index], as: UTF8.self)) { places.append(start) }
            guard index > start, bytes[index - 1] != UInt8(ascii: ",") else { continue }
            while index < bytes.count, bytes[index] != UInt8(ascii: ",") { index += 1 }
        }
        return places
    }

    private static func isAsset(_ address: String?, _ assets: Set<String>) -> Bool {
        guard let path = address?.prefix(while: { $0 != "?" && $0 != "#" }) else { return false }
        return assets.contains(String(path))
    }

    /// Whether an address has no scheme, or one that shows a page or writes a mail. Escapes in what could be a scheme
    /// are none of these.
    private static func isSafe(_ address: String) -> Bool {
        let scheme = address.utf8.prefix { !"/?#".utf8.contains($0) }
        guard scheme.contains(UInt8(ascii: ":")) || scheme.contains(UInt8(ascii: "&")) else {
            return scheme.allSatisfy { $0 > 0x20 }
        }
        let lowercased = address.lowercased()
        return ["https:", "http:", "mailto:", "tel:", "webcal:", "webcals:"].contains { lowercased.hasPrefix($0) }
    }
}
