import Language

extension GermanNotices {
    func sentence(_ fact: EditionFact) -> String {
        let words = EditionWords(fact)
        if fact.timing.isWithdrawn {
            return German.sentence("Zurückgezogen ist die Ankündigung, dass \(words.subordinate)")
        }
        return fact.late.map { told(late: English.capitalized(words.main), on: $0) } ?? German.sentence(words.main)
    }

    func sentence(_ fact: InterimFact) -> String {
        let until = fact.until.map { ", bis die Fassung vom \(German.date($0)) in Kraft tritt" } ?? " unbefristet"
        return "Die Übergangsfassung vom \(German.date(fact.day)) gilt\(until)."
    }
}

/// An edition as the parts of a sentence.
private struct EditionWords {
    /// Its finite verb, and what closes the clause behind it.
    private var finite: String
    private var subject: String
    private var day: String
    private var close: String
    /// What is said behind the clause: `, bis die Fassung vom 1. Mai 2026 in Kraft tritt`.
    private var rest = ""

    var main: String { [subject, finite, day, close].joinedWords + rest }

    /// Of what is to come alone, as what is withdrawn is.
    var subordinate: String { "\(subject) \(day) \(close) \(finite)\(rest)" }

    init(_ fact: EditionFact) {
        let document = fact.document
        let number = document.german.isPlural
        func apply() -> (finite: String, close: String) {
            fact.tense.of(
                (number ? "werden" : "wird", "gelten"), (number ? "gelten" : "gilt", ""),
                (number ? "traten" : "trat", "in Kraft"))
        }
        subject = document.german.nominative
        day = fact.timing.german("am")
        switch fact.kind {
        case .begins:
            (finite, close) = apply()
            if fact.tense != .past { day = fact.timing.german("ab dem") }
        case .interim(let next):
            subject = "eine Übergangsfassung \(document.german.genitive)"
            finite = fact.tense.of("wird", "gilt", "trat")
            close = fact.tense.of("gelten", "", "in Kraft")
            if fact.tense != .past { day = fact.timing.german("ab dem") }
            rest =
                fact.tense == .past
                ? ", befristet bis zur Fassung vom \(German.date(next))"
                : ", bis die Fassung vom \(German.date(next)) in Kraft tritt"
        case .hidden(let announced):
            subject = "die am \(German.date(announced)) angekündigte Fassung \(document.german.genitive)"
            finite = fact.tense.of("wird", "wird", "wurde")
            day += ", ihrem ersten Tag,"
            close = "durch eine andere desselben Tages abgelöst"
        case .changes(let isMaterial, let title):
            finite = number ? fact.tense.of("werden", "werden", "wurden") : fact.tense.of("wird", "wird", "wurde")
            let renamed = title.map { " und in „\($0.authored)“ umbenannt" } ?? ""
            close = (isMaterial ? "geändert" : "redaktionell geändert") + renamed
        case .ends(let successors):
            let heirs = German.list(successors.map(\.german.accusative))
            finite = number ? fact.tense.of("werden", "treten", "traten") : fact.tense.of("wird", "tritt", "trat")
            let replaced = fact.tense.of(
                "durch \(heirs) ersetzt werden",
                number ? "werden durch \(heirs) ersetzt" : "wird durch \(heirs) ersetzt",
                number ? "wurden durch \(heirs) ersetzt" : "wurde durch \(heirs) ersetzt")
            close =
                fact.tense.of("außer Kraft treten", "außer Kraft", "außer Kraft")
                + (heirs.isEmpty ? "" : " und \(replaced)")
        }
    }
}
