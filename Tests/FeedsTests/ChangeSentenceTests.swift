import Foundation
import Model
import Notices
import Source
import Testing
import TestSupport

/// Sentences of random registers: whatever is announced together, they are sentences. What they say of each kind of
/// change is in `docs/sentences.md`.
@Suite("Sentences of changes")
struct ChangeSentenceTests {
    @Test("Sentences of random changes are well formed", arguments: SentencePage.all, 0..<40)
    func random(_ page: SentencePage, _ seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let reading = readLibrary(RandomRegister.tree(in: page, using: &random))
        func check(_ sentence: String, _ seed: UInt64) { self.check(sentence, seed, Self.faults[page] ?? []) }
        #expect(reading.diagnostics.listing == "", "seed \(seed)")
        let history = History(resolving: try #require(reading.library))
        let sentences = Sentences(history)
        for event in history.events {
            let told = sentences.sentences(for: event)
            #expect(!told.isEmpty, "seed \(seed), \(event.path)")
            for sentence in told { check(sentence, seed) }
        }
        for notice in history.notices {
            for day in ["2026-12-01", "2030-01-01"] {
                let viewpoint = Viewpoint(asOf: AsOf(try moment(day)))
                for sentence in sentences.sentences(for: notice, from: viewpoint) { check(sentence, seed) }
            }
            // The objection sentence names each day of which another year could be meant.
            if let objection = sentences.objection(to: notice) { check(objection, seed) }
        }
    }

    private func check(_ sentence: String, _ seed: UInt64, _ faults: [(String, String)]) {
        for (what, pattern) in Self.everyFault + faults {
            let isFaulty = sentence.range(of: pattern, options: .regularExpression) != nil
            #expect(!isFaulty, "seed \(seed): \(what): \(sentence)")
        }
    }

    private static let names = "(?:Acme Inc\\.|Brill|Cobalt, Ltd|eBay)"
    private static let subject = "(?:\(names)(?: \\([^)]*\\))?)"

    /// In every language.
    private static let everyFault: [(String, String)] = [
        ("blanks", "  |^ | $|\\( | \\)|\n"),
        ("punctuation", " [,.;:،؛]|[,،][,.;،؛]|[;؛][,.;،؛]|\\.\\.|\\(\\)|“”|„“|«»"),
        ("no full stop at the end", "[^.]$"),
        ("a word twice", "\\b(\\w+) \\1\\b"),
        ("a small letter at the start", "^(?!eBay)[a-z]"),
    ]

    private static let faults: [SentencePage: [(String, String)]] = [
        .english: english, .german: german, .arabic: arabic,
    ]

    private static let english: [(String, String)] = [
        (
            "nothing where something must stand",
            "\\b(and|or|(?<!opt )in|for|under|by|about|of|the|also|longer|receive)(,|;|\\.$| and | or )"
        ),
        ("a list without an end", ", (and|or)?[.;]"),
        ("several in the singular", "\(subject) and \(subject) (?:no longer |also )?(is|was|has|\\w+s) "),
        (
            "they in the singular",
            "\\bthey (?:no longer |also )?(is|was|has|receives|processes|stores|accesses|returns) "
        ),
        (
            "one in the plural",
            "(?:^|[;:,] |that )\(subject) (?:no longer |also )?(are|were|have|receive|process|store|access|return) "
        ),
        ("it in the plural", "\\bit (?:no longer |also )?(are|were|have|receive|process|store|access|return) "),
    ]

    private static let singular =
        "(?:wird|wurde|ist|war|steht|stand|erhält|erhielt|verarbeitet|verarbeitete|führt|führte)"
    private static let plural =
        "(?:werden|wurden|sind|waren|stehen|standen|erhalten|erhielten|verarbeiten|führen|führten)"

    private static let german: [(String, String)] = [
        ("words of English", "\\b(will|from|longer|under|instead|was|were|added|list|also)\\b"),
        (
            "nothing where something must stand",
            "\\b(oder|von|für|über|auf|aus|statt|dem|auch|nur)(,|;|\\.$| und | oder )"
        ),
        ("a list without an end", ", (und|oder)?[.;]"),
        ("several in the singular", "(?:^|; |dass )\\(subject) und \\(subject) \\(singular) "),
        ("one in the plural", "(?:^|; )\\(subject) \\(plural) "),
        (
            "no verb in the second place",
            "(?:^|; )\\(subject) (?!\\(singular)|und|verarb|dient|greift|griff|kehrt|speich)\\w+ "
        ),
        ("no verb at the end", "dass \\(subject) [^,.;(]* (?:Daten|Namen|Zweck|Liste|Angaben)[,.;]"),
    ]

    private static let arabic: [(String, String)] = [
        // Names and authors' words in Latin letters are isolated, and nothing else is in them.
        ("words of English", "(?:^|\u{2069})[^\u{2068}]*?(?!DPF)\\b[A-Za-z]{2,}"),
        ("an isolate left open", "^[^\u{2068}]*\u{2069}|\u{2068}[^\u{2069}]*(?:\u{2068}|$)"),
        ("punctuation of English", "(?:^|\u{2069})[^\u{2068}]*[,;?]"),
        (
            "nothing where something must stand",
            "(?<=^|\\s)(?:من|عن|إلى|على|في|بموجب|وفق|أي|شركة|الشركتان|الشركتين|الشركات)(?:[،؛.:)]| و(?=\\s)|$)"
        ),
        ("a conjunction apart from an Arabic word", "(?<=\\s)و(?= [\u{621}-\u{64A}])"),
        (
            "two companies with the noun of one",
            "(?:^|\\s|ب|ل)شركة \u{2068}[^\u{2069}]*\u{2069}(?: \\([^)]*\\))? و \u{2068}"
        ),
        ("one company with the noun of two", "شركت(?:ان|ين) \u{2068}[^\u{2069}]*\u{2069}(?! و | \\()"),
        ("two in the form of one", "الشركتان [^.؛]*، وس?(?:تتلقى|تعالج|تخزّن|تصل|تتوقف|بدأت|توقفت) "),
        ("no verb at the start", "^(?:شركة|الشرك|\u{2068})"),
    ]
}

/// A register with random rows and changes as its authors would write it.
private enum RandomRegister {
    static func tree(in page: SentencePage, using random: inout SeededRandom) -> SourceTree {
        var files = [
            "Content/site.yaml": SentenceRow.site(page),
            "Content/subprocessors/2026-01-01.md": "---\ntitle: Subprocessors\n---\n\nThe list.\n",
        ]
        let days = ["2026-12-24", "2027-02-01"]
        for row in 0..<4 {
            var lines = ["name: \(names[row])", "entity: \(["One Ltd.", "Two"].randomElement(using: &random) ?? "")"]
            lines += fields(using: &random).map { "\($0): \($1)" }
            lines += row == 3 ? ["announced: 2026-11-23", "effective: 2026-12-24"] : ["announced: 2026-01-01"]
            lines.append("changes:")
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                var item = fields(using: &random).map { "\($0): \(Bool.random(using: &random) ? $1 : "~")" }
                if Int.random(in: 0..<4, using: &random) == 0 {
                    item.append("name: \(names.randomElement(using: &random) ?? "")")
                }
                if Int.random(in: 0..<4, using: &random) == 0 { item.append("removed: \(Bool.random(using: &random))") }
                switch Int.random(in: 0..<6, using: &random) {
                case 0: item.append("true_since: 2026-05-01")
                case 1: item += ["effective: 2027-01-01", "withdrawn: {announced: 2026-11-30, reason: No.}"]
                case 2:
                    item += [
                        "effective: 2027-01-01",
                        "postponed: [{announced: 2026-11-30, effective: 2027-03-01, reason: No.}]",
                    ]
                default: item.append("effective: \(days.randomElement(using: &random) ?? "")")
                }
                lines.append("  - announced: 2026-11-23")
                lines += item.map { "    \($0)" }
            }
            files["Content/subprocessors/providers/row-\(row).yaml"] = lines.joined(separator: "\n") + "\n"
        }
        return SourceTree(files: files)
    }

