import Model
import TestSupport

/// Blocks of terms as plain numbers and words, and what a reader says of them who walks the days one by one and looks at
/// each promise by itself. Nothing of the model's own resolution is used.
struct SimulatedTerms {
    struct Notice {
        /// Days from the start of the simulation; nil for the first block.
        var announced: Int?
        var from: Int?
        /// `days` and `objection_days` for each document that is named, and `*` for all others.
        var days: [String: Int]
        var objection: [String: Int]
        /// What an objection after the day of effect does.
        var words: String?
        var isWorking: Bool
        var holidays: Set<Int>
    }

    struct Register {
        var announced: Int?
        var from: Int?
        var material: Set<String>
        var required: Set<String>
        var unrecorded: Set<String>
        var hidden: Set<String>
    }

    var notice: [Notice]
    var register: [Register]
    /// When the first of each document was announced; `late` is a register that comes one day.
    var publicSince: [String: Int]

    static let registers: Set<String> = ["subs", "late"]
    /// The first day is Monday, 5 January 2026; `since` is its eve.
    static let start = CalendarDate(year: 2026, month: 1, day: 5) ?? .distantPast
    static let fields = ["purpose", "data", "category", "website", "address", "contact"]

    // MARK: What is lost

    /// What a block of `notice` takes away, as `days of terms`, sorted; and the first day from which it may hold.
    func losses(ofNotice index: Int) -> (lost: [String], earliest: Int) {
        let block = notice[index]
        guard let announced = block.announced, let from = block.from else { return ([], 0) }
        let days = announced...max(announced, from)
        let before = days.map { day in inForce(on: day, at: announced, notice, but: index, \.announced, \.from) }
        var lost: Set<String> = []
        let named = block.days.keys.filter { $0 != "*" && (publicSince[$0] ?? .max) >= announced }
        let known = publicSince.filter { $0.value < announced }.keys
        for document in Set(known).union(named).union(["*"]) {
            let isRegister = document == "*" || named.contains(document) || Self.registers.contains(document)
            for old in before {
                let (was, now) = (
                    promised(\.days, to: document, by: old, at: announced),
                    block.days[document] ?? block.days["*"] ?? 0
                )
                if now < was { lost.insert("days of \(document)") }
                let (could, can) = (
                    promised(\.objection, to: document, by: old, at: announced),
                    block.objection[document] ?? block.objection["*"] ?? 0
                )
                if isRegister, can < could { lost.insert("objection_days of \(document)") }
                if isRegister, let words = block.words, words != old.words { lost.insert("words of \(document)") }
                guard old.isWorking, was > 0 || isRegister && could > 0 else { continue }
                if !block.isWorking {
                    lost.insert("working days of \(document)")
                } else if before.contains(where: { old in
                    old.isWorking && old.holidays.contains { $0 >= from && !block.holidays.contains($0) }
                }) {
                    lost.insert("holidays of \(document)")
                }
            }
        }
        return (lost.sorted(), earliest(lost, announced, before))
    }

    /// The same of a block of `register`.
    func losses(ofRegister index: Int) -> (lost: [String], earliest: Int) {
        let block = register[index]
        guard let announced = block.announced, let from = block.from else { return ([], 0) }
        let days = announced...max(announced, from)
        let before = days.map { day in inForce(on: day, at: announced, register, but: index, \.announced, \.from) }
        let listed = Self.registers.filter { (publicSince[$0] ?? .max) < announced }
        /// 2 for what is announced when it changes, 1 for what is shown as it is today, 0 for what is not shown.
        func sight(_ field: String, _ block: Register) -> Int {
            block.hidden.contains(field) ? 0 : block.unrecorded.contains(field) ? 1 : 2
        }
        var lost: Set<String> = []
        for (field, document) in Self.fields.flatMap({ field in listed.map { (field, $0) } }) {
            let now = sight(field, block)
            for old in before {
                if now < sight(field, old) {
                    lost.insert("\(now == 0 ? "private" : "unrecorded") \(field) of \(document)")
                }
                if now == 2, old.material.contains(field), !block.material.contains(field) {
                    lost.insert("material \(field) of \(document)")
                }
                if old.required.contains(field), !block.required.contains(field) {
                    lost.insert("required \(field) of \(document)")
                }
            }
        }
        let periods = days.map { day in inForce(on: day, at: announced, notice, but: nil, \.announced, \.from) }
        return (lost.sorted(), earliest(lost, announced, periods))
    }

    /// The block whose day came last by a day, of those announced by a moment; of one day's the one announced last.
    private func inForce<Block>(
        on day: Int, at moment: Int, _ blocks: [Block], but left: Int?, _ announced: KeyPath<Block, Int?>,
        _ from: KeyPath<Block, Int?>
    ) -> Block {
        var found = blocks[0]
        for (index, block) in blocks.enumerated() where index != left {
            guard let since = block[keyPath: from], let told = block[keyPath: announced], since <= day, told <= moment
            else { continue }
            let best = (found[keyPath: from] ?? .min, found[keyPath: announced] ?? .min)
            if best <= (since, told) { found = block }
        }
        return found
    }

    /// The days that a block promises to a document at a moment. To one that lists somebody by then, and did not when the
    /// block was announced, at least those that it promises to all.
    private func promised(
        _ days: KeyPath<Notice, [String: Int]>, to document: String, by block: Notice, at moment: Int
    ) -> Int {
        let all = block[keyPath: days]["*"] ?? 0
        let own = block[keyPath: days][document] ?? all
        guard Self.registers.contains(document), let first = publicSince[document], first < moment,
            first >= block.announced ?? .min
        else { return own }
        return max(own, all)
    }

    /// Walked day by day: after the longest period that a block gives to a document which loses something.
    private func earliest(_ lost: Set<String>, _ announced: Int, _ blocks: [Notice]) -> Int {
        let documents = Set(lost.compactMap { $0.split(separator: " ").last.map(String.init) })
        var latest = announced
        for document in documents {
            for block in blocks {
                let count = promised(\.days, to: document, by: block, at: announced)
                guard count > 0 else { continue }
                var end = announced + count
                while block.isWorking, [5, 6].contains(end % 7) || block.holidays.contains(end) { end += 1 }
                latest = max(latest, end + 1)
            }
        }
        return latest
    }
}
