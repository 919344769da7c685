import Markdown

/// Characters in a row with one mark, for writers of text.
struct MarkedRun: Sendable, Hashable {
    var text: String
    var mark: Passage.Mark

    fileprivate var isBlankMark: Bool { mark != .kept && text.allSatisfy { $0 == " " } }
}

extension [MarkedRun] {
    /// Appends to the last run where that has the same mark.
    mutating func append(_ text: some StringProtocol, _ mark: Passage.Mark) {
        if text.isEmpty { return }
        if last?.mark == mark {
            self[count - 1].text += text
        } else {
            append(MarkedRun(text: String(text), mark: mark))
        }
    }

    mutating func append(_ runs: [MarkedRun]) { runs.forEach { append($0.text, $0.mark) } }

    /// Something that is `old` in one text and `new` in the other.
    mutating func append(old: String?, new: String?) {
        if old == new { return append(new ?? "", .kept) }
        append(old ?? "", .deleted)
        append(new ?? "", .inserted)
    }
}

extension [MarkedInline] {
    /// The text of a code block, what is marked in it written in some form, without the line end at its end.
    func code(_ write: (String) -> String = { $0 }) -> [MarkedRun] {
        var runs: [MarkedRun] = []
        func add(_ marks: [MarkedInline]) {
            for mark in marks {
                switch mark {
                case .kept(let inlines): runs.append(inlines.code, .kept)
                case .deleted(let inlines): runs.append(inlines.code, .deleted)
                case .inserted(let inlines): runs.append(inlines.code, .inserted)
                case .styled(_, let marks), .restated(_, let marks, _): add(marks)
                }
            }
        }
        add(self)
        if runs.last?.text.hasSuffix("\n") == true { runs[runs.count - 1].text.removeLast() }
        return runs.map { MarkedRun(text: write($0.text), mark: $0.mark) }
    }
}

extension [Inline] {
    /// The text of a code block.
    var code: String {
        reduce(into: "") { text, inline in
            if case .text(let part) = inline { text += part }
        }
    }
}

/// Writes the words of a block as text, in whatever syntax.
protocol WordWriter {
    /// Whether every address that only one of the texts has there is shown; otherwise only those that alone tell a
    /// link from the other text's.
    var showsEveryNewAddress: Bool { get }
    func text(_ text: String) -> String
    var hardBreak: String { get }
    func code(_ text: String) -> String
    func footnote(_ number: String) -> String
    /// What stands before and behind words of a style.
    func signs(of style: MarkedInline.Style) -> (before: String, behind: String)
    /// What to write behind words whose emphasis changed; nil marks the signs of the styles.
    var emphasisNote: String? { get }
    /// - Parameters:
    ///   - label: the words, written.
    ///   - showsAddress: whether a reader must see where the link leads, as it is a new or a former address.
    func link(_ label: String, to destination: String, showsAddress: Bool) -> String
    func image(_ label: String, of destination: String, showsAddress: Bool) -> String
}

extension WordWriter {
    func runs(_ marks: [MarkedInline]) -> [MarkedRun] {
        var runs: [MarkedRun] = []
        let addresses = ChangedDestinations(marks, all: showsEveryNewAddress)
        /// - Parameters:
        ///   - words: the mark of words that are in both texts.
        ///   - signs: the mark of the signs of their styles.
        func write(_ marks: [MarkedInline], words: Passage.Mark = .kept, signs mark: Passage.Mark = .kept) {
            for part in marks {
                switch part {
                case .kept(let inlines): runs.append(self.write(inlines, addresses: []), words)
                case .deleted(let inlines): runs.append(self.write(inlines, addresses: addresses.old), .deleted)
                case .inserted(let inlines): runs.append(self.write(inlines, addresses: addresses.new), .inserted)
                case .styled(let style, let marks):
                    let signs = signs(of: style)
                    runs.append(signs.before, mark)
                    write(marks, words: words, signs: mark)
                    runs.append(signs.behind, mark)
                case .restated(_, let marks, .typography): write(marks, words: .typed, signs: mark)
                case .restated(let old, let marks, .emphasis):
                    if let note = emphasisNote {
                        write(marks)
                        runs.append(note, .kept)
                    } else {
                        runs.append(signs(at: old.first).before, .deleted)
                        write(marks, signs: .inserted)
                        runs.append(signs(at: old.last).behind, .deleted)
                    }
                }
            }
        }
        write(marks)
        // A blank at the end of a paragraph is seen by nobody.
        if runs.first?.isBlankMark == true { runs.removeFirst() }
        if runs.last?.isBlankMark == true { runs.removeLast() }
        return runs
    }

