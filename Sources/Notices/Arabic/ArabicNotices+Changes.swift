import Language
import Model

/// Arabic tells notices. Its verbs lead their clauses, behind the day from which they hold.
struct ArabicNotices: NoticeLanguage {
    func sentence(_ statement: Statement<ArabicPhrase>) -> String {
        switch statement {
        case .plain(let clauses):
            let words = clauses.enumerated().map { index, clause in
                clause.words(after: index == 0 ? nil : clauses[index - 1])
            }
            return Arabic.sentence(words.joined(separator: "؛ و"))
        case .late(let clause, let day): return told(late: clause.words(), on: day)
        case .goesOn(let clause): return Arabic.sentence("يستمر الوضع القائم: \(clause.words())")
        case .correction(let clause, let since, let late):
            let start = "تصحيح" + (late.map { " أُبلغ عنه متأخرًا في \(Arabic.date($0))" } ?? "")
            return Arabic.sentence(
                "\(start): كان ينبغي أن يرد في القائمة منذ \(Arabic.date(since)) ما يأتي: \(clause.corrected)")
        case .withdrawn(let clause):
            return (clause.goesOn ? "يستمر الوضع القائم، و" : "") + withdrawn(clause.words())
        }
    }

    /// `سُحب الإعلان الآتي: ستُشطب شركة Acme من القائمة في 1 يونيو 2026.`
    func withdrawn(_ words: String) -> String { Arabic.sentence("سُحب الإعلان الآتي: \(words)") }

    /// `أُبلغ عنه متأخرًا في 2 يونيو 2026: أُضيفت شركة Acme إلى القائمة في 5 فبراير 2026.`
    func told(late words: String, on day: CalendarDate) -> String {
        Arabic.sentence("أُبلغ عنه متأخرًا في \(Arabic.date(day)): \(words)")
    }

    func possessor(_ document: DocumentFact) -> String { document.arabic.words }

    func objection(until deadline: CalendarDate, saysYear: Bool) -> String {
        "يمكن للعملاء الاعتراض حتى \(saysYear ? Arabic.date(deadline) : Language.arabic.dayAndMonth(deadline))."
    }
}

extension Clause<ArabicPhrase> {
    private var companies: ArabicCompanies { ArabicCompanies(subjects(Arabic.purposes)) }

    private func purpose(of phrase: ArabicPhrase) -> String { purpose(of: phrase, Arabic.purposes) }

    /// The clause as it stands behind another: without its day where that one's goes for it too, and without the names
    /// where the same rows were just spoken of.
    fileprivate func words(after last: Self? = nil) -> String {
        let isSame = rows.map(\.id) == last?.rows.map(\.id)
        if !leadsWithDay, let phrase = phrases.first {
            let predicate = phrase.predicate(tense)
            let words = isSame ? predicate.words(ofSame: companies) : predicate.words(of: companies)
            return "\(words) \(timing.arabic("في"))\(purpose(of: phrase))"
        }
        let words = Arabic.clauses(
            phrases.enumerated().map { index, phrase in
                let predicate = phrase.predicate(tense)
                let isNamed = index == 0 && !isSame
                return (isNamed ? predicate.words(of: companies) : predicate.words(ofSame: companies))
                    + purpose(of: phrase)
            })
        if let last, last.leadsWithDay, last.timing == timing, last.isOnDay == isOnDay { return words }
        return "\(timing.arabic(isOnDay ? "في" : "اعتبارًا من"))، \(words)"
    }

    /// What the list should have said.
    fileprivate var corrected: String {
        Arabic.clauses(
            phrases.enumerated().map { index, phrase in
                (index == 0 ? phrase.corrected.words(of: companies) : phrase.corrected.words(ofSame: companies))
                    + purpose(of: phrase)
            })
    }
}
