/// A sentence of the program's, with holes for what differs: `"Announced \(day)"`. It is written in English, and its English
/// is what every other language's table knows it by: `Announced %1`.
package struct Saying: ExpressibleByStringInterpolation, Sendable {
    /// Its words, with a hole between each two.
    fileprivate let words: [String]
    /// What fills the holes, in their order.
    fileprivate let parts: [String]

    package init(stringLiteral words: String) { (self.words, parts) = ([words], []) }

    package init(stringInterpolation pieces: StringInterpolation) {
        words = pieces.words + [pieces.open]
        parts = pieces.parts
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var words: [String] = []
        fileprivate var open = ""
        fileprivate var parts: [String] = []

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ words: String) { open += words }

        package mutating func appendInterpolation(_ part: some CustomStringConvertible) {
            words.append(open)
            open = ""
            parts.append(part.description)
        }
    }

    /// By which tables know it: `Announced %1`.
    var key: String {
        zip(words, 1...).dropLast().map { "\($0)%\($1)" }.joined() + (words.last ?? "")
    }

    fileprivate var english: String { zip(words, parts + [""]).map { $0 + $1 }.joined() }

    /// The words of another language, with the holes filled.
    fileprivate func filled(_ pattern: String) -> String {
        guard !parts.isEmpty else { return pattern }
        let pieces = pattern.split(separator: "%", omittingEmptySubsequences: false)
        return String(pieces[0])
            + pieces.dropFirst().map { piece in
                guard let hole = piece.first?.wholeNumberValue, parts.indices.contains(hole - 1) else {
                    return "%" + piece
                }
                return parts[hole - 1] + piece.dropFirst()
            }.joined()
    }
}

extension Language {
    /// A sentence in this language.
    package func say(_ saying: Saying) -> String {
        guard let pattern = words[saying.key] else { return saying.english }
        return saying.filled(pattern)
    }

    /// A sentence that speaks of a number, in the form that the number asks for.
    ///
    /// - Parameters:
    ///   - one: the English of one.
    ///   - other: the English of any other number, by which tables know it.
    package func say(_ number: Int, one: Saying, other: Saying) -> String {
        let form = plural(number)
        guard let forms = plurals[other.key], let pattern = forms[form] ?? forms[.other] else {
            return number == 1 ? one.english : other.english
        }
        return other.filled(pattern)
    }
}
