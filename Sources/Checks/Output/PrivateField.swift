import Diagnostics
import Formats
import Model

/// `private-field`: a value of a private key that stands in an output.
///
/// Private keys never enter what is rendered; this is the second net, for a value that somebody wrote into a text or a
/// template too. A value counts from six characters on, as whole words: shorter ones stand everywhere. Line breaks,
/// emphasis, escapes, tags and capitals hide none. Digests are passed over: their digits mean nothing. What the program
/// writes on every site (`Active`, `Button`) gives none away: a value that stands there is looked for in what the site's own
/// author wrote.
///
/// Files are looked at one by one, as they are made and on all cores; the findings are told when all are.
package struct PrivateValues: Sendable {
    /// Where each value first stands, by its words as they are compared.
    private let places: [String: SourceSpan]
    /// For those that are looked for in the files of the output.
    private let scanner: PrivateValueScanner
    /// The others that the site's own author wrote elsewhere too, by the path of what they stand in.
    private let given: [(path: String, values: [String])]

    /// - Parameters:
    ///   - values: the private values, with the places where they are written.
    ///   - product: what the program writes on every site; asked for where there is a value.
    ///   - written: what the site's own author wrote and publishes: asked for where one of the values is of the program.
    package init(
        _ values: [Sourced<String>], product: () -> [OutputFile] = { [] }, written: () -> [OutputFile] = { [] }
    ) {
        var places: [String: SourceSpan] = [:]
        for value in values {
            let words = value.value.trimmedToWords
            // A day is said by many.
            guard words.count >= 6, Moment(words) == nil else { continue }
            let compared = words.compared
            guard let known = places[compared] else {
                places[compared] = value.span
                continue
            }
            if value.span.precedes(known) { places[compared] = value.span }
        }
        self.places = places
        let all = PrivateValueScanner(places.keys.sorted())
        let common = places.isEmpty ? [] : Set(product().flatMap { all.values(in: $0.bytes, path: $0.path) })
        scanner = common.isEmpty ? all : PrivateValueScanner(places.keys.filter { !common.contains($0) }.sorted())
        let ofProduct = PrivateValueScanner(common.sorted())
        given = (common.isEmpty ? [] : written()).map { ($0.path, ofProduct.values(in: $0.bytes, path: $0.path)) }
    }

    /// Those that stand in a file that is to be published, sorted.
    package func values(in file: OutputFile) -> [String] {
        places.isEmpty ? [] : scanner.values(in: file.bytes, path: file.path)
    }

    /// - Parameter found: the values that stand in each file, by its path from the output's folder.
    /// - Returns: a finding at the first place of each value that was found, which names the first file that holds it.
    package func findings(_ found: [(path: String, values: [String])]) -> [Diagnostic] {
        var paths: [String: [String]] = [:]
        for file in (found + given).sorted(by: { $0.path < $1.path }) {
            for value in file.values where paths[value]?.last != file.path {
                paths[value, default: []].append(file.path)
            }
        }
        return paths.compactMap { value, paths in
            places[value].map { span in
                Diagnostic(
                    .privateField, at: span, .published(in: paths),
                    help: "take it out of the text or template that it comes from, or choose another value")
            }
        }
        .sorted()
    }
}

extension SourceSpan {
    fileprivate func precedes(_ other: SourceSpan) -> Bool {
        (file.path, range.lowerBound) < (other.file.path, other.range.lowerBound)
    }
}

extension String {
    fileprivate static func published(in paths: [String]) -> String {
        let more = paths.count > 1 ? " and \(paths.count - 1) more" : ""
        return "this private value would be published in \(paths.first ?? "")\(more)"
    }

    /// Its words, as they are compared, with a blank between two.
    fileprivate var compared: String {
        String(decoding: Array(comparedWords.joined(separator: " ".utf8)), as: UTF8.self)
    }

    /// Without what stands before its first and after its last letter or digit.
    fileprivate var trimmedToWords: String {
        let bytes = Array(utf8)
        guard let first = bytes.firstIndex(where: \.isPartOfWord), let last = bytes.lastIndex(where: \.isPartOfWord)
        else { return "" }
        return String(decoding: bytes[first...last], as: UTF8.self)
    }
}
