/// How a provider's purpose goes on a sentence about it.
enum Purpose {
    /// `Generates responses and reviews code` is ` to generate responses and review code`, `Hosting` is
    /// ` for hosting`, and what is neither is quoted as it stands.
    static func phrase(_ purpose: String) -> String {
        var text = purpose.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if text.hasSuffix(".") { text.removeLast() }
        guard !text.isEmpty else { return "" }
        // A purpose of several sentences does not fit into one of ours.
        guard !text.contains(where: { ".;:!?".contains($0) }) else { return " (purpose: \(English.quoted(purpose)))" }
        let words = text.split(separator: " ")
        if let first = words.first, infinitive(first) != nil { return " to " + infinitives(words) }
        if let first = words.first, first.hasSuffix("ing"), first.dropFirst().allSatisfy(\.isLowercase) {
            return " for " + text.prefix(1).lowercased() + text.dropFirst()
        }
        return " (purpose: \(English.quoted(purpose)))"
    }

    /// The words with the first verb, and those that are joined to it by a comma, `and` or `or`, as infinitives.
    private static func infinitives(_ words: [Substring]) -> String {
        var mayBeVerb = true
        return words.enumerated().map { index, word -> String in
            let bare = word.hasSuffix(",") ? word.dropLast() : word
            // A verb has its object after it; a noun that looks like one may be last.
            let isVerb = mayBeVerb && index + 1 < words.count
            mayBeVerb = word.hasSuffix(",") || word == "and" || word == "or" || mayBeVerb && word == "then"
            guard isVerb || index == 0, let verb = infinitive(bare) else { return String(word) }
            return verb + word.dropFirst(bare.count)
        }
        .joined(separator: " ")
    }

    /// The infinitive of a verb in the third person; nil for any word that is not known to be one.
    private static func infinitive(_ word: Substring) -> String? {
        let word = word.lowercased()
        if word == "has" { return "have" }
        if word == "does" { return "do" }
        var candidates: [String] = []
        if word.hasSuffix("ies") { candidates.append(word.dropLast(3) + "y") }
        if word.hasSuffix("es") { candidates.append(String(word.dropLast(2))) }
        if word.hasSuffix("s") { candidates.append(String(word.dropLast())) }
        return candidates.first(where: verbs.contains)
    }

    private static let verbs: Set<String> = Set(
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
