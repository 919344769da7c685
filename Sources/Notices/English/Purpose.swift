import Language

/// How a provider's purpose goes into a sentence about it.
enum Purpose {
    /// Behind a predicate: `Generates responses and reviews code` is ` to generate responses and review code`,
    /// `Hosting` is ` for hosting`, and what is surely neither is quoted as it stands.
    static func phrase(_ purpose: String) -> String {
        switch form(purpose) {
        case .nothing: ""
        case .infinitive(let words): " to \(words.authored)"
        case .gerund(let words): " for \(words.authored)"
        case .other(let words): " (purpose: \(words))"
        }
    }

    /// By itself: `to generate responses`, `hosting`, `“Our first server”`; nil where there is none.
    static func aside(_ purpose: String) -> String? {
        switch form(purpose) {
        case .nothing: nil
        case .infinitive(let words): "to \(words.authored)"
        case .gerund(let words): words.authored
        case .other(let words): words
        }
    }

    /// Several purposes behind a name: ` (hosting and to send mails)`; nothing where there is none.
    static func aside(_ purposes: [String]) -> String {
        let said = purposes.compactMap { aside($0) }
        return said.isEmpty ? "" : " (\(English.list(said)))"
    }

    /// Several purposes behind one predicate: ` to host pages and to send mails`.
    static func phrase(_ purposes: [String]) -> String {
        let forms = purposes.map(form).filter { $0 != .nothing }
        guard forms.count > 1 else { return purposes.map(phrase).joined() }
        let isQuoted = forms.contains { if case .other = $0 { true } else { false } }
        if isQuoted {
            return " (purposes: \(English.list(purposes.filter { form($0) != .nothing }.map(English.quoted))))"
        }
        return " " + English.predicates(purposes.map { String(phrase($0).dropFirst()) }.filter { !$0.isEmpty })
    }

    private enum Form: Equatable { case nothing, infinitive(String), gerund(String), other(String) }

    private static func form(_ purpose: String) -> Form {
        let text = English.withoutStop(English.folded(purpose))
        guard !text.isEmpty else { return .nothing }
        // A purpose of several sentences does not fit into one of ours.
        guard !text.contains(where: { ".;:!?".contains($0) }) else { return .other(English.quoted(purpose)) }
        let words = text.split(separator: " ")
        if let infinitives = infinitives(words) { return .infinitive(infinitives) }
        if let first = words.first, first.count > 4, first.hasSuffix("ing"), first.dropFirst().allSatisfy(\.isLowercase)
        {
            return .gerund(text.prefix(1).lowercased() + text.dropFirst())
        }
        return .other(English.quoted(purpose))
    }

    /// The words with the first verb, and those that are joined to it by a comma, `and` or `or`, as infinitives; nil
    /// where the first word may be a noun.
    private static func infinitives(_ words: [Substring]) -> String? {
        let isVerb = verbs(among: words)
        var mayBeVerb = true
        var result: [String] = []
        for (index, word) in words.enumerated() {
            let bare = word.hasSuffix(",") ? word.dropLast() : word
            let verb = mayBeVerb && isVerb[index] ? infinitive(bare) : nil
            if index == 0, verb == nil { return nil }
            mayBeVerb = word.hasSuffix(",") || word == "and" || word == "or" || mayBeVerb && word == "then"
            result.append(verb.map { $0 + word.dropFirst(bare.count) } ?? String(word))
        }
        return result.joined(separator: " ")
    }

    /// Which words look like verbs and have an object behind them, or another verb that has: `Reports on use` and
    /// `Reviews and ratings` hold none.
    private static func verbs(among words: [Substring]) -> [Bool] {
        var isVerb = words.map { _ in false }
        for index in words.indices.dropLast().reversed() {
            let word = words[index]
            guard infinitive(word.hasSuffix(",") ? word.dropLast() : word) != nil else { continue }
            let next = words[index + 1].lowercased()
            if word.hasSuffix(",") {
                isVerb[index] = isVerb[index + 1]
            } else if next == "and" || next == "or" {
                isVerb[index] = index + 2 < words.count && isVerb[index + 2]
            } else {
                isVerb[index] = !notObjects.contains(next)
            }
        }
        return isVerb
    }

    private static let notObjects: Set<String> = [
        "about", "across", "against", "are", "as", "at", "between", "by", "during", "for", "from", "in", "into", "is",
        "of", "on", "over", "per", "through", "to", "via", "with", "within",
    ]

    /// The infinitive of a verb in the third person; nil for any word that is not known to be one.
    private static func infinitive(_ word: Substring) -> String? {
        let word = word.lowercased()
        if word == "has" { return "have" }
        if word == "does" { return "do" }
        var candidates: [String] = []
        if word.hasSuffix("ies") { candidates.append(word.dropLast(3) + "y") }
        if word.hasSuffix("es") { candidates.append(String(word.dropLast(2))) }
        if word.hasSuffix("s") { candidates.append(String(word.dropLast())) }
        return candidates.first(where: knownVerbs.contains)
    }

    private static let knownVerbs: Set<String> = Set(
        """
        accept access acquire aggregate alert allow analyse analyze answer archive assist audit authenticate authorise
        authorize back balance bill block book build cache calculate call capture check classify clean collect compile
        complete compress compute conduct connect contact convert coordinate copy correct count create deduplicate
        delete deliver deploy detect develop direct discover display distribute draft draw edit email enable encrypt
        enrich enter estimate evaluate examine execute explain export extract fetch filter find follow forward fulfil
        fulfill gather generate give grant guard handle help host identify import improve index inform inspect install
        integrate investigate invoice issue keep label let link list load locate log mail maintain make manage match
        measure mediate moderate monitor notify observe offer operate optimise optimize order organise organize
        orchestrate pass pay perform plan play predict prepare present prevent print process produce propose protect
        provide provision publish pull push rate read receive recognise recognize recommend record recover relay render
        replicate report request resolve respond restore retrieve return review route run scan schedule score search
        secure sell send serve set share ship show sign simulate sort speak stop store stream suggest summarise
        summarize supply support survey synchronise synchronize take test track train transcribe transfer transform
        translate transmit transport turn update upload use validate verify visualise visualize warn watch write
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
