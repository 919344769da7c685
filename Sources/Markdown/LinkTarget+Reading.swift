import Formats

extension LinkTarget {
    /// First segments of the site's own paths: names that no document may have: they are pages and folders of its own.
    private static let reserved: Set<String> = [
        "assets", "certifications", "feeds", "files", "notices", "record", "schemas", "subscribe",
    ]

    /// Reads a destination as Markdown gives it: backslash escapes and character references are undone already.
    ///
    /// Signs are looked for as bytes, as browsers do: what stands behind one on the same letter hides it from nobody.
    package init(_ destination: String) {
        let bytes = destination.utf8
        if bytes.holdControls {
            self = .unsafe(.controlCharacter)
        } else if bytes.contains(UInt8(ascii: "\\")) {
            self = .unsafe(.backslash)
        } else if let end = bytes.firstIndex(where: \.endsScheme), bytes[end] == UInt8(ascii: ":") {
            let rest = destination[bytes.index(after: end)...]
            self = .read(destination, scheme: destination[..<end].lowercased(), rest: rest)
        } else if bytes.starts(with: "//".utf8) {
            self = .unsafe(.schemeRelative)
        } else {
            self = .read(path: destination)
        }
    }

    private static func read(_ destination: String, scheme: String, rest: Substring) -> LinkTarget {
        switch scheme {
        case "http", "https":
            guard rest.utf8.starts(with: "//".utf8) else { return .unsafe(.host) }
            let authority = rest.utf8.dropFirst(2).prefix { !"/?#".utf8.contains($0) }
            if authority.contains(UInt8(ascii: "@")) { return .unsafe(.userName) }
            return isHost(authority) ? .external(destination) : .unsafe(.host)
        case "mailto", "tel": return rest.isEmpty ? .unsafe(.host) : .external(destination)
        case "provider":
            let path = rest.utf8.prefix { $0 != UInt8(ascii: "#") }
            guard !path.contains(UInt8(ascii: "%")) else { return .unsafe(.encoding) }
            let parts = path.split(separator: UInt8(ascii: "/"), maxSplits: 1, omittingEmptySubsequences: false)
                .map { String(Substring($0)) }
            return .provider(register: parts.count == 2 ? parts[0] : nil, id: parts.last ?? "")
        default: return .unsafe(.scheme(scheme))
        }
    }

    /// Whether `host` or `host:port` could be one: letters of any script, digits, dots and hyphens.
    private static func isHost(_ authority: Substring.UTF8View) -> Bool {
        let host = authority.prefix { $0 != UInt8(ascii: ":") }
        let port = authority.dropFirst(host.count + 1)
        var before = UInt8(ascii: ".")
        for byte in host {
            let isDot = byte == UInt8(ascii: ".")
            guard isDot ? before != byte : byte >= 0x80 || byte.isASCIIAlphanumeric || byte == UInt8(ascii: "-") else {
                return false
            }
            before = byte
        }
        return !host.isEmpty && port.count <= 5 && port.allSatisfy(\.isASCIIDigit)
            && (host.allSatisfy { $0 < 0x80 }
                || Substring(host).unicodeScalars.allSatisfy { $0.isASCII || $0.properties.isAlphabetic })
    }

    private static func read(path destination: String) -> LinkTarget {
        let hash = destination.utf8.firstIndex(of: UInt8(ascii: "#"))
        let before = destination[..<(hash ?? destination.endIndex)].utf8
        var fragment: String?
        if let hash {
            guard let decoded = percentDecoded(destination[destination.utf8.index(after: hash)...]) else {
                return .unsafe(.encoding)
            }
            fragment = decoded
            // A clause's number, as a text cites it: `2(a)(i)`, `annex-a/2`.
            if decoded.utf8.contains(where: "(/".utf8.contains) { fragment = clauseAnchor(decoded) }
        }
        if before.isEmpty { return .anchor(fragment ?? "") }
        if let name = name(besideIn: Substring(before)) { return .beside(name) }
        let endsInSlash = before.last == UInt8(ascii: "/")
        var segments: [String] = []
        // `../terms/2026-11-23.md`: from one document's folder to the next, as a git host follows it.
        let isFromFolder = before.starts(with: "../".utf8)
        for part in before.dropFirst(isFromFolder ? 3 : 0).split(separator: UInt8(ascii: "/")) {
            guard let segment = percentDecoded(Substring(part)), !segment.utf8.contains(where: "/\\".utf8.contains),
                part.count == segment.utf8.count || (segment != "." && segment != "..")
            else { return .unsafe(.encoding) }
            switch segment {
            case ".": break
            case "..": if segments.popLast() == nil { return .unsafe(.leavesSite) }
            default: segments.append(segment)
            }
        }
        if isFromFolder, !endsInSlash, segments.count <= 2, segments.first != "files",
            let file = segments.last, file.hasSuffix(".md")
        {
            segments.removeLast()
            if file != "index.md" { segments.append(String(file.dropLast(3))) }
        }
        return read(segments, endsInSlash: endsInSlash, fragment: fragment)
    }

