extension LinkTarget {
    /// First segments of the site's own paths: names that no document may have: they are pages and folders of its own.
    private static let reserved: Set<String> = [
        "assets", "certifications", "feeds", "files", "notices", "record", "schemas", "subscribe",
    ]

    /// Reads a destination as Markdown gives it: backslash escapes and character references are undone already.
    package init(_ destination: String) {
        if destination.unicodeScalars.contains(where: { $0.value <= 0x20 || (0x7F...0x9F).contains($0.value) }) {
            self = .unsafe(.controlCharacter)
        } else if destination.utf8.contains(UInt8(ascii: "\\")) {
            self = .unsafe(.backslash)
        } else if let (scheme, rest) = Self.scheme(of: destination) {
            self.init(destination, scheme: scheme, rest: rest)
        } else if destination.hasPrefix("//") {
            self = .unsafe(.schemeRelative)
        } else {
            self.init(path: destination)
        }
    }

    /// The scheme in lower case and what follows its colon; nil where there is none.
    private static func scheme(of destination: String) -> (String, Substring)? {
        guard let end = destination.firstIndex(where: { ":/?#".contains($0) }), destination[end] == ":" else {
            return nil
        }
        return (destination[..<end].lowercased(), destination[destination.index(after: end)...])
    }

    private init(_ destination: String, scheme: String, rest: Substring) {
        switch scheme {
        case "http", "https":
            guard rest.hasPrefix("//") else {
                self = .unsafe(.host)
                return
            }
            let authority = rest.dropFirst(2).prefix { !"/?#".contains($0) }
            if authority.contains("@") {
                self = .unsafe(.userName)
            } else {
                self = Self.isHost(authority) ? .external(destination) : .unsafe(.host)
            }
        case "mailto", "tel":
            self = rest.isEmpty ? .unsafe(.host) : .external(destination)
        case "provider":
            let path = rest.prefix { $0 != "#" }
            guard !path.utf8.contains(UInt8(ascii: "%")) else {
                self = .unsafe(.encoding)
                return
            }
            let parts = path.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            self = .provider(register: parts.count == 2 ? parts[0] : nil, id: parts.last ?? "")
        default:
            self = .unsafe(.scheme(scheme))
        }
    }

    /// Whether `host` or `host:port` could be one: letters of any script, digits, dots and hyphens.
    private static func isHost(_ authority: Substring) -> Bool {
        let host = authority.prefix { $0 != ":" }
        let port = authority.dropFirst(host.count + 1)
        return !host.isEmpty && !host.hasPrefix(".") && !host.contains("..")
            && host.unicodeScalars.allSatisfy {
                $0.isASCII ? $0.isASCIIAlphanumeric || $0 == "." || $0 == "-" : $0.properties.isAlphabetic
            }
            && port.utf8.count <= 5 && port.unicodeScalars.allSatisfy { ("0"..."9").contains($0) }
    }

    private init(path destination: String) {
        let hash = destination.firstIndex(of: "#")
        let before = destination[..<(hash ?? destination.endIndex)]
        var fragment: String?
        if let hash {
            guard let decoded = percentDecoded(destination[destination.index(after: hash)...]) else {
                self = .unsafe(.encoding)
                return
            }
            fragment = decoded
            // A clause's number, as a text cites it: `2(a)(i)`, `annex-a/2`.
            if decoded.contains(where: { $0 == "(" || $0 == "/" }) { fragment = clauseAnchor(decoded) }
        }
        if before.isEmpty {
            self = .anchor(fragment ?? "")
            return
        }
        let endsInSlash = before.hasSuffix("/")
        var segments: [String] = []
        // `../terms/2026-11-23.md`: from one document's folder to the next, as a git host follows it.
        let isFromFolder = before.hasPrefix("../")
        for part in before.dropFirst(isFromFolder ? 3 : 0).split(separator: "/") {
            guard let segment = percentDecoded(part), !segment.contains("/"), !segment.contains("\\"),
                part == segment || (segment != "." && segment != "..")
            else {
                self = .unsafe(.encoding)
                return
            }
            switch segment {
            case ".": break
            case "..":
                guard segments.popLast() != nil else {
                    self = .unsafe(.leavesSite)
                    return
                }
            default: segments.append(segment)
            }
        }
        if isFromFolder, !endsInSlash, segments.count <= 2, segments.first != "files",
            let file = segments.last, file.hasSuffix(".md")
        {
            segments.removeLast()
            if file != "index.md" { segments.append(String(file.dropLast(3))) }
        }
        self.init(segments: segments, endsInSlash: endsInSlash, fragment: fragment)
    }

    private init(segments: [String], endsInSlash: Bool, fragment: String?) {
        let isOwn = segments.first.map(Self.reserved.contains) ?? true
        let clause = fragment?.isEmpty == true ? nil : fragment
        if segments.count > 1, segments[0] == "files", !endsInSlash {
            self = .file("/" + segments.joined(separator: "/"))
        } else if !isOwn, segments.count == 1, segments[0].isID {
            self = .document(id: segments[0], clause: clause)
        } else if !isOwn, segments.count == 2, segments[0].isID, segments[1].isEditionID {
            self = .edition(document: segments[0], edition: segments[1], fragment: clause)
        } else {
            let path = "/" + segments.joined(separator: "/") + (endsInSlash && !segments.isEmpty ? "/" : "")
            self = .sitePath(path, fragment: clause)
        }
    }
}

/// Undoes percent-encoding; nil where it is malformed, no UTF-8, or hides a control character.
private func percentDecoded(_ text: Substring) -> String? {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
        if byte == UInt8(ascii: "%") {
            guard let high = rest.popFirst().flatMap(hexValue), let low = rest.popFirst().flatMap(hexValue) else {
                return nil
            }
            let value = high * 16 + low
            guard value >= 0x20, value != 0x7F else { return nil }
            bytes.append(value)
        } else {
            bytes.append(byte)
        }
    }
    return String(validating: bytes, as: UTF8.self)
}

private func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
}

extension String {
    /// `[a-z0-9]+(-[a-z0-9]+)*`, as ids of documents are.
    fileprivate var isID: Bool {
        utf8.first != UInt8(ascii: "-") && utf8.last != UInt8(ascii: "-") && !contains("--")
            && unicodeScalars.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" }
    }

    /// The form of a date, with or without a number behind it: `2026-11-23`, `2026-11-23-2`.
    fileprivate var isEditionID: Bool {
        let parts = split(separator: "-", omittingEmptySubsequences: false)
        return (3...4).contains(parts.count) && parts[0].utf8.count == 4 && parts[1].utf8.count == 2
            && parts[2].utf8.count == 2
            && parts.allSatisfy { !$0.isEmpty && $0.unicodeScalars.allSatisfy { ("0"..."9").contains($0) } }
    }
}

extension Unicode.Scalar {
    fileprivate var isASCIIAlphanumeric: Bool {
        ("a"..."z").contains(self) || ("A"..."Z").contains(self) || ("0"..."9").contains(self)
    }
}
