/// A fact of a change as the predicate of an English sentence in each tense and number:
/// `will be added`, `also receives code`, `stopped receiving logs`.
struct EnglishPhrase: DatedPhrase {
    var future: Forms
    var present: Forms
    /// Said of a day in the past; it must stay true when what began has ended since.
    var past: Forms
    /// What stands behind the day: ` to generate responses`.
    var purpose = ""
    var day = PhraseDay.from
    /// What the list should have said, where the phrase itself is about the list: `is used` for `is added`.
    var corrected: Forms?

    /// A predicate of one company and of several.
    struct Forms: Hashable {
        var one: String
        var many: String

        init(_ one: String, _ many: String) { (self.one, self.many) = (one, many) }
        /// The same for one and for several, as most futures are.
        init(_ both: String) { self.init(both, both) }

        func of(_ number: GrammaticalNumber) -> String { number == .one ? one : many }
    }

    func words(_ tense: Tense, _ number: GrammaticalNumber) -> String { tense.of(future, present, past).of(number) }

    /// What the list should have said all the time.
    func correctedWords(_ number: GrammaticalNumber) -> String { (corrected ?? present).of(number) + purpose }
}

extension EnglishPhrase {
    /// Of an act done to the company on its day: `will be added`, `is added`, `was added`.
    static func act(_ words: String, purpose: String = "", corrected: String) -> EnglishPhrase {
        EnglishPhrase(
            future: Forms("will be \(words)"), present: Forms("is \(words)", "are \(words)"),
            past: Forms("was \(words)", "were \(words)"), purpose: purpose, day: .within,
            corrected: Forms("is \(corrected)", "are \(corrected)"))
    }

    /// Of what a company is from its day on: `will be provided by X`, `is provided by X`, `came to be provided by X`.
    static func state(_ words: String, past: Forms? = nil) -> EnglishPhrase {
        EnglishPhrase(
            future: Forms("will be \(words)"), present: Forms("is \(words)", "are \(words)"),
            past: past ?? Forms("came to be \(words)"))
    }

    /// Of what begins on its day: `will also receive code`, `also receives code`, `began to receive code`.
    static func begin(_ verb: Verb, also: Bool = false, _ object: String) -> EnglishPhrase {
        let adverb = also ? "also" : ""
        return EnglishPhrase(
            future: .init("will \(verb.infinitive(adverb)) \(object)"),
            present: Forms(verb.present(adverb, .one) + " " + object, verb.present(adverb, .many) + " " + object),
            past: Forms("\(verb.began.one) \(object)", "\(verb.began.many) \(object)"))
    }

    /// Of what the list says anew: `will have new details`; it should have said that the company `has other details`.
    static func new(_ object: String, article: String = "") -> EnglishPhrase {
        var phrase = EnglishPhrase.begin(.have, "\(article.isEmpty ? "" : article + " ")new \(object)")
        let other = article.isEmpty ? "other \(object)" : "another \(object)"
        phrase.corrected = Forms("has \(other)", "have \(other)")
        return phrase
    }

    /// Of what ends with the day before its own: `will no longer receive code or logs`, `stopped receiving code and
    /// logs`. The object is told which word joins its last item.
    static func end(_ verb: Verb, _ object: (String) -> String) -> EnglishPhrase {
        let (denied, ended) = (object("or"), object("and"))
        return EnglishPhrase(
            future: Forms("will \(verb.infinitive("no longer")) \(denied)"),
            present: Forms(
                verb.present("no longer", .one) + " " + denied, verb.present("no longer", .many) + " " + denied),
            past: Forms("\(verb.ended) \(ended)"))
    }

    /// Of something that the list said and says no more: `will no longer have a purpose on the list`.
    static func unlisted(_ object: String) -> EnglishPhrase { .end(.have) { _ in "\(object) on the list" } }
}

/// The forms of a verb that sentences need.
struct Verb {
    private var infinitive: String
    private var present: EnglishPhrase.Forms
    var began: EnglishPhrase.Forms
    var ended: String

    static let receive = regular("receive", "receives", "receiving")
    static let process = regular("process", "processes", "processing")
    static let store = regular("store", "stores", "storing")
    static let access = regular("access", "accesses", "accessing")
    static let have = Verb(
        infinitive: "have", present: .init("has", "have"), began: .init("was given", "were given"),
        ended: "no longer had")
    static let use = Verb(
        infinitive: "be used", present: .init("is used", "are used"), began: .init("came into use"),
        ended: "went out of use")

    private static func regular(_ infinitive: String, _ present: String, _ gerund: String) -> Verb {
        Verb(
            infinitive: infinitive, present: .init(present, infinitive),
            began: .init("began to \(infinitive)"), ended: "stopped \(gerund)")
    }

    /// `also receive`; `also be used`.
    func infinitive(_ adverb: String) -> String { adverb.isEmpty ? infinitive : "\(adverb) \(infinitive)" }

    /// `also receives`, but `is also used`.
    func present(_ adverb: String, _ number: GrammaticalNumber) -> String {
        let verb = present.of(number)
        guard !adverb.isEmpty else { return verb }
        for auxiliary in ["is ", "are "] where verb.hasPrefix(auxiliary) {
            return auxiliary + adverb + " " + verb.dropFirst(auxiliary.count)
        }
        return "\(adverb) \(verb)"
    }
}
