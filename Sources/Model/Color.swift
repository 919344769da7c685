import Foundation

/// A colour of sRGB, as CSS writes it: `#0b5c78`.
package struct Color: Sendable, Hashable, CustomStringConvertible {
    private let channels: [UInt8]

    /// Reads six hexadecimal digits, or three of which each stands for two; the sign before them may be left out.
    package init?(_ text: some StringProtocol) {
        let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
        let values = digits.compactMap { $0.isASCII ? $0.hexDigitValue : nil }
        guard values.count == digits.count else { return nil }
        switch values.count {
        case 3: channels = values.map { UInt8($0 * 17) }
        case 6: channels = stride(from: 0, to: 6, by: 2).map { UInt8(values[$0] * 16 + values[$0 + 1]) }
        default: return nil
        }
    }

    private init(channels: [UInt8]) { self.channels = channels }

    package static let black = Color(channels: [0, 0, 0])
    package static let white = Color(channels: [255, 255, 255])

    package var description: String {
        "#" + channels.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// As `color-mix(in srgb, self percent%, other)` of CSS Color 5 gives it.
    package func mixed(_ percent: Int, with other: Color) -> Color {
        Color(
            channels: zip(channels, other.channels).map { own, other in
                UInt8((Int(own) * percent + Int(other) * (100 - percent) + 50) / 100)
            })
    }

    /// How bright it is, from 0 to 1 (WCAG 2.2, relative luminance).
    private var luminance: Double {
        let linear = channels.map { channel -> Double in
            let value = Double(channel) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    /// How well one can be told from the other, from 1 to 21 (WCAG 2.2, contrast ratio).
    package func contrast(with other: Color) -> Double {
        let (one, two) = (luminance, other.luminance)
        return (max(one, two) + 0.05) / (min(one, two) + 0.05)
    }
}
