import Diagnostics
import Formats
import Model

extension Theme {
    /// The theme with what site.yaml says to its style sheets: the last lines of its tokens, which hold over those above.
    /// They have the host, which printed links begin with, and a company's colour. Its pictures are the frame's affair.
    ///
    /// - Returns: the theme, and which of the company's pictures it does not have.
    package func branded(as branding: Branding, at site: SiteURL) -> (theme: Theme, findings: [Diagnostic]) {
        var theme = self
        if let place = assets.firstIndex(where: { $0.path == "assets/tokens.css" }) {
            var lines = ["/* url: in site.yaml */", ":root { --host: \"\(site.origin)\"; }"]
            if let accent = branding.accent {
                lines += ["/* theme: in site.yaml */", ":root { --brand: \(accent.light.value); }"]
                if let dark = accent.dark {
                    lines.append("@media (prefers-color-scheme: dark) { :root { --accent: \(dark.value); } }")
                }
            }
            theme.assets[place] = OutputFile(
                path: "assets/tokens.css", bytes: assets[place].bytes + lines.flatMap { Array("\($0)\n".utf8) })
        }
        let pictures = (branding.logo?.all ?? []) + [branding.favicon].compactMap(\.self)
        let findings = pictures.filter { !assetAddresses.contains($0.value) }.map { picture in
            Diagnostic(
                .template, at: picture.span, "there is no Templates\(picture.value)",
                help: nearMiss(picture.value, among: assetAddresses.sorted()).map { "did you mean \($0)?" }
                    ?? "put the picture there, or write the address of one that is there")
        }
        return (theme, findings)
    }
}

extension Branding {
    /// What the layout shows of it.
    var view: View {
        var view: View = [:]
        if let logo {
            var pictures: View = ["light": .text(logo.light.value)]
            pictures["dark"] = (logo.dark?.value).map(ViewValue.text)
            view["logo"] = .view(pictures)
        }
        if let favicon {
            let type = favicon.value.split(separator: ".").last?.lowercased() ?? ""
            view["favicon"] = .view([
                "href": .text(favicon.value), "type": .text("image/" + (Self.types[type] ?? type)),
            ])
        }
        return view
    }

    /// The media types of pictures whose names are not those of their files (RFC 7303; the IANA registry).
    private static let types = ["svg": "svg+xml", "jpg": "jpeg", "ico": "vnd.microsoft.icon"]
}
