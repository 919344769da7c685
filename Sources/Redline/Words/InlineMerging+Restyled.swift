extension InlineMerging {
    /// The parts of both runs in which words that are the same are styled otherwise: each as small as it can be without
    /// cutting a style, or parting a word from its like in the other run.
    func restyled(_ olds: Range<Int>, _ depth: Int) -> [(old: Range<Int>, new: Range<Int>)] {
        guard !old.styles.isEmpty || !new.styles.isEmpty else { return [] }
        var parts: [(old: Range<Int>, new: Range<Int>)] = []
        for place in olds where diff.oldMates[place] >= 0 && place >= parts.last?.old.upperBound ?? 0 {
            let mate = diff.oldMates[place]
            guard !isStyledAlike(place, mate, depth) else { continue }
            var part = closed(place, mate, depth)
            // A style may reach back to what is a part already.
            while let before = parts.last,
                before.old.upperBound > part.old.lowerBound || before.new.upperBound > part.new.lowerBound
            {
                parts.removeLast()
                part = (before.old.union(part.old), before.new.union(part.new))
            }
            parts.append(part)
        }
        return parts
    }

    private func isStyledAlike(_ place: Int, _ mate: Int, _ depth: Int) -> Bool {
        let isStyled = old.isStyled(place, beyond: depth)
        guard isStyled == new.isStyled(mate, beyond: depth) else { return false }
        return !isStyled || newStyles[old.style(of: place, beyond: depth)] == new.style(of: mate, beyond: depth)
    }

    /// Of both runs the least part around a place that holds whole styles, and with each word its like.
    private func closed(_ place: Int, _ mate: Int, _ depth: Int) -> (old: Range<Int>, new: Range<Int>) {
        var part = (old: old.whole(place, depth), new: new.whole(mate, depth))
        var seen = (old: part.old.lowerBound..<part.old.lowerBound, new: part.new.lowerBound..<part.new.lowerBound)
        while seen != part {
            let (olds, news) = (part.old.without(seen.old), part.new.without(seen.new))
            seen = part
            for place in olds where diff.oldMates[place] >= 0 {
                part.new = part.new.union(new.whole(diff.oldMates[place], depth))
            }
            for place in news where diff.newMates[place] >= 0 {
                part.old = part.old.union(old.whole(diff.newMates[place], depth))
            }
        }
        return part
    }
}

extension TokenRun {
    /// A token, or the style around it that is the next one within so many styles.
    fileprivate func whole(_ place: Int, _ depth: Int) -> Range<Int> {
        isStyled(place, beyond: depth) ? styles[style(of: place, beyond: depth)].range : place..<place + 1
    }
}

extension Range<Int> {
    fileprivate func union(_ other: Range<Int>) -> Range<Int> {
        Swift.min(lowerBound, other.lowerBound)..<Swift.max(upperBound, other.upperBound)
    }

    /// What is in it and not in a part of it.
    fileprivate func without(_ part: Range<Int>) -> [Int] {
        Array(lowerBound..<part.lowerBound) + Array(part.upperBound..<upperBound)
    }
}
