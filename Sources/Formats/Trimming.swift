extension StringProtocol {
    /// Without blanks at its ends.
    package var trimmed: String {
        let rest = drop(while: \.isWhitespace)
        return String(rest[..<(rest.lastIndex { !$0.isWhitespace }.map(rest.index(after:)) ?? rest.startIndex)])
    }
}

extension String {
    /// Without spaces at its end.
    package var withoutBlanksAtEnd: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}

extension Substring {
    package func trimmingSuffix(while isLeftOut: (Character) -> Bool) -> Substring {
        self[..<(lastIndex { !isLeftOut($0) }.map(index(after:)) ?? startIndex)]
    }
}

extension StringProtocol {
    /// With other words in the place of some of its scalars; nil keeps one.
    package func replacingScalars(_ replacement: (Unicode.Scalar) -> String?) -> String {
        unicodeScalars.reduce(into: "") { text, scalar in
            if let words = replacement(scalar) { text += words } else { text.unicodeScalars.append(scalar) }
        }
    }
}
