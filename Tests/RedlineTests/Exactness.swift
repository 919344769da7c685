import Diagnostics
import Markdown
import Redline

/// The redline of two texts, held against the articles of both.
struct Exactness {
    /// What is wrong with the redline, or nil.
    let defect: String?
    let html: String

    /// - Parameter options: as pages write both; by default links that lead nowhere are among them.
    init(_ old: String, _ new: String, _ options: HTMLOptions = HTMLOptions { $0 == "nowhere" ? nil : $0 }) {
        let (old, new) = (Self.parse(old), Self.parse(new))
        html = Redline(from: old, to: new).html(options)
        defect = Self.defect(of: html, old: old.html(options), new: new.html(options))
    }

    private static func defect(of html: String, old: String, new: String) -> String? {
        do throws(Article.Malformed) {
            let redline = try Article(html)
            // What an article holds for readers alone, such as a second place of a clause, is not counted.
            let (old, new) = (try Article(old).edition(.old), try Article(new).edition(.new))
            if let difference = redline.edition(.old).firstDifference(from: old) {
                return "Rejected, it is not the old text:\n\(difference)"
            }
            if let difference = redline.edition(.new).firstDifference(from: new) {
                return "Accepted, it is not the new text:\n\(difference)"
            }
            if let fault = redline.faults.first { return "Its form is wrong: \(fault)" }
            let missing = new.ids.subtracting(redline.ids).sorted()
            if !missing.isEmpty { return "Anchors of the new text are missing: \(missing.joined(separator: ", "))" }
            return nil
        } catch {
            return "It is malformed: \(error)"
        }
    }

    static func parse(_ markdown: String) -> MarkdownText {
        let file = SourceFile(path: "Content/privacy/2026-11-23.md", text: markdown)
        return MarkdownText.parse(SourceSpan(file, 0..<file.utf8Count)).0
    }

    /// The texts without every line, and then every word, that the defect does not need.
    static func leastWithDefect(_ old: String, _ new: String) -> (old: String, new: String) {
        var (old, new) = (old, new)
        for separator in ["\n", " "] as [Character] {
            var isSmaller = true
            while isSmaller {
                isSmaller = false
                for part in [old, new].flatMap({ $0.split(separator: separator, omittingEmptySubsequences: false) }) {
                    // From both texts at once: what is in both is often needed in neither.
                    let (oldRest, newRest) = (old.without(part, separator), new.without(part, separator))
                    for (one, other) in [(oldRest, newRest), (oldRest, new), (old, newRest)]
                    where one.utf8.count + other.utf8.count < old.utf8.count + new.utf8.count {
                        guard Exactness(one, other).defect != nil else { continue }
                        (old, new) = (one, other)
                        isSmaller = true
                        break
                    }
                }
            }
        }
        return (old, new)
    }
}

extension String {
    /// Without the first of the parts between separators that is equal to this one.
    fileprivate func without(_ part: Substring, _ separator: Character) -> String {
        var parts = split(separator: separator, omittingEmptySubsequences: false)
        if let place = parts.firstIndex(of: part) { parts.remove(at: place) }
        return parts.joined(separator: String(separator))
    }
}

extension Redline {
    func html(_ options: HTMLOptions, labels: RedlineLabels = RedlineLabels()) -> String {
        String(decoding: htmlBytes(options, labels: labels).bytes, as: UTF8.self)
    }
}
