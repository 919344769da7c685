import Diagnostics
import Formats
import Model
import Site

extension Message {
    /// The message as RFC 5322 has it, its lines ended by CR LF: plain text and HTML that say the same. What a list
    /// adds, such as `List-Unsubscribe`, is left to it.
    package var mail: String {
        let boundary = "=_" + sha256(event.path.utf8).prefix(32)
        var output = MailHeader.field(
            "From", mailbox: names.organization.name.value, names.contacts.privacy.value)
        output += MailHeader.field("To", pieces: [recipients])
        output += MailHeader.field("Subject", text: subject)
        output += MailHeader.field("Date", pieces: [date])
        output += MailHeader.field("Message-ID", pieces: [id(event.path)])
        if event.kind != .announced {
            // What was announced first is the message that this one follows.
            let first = id("notice/\(event.notice)")
            output += MailHeader.field("In-Reply-To", pieces: [first]) + MailHeader.field("References", pieces: [first])
        }
        output += MailHeader.field("Content-Language", text: language)
        output += MailHeader.field("MIME-Version", pieces: ["1.0"])
        output += MailHeader.field(
            "Content-Type", pieces: ["multipart/alternative;", "boundary=\"\(boundary)\""])
        for (type, text) in [("text/plain", MessageText.text(of: html, as: .plain, direction)), ("text/html", page)] {
            let (encoding, lines) = MailBody.encoded(text)
            output += "\r\n--\(boundary)\r\n"
            output += MailHeader.field("Content-Type", pieces: ["\(type);", "charset=utf-8"])
            output += MailHeader.field("Content-Transfer-Encoding", pieces: [encoding])
            output += "\r\n" + lines
        }
        return output + "\r\n--\(boundary)--\r\n"
    }

    /// The mailing list that the site names, where that is a mail address.
    private var recipients: String {
        if case .mail(let list)? = settings.mailingList?.value { list } else { "undisclosed-recipients:;" }
    }

    /// A permanent id: the event's in the site's tag authority, which is a host or a mail address and a date.
    private func id(_ path: String) -> String {
        "<\(path)@\(Escaping.header(SiteSettings.host(ofAuthority: settings.authority.value)))>"
    }

    private var language: String { Voice.language(ofSite: names.language.value) }

    /// A whole document, without a picture, a script or anything to fetch. Programs for mail know old style sheets best, so sides
    /// are named.
    private var page: String {
        let runsLeft = direction == .rightToLeft
        let (side, indent) = runsLeft ? ("right", "0 1em 0.25em 0") : ("left", "0 0 0.25em 1em")
        return """
            <!DOCTYPE html>
            <html lang="\(Escaping.html(language))"\(runsLeft ? " dir=\"rtl\"" : "")>
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>\(Escaping.html(title))</title>
            <style>
            body { font: 16px/1.5 sans-serif; max-width: 40em; margin: 1em auto; padding: 0 1em; }
            h2, h3, h4, h5, h6 { font-size: 1.1em; margin: 1.5em 0 0.5em; }
            dt { font-weight: bold; }
            dd { margin: \(indent); }
            table { border-collapse: collapse; }
            th, td { border: 1px solid; padding: 0.25em 0.5em; text-align: \(side); vertical-align: top; }
            </style>
            </head>
            <body>
            \(html)</body>
            </html>

            """
    }
}
