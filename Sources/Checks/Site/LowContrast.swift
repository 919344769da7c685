import Diagnostics
import Model

extension Check {
    /// `low-contrast`: an accent colour in which links could not be read.
    ///
    /// WCAG 2.2, success criterion 1.4.3: text and what is behind it differ by 4.5 to 1 at least. Links stand in the accent
    /// colour on all papers of the built-in theme; the dark one, where none is named, is mixed of the light one with so much
    /// white that it always can be read.
    package static let lowContrast = Check { context in
        guard let accent = context.settings.branding.accent else { return [] }
        return [(accent.light, Scheme.light), (accent.dark, Scheme.dark)].compactMap { color, scheme in
            guard let color, !scheme.shows(color.value) else { return nil }
            let ratio = (scheme.contrast(color.value) * 10).rounded(.down) / 10
            return Finding(
                Diagnostic(
                    .lowContrast, at: color.span,
                    "links in \(color.value) could hardly be read on \(scheme.hardest(color.value)): their contrast is \(ratio) to 1, "
                        + "and 4.5 to 1 is the least (WCAG 2.2)",
                    help:
                        "write \"\(scheme.near(color.value))\", the nearest \(scheme.shade) colour of this kind that can"
                ))
        }
    }
}

/// The papers of a colour scheme, as `tokens.css` has them: that of the page, and those of notes, notices and changes.
private struct Scheme: Sendable {
    let name: String
    /// What a colour must become to be told from the paper.
    let shade: String
    /// With what each is the paper of.
    let papers: [(use: String, color: Color)]
    let ink: Color

    static let light = Scheme(
        name: "light", shade: "darker",
        papers: papers("#ffffff", "#f4f6f7", "#fdf5e6", "#e2f3e8", "#fbe6e1"), ink: .black)
    static let dark = Scheme(
        name: "dark", shade: "lighter",
        papers: papers("#0f1317", "#181d22", "#261d0f", "#123322", "#42201a"), ink: .white)

    private static func papers(_ colors: String...) -> [(use: String, color: Color)] {
        zip(["pages", "notes", "notices", "insertions", "deletions"], colors)
            .compactMap { use, color in Color(color).map { (use, $0) } }
    }

    func contrast(_ color: Color) -> Double { papers.map { $0.color.contrast(with: color) }.min() ?? 1 }

    /// The paper on which a colour is read the worst: `the light paper of deletions, #fbe6e1`.
    func hardest(_ color: Color) -> String {
        let paper = papers.min { $0.color.contrast(with: color) < $1.color.contrast(with: color) }
        return paper.map { "the \(name) paper of \($0.use), \($0.color)" } ?? "\(name) paper"
    }

    func shows(_ color: Color) -> Bool { contrast(color) >= 4.5 }

    /// The colour with as little ink in it as it takes.
    func near(_ color: Color) -> Color {
        (0...100).lazy.map { color.mixed(100 - $0, with: ink) }.first(where: shows) ?? ink
    }
}
