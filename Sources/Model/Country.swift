import Diagnostics

/// The places that a provider may name: the countries of ISO 3166-1 by their two letters, Kosovo (XK), and the areas
/// `EU`, `EEA` and `GLOBAL`.
package enum Country {
    /// The areas that may stand in a list of places beside countries.
    package static let areas: [(code: String, name: String)] = [
        ("EU", "European Union"), ("EEA", "European Economic Area"), ("GLOBAL", "anywhere"),
    ]

    /// Whether a text is the code of a country or of an area, in capitals.
    package static func isKnown(_ code: String) -> Bool { names[code] != nil }

    /// `Ireland` for `IE`; nil for what is no code.
    package static func name(of code: String) -> String? { names[code] }

    /// The countries that a code means: those of an area, all of them for `GLOBAL`, otherwise the country itself.
    package static func area(of code: String) -> Set<String> {
        switch code {
        case "EU": europeanUnion
        case "EEA": europeanEconomicArea
        case "GLOBAL": all
        default: [code]
        }
    }

    /// Every code of a country, without the areas.
    package static let all: Set<String> = Set(table.map(\.code))

    private static let names: [String: String] = Dictionary(
        (table + areas).map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
}

extension Country {
    /// Parts of member states that have codes of their own: Åland, French Guiana, Guadeloupe, Saint Martin, Martinique,
    /// Réunion, Mayotte.
    private static let outermost: Set<String> = ["AX", "GF", "GP", "MF", "MQ", "RE", "YT"]

    /// The 27 member states, with the territories that belong to it under codes of their own.
    private static let europeanUnion: Set<String> = outermost.union([
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
        "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
    ])

    /// The Union, Iceland, Liechtenstein and Norway.
    private static let europeanEconomicArea: Set<String> = europeanUnion.union(["IS", "LI", "NO"])
}

extension Country {
    /// The code of a country or an area by a name that it alone has, or by its code: `Ireland`, `UK`, `U.K.`, `ie`.
    package static func code(named text: String) -> String? {
        let upper = text.uppercased()
        if names[upper] != nil { return upper }
        let lower = text.lowercased()
        // No code is read out of dots, as `N.A.` is not Namibia.
        return looseNames[lower] == nil ? aliases[lower] ?? codes[lower] ?? aliases[lower.filter { $0 != "." }] : nil
    }

    private static let codes: [String: String] = Dictionary(
        (table + areas).map { ($0.name.lowercased(), $0.code) }, uniquingKeysWith: { first, _ in first })

    /// The code that was probably meant by a text that is none: `Ireland`, `Irland`, `ie` and `UK` are IE and GB.
    ///
    /// Names of countries are near to those of many cities and regions (`Berlin` to Benin, `North Africa` to South Africa):
    /// so all but a fourth of the letters are the same, the first one too.
    package static func suggestion(for text: String) -> (code: String, name: String)? {
        if let code = code(named: text), let name = names[code] { return (code, name) }
        let lower = text.lowercased()
        // Two or three letters are near to too many names.
        guard text.utf8.count > 3, !otherPlaces.contains(lower) else { return nil }
        let names = aliases.merging(looseNames) { name, _ in name }
        let candidates =
            (table.map { ($0.name, $0.code) } + names.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
            .filter { name, _ in
                let first = name.lowercased().first
                return first == lower.first || first?.isASCII == false
            }
        guard let near = nearMiss(text, among: candidates.map(\.0), edits: max(1, (text.count + 1) / 4)),
            let code = candidates.first(where: { $0.0 == near })?.1, let name = name(of: code)
        else { return nil }
        return (code, name)
    }

    /// Places, in small letters, that are no countries and whose names are near to one that begins with the same letter.
    private static let otherPlaces: Set = ["nice", "south america", "tasmania"]

    /// Names, in small letters, of continents and of several countries, with the one that is mostly meant.
    private static let looseNames = ["europe": "EU", "america": "US", "korea": "KR", "congo": "CG"]

    /// Other names in use, in small letters: of the country itself, of parts of it, abbreviations, German ones and some more.
    private static let aliases: [String: String] = [
        "uk": "GB", "great britain": "GB", "britain": "GB", "england": "GB", "scotland": "GB", "wales": "GB",
        "northern ireland": "GB", "us": "US", "usa": "US", "united states of america": "US",
        "united states (us)": "US", "deutschland": "DE", "österreich": "AT", "schweiz": "CH",
        "frankreich": "FR", "niederlande": "NL", "holland": "NL", "the netherlands": "NL", "irland": "IE",
        "republic of ireland": "IE", "italien": "IT", "spanien": "ES", "belgien": "BE", "polen": "PL",
        "schweden": "SE", "dänemark": "DK", "finnland": "FI", "norwegen": "NO", "island": "IS",
        "czech republic": "CZ", "tschechien": "CZ", "ungarn": "HU", "rumänien": "RO", "griechenland": "GR",
        "luxemburg": "LU", "kanada": "CA", "australien": "AU", "indien": "IN", "brasilien": "BR", "türkei": "TR",
        "turkey": "TR", "el": "GR", "russland": "RU", "russia": "RU", "south korea": "KR", "republic of korea": "KR",
        "north korea": "KP", "vietnam": "VN", "viet nam": "VN", "taiwan": "TW", "uae": "AE",
        "emirates": "AE", "hong kong sar": "HK", "macau": "MO", "ivory coast": "CI", "cape verde": "CV",
        "swaziland": "SZ", "burma": "MM", "east timor": "TL", "macedonia": "MK", "vatican": "VA", "moldova": "MD",
        "bolivia": "BO", "venezuela": "VE", "tanzania": "TZ", "syria": "SY", "iran": "IR", "laos": "LA",
        "brunei": "BN", "palestine": "PS", "micronesia": "FM", "drc": "CD", "aland": "AX",
        "vereinigte staaten": "US", "vereinigte staaten von amerika": "US", "vereinigtes königreich": "GB",
        "großbritannien": "GB", "grossbritannien": "GB", "schottland": "GB", "nordirland": "GB",
        "tschechische republik": "CZ",
        "slowakische republik": "SK", "republik irland": "IE", "bundesrepublik deutschland": "DE", "brd": "DE",
        "vereinigte arabische emirate": "AE", "vae": "AE", "hongkong": "HK", "moldawien": "MD", "weißrussland": "BY",
        "russische föderation": "RU", "ewr": "EEA", "weltweit": "GLOBAL", "europäische union": "EU",
        "european union (eu)": "EU", "eea/eu": "EEA", "worldwide": "GLOBAL", "global": "GLOBAL",
        "world": "GLOBAL",
        // As ISO 3166-1 has them, where that is another name.
        "russian federation": "RU", "korea, republic of": "KR", "korea (republic of)": "KR",
        "korea (the republic of)": "KR", "korea, democratic people's republic of": "KP",
        "korea (democratic people's republic of)": "KP", "korea (the democratic people's republic of)": "KP",
        "iran, islamic republic of": "IR", "iran (islamic republic of)": "IR", "moldova, republic of": "MD",
        "moldova (republic of)": "MD", "moldova (the republic of)": "MD", "republic of moldova": "MD",
        "tanzania, united republic of": "TZ", "tanzania (united republic of)": "TZ",
        "tanzania, the united republic of": "TZ", "united republic of tanzania": "TZ",
        "bolivia, plurinational state of": "BO", "bolivia (plurinational state of)": "BO",
        "venezuela, bolivarian republic of": "VE", "venezuela (bolivarian republic of)": "VE",
        "taiwan, province of china": "TW", "taiwan (province of china)": "TW", "syrian arab republic": "SY",
        "lao people's democratic republic": "LA", "micronesia, federated states of": "FM",
        "micronesia (federated states of)": "FM", "palestine, state of": "PS", "state of palestine": "PS",
        "congo, democratic republic of the": "CD", "congo (democratic republic of the)": "CD",
        "congo, the democratic republic of the": "CD", "congo (the democratic republic of the)": "CD",
        "virgin islands, british": "VG", "virgin islands (british)": "VG", "virgin islands, u.s.": "VI",
        "virgin islands (u.s.)": "VI", "us virgin islands": "VI", "netherlands, kingdom of the": "NL",
        "netherlands (kingdom of the)": "NL", "kingdom of the netherlands": "NL",
        "falkland islands (malvinas)": "FK", "faeroe islands": "FO", "slovak republic": "SK",
        "united kingdom of great britain and northern ireland": "GB",
        // Names in other languages that are near to another country's here.
        "alemania": "DE", "almanya": "DE", "chine": "CN", "estland": "EE", "griekenland": "GR", "grekland": "GR",
        "grækenland": "GR", "izland": "IS", "karadağ": "ME",
    ]
}
