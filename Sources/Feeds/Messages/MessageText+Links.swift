/// Where links lead.
extension MessageText {
    mutating func closeLink() {
        guard let (address, start) = openLinks.popLast() else { return }
        let label = String(decoding: words.utf8.dropFirst(start), as: UTF8.self)
        guard !address.isEmpty, !address.hasPrefix("#"), !label.isEmpty else { return }
        if style == .markdown {
            let before = String(decoding: words.utf8.prefix(start), as: UTF8.self)
            words = "\(before)[\(label)](<\(address.replacing("<", with: "%3C").replacing(">", with: "%3E"))>)"
            return
        }
        let mail = address.hasPrefix("mailto:") ? String(address.dropFirst(7).prefix { $0 != "?" }) : nil
        if label == address || label == mail { return }
        let isListed = !links.contains(address)
        if isListed { links.append(address) }
        words += " [\((links.firstIndex(of: address) ?? 0) + 1)]"
        lone = start == 0 ? (label, address, words, isListed) : nil
    }

    mutating func listLinks() {
        guard !links.isEmpty else { return }
        wantGap()
        for (index, address) in links.enumerated() { emit("[\(index + 1)] \(address)") }
    }
}
