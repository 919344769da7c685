import Diagnostics
import Feeds
import Formats
import Model

/// A register's dated lists, its providers, and the Annex III list.
func registerPages(_ register: RegisterHistory, _ document: DocumentHistory, _ site: PublicSite) -> [PageJob] {
    let days = register.daysOfChange(upTo: site.today)
    var jobs = days.enumerated().map { index, day in
        PageJob("\(document.id)/on/\(day)/index.html") {
            RegisterView(document, site).dated(
                day, before: index > 0 ? days[index - 1] : nil, after: index + 1 < days.count ? days[index + 1] : nil)
        }
    }
    jobs += register.providers.map { provider in
        PageJob("\(document.id)/\(provider.provider.id)/index.html") {
            ProviderPage(provider, document, site).html
        }
    }
    jobs.append(PageJob("\(document.id)/annex-iii/index.html") { RegisterView(document, site).annex })
    return jobs
}

/// A register's list as tables.
struct RegisterView {
    let document: DocumentHistory
    let site: PublicSite
    private let fields: FieldText

    init(_ document: DocumentHistory, _ site: PublicSite) {
        self.document = document
        self.site = site
        fields = FieldText(site: site, register: document.id)
    }

    private static let columns: [ProviderField] = [.purpose, .data, .locations]

    private struct Row {
        var id: String
        var state: ProviderState
        var since: CalendarDate
        var status: RegisterList.Status
    }

    /// The list in force with what is upcoming, as the register's page shows it below its prose.
    var current: View {
        guard let list = RegisterList(of: document.id, in: site.history, asOf: site.asOf) else { return [:] }
        let rows = list.rows.map { Row(id: $0.id, state: $0.state, since: $0.since, status: $0.status) }
        var view = tables(rows)
        view["upcoming"] = upcoming(list)
        view["redline"] = comingRedline ?? false as Any
        view["others"] = [
            ["href": "/\(document.id)/history/", "title": site.theme.string("earlier_lists")] as View,
            ["href": "/\(document.id)/annex-iii/", "title": site.theme.string("annex_title")],
            ["href": "/\(document.id).csv", "title": site.theme.string("as_csv")],
            ["href": "/\(document.id).json", "title": site.theme.string("as_json")],
        ]
        return view
    }

    /// The list in force against that of the last day on which something announced takes effect.
    private var comingRedline: String? {
        guard let register = document.register,
            let last = register.upcoming(on: site.today).last?.announcement.currentEffective
        else { return nil }
        return ListRedline(
            register.list(on: site.today), register.list(on: last), register: document.id, site: site
        ).html
    }

    /// `/<register>/on/<day>/`: the list as it was, with what it shows for ever.
    func dated(_ day: CalendarDate, before: CalendarDate?, after: CalendarDate?) -> String {
        let title = site.theme.string("list_on").replacing("{day}", with: English.date(day))
        var frame = Frame(
            path: "/\(document.id)/on/\(day)/", title: "\(site.title(of: document)): \(title)", document: document.id)
        frame.relations = [("latest-version", "/\(document.id)/"), ("version-history", "/\(document.id)/history/")]
        if let before { frame.relations.append(("predecessor-version", "/\(document.id)/on/\(before)/")) }
        if let after { frame.relations.append(("successor-version", "/\(document.id)/on/\(after)/")) }
        frame.alternates = [
            ("application/json", site.theme.string("as_json"), "/\(document.id)/on/\(day).json"),
            ("text/csv", site.theme.string("as_csv"), "/\(document.id)/on/\(day).csv"),
        ]
        guard let register = document.register else { return "" }
        let list = DatedList(of: register, on: day)
        let rows = list.rows.map { row in
            Row(
                id: row.provider, state: ProviderState(isListed: true, fields: row.state.fields), since: row.since,
                status: .inForce)
        }
        let corrections = list.corrections.map { change in
            site.words(
                "list_corrected",
                [
                    "name": "<a href=\"/\(document.id)/\(change.id.provider)/#change.\(change.id.stem)\">"
                        + "\(Escaping.html(change.name))</a>",
                    "day": site.time(change.announcement.announced.value),
                ])
        }
        var view: View = [
            "title": title, "document": ["href": "/\(document.id)/", "title": site.title(of: document)] as View,
            "corrections": corrections,
            "until": after.map { site.words("list_until", ["day": site.time($0.adding(days: -1))]) } ?? false as Any,
            "earlier": before.map { ["href": "/\(document.id)/on/\($0)/", "day": site.time($0)] as View } ?? false
                as Any,
            "later": after.map { ["href": "/\(document.id)/on/\($0)/", "day": site.time($0)] as View } ?? false as Any,
        ]
        view["redline"] =
            before.flatMap { before in
                ListRedline(register.list(on: before), list.rows, register: document.id, site: site).html
            } ?? false as Any
        view["list"] = tables(rows)
        return frame.page(site.theme.render("dated-list", view), site)
    }

