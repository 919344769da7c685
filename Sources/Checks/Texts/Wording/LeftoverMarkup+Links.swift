import Formats
import Source

extension LeafSource {
    /// Links that are none: `[words] (address)`, `[words](address` and its like.
    func links(seen: SeenWords) -> [Leftover] {
        guard seen.holds("[") || seen.holds("]") else { return [] }
        let (hasOpenAddress, hasLabel) = (seen.holds("]("), seen.holds("]["))
        var found: [Leftover] = []
        var index = 0
        while let place = bytes[index...].firstIndex(where: { "])".utf8.contains($0) }) {
            index = place + 1
            guard isWord[place] else { continue }
            let next = byte(index)
            if bytes[place] == UInt8(ascii: ")") {
                if next == UInt8(ascii: "["), isWord[index], let end = address(at: index + 1, upTo: "]") {
                    found.append(
                        Leftover(
                            range: place..<end + 1, message: "the brackets of this link are the wrong way round",
                            help: "write [words](\(text(index + 1..<end)))"))
                }
            } else if next == UInt8(ascii: "("), isWord[index], hasOpenAddress {
                // What nobody is told needs no words.
                found.append(
                    found.count < PublishedText.mostFindings
                        ? openAddress(at: index) : Leftover(range: index..<index + 1, message: "", help: ""))
            } else if next == UInt8(ascii: "["), isWord[index], hasLabel, let missing = reference(at: index) {
                found.append(missing)
            } else if let bracket = bracketBehindBlank(index), let end = address(at: bracket + 1, upTo: ")") {
                found.append(
                    Leftover(
                        range: index..<end + 1,
                        message:
                            "a blank parts the words of this link from its address, so both are published as they stand",
                        help: "write [words](\(text(bracket + 1..<end))), without a blank between the brackets"))
            }
        }
        return found + notes(seen: seen)
    }

    /// A `(` behind one or more blanks at an index.
    private func bracketBehindBlank(_ index: Int) -> Int? {
        let blanks = bytes[index...].prefix { $0.isSpaceOrTab || $0 == UInt8(ascii: "\n") }
        guard (1...4).contains(blanks.count), byte(blanks.endIndex) == UInt8(ascii: "("), isWord[blanks.endIndex] else {
            return nil
        }
        return blanks.endIndex
    }

    /// The end of an address that begins at an index and goes up to a bracket.
    private func address(at start: Int, upTo bracket: Unicode.Scalar) -> Int? {
        guard let end = bytes[start...].prefix(2000).firstIndex(of: UInt8(ascii: bracket)), end > start else {
            return nil
        }
        let isAddress = Self.beginnings.contains { bytes[start..<end].starts(with: $0.utf8) }
        return isAddress && end > start + 1 && !text(start..<end).contains(where: \.isWhitespace) ? end : nil
    }

    private static let beginnings = [
        "https://", "http://", "mailto:", "www.", "provider:", "#", "/", "./", "../",
    ]

    /// `](` whose bracket makes no link.
    private func openAddress(at bracket: Int) -> Leftover {
        let rest = near(bracket, atMost: 500)
        if let end = closing(of: rest) ?? rest.firstIndex(of: UInt8(ascii: ")")) {
            let written = text(bracket + 1..<end)
            if written.contains(where: \.isWhitespace) {
                let address = written.withoutTitle
                let isOne =
                    address.isOfFile
                    || ["#", "/", ".", "http"].contains(where: address.hasPrefix) && !address.contains("<")
                let whole =
                    address.isOfFile
                    ? address.split(separator: "/", omittingEmptySubsequences: false)
                        .map { $0.isEmpty ? "" : SourceTree.safeName(for: $0) }.joined(separator: "/")
                    : address.split(whereSeparator: \.isWhitespace).joined(separator: "-")
                return Leftover(
                    range: bracket..<end + 1,
                    message: "the address of this link has a blank in it, so all of it is published as it stands",
                    help: isOne
                        ? "write its address as it is, such as (\(whole))" + Self.blankHelp(address)
                        : address.hasPrefix("provider:")
                            ? "write the name of the provider's file without .yaml: (\(whole.lowercased()))"
                            : address.fileOnDisk.map { "put the file in Content/files/, and write (/files/\($0))" }
                                ?? "write the address, and nothing else, between the round brackets")
            }
        }
        return Leftover(
            range: bracket..<rest.endIndex,
            message: "nothing closes the address of this link, so it is published as it stands",
            help: "write ) right behind the address")
    }

