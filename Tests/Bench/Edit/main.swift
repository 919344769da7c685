// What an edit of one paragraph costs, from the sources in memory to the new bytes of the edition's page, over what a first
// look at the site remembers:
//
//     EditBench SITE AS-OF EDITS
//
// For each of so many editions, spread over the site, a word is added to a paragraph in their middle. One line is printed:
// the median and the highest of the milliseconds of CPU time, all threads together. A page that is not the one of a look
// without a memory ends the run.

import Model
import Source
import TrustPress

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

func cpuMilliseconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
}

/// A text with a word more behind a line of its middle that begins with a letter.
func edited(_ bytes: [UInt8]) -> [UInt8] {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let middle = lines.count / 2
    let place = lines.indices.dropFirst(middle).first { lines[$0].first.map { $0 | 0x20 >= 0x61 } ?? false } ?? middle
    lines[place] += Array(" Again.".utf8)
    return Array(lines.joined(separator: [UInt8(ascii: "\n")]))
}

guard CommandLine.arguments.count == 4, let asOf = Moment(CommandLine.arguments[2]).map(AsOf.init),
    let count = Int(CommandLine.arguments[3])
else { fatalError("EditBench SITE AS-OF EDITS") }
var tree = try SourceTree(reading: CommandLine.arguments[1])
let editions = tree.paths.filter {
    $0.hasPrefix("Content/") && $0.hasSuffix(".md") && $0.split(separator: "/").count == 3
}
let memory = SiteMemory()
let before = cpuMilliseconds()
guard Preview(of: tree, asOf: asOf, memory: memory) != nil else { fatalError("this site has errors in its settings") }
let first = cpuMilliseconds() - before
var costs: [Double] = []
for number in 0..<count {
    let path = editions[number * editions.count / count]
    let page = path.dropFirst("Content/".count).dropLast(".md".count) + "/index.html"
    tree.files[path] = FileContent(edited(tree.files[path]?.bytes ?? []))
    let start = cpuMilliseconds()
    let bytes = Preview(of: tree, asOf: asOf, memory: memory)?.page(at: String(page))
    costs.append(cpuMilliseconds() - start)
    guard bytes != nil, bytes == Preview(of: tree, asOf: asOf)?.page(at: String(page)) else {
        fatalError("\(page) is not what it is without a memory")
    }
}
costs.sort()
print("edit \(costs[costs.count / 2]) ms, at most \(costs[costs.count - 1]) ms; the first look \(first) ms")
