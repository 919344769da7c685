import Markdown

extension LinkTargets {
    /// The problem with a label such as `Terms §10.2`: its § number has to be that of the clause that the link leads
    /// to, or, of a link to a text as a whole, of a clause in it.
    func problem(
        withLabel label: String, fragment: String?, _ target: JudgedLink.Target
    ) -> JudgedLink.Problem? {
        let numbers = sectionNumbers(in: label)
        guard let first = numbers.first, let clauses = clauses[target.path] else { return nil }
        guard let fragment, !fragment.isEmpty else {
            let unknown = numbers.first { !clauses.contains($0) }
            return unknown.map { .label(says: $0, target: nil, target) }
        }
        let number = anchors[target.path]?[fragment] ?? nil
        if let number, numbers.contains(number) { return nil }
        return .label(says: first, target: number, target)
    }
}

/// The numbers behind the § signs of a label.
///
///     sectionNumbers(in: "Terms §10.2")      // ["10.2"]
///     sectionNumbers(in: "§§ 3 and 4(2)")    // ["3"]
func sectionNumbers(in label: String) -> [String] {
    var numbers: [String] = []
    for part in label.split(separator: "§", omittingEmptySubsequences: false).dropFirst() {
        let rest = part.drop { $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" }
        var number = ""
        var characters = rest.prefix(32)[...]
        while true {
            let digits = characters.prefix { $0.isASCII && $0.isNumber }
            guard !digits.isEmpty else { break }
            number += digits
            characters = characters.dropFirst(digits.count)
            if let letter = characters.first, ("a"..."z").contains(letter),
                characters.dropFirst().first?.isLetter != true
            {
                number.append(letter)
                characters = characters.dropFirst()
            }
            guard characters.first == ".", characters.dropFirst().first?.isNumber == true else { break }
            number += "."
            characters = characters.dropFirst()
        }
        if !number.isEmpty { numbers.append(number) }
    }
    return numbers
}
