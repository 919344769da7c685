import Diagnostics
import Formats
import Model

extension ValueReader {
    /// 64 hexadecimal digits in small letters.
    func sha256(_ node: YAMLNode, _ key: String) -> Sourced<String>? {
        guard let text = word(node, key, help: "write the 64 digits that sha256sum prints", form: .sha256) else {
            return nil
        }
        guard isSHA256(text.value) else {
            return wrong(
                node, "\"\(shown(text.value))\" is not a SHA-256 hash",
                help: isSHA256(text.value.lowercased())
                    ? "write it in small letters: \(text.value.lowercased())"
                    : "write the 64 digits that sha256sum prints")
        }
        return text
    }

    /// 32 random hexadecimal digits in small letters, or what stands in the place of those that are erased.
    func salt(_ node: YAMLNode, _ key: String) -> Sourced<String>? {
        let help = "write 32 random digits and letters a to f, as openssl rand -hex 16 prints them"
        guard let text = word(node, key, help: help, form: .salt) else { return nil }
        if text.value == Erasure.standIn || isSalt(text.value) { return text }
        return wrong(
            node, "\"\(shown(text.value))\" is not 32 hexadecimal digits",
            help: isSalt(text.value.lowercased()) ? "write it in small letters: \(text.value.lowercased())" : help)
    }

    /// Two SHA-256 digests have no more digits than 64; a salt has half as many.
    private func isSalt(_ text: String) -> Bool { isSHA256(text + text) }
}

extension String {
    /// The number of days that a text says which is no number alone: `14 days`, `2 weeks`, `030`; nil where another unit or
    /// more stands behind it.
    var daysMeant: Int? {
        let digits = prefix { $0.isASCII && $0.isNumber }
        guard let number = Int(digits), digits.count <= 5 else { return nil }
        switch dropFirst(digits.count).lowercased().filter({ $0.isLetter || $0.isNumber || $0 == "-" }) {
        case "" where !dropFirst(digits.count).contains(where: { ".,:/".contains($0) }): return number
        case "d", "day", "days", "calendardays", "t", "tag", "tage", "tagen", "kalendertage", "يوما", "يومًا", "أيام":
            return number
        case "w", "week", "weeks", "woche", "wochen": return number * 7
        default: return nil
        }
    }
}
