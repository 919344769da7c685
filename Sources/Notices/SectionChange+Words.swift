import Language
import Redline

extension [SectionChange] {
    /// One sentence for each kind of change: `Changed: 2 Fees; 10.2 Third-party AI.`, the author's words
    /// marked.
    package func sentences(in language: Language) -> [String] {
        // Behind each, what number it had where that changed.
        let names = zip(self, titles).map { change, title in
            let title = title?.authored ?? language.tell("the beginning of the text")
            return change.previousNumber.map { language.tell("\(title) (was \($0))") } ?? title
        }
        return SectionChange.Kind.allCases.compactMap { kind in
            let names = zip(self, names).filter { $0.0.kinds.first == kind }.map(\.1)
            guard !names.isEmpty else { return nil }
            return "\(kind.words(in: language)): " + names.joined(separator: language.semicolon) + "."
        }
    }
}

extension SectionChange.Kind {
    /// `Changed`, with which a sentence begins.
    fileprivate func words(in language: Language) -> String {
        switch self {
        case .added: language.tell("Added")
        case .removed: language.tell("Removed")
        case .changed: language.tell("Changed")
        case .moved: language.tell("Moved")
        case .renumbered: language.tell("Renumbered")
        case .form: language.tell("Form alone")
        case .typography: language.tell("Typography alone")
        }
    }
}
