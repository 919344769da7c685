import Diagnostics

extension YAMLScanner {
    /// The column, from 1, of the innermost block list or map; 0 outside of all.
    var indentation: Int { blocks.last?.column ?? 0 }

    mutating func closeBlocks(deeperThan column: Int) {
        while let last = blocks.last, last.column > column { blocks.removeLast() }
    }

    /// Opens a block list or map at a column, unless one is open there.
    mutating func openBlock(column: Int, isMap: Bool) {
        guard flows.isEmpty, column > indentation else { return }
        blocks.append(Collection(column: column, isMap: isMap))
        checkDepth()
    }

    /// Notes that what starts here becomes a key if a `:` follows on the line.
    mutating func noteCandidate() {
        guard mayStartKey else { return }
        candidates[candidates.count - 1] = Candidate(
            token: tokens.count, line: mark.line, column: mark.column, position: position)
    }

    mutating func openFlow(isMap: Bool) {
        noteCandidate()
        take(.open, length: 1)
        flows.append(Collection(column: 0, isMap: isMap))
        candidates.append(nil)
        mayStartKey = true
        checkDepth()
    }

    mutating func closeFlow() {
        if !flows.isEmpty {
            flows.removeLast()
            candidates.removeLast()
        }
        mayStartKey = false
        take(.close, length: 1)
    }

    mutating func scanItem() {
        openBlock(column: mark.column, isMap: false)
        candidates[candidates.count - 1] = nil
        mayStartKey = true
        take(.item, length: 1)
    }

    mutating func scanValue() {
        if let candidate = candidates[candidates.count - 1], candidate.line == mark.line,
            position - candidate.position <= 4 * 1024
        {
            openBlock(column: candidate.column, isMap: true)
            noteKey(candidate.token)
            mayStartKey = false
        } else {
            openBlock(column: mark.column, isMap: true)
            mayStartKey = flows.isEmpty
        }
        candidates[candidates.count - 1] = nil
        take(.value, length: 1)
    }

    /// Marks a scalar as a key, and masks it where it stands twice in its map.
    private mutating func noteKey(_ index: Int) {
        guard index < tokens.count, tokens[index].isScalar else { return }
        tokens[index].isKey = true
        guard case .scalar(let style) = tokens[index].kind else { return }
        let range = tokens[index].range
        var text = file.substring(range)
        if style == .singleQuoted || style == .doubleQuoted {
            // An escape would make this another text; Yams tells then.
            guard text.utf8.count >= 2, !text.utf8.contains(UInt8(ascii: "\\")) else { return }
            text = Substring(text.unicodeScalars.dropFirst().dropLast())
        }
        let key = String(text)
        let isNew =
            if flows.isEmpty {
                blocks.isEmpty || blocks[blocks.count - 1].keys.insert(key).inserted
            } else {
                !flows[flows.count - 1].isMap || flows[flows.count - 1].keys.insert(key).inserted
            }
        if !isNew {
            masks.append(Mask(range: range, standIn: uniqueStandIn(for: range), key: key))
        }
    }

    /// As many characters as there are in a range, none of which stands for anything in YAML, unlike any other
    /// stand-in: each is one of the 131,000 private characters of Unicode's planes 15 and 16, more than a text that is
    /// read can have keys.
    private func uniqueStandIn(for range: Range<Int>) -> String {
        let number = UInt32(masks.count) % 0x1FFFC
        let value = number < 0xFFFE ? 0xF_0000 + number : 0x10_0000 + (number - 0xFFFE)
        let scalar = Unicode.Scalar(value) ?? "x"
        return String(repeating: String(scalar), count: file.substring(range).unicodeScalars.count)
    }

    private mutating func checkDepth() {
        guard blocks.count + flows.count > Self.maximumDepth else { return }
        refuse(
            .tooComplex, from: max(position - 1, 0), to: position,
            "lists and maps stand more than \(Self.maximumDepth) deep in one another here",
            help: "write them less deep")
    }
}
