import Model

extension LinkTargets {
    /// The problem with a path in which the id of a document or of a row stands that is announced only after the text:
    /// the path gives it away, whether a page is there or not.
    func problem(withNamesIn path: String, _ occasion: Occasion) -> JudgedLink.Problem? {
        facts(of: path).names.first { $0 > occasion.known }.map { .later(path, $0) }
    }

    /// When what has the names in a path was announced.
    func moments(ofNamesIn path: String) -> [Moment] {
        let segments = Substring(path.utf8.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }).segments
            .map { String(Substring($0.utf8.prefix { $0 != UInt8(ascii: ".") })) }
        let index = history.linkIndex
        return segments.compactMap(index.moment(ofDocument:))
            + (segments.first == "notices" ? segments.dropFirst().compactMap(momentOfNotice) : [])
            + segments.prefix(2).dropFirst().flatMap { index.rows(of: $0, in: segments[0]) }.map(\.moment)
    }

    /// The problem with a link, or where its path names what is announced only later, that.
    func named(_ problem: JudgedLink.Problem, in path: String, _ occasion: Occasion) -> JudgedLink.Problem {
        problem.laterMoment == nil ? self.problem(withNamesIn: path, occasion) ?? problem : problem
    }

    /// When the document of a notice was announced, by the notice's id, be there such a notice or not.
    private func momentOfNotice(_ id: String) -> Moment? {
        var name = id[...]
        while let end = name.lastIndex(of: "-") {
            name = name[..<end]
            if let moment = history.linkIndex.moment(ofDocument: String(name)) { return moment }
        }
        return nil
    }
}

extension StringProtocol {
    /// `terms`, `history` of the path `/terms/history/`.
    var segments: [String] { String(self).utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) } }
}
