import Diagnostics
import Formats
import Foundation
import Site
import Source
import Synchronization

/// How a site looks: its templates, the words of the frame, and the assets beside them.
///
/// A theme is made of the files under `Templates/`; what a site does not have there comes from the theme that is built
/// into the program.
package struct Theme: Sendable {
    private let templates: [String: Template]
    /// The words of the theme by their keys, from `strings/<language>.yaml`.
    let strings: [String: ViewValue]
    /// Style sheets and pictures, as they are published.
    package internal(set) var assets: [OutputFile]
    /// Where they stand: `/assets/style.css`.
    let assetAddresses: Set<String>
    /// Every template by its name, and the names of those that each includes.
    let sources: [String: SourceFile]
    let included: [String: Set<String>]

    /// Every file of the built-in theme by its path in a site. A script that is longer than one likes to read stands in
    /// several files, `Scripts/compare/01-text.js` and so on, which are one behind the other in the order of their names.
    package static let builtIn: [String: [UInt8]] = EmbeddedFiles.base64.sorted { $0.key < $1.key }
        .reduce(into: [:]) { files, file in
            let part = file.key.split(separator: "/")
            let path = part[0] == "Scripts" ? "Templates/assets/\(part[1]).js" : file.key
            let start = files[path].map { $0 + "\n".utf8 } ?? []
            files[path] = start + (Data(base64Encoded: file.value) ?? Data())
        }

    /// The addresses that a theme's assets have: `/assets/style.css`.
    ///
    /// - Parameter paths: of the site's files.
    package static func assetAddresses(of paths: some Sequence<String>) -> Set<String> {
        addressesOfBuiltIn.union(addresses(of: paths))
    }

    private static let addressesOfBuiltIn = Set(addresses(of: builtIn.keys))

    private static func addresses(of paths: some Sequence<String>) -> [String] {
        paths.filter { $0.hasPrefix("Templates/assets/") }.map { String($0.dropFirst("Templates".count)) }
    }

    /// Loads a site's theme.
    ///
    /// - Parameters:
    ///   - own: the files of the site under `Templates/`, by path.
    ///   - language: the site's, which chooses the strings; English where the theme has none for it.
    /// - Returns: the theme, and what is wrong with the site's own templates. With errors nothing is rendered.
    package static func load(_ own: [String: [UInt8]], language: String) -> (theme: Theme, findings: [Diagnostic]) {
        let all = builtIn.merging(own) { _, own in own }
        var findings: [Diagnostic] = []
        var sources: [String: SourceFile] = [:]
        var assets: [OutputFile] = []
        for (path, bytes) in all.sorted(by: { $0.key < $1.key }) {
            let name = String(path.dropFirst("Templates/".count))
            if name.hasPrefix("assets/") {
                assets.append(OutputFile(path: name, bytes: bytes))
                if let finding = ThemeFiles.finding(onAsset: path) { findings.append(finding) }
            } else if let finding = ThemeFiles.finding(on: path) {
                findings.append(finding)
            } else if name.hasSuffix(".mustache") {
                guard let text = String(validating: bytes, as: UTF8.self) else {
                    findings.append(
                        Diagnostic(
                            .invalidUTF8, file: path, "this template is not written in UTF-8",
                            help: "save the file as UTF-8"))
                    continue
                }
                let unmarked = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
                sources[String(name.dropLast(".mustache".count))] = SourceFile(path: path, text: unmarked)
            }
        }
        var strings: [String: ViewValue] = [:]
        var written: [StringEntries] = []
        for (path, bytes) in Self.strings(for: language, own) {
            let (entries, wrong) = readStrings(path, bytes)
            findings += wrong
            written.append(entries)
            let attributes = path == Self.english ? Voice(language: language, program: Voice.ownLanguage).own : ""
            for entry in entries { strings[entry.key.value] = .words(entry.text.value, attributes) }
        }
        let scanner = TemplateScanner(
            sources, strings: Set(strings.keys), ownStrings: Set((written.first ?? []).map(\.key.value)))
        findings += scanner.findings
        findings +=
            written.flatMap { scanner.findings(onWords: $0) } + scanner.findingsOnNames(builtIn: Set(builtIn.keys))
        func theme(_ templates: [String: Template]) -> Theme {
            Theme(
                templates: templates, strings: strings, assets: assets,
                assetAddresses: Set(assets.map { "/" + $0.path }), sources: sources, included: scanner.included)
        }
        guard findings.isEmpty else { return (theme([:]), findings) }
        var compiler = TemplateCompiler(sources, strings: strings)
        return (theme(Dictionary(uniqueKeysWithValues: sources.keys.map { ($0, compiler.template($0)) })), [])
    }

    private static let english = "Templates/strings/en.yaml"

    /// The files that hold the words of a language, each wins over those before it: English, the language, its region's; of
    /// each first the program's, then the theme's own.
    private static func strings(for language: String, _ own: [String: [UInt8]]) -> [(path: String, bytes: [UInt8])] {
        let primary = language.lowercased().split(separator: "-").first.map(String.init) ?? language
        var paths = [english]
        for name in [primary, language] {
            let path = "Templates/strings/\(name).yaml"
            if !paths.contains(path) { paths.append(path) }
        }
        return paths.flatMap { path in [builtIn[path], own[path]].compactMap { $0.map { (path, $0) } } }
    }

    /// Renders a template over a view, as UTF-8; nothing where there is no such template, which `load` has excluded.
    ///
    /// - Parameter place: where the page's own addresses begin.
    func render(_ template: String, _ view: View, at place: [UInt8] = []) -> [UInt8] {
        templates[template]?.render(view, at: place) ?? []
    }

    /// Where a byte of what `render` gives is written.
    func place(of byte: Int, in template: String, _ view: View, at place: [UInt8]) -> TemplatePlace? {
        guard let (origin, distance) = templates[template]?.origin(of: byte, in: view, at: place),
            let source = sources[origin.template]
        else { return nil }
        return TemplatePlace(
            template: origin.template, start: origin.place(of: distance ?? 0, in: source),
            length: distance == nil ? origin.range.count : nil)
    }

    /// The theme's words for a key, or the key where it has none.
    func string(_ key: String) -> ViewValue { strings[key] ?? .text(key) }
}

/// The themes that were loaded, by what they are made of.
package final class ThemeMemory: Sendable {
    private typealias Loaded = (files: [String: [UInt8]], language: String, theme: Theme, findings: [Diagnostic])

    private let last = Mutex<Loaded?>(nil)

    package init() {}

    /// `Theme.load`, or what it gave last where the theme is the same.
    package func theme(of files: [String: [UInt8]], language: String) -> (theme: Theme, findings: [Diagnostic]) {
        if let last = last.withLock({ $0 }), last.files == files, last.language == language {
            return (last.theme, last.findings)
        }
        let (theme, findings) = Theme.load(files, language: language)
        last.withLock { $0 = (files, language, theme, findings) }
        return (theme, findings)
    }
}
