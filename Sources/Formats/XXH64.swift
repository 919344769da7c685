/// The XXH64 digest of some bytes, with seed 0, as the specification of xxHash has it.
///
/// It tells apart whatever nobody set out to make alike, and costs next to nothing; where somebody might, and wherever the
/// record promises it, SHA-256 stands.
///
///     xxh64(Array("abc".utf8)) // 0x44BC_2CF5_AD77_0999
package func xxh64(_ bytes: [UInt8]) -> UInt64 { xxh64(bytes[...]) }

/// The same of a stretch of bytes.
package func xxh64(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.withUnsafeBytes { buffer in
        var offset = 0
        var sum = prime5
        if buffer.count >= 32 {
            var lanes = (prime1 &+ prime2, prime2, UInt64(0), 0 &- prime1)
            while offset + 32 <= buffer.count {
                lanes.0 = mixed(lanes.0, buffer.word(offset))
                lanes.1 = mixed(lanes.1, buffer.word(offset + 8))
                lanes.2 = mixed(lanes.2, buffer.word(offset + 16))
                lanes.3 = mixed(lanes.3, buffer.word(offset + 24))
                offset += 32
            }
            sum = lanes.0.rotated(1) &+ lanes.1.rotated(7) &+ lanes.2.rotated(12) &+ lanes.3.rotated(18)
            for lane in [lanes.0, lanes.1, lanes.2, lanes.3] { sum = (sum ^ mixed(0, lane)) &* prime1 &+ prime4 }
        }
        sum &+= UInt64(buffer.count)
        while offset + 8 <= buffer.count {
            sum = (sum ^ mixed(0, buffer.word(offset))).rotated(27) &* prime1 &+ prime4
            offset += 8
        }
        if offset + 4 <= buffer.count {
            let half = UInt32(littleEndian: buffer.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
            sum = (sum ^ UInt64(half) &* prime1).rotated(23) &* prime2 &+ prime3
            offset += 4
        }
        for byte in buffer[offset...] { sum = (sum ^ UInt64(byte) &* prime5).rotated(11) &* prime1 }
        sum = (sum ^ sum >> 33) &* prime2
        sum = (sum ^ sum >> 29) &* prime3
        return sum ^ sum >> 32
    }
}

private let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
private let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
private let prime3: UInt64 = 0x1656_67B1_9E37_79F9
private let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
private let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

private func mixed(_ lane: UInt64, _ word: UInt64) -> UInt64 { (lane &+ word &* prime2).rotated(31) &* prime1 }

extension UInt64 {
    fileprivate func rotated(_ bits: UInt64) -> UInt64 { self << bits | self >> (64 - bits) }
}

extension UnsafeRawBufferPointer {
    fileprivate func word(_ offset: Int) -> UInt64 {
        UInt64(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
}
