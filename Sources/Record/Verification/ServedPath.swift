import Formats

extension String {
    /// The path at which hosts may serve the file of this path: many do not tell capitals from small letters, decode
    /// what they are asked for, or keep files where names lose characters. Of `PRIVACY%2F2026-11-23.md` and of
    /// `privacy./2026-11-23.md` it is `privacy/2026-11-23.md`. What TrustPress makes has its own path.
    package var servedPath: String {
        guard !utf8.allSatisfy(\.isPlain) || contains("./") || last == "." else { return self }
        var path = Array(withoutLookAlikes.utf8)
        // What is decoded may look as a sign that encodes, over and over: no host looks that often.
        for _ in 0..<4 {
            let decoded = Escaping.withoutAllPercents(path)
            guard decoded.count < path.count else { break }
            path = Array(String(decoding: decoded, as: UTF8.self).withoutLookAlikes.utf8)
        }
        var names: [ArraySlice<UInt8>] = []
        for part in path.split(separator: UInt8(ascii: "/")) {
            // What stands behind these is a parameter, a query, a place or a stream, and none of a name.
            let name = part.prefix { !";?#:".utf8.contains($0) }
            let start = name.drop { $0 == UInt8(ascii: " ") }
            let end = start.lastIndex { !" .".utf8.contains($0) }
            if let end {
                names.append(start[...end])
            } else if start.elementsEqual("..".utf8) {
                _ = names.popLast()
            }
        }
        return String(decoding: Array(names.joined(separator: [UInt8(ascii: "/")])), as: UTF8.self)
    }

    /// Of a path what a visitor writes first behind the host: of `privacy/2026-11-23.md` and of `privacy.html` it is
    /// `privacy`, as hosts give a page without its ending.
    package var publicName: String {
        String(decoding: servedPath.utf8.prefix { !"/.".utf8.contains($0) }, as: UTF8.self)
    }

    /// Small letters in the place of what looks up as them (capitals, full-width letters, a dotless i), a slash in that
    /// of a backslash, a blank in that of other white space, and nothing in that of what cannot be seen.
    private var withoutLookAlikes: String {
        if utf8.all({ $0 < 0x80 }) { return String(decoding: utf8.compactMap(\.withoutLookAlikes), as: UTF8.self) }
        var scalars = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            let properties = scalar.properties
            switch scalar {
            case "\\": scalars.append("/")
            case "\u{FF01}"..."\u{FF5E}": scalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
            default:
                if properties.isWhitespace {
                    scalars.append(" ")
                } else if properties.generalCategory != .control, !properties.isDefaultIgnorableCodePoint {
                    scalars.append(scalar)
                }
            }
        }
        return String(scalars).uppercased().lowercased()
    }
}

extension Set<String> {
    /// Whether a path is one of these as it is written: texts that are no path's bytes can be equal.
    package func containsToTheByte(_ path: String) -> Bool {
        firstIndex(of: path).map { self[$0].utf8.elementsEqual(path.utf8) } ?? false
    }
}

extension UInt8 {
    /// Whether it stands in the names that TrustPress makes, and is the same to every host.
    fileprivate var isPlain: Bool { isASCIISmallLetter || isASCIIDigit || "/.-".utf8.contains(self) }

    /// The same of a sign of ASCII; nil for one that cannot be seen.
    fileprivate var withoutLookAlikes: UInt8? {
        switch self {
        case UInt8(ascii: "\\"): UInt8(ascii: "/")
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): self | 0x20
        case 0x09...0x0D: UInt8(ascii: " ")
        case 0..<0x20, 0x7F: nil
        default: self
        }
    }
}
