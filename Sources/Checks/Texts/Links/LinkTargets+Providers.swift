import Model

extension LinkTargets {
    /// The problem with `provider:anthropic`: it has to be in a register on the text's day, by what was announced by
    /// the text's own moment. Where several registers have the id, one of them is enough, or the text's own.
    func problem(withProvider id: String, of register: String?, _ text: PublishedText) -> JudgedLink.Problem? {
        let occasion = text.occasion
        let index = history.linkIndex
        if let row = index.row(of: id, in: register, from: text.document, on: occasion) {
            let isListed = row.provider.isListed(on: occasion.day, knownAt: occasion.known)
            return isListed ? nil : .notListed(register: row.register, provider: id, occasion.day, announced: nil)
        }
        let later = index.rows(of: id, in: register)
        if let row = later.first(where: { $0.register == text.document }) ?? later.first {
            return .notListed(register: row.register, provider: id, occasion.day, announced: row.moment)
        }
        let isUnreadable = unreadable.contains { path in
            path.hasPrefix("Content/\(register.map { $0 + "/" } ?? "")") && path.hasSuffix("/providers/\(id).yaml")
        }
        if let register, let moment = index.moment(ofDocument: register), moment > occasion.known {
            return .later("provider:\(register)/\(id)", moment)
        }
        return isUnreadable ? nil : .missing(.provider(register: register, id: id))
    }
}
