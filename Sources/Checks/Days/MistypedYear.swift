import Diagnostics
import Model

/// The year that was probably meant where one of the two days of an item is of another: `2025` for `2026`, `2062`.
struct MistypedYear {
    /// The day as it would be with that year.
    var day: CalendarDate
    /// Whether it is the day of announcement; else that of effect.
    var isAnnounced: Bool

    /// Nil where an item takes effect within a year after it is announced, and where no other year would mend it.
    ///
    /// Of several the one by which it is announced nearest to today: that is when people write.
    init?(_ announcement: Announcement, today: CalendarDate) {
        let (announced, effective) = (announcement.announced.value.day, announcement.effective.value)
        guard !Self.isSound(announced, effective) else { return nil }
        // A day that is early by less than half a year is mistyped otherwise.
        if effective < announced, announced.ordinal - effective.ordinal < 180 { return nil }
        var found: [(year: MistypedYear, announced: CalendarDate)] = []
        if announcement.namesAnnounced {
            found += Self.others(than: announced, today: today).filter { Self.isSound($0, effective) }
                .map { (MistypedYear($0, isAnnounced: true), $0) }
        }
        found += Self.others(than: effective, today: today).filter { Self.isSound(announced, $0) }
            .map { (MistypedYear($0, isAnnounced: false), announced) }
        guard let best = found.min(by: { $0.announced.distance(from: today) < $1.announced.distance(from: today) })
        else { return nil }
        self = best.year
    }

    private init(_ day: CalendarDate, isAnnounced: Bool) {
        self.day = day
        self.isAnnounced = isAnnounced
    }

    private static func isSound(_ announced: CalendarDate, _ effective: CalendarDate) -> Bool {
        (0...366).contains(effective.ordinal - announced.ordinal)
    }

    /// The same day of those years that are mistyped so: one digit is another, or two neighbours have changed places.
    /// What is ten years away from today may be any slip.
    static func others(than day: CalendarDate, today: CalendarDate) -> [CalendarDate] {
        let years = [today.year, today.year + 1, today.year - 1, today.year + 2, day.year - 1, day.year + 1]
        let isFar = abs(day.year - today.year) > 10
        var seen: Set<Int> = [day.year]
        return years.filter { seen.insert($0).inserted && (isFar || isSlip($0, for: day.year)) }
            .compactMap { CalendarDate(year: $0, month: day.month, day: day.day) }
    }

    private static func isSlip(_ one: Int, for other: Int) -> Bool {
        let (digits, others) = (Array(String(one)), Array(String(other)))
        guard digits.count == others.count else { return false }
        let differing = digits.indices.filter { digits[$0] != others[$0] }
        if differing.count == 2, differing[1] == differing[0] + 1 {
            return digits[differing[0]] == others[differing[1]] && digits[differing[1]] == others[differing[0]]
        }
        return differing.count == 1
    }
}

extension CalendarDate {
    fileprivate func distance(from other: CalendarDate) -> Int { abs(ordinal - other.ordinal) }
}

extension AnnouncedItem {
    /// The day that was probably meant, as words for a help: `write announced: 2026-11-23 if the year is mistyped`.
    func mistypedYear(today: CalendarDate) -> String? {
        MistypedYear(announcement, today: today).map { year in
            let day = year.day
            let mend =
                if year.isAnnounced {
                    "write announced: \(day)"
                } else if kind == .edition {
                    "rename the file to \(day).md"
                } else {
                    "write effective: \(day)"
                }
            let isOfName = !year.isAnnounced && kind == .edition
            return "\(mend) if the year \(isOfName ? "in its name " : "")is mistyped"
        }
    }
}

extension Check {
    /// `distant-date`: an edition or a change that is announced more than a year before it takes effect. Most often the
    /// year of one of the two days is mistyped, and customers would be told for ever of a day that nobody meant.
    package static let distantDate = Check { context in
        let rows = context.library.documents.flatMap { $0.providers ?? [] }
        let astray = Set(rows.filter(\.hasDaysAstray).map(\.source.path))
        return context.announcedItems.compactMap { item in
            let announcement = item.announcement
            // Of days that are astray otherwise that is said, with the year that was meant.
            guard !astray.contains(announcement.announced.span.file.path) else { return nil }
            let (announced, effective) = (announcement.announced.value.day, announcement.effective.value)
            guard effective > announced, let mend = item.mistypedYear(today: context.asOf.day) else { return nil }
            let span =
                item.kind == .edition || !announcement.namesEffective
                ? announcement.announced.span : announcement.effective.span
            return Finding(
                Diagnostic(
                    .distantDate, at: span,
                    "\(item.this) is announced on \(announced) and takes effect "
                        + "more than a year later, on \(effective)",
                    help: "\(mend); else leave it as it is"))
        }
    }
}
