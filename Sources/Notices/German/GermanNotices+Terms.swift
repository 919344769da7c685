import Language
import Model

extension GermanNotices {
    func sentence(_ fact: TermsFact) -> String {
        let words = GermanLoss(fact)
        let day = "\(words.happensOnDay ? "am" : "ab dem") \(German.date(fact.day))"
        return German.sentence(
            fact.isWithdrawn
                ? "Zurückgezogen ist die Ankündigung, dass \(day) \(words.subordinate)"
                : "\(English.capitalized(day)) \(words.main)")
    }
}

/// A loss as the parts of a sentence whose day stands first.
private struct GermanLoss {
    private var subject: String
    private var verb: (finite: String, close: String)
    /// What stands between subject and verb.
    private var middle = ""
    private var rest = ""
    /// Whether it happens on its day, rather than holds from it on.
    private(set) var happensOnDay = false

    var main: String {
        [verb.finite, subject, middle, verb.close].joinedWords + rest
    }

    /// Of what is to come alone, as what is withdrawn is.
    var subordinate: String {
        [subject, middle, verb.close, verb.finite].joinedWords + rest
    }

    init(_ fact: TermsFact) {
        let tense = fact.tense
        let changes = "für Änderungen \(German.list(fact.documents.map(\.german.genitive)))"
        let companies = "Unternehmen \(German.list(fact.documents.map(\.german.place)))"
        func active(_ infinitive: String, _ present: String, _ past: String, isOne: Bool = true) -> (String, String) {
            tense.of((isOne ? "wird" : "werden", infinitive), (present, ""), (past, ""))
        }
        func passive(_ participle: String) -> (String, String) { (tense == .past ? "wurden" : "werden", participle) }
        switch fact.loss {
        case .fewer(.notice, _, let old, 0):
            subject = "die Mitteilungsfrist von \(Self.days(old, inDative: true)) \(changes)"
            verb = active("entfallen", "entfällt", "entfiel")
            happensOnDay = true
        case .fewer(let period, _, let old, let new):
            subject = "die \(period == .notice ? "Mitteilungsfrist" : "Widerspruchsfrist") \(changes)"
            middle =
                new == 0
                ? "nur noch den Tag der Ankündigung statt \(Self.days(old))"
                : new == 1 || old == 1 ? "\(Self.days(new)) statt \(Self.days(old))" : "\(new) statt \(Self.days(old))"
            verb =
                new == 0
                ? active("umfassen", "umfasst", "umfasste") : active("betragen", "beträgt", "betrug")
        case .objectionAfterEffect(_, let old, let new):
            subject =
                "für einen Widerspruch gegen eine Änderung \(German.list(fact.documents.map(\.german.genitive), .or)), die bereits in Kraft ist, Folgendes"
            verb = active("gelten", "gilt", "galt")
            rest = ": \(German.quoted(new))" + (old.map { " statt \(German.quoted($0))" } ?? "")
        case .workingDays:
            subject = "Fristen \(changes)"
            middle = "nicht mehr bis zum nächsten Arbeitstag"
            verb = passive("verlängert")
            rest = ", wenn sie an einem Samstag, Sonntag oder Feiertag enden"
        case .holidays(let days, _):
            let isOne = days.count == 1
            subject = German.list(days.map { "der \(German.date($0))" })
            middle = "bei Fristen \(changes) nicht mehr als \(isOne ? "Feiertag" : "Feiertage")"
            verb = isOne ? active("zählen", "zählt", "zählte") : active("zählen", "zählen", "zählten", isOne: false)
        case .fields(let fields, let kept, _):
            rest = ": \(German.list(fields.map(\.german)))"
            switch kept {
            case .noLongerMaterial:
                subject = "Änderungen dieser Angaben zu \(companies)"
                middle = "keiner Mitteilung mehr"
                verb = active("bedürfen", "bedürfen", "bedurften", isOne: false)
            case .noLongerRequired:
                subject = companies
                middle = "nicht mehr mit diesen Angaben"
                // Behind "dass" the present says what is to come: three infinitives would stand there with the future.
                verb =
                    tense == .future && !fact.isWithdrawn
                    ? ("werden", "geführt werden müssen")
                    : (tense == .past ? "mussten" : "müssen", "geführt werden")
            case .unrecorded:
                subject = "Änderungen dieser Angaben zu \(companies)"
                middle = "nicht mehr"
                verb = passive("angekündigt")
            case .hidden:
                subject = "diese Angaben zu \(companies)"
                middle = "nicht mehr"
                verb = passive("gezeigt")
            }
        }
    }

    private static func days(_ count: Int, inDative: Bool = false) -> String {
        count == 1 ? (inDative ? "einem Tag" : "einen Tag") : "\(count) \(inDative ? "Tagen" : "Tage")"
    }
}
