import Diagnostics
import Feeds
import Formats
import Language
import Model

let annexTitle = "Annex III, list of sub-processors"

/// `/<register>/annex-iii/`: the list of sub-processors as Annex III of the EU's standard contractual clauses
/// (Decision (EU) 2021/914) asks for it, to print and sign.
func annexPage(_ document: DocumentHistory, _ site: PublicSite) -> PageParts {
    var head = PageHead(path: "/\(document.id)/annex-iii/", title: annexTitle, document: document.id)
    head.relations = [("latest-version", "/\(document.id)/")]
    let entries = AnnexEntries(document, site)
    let organization = site.settings.namesToday.organization
    let importer = [(organization.legalName ?? organization.name).value, organization.address?.value]
    let list = RegisterList(of: document.id, in: site.history, asOf: site.asOf)
    let text = HTML.block(
        "div", ["class": "annex", "data-annex": document.id],
        [
            "<p class=\"lead\">The controller has authorised the use of the following sub-processors (Commission Implementing Decision "
                + "(EU) 2021/914, Annex III).</p>",
            HTML.pairs([
                ("Engaged by", site.authors(importer.compactMap(\.self).joined(separator: ", "))),
                ("As of", list.map { site.time($0.asOf) } ?? ""),
            ]),
            entries.whatIsMissing,
        ] + entries.html + [signatures])
    return PageParts(
        head: head, template: "page", kind: "annex-iii", facts: [.heading(head.title, site), Fact(.text, text)])
}

/// Where both parties sign.
private let signatures =
    "<div class=\"signature\">\n<p>Controller: name, position</p>\n<p>Processor: name, position</p>\n"
    + "<p>Place and date, signature</p>\n<p>Place and date, signature</p>\n</div>"

/// The entries of Annex III: who it is, what for, and what delimits its responsibilities from those of others. What is not
/// stated of one is left out.
private struct AnnexEntries {
    private let rows: [RegisterHistory.Row]
    /// What some entry says.
    private let said: Set<ProviderField>
    private let fields: FieldText
    private let day: CalendarDate

    init(_ document: DocumentHistory, _ site: PublicSite) {
        day = site.today
        rows = document.register?.list(on: day).filter { !$0.state.isRecipient } ?? []
        said = rows.reduce(into: []) { $0.formUnion($1.state.fieldsToday.keys) }
        fields = FieldText(site: site, register: document.id)
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
        let missing = [(ProviderField.address, "no address"), (.contact, "no contact person")]
            .filter { !isSaid([$0.0]) }.map(\.1)
        return missing.isEmpty || rows.isEmpty
            ? nil : "<p class=\"quiet\">This list gives \(English.list(missing)), which Annex III asks for.</p>"
    }

    private func said(
        _ said: [ProviderField: FieldValue], _ fields: FieldText
    ) -> [(label: String, value: String)] {
        func plain(_ asked: [ProviderField]) -> [(label: String, value: String)] {
            asked.compactMap { field in said[field].map { (Labels.field(field), fields.html($0, of: field)) } }
        }
        let limits = fields.limits(said).map { [(label: Labels.field(.enabled), value: $0)] } ?? []
        let transfer = fields.transfer(said, on: day)
        let ground = transfer == fields.notStated ? [] : [(label: Labels.field(.transfer), value: transfer)]
        return plain([
            .entity, .kind, .via, .address, .contact, .purpose, .data, .subjects, .locations, .storage, .access,
        ]) + limits + plain([.duration, .retention]) + ground
    }

    private func isSaid(_ fields: [ProviderField]) -> Bool { !said.isDisjoint(with: fields) }
}
