import Diagnostics
import Model

/// The day that a file's name says: `2024-04-12.csv`, `subprocessors_2024-04-12.csv`, `20240412.csv`.
///
/// - Returns: nil where it says none, several, or one that is in no calendar, which is reported.
func dayOfFile(_ path: String) -> (day: CalendarDate?, [Diagnostic]) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let days = name.matches(of: /(?:^|[^0-9])([0-9]{4})[-_.]?([0-9]{2})[-_.]?([0-9]{2})(?![0-9])/)
    let read = days.map { CalendarDate("\($0.1)-\($0.2)-\($0.3)") }
    if read.count == 1, let day = read[0] { return (day, []) }
    let ending = name.split(separator: ".").last.map { ".\($0)" } ?? ""
    func refuse(_ message: String, _ help: String) -> (CalendarDate?, [Diagnostic]) {
        (nil, [Diagnostic(.invalidDate, file: path, message, help: help)])
    }
    if read.isEmpty {
        return refuse(
            "the name of this file does not say of which day it is", "rename it to its day, as 2024-04-12\(ending)")
    }
    if read.count > 1 {
        return refuse("the name of this file says several days", "rename it to its day, as 2024-04-12\(ending)")
    }
    return refuse(
        "the name of this file says a day that is in no calendar", "rename it to the day that is meant")
}
