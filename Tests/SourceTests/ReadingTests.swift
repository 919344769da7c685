import Diagnostics
import Formats
import Model
import Source
import TestSupport
import Testing

/// What is read, where nothing is wrong with it.
@Suite("Values")
struct ReadingTests {
    private func library(_ world: String) throws -> Library {
        let reading = readLibrary(World(world).tree)
        #expect(reading.diagnostics.listing == "")
        return try #require(reading.library)
    }

    private func provider(_ yaml: String, site more: String = "") throws -> (Provider, Reading) {
        var world = World("-- Content/subprocessors/providers/acme.yaml --\n\(yaml)")
        world.files["Content/site.yaml"] = World.site(documents: ["subprocessors"], "products: {studio: S}\n\(more)")
        let reading = readLibrary(world.tree)
        #expect(reading.diagnostics.listing == "")
        return (try #require(reading.library?.documents.first?.providers?.first), reading)
    }

    private static let required = "name: Acme\nentity: Acme Ltd\npurpose: Hosting\ndata: [text]\n"

    @Test("A scalar is the text that was written, and its key says its type")
    func scalars() throws {
        let (acme, _) = try provider(
            """
            name: 3.10
            entity: NO
            purpose: yes
            data: [1.0, 0x1F, "~ 1", 2026-01-01, 'null', on]
            locations: [NO]
            category: 1e3
            verified: 2026-02-01
            announced: "2026-01-01"
            """)
        let fields = try #require(acme.changes.first).fields
        #expect(fields[.name]?.value == .text("3.10"))
        #expect(fields[.entity]?.value == .text("NO"))
        #expect(fields[.purpose]?.value == .text("yes"))
        #expect(fields[.data]?.value == .texts(["1.0", "0x1F", "~ 1", "2026-01-01", "null", "on"]))
        #expect(fields[.locations]?.value == .places([.code("NO")]))
        #expect(fields[.verified]?.value == CalendarDate("2026-02-01").map { .date($0) })
    }

    @Test("A change names what it replaces, and ~ removes")
    func changes() throws {
        let (acme, _) = try provider(
            Self.required + """
                transfer: {EU: [DPF], CH: [SCC]}
                links: {dpa: https://a.example/dpa}
                announced: 2026-01-01
                changes:
                  - announced: 2026-03-01T15:00
                    effective: 2026-05-01
                    transfer: {CH: ~, UK: [UK-Addendum]}
                    links: {dpa: ~, status: https://a.example}
                    ai: {training: never, models: [m1, m2], human_review: false}
                    condition: ~
                    locations: [{rule: Closest, of: [DE, EU]}, GLOBAL, {rule: Any}]
                    products: [studio]
                    removed: false
                    true_since: 2026-02-01
                    note: |
                      Two
                      lines
                """)
        #expect(acme.changes.map(\.position) == [0, 1])
        let change = acme.changes[1]
        #expect(change.announcement.announced.value == Moment("2026-03-01T15:00"))
        #expect(change.announcement.effective.value == CalendarDate("2026-05-01"))
        #expect(change.removed?.value == false)
        #expect(change.trueSince?.value == CalendarDate("2026-02-01"))
        #expect(change.note?.value == "Two\nlines\n")
        #expect(
            change.fields[.transfer]?.value
                == .transfer(.byLaw([.init("CH", []), .init("UK", ["UK-Addendum"])])))
        #expect(
            change.fields[.links]?.value == .map([.init("dpa", .removed), .init("status", .text("https://a.example"))]))
        #expect(
            change.fields[.ai]?.value
                == .map([
                    .init("training", .text("never")), .init("models", .texts(["m1", "m2"])),
                    .init("human_review", .bool(false)),
                ]))
        #expect(change.fields[.condition] != nil && change.fields[.condition]?.value == .some(nil))
        #expect(
            change.fields[.locations]?.value
                == .places([.rule("Closest", of: ["DE", "EU"]), .code("GLOBAL"), .rule("Any", of: [])]))
        #expect(change.span.text == "announced")
    }

    @Test("What is published of a change is what was written, in JSON's types")
    func written() throws {
        let (acme, _) = try provider(
            """
            zeta: 1
            name: "3.10"
            entity: Acme Ltd
            purpose: >-
              Two
              lines
            data: [b, a]
            announced: 2026-01-01
            postponed: [{announced: 2026-02-01, effective: 2026-03-01, reason: R}]
            contact: x
            ai: {training: never, human_review: true}
            changes:
              - announced: 2026-02-01
                removed: true
                material: false
                condition: ~
                transfer: {EU: ~, UK: [UK-IDTA]}
                applies: [{to: New, from: 2026-02-01}]
                withdrawn: {announced: 2026-02-02, reason: R}
                zeta: [1]
                note: x
            """, site: "register: {private: [zeta, contact]}")
        #expect(
            JSONValue.object(acme.changes[0].written).pretty == """
                {
                  "name": "3.10",
                  "entity": "Acme Ltd",
                  "purpose": "Two lines",
                  "data": [
                    "b",
                    "a"
                  ],
                  "announced": "2026-01-01",
                  "contact": "x",
                  "ai": {
                    "training": "never",
                    "human_review": true
                  }
                }

                """)
        #expect(
            JSONValue.object(acme.changes[1].written).canonical
                == #"{"announced":"2026-02-01","applies":[{"from":"2026-02-01","to":"New"}],"condition":null,"#
                + #""material":false,"note":"x","removed":true,"transfer":{"EU":null,"UK":["UK-IDTA"]}}"#)
        #expect(
            acme.changes[0].announcement.postponed.first?.written
                == ["announced": "2026-02-01", "effective": "2026-03-01", "reason": "R"])
    }

    @Test("Private keys are read for the scan alone, by the terms of the day")
    func privateKeys() throws {
        let register = "register: [{private: [cost, contact]}, {from: 2026-06-01, private: []}]"
        let (acme, reading) = try provider(
            Self.required + "announced: 2026-01-01\ncost: {a: [K-1, K-2], b: ~}\ncontact: Jo\n", site: register)
        #expect(reading.privateValues.map(\.value) == ["K-1", "K-2", "Jo"])
        #expect(acme.changes[0].written.contains { $0.key == "cost" } == false)
        var world = World(
            "-- Content/subprocessors/providers/acme.yaml --\n\(Self.required)announced: 2026-06-01\ncost: x")
        world.files["Content/site.yaml"] = World.site(documents: ["subprocessors"], register)
        #expect(readLibrary(world.tree).diagnostics.map(\.id) == [.unknownKey])
    }

    @Test("An edition's keys")
    func edition() throws {
        let library = try library(
            """
            -- Content/privacy/2026-06-01-2.md --
            ---
            title: "Privacy: Policy"
            announced: 2026-05-01T09:30
            summary: |
              **What** changes.
            version: 3.10
            material: false
            urgent: It is soon.
            interim: true
            applies: [{to: New, from: 2026-05-02}]
            retired: {}
            postponed:
              - {announced: 2026-05-02, effective: 2026-07-01, reason: R1}
              - {announced: 2026-05-03, effective: 2026-08-01, reason: R2}
            withdrawn: {announced: 2026-05-04T10:00, reason: R3}
            recorded: 2026-05-05
            ---
            # Text
            """)
        let edition = try #require(library.documents.first?.editions.first)
        #expect(edition.id.description == "2026-06-01-2")
        #expect(edition.title.value == "Privacy: Policy")
        #expect(edition.version?.value == "3.10")
        #expect(edition.summary?.value == "**What** changes.\n")
        #expect(edition.interim?.value == true)
        #expect(edition.retired?.replacedBy.isEmpty == true)
        let announcement = edition.announcement
        #expect(announcement.announced.value == Moment("2026-05-01T09:30"))
        #expect(announcement.announced.span.text == "2026-05-01T09:30")
        #expect(announcement.material?.value == false)
        #expect(announcement.postponed.map(\.effective.value.description) == ["2026-07-01", "2026-08-01"])
        #expect(announcement.withdrawn?.announced.value == Moment("2026-05-04T10:00"))
        #expect(announcement.recorded?.value == Moment("2026-05-05"))
        #expect(edition.body.text == "# Text\n")
    }

    @Test("An edition without `announced` is announced on its day")
    func announcedByDefault() throws {
        let library = try library("-- Content/privacy/2026-01-01.md --\n---\ntitle: T\n---")
        #expect(library.documents.first?.editions.first?.announcement.announced.value == Moment("2026-01-01"))
    }

    @Test("The defaults of site.yaml")
    func defaults() throws {
        let settings = try library("-- Content/index.md --\n# Trust").settings
        #expect(settings.register.count == 1)
        #expect(settings.register[0].terms.required == [.name, .entity, .purpose, .data])
        #expect(settings.register[0].terms.unrecorded == [.contact, .links, .verified])
        #expect(settings.register[0].terms.privateKeys.isEmpty)
        #expect(settings.checks.isEmpty && settings.products.isEmpty && settings.securityTxt == nil)
        let day = settings.since.value
        #expect(settings.notice.inForce(on: day).objectionDays(for: "privacy") == 30)
    }

    @Test("Everything of site.yaml")
    func site() throws {
        var world = World("-- Content/privacy/2026-01-01.md --\n---\ntitle: T\n---")
        world.files["Content/site.yaml"] = """
            ---
            organization: {name: Acme, legal_name: Acme Ltd, address: "Street 1\\nTown"}
            contacts: {security: s@acme.example, privacy: p@acme.example, legal: l@acme.example}
            url: https://trust.acme.example/
            authority: "acme.example,2026-01"
            language: de-AT
            utc_offset: "-03:30"
            documents: [privacy]
            products: {studio: Studio, lab: "Lab 2"}
            since: 2026-01-01
            notice:
              - days: 14
              - from: 2027-01-01
                days: 30
                objection_days: 45
                objection_after_effect: They may leave
                documents: {privacy: {days: 0, objection_days: 0}}
            security_txt: {expires: 2027-06-30, policy: /security/, languages: [en, de]}
            checks: {broken-link: warning, vague-purpose: off, placeholder: error}
            record:
              keys:
                - {key: PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW, from: 2026-01-01, until: 2027-01-01}
                - {key: RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3, from: 2027-01-01}
                - {key: ssh-ed25519 AAAAC3Nz, from: 2027-01-01}
            """
        let reading = readLibrary(world.tree)
        #expect(reading.diagnostics.listing == "")
        let settings = try #require(reading.library?.settings)
        #expect(settings.url.value.description == "https://trust.acme.example")
        #expect(settings.namesToday.organization.address?.value == "Street 1\nTown")
        #expect(settings.utcOffset.minutes == -210)
        #expect(settings.products.map(\.name.value) == ["Studio", "Lab 2"])
        let early = settings.notice.inForce(on: try #require(CalendarDate("2026-12-31")))
        #expect(early.days.value == 14 && early.objectionDays.value == 14)
        let late = settings.notice.inForce(on: try #require(CalendarDate("2027-01-01")))
        #expect(late.days(for: "privacy") == 0 && late.days(for: "terms") == 30)
        #expect(late.objectionAfterEffect(for: "terms") == "They may leave")
        let checks: [CheckID: Severity?] = [.brokenLink: .warning, .vaguePurpose: nil, .placeholder: .error]
        #expect(settings.checks == checks)
        #expect(settings.recordKeys.map(\.tool) == [.note, .minisign, .ssh])
        #expect(settings.securityTxt?.languages.map(\.value) == ["en", "de"])
    }

    @Test("Documents keep the order of the list, files and pages are sorted")
    func order() throws {
        let library = try library(
            """
            -- Content/terms/2026-01-01.md --
            ---
            title: T
            ---
            -- Content/privacy/2026-06-01.md --
            ---
            title: T
            ---
            -- Content/privacy/2026-01-01-2.md --
            ---
            title: T
            ---
            -- Content/privacy/2026-01-01.md --
            ---
            title: T
            ---
            -- Content/index.md --
            -- Content/faq.md --
            -- Content/files/b.pdf --
            -- Content/files/a/c.pdf --
            -- Content/certifications/iso.yaml --
            name: ISO
            from: 2026-01-01
            link: /files/b.pdf
            -- Templates/page.mustache --
            x
            """)
        #expect(library.documents.map(\.id) == ["terms", "privacy"])
        #expect(library.documents[1].editions.map(\.id.description) == ["2026-01-01", "2026-01-01-2", "2026-06-01"])
        #expect(library.pages.map(\.id) == ["faq", "index"])
        #expect(library.files == ["/files/a/c.pdf", "/files/b.pdf"])
        #expect(library.certifications.map(\.announced.value.description) == ["2026-01-01"])
    }
}