    /// Of `2026-11-23.md` and `./2026-11-23.md` the name, of `./` none; nil for a path that leaves the folder, and for one
    /// without an ending, which is one from the site's root: `privacy`, `./privacy`.
    private static func name(besideIn path: Substring) -> String? {
        if path == "./" { return "" }
        let file = path.hasPrefix("./") ? path.dropFirst(2) : path
        guard file.hasSuffix(".md") else { return nil }
        let name = String(file.dropLast(3))
        return !name.isEmpty && name.isID ? name : nil
    }

    private static func read(_ segments: [String], endsInSlash: Bool, fragment: String?) -> LinkTarget {
        let isOwn = segments.first.map(reserved.contains) ?? true
        let clause = fragment?.isEmpty == true ? nil : fragment
        func path(_ end: String = "") -> String { "/" + segments.joined(separator: "/") + end }
        if segments.count > 1, segments[0] == "files", !endsInSlash { return .file(path()) }
        if !isOwn, segments.count == 1, segments[0].isID { return .document(id: segments[0], clause: clause) }
        if !isOwn, segments.count == 2, segments[0].isID, segments[1].isEditionID {
            return .edition(document: segments[0], edition: segments[1], fragment: clause)
        }
        return .sitePath(path(endsInSlash && !segments.isEmpty ? "/" : ""), fragment: clause)
    }
}

extension LinkTarget {
    /// A destination that names what lies beside its text's file, as the path from the site's root that it means; any other
    /// as it is.
    ///
    /// - Parameter document: the one in whose folder the text lies; nil or empty for a page.
    package static func rooted(_ destination: String, in document: String?) -> String {
        guard case .beside(let name) = LinkTarget(destination) else { return destination }
        let place = destination.firstIndex(of: "#").map { destination[$0...] } ?? ""
        if let document, !document.isEmpty {
            if name.isEmpty { return "/\(document)/\(place)" }
            return name.isEditionID ? "/\(document)/\(name)/\(place)" : "/\(name).md\(place)"
        }
        return name.isEmpty || name == "index" ? "/\(place)" : "/\(name)/\(place)"
    }
}

/// Undoes percent-encoding; nil where it is malformed, no UTF-8, or hides a control character.
private func percentDecoded(_ text: Substring) -> String? {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
        if byte == UInt8(ascii: "%") {
            guard let high = rest.popFirst()?.hexDigit, let low = rest.popFirst()?.hexDigit else { return nil }
            let value = high * 16 + low
            guard value >= 0x20, value != 0x7F else { return nil }
            bytes.append(value)
        } else {
            bytes.append(byte)
        }
    }
    return String(validating: bytes, as: UTF8.self)
}

extension String {
    /// `[a-z0-9]+(-[a-z0-9]+)*`, as ids of documents are.
    fileprivate var isID: Bool {
        var before = UInt8(ascii: "-")
        for byte in utf8 {
            guard byte == UInt8(ascii: "-") ? before != byte : byte.isASCIIDigit || byte.isASCIISmallLetter else {
                return false
            }
            before = byte
        }
        return before != UInt8(ascii: "-") || utf8.isEmpty
    }

    /// The form of a date, with or without a number behind it: `2026-11-23`, `2026-11-23-2`.
    fileprivate var isEditionID: Bool {
        let parts = utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return (3...4).contains(parts.count) && parts.prefix(3).map(\.count) == [4, 2, 2]
            && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) }
    }
}

extension UInt8 {
    /// Whether the scheme of an address ends before it, if it has one.
    fileprivate var endsScheme: Bool {
        switch Unicode.Scalar(self) {
        case ":", "/", "?", "#": true
        default: false
        }
    }
}

extension String.UTF8View {
    /// Whether there is a blank or a control character: U+0000 to U+0020, U+007F to U+009F.
    fileprivate var holdControls: Bool {
        var before: UInt8 = 0
        for byte in self {
            if byte <= 0x20 || byte == 0x7F || before == 0xC2 && byte < 0xA0 { return true }
            before = byte
        }
        return false
    }
}
