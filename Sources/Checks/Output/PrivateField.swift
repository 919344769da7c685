import Diagnostics
import Formats
import Model

/// `private-field`: a value of a private key that stands in an output.
///
/// Private keys never enter what is rendered; this is the second net, for a value that somebody wrote into a text or a
/// template too. A value counts from six characters on, as whole words: shorter ones stand everywhere. Line breaks,
/// emphasis, escapes, tags and capitals hide none. Digests are passed over: their digits mean nothing.
///
/// Files are looked at one by one, as they are made and on all cores; the findings are told when all are.
package struct PrivateValues: Sendable {
    /// Where each value first stands.
    private let places: [String: SourceSpan]
    private let scanner: PrivateValueScanner

    /// - Parameter values: the private values, with the places where they are written.
    package init(_ values: [Sourced<String>]) {
        var places: [String: SourceSpan] = [:]
        for value in values {
            let words = value.value.trimmedToWords
            // A day is said by many.
            guard words.count >= 6, Moment(words) == nil else { continue }
            guard let known = places[words] else {
                places[words] = value.span
                continue
            }
            if value.span.precedes(known) { places[words] = value.span }
        }
        self.places = places
        scanner = PrivateValueScanner(places.keys.sorted())
    }

    /// Those that stand in a file that is to be published, sorted.
    package func values(in file: OutputFile) -> [String] {
        places.isEmpty ? [] : scanner.values(in: file.bytes, path: file.path)
    }

    /// - Parameter found: the values that stand in each file, by its path from the output's folder.
    /// - Returns: a finding at the first place of each value that was found, which names the first file that holds it.
    package func findings(_ found: [(path: String, values: [String])]) -> [Diagnostic] {
        var paths: [String: [String]] = [:]
        for file in found.sorted(by: { $0.path < $1.path }) {
            for value in file.values { paths[value, default: []].append(file.path) }
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

    /// Without what stands before its first and after its last letter or digit.
    fileprivate var trimmedToWords: String {
        let bytes = Array(utf8)
        guard let first = bytes.firstIndex(where: \.isPartOfWord), let last = bytes.lastIndex(where: \.isPartOfWord)
        else { return "" }
        return String(decoding: bytes[first...last], as: UTF8.self)
    }
}
