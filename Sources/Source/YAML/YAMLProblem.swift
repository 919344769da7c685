import Diagnostics
import Yams

/// Why Yams refuses a text, in words for people who do not know YAML.
///
/// libyaml's own messages ("did not find expected key") say what its parser wanted. What the author did is told from
/// that and from the line on which it gave up.
struct YAMLProblem {
    var id: CheckID
    var span: SourceSpan
    var message: String
    var help: String
    /// The key that stands there, without its colon or in a column where it is none.
    private var hiddenKey: Substring?

    func report(to findings: Findings) {
        findings.add(id, at: span, message, help: help)
        if let hiddenKey { findings.noteHidden(hiddenKey) }
    }

    init(_ error: any Error, file: SourceFile, firstLine: Int, tokens: [YAMLToken]) {
        let facts = Facts(error)
        let place = Place(facts.mark, file: file, firstLine: firstLine, tokens: tokens)
        let context = Place(facts.context ?? facts.mark, file: file, firstLine: firstLine, tokens: tokens)
        if let cut = Self.cut(facts, place: place, context: context) {
            (id, span) = (.cutText, cut.comment)
            let before = cut.isBehindBlank ? "with a blank before it" : "behind a comma or a bracket"
            message = "a # \(before) begins a comment: what stands behind it, the bracket too, is not read"
            help = "put the whole \(cut.isOfList ? "item" : "value") in quotes: \(inQuotes(cut.words))"
            return
        }
        id = facts.isDuplicateKey ? .duplicateKey : .syntax
        (span, message, help) = Self.explain(facts, place: place, context: context)
        if let found = place.missingColon ?? context.missingColon, span.range == found.span.range {
            hiddenKey = found.key
        } else if !facts.isDuplicateKey {
            hiddenKey = place.key
        }
    }

    /// The comment that takes the end of a list or a map with it. What follows on the next lines may be read as its items:
    /// then the line tells on which it begins.
    private static func cut(_ facts: Facts, place: Place, context: Place) -> Place.Cut? {
        if facts.problem.hasPrefix("did not find expected ',' or") { return place.cutByComment ?? context.cutOnLine }
        return facts.problem == "did not find expected node content" ? place.cutByComment : nil
    }

    private static func explain(_ facts: Facts, place: Place, context: Place) -> (SourceSpan, String, String) {
        switch facts.problem {
        case "mapping values are not allowed in this context", "could not find expected ':'":
            if let found = place.missingColon ?? context.missingColon { return missingColon(found) }
            if place.missingSpace != nil { return missingSpace(place) }
            return keyAstray(facts.problem, place: place, context: context)
        case _ where !facts.isDuplicateKey && place.missingSpace != nil:
            return missingSpace(place)
        case let problem where problem.hasPrefix("did not find expected") && place.isBehindQuote != nil:
            return wordsBehind(place)
        case "found unexpected end of stream", "found unexpected document indicator":
            return neverClosed(context)
        case "found unknown escape character", "did not find expected hexdecimal number",
            "found invalid Unicode character escape code":
            return (
                place.character, "a backslash in double quotes starts a code, and this is none",
                "write two backslashes, or put the value in single quotes"
            )
        case "block sequence entries are not allowed in this context":
            return hyphenBehindKey(place)
        case "did not find expected node content" where place.character.text == ",":
            return (place.character, "nothing stands before this comma", "take it out, or write what is missing")
        case "did not find expected node content" where place.openAtEnd != nil:
            return notClosed(place.openAtEnd ?? place.character)
        case "found unexpected ':'":
            return (context.restOfLine, "a colon stands at the end of a value", "put the value in quotes")
        case "did not find expected comment or line break":
            return (
                context.restOfLine, "a text after | or > starts on the next line",
                "move the text to the next line, and indent it"
            )
        case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
            return notClosed(context.character)
        case "did not find expected '-' indicator":
            if let first = place.tokens.first, first.kind == .item {
                let (message, help) = hyphenBeforeKeys(ofSeveral: false)
                return (SourceSpan(place.file, first.range), message, help)
            }
            return (place.restOfLine, "this line is no item of the list above it", indentationHelp(place))
        case "did not find expected key", "did not find expected <document start>":
            return (place.restOfLine, "this line does not fit the keys above it", indentationHelp(place))
        case "found character that cannot start any token":
            return place.isTab
                ? (
                    place.character, "a tab indents this line",
                    "put spaces in its place, as many as stand before the lines that it belongs to"
                )
                : (
                    place.character, "a value may not start with \(place.character.text) without quotes around it",
                    quotingHelp(place)
                )
        case let problem where problem.hasPrefix("found a tab character"):
            return (
                place.character, "a tab indents this line",
                "put spaces in its place, as many as stand before the lines that it belongs to"
            )
        case let problem where facts.isDuplicateKey:
            return (place.character, problem, "keep one of the two")
        default:
            return (place.restOfLine, "this is not written as YAML asks (\(facts.problem))", indentationHelp(place))
        }
    }

    /// What Yams says, whatever kind of error it is.
    private struct Facts {
        var problem: String
        var mark: Mark?
        var context: Mark?
        var isDuplicateKey = false

        init(_ error: any Error) {
            switch error as? YamlError {
            case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
                .composer(let context, let problem, let mark, _):
                self.problem = problem
                self.mark = mark
                self.context = context?.mark
            case .duplicatedKeysInMapping(let duplicates, let context):
                problem = "\"\(shown(duplicates.first ?? ""))\" stands twice here"
                isDuplicateKey = true
                mark = context.mark
            case .reader(let problem, _, _, _): self.problem = problem
            default: problem = "it cannot be read"
            }
        }
    }
}
