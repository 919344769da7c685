import Formats

/// The id that a repository gives to the contents of a file: the digest of `blob`, their number of bytes, a zero byte and the
/// contents themselves.
///
/// - Parameter id: any id of the repository, whose length says which digest it is of: SHA-1, or SHA-256.
/// - Returns: in lower-case hexadecimal; nil where this system has no such digest.
func blobID(of bytes: [UInt8], alike id: String) -> String? {
    let head = Array("blob \(bytes.count)\0".utf8)
    let algorithm = id.utf8.count == 64 ? DigestAlgorithm.sha256 : .sha1
    return head.withUnsafeBytes { head in
        bytes.withUnsafeBufferPointer { algorithm.bytes(of: head, $0) }.map(hexadecimal)
    }
}
