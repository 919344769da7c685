import Language

extension ArabicNotices {
    func sentence(_ fact: EditionFact) -> String {
        let words = clause(fact)
        if fact.timing.isWithdrawn { return withdrawn(words) }
        return fact.late.map { told(late: words, on: $0) } ?? Arabic.sentence(words)
    }

    func sentence(_ fact: InterimFact) -> String {
        let until = fact.until.map { "إلى أن يسري إصدار \(Arabic.date($0))" } ?? "دون تحديد مدة"
        return Arabic.sentence("يسري الإصدار المؤقت ليوم \(Arabic.date(fact.day)) \(until)")
    }

    /// Its verbs go with nouns of ours (`سريان`, `تعديل`, `العمل`), so that a title needs no gender.
    private func clause(_ fact: EditionFact) -> String {
        let (tense, title) = (fact.tense, fact.document.arabic)
        let day = fact.timing.arabic("في")
        switch fact.kind {
        case .begins: return "\(tense.begin) سريان \(title.words) \(day)"
        case .changes(let isMaterial, let newTitle):
            let change = isMaterial ? "تعديل" : "تعديل تحريري"
            let renamed = newTitle.map { " مع تغيير العنوان إلى «\($0.authored)»" } ?? ""
            return "\(tense.apply) \(change) على \(title.words) \(day)\(renamed)"
        case .interim(let next):
            let words = "\(tense.begin) سريان إصدار مؤقت من \(title.words) \(day)"
            let end = Arabic.date(next)
            return words + (tense == .past ? "، على أن ينتهي بسريان إصدار \(end)" : " إلى أن يسري إصدار \(end)")
        case .hidden(let announced):
            return "\(tense.of("سيُستبدل", "يُستبدل", "استُبدل")) الإصدار من \(title.words) المعلن في "
                + "\(Arabic.date(announced)) بإصدار آخر لليوم نفسه \(day)، وهو يومه الأول"
        case .ends(let successors):
            let heirs = successors.map(\.arabic)
            let words = "\(tense.end) العمل ب\(title.words) \(day)"
            guard let first = heirs.first else { return words }
            let verb = tense.replace(isFeminine: first.isFeminine)
            return "\(words) و\(verb) محل\(title.isFeminine ? "ها" : "ه") \(Arabic.list(heirs.map(\.words)))"
        }
    }
}

extension Tense {
    fileprivate var begin: String { of("سيبدأ", "يبدأ", "بدأ") }
    fileprivate var apply: String { of("سيسري", "يسري", "سرى") }
    fileprivate var end: String { of("سينتهي", "ينتهي", "انتهى") }

    fileprivate func replace(isFeminine: Bool) -> String {
        isFeminine ? of("ستحل", "تحل", "حلت") : of("سيحل", "يحل", "حل")
    }
}
