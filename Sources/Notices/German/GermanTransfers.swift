import Language
import Model

/// Transfer mechanisms in German sentences, by the names that the law gives them.
enum GermanTransfers {
    /// `auf Grundlage von Standardvertragsklauseln (Modul 3) für die EU`, law by law.
    static func list(_ laws: [Transfer.Law], _ conjunction: Conjunction = .and) -> String {
        German.list(
            laws.map { item in
                let isNone = item.mechanisms == ["none"]
                let words =
                    isNone
                    ? "ohne Grundlage der Übermittlung"
                    : "auf Grundlage \(German.list(item.mechanisms.map(genitive), conjunction))"
                return item.law.isEmpty ? words : "\(words) für \(law(item.law))"
            }, conjunction)
    }

    private static func law(_ law: String) -> String {
        switch law {
        case "EU": "die EU"
        case "UK": "das Vereinigte Königreich"
        case "CH": "die Schweiz"
        case "BR": "Brasilien"
        default: law
        }
    }

    private static func genitive(_ mechanism: String) -> String {
        switch mechanism {
        case "adequacy": "eines Angemessenheitsbeschlusses"
        case "DPF": "des Data Privacy Framework"
        case "SCC": "von Standardvertragsklauseln"
        case "SCC-2": "von Standardvertragsklauseln (Modul 2)"
        case "SCC-3": "von Standardvertragsklauseln (Modul 3)"
        case "BCR": "verbindlicher interner Datenschutzvorschriften"
        case "derogation": "einer Ausnahme (Art. 49 DSGVO)"
        case "UK-IDTA": "des UK International Data Transfer Agreement"
        case "UK-Addendum": "des UK-Addendums"
        case "BR-SCC": "der brasilianischen Standardvertragsklauseln"
        case "none": "keiner Grundlage"
        default: "von \(mechanism)"
        }
    }
}
