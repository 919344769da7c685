/// A sentence of the program's, with holes for what differs: `"Announced \(day)"`. It is written in English, and its English
/// is what every other language's table knows it by: `Announced %1`.
package struct Saying: ExpressibleByStringInterpolation, Sendable {
    /// The sentence as it is in English, with what fills the holes.
    fileprivate let english: String
    /// Where these stand in it, by its bytes in UTF-8.
    private let holes: [Range<Int>]

    package init(stringLiteral words: String) { (english, holes) = (words, []) }

    package init(stringInterpolation pieces: StringInterpolation) {
        (english, holes) = (pieces.english, pieces.holes)
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var english = ""
        fileprivate var holes: [Range<Int>] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            english.reserveCapacity(literalCapacity + 32 * interpolationCount)
            holes.reserveCapacity(interpolationCount)
        }

        package mutating func appendLiteral(_ words: String) { english += words }

        package mutating func appendInterpolation(_ part: String) {
            let start = english.utf8.count
            english += part
            holes.append(start..<english.utf8.count)
        }

        package mutating func appendInterpolation(_ part: some CustomStringConvertible) {
            appendInterpolation(part.description)
        }
    }

    /// By which tables know it: `Announced %1`.
    var key: String {
        var (key, last) = ("", 0)
        for (number, hole) in zip(1..., holes) {
            key += slice(last..<hole.lowerBound) + "%\(number)"
            last = hole.upperBound
        }
        return key + slice(last..<english.utf8.count)
    }

    private func slice(_ range: Range<Int>) -> String {
        let bytes = english.utf8
        let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
        return String(english[start..<bytes.index(start, offsetBy: range.count)])
    }

    /// The words of another language, with the holes filled.
    fileprivate func filled(_ pattern: String) -> String {
        guard !holes.isEmpty else { return pattern }
        let pieces = pattern.split(separator: "%", omittingEmptySubsequences: false)
        return String(pieces[0])
            + pieces.dropFirst().map { piece in
                guard let number = piece.first?.wholeNumberValue, holes.indices.contains(number - 1) else {
                    return "%" + piece
                }
                return slice(holes[number - 1]) + piece.dropFirst()
            }.joined()
    }
}

extension Language {
    /// A sentence in this language.
    package func say(_ saying: Saying) -> String {
        guard self != .english, let pattern = words[saying.key] else { return saying.english }
        return saying.filled(pattern)
    }

    /// What stands around the sentences of notices, in a language that has such sentences; English in any other, which has no
    /// words for it.
    package func tell(_ saying: Saying) -> String { told[saying.key].map(saying.filled) ?? saying.english }

    /// The same of what speaks of a number, of which a language may have forms.
    package func tell(_ saying: Saying, of number: Int) -> String {
        guard let forms = toldOfNumbers[saying.key], let pattern = forms[plural(number)] ?? forms[.other] else {
            return tell(saying)
        }
        return saying.filled(pattern)
    }

    /// A sentence that speaks of a number, in the form that the number asks for.
    ///
    /// - Parameters:
    ///   - one: the English of one.
    ///   - other: the English of any other number, by which tables know it.
    package func say(_ number: Int, one: Saying, other: Saying) -> String {
        let form = plural(number)
        guard self != .english, let forms = plurals[other.key], let pattern = forms[form] ?? forms[.other] else {
            return number == 1 ? one.english : other.english
        }
        return other.filled(pattern)
    }
}
