import Diagnostics
import Formats
import Synchronization

/// What a file of a site holds. It is held once: as its bytes until it is read, and then as its text alone, where that is
/// the same to the byte.
package final class FileContent: Sendable, Equatable {
    private let held: Mutex<Held>

    private enum Held {
        case bytes([UInt8])
        case text(String)
    }

    package init(_ bytes: [UInt8]) { held = Mutex(.bytes(bytes)) }

    /// The bytes of the file, as it is written.
    package var bytes: [UInt8] {
        switch held.withLock({ $0 }) {
        case .bytes(let bytes): bytes
        case .text(let text): Array(text.utf8)
        }
    }

    /// `decodeText` of it.
    func decoded(_ path: String, findings: Findings) -> SourceFile {
        switch held.withLock({ $0 }) {
        case .text(let text): return SourceFile(path: path, text: text)
        case .bytes(let bytes):
            let file = decodeText(path, bytes, findings: findings)
            if isSame(bytes, as: file.text) { held.withLock { $0 = .text(file.text) } }
            return file
        }
    }

    package static func == (one: FileContent, other: FileContent) -> Bool {
        if one === other { return true }
        return switch (one.held.withLock { $0 }, other.held.withLock { $0 }) {
        case (.bytes(let one), .bytes(let other)): one == other
        case (.text(let one), .text(let other)): one.isWritten(as: other)
        case (.bytes(let bytes), .text(let text)), (.text(let text), .bytes(let bytes)): isSame(bytes, as: text)
        }
    }
}

/// Whether a text is written as these bytes.
private func isSame(_ bytes: [UInt8], as text: String) -> Bool {
    let isSame = text.utf8.withContiguousStorageIfAvailable { text in
        bytes.withUnsafeBytes { $0.isSame(as: UnsafeRawBufferPointer(text)) }
    }
    return isSame ?? text.utf8.elementsEqual(bytes)
}
