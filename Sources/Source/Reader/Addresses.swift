import Diagnostics
import Formats

extension ValueReader {
    /// A web address: `http` or `https`, with a host, and nothing that could end it where it is put.
    ///
    /// - Parameter form: what may stand there besides, which who asks for it reads.
    func address(_ node: YAMLNode, _ key: String, form: ValueForm = .address) -> Sourced<String>? {
        guard let text = word(node, key, help: "write an address as https://example.com", form: form) else {
            return nil
        }
        if let problem = problem(ofAddress: text.value, mayBeFile: [.link, .addressOrPath].contains(form)) {
            findings.add(.unsafeURL, at: text.span, problem.message, help: problem.help)
            return nil
        }
        return text
    }

    /// A web address, or a path of the site: `/security/`, `/files/report.pdf`.
    func addressOrPath(_ node: YAMLNode, _ key: String) -> Sourced<String>? {
        guard let text = word(node, key, help: "write an address or a path of this site", form: .addressOrPath) else {
            return nil
        }
        guard text.value.hasPrefix("/"), !text.value.hasPrefix("//") else {
            return address(node, key, form: .addressOrPath)
        }
        if text.value.split(separator: "/").contains("..") || !text.value.unicodeScalars.allSatisfy(isOfAddress) {
            findings.add(
                .unsafeURL, at: text.span, "\"\(shown(text.value))\" is not a path of this site",
                help: "write a path such as /security/ or /files/report.pdf")
            return nil
        }
        return text
    }

    /// A mail address, bare: `privacy@example.com`.
    func mailAddress(_ node: YAMLNode, _ key: String) -> Sourced<String>? { mailAddress(node, key, form: .mail) }

    /// - Parameter form: what may stand there besides, which who asks for it reads.
    func mailAddress(_ node: YAMLNode, _ key: String, form: ValueForm) -> Sourced<String>? {
        guard let text = word(node, key, help: "write a mail address", form: form) else { return nil }
        let parts = text.value.split(separator: "@", omittingEmptySubsequences: false)
        let isMail =
            parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && !parts[1].hasSuffix(".")
            && text.value.utf8.allSatisfy(isOfMailAddress)
        guard isMail else {
            let bare = text.value.bareMailAddress
            return wrong(
                node, "\"\(shown(text.value))\" is not a mail address",
                help: "write \(bare.map(shown) ?? "it as \(key)@example.com")")
        }
        return text
    }
}

/// - Parameter mayBeFile: whether a file of the site may stand there.
private func problem(ofAddress address: String, mayBeFile: Bool) -> (message: String, help: String)? {
    let lowercased = address.lowercased()
    guard let scheme = ["https://", "http://"].first(where: { lowercased.hasPrefix($0) }) else {
        let isBare =
            address.contains(".") && !address.contains(":") && address.unicodeScalars.allSatisfy(isOfAddress)
        let path = address.drop { "./".contains($0) }
        let first = path.prefix { $0 != "/" }
        // `iso.pdf` and `files/iso.pdf`; of `acme.example/iso.pdf` the first part is a host.
        let isFile = path.isFileName && (first.isFileName || !first.contains("."))
        let meant: String? =
            !isFile
            ? address.hasPrefix("/") ? nil : "https://\(shown(address))"
            : mayBeFile && path.withoutPageEnding == nil && !path.hasSuffix(".md")
                ? "/files/\(shown(String(path.trimmingPrefix("files/")))), with the file in Content/files/" : nil
        return (
            "\"\(shown(address))\" is not a web address",
            isBare ? meant.map { "write \($0)" } ?? .anAddress : .anAddress
        )
    }
    guard address.unicodeScalars.allSatisfy(isOfAddress) else {
        return (
            "\"\(shown(address))\" holds characters that no address has",
            "copy the address from the browser's address bar"
        )
    }
    let host = address.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
    if let at = host.lastIndex(of: "@") {
        let rest = address[at...].dropFirst()
        return ("\"\(shown(address))\" holds a user name before its host", "write \(scheme)\(shown(String(rest)))")
    }
    guard !host.isEmpty, host.first != ":" else {
        return ("\"\(shown(address))\" names no host", "write an address as https://example.com")
    }
    return nil
}

/// Printable ASCII but spaces, quotes, angle brackets and the like; letters of other scripts may stand in a host.
private func isOfAddress(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "<", ">", "\\", "^", "`", "{", "|", "}", " ": false
    case "!"..."~": true
    default: scalar.value >= 0xA0 && scalar.properties.isAlphabetic
    }
}

private func isOfMailAddress(_ byte: UInt8) -> Bool {
    byte.isASCIIAlphanumeric || "._-+@".utf8.contains(byte)
}

extension String {
    fileprivate static let anAddress = "write an address that starts with https://"

    /// The mail address in `mailto:legal@example.com` or `Legal team <legal@example.com>`; nil where there is neither.
    fileprivate var bareMailAddress: String? {
        if hasPrefix("mailto:") { return String(dropFirst(7)) }
        guard last == ">", let open = lastIndex(of: "<") else { return nil }
        let address = self[index(after: open)...].dropLast()
        return address.contains("@") ? String(address) : nil
    }
}
