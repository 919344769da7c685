import Formats
import TrustPress

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What the stages of a run cost: time on the clock, and CPU time of all threads.
struct Timings {
    private var marks: [(stage: Stage, time: Cost)] = []

    private struct Cost {
        var wall = 0.0
        var cpu = 0.0

        static var now: Cost { Cost(wall: seconds(CLOCK_MONOTONIC), cpu: seconds(CLOCK_PROCESS_CPUTIME_ID)) }

        private static func seconds(_ clock: clockid_t) -> Double {
            var time = timespec()
            clock_gettime(clock, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        }

        func since(_ start: Cost) -> Cost { Cost(wall: wall - start.wall, cpu: cpu - start.cpu) }
    }

    mutating func enter(_ stage: Stage) { marks.append((stage, .now)) }

    /// A line for each stage that was entered, and one for all of them, up to now: seconds on the clock, of CPU, and the
    /// share of the CPU.
    var table: String {
        let end = Cost.now
        guard let first = marks.first else { return "" }
        let total = end.since(first.time)
        var costs: [Stage: Cost] = [:]
        for (mark, next) in zip(marks, marks.dropFirst().map(\.time) + [end]) {
            let cost = next.since(mark.time)
            costs[mark.stage, default: Cost()].wall += cost.wall
            costs[mark.stage, default: Cost()].cpu += cost.cpu
        }
        let rows =
            Stage.allCases.compactMap { stage in costs[stage].map { (stage.rawValue, $0) } } + [("in all", total)]
        return rows.map { name, cost in
            let share = total.cpu > 0 ? Int((cost.cpu / total.cpu * 100).rounded()) : 0
            return aligned(name, to: -28) + aligned(milliseconds(cost.wall), to: 10) + " s"
                + aligned(milliseconds(cost.cpu), to: 10) + " s CPU" + aligned("\(share)", to: 5) + " %\n"
        }.joined()
    }
}

/// `0.012`
private func milliseconds(_ seconds: Double) -> String {
    let count = Int((seconds * 1000).rounded())
    return "\(count / 1000).\(padded(count % 1000, to: 3))"
}

/// A text in a column: on its right, or on its left where the width is negative.
private func aligned(_ text: String, to width: Int) -> String {
    let blanks = String(repeating: " ", count: max(0, abs(width) - text.utf8.count))
    return width < 0 ? text + blanks : blanks + text
}
