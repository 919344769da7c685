extension CountryNames {
    /// The code of a country or an area by the name that it has in German or Arabic, whatever its case.
    package static func code(named text: String) -> String? { codes[folded(text)] }

    private static let codes: [String: String] = Dictionary(
        [german, arabic].flatMap { names in names.sorted { $0.key < $1.key }.map { (folded($0.value), $0.key) } },
        uniquingKeysWith: { first, _ in first })

    private static func folded(_ name: String) -> String { name.lowercased().replacing("’", with: "'") }
}