    /// Where the bracket closes with which some bytes begin; those between may have brackets of their own.
    private func closing(of bytes: ArraySlice<UInt8>) -> Int? {
        var depth = 0
        return bytes.indices.first { index in
            if bytes[index] == UInt8(ascii: "(") { depth += 1 }
            if bytes[index] == UInt8(ascii: ")") { depth -= 1 }
            return depth == 0
        }
    }

    /// What is done where a blank belongs to an address: no file of a site may have one in its name.
    private static func blankHelp(_ address: String) -> String {
        if address.isOfFile { return ", and rename the file to that: the name of a file has no blank" }
        return address.hasPrefix("http") ? ", or %20 where the blank belongs to it" : ""
    }

    /// `[words][label]` with a label that nothing defines, the second bracket of which stands at an index.
    private func reference(at bracket: Int) -> Leftover? {
        guard let end = bytes[bracket...].prefix(200).firstIndex(of: UInt8(ascii: "]")), end > bracket + 1,
            let opening = bytes[..<bracket].lastIndex(of: UInt8(ascii: "["))
        else { return nil }
        let (words, label) = (text(opening + 1..<bracket - 1), text(bracket + 1..<end))
        guard words.contains(where: \.isLetter), words.count > 2, label.contains(where: \.isLetter) else { return nil }
        return Leftover(
            range: bracket..<end + 1, message: "nothing says which address \"\(label)\" is, so this link is none",
            help: "write [\(words)](address), or add a line [\(label)]: address at the end of the text",
            helpInValue: "write [\(words)](address)")
    }

    /// `[^1]` without the text of the note. That of a note which is there is no word that a reader sees.
    private func notes(seen: SeenWords) -> [Leftover] {
        guard seen.holds("[^") else { return [] }
        let shown = Array(seen.text.utf8)
        let labels = Set(shown.noteSigns.map { String(decoding: shown[$0].dropFirst(2).dropLast(), as: UTF8.self) })
        return bytes.noteSigns.compactMap { range -> Leftover? in
            let label = text(range.lowerBound + 2..<range.upperBound - 1)
            guard has("[^", at: range.lowerBound), labels.contains(label) else { return nil }
            return Leftover(
                range: range,
                message: "this text has no note \"\(label)\", so its sign is published as it stands",
                help: "add a line [^\(label)]: with the note's words at the end of the text, or take the sign out",
                helpInValue: "take the sign out")
        }
    }
}

extension [UInt8] {
    /// Where `[^1]` stands, in order.
    fileprivate var noteSigns: [Range<Int>] {
        indices.compactMap { index in
            guard self[index...].starts(with: "[^".utf8),
                let end = self[index...].prefix(100).firstIndex(of: UInt8(ascii: "]")), end > index + 2,
                self[index..<end].allSatisfy({ !$0.isSpaceOrTab })
            else { return nil }
            return index..<end + 1
        }
    }
}

extension String {
    /// A link's address without the title behind it: `/faq/ "Questions"`.
    fileprivate var withoutTitle: String {
        guard let quote = firstIndex(of: "\""), let last = self[..<quote].last, last.isWhitespace else { return self }
        return String(self[..<quote].reversed().drop { $0.isWhitespace }.reversed())
    }

    /// Whether it is the address of a file that the site publishes: `/files/dpa.pdf`, `../files/dpa.pdf`.
    fileprivate var isOfFile: Bool {
        split(separator: "/").dropLast().first { $0 != "." && $0 != ".." } == "files"
    }

    /// Of a path on somebody's own computer (`C:\\My files\\contract.docx`) the name of the file, with hyphens for blanks.
    fileprivate var fileOnDisk: String? {
        let isOnDisk = hasPrefix("\\") || dropFirst().hasPrefix(":") || lowercased().hasPrefix("file:")
        guard isOnDisk, let name = split(whereSeparator: { $0 == "/" || $0 == "\\" }).last, name.contains(".") else {
            return nil
        }
        return name.split(whereSeparator: \.isWhitespace).joined(separator: "-")
    }
}
