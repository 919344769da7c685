import Foundation
import Testing

@testable import Language

/// Holds the tables of words against what the code says: every sentence is in each of them, and nothing else.
@Suite struct WordsTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    private static let languages = Language.allCases.filter { $0 != .english }

    private static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// The files of a folder, one behind the other.
    private static func texts(_ folder: String) throws -> String {
        try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path).sorted()
            .map { try text("\(folder)/\($0)") }.joined(separator: "\n")
    }

    /// Reads each file of some modules.
    private static func read(_ modules: [String], _ take: (String, SayingReader) -> Void) throws {
        for module in modules {
            let folder = root.appending(path: "Sources/\(module)")
            let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
            while let file = files?.nextObject() as? URL {
                guard file.pathExtension == "swift", !file.path.contains("Language/Words/") else { continue }
                take(file.lastPathComponent, SayingReader(try String(contentsOf: file, encoding: .utf8)))
            }
        }
    }

    /// What the code says: sentences, and those that speak of a number.
    private static func said() throws -> (words: Set<String>, counts: Set<String>) {
        var (words, counts): (Set<String>, Set<String>) = ([], [])
        try read(["Language", "Site", "Notices", "Feeds", "Pages"]) { name, reader in
            words.formUnion(reader.keys(behind: ["say("]))
            // What the page of the record says, paragraph by paragraph.
            if name == "RecordPage.swift" { words.formUnion(reader.keys(behind: ["step(", "paragraph("])) }
            counts.formUnion(reader.keys(behind: ["other:"]))
        }
        return (words, counts)
    }

    @Test func everySentenceIsInEachTable() throws {
        let (words, counts) = try Self.said()
        #expect(words.count > 250)
        let script = Set(ScriptWords.site + ScriptWords.compare)
        let scriptCounts = Set(ScriptWords.siteCounts + ScriptWords.compareCounts)
        for language in Self.languages {
            #expect(words.union(script).subtracting(language.words.keys).sorted() == [], "\(language) lacks them")
            #expect(Set(language.words.keys).subtracting(words).subtracting(script).sorted() == [], "nobody says them")
            #expect(counts.union(scriptCounts) == Set(language.plurals.keys))
        }
    }

    /// What stands around the sentences of notices is in the tables of every language: what speaks of a number in one of them.
    @Test func everythingToldIsInEachTable() throws {
        var told: Set<String> = []
        try Self.read(["Site", "Notices", "Feeds"]) { told.formUnion($1.keys(behind: ["tell("])) }
        #expect(told.count > 30)
        for language in Self.languages {
            let known = Set(language.told.keys).union(language.toldOfNumbers.keys)
            #expect(told.subtracting(known).sorted() == [], "\(language) lacks them")
            #expect(known.subtracting(told).sorted() == [], "nobody tells them in \(language)")
            #expect(Set(language.told.keys).isDisjoint(with: language.toldOfNumbers.keys))
        }
        #expect(Language.english.told.isEmpty)
    }

    @Test func whatIsToldOfNumbersHasTheirForms() {
        let said = [2, 3, 11, 100].map { Language.arabic.tell("\("أ"): \($0) changes announced on \("اليوم")", of: $0) }
        #expect(
            said == [
                "أ: تغييران أُعلنا في اليوم", "أ: 3 تغييرات أُعلنت في اليوم", "أ: 11 تغييرًا أُعلنت في اليوم",
                "أ: 100 تغيير أُعلنت في اليوم",
            ])
        #expect(Language.german.tell("\(3) companies", of: 3) == "3 Unternehmen")
        #expect(Language.english.tell("\(3) companies", of: 3) == "3 companies")
    }

    @Test func scriptsSayWhatTheirWordsAre() throws {
        for (path, words, counts) in [
            ("Templates/assets/site.js", ScriptWords.site, ScriptWords.siteCounts),
            ("Scripts/compare", ScriptWords.compare, ScriptWords.compareCounts),
        ] {
            let script = try path.hasSuffix(".js") ? Self.text(path) : Self.texts(path)
            for word in words + counts where !["Added", "Removed", "Changed", "Moved"].contains(word) {
                let isAlone = word.hasSuffix(" alone") && script.contains("${kind} alone")
                #expect(isAlone || script.contains("\"\(word)\""), "\(path) does not say \(word)")
            }
            for match in script.matches(of: #/\bsay\("((?:[^"\\]|\\.)*)"/#) {
                #expect(words.contains(String(match.1)), "ScriptWords lack \(match.1)")
            }
        }
    }

    @Test func everyTranslationFillsTheSameHoles() {
        func holes(_ text: String) -> [String] { text.matches(of: #/%\d/#).map { String($0.0) }.sorted() }
        for language in Self.languages {
            for (english, words) in language.words {
                #expect(holes(english) == holes(words), "\(language): \(english)")
                #expect(english.first?.isWhitespace == words.first?.isWhitespace, "\(language): \(english)")
                #expect(english.last?.isWhitespace == words.last?.isWhitespace, "\(language): \(english)")
            }
            for (english, words) in language.told { #expect(holes(english) == holes(words), "\(language): \(english)") }
            for (english, forms) in language.plurals.merging(language.toldOfNumbers, uniquingKeysWith: { $1 }) {
                #expect(forms[.other].map(holes) == holes(english), "\(language): \(english)")
                for words in forms.values { #expect(Set(holes(words)).isSubset(of: holes(english))) }
            }
        }
    }

    @Test func everyNumberHasAForm() {
        for language in Self.languages {
            let needed = Set((1...200).map { language.plural($0) })
            for (english, forms) in language.plurals {
                // Arabic says with eleven and more what it says with a hundred, where no noun is counted.
                #expect(needed.subtracting(forms.keys).subtracting([.many]) == [], "\(language): \(english)")
            }
        }
        #expect(
            Language.arabic.say(5, one: "\(5) change is coming", other: "\(5) changes are coming") == "5 تغييرات قادمة")
        #expect(
            Language.german.say(1, one: "\(1) change is coming", other: "\(1) changes are coming")
                == "1 Änderung steht bevor")
        #expect(
            Language.english.say(1, one: "\(1) change is coming", other: "\(1) changes are coming")
                == "1 change is coming")
    }
}

