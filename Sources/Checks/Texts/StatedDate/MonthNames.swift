/// The names of the months in the languages that policies are mostly written in.
enum MonthNames {
    /// By its name in small letters, written out or shortened.
    static func month(_ name: String) -> Int? { all[name] ?? english[name] }

    static func isEnglish(_ name: String) -> Bool { english[name] != nil }

    private static let english: [String: Int] = {
        var months: [String: Int] = ["sept": 9]
        for (index, name) in WrittenDate.months.enumerated() {
            months[name.lowercased()] = index + 1
            months[String(name.lowercased().prefix(3))] = index + 1
        }
        return months
    }()

    private static let all: [String: Int] = {
        var months: [String: Int] = [:]
        for language in languages {
            for (index, name) in language.split(separator: " ").enumerated() { months[String(name)] = index + 1 }
        }
        return months
    }()

    /// Twelve names a line.
    private static let languages = [
        "januar februar märz april mai juni juli august september oktober november dezember",
        "jänner feber marz april mai juni juli august september oktober november dezember",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "januari februari mars april maj juni juli augusti september oktober november december",
        "januar februar marts april maj juni juli august september oktober november december",
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    ]
}
