/// A number in digits, with zeros in front up to a width: `padded(7, to: 2)` is `07`.
@inlinable package func padded(
    _ number: some BinaryInteger, to width: Int, radix: Int = 10, uppercase: Bool = false
) -> String {
    let digits = String(number, radix: radix, uppercase: uppercase)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
