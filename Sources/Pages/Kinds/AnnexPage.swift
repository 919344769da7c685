import Diagnostics
import Feeds
import Formats
import Model

let annexTitle = "Annex III, list of sub-processors"

/// `/<register>/annex-iii/`: the list of sub-processors as Annex III of the EU's standard contractual clauses
/// (Decision (EU) 2021/914) asks for it, to print and sign.
func annexPage(_ document: DocumentHistory, _ site: PublicSite) -> PageParts {
    var head = PageHead(path: "/\(document.id)/annex-iii/", title: annexTitle, document: document.id)
    head.relations = [("latest-version", "/\(document.id)/")]
    let fields = FieldText(site: site, register: document.id)
    let asked: [ProviderField] = [
        .entity, .address, .contact, .purpose, .data, .subjects, .locations, .duration, .retention, .transfer,
    ]
    let rows = document.register?.list(on: site.today).filter { !$0.state.isRecipient } ?? []
    let entries = rows.enumerated().map { index, row -> String in
        let all = row.state.fieldsToday
        return HTML.block(
            "section", ["class": "annex"],
            [
                "<h2>\(index + 1). \(Escaping.html(row.state.name))</h2>",
                HTML.table(asked.map { (Labels.field($0), fields.html(all[$0], of: $0)) }),
            ])
    }
    let organization = site.settings.namesToday.organization
    let importer = [(organization.legalName ?? organization.name).value, organization.address?.value]
    let list = RegisterList(of: document.id, in: site.history, asOf: site.asOf)
    let text = HTML.block(
        "div", ["data-annex": document.id],
        [
            "<p>The controller has authorised the use of the following sub-processors (Commission Implementing Decision "
                + "(EU) 2021/914, Annex III).</p>",
            HTML.facts([
                ("Engaged by", Escaping.html(importer.compactMap(\.self).joined(separator: ", "))),
                ("As of", list.map { site.time($0.asOf) } ?? ""),
            ]),
        ] + entries + [HTML.facts([("Place and date", ""), ("Signature", "")], ["class": "signature"])])
    return PageParts(
        head: head, template: "page", kind: "annex-iii", facts: [.heading(head.title), Fact(.text, text)])
}
