import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Markdown

@Suite("Policies as companies write them")
struct RealTextTests {
    /// The real histories beside the package where they are there, else texts made up.
    static var texts: [(path: String, text: String)] {
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folder = package.deletingLastPathComponent().appending(path: "shared/real/github-site-policy/Content")
        let paths = (FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? [])
            .filter { $0.hasSuffix(".md") }.sorted()
        guard !paths.isEmpty else {
            var random = SeededRandom(seed: 3)
            return (0..<100).map { ("generated \($0)", Generated.policy(&random)) }
        }
        return paths.compactMap { path in
            (try? String(contentsOf: folder.appending(path: path), encoding: .utf8)).map { (path, $0) }
        }
    }

    @Test("All of them are within the bounds, and each link is found where it is written")
    func withinBounds() {
        for (path, markdown) in Self.texts {
            let (text, findings) = parse(markdown)
            #expect(findings.isEmpty, "\(path)")
            #expect(!text.isEmpty, "\(path)")
            for link in text.links where !link.destination.contains("&") {
                let written = link.span.text.lowercased()
                let wanted = link.destination.lowercased()
                let bare = ["mailto:", "http://"].first { wanted.hasPrefix($0) }.map { wanted.dropFirst($0.count) }
                #expect(written == wanted || written == bare.map(String.init), "\(path): \(link.destination)")
            }
        }
    }
}
