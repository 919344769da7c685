#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension StringProtocol {
    /// Whether another text stands in this one, byte for byte.
    package func holds(_ part: String) -> Bool {
        let isThere = utf8.withContiguousStorageIfAvailable { own in
            part.utf8.withContiguousStorageIfAvailable { own.firstPlace(of: $0) != nil } ?? contains(part)
        }
        return isThere ?? contains(part)
    }
}

extension String {
    /// Where another text first stands in this one, byte for byte; nil where it does not.
    package func place(of part: String) -> Range<Index>? {
        var (own, part) = (self, part)
        let start = own.withUTF8 { own in part.withUTF8 { own.firstPlace(of: $0) } }
        return start.map { start in
            let first = utf8.index(startIndex, offsetBy: start)
            return first..<utf8.index(first, offsetBy: part.utf8.count)
        }
    }
}

extension [UInt8] {
    /// Where some bytes first stand in these, at or behind a place, as one stretch; nil where they do not.
    package func firstPlace(of part: [UInt8], from place: Int = 0) -> Int? {
        withUnsafeBufferPointer { own in part.withUnsafeBufferPointer { own.firstPlace(of: $0, from: place) } }
    }

    /// Where a byte stands next, at or behind a place.
    package func next(_ byte: UInt8, from place: Int) -> Int? {
        withUnsafeBufferPointer { $0.next(byte, from: place) }
    }
}

extension [UInt8] {
    /// These bytes with something else where a byte stands: `%20` decoded, tags taken away. What lies between is copied in
    /// stretches.
    ///
    /// - Parameter rewrite: is asked at each place of the byte; it writes what shall stand there and gives where to go on,
    ///   or nil where the byte stands for itself.
    package func rewritten(
        at byte: UInt8, _ rewrite: (UnsafeBufferPointer<UInt8>, Int, inout [UInt8]) -> Int?
    ) -> [UInt8] {
        withUnsafeBufferPointer { bytes in
            guard var place = bytes.next(byte, from: 0) else { return self }
            var output: [UInt8] = []
            output.reserveCapacity(count)
            var start = 0
            while true {
                output += UnsafeBufferPointer(rebasing: bytes[start..<place])
                start = place
                var from = place + 1
                if let end = rewrite(bytes, place, &output) { (start, from) = (end, end) }
                guard let next = bytes.next(byte, from: from) else { break }
                place = next
            }
            output += UnsafeBufferPointer(rebasing: bytes[start...])
            return output
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Where some bytes first stand in these, at or behind a place, as one stretch; nil where they do not.
    package func firstPlace(of part: Self, from place: Int = 0) -> Int? {
        guard let start = baseAddress, let wanted = part.baseAddress, let first = part.first else {
            return part.isEmpty ? place : nil
        }
        var place = place
        while place + part.count <= count {
            let rest = count - part.count - place + 1
            guard let next = memchr(start + place, Int32(first), rest) else { return nil }
            place = UnsafeRawPointer(next) - UnsafeRawPointer(start)
            if memcmp(next, wanted, part.count) == 0 { return place }
            place += 1
        }
        return nil
    }

    /// Where a byte stands next, at or behind a place.
    package func next(_ byte: UInt8, from place: Int) -> Int? {
        guard let start = baseAddress, place < count else { return nil }
        return memchr(start + place, Int32(byte), count - place).map { UnsafeRawPointer($0) - UnsafeRawPointer(start) }
    }
}

extension ArraySlice<UInt8> {
    /// Whether these are the same bytes as others.
    package func isSame(as other: Self) -> Bool {
        withUnsafeBytes { own in other.withUnsafeBytes { own.isSame(as: $0) } }
    }
}

extension UnsafeRawBufferPointer {
    /// Whether these are the same bytes as others.
    package func isSame(as other: Self) -> Bool {
        guard count == other.count else { return false }
        guard let one = baseAddress, let another = other.baseAddress else { return true }
        return memcmp(one, another, count) == 0
    }
}

extension String {
    /// Whether two texts are the same to the byte: two strings are equal in Swift when they only look the same.
    package func isWritten(as other: String) -> Bool {
        let isSame = utf8.withContiguousStorageIfAvailable { one in
            other.utf8.withContiguousStorageIfAvailable {
                UnsafeRawBufferPointer(one).isSame(as: UnsafeRawBufferPointer($0))
            }
        }
        return isSame.flatMap(\.self) ?? utf8.elementsEqual(other.utf8)
    }
}

extension Sequence<UInt8> {
    /// Whether all bytes are of a kind: all of them are looked at, several at once.
    @inlinable package func all(_ isOfKind: (UInt8) -> Bool) -> Bool {
        withContiguousStorageIfAvailable { bytes in
            bytes.reduce(0 as UInt8) { $0 | (isOfKind($1) ? 0 : 1) } == 0
        } ?? allSatisfy(isOfKind)
    }
}