    /// `/<register>/annex-iii/`: the list of sub-processors as Annex III of the EU's standard contractual clauses
    /// (Decision (EU) 2021/914) asks for it, to print and sign.
    var annex: String {
        var frame = Frame(
            path: "/\(document.id)/annex-iii/", title: site.theme.string("annex_title"), document: document.id)
        frame.relations = [("latest-version", "/\(document.id)/")]
        let rows = document.register?.list(on: site.today).filter { !$0.state.isRecipient } ?? []
        let asked: [ProviderField] = [
            .entity, .address, .contact, .purpose, .data, .subjects, .locations, .duration, .retention, .transfer,
        ]
        let entries = rows.enumerated().map { index, row -> View in
            let all = row.state.fieldsToday
            return [
                "number": "\(index + 1)", "name": row.state.name,
                "rows": asked.map { ["label": fields.label($0), "value": fields.html(all[$0], of: $0)] as View },
            ]
        }
        let organization = site.settings.organization
        let list = RegisterList(of: document.id, in: site.history, asOf: site.asOf)
        let view: View = [
            "title": frame.title, "entries": entries,
            "organization": (organization.legalName ?? organization.name).value,
            "address": organization.address?.value ?? false as Any,
            "day": list.map { site.time($0.asOf) } ?? "",
        ]
        return frame.page(site.theme.render("annex-iii", view), site)
    }

    /// Subprocessors and recipients apart; rows of one entity stand together, in the order of their first.
    private func tables(_ rows: [Row]) -> View {
        func table(_ rows: [Row]) -> Any {
            guard !rows.isEmpty else { return false }
            var order: [String] = []
            var groups: [String: [Row]] = [:]
            for row in rows {
                let entity = entity(of: row)
                if groups[entity] == nil { order.append(entity) }
                groups[entity, default: []].append(row)
            }
            return [
                "columns": Self.columns.map { ["label": fields.label($0)] as View },
                "rows": order.flatMap { groups[$0] ?? [] }.map(view),
            ] as View
        }
        return [
            "subprocessors": table(rows.filter { !$0.state.isRecipient }),
            "recipients": table(rows.filter(\.state.isRecipient)), "is_empty": rows.isEmpty, "upcoming": false,
            "redline": false,
            "others": false,
        ]
    }

    private func entity(of row: Row) -> String {
        if case .text(let entity)? = row.state.fields[.entity] { entity } else { row.id }
    }

    private func view(_ row: Row) -> View {
        var marks: [String] = []
        if row.status == .upcoming { marks.append(site.words("status_upcoming", ["day": site.time(row.since)])) }
        if row.status == .leaving { marks.append(site.words("status_leaving")) }
        return [
            "href": "/\(document.id)/\(row.id)/", "name": row.state.name,
            "entity": row.state.fields[.entity].map { fields.html($0, of: .entity) } ?? "",
            "marks": marks, "status": row.status.rawValue,
            "cells": Self.columns.map {
                ["label": fields.label($0), "value": fields.html(row.state.fieldsToday[$0], of: $0)] as View
            },
            "since": site.time(row.since),
        ]
    }

    private func upcoming(_ list: RegisterList) -> Any {
        guard !list.upcoming.isEmpty else { return false }
        return [
            "items": list.upcoming.map { item -> View in
                let notice = site.history.notices.first {
                    $0.id.document == document.id && $0.moment == item.change.moment
                }
                return [
                    "sentence": site.sentences.sentence(for: [item.change], from: Viewpoint(asOf: site.asOf)),
                    "objection": item.objectionDeadline.flatMap { site.objection(until: $0) } ?? false as Any,
                    "href": notice.map { "/notices/\($0.id)/" } ?? false as Any,
                ]
            }
        ] as View
    }
}

extension PublicSite {
    /// `Customers may object until 23 December 2026.`, up to that day; nil after it.
    func objection(until deadline: CalendarDate) -> String? {
        deadline < today ? nil : Sentences.objection(until: deadline)
    }
}
