/// The words of a piece with what each weighs at the least where it is marked. So many bytes as two rows of pieces have in
/// one of them alone are marked between them, however their blocks are held against one another: where that is as much
/// as is marked already, no other way to show them is looked for.
struct SureWords: Sendable {
    /// As they are collected, sorted.
    fileprivate let words: [UInt64]

    init(_ collector: WordCollector) { words = collector.words.sorted() }

    private init(joining rows: [SureWords]) {
        words = rows.count == 1 ? rows[0].words : rows.flatMap(\.words).sorted()
    }

    /// The least that is marked between two rows of pieces, in bytes.
    static func apart(_ olds: some Sequence<Piece>, _ news: some Sequence<Piece>) -> Int {
        let (olds, news) = (SureWords(joining: olds.map(\.sureWords)), SureWords(joining: news.map(\.sureWords)))
        return olds.words.withUnsafeBufferPointer { olds in
            news.words.withUnsafeBufferPointer { news in
                func weight(_ word: UInt64) -> Int { 255 - Int(word & 255) }
                var (apart, one, two) = (0, 0, 0)
                while one < olds.count || two < news.count {
                    let old = one < olds.count ? olds[one] >> 8 : .max
                    let new = two < news.count ? news[two] >> 8 : .max
                    if old < new { apart += weight(olds[one]) } else if new < old { apart += weight(news[two]) }
                    one += old <= new ? 1 : 0
                    two += new <= old ? 1 : 0
                }
                return apart
            }
        }
    }
}

extension WordBag {
    convenience init(_ sure: SureWords, weight: Int) {
        self.init(words: sure.words.map { UInt32(truncatingIfNeeded: $0 >> 8) }, weight: weight)
    }
}
