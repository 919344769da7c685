import Diagnostics
import Feeds
import Language
import Model

/// `/<register>/annex-iii/`: the list of sub-processors as Annex III of the EU's standard contractual clauses
/// (Decision (EU) 2021/914) asks for it, to print and sign.
func annexPage(_ document: DocumentHistory, _ site: PublicSite) -> PageParts {
    var head = PageHead(
        path: "/\(document.id)/annex-iii/", title: site.say("Annex III, list of sub-processors"), document: document.id)
    head.relations = [("latest-version", "/\(document.id)/")]
    let entries = AnnexEntries(document, site)
    let organization = site.settings.namesToday.organization
    let importer = [(organization.legalName ?? organization.name).value, organization.address?.value]
    let list = RegisterList(of: document.id, in: site.known)
    let text = HTML.block(
        "div", ["class": "annex", "data-annex": document.id],
        [
            HTML.inline("p", ["class": "lead"], entries.lead),
            HTML.pairs([
                (
                    site.say("Engaged by"),
                    importer.compactMap(\.self).map { site.authors($0) }.joined(separator: site.language.comma)
                ),
                (site.say("As of"), list.map { site.time($0.asOf) } ?? ""),
            ]),
            entries.whatIsMissing,
        ] + entries.html + [entries.isEmpty ? nil : signatures(site)])
    return PageParts(
        head: head, template: "page", kind: "annex-iii", facts: [.heading(head.title, site), Fact(.text, text)])
}

/// Where both parties sign.
private func signatures(_ site: PublicSite) -> String {
    let place = site.say("Place and date, signature")
    let lines = [site.say("Controller: name, position"), site.say("Processor: name, position"), place, place]
    return HTML.block("div", ["class": "signature"], lines.map { "<p>\($0)</p>" })
}

/// The entries of Annex III: who it is, what for, and what delimits its responsibilities from those of others. What is not
/// stated of one is left out.
private struct AnnexEntries {
    private let rows: [RegisterHistory.Row]
    private let fields: FieldText
    private let day: CalendarDate

    init(_ document: DocumentHistory, _ site: PublicSite) {
        day = site.today
        rows = document.register?.list(on: day).filter { !$0.state.isRecipient } ?? []
        fields = FieldText(site: site, register: document.id)
    }

    var isEmpty: Bool { rows.isEmpty }

    /// What the list is, or that there is nobody to authorise.
    var lead: String {
        isEmpty
            ? fields.site.say("Nobody is on the list.")
            : fields.site.say(
                "The controller has authorised the use of the following sub-processors (Commission Implementing Decision (EU) 2021/914, Annex III)."
            )
    }

    var html: [String] {
        rows.enumerated().map { index, row in
            let fields = fields.of(row.provider)
            return HTML.block(
                "section", ["class": "party"],
                [
                    "<h2>\(index + 1). \(fields.name(row.state.name))</h2>",
                    HTML.pairs(said(row.state.fieldsToday, fields)),
                ])
        }
    }

    /// What Annex III asks for by name, and no entry says; nil where there is nothing.
    var whatIsMissing: String? {
        let site = fields.site
        let states = rows.map(\.state.fieldsToday)
        let missing = [
            states.contains { $0[.address] != nil } ? nil : site.say("no address"),
            states.contains { $0[.contact]?.namesContactPerson ?? false } ? nil : site.say("no contact person"),
        ].compactMap(\.self)
        guard !missing.isEmpty, !rows.isEmpty else { return nil }
        let words = site.say("This list gives \(site.language.list(missing)), which Annex III asks for.")
        return "<p class=\"quiet\">\(words)</p>"
    }

    private func said(
        _ said: [ProviderField: FieldValue], _ fields: FieldText
    ) -> [(label: String, value: String)] {
        func row(_ field: ProviderField, _ html: String?) -> [(label: String, value: String)] {
            html.map { [(fields.site.language.label(of: field), $0)] } ?? []
        }
        func plain(_ asked: [ProviderField]) -> [(label: String, value: String)] {
            asked.flatMap { field in row(field, said[field].map { fields.html($0, of: field) }) }
        }
        let transfer = fields.transfer(said, on: day)
        return plain([
            .entity, .kind, .via, .address, .contact, .purpose, .data, .subjects, .locations, .storage, .access,
        ]) + row(.enabled, fields.limits(said)) + plain([.duration, .retention])
            + row(.transfer, transfer == fields.notStated ? nil : transfer)
    }
}