/// Finds the sentences in Swift code, with the names of their holes: `Announced %1`.
private struct SayingReader {
    private let code: [Character]

    init(_ code: String) { self.code = Array(code) }

    func keys(behind calls: [String]) -> [String] {
        let starts = Set(calls.compactMap(\.first))
        return code.indices.compactMap { place in
            guard starts.contains(code[place]) else { return nil }
            for call in calls where isAt(place, call) {
                if place > 0, code[place - 1].isLetter { continue }
                var start = place + call.count
                while start < code.count, code[start].isWhitespace { start += 1 }
                if start < code.count, code[start] == "\"" { return literal(at: start).key }
            }
            return nil
        }
    }

    private func isAt(_ place: Int, _ text: String) -> Bool {
        code[place...].starts(with: text)
    }

    /// A string's key, and where it ends.
    private func literal(at start: Int) -> (key: String, end: Int) {
        let isLong = isAt(start, "\"\"\"")
        let end = isLong ? "\"\"\"" : "\""
        var (key, place, count) = ("", start + end.count, 0)
        while !isAt(place, end) {
            if isAt(place, "\\(") {
                place = self.end(ofHoleAt: place + 2)
                count += 1
                key += "%\(count)"
            } else if code[place] == "\\" {
                // A line that goes on.
                if code[place + 1] != "\n" { key.append(code[place + 1]) }
                place += 2
            } else {
                key.append(code[place])
                place += 1
            }
        }
        guard isLong else { return (key, place + 1) }
        let lines = key.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
        return (lines.trimmingCharacters(in: .whitespacesAndNewlines), place + 3)
    }

    private func end(ofHoleAt start: Int) -> Int {
        var (place, depth) = (start, 1)
        while depth > 0 {
            switch code[place] {
            case "\"": place = literal(at: place).end - 1
            case "(": depth += 1
            case ")": depth -= 1
            default: break
            }
            place += 1
        }
        return place
    }
}
