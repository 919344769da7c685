/// A fact of a change as the predicate of a German sentence: a verb, of which the finite part stands second in a main
/// clause and last in a subordinate one, and what stands between its parts.
struct GermanPhrase: NoticePhrase {
    var verb: GermanVerb
    /// What stands before the last part of the verb: `auch Code und Protokolle`.
    var middle: String
    /// What stands behind the verb: ` (Zweck: „Hosting“)`.
    var purpose = ""
    /// Whether it happens on its day, rather than holds from it on.
    var isAct = false
    /// What the list should have said, where the phrase itself is about the list: `eingesetzt wird` for `hinzugezogen wird`.
    var corrected: Corrected?

    struct Corrected: Hashable {
        var verb: GermanVerb
        var middle: String
    }

    init(_ verb: GermanVerb, _ middle: String = "") { (self.verb, self.middle) = (verb, middle) }

    /// What happens on its day.
    static func act(
        _ verb: GermanVerb, _ middle: String, purpose: String = "", corrected: (GermanVerb, String)
    ) -> GermanPhrase {
        var phrase = GermanPhrase(verb, middle)
        phrase.purpose = purpose
        phrase.isAct = true
        phrase.corrected = Corrected(verb: corrected.0, middle: corrected.1)
        return phrase
    }

    /// What the list says anew: it should have said another thing.
    static func new(_ verb: GermanVerb, _ middle: (_ isNew: Bool) -> String) -> GermanPhrase {
        var phrase = GermanPhrase(verb, middle(true))
        phrase.corrected = Corrected(verb: verb, middle: middle(false))
        return phrase
    }

    /// Itself as the list should have said it.
    var asCorrected: Self {
        guard let corrected else { return self }
        var phrase = self
        (phrase.verb, phrase.middle) = (corrected.verb, corrected.middle)
        return phrase
    }
}

/// The forms of a verb that sentences need.
struct GermanVerb: Hashable {
    /// The helping verb that stands second in a main clause; the same one goes for verbs that are joined.
    enum Auxiliary { case future, passive }

    private var present: Forms
    private var past: Forms
    /// What goes apart from it in a main clause: `zu` of `zugreifen`.
    private var prefix = ""
    /// The infinitive, or the participle of a passive.
    private var end: String
    private var isPassive = false

    private struct Forms: Hashable {
        var one: String
        var many: String

        func of(_ number: GrammaticalNumber) -> String { number == .one ? one : many }
    }

    private init(
        _ end: String, _ present: (String, String), _ past: (String, String), prefix: String = "",
        isPassive: Bool = false
    ) {
        self.end = end
        self.present = Forms(one: present.0, many: present.1)
        self.past = Forms(one: past.0, many: past.1)
        self.prefix = prefix
        self.isPassive = isPassive
    }

    static let receive = GermanVerb("erhalten", ("erhält", "erhalten"), ("erhielt", "erhielten"))
    static let process = GermanVerb("verarbeiten", ("verarbeitet", "verarbeiten"), ("verarbeitete", "verarbeiteten"))
    static let store = GermanVerb("speichern", ("speichert", "speichern"), ("speicherte", "speicherten"))
    static let access = GermanVerb("zugreifen", ("greift", "greifen"), ("griff", "griffen"), prefix: "zu")
    static let stand = GermanVerb("stehen", ("steht", "stehen"), ("stand", "standen"))
    static let bear = GermanVerb("führen", ("führt", "führen"), ("führte", "führten"))
    static let serve = GermanVerb("dienen", ("dient", "dienen"), ("diente", "dienten"))
    static let be = GermanVerb("sein", ("ist", "sind"), ("war", "waren"))
    static let comeBack = GermanVerb(
        "zurückkehren", ("kehrt", "kehren"), ("kehrte", "kehrten"), prefix: "zurück")
    static let enlist = passive("aufgenommen")
    static let engage = passive("hinzugezogen")
    static let use = passive("eingesetzt")
    static let strike = passive("gestrichen")
    static let provide = passive("bereitgestellt")
    static let listAs = passive("geführt")

    private static func passive(_ participle: String) -> GermanVerb {
        GermanVerb(participle, ("wird", "werden"), ("wurde", "wurden"), isPassive: true)
    }

    /// The passive has one form for the present and for what is to come.
    func auxiliary(_ tense: Tense) -> Auxiliary? { isPassive ? .passive : tense == .future ? .future : nil }

    /// What stands second in a main clause.
    func finite(_ tense: Tense, _ number: GrammaticalNumber) -> String {
        switch tense {
        case .future where !isPassive: number == .one ? "wird" : "werden"
        case .future, .present: present.of(number)
        case .past: past.of(number)
        }
    }

    /// What stands at the end of a main clause.
    func close(_ tense: Tense) -> String { auxiliary(tense) == nil ? prefix : end }

    /// What stands at the end of a subordinate clause: `erhalten wird`, `zugreift`; without the helping verb where another
    /// of the same follows.
    func last(_ tense: Tense, _ number: GrammaticalNumber, isFollowed: Bool) -> String {
        guard auxiliary(tense) != nil else { return prefix + finite(tense, number) }
        return isFollowed ? end : "\(end) \(finite(tense, number))"
    }
}
