import Model

extension ArabicPhrase {
    /// What happens on its day, by the verb in the present and the past.
    static func act(_ present: ArabicVerbForm, past: ArabicVerbForm, _ rest: ArabicWords) -> ArabicPhrase {
        var phrase = ArabicPhrase(present.future, present, past, .subject, rest)
        phrase.day = .within
        return phrase
    }

    /// `سيُستعان بشركة Acme في جميع المنتجات`.
    static func use(_ rest: String) -> ArabicPhrase {
        .init("سيُستعان", "يُستعان", "أصبح يُستعان", .by(), ArabicWords(stringLiteral: rest))
    }

    /// `ستتوقف الاستعانة بشركة Acme في المنتج Studio`.
    static func stopUse(_ rest: String) -> ArabicPhrase {
        let rest = ArabicWords(stringLiteral: rest)
        return .init("ستتوقف", "تتوقف", "توقفت", .by("الاستعانة"), rest, corrected: "توقفت")
    }

    /// `ستقتصر الاستعانة بشركة Acme على المنتج Studio`.
    static func restrict(_ rest: String) -> ArabicPhrase {
        .init("ستقتصر", "تقتصر", "اقتصرت", .by("الاستعانة"), ArabicWords(stringLiteral: rest))
    }

    /// `سيصبح الكيان القانوني لشركة Acme هو Acme, Inc.`, of a noun in the masculine.
    static func become(_ noun: String, _ rest: String) -> ArabicPhrase {
        .init("سيصبح", "يصبح", "أصبح", .behind(noun, .of), ArabicWords(stringLiteral: rest), corrected: "")
    }

    /// `سيتغيّر اسم شركة Acme إلى Brill`.
    static func changes(_ link: ArabicLink, _ rest: String, isFeminine: Bool) -> ArabicPhrase {
        let rest = ArabicWords(stringLiteral: rest)
        return isFeminine
            ? .init("ستتغيّر", "تتغيّر", "تغيّرت", link, rest) : .init("سيتغيّر", "يتغيّر", "تغيّر", link, rest)
    }

    /// With other words for what the list should have said.
    func correctedTo(_ predicate: ArabicPredicate) -> ArabicPhrase {
        var phrase = self
        phrase.corrected = predicate
        return phrase
    }
}

extension ArabicVerbForm {
    fileprivate var future: ArabicVerbForm { ArabicVerbForm("س" + one, "س" + two) }
}

/// What companies do with data from a day on, or stop to do: the verb, and its noun, which stands behind `begin` and `stop`.
struct ArabicDoing {
    private var verb: ArabicVerbForm
    private var noun: String
    /// The noun with a pronoun for the data.
    var itsNoun: String
    /// What both are done to.
    private var object: String
    /// Whether `also` concerns what stands behind the object, such as a place.
    private var alsoIsBehindObject = false

    static let receive = ArabicDoing(
        verb: .init("تتلقى", "تتلقيان"), noun: "تلقي", itsNoun: "تلقيها", object: "بيانات")
    /// Data of kinds of people.
    static let processKinds = ArabicDoing(
        verb: .init("تعالج", "تعالجان"), noun: "معالجة", itsNoun: "معالجتها", object: "بيانات")

    private init(verb: ArabicVerbForm, noun: String, itsNoun: String, object: String) {
        (self.verb, self.noun, self.itsNoun, self.object) = (verb, noun, itsNoun, object)
    }

    /// What is done at the places of a field.
    init(_ field: ProviderField) {
        switch field {
        case .storage:
            self.init(
                verb: .init("تخزّن", "تخزّنان"), noun: "تخزين", itsNoun: "تخزينها", object: "البيانات")
        case .access:
            self.init(
                verb: .init("تصل", "تصلان"), noun: "الوصول", itsNoun: "الوصول إليها", object: "إلى البيانات")
        default:
            self.init(
                verb: .init("تعالج", "تعالجان"), noun: "معالجة", itsNoun: "معالجتها", object: "البيانات")
        }
        alsoIsBehindObject = true
    }

    /// `ستعالج شركة Acme البيانات أيضًا في كندا`; looking back `بدأت شركة Acme معالجة البيانات أيضًا في كندا`.
    func begins(_ words: String, also: Bool = false) -> ArabicPhrase {
        let done = !also ? object : alsoIsBehindObject ? "\(object) أيضًا" : "أيضًا \(object)"
        let doing = also && !alsoIsBehindObject ? "أيضًا \(noun) \(object)" : "\(noun) \(done)"
        let rest = ArabicWords(stringLiteral: "\(done) \(words)")
        return .init(
            .init(verb.future, .subject, rest), .init(verb, .subject, rest),
            .init(.init("بدأت", "بدأتا"), .subject, ArabicWords(stringLiteral: "\(doing) \(words)")))
    }

    /// `ستتوقف شركة Acme عن معالجة البيانات في كندا`.
    func stops(_ words: String) -> ArabicPhrase {
        let rest = ArabicWords(stringLiteral: "عن \(noun) \(object) \(words)")
        let past = ArabicVerbForm("توقفت", "توقفتا")
        return .init(
            .init("ستتوقف", "ستتوقفان"), .init("تتوقف", "تتوقفان"), past, .subject, rest, corrected: past)
    }
}
