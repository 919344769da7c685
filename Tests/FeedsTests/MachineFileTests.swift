import Diagnostics
import Feeds
import Formats
import Markdown
import Model
import Notices
import Site
import Source
import Testing
import TestSupport

/// What a small site's files for machines say at an as-of.
private func built(
    _ world: String, asOf: String, pages: [String] = [], sourceLocation: SourceLocation = #_sourceLocation
) throws -> [String: String] {
    let reading = readLibrary(World(world).tree)
    #expect(reading.diagnostics.listing == "", sourceLocation: sourceLocation)
    let asOf = AsOf(try moment(asOf))
    let known = PublicHistory(of: try #require(reading.library), asOf: asOf)
    let files = machineFiles(known, redlines: noTexts(known.history), pages: pages)
    #expect(files.map(\.path) == files.map(\.path).sorted(), sourceLocation: sourceLocation)
    return Dictionary(
        files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }, uniquingKeysWith: { $1 })
}

private let site = """
    -- Content/site.yaml --
    organization: {name: Acme}
    contacts: {security: security@acme.example, privacy: privacy@acme.example, legal: legal@acme.example}
    url: https://trust.acme.example
    authority: acme.example,2026
    language: en
    utc_offset: "-03:30"
    documents: [subprocessors]
    since: 2026-01-01
    notice: {days: 30, objection_days: 20}
    register: {private: [cost_center]}
    security_txt: {expires: 2027-06-30, policy: /security/, languages: [en, fr]}
    -- Content/subprocessors/2026-01-01.md --
    ---
    title: Subprocessors
    announced: 2026-01-01
    ---

    The list.
    -- Content/subprocessors/providers/brill.yaml --
    name: Brill
    entity: Brill SA
    purpose: =1+1, and more
    data: [logs]
    locations: [FR, {rule: The closest, of: [DE, US]}]
    transfer: {EU: [DPF], UK: [UK-Addendum]}
    contact: dpo@brill.example
    cost_center: secret-4711
    announced: 2026-01-01
    changes:
      - announced: 2026-02-01T10:00
        effective: 2026-03-10
        data: [logs, names]
        contact: privacy@brill.example
        note: For *names*.
      - announced: 2026-05-01
        effective: 2026-05-01
        true_since: 2026-02-15
        urgent: It was so already.
        locations: [FR, JP]
        note: The list was wrong.
    -- Content/subprocessors/providers/audit.yaml --
    name: Audit
    entity: Audit Ltd
    role: recipient
    purpose: Audits
    data: [books]
    announced: 2026-02-01T10:00
    effective: 2026-02-20
    note: Once a year.
    """

