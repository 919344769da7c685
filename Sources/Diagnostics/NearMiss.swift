/// The candidate that is nearly `word`: the closest by edits (insertions, deletions, replacements and swaps of
/// neighbours), letter case ignored, at most a third of the word's length away. Of equals the first.
///
///     nearMiss("anounced", among: ["announced", "effective"]) // "announced"
package func nearMiss(_ word: String, among candidates: some Sequence<String>) -> String? {
    let letters = Array(word.lowercased().prefix(64))
    let limit = max(1, letters.count / 3)
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
        let other = Array(candidate.lowercased().prefix(64))
        guard abs(other.count - letters.count) <= limit else { continue }
        let distance = editDistance(letters, other)
        if distance <= limit, distance < best?.distance ?? .max {
            best = (candidate, distance)
        }
    }
    return best?.candidate
}

/// The id that is nearly `word`, or the only one that begins with it: a name is often cut to its first word.
///
///     nearID("harbor", among: ["harbor-hosting", "quill-ai"]) // "harbor-hosting"
package func nearID(_ word: String, among ids: [String]) -> String? {
    if let near = nearMiss(word, among: ids) { return near }
    let longer = word.utf8.count < 3 ? [] : ids.filter { $0.hasPrefix(word.lowercased() + "-") }
    return longer.count == 1 ? longer[0] : nil
}

/// The optimal string alignment distance of two words.
private func editDistance(_ one: [Character], _ other: [Character]) -> Int {
    var beforeLast = [Int](repeating: 0, count: other.count + 1)
    var last = Array(0...other.count)
    for (row, letter) in one.enumerated() {
        var current = [row + 1]
        for (column, otherLetter) in other.enumerated() {
            var distance = min(
                last[column] + (letter == otherLetter ? 0 : 1), last[column + 1] + 1, current[column] + 1)
            if row > 0, column > 0, letter == other[column - 1], one[row - 1] == otherLetter {
                distance = min(distance, beforeLast[column - 1] + 1)
            }
            current.append(distance)
        }
        beforeLast = last
        last = current
    }
    return last[other.count]
}
