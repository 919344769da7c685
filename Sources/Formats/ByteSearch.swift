#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension [UInt8] {
    /// Where some bytes first stand in these, as one stretch; nil where they do not.
    package func firstPlace(of part: [UInt8]) -> Int? {
        guard let first = part.first else { return 0 }
        return withUnsafeBytes { own -> Int? in
            part.withUnsafeBytes { wanted -> Int? in
                guard let start = own.baseAddress, let other = wanted.baseAddress else { return nil }
                var place = 0
                while place + wanted.count <= own.count {
                    let rest = own.count - wanted.count - place + 1
                    guard let next = memchr(start + place, Int32(first), rest) else { return nil }
                    place = UnsafeRawPointer(next) - start
                    if memcmp(next, other, wanted.count) == 0 { return place }
                    place += 1
                }
                return nil
            }
        }
    }
}