    private static let names = ["Acme Inc.", "Brill", "\"Cobalt, Ltd\"", "eBay"]

    private static let values: [(key: String, values: [String])] = [
        ("role", ["recipient", "subprocessor"]), ("kind", ["affiliate", "third-party"]),
        ("purpose", ["Hosts pages and sends  mails.", "Hosting", "Mail. And more.", "Reviews and ratings"]),
        ("data", ["[prompts]", "[prompts, code]", "[\"names, addresses\", logs, terms and answers]"]),
        ("subjects", ["[users]", "[users, applicants]"]),
        ("locations", ["[US]", "[EU]", "[IE, US]", "[GLOBAL]", "[{rule: Customer selects, of: [DE, US]}, CH]"]),
        ("storage", ["[US]", "[IE]"]), ("access", ["[GLOBAL]", "[IE]", "[EU]"]),
        ("transfer", ["[DPF]", "[DPF, SCC-3]", "{EU: [DPF], UK: [UK-Addendum]}", "{CH: [DPF]}"]),
        ("products", ["[studio]", "[cloud]", "[studio, cloud]"]), ("enabled", ["opt-in", "opt-out", "default"]),
        ("ai", ["{training: never, retention: 30 days.}", "{human_review: true, models: [one, two]}"]),
        ("retention", ["30 days.", "As long as the contract lasts and then some"]), ("address", ["1 New Street"]),
    ]

    private static func fields(using random: inout SeededRandom) -> [(String, String)] {
        values.compactMap { key, values in
            guard Int.random(in: 0..<3, using: &random) == 0 else { return nil }
            return (key, values.randomElement(using: &random) ?? "")
        }
    }
}
