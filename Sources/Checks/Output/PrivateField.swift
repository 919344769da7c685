import Diagnostics
import Model

/// `private-field`: a value of a private key that stands in an output.
///
/// Private keys never enter what is rendered; this is the second net, for a value that somebody wrote into a text or a
/// template too. A value counts from six characters on, as whole words: shorter ones stand everywhere. Line breaks,
/// emphasis, escapes, tags and capitals hide none. Digests are passed over: their digits mean nothing.
///
/// - Parameters:
///   - files: what is to be published, by path from the output's folder.
///   - values: the private values, with the places where they are written.
/// - Returns: a finding at the first place of each value that was found, which names the first file that holds it.
package func scanForPrivateValues(
    files: [(path: String, bytes: [UInt8])], values: [Sourced<String>]
) -> [Diagnostic] {
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
    guard !places.isEmpty else { return [] }
    let scanner = PrivateValueScanner(places.keys.sorted())
    var found: [String: [String]] = [:]
    for file in files.sorted(by: { $0.path < $1.path }) {
        for value in scanner.values(in: file.bytes, path: file.path) { found[value, default: []].append(file.path) }
    }
    return found.compactMap { value, paths in
        places[value].map { span in
            Diagnostic(
                .privateField, at: span, .published(in: paths),
                help: "take it out of the text or template that it comes from, or choose another value")
        }
    }
    .sorted()
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