@Suite("Files for machines")
struct MachineFileTests {
    @Test("The list with what is upcoming")
    func list() throws {
        let files = try built(site, asOf: "2026-02-02")
        #expect(
            files["subprocessors.json"] == """
                {
                  "as_of": "2026-02-01",
                  "subprocessors": [
                    {
                      "id": "brill",
                      "name": "Brill",
                      "entity": "Brill SA",
                      "purpose": "=1+1, and more",
                      "data": [
                        "logs"
                      ],
                      "locations": [
                        "FR",
                        {
                          "rule": "The closest",
                          "of": [
                            "DE",
                            "US"
                          ]
                        }
                      ],
                      "transfer": {
                        "EU": [
                          "DPF"
                        ],
                        "UK": [
                          "UK-Addendum"
                        ]
                      },
                      "contact": "dpo@brill.example",
                      "since": "2026-01-01",
                      "status": "in_force"
                    }
                  ],
                  "recipients": [
                    {
                      "id": "audit",
                      "name": "Audit",
                      "entity": "Audit Ltd",
                      "role": "recipient",
                      "purpose": "Audits",
                      "data": [
                        "books"
                      ],
                      "since": "2026-02-20",
                      "status": "upcoming"
                    }
                  ],
                  "upcoming": [
                    {
                      "provider": "audit",
                      "kinds": [
                        "added"
                      ],
                      "announced": "2026-02-01T10:00",
                      "effective": "2026-02-20",
                      "objection_deadline": "2026-02-21",
                      "before": {
                        "listed": false
                      },
                      "after": {
                        "listed": true,
                        "name": "Audit",
                        "entity": "Audit Ltd",
                        "role": "recipient",
                        "purpose": "Audits",
                        "data": [
                          "books"
                        ]
                      }
                    },
                    {
                      "provider": "brill",
                      "kinds": [
                        "data_added"
                      ],
                      "announced": "2026-02-01T10:00",
                      "effective": "2026-03-10",
                      "objection_deadline": "2026-02-21",
                      "before": {
                        "listed": true,
                        "data": [
                          "logs"
                        ]
                      },
                      "after": {
                        "listed": true,
                        "data": [
                          "logs",
                          "names"
                        ]
                      }
                    }
                  ]
                }

                """)
        let lines = try #require(files["subprocessors.csv"]).split(separator: "\r\n")
        #expect(lines.map { $0.prefix(62) }.count == 3)
        #expect(lines[0].hasPrefix("id,status,since,name,entity,kind,role,category,purpose,data,subjects,locations,"))
        #expect(lines[1].hasPrefix("audit,upcoming,2026-02-20,Audit,Audit Ltd,,recipient,,Audits,books,,,"))
        #expect(
            lines[2].hasPrefix(
                "brill,in_force,2026-01-01,Brill,Brill SA,,subprocessor,,\"'=1+1, and more\",logs,,\"FR; The closest (DE, US)\",,,,EU: DPF; UK: UK-Addendum,"
            ))
        #expect(!files.values.contains { $0.contains("4711") || $0.contains("cost_center") })
    }

    @Test(
        "The last day on which the list or what is upcoming changed",
        arguments: [
            ("2026-01-31", "2026-01-01"), ("2026-02-01T09:59", "2026-01-01"), ("2026-02-01T10:00", "2026-02-01"),
            ("2026-02-19", "2026-02-01"), ("2026-02-20", "2026-02-20"), ("2026-03-09", "2026-02-20"),
            ("2026-04-30", "2026-03-10"), ("2027-01-01", "2026-05-01"),
        ])
    func asOf(asOf: String, last: String) throws {
        #expect(try built(site, asOf: asOf)["subprocessors.json"]?.contains("\"as_of\": \"\(last)\"") == true)
    }

    @Test("A past list stays as it was, and points to its correction")
    func dated() throws {
        let files = try built(site, asOf: "2026-06-01")
        #expect(
            files.keys.filter { $0.hasPrefix("subprocessors/on/") && $0.hasSuffix("json") }.sorted() == [
                "subprocessors/on/2026-01-01.json", "subprocessors/on/2026-02-20.json",
                "subprocessors/on/2026-03-10.json", "subprocessors/on/2026-05-01.json",
            ])
        #expect(files["subprocessors/on/2026-01-01.json"]?.contains("contact") == false)
        // The first stood when the list came to be wrong.
        for day in ["2026-01-01", "2026-02-20", "2026-03-10"] {
            #expect(
                files["subprocessors/on/\(day).json"]?.hasSuffix(
                    """
                      "corrections": [
                        {
                          "provider": "brill",
                          "change": "2026-05-01",
                          "announced": "2026-05-01",
                          "true_since": "2026-02-15"
                        }
                      ],
                      "recorded": []
                    }

                    """) == true, "\(day)")
        }
        #expect(files["subprocessors/on/2026-05-01.json"]?.contains("\"corrections\": []") == true)
        let later = site.replacing("true_since: 2026-02-15", with: "true_since: 2026-02-20")
        let first = try built(later, asOf: "2026-06-01")["subprocessors/on/2026-01-01.json"]
        #expect(first?.contains("\"corrections\": []") == true)
        #expect(
            files["subprocessors/on/2026-03-10.csv"]?.hasPrefix(
                "id,since,recorded,name,entity,kind,role,category,purpose,data,subjects,locations,storage,access,")
                == true)
        #expect(files["subprocessors/on/2026-03-10.csv"]?.contains("contact") == false)
    }

    @Test("A change is published as canonical JSON of what was written")
    func change() throws {
        let files = try built(site, asOf: "2026-02-02")
        #expect(
            files["subprocessors/brill/2026-02-01.json"]
                == #"{"announced":"2026-02-01T10:00","data":["logs","names"],"effective":"2026-03-10","note":"For *names*."}"#
        )
        #expect(files["subprocessors/brill/2026-05-01.json"] == nil)
    }

    @Test("A notice tells its sentences and what was written")
    func notice() throws {
        let files = try built(site, asOf: "2026-06-01")
        let notice = try #require(files["notices/subprocessors-2026-05-01.json"])
        #expect(
            notice == """
                {
                  "id": "subprocessors-2026-05-01",
                  "tag": "tag:acme.example,2026:notice/subprocessors-2026-05-01",
                  "url": "https://trust.acme.example/notices/subprocessors-2026-05-01/",
                  "document": "subprocessors",
                  "announced": "2026-05-01",
                  "starting_state": false,
                  "objection_deadline": "2026-05-21",
                  "objection_after_effect": null,
                  "sentences": [
                    "Correction: the list should have said since 15 February 2026 that Brill also processes data in Japan, and no longer processes data under the rule “The closest” (Germany or the United States)."
                  ],
                  "editions": [],
                  "changes": [
                    {
                      "provider": "brill",
                      "change": "2026-05-01",
                      "name": "Brill",
                      "kinds": [
                        "location_added",
                        "location_removed",
                        "corrected"
                      ],
                      "url": "https://trust.acme.example/subprocessors/brill/2026-05-01.json",
                      "note": "The list was wrong.",
                      "true_since": "2026-02-15",
                      "before": {
                        "listed": true,
                        "locations": [
                          "FR",
                          {
                            "rule": "The closest",
                            "of": [
                              "DE",
                              "US"
                            ]
                          }
                        ]
                      },
                      "after": {
                        "listed": true,
                        "locations": [
                          "FR",
                          "JP"
                        ]
                      },
                      "announced": "2026-05-01",
                      "recorded": null,
                      "late": false,
                      "effective": "2026-05-01",
                      "material": true,
                      "urgent": "It was so already.",
                      "applies": [],
                      "postponed": [],
                      "withdrawn": null,
                      "erased": []
                    }
                  ],
                  "terms": [],
                  "names": null
                }

                """)
    }

    @Test("Texts, security.txt, robots.txt and the sitemap")
    func others() throws {
        let world = """
            -- Content/privacy/2026-01-01.md --
            ---
            title: Privacy
            ---
            Old.
            -- Content/privacy/2026-03-01.md --
            ---
            title: Privacy
            announced: 2026-01-15
            summary: New.
            ---
            New.
            """
        let files = try built(
            world, asOf: "2026-04-01",
            pages: [
                "index.html", "404.html", "privacy/index.html", "privacy/2026-01-01/index.html",
                "privacy/2026-01-01/since/index.html", "privacy/2026-03-01/index.html",
            ])
        #expect(files["privacy/2026-01-01.md"] == "---\ntitle: Privacy\n---\nOld.\n")
        #expect(files["robots.txt"] == "User-agent: *\nAllow: /\n\nSitemap: https://trust.acme.example/sitemap.xml\n")
        #expect(files[".well-known/security.txt"] == nil)
        #expect(
            files["sitemap.xml"] == """
                <?xml version="1.0" encoding="UTF-8"?>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                  <url>
                    <loc>https://trust.acme.example/</loc>
                  </url>
                  <url>
                    <loc>https://trust.acme.example/privacy/</loc>
                  </url>
                  <url>
                    <loc>https://trust.acme.example/privacy/2026-03-01/</loc>
                  </url>
                </urlset>

                """)
        #expect(
            try built(site, asOf: "2026-02-02")[".well-known/security.txt"] == """
                Contact: mailto:security@acme.example
                Expires: 2027-06-30T23:59:59-03:30
                Preferred-Languages: en, fr
                Canonical: https://trust.acme.example/.well-known/security.txt
                Policy: https://trust.acme.example/security/

                """)
    }

    @Test("Of an erased text the front matter stays, elsewhere")
    func erased() throws {
        let hash = String(repeating: "a", count: 64)
        let files = try built(
            """
            -- Content/privacy/2026-01-01.md --
            ---
            title: Privacy
            material: false
            applies: [{to: (erased), from: 2026-02-01}]
            salt: (erased)
            erased: {announced: 2026-05-02, reason: A court., sha256: \(hash)}
            ---
            """, asOf: "2026-04-01")
        #expect(files["privacy/2026-01-01.md"] == nil)
        #expect(
            files["privacy/2026-01-01.json"]
                == #"{"applies":[{"from":"2026-02-01","to":"(erased)"}],"material":false,"salt":"(erased)","title":"Privacy"}"#
        )
    }

    @Test("Only files that a text names are published; the record holds those that stay as they are")
    func linked() throws {
        let reading = readLibrary(
            World(
                """
                -- Content/index.md --
                # Acme
                [Map](/files/map.png) and [note](https://a.example/files/no.pdf)
                -- Content/privacy/2026-01-01.md --
                ---
                title: Privacy
                ---
                [DPA](/files/dpa.pdf) ![Plan](../files/plan-b.png), or /files/form.pdf...
                -- Content/privacy/2026-03-01.md --
                ---
                title: Privacy
                announced: 2026-02-01
                summary: See [why](/files/why.pdf).
                ---
                Later [on](/files/later.pdf).
                -- Content/certifications/soc.yaml --
                name: SOC
                from: 2026-01-01
                link: /files/soc.pdf
                """
            ).tree)
        let library = try #require(reading.library)
        func paths(_ asOf: String) throws -> SiteFileNames {
            let known = History(resolving: library.announced(by: AsOf(try moment(asOf))))
            let sources =
                library.documents.flatMap(\.editions).map { ($0.source.path, $0.body) }
                + library.pages.map { ($0.source.path, $0.body) }
            let texts = Dictionary(
                sources.map { ($0.0, MarkdownText.parse($0.1).0) }, uniquingKeysWith: { $1 })
            return SiteFileNames(known, texts: texts)
        }
        let first = ["/files/dpa.pdf", "/files/form.pdf", "/files/plan-b.png"]
        #expect(try paths("2026-01-31").recorded == first)
        #expect(try paths("2026-02-01").recorded == (first + ["/files/later.pdf", "/files/why.pdf"]).sorted())
        #expect(try paths("2026-02-01").free == ["/files/map.png", "/files/soc.pdf"])
    }
}
