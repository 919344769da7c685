import Diagnostics

/// Where a link's destination leads, read from its letters alone: whether the document, the provider or the file
/// exists is for a check to say.
///
/// Links are relative to the site, whatever page they stand on: `privacy`, `/privacy/` and `privacy/` are one target.
/// Or to the file, as a git host shows them: `../terms/2026-11-23.md`, `../terms/`, `../faq.md`, `../files/a.pdf`; and to
/// what lies beside it, `2026-11-23.md`, `./`, which is known with the text's own document (`rooted`).
package enum LinkTarget: Sendable, Hashable {
    /// An address outside the site: http, https, mailto or tel.
    case external(String)
    /// A standing address: of a document, or of a page, which looks the same. `terms#10.2` has the clause `10.2`,
    /// `terms#2(a)` the clause `2-a`, as its anchor is.
    case document(id: String, clause: String?)
    /// The permanent address of an edition: `/privacy/2026-11-23/#4`.
    case edition(document: String, edition: String, fragment: String?)
    /// `provider:anthropic`, or with its register `provider:vendors/anthropic`.
    case provider(register: String?, id: String)
    /// A file under `Content/files`, by its path in the site: `/files/dpa.pdf`. Percent-encoding is undone.
    case file(String)
    /// The Markdown file of that name in the folder of the text's own file, `2026-11-23` of `./2026-11-23.md`; empty for the
    /// folder itself, `./`. Where that leads, `rooted` says.
    case beside(String)
    /// A place in the text the link stands in; empty for its top.
    case anchor(String)
    /// Any other path within the site, from its root, percent-encoding undone: `/subscribe/`, `/`.
    case sitePath(String, fragment: String?)
    /// An address that no page of the site may hold.
    case unsafe(UnsafeLink)
}

/// Why a destination is refused.
package enum UnsafeLink: Sendable, Hashable {
    /// `javascript:`, `data:` or any other scheme than the few that are let through.
    case scheme(String)
    /// `//host/path`: another host, in the guise of a path.
    case schemeRelative
    /// Too many `..`.
    case leavesSite
    /// A control character, or a blank inside.
    case controlCharacter
    /// A backslash, which browsers read as a slash.
    case backslash
    /// Percent-encoding of a separator, of a dot segment, of a control character, or of no text.
    case encoding
    /// No host, or one that cannot be.
    case host
    /// A user name before the host, which hides where the link leads.
    case userName

    /// The check that reports it.
    package var check: CheckID { self == .leavesSite ? .unsafePath : .unsafeURL }

    /// What is wrong, as a sentence about the address.
    package var message: String {
        switch self {
        case .scheme(let scheme): "a link may not begin with \"\(scheme):\""
        case .schemeRelative: "the address begins with \"//\", so it leads to another host"
        case .leavesSite: "the address leads out of the site"
        case .controlCharacter: "the address holds a blank or a control character"
        case .backslash: "the address holds a backslash"
        case .encoding: "the address hides characters behind percent signs"
        case .host: "the address names no host"
        case .userName: "the address holds a user name before the host"
        }
    }

    /// How to mend it: of the path of a file on somebody's own computer, or of a picture that was pasted, where it goes.
    ///
    /// - Parameter destination: the address.
    package func help(for destination: String) -> String {
        let name = destination.split { $0 == "/" || $0 == "\\" }.last ?? ""
        switch self {
        case .scheme("data") where destination.lowercased().hasPrefix("data:image/"):
            return "put the picture as a file in Content/files/, and write its path, such as /files/picture.png"
        case .scheme(let scheme) where (scheme == "file" || scheme.count == 1) && name.contains("."):
            return .moved(name)
        case .backslash where destination.utf8.dropFirst().first == UInt8(ascii: ":") || destination.hasPrefix("\\"):
            return name.contains(".") ? .moved(name) : help
        default: return help
        }
    }

    private var help: String {
        switch self {
        case .scheme: "write an address that begins with https:, http:, mailto: or tel:, or a path of this site"
        case .schemeRelative: "write https:// before the host, or one slash before a path of this site"
        case .leavesSite: "write the path from the site's root, such as /privacy/ or /files/dpa.pdf"
        case .controlCharacter: "remove it, or write %20 for a blank"
        case .backslash: "write / between folders; before another sign take the backslash out"
        case .encoding: "write the characters themselves"
        case .host: "write the whole address, such as https://www.example.com/"
        case .userName: "remove everything from the slashes up to the @"
        }
    }
}

extension String {
    /// Of a file that lies elsewhere than a site's files do.
    fileprivate static func moved(_ name: Substring) -> String {
        "put the file in Content/files/, and write /files/\(name)"
    }
}
