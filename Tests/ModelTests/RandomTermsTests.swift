import Model
import TestSupport
import Testing

/// Random blocks of terms: what weakens is what a reader finds who walks the days one by one.
@Suite struct RandomTermsTests {
    @Test(arguments: 1...400)
    func weakenings(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let terms = SimulatedTerms(random: &random)
        let text = terms.world
        let found = try history(text).notices.flatMap(\.terms)
        var expected: [String] = []
        for index in terms.notice.indices {
            let (lost, earliest) = terms.losses(ofNotice: index)
            if !lost.isEmpty { expected.append("notice \(terms.notice[index].from ?? 0) \(earliest): \(lost)") }
        }
        for index in terms.register.indices {
            let (lost, earliest) = terms.losses(ofRegister: index)
            if !lost.isEmpty { expected.append("register \(terms.register[index].from ?? 0) \(earliest): \(lost)") }
        }
        let told = found.map { change in
            let lost = Set(change.losses.flatMap(\.plain)).sorted()
            let earliest = change.earliest(announced: change.announcement.moment.day).day
            return "\(change.block.rawValue) \(number(change.from)) \(number(earliest)): \(lost)"
        }
        #expect(told.sorted() == expected.sorted(), "seed \(seed)\n\(text)")
    }

    private func number(_ day: CalendarDate) -> Int { day.ordinal - SimulatedTerms.start.ordinal }
}

extension TermsLoss {
    /// `days of terms`, and so on for each document.
    fileprivate var plain: [String] {
        documents.flatMap { document -> [String] in
            switch self {
            case .fewer(let period, _, _, _): ["\(period.rawValue) of \(document)"]
            case .objectionAfterEffect: ["words of \(document)"]
            case .workingDays: ["working days of \(document)"]
            case .holidays: ["holidays of \(document)"]
            case .fields(let fields, let kept, _): fields.map { "\(kept.rawValue) \($0.rawValue) of \(document)" }
            }
        }
    }
}

extension SimulatedTerms {
    init(random: inout SeededRandom) {
        func chance(_ part: Int) -> Bool { Int.random(in: 0..<part, using: &random) == 0 }
        func some(of items: [String]) -> Set<String> { Set(items.filter { _ in Bool.random(using: &random) }) }
        publicSince = ["terms": 0, "subs": 0, "late": Int.random(in: 5...60, using: &random)]
        notice = []
        register = []
        var days: [(announced: Int, from: Int)] = []
        for _ in 0..<Int.random(in: 1...5, using: &random) {
            let from = days.last.map { $0.from + Int.random(in: 0...25, using: &random) } ?? 10
            let earliest = days.last.map { $0.from == from ? $0.announced + 1 : 1 } ?? 1
            guard earliest <= from else { continue }
            days.append((Int.random(in: earliest...from, using: &random), from))
        }
        for block in [(announced: Int, from: Int)?.none] + days.map(Optional.some) {
            let general = Int.random(in: 0...20, using: &random)
            var own = Notice(
                announced: block?.announced, from: block?.from, days: ["*": general],
                objection: ["*": Int.random(in: 0...20, using: &random)],
                words: chance(2) ? nil : chance(2) ? "A" : "B",
                isWorking: Bool.random(using: &random), holidays: [])
            for document in ["terms", "subs", "late"] where chance(3) {
                own.days[document] = Int.random(in: 0...20, using: &random)
                own.objection[document] = Int.random(in: 0...20, using: &random)
            }
            own.holidays = Set((0..<4).map { _ in Int.random(in: 0...60, using: &random) })
            notice.append(own)
            // A field is told of, or kept from customers, and not both.
            let hidden = some(of: ["category"])
            let unrecorded = some(of: ["website", "address", "contact"])
            let told = Self.fields.filter { !hidden.contains($0) && !unrecorded.contains($0) }
            register.append(
                Register(
                    announced: block?.announced, from: block?.from, material: some(of: told),
                    required: some(of: told).subtracting(["website", "address", "contact", "category"]),
                    unrecorded: unrecorded, hidden: hidden))
        }
    }

    /// The same as sources.
    var world: String {
        func day(_ number: Int) -> String { "\(Self.start.adding(days: number))" }
        func dates(_ announced: Int?, _ from: Int?) -> String {
            guard let announced, let from else { return "" }
            return "announced: \(day(announced)), from: \(day(from)), "
        }
        let notices = notice.map { block in
            let own = block.days.keys.filter { $0 != "*" }.sorted().map {
                "\($0): {days: \(block.days[$0] ?? 0), objection_days: \(block.objection[$0] ?? 0)}"
            }
            return "  - {\(dates(block.announced, block.from))days: \(block.days["*"] ?? 0), objection_days: "
                + "\(block.objection["*"] ?? 0), documents: {\(own.joined(separator: ", "))}, "
                + (block.words.map { "objection_after_effect: \($0), " } ?? "")
                + "period_ends: \(block.isWorking ? "working_day" : "calendar_day"), "
                + "holidays: [\(block.holidays.sorted().map(day).joined(separator: ", "))]}"
        }
        func list(_ fields: Set<String>) -> String { "[\(fields.sorted().joined(separator: ", "))]" }
        let registers = register.map { block in
            "  - {\(dates(block.announced, block.from))material: \(list(block.material)), required: "
                + "\(list(block.required)), unrecorded: \(list(block.unrecorded)), private: \(list(block.hidden))}"
        }
        let site = World.site(documents: ["terms", "subs", "late"])
            .replacing("since: 2026-01-01", with: "since: \(day(-1))")
            .replacing("notice: {days: 30, objection_days: 30}", with: "notice:\n\(notices.joined(separator: "\n"))")
        func provider(_ register: String, _ announced: Int) -> String {
            """
            -- Content/\(register)/providers/acme.yaml --
            name: Acme
            entity: Acme Ltd
            purpose: Hosts the databases
            data: [content]
            announced: \(day(announced))
            note: x
            """
        }
        func edition(_ document: String, _ announced: Int) -> String {
            "-- Content/\(document)/\(day(announced)).md --\n---\ntitle: \(document)\nsummary: x\n---"
        }
        let late = publicSince["late"] ?? 0
        return """
            -- Content/site.yaml --
            \(site)register:
            \(registers.joined(separator: "\n"))
            \(edition("terms", 0))
            \(edition("subs", 0))
            \(provider("subs", 0))
            \(edition("late", late))
            \(provider("late", late))
            """
    }
}
