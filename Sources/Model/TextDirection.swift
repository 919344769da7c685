/// Which way the lines of a language run.
package enum TextDirection: String, Sendable {
    case leftToRight = "ltr"
    case rightToLeft = "rtl"

    /// - Parameter language: a tag as BCP 47 has it: `ar`, `fa-IR`. A script in it decides (`az-Arab`, `ku-Latn`), else the
    ///   language's own.
    package init(language: String) {
        let parts = language.partsOfTag
        let script = parts.dropFirst().first { $0.count == 4 && $0.allSatisfy(\.isLetter) }
        let runsLeft = script.map(Self.scripts.contains) ?? parts.first.map(Self.languages.contains) ?? false
        self = runsLeft ? .rightToLeft : .leftToRight
    }

    /// Arabic, Hebrew, Syriac, Thaana, N'Ko, Adlam, Hanifi Rohingya, Samaritan, Mandaic.
    private static let scripts: Set<Substring> = [
        "arab", "aran", "hebr", "syrc", "thaa", "nkoo", "adlm", "rohg", "samr", "mand",
    ]

    /// The languages that are written in one of these where their tag names no script.
    private static let languages: Set<Substring> = [
        "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "ks", "nqo", "pnb", "prs", "ps", "sd", "syr", "ug", "ur",
        "yi",
    ]
}

extension String {
    /// The parts of a language's tag as BCP 47 has it, in small letters; the first names the language.
    package var partsOfTag: [Substring] {
        lowercased().utf8.split(separator: UInt8(ascii: "-")).map(Substring.init)
    }
}
