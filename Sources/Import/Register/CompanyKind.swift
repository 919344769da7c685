/// Whether words say that a company is one of the group, or a third party.
enum CompanyKind {
    /// The words that say the one and the other.
    struct Vocabulary {
        var affiliate: [String]
        var thirdParty: [String]
    }

    private static let affiliates = ["affiliate", "affiliates", "affiliated", "subsidiary", "subsidiaries"]
    private static let parties = ["third party", "third parties", "thirdparty", "unaffiliated", "nonaffiliated"]

    /// The title of a table may say much else.
    static let inTitles = Vocabulary(
        affiliate: affiliates + ["group company", "group companies", "group entity", "group entities"],
        thirdParty: parties)

    static let inCells = Vocabulary(
        affiliate: affiliates + ["group", "intra", "intragroup", "intracompany"]
            + ["", "e", "er", "es", "en"].map { "verbunden" + $0 },
        thirdParty: parties + ["third", "vendor", "vendors", "external", "independent"]
            + ["", "e", "er", "es", "en"].map { "extern" + $0 })

    /// What is said by whole words, of both the first; nil where nothing is, or it is denied: `not part of the group`. Right
    /// behind its denial the group stands for the others: `Non-affiliated`.
    static func said(in text: String, _ vocabulary: Vocabulary) -> String? {
        let words = text.foldedWords.split(separator: " ").map(String.init)
        var denial: Int?
        var isThirdParty = false
        for (index, word) in words.enumerated() {
            if ["non", "not", "no", "nicht"].contains(word) { denial = index }
            func says(_ phrases: [String]) -> Bool {
                phrases.contains { words[index...].starts(with: $0.split(separator: " ").map(String.init)) }
            }
            let isAffiliate = says(vocabulary.affiliate)
            guard isAffiliate || says(vocabulary.thirdParty) else { continue }
            if let place = denial {
                if isAffiliate, place + 1 == index { isThirdParty = true }
                denial = nil
            } else if isAffiliate {
                return "affiliate"
            } else {
                isThirdParty = true
            }
        }
        return isThirdParty ? "third-party" : nil
    }
}
