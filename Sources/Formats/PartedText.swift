extension String {
    /// The commas of any script.
    package static let commas = ",،，、"
    /// The semicolons of any script.
    package static let semicolons = ";؛；"
    /// What people part items by.
    package static let signsBetweenItems = commas + semicolons
}

extension StringProtocol {
    /// What stands on lines of its own, or between some signs, but for those inside of brackets that are all closed:
    /// `USA (Virginia; Oregon)` is one.
    package func split(onLinesAndAt signs: String) -> [String] {
        split(whereSeparator: \.isNewline).flatMap { line -> [String] in
            let isClosed = line.count { "([".contains($0) } == line.count { ")]".contains($0) }
            guard !isClosed else { return line.split(outsideBracketsAt: signs) }
            return "\(line)".split { signs.contains($0) }.map(String.init)
        }
    }

    /// What stands between some signs, but for those inside of brackets, and for a comma in a number: `1,000 rows` is one.
    package func split(outsideBracketsAt signs: String) -> [String] {
        var parts = [""]
        var depth = 0
        for (index, character) in zip(indices, self) {
            if "([".contains(character) { depth += 1 }
            if ")]".contains(character) { depth -= 1 }
            if depth <= 0, signs.contains(character), !partsThousands(at: index) {
                parts.append("")
            } else {
                parts[parts.count - 1].append(character)
            }
        }
        return parts
    }

    /// Whether a comma stands behind a digit, and before three that no other follows.
    private func partsThousands(at index: Index) -> Bool {
        self[index] == "," && self[..<index].last?.isNumber == true
            && self[self.index(after: index)...].prefix(4).prefix(while: \.isNumber).count == 3
    }
}
