import CCrypto
import Formats

/// The id that a repository gives to the contents of a file: the digest of `blob`, their number of bytes, a zero byte and the
/// contents themselves.
///
/// - Parameter id: any id of the repository, whose length says which digest it is of: SHA-1, or SHA-256.
/// - Returns: in lower-case hexadecimal; nil where this system has no such digest.
func blobID(of bytes: [UInt8], alike id: String) -> String? {
    let algorithm = id.utf8.count == 64 ? EVP_sha256() : EVP_sha1()
    let context = EVP_MD_CTX_new()
    defer { EVP_MD_CTX_free(context) }
    let head = Array("blob \(bytes.count)\0".utf8)
    var digest = [UInt8](repeating: 0, count: id.utf8.count / 2)
    guard Int(EVP_MD_get_size(algorithm)) == digest.count,
        EVP_DigestInit_ex(context, algorithm, nil) == 1, EVP_DigestUpdate(context, head, head.count) == 1,
        EVP_DigestUpdate(context, bytes, bytes.count) == 1, EVP_DigestFinal_ex(context, &digest, nil) == 1
    else { return nil }
    return hexadecimal(digest)
}
