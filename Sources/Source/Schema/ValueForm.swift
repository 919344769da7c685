/// What may stand as a value, as the readers ask for it.
package indirect enum ValueForm: Sendable, Hashable {
    /// Words, be they written as a number or as `true`, where that may be read as words too.
    case text(Set<Scalar>)
    /// A word of a certain form.
    case word(Word)
    case choice([String])
    case bool
    case integer(ClosedRange<Int>)
    /// `~`, which removes a value.
    case null
    case anything
    /// - first: of the first item, where it differs.
    case list(first: ValueForm?, ValueForm, minimum: Int)
    case map([Key], others: Others?)
    case either([ValueForm])

    /// What a scalar of YAML's core schema is (YAML 1.2, section 10.3).
    package enum Scalar: String, Sendable, CaseIterable { case string, number, boolean }

    /// A form of words, with one that has it.
    package struct Word: Sendable, Hashable {
        /// A regular expression (ECMA-262) that holds of all of them.
        var pattern: String
        var sample: String
        /// As what they may be written beside strings.
        var others: Set<Scalar> = []
    }

    /// A key of a map.
    package struct Key: Sendable, Hashable {
        var name: String
        var form: ValueForm
        var isRequired: Bool
    }

    /// Of a map whose author chooses the keys: what these are, and what stands under them.
    package struct Others: Sendable, Hashable {
        var keys: ValueForm
        var form: ValueForm
    }

    /// A value that has the form, for readers; nil for lists and maps.
    var sample: String? {
        switch self {
        case .text: "Words"
        case .word(let word): word.sample
        case .choice(let words): words.first
        case .bool: "true"
        case .integer(let range): "\(range.lowerBound)"
        case .null, .anything, .list, .map, .either: nil
        }
    }
}

extension ValueForm {
    private static let date = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
    private static let time = "(T([01][0-9]|2[0-3]):[0-5][0-9])?"
    private static let page = "[hH][tT][tT][pP][sS]?://[^\\s]+"

    /// Words of any kind.
    static let anyText = ValueForm.text(Set(Scalar.allCases))
    static let day = ValueForm.word(Word(pattern: "^\(date)$", sample: "2026-11-23"))
    static let moment = ValueForm.word(Word(pattern: "^\(date)\(time)$", sample: "2026-11-23"))
    static let address = ValueForm.word(Word(pattern: "^\(page)$", sample: "https://example.com"))
    static let addressOrPath = ValueForm.word(Word(pattern: "^(\(page)|/.*)$", sample: "https://example.com"))
    /// An address of a provider's, which may be erased.
    static let website = ValueForm.word(Word(pattern: "^(\(page)|\\(erased\\))$", sample: "https://example.com"))
    /// The same, or a file of the site.
    static let link = ValueForm.word(Word(pattern: "^(\(page)|/files/.*|\\(erased\\))$", sample: "https://example.com"))
    static let mail = ValueForm.word(
        Word(
            pattern: "^[A-Za-z0-9._+-]+@[A-Za-z0-9._+-]*\\.[A-Za-z0-9._+-]*[A-Za-z0-9_+-]$", sample: "legal@example.com"
        ))
    static let mailOrPage = ValueForm.word(
        Word(pattern: "^([^\\s@]+@[^\\s@]+|[hH][tT][tT][pP][sS]://[^\\s]+)$", sample: "legal@example.com"))
    /// A document, a provider, a product.
    static let id = ValueForm.word(
        Word(pattern: "^[a-z0-9]+(-[a-z0-9]+)*$", sample: "studio", others: [.number, .boolean]))
    static let key = ValueForm.word(Word(pattern: "^[a-z0-9_]+$", sample: "cost_center", others: [.number, .boolean]))
    static let authority = ValueForm.word(
        Word(pattern: "^[a-z0-9._-]+,[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$", sample: "example.com,2026"))
    static let language = ValueForm.word(Word(pattern: "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$", sample: "en"))
    static let offset = ValueForm.word(Word(pattern: "^[+-][0-9]{2}:[0-9]{2}$", sample: "+01:00"))
    static let sha256 = ValueForm.word(
        Word(pattern: "^[0-9a-f]{64}$", sample: String(repeating: "0", count: 64), others: [.number]))
    static let salt = ValueForm.word(
        Word(pattern: "^([0-9a-f]{32}|\\(erased\\))$", sample: String(repeating: "0", count: 32), others: [.number]))
    static let asset = ValueForm.word(
        Word(pattern: "^/assets/.*\\.(svg|png|webp|jpe?g|avif|gif|ico)$", sample: "/assets/logo.svg"))
    static let color = ValueForm.word(
        Word(pattern: "^#?([0-9a-fA-F]{3}){1,2}$", sample: "#0b5c78", others: [.number]))
    static let file = ValueForm.word(Word(pattern: "^/files/", sample: "/files/dpa.pdf"))
}
