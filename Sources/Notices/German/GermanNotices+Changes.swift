import Language
import Model

/// German tells notices. Its sentences begin with their subject, and the day follows the verb, where it can be read as a part
/// of nothing else.
struct GermanNotices: NoticeLanguage {
    func sentence(_ statement: Statement<GermanPhrase>) -> String {
        switch statement {
        // A company's name begins as it does.
        case .plain(let clauses): return German.sentence(clauses.map(\.main).joined(separator: "; "), false)
        case .late(let clause, let day): return told(late: clause.main, on: day)
        case .goesOn(let clause): return German.sentence("Der Einsatz dauert an: \(clause.main)")
        case .correction(let clause, let since, let late):
            let start = "Berichtigung" + (late.map { ", nachträglich mitgeteilt am \(German.date($0))" } ?? "")
            let day = German.date(since)
            return German.sentence(
                "\(start): Die Liste hätte seit dem \(day) ausweisen müssen, dass \(clause.corrected)")
        case .withdrawn(let clause) where clause.goesOn:
            return German.sentence(
                "Der Einsatz dauert an: Die Ankündigung, dass \(clause.subordinate), ist zurückgezogen")
        case .withdrawn(let clause):
            return German.sentence("Zurückgezogen ist die Ankündigung, dass \(clause.subordinate)")
        }
    }

    /// `Nachträglich mitgeteilt am 2. Juni 2026: Acme wurde am 5. Februar 2026 hinzugezogen.`
    func told(late words: String, on day: CalendarDate) -> String {
        German.sentence("Nachträglich mitgeteilt am \(German.date(day)): \(words)")
    }

    func possessor(_ document: DocumentFact) -> String { document.german.genitive }

    func objection(until deadline: CalendarDate, saysYear: Bool) -> String {
        "Kunden können bis zum \(saysYear ? German.date(deadline) : Language.german.dayAndMonth(deadline)) widersprechen."
    }
}

extension Clause<GermanPhrase> {
    private var subject: String { German.list(subjects(German.purposes)) }

    private func purpose(of phrase: GermanPhrase) -> String { purpose(of: phrase, German.purposes) }

    /// `Acme AI wird ab dem 15. Februar 2027 auch Code erhalten und den Namen Acme Mind führen`.
    fileprivate var main: String {
        let finite = phrases.first?.verb.finite(tense, number) ?? ""
        return [subject, finite, day, predicates].joinedWords
    }

    /// `Acme AI ab dem 15. Februar 2027 auch Code erhalten wird`, as it stands behind `dass`.
    fileprivate var subordinate: String { [subject, day, last(phrases, tense)].joinedWords }

    /// `Acme AI auch Code erhält`.
    fileprivate var corrected: String { [subject, last(phrases.map(\.asCorrected), .present)].joinedWords }

    /// The day, as the first of what is said has it.
    private var day: String { timing.german(phrases.first?.isAct == true ? "am" : "ab dem") }

    /// What is said one after the other. Where another verb stands second, it is said again and the day with it, which would
    /// not go for it otherwise: `erhält ab dem 15. Februar 2027 auch Code und führt ab diesem Tag den Namen Acme Mind`.
    private var predicates: String {
        German.list(
            phrases.enumerated().map { index, phrase in
                guard index > 0 else {
                    return [phrase.middle, phrase.verb.close(tense)].joinedWords + purpose(of: phrase)
                }
                let last = phrases[index - 1]
                let auxiliary = phrase.verb.auxiliary(tense)
                let goesOn = auxiliary != nil && auxiliary == last.verb.auxiliary(tense)
                let finite = goesOn ? "" : phrase.verb.finite(tense, number)
                let day = goesOn && phrase.isAct == last.isAct ? "" : phrase.isAct ? "an diesem Tag" : "ab diesem Tag"
                return [finite, day, phrase.middle, phrase.verb.close(tense)].joinedWords + purpose(of: phrase)
            })
    }

    private func last(_ phrases: [GermanPhrase], _ tense: Tense) -> String {
        German.list(
            phrases.enumerated().map { index, phrase in
                let next = phrases.indices.contains(index + 1) ? phrases[index + 1].verb.auxiliary(tense) : nil
                let verb = phrase.verb.last(
                    tense, number, isFollowed: next != nil && next == phrase.verb.auxiliary(tense))
                return [phrase.middle, verb].joinedWords + purpose(of: phrase)
            })
    }
}
