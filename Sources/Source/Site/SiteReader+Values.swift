import Diagnostics
import Model

extension SiteReader {
    /// RFC 4151, section 2.1: a host name, a comma, and a year, month or day. Its other form, with a mail address in
    /// the place of the host name, would name a person in every id and every log that knows the record.
    func authority(_ node: YAMLNode, _ key: String) -> Sourced<String>? {
        let form = "write a domain you own and a year in which you do, as example.com,2026"
        guard let text = values.word(node, key, help: form, form: .authority) else { return nil }
        let parts = text.value.split(separator: ",", omittingEmptySubsequences: false)
        if let at = parts[0].lastIndex(of: "@") {
            let domain = parts[0][at...].dropFirst()
            return values.wrong(
                node, "\"\(shown(text.value))\" is a mail address, and an authority is a domain",
                help: parts.count == 2 && isAuthority(domain + "," + parts[1]) ? "write \(domain),\(parts[1])" : form)
        }
        guard isAuthority(text.value) else {
            return values.wrong(
                node, "\"\(shown(text.value))\" is not the authority of a tag address (RFC 4151)",
                help: host(in: parts[0]).map { "write \($0) and a year in which it was yours, as \($0),2026" } ?? form)
        }
        return text
    }

    /// The domain that a web address, or an authority without its date, is of.
    private func host(in text: Substring) -> Substring? {
        let rest = text.firstRange(of: "://").map { text[$0.upperBound...] } ?? text
        let host = rest.prefix { $0 != "/" }
        return host.contains(".") && isAuthority(host + ",2026") ? host : nil
    }

    /// A language tag of BCP 47 by its form: `en`, `de-AT`.
    func language(_ node: YAMLNode, _ key: String) -> Sourced<String>? {
        guard let text = values.word(node, key, help: "write a language as en or de-AT", form: .language) else {
            return nil
        }
        let parts = text.value.split(separator: "-", omittingEmptySubsequences: false)
        let isTag = parts.enumerated().allSatisfy { index, part in
            (index == 0 ? 2...3 : 1...8).contains(part.utf8.count)
                && part.allSatisfy { $0.isASCII && ($0.isLetter || index > 0 && $0.isNumber) }
        }
        guard isTag else {
            return values.wrong(
                node, "\"\(shown(text.value))\" is not the code of a language", help: "write a language as en or de-AT")
        }
        return text
    }

    func utcOffset(_ node: YAMLNode, _ key: String) -> UTCOffset? {
        let form = "write hours and minutes in quotes, as \"+01:00\""
        guard let text = values.word(node, key, help: form, form: .offset) else { return nil }
        guard let offset = UTCOffset(text.value) else {
            return values.wrong(node, "\"\(shown(text.value))\" is not an offset from UTC", help: form)
        }
        return offset
    }

    func securityTxt(_ node: YAMLNode, _ key: String) -> SiteSettings.SecurityTxt? {
        let example = "security_txt: {expires: YYYY-MM-DD}"
        guard let map = values.map(node, key, what: key, example: example) else { return nil }
        defer { map.finish() }
        let expires = map.required(
            "expires", example: "expires: YYYY-MM-DD, a day within a year from now", values.date)
        let policy = map.optional("policy", values.addressOrPath)
        let languages = map.optional("languages") { node, key in
            values.list(node, key, example: "[en]")?.compactMap { language($0, key) }
        }
        return expires.map { SiteSettings.SecurityTxt(expires: $0, policy: policy, languages: languages ?? []) }
    }

    /// `mailing_list: notices@lists.example.com`, or the https address of a page on which one subscribes.
    func mailingList(_ node: YAMLNode, _ key: String) -> Sourced<SiteSettings.MailingList>? {
        let form =
            "write a mail address, or the address of the page on which one subscribes, as https://example.com/list"
        guard let text = values.word(node, key, help: form, form: .mailOrPage) else { return nil }
        let lowercased = text.value.lowercased()
        if lowercased.hasPrefix("https://") {
            return values.address(node, key, form: .mailOrPage).map { Sourced(.page($0.value), at: $0.span) }
        }
        if lowercased.hasPrefix("http://") {
            let rest = text.value.dropFirst("http://".count)
            return values.wrong(
                node, "\"\(shown(text.value))\" is not an https address", help: "write https://\(shown(String(rest)))")
        }
        guard text.value.contains("@") else {
            return values.wrong(
                node, "\"\(shown(text.value))\" is neither a mail address nor an https address", help: form)
        }
        return values.mailAddress(node, key, form: .mailOrPage).map { Sourced(.mail($0.value), at: $0.span) }
    }

    /// `checks: {broken-link: warning, vague-purpose: off}`.
    func checks(_ node: YAMLNode, _ key: String) -> [CheckID: Severity?]? {
        guard let map = values.map(node, key, what: key, example: "checks: {broken-link: warning}") else { return nil }
        var checks: [CheckID: Severity?] = [:]
        let adjustable = CheckID.allCases.filter(\.isAdjustable).map(\.rawValue)
        for entry in map.entries(among: adjustable) {
            guard let check = CheckID(rawValue: entry.key), check.isAdjustable else {
                reportUnknownCheck(entry)
                continue
            }
            let words = check.isOnWordingOrLinks ? ["error", "warning"] : ["warning", "off"]
            guard let word = values.choice(words)(entry.value, entry.key) else { continue }
            checks.updateValue(Severity(rawValue: word.value), forKey: check)
        }
        return checks
    }

    private func reportUnknownCheck(_ entry: YAMLNode.Entry) {
        let adjustable = CheckID.allCases.filter(\.isAdjustable).map(\.rawValue)
        if CheckID(rawValue: entry.key) != nil {
            values.findings.add(
                .unknownKey, at: entry.keySpan, "\"\(entry.key)\" is always an error",
                help: "take the line out; what can be set is \(adjustable.joined(separator: ", "))")
        } else {
            values.findings.add(
                .unknownKey, at: entry.keySpan, "\"\(shown(entry.key))\" is not a check that can be set here",
                help: nearMiss(entry.key, among: adjustable).map { "did you mean \($0)?" }
                    ?? "what can be set is \(adjustable.joined(separator: ", "))")
        }
    }
}
