import Diagnostics
import Model
import Source
import TestSupport
import Testing

/// When a change adds something, and when it needs notice: each case of the rule, and what is near it.
@Suite("A use that becomes wider")
struct WiderUseTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var before: String
        var change: String
        /// `adds`: something is added, so that it needs notice too; `weighs`: it needs notice unless it is editorial;
        /// `loses`: it needs none.
        var effect: Effect

        enum Effect: String, Sendable { case adds, weighs, loses }

        var testDescription: String { "\(before) → \(change)" }

        init(_ before: String, _ change: String, _ effect: Effect) {
            (self.before, self.change, self.effect) = (before, change, effect)
        }
    }

    /// Every field that a list of material ones may hold.
    private static let material = """
        name, entity, role, purpose, data, subjects, locations, storage, access, transfer, products, condition, enabled, \
        via, retention, ai
        """

    private func change(_ row: Case, material: String = material) throws -> Change {
        func lines(_ text: String, _ indent: String) -> String {
            text.split(separator: "; ").map { indent + $0 + "\n" }.joined()
        }
        var world = World("")
        world.files["Content/site.yaml"] = World.site(
            documents: ["subprocessors"],
            "products: {studio: Studio, cloud: Cloud}\nregister: {required: [name], material: [\(material)]}")
        world.files["Content/subprocessors/2026-01-01.md"] = "---\ntitle: Subprocessors\n---\n\nThe list.\n"
        world.files["Content/subprocessors/providers/other.yaml"] = "name: Other\nannounced: 2026-01-01\n"
        world.files["Content/subprocessors/providers/acme.yaml"] = """
            name: Acme
            announced: 2026-01-01
            \(lines(row.before, ""))changes:
              - announced: 2026-06-01
                effective: 2026-08-01
                note: New.
            \(lines(row.change, "    "))
            """
        let reading = readLibrary(world.tree)
        #expect(reading.diagnostics.listing == "")
        let history = History(resolving: try #require(reading.library))
        return try #require(history.document("subprocessors")?.register?.provider("acme")?.changes.last)
    }

    private func expect(_ row: Case) throws {
        let change = try change(row)
        #expect(change.addsSomething == (row.effect == .adds))
        #expect(change.needsNotice == (row.effect != .loses))
    }

    @Test(
        arguments: [
            Case("entity: A Inc", "entity: B Inc", .adds), Case("", "entity: A Inc", .adds),
            Case("entity: A Inc", "entity: ~", .adds), Case("entity: A Inc", "entity: a  INC", .weighs),
            Case("entity: A Inc", "name: Acme Mind", .weighs), Case("", "name: Acme Mind", .adds),
            Case("entity: A Inc", "name: Acme Mind; entity: ~", .adds), Case("", "name: ACME", .weighs),
            Case("purpose: Hosts pages", "purpose: Reads pages", .adds),
            Case("purpose: Hosts pages", "purpose: ~", .adds),
            Case("purpose: Hosts pages", "purpose: Hosts Pages", .weighs),
            Case("", "via: other", .adds), Case("via: other", "via: ~", .adds),
            Case("retention: 30 days", "retention: 90 days", .adds), Case("retention: 30 days", "retention: ~", .adds),
            Case("duration: One year", "duration: Two years", .adds), Case("duration: One year", "duration: ~", .adds),
            Case("duration: One year", "duration: one  YEAR", .weighs), Case("", "duration: One year", .loses),
            Case("condition: On request", "condition: Always", .adds),
            Case("condition: On request", "condition: ~", .adds),
            Case("condition: On request", "condition: on request", .weighs),
            Case("", "role: recipient", .adds), Case("role: recipient", "role: subprocessor", .adds),
            Case("role: recipient", "role: ~", .adds), Case("", "role: subprocessor", .loses),
            Case("category: Mail", "category: Hosting", .loses),
        ])
    func whoAndWhy(_ row: Case) throws { try expect(row) }

    @Test(
        arguments: [
            Case("data: [code]", "data: [code, logs]", .adds), Case("", "data: [code]", .adds),
            Case("data: [code]", "data: [logs]", .adds), Case("data: [code, logs]", "data: [code]", .loses),
            Case("data: [code, logs]", "data: [Logs,  code]", .loses), Case("data: [code]", "data: ~", .adds),
            Case("data: [code]", "data: []", .adds), Case("data: [code, logs]", "data: []", .adds),
            Case("subjects: [users]", "subjects: [users, children]", .adds),
            Case("subjects: [users, staff]", "subjects: [users]", .loses),
            Case("subjects: [users]", "subjects: ~", .adds),
            Case("products: [studio]", "products: [studio, cloud]", .adds),
            Case("products: [studio, cloud]", "products: [cloud]", .loses),
            Case("products: [studio]", "products: ~", .adds), Case("", "products: [studio]", .loses),
        ])
    func whatAndWhose(_ row: Case) throws { try expect(row) }

    @Test(
        arguments: ["locations", "storage", "access"].flatMap { key in
            [
                Case("[DE]", "[DE, US]", .adds), Case("[EU]", "[EU, IE]", .loses), Case("[EU]", "[IE]", .loses),
                Case("[DE]", "[EU]", .adds), Case("[GLOBAL]", "[US]", .loses), Case("[US]", "[GLOBAL]", .adds),
                Case("[DE, US]", "[DE]", .loses), Case("[DE]", "~", .adds), Case("[DE]", "[]", .adds),
                Case("[DE, US]", "[{rule: Nearest, of: [DE, US]}]", .loses),
                Case("[DE]", "[{rule: Nearest, of: [DE, US]}]", .adds), Case("[DE]", "[{rule: Nearest}]", .adds),
                Case("[{rule: Nearest, of: [DE, US]}]", "[{rule: Nearest}]", .adds),
                Case("[{rule: Nearest, of: [DE, US]}]", "[{rule: Nearest, of: [US, DE]}]", .loses),
                Case("[{rule: Nearest, of: [DE, US]}]", "[{rule: nearest, of: [DE, US]}]", .loses),
                Case("[{rule: Nearest, of: [DE, US]}]", "[{rule: Nearest, of: [DE]}]", .adds),
                Case("[{rule: Nearest}]", "[{rule: Nearest, of: [DE]}]", .adds),
                Case("[{rule: Nearest, of: [DE, US]}]", "[{rule: We choose, of: [DE, US]}]", .adds),
                Case("[{rule: Nearest, of: [DE, US]}]", "[US]", .adds),
                Case("[{rule: Nearest, of: [DE, US]}]", "[DE, US]", .adds),
                Case("[{rule: Nearest, of: [DE, US]}]", "[US, {rule: Nearest, of: [DE, US]}]", .adds),
                Case("[FR, {rule: Nearest, of: [DE, US]}]", "[FR]", .adds),
                Case("[FR, {rule: Nearest, of: [DE, US]}]", "[{rule: Nearest, of: [DE, US]}]", .loses),
                Case("[{rule: Nearest, of: [DE, US]}]", "~", .adds),
            ].map { Case("\(key): \($0.before)", "\(key): \($0.change)", $0.effect) }
                + [Case("", "\(key): [DE]", .adds)]
        })
    func places(_ row: Case) throws { try expect(row) }

    @Test(
        arguments: [
            Case("", "transfer: [DPF]", .adds), Case("transfer: [DPF]", "transfer: ~", .adds),
            Case("transfer: [DPF]", "transfer: [SCC-3]", .adds),
            Case("transfer: [DPF]", "transfer: [DPF, SCC-3]", .adds),
            Case("locations: [US]; transfer: [DPF, SCC-3]", "transfer: [SCC-3]", .loses),
            Case("locations: [US, GB, DE]; transfer: [DPF, SCC-3]", "transfer: [DPF]", .loses),
            Case("locations: [US]; storage: [IN]; transfer: [DPF, SCC-3]", "transfer: [DPF]", .adds),
            Case("locations: [US, {rule: Nearest}]; transfer: [DPF, SCC-3]", "transfer: [DPF]", .adds),
            Case("transfer: [DPF, SCC-3]", "transfer: [DPF]", .adds),
            Case("transfer: [DPF, BCR]", "transfer: [BCR]", .loses),
            Case("locations: [US]; transfer: {EU: [SCC-3], UK: [UK-Addendum]}", "transfer: {UK: ~}", .adds),
            Case("locations: [US]; transfer: {EU: [SCC-3, DPF]}", "transfer: {EU: [SCC-3]}", .loses),
            Case("transfer: {UK: [UK-IDTA, DPF]}", "transfer: {UK: [UK-IDTA]}", .loses),
            Case("transfer: {UK: [SCC-3, UK-IDTA]}", "transfer: {UK: [SCC-3]}", .adds),
        ])
    func mechanisms(_ row: Case) throws { try expect(row) }

    @Test(
        arguments: [
            Case("enabled: opt-in", "enabled: opt-out", .adds), Case("enabled: opt-in", "enabled: default", .adds),
            Case("enabled: opt-out", "enabled: default", .adds), Case("enabled: opt-in", "enabled: ~", .adds),
            Case("enabled: opt-out", "enabled: ~", .adds), Case("enabled: default", "enabled: opt-in", .weighs),
            Case("", "enabled: opt-out", .weighs), Case("", "enabled: default", .loses),
            Case("enabled: opt-out", "enabled: opt-in", .weighs),
            Case("ai: {training: never}", "ai: {training: always}", .adds), Case("", "ai: {training: never}", .adds),
            Case("ai: {training: never}", "ai: ~", .adds),
            Case("ai: {training: never}", "ai: {training: Never}", .weighs),
            Case("ai: {training: never}", "ai: {retention: 30 days}", .adds),
            Case("ai: {training: never, human_review: false}", "ai: {human_review: true}", .adds),
            Case("ai: {training: never, models: [a1]}", "ai: {models: [a2]}", .weighs),
            Case("ai: {training: never}", "ai: {models: [a2]}", .weighs),
            Case("ai: {training: never, models: [a1]}", "ai: {models: ~}", .weighs),
        ])
    func howItIsUsed(_ row: Case) throws { try expect(row) }

    @Test(
        arguments: [
            Case("data: [code]", "data: [code, logs]", .adds), Case("purpose: A", "purpose: B", .adds),
            Case("subjects: [users]", "subjects: [users, staff]", .adds),
            Case("locations: [DE]", "locations: [US]", .adds),
            Case("storage: [DE]", "storage: [DE, US]", .adds), Case("access: [DE]", "access: [DE, US]", .adds),
            Case("data: [code, logs]", "data: [code]", .loses), Case("category: A", "category: B", .loses),
        ])
    func ofARecipient(_ row: Case) throws {
        try expect(Case("role: recipient; \(row.before)", row.change, row.effect))
    }

    /// What else changes of a recipient is added to it too, but needs no notice.
    @Test(arguments: [
        "entity: B Inc", "retention: 90 days", "products: ~", "ai: {training: always}", "enabled: default",
    ])
    func ofARecipientWithoutNotice(_ line: String) throws {
        let before = "role: recipient; entity: A Inc; products: [studio]; enabled: opt-in"
        let change = try change(Case(before, line, .adds))
        #expect(change.addsSomething && !change.needsNotice)
    }

    /// A field that is not material weighs nothing; but bounds are bounds, and `material: false` may not hide them.
    @Test(
        arguments: [
            (Case("data: [code]", "data: [code, logs]", .loses), false),
            (Case("data: [code]", "data: ~", .loses), true),
            (Case("condition: A", "condition: ~", .loses), true),
            (Case("locations: [{rule: A, of: [DE]}]", "locations: [{rule: A}]", .loses), true),
            (Case("", "role: recipient", .adds), true),
        ])
    func notMaterial(_ row: Case, adds: Bool) throws {
        let change = try change(row, material: "name")
        #expect(change.addsSomething == adds)
        #expect(change.needsNotice == (row.effect == .adds))
    }

    @Test(
        arguments: [
            ("retention", "Thirty dyas", "Thirty days", false),
            ("purpose", "Hosts teh pages", "Hosts the pages", false),
            ("purpose", "Hosts the servres", "Hosts the servers", true),
            ("purpose", "Stores adresses", "Stores addresses", true),
            ("purpose", "Hosts serrvers", "hosts  servers", true), ("entity", "Acme Limtied", "Acme Limited", true),
            ("purpose", "Hosts pages", "Hosts pagse", false),
            ("purpose", "Hosts serevrs, pagges", "Hosts servers, pages", false),
            ("purpose", "Hosts casual pages", "Hosts causal pages now", false),
            ("condition", "On reqeust", "On request", false),
            ("retention", "12345 days", "12435 days", false),
        ])
    func spelling(_ field: String, _ old: String, _ new: String, isCorrection: Bool) throws {
        let change = try change(Case("\(field): \(old)", "\(field): \(new); material: false", .adds))
        #expect(change.addsSomething != isCorrection)
    }

    @Test(
        arguments: [
            ("subjects", "[custmoers, staff]", "[customers, staff]", true), ("data", "[mesasges]", "[messages]", false),
            ("ai", "{training: nevver}", "{training: never}", false),
            ("locations", "[{rule: Nearset, of: [DE]}]", "[{rule: Nearest, of: [DE]}]", false),
        ])
    func spellingOfLists(_ field: String, _ old: String, _ new: String, isCorrection: Bool) throws {
        let change = try change(Case("\(field): \(old)", "\(field): \(new); material: false", .adds))
        #expect(change.addsSomething != isCorrection)
    }
}
