import ArgumentParser
import Formats
import Foundation
import Model
import Starting
import TrustPress

struct NewSiteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "site",
        abstract: "Writes a small site to start from, with every document of a trust center.",
        discussion: """
            It builds at once. What only you can know is a blank in brackets, and trustpress check names each of them. \
            The site is a folder of its own, best a git repository; nothing that is there already is overwritten.

            \(examples("new site trust-center", "new site . --organization \"Heron Ltd\" --domain heron.example"))
            """
    )

    @Argument(
        help: ArgumentHelp("The site's folder, . for this one.", valueName: "dir"), completion: .directory,
        transform: namedPath)
    var folder: String?

    @Option(help: ArgumentHelp("The company's name, as customers know it.", valueName: "name"))
    var organization: String?

    @Option(help: ArgumentHelp("A domain of the company, by which addresses are named.", valueName: "domain"))
    var domain: String?

    @Option(help: "Whose recipes for CI are written: github, gitlab or none.")
    var ci: StarterSite.Recipes?

    @Option(help: ArgumentHelp("The first day of its texts: today where left out.", valueName: "day"))
    var asOf: String?

    func run() throws {
        try CommandError.handled {
            let now = Int(Date().timeIntervalSince1970)
            let choice = try AsOfChoice(
                option: asOf, epoch: ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"], now: now,
                offset: UTCOffset(minutes: 0))
            var site = StarterSite(
                organization: organization, domain: domain, recipes: ci ?? .github, day: choice.asOf.day)
            let place: String
            if let folder {
                place = folder
            } else if let ask = Asker() {
                place = try ask(Question("Into which folder?", otherwise: "."))
                site = try ask(site, draft: { _ = try $0.files() }) { interview in
                    if organization == nil {
                        try interview.askIfKnown("What is the company's name?") { $0.organization = $1 }
                    }
                    if domain == nil {
                        try interview.askIfKnown("Which domain has it, as heron.example?") { $0.domain = $1 }
                    }
                    if ci == nil {
                        let choices = StarterSite.Recipes.allCases.map(\.rawValue)
                        let question = Question("Where will it be kept?", otherwise: choices[0], choices: choices)
                        try interview.ask(question) { $0.recipes = StarterSite.Recipes(rawValue: $1) ?? .github }
                    }
                }
            } else {
                throw UsageError("say into which folder: trustpress new site DIR, or . for this one")
            }
            let files = try site.files()
            try write(files, into: place)
            let first = place == "." ? "run trustpress check" : "cd \(place.asShellWord) and run trustpress check"
            Output.sentences(
                "Wrote a site of \(files.count) files into \(place == "." ? "this folder" : place).",
                "Next: \(first), which names each blank to fill in; README.md tells the rest.")
        }
    }
}

extension StarterSite.Recipes: ExpressibleByArgument {}
