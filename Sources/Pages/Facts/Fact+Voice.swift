import Site

extension Fact {
    /// The fact with its language on each of its outermost elements, where they hold the program's words and the site's
    /// language is another.
    func told(in voice: Voice) -> Fact {
        guard !voice.isOne, !isAuthors else { return self }
        var reader = MarkupReader(bytes)
        var output: [UInt8] = []
        var (depth, copied) = (0, 0)
        while let token = reader.next() {
            switch token {
            case .start(let tag):
                if depth == 0 {
                    // Before the sign that closes the tag.
                    let end = reader.position - 1
                    output += bytes[copied..<end] + Array(voice.own.utf8)
                    copied = end
                }
                if !FrameElement.void.contains(tag.name), tag.name != "input" { depth += 1 }
            case .end: depth -= 1
            case .text, .comment, .doctype, .fact, .broken: continue
            }
        }
        output += bytes[copied...]
        return Fact(name, bytes: output)
    }
}
