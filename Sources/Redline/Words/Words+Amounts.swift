extension Words {
    /// `€20`, `$20`, `€ 20`.
    func startsAmount(_ sign: Unicode.Scalar, at place: Int) -> Bool {
        guard sign.isCurrency else { return false }
        return isDigit(place + 1)
            || !sign.isASCII && scalars.indices.contains(place + 1) && scalars[place + 1].isBlank
                && isDigit(place + 2)
    }

    /// The end of a number with the sign behind it: `5%`, `20€`, and with a blank between them.
    func endOfAmount(at end: Int) -> Int {
        guard end < scalars.count, scalars[end - 1].isDigit else { return end }
        if scalars[end].isPercent || scalars[end].isCurrency { return end + 1 }
        guard scalars[end].isBlank, end + 1 < scalars.count else { return end }
        let sign = scalars[end + 1]
        return (sign.isPercent || sign.isCurrency && !sign.isASCII) && !isDigit(end + 2) ? end + 2 : end
    }
}

extension String {
    /// What a part of a text is compared by: how it would be typed on a plain keyboard. Whether an amount has a blank in
    /// it is a matter of taste.
    var compared: String {
        var plain = Typography.plain(self) ?? self
        if isAmount { plain.removeAll { $0 == " " } }
        return plain
    }

    private var isAmount: Bool {
        guard let first = unicodeScalars.first, let last = unicodeScalars.last else { return false }
        return (first.marksAmount || last.marksAmount) && unicodeScalars.count > 2
    }
}

extension Unicode.Scalar {
    fileprivate var marksAmount: Bool { isCurrency || isPercent }

    fileprivate var isPercent: Bool { self == "%" || self == "‰" || self == "\u{FF05}" }

    var isCurrency: Bool { isASCII ? self == "$" : properties.generalCategory == .currencySymbol }
}
