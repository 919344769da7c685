import Diagnostics

extension YAMLProblem {
    /// `title:Privacy Policy`, where it stands and how it would be written.
    struct MissingSpace {
        let span: SourceSpan
        let mended: String

        init?(_ file: SourceFile, _ range: Range<Int>) {
            let line = file.substring(range)
            let start = line.prefix { $0 == " " || $0 == "-" }
            let rest = line[start.endIndex...]
            let key = rest.prefix { $0.isASCII && ($0.isLetter || $0 == "_") }
            let value = rest[key.endIndex...].dropFirst()
            guard !key.isEmpty, rest[key.endIndex...].first == ":", let first = value.first, first != " ", first != "/"
            else { return nil }
            let lower = range.lowerBound + start.utf8.count
            span = SourceSpan(file, lower..<lower + key.utf8.count + 1)
            mended = "\(key): \(shown(String(value)))"
        }
    }

    /// `title = Privacy Policy`, or `title：Privacy Policy`, where it stands and how it would be written.
    struct MissingColon {
        let span: SourceSpan
        let mended: String
        let key: Substring

        init?(_ file: SourceFile, _ range: Range<Int>) {
            let line = file.substring(range)
            let start = line.prefix { $0 == " " || $0 == "-" }
            let rest = line[start.endIndex...]
            key = rest.prefix { $0.isASCII && ($0.isLetter || $0 == "_") }
            let sign = rest[key.endIndex...].drop { $0 == " " }
            guard !key.isEmpty, let first = sign.first, "=：﹕︓".contains(first) else { return nil }
            let value = sign.dropFirst().drop { $0 == " " }
            let lower = range.lowerBound + start.utf8.count
            span = SourceSpan(
                file, lower..<lower + line[key.startIndex..<sign.index(after: sign.startIndex)].utf8.count)
            mended = "\(key): \(shown(String(value)))"
        }
    }
}
