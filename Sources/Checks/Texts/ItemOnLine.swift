import Diagnostics

extension Check {
    /// `leftover-markup`, of lists on lines of their own: an item whose hyphen stands further to the right than that of the
    /// item above, and one that ends with the comma or semicolon of a list in a sentence.
    ///
    /// YAML takes the first for the rest of the item above: of `- mail` and, a space deeper, `- phone` one item is published,
    /// `mail - phone`.
    package static let itemOnLine = Check { context in
        context.published.compactMap { text in
            guard let scalar = text.scalar, scalar.isItemOnLine else { return nil }
            return text.deeperItem(in: scalar) ?? text.stop(at: scalar)
        }
    }
}

extension PublishedText {
    /// The first line of an item that begins with a hyphen of its own.
    fileprivate func deeperItem(in scalar: SourceSpan) -> Finding? {
        guard words.contains("- ") else { return nil }
        var start = scalar.range.lowerBound
        for line in scalar.text.split(separator: "\n", omittingEmptySubsequences: false) {
            defer { start += line.utf8.count + 1 }
            let item = line.drop { $0 == " " }
            guard start > scalar.range.lowerBound, item.hasPrefix("- "), item.dropFirst(2).contains(where: \.isLetter)
            else { continue }
            let place = SourceSpan(scalar.file, start + line.utf8.count - item.utf8.count..<start + line.utf8.count)
            let spaces = scalar.indentation
            let start = spaces == 0 ? "take the spaces before it away" : "let \(spaces) spaces in all stand before it"
            return Finding(
                Diagnostic(
                    .leftoverMarkup, at: place,
                    "this hyphen begins no item: the line would be published as the rest of the item above",
                    help: "\(start), so that its hyphen stands right below the one of the first item"), of: key)
        }
        return nil
    }

    /// A comma or semicolon at the end of an item.
    fileprivate func stop(at scalar: SourceSpan) -> Finding? {
        guard let sign = words.last, sign == "," || sign == ";", words.count > 1, scalar.text == words else {
            return nil
        }
        let name = sign == "," ? "comma" : "semicolon"
        return Finding(
            Diagnostic(
                .leftoverMarkup, at: scalar, "a \(name) ends this item of the list, and would be published with it",
                help: "write \(words.dropLast())"), of: key)
    }
}

extension SourceSpan {
    /// What stands before it on its line, of a long one the end: a line of many items is not read anew for each.
    private var lineBefore: Substring {
        let line = file.range(ofLine: file.line(at: range.lowerBound))
        return file.substring(max(line.lowerBound, range.lowerBound - 200)..<range.lowerBound)
    }

    /// How many spaces stand before its line.
    fileprivate var indentation: Int { lineBefore.prefix { $0 == " " }.count }

    /// Whether a hyphen stands before it, and no key, quote or sign of a text of several lines begins it.
    fileprivate var isItemOnLine: Bool {
        guard let first = text.utf8.first, !"\"'|>".utf8.contains(first) else { return false }
        let before = lineBefore
        return before.contains("-") && before.allSatisfy { $0 == " " || $0 == "-" }
    }
}
