import Model

/// One thing that a change does to a company, as the predicate of a sentence: `will be added`, a date, and the rest.
struct Phrase: Hashable {
    var future: String
    var present: String
    var past: String
    /// What stands after the date: ` to generate responses`.
    var rest = ""
    /// Whether it happens on its day, such as being added; else it holds from its day on.
    var isMoment = false

    /// Of an act done to the company at its day: `will be added`, `is added`, `was added`.
    static func passive(_ words: String, rest: String = "") -> Phrase {
        Phrase(future: "will be \(words)", present: "is \(words)", past: "was \(words)", rest: rest, isMoment: true)
    }

    /// Of what holds from its day on: `will also receive`, `also receives`, `has also received`.
    static func lasting(_ adverb: String, _ verb: Verb, _ object: String, rest: String = "") -> Phrase {
        let adverb = adverb.isEmpty ? "" : adverb + " "
        // `is also used`, but `also receives`.
        let present = verb.present.hasPrefix("is ") ? "is \(adverb)\(verb.present.dropFirst(3))" : adverb + verb.present
        // `has not received`, for `no longer`.
        let past = adverb == "no longer " ? "not " : adverb
        return Phrase(
            future: "will \(adverb)\(verb.infinitive) \(object)", present: "\(present) \(object)",
            past: "has \(past)\(verb.participle) \(object)", rest: rest)
    }

    struct Verb {
        var infinitive: String
        var present: String
        var participle: String

        static let receive = Verb(infinitive: "receive", present: "receives", participle: "received")
        static let process = Verb(infinitive: "process", present: "processes", participle: "processed")
        static let have = Verb(infinitive: "have", present: "has", participle: "had")
        static let beUsed = Verb(infinitive: "be used", present: "is used", participle: "been used")
        static let be = Verb(infinitive: "be", present: "is", participle: "been")
    }

    func words(_ tense: Tense) -> String {
        switch tense {
        case .future: future
        case .present: present
        case .past: past
        }
    }

    /// Of several companies: `are added` for `is added`.
    func plural(_ tense: Tense) -> String {
        let words = words(tense)
        let forms = [
            ("is ", "are "), ("was ", "were "), ("has ", "have "), ("returns ", "return "), ("becomes ", "become "),
            ("also receives ", "also receive "), ("also processes ", "also process "),
            ("no longer receives ", "no longer receive "), ("no longer processes ", "no longer process "),
            ("no longer has ", "no longer have "), ("receives ", "receive "),
        ]
        guard let (one, many) = forms.first(where: { words.hasPrefix($0.0) }) else { return words }
        return many + words.dropFirst(one.count)
    }

    /// The word before its day.
    func preposition(_ tense: Tense) -> String { isMoment ? "on" : tense == .past ? "since" : "from" }
}
