import Formats

extension String {
    /// Whether one of the signs stands in it that tell of a character read in another encoding, or lost.
    var mayBeMisread: Bool {
        var before = 0 as UInt8
        for byte in utf8 {
            if before == 0xC3, byte == 0x82 || byte == 0x83 || byte == 0xA2 { return true }
            if before == 0xEF, byte == 0xBF { return true }
            before = byte
        }
        return false
    }

    /// Where a character stands that was written in UTF-8 and read as Windows-1252 (`â€™` for ’, `Ã¼` for ü), by bytes, with
    /// the one that was meant; and the replacement character, which stands for one that is lost.
    ///
    /// Told are pairs that no language has: behind `Ã` and `Â` come signs that no word goes on with.
    fileprivate var misread: [(range: Range<Int>, meant: String?)] {
        var found: [(Range<Int>, String?)] = []
        var place = 0
        var rest = unicodeScalars[...]
        var before: Unicode.Scalar = " "
        while let first = rest.popFirst() {
            defer { before = first }
            let start = place
            place += UTF8.width(first)
            if first == "\u{FFFD}" { found.append((start..<place, nil)) }
            guard first == "Ã" || first == "Â" || first == "â" else { continue }
            let signs = Array(rest.prefix(first == "â" ? 2 : 1))
            guard let meant = Self.meant(first, signs) else { continue }
            // `MANHÃ¹` is a word in capitals with the sign of a note.
            let isSmall = rest.dropFirst(signs.count).first?.properties.isLowercase ?? false
            if first == "Ã", before.properties.isUppercase, meant == meant.lowercased(), !isSmall { continue }
            rest = rest.dropFirst(signs.count)
            place += signs.reduce(0) { $0 + UTF8.width($1) }
            found.append((start..<place, meant))
        }
        return found
    }

    private static func meant(_ first: Unicode.Scalar, _ signs: [Unicode.Scalar]) -> String? {
        switch (first, signs.first) {
        case ("â", "€"): signs.count == 2 ? marks[signs[1]] : nil
        case ("Â", let sign?) where "§©®°£¥¢±²³µ¶¼½¾".unicodeScalars.contains(sign): String(sign)
        case ("Ã", let sign?) where "¡¢£¤¥¦§¨©ª¬®¯°±²³´µ¶·¸¹º¼½¾¿".unicodeScalars.contains(sign):
            String(Character(Unicode.Scalar(sign.value + 0x40) ?? sign))
        case ("Ã", "Ÿ"): "ß"
        case ("Ã", "œ"): "Ü"
        case ("Ã", "„"): "Ä"
        default: nil
        }
    }

    /// What stands behind `â€`, and the mark that was meant.
    private static let marks: [Unicode.Scalar: String] = [
        "™": "’", "˜": "‘", "œ": "“", "\u{9D}": "”", "“": "–", "”": "—", "¢": "•", "¦": "…", "ž": "„", "š": "‚",
    ]
}

extension LeafSource {
    /// Characters that were lost or misread when a text was taken from elsewhere.
    func misread(seen: SeenWords) -> [Leftover] {
        guard seen.text.mayBeMisread else { return [] }
        let found = text(bytes.indices).misread.filter { isWord[$0.range.lowerBound] }
        return found.enumerated().map { index, sign in
            // What nobody is told needs no words.
            guard index < PublishedText.mostFindings else { return Leftover(range: sign.range, message: "", help: "") }
            guard let meant = sign.meant else {
                return Leftover(
                    range: sign.range, message: "a character was lost here, and \u{FFFD} stands in its place",
                    help: "write the character that belongs there")
            }
            return Leftover(
                range: sign.range, message: "\(text(sign.range)) is \(meant) in UTF-8, read in another encoding",
                help: "write \(meant)")
        }
    }
}
