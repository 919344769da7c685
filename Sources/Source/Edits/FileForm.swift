/// What a file has beside its text, in which every line ends with a line feed: a byte order mark, and how each of its lines
/// ends, which may differ from line to line.
struct FileForm {
    private enum End: Sendable {
        case lineFeed, carriageReturn, both

        var bytes: [UInt8] {
            switch self {
            case .lineFeed: [0x0A]
            case .carriageReturn: [0x0D]
            case .both: [0x0D, 0x0A]
            }
        }
    }

    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    private let hasMark: Bool
    private var ends: [End] = []

    /// - Parameter bytes: of a file in UTF-8.
    init(of bytes: [UInt8]) {
        hasMark = bytes.starts(with: Self.mark)
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case 0x0D: ends.append(.carriageReturn)
            case 0x0A where index > 0 && bytes[index - 1] == 0x0D: ends[ends.count - 1] = .both
            case 0x0A: ends.append(.lineFeed)
            default: break
            }
        }
    }

    /// Puts others in the place of some lines' ends: as the line ends in which they begin, or the one above it.
    ///
    /// - Parameters:
    ///   - lines: those whose ends go, counted from 0; where none goes, the line in which something is put.
    ///   - count: how many ends come in their place.
    mutating func replace(_ lines: Range<Int>, with count: Int) {
        let end = ends.indices.contains(lines.lowerBound) ? ends[lines.lowerBound] : ends.last ?? .lineFeed
        ends.replaceSubrange(lines, with: Array(repeating: end, count: count))
    }

    /// The file's bytes with a text that has as many lines.
    func bytes(of text: String) -> [UInt8] {
        var bytes = hasMark ? Self.mark : []
        bytes.reserveCapacity(text.utf8.count + ends.count)
        var line = 0
        for byte in text.utf8 {
            guard byte == 0x0A else {
                bytes.append(byte)
                continue
            }
            bytes += ends[line].bytes
            line += 1
        }
        return bytes
    }
}