    /// - Parameter addresses: those that a reader must see.
    private func write(_ inlines: [Inline], addresses: Set<String>) -> String {
        var written = ""
        for inline in inlines {
            switch inline {
            case .text(let words): written += text(words)
            case .softBreak: written += " "
            case .hardBreak: written += hardBreak
            case .code(let words): written += code(words)
            case .emphasis(let children): written += styled(.emphasis, children, addresses)
            case .strong(let children): written += styled(.strong, children, addresses)
            case .strikethrough(let children): written += styled(.strikethrough, children, addresses)
            case .link(let destination, _, let children):
                let label = write(children, addresses: addresses)
                written += link(label, to: destination, showsAddress: addresses.contains(destination))
            case .image(let destination, _, let children):
                let label = text(children.plainText)
                written += image(label, of: destination, showsAddress: addresses.contains(destination))
            case .footnote(let number): written += footnote(number)
            case .html, .seam: break
            }
        }
        return written
    }

    private func signs(at inline: Inline?) -> (before: String, behind: String) {
        switch inline {
        case .emphasis: signs(of: .emphasis)
        case .strong: signs(of: .strong)
        case .strikethrough: signs(of: .strikethrough)
        default: ("", "")
        }
    }

    private func styled(_ style: MarkedInline.Style, _ children: [Inline], _ addresses: Set<String>) -> String {
        let signs = signs(of: style)
        return signs.before + write(children, addresses: addresses) + signs.behind
    }
}

/// The destinations of links and pictures in a block's marked words that only one of the texts has there.
private struct ChangedDestinations {
    private(set) var old: Set<String> = []
    private(set) var new: Set<String> = []

    /// A link or a picture.
    private struct Target: Hashable {
        var destination: String
        var words: String
    }

    /// - Parameter all: whether links count whose words are not the other text's too.
    init(_ marks: [MarkedInline], all: Bool) {
        var (olds, news) = ([Target](), [Target]())
        func add(_ marks: [MarkedInline]) {
            for mark in marks {
                switch mark {
                case .kept: break
                case .deleted(let inlines): Self.add(inlines, to: &olds)
                case .inserted(let inlines): Self.add(inlines, to: &news)
                case .styled(_, let marks), .restated(_, let marks, _): add(marks)
                }
            }
        }
        add(marks)
        func addresses(_ targets: [Target], but others: [Target]) -> Set<String> {
            let words = Set(others.map(\.words))
            return Set(targets.filter { all || words.contains($0.words) }.map(\.destination))
                .subtracting(others.map(\.destination))
        }
        old = addresses(olds, but: news)
        new = addresses(news, but: olds)
    }

    private static func add(_ inlines: [Inline], to targets: inout [Target]) {
        for inline in inlines {
            switch inline {
            case .link(let destination, _, let children):
                targets.append(Target(destination: destination, words: children.plainText))
                add(children, to: &targets)
            case .image(let destination, _, let children):
                targets.append(Target(destination: destination, words: children.plainText))
            case .emphasis(let children), .strong(let children), .strikethrough(let children):
                add(children, to: &targets)
            case .text, .softBreak, .hardBreak, .code, .html, .footnote, .seam: break
            }
        }
    }
}
