import Model

/// A word, a sign or a mark of what an edition says. Two are the same where their texts are.
struct EditorialToken {
    enum Kind {
        /// Of a text, in small letters: it may be respelt.
        case word
        /// A sign, an address, code, the edge of a cell: it counts as it stands.
        case exact
        /// What stands at the start of a heading, a paragraph or an item in the form of a clause's number.
        case number(ClauseNumber)
    }

    var text: String
    var kind: Kind

    static func exact(_ text: String) -> Self { Self(text: text, kind: .exact) }

    var number: ClauseNumber? {
        if case .number(let number) = kind { number } else { nil }
    }

    /// Whether it is the number of a clause beyond doubt, so that a text says the same without it.
    private var isOptional: Bool { number?.isPlaced ?? false }

    private var isWord: Bool {
        if case .word = kind { true } else { false }
    }
}

extension EditorialToken {
    /// What one edition says and another does not.
    struct Difference: Equatable {
        var old: String
        var new: String
    }

    /// How what an edition says became what another one says.
    struct Comparison {
        /// The first words that differ by more than spelling and the numbers of clauses, a few on either side; nil where
        /// there are none.
        var difference: Difference?
        /// The words that were respelt, up to there.
        var respelt: [Difference] = []
    }

    /// Compares two texts word by word. Numbers of clauses may come, go, and follow their place in the sequence.
    static func compare(_ old: [Self], with new: [Self]) -> Comparison {
        var comparison = Comparison()
        var (one, other) = (old[...], new[...])
        while let was = one.first, let now = other.first {
            let isRespelt = was.isWord && now.isWord && Spelling.isRespelt(was.text, now.text)
            if was.text == now.text || isRespelt || was.isRenumbered(as: now) {
                if was.text != now.text, isRespelt {
                    comparison.respelt.append(Difference(old: was.text, new: now.text))
                }
                one.removeFirst()
                other.removeFirst()
            } else if was.number != nil, now.number != nil {
                break
            } else if was.isOptional {
                one.removeFirst()
            } else if now.isOptional {
                other.removeFirst()
            } else {
                break
            }
        }
        if other.isEmpty { one = one.drop(while: \.isOptional) }
        if one.isEmpty { other = other.drop(while: \.isOptional) }
        if !one.isEmpty || !other.isEmpty { comparison.difference = difference(one, other) }
        return comparison
    }

    /// - Parameters: what follows the last words that both say.
    private static func difference(_ one: ArraySlice<Self>, _ other: ArraySlice<Self>) -> Difference {
        // Where as many words follow, they mostly are the same again after the one that differs.
        if one.count == other.count { return Difference(old: shown(one.prefix(1)), new: shown(other.prefix(1))) }
        let end = zip(one.reversed(), other.reversed()).prefix { $0.text == $1.text }.count
        return Difference(old: shown(one.dropLast(end)), new: shown(other.dropLast(end)))
    }

    private static func shown(_ tokens: ArraySlice<Self>) -> String {
        tokens.prefix(6).map(\.text).joined(separator: " ") + (tokens.count > 6 ? " …" : "")
    }

    /// Whether two are numbers of a clause, each by its form and its place: the new one must follow from the clauses before
    /// it, and so must the old one where its form alone does not say that it counts clauses.
    private func isRenumbered(as new: Self) -> Bool {
        guard let old = number, let new = new.number else { return false }
        return new.isPlaced && (old.isPlaced || old.isPointed)
    }
}
