import Checks
import Diagnostics
import Model

/// Gives each text, in their order, the day from which it applied.
struct EditionDays {
    let source: EditionImport.DateSource
    private var taken: Set<EditionID> = []
    private var last: CalendarDate?

    struct Found {
        var id: EditionID
        /// Where it was announced before it applied.
        var announced: CalendarDate?
    }

    init(source: EditionImport.DateSource) { self.source = source }

    /// - Returns: nil where no day is known, which is reported.
    mutating func next(for text: EditionImport.Text, _ foreign: ForeignEdition) -> (Found?, [Diagnostic]) {
        var remarks: [Diagnostic] = []
        var (day, announced) = (text.day, foreign.value("announced").flatMap { CalendarDate($0) })
        if day == nil {
            let (named, problems) = dayOfFile(text.path)
            day = named
            if source == .commit || named != nil { remarks += problems }
        }
        if source == .text {
            if let stated = foreign.statedDay {
                // A commit that says a later day was the announcement.
                if let known = day, known < stated { announced = announced ?? known }
                day = stated
            } else {
                let remark = Diagnostic(
                    .invalidDate, file: text.path,
                    "this text does not say from when it applies"
                        + (day.map { "; \($0) was taken, the day of the commit or file" } ?? ""),
                    help: day == nil ? "name the file after its day, as 2024-04-12.md" : "check the day")
                remarks.append(day == nil ? remark : remark.asWarning())
            }
        }
        guard var day else { return (nil, remarks) }
        if let last, day < last {
            remarks.warn(
                .outOfOrder, file: text.path,
                "\(day) is before \(last), the day of the text before it, whose day was taken",
                help: "rename the edition where another day is right")
            day = last
        }
        last = day
        var number = 1
        while taken.contains(EditionID(day: day, number: number)) { number += 1 }
        let id = EditionID(day: day, number: number)
        taken.insert(id)
        if number > 1 {
            remarks.warn(
                .outputCollision, file: text.path,
                "another text is of that day too; this one is \(id).md, and the last one applies")
        }
        return (Found(id: id, announced: announced.flatMap { $0 < day ? $0 : nil }), remarks)
    }
}

extension ForeignEdition {
    /// The day of effect that the text says of itself, else that of its last update, else one of its front matter.
    var statedDay: CalendarDate? {
        let dates = writtenDates(in: text)
        let effect = dates.first { $0.statement == .effect && $0.day != nil }
        let update = dates.first { $0.statement == .update && $0.day != nil }
        let keys = ["effective", "effective_date", "effective-date", "date", "last_updated", "updated", "lastmod"]
        return effect?.day ?? update?.day
            ?? keys.lazy.compactMap { value($0).flatMap { CalendarDate($0.prefix(10)) } }.first
    }
}
