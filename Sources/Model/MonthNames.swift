/// The names of the months in the languages that policies are mostly written in.
package enum MonthNames {
    package static let english = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// Each of them shortened to three letters.
    package static let shortEnglish = english.map { String($0.prefix(3)) }

    /// By its name in small letters, written out or shortened.
    package static func month(_ name: String) -> Int? { all[name] ?? numbers[name] }

    package static func isEnglish(_ name: String) -> Bool { numbers[name] != nil }

    /// The twelve names, in small letters, of each language but English in which a month has a name, German first.
    package static func others(with name: String) -> [[String]] { languages.filter { $0.contains(name) } }

    /// Those of German, in which a point stands behind the day.
    package static let german = languages[0]

    /// Those of Spanish and Portuguese, which join a day, its month and its year by `de`.
    package static let iberian = [languages[2], languages[5]]

    private static let numbers: [String: Int] = {
        var months: [String: Int] = ["sept": 9]
        for (index, (name, short)) in zip(english, shortEnglish).enumerated() {
            months[name.lowercased()] = index + 1
            months[short.lowercased()] = index + 1
        }
        return months
    }()

    private static let all: [String: Int] = {
        var months = ["jänner": 1, "feber": 2, "marz": 3]
        for language in languages {
            for (index, name) in language.enumerated() { months[name] = index + 1 }
        }
        return months
    }()

    /// Twelve names a line.
    private static let languages = [
        "januar februar märz april mai juni juli august september oktober november dezember",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "januari februari mars april maj juni juli augusti september oktober november december",
        "januar februar marts april maj juni juli august september oktober november december",
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
        "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
        "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    ].map { $0.split(separator: " ").map(String.init) }
}
