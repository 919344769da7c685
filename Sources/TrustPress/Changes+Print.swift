import Feeds
import Formats
import Language
import Model
import Notices

extension PendingChanges {
    /// Fit for a comment of a pull request.
    package var markdown: String {
        var blocks = ["### What this publishes", "As of \(asOf); \(standing)."]
        if isEmpty { blocks.append("Nothing new.") }
        blocks += told.map(\.markdown)
        if !silent.isEmpty {
            blocks.append("**Enters the record without a notice**")
            blocks.append(silent.map { "- \(escaped($0))" }.joined(separator: "\n"))
        }
        if !scheduled.isEmpty {
            blocks.append("### Announced later")
            blocks += scheduled.map(\.markdown)
        }
        if !next.isEmpty {
            blocks.append("### Next dates")
            blocks.append(next.map { "- \(English.date($0.day)): \(escaped($0.what))" }.joined(separator: "\n"))
        }
        return blocks.joined(separator: "\n\n") + "\n"
    }

    private var standing: String {
        guard let previous else { return "compared with nothing, so all of it is new" }
        return sources.map { "compared with \($0), as of \(previous)" } ?? "the site now speaks for \(previous)"
    }

    /// For a program.
    package var json: JSONValue {
        let moments = [
            JSONValue.Member("as_of", .string("\(asOf)")),
            JSONValue.Member("previous_as_of", previous.map { .string("\($0)") } ?? .null),
        ]
        return .object(moments + substance)
    }

    /// What it says but for the moments that it speaks for, as members of an object.
    package var substance: [JSONValue.Member] {
        [
            .init("publishes", .array(told.map(\.json))), .init("silently", .array(silent.map(JSONValue.string))),
            .init("announced_later", .array(scheduled.map(\.json))),
            .init("next", .array(next.map { ["day": .string("\($0.day)"), "what": .string($0.what)] })),
        ]
    }
}

extension PendingChanges.Told {
    fileprivate var markdown: String {
        let time = event.moment.time.map { ", \($0)" } ?? ""
        let verb = event.kind == .effective ? "in effect" : event.kind.rawValue
        var lines = [
            "**\(escaped(document))**, \(verb) on \(English.date(event.moment.day))\(time) (`\(event.notice)`)", "",
        ]
        lines += sentences.map { "- \(escaped($0))" }
        if let objection { lines.append("- \(escaped(objection))") }
        lines += effects.map { day, left in
            "- \(left == 1 ? "1 day is" : "\(left) days are") left until \(English.date(day))."
        }
        return lines.joined(separator: "\n")
    }

    fileprivate var json: JSONValue {
        [
            "event": .string(event.path), "kind": .string(event.kind.rawValue), "notice": .string("\(event.notice)"),
            "document": .string(event.notice.document), "moment": .string("\(event.moment)"),
            "sentences": .array(sentences.map(JSONValue.string)),
            "objection_deadline": objectionDeadline.map { .string("\($0)") } ?? .null,
            "takes_effect": .array(
                effects.map { ["day": .string("\($0.day)"), "days_left": .integer($0.left)] }),
        ]
    }
}

/// A text in Markdown that shows as it is: no author's words become mark-up, a mention, a link or an emoji.
///
/// What GitHub and GitLab look for after Markdown was read, such as `@name`, `#12`, `!12`, `https://` and `:smile:`, is
/// kept apart by a word joiner, which nobody sees.
private func escaped(_ text: String) -> String {
    let joiner: Character = "\u{2060}"
    let characters = Array(text)
    var output = ""
    for (index, character) in characters.enumerated() {
        let next = index + 1 < characters.count ? characters[index + 1] : " "
        switch character {
        case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "&", "$": output += "\\\(character)"
        case "@", "#": output += "\(character)\(joiner)"
        case ":", "!", "%": output += next.isWhitespace ? "\(character)" : "\(character)\(joiner)"
        case ".", ")", "-", "+":
            if output.allSatisfy({ $0.isASCII && $0.isNumber }) {
                // At the beginning it would make a list.
                output += "\\\(character)"
            } else if output.suffix(3).lowercased() == "www" || output.hasSuffix("GH") {
                output += "\(joiner)\(character)"
            } else {
                output.append(character)
            }
        case _ where character.isNewline: output += " "
        default: output.append(character)
        }
    }
    return output
}
