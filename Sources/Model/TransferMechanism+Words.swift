import Diagnostics

extension TransferMechanism {
    /// The code of a mechanism that words name, and say nothing else: `SCC-3` for `SCCs (Module 3)`. Nil where any other word
    /// stands among them, as it may deny or limit the mechanism: `No DPF`, `DPF (pending)`, `SCC Module 2 or Module 3`.
    package static func code(named text: String) -> String? {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        let phrase = words.joined(separator: " ")
        if let code = allCases.map(\.rawValue).first(where: { $0.lowercased().replacing("-", with: " ") == phrase }) {
            return code
        }
        let isNamed: (Naming) -> Bool = { naming in
            naming.names.contains { " \(phrase) ".contains(" \($0) ") } && naming.words.isSuperset(of: words)
        }
        guard let mechanism = namings.first(where: isNamed)?.mechanism else { return nil }
        let modules = words.compactMap { ["2": scc2, "two": scc2, "3": scc3, "three": scc3][$0] }
        guard mechanism == .scc, words.contains("module") || !modules.isEmpty else { return mechanism.rawValue }
        return words.contains("module") && modules.count == 1 ? modules[0].rawValue : nil
    }

    /// The code that was probably meant by words that are none.
    package static func suggestion(for words: String) -> String? {
        code(named: words) ?? nearMiss(words, among: allCases.map(\.rawValue))
    }

    /// How a mechanism is named.
    private struct Naming {
        let mechanism: TransferMechanism
        /// One of them names it.
        let names: [String]
        /// What may stand beside a name, and change nothing.
        let words: Set<String>

        init(_ mechanism: TransferMechanism, _ names: [String], beside: String) {
            (self.mechanism, self.names) = (mechanism, names)
            words = Set((names + [beside]).flatMap { $0.split(separator: " ").map(String.init) })
        }
    }

    private static let namings = [
        Naming(
            .dpf, ["dpf", "data privacy framework"],
            beside: "the eu us u s uk swiss ch extension to under certified certification self adequacy decision"),
        Naming(
            .scc,
            [
                "scc", "sccs", "contractual clause", "contractual clauses", "model clause", "model clauses",
                "standardvertragsklauseln",
            ],
            beside: "the eu european union commission new standard module 2 3 two three 2021 914"),
        Naming(.bcr, ["bcr", "bcrs", "corporate rule", "corporate rules"], beside: "the eu binding"),
        Naming(
            .adequacy, ["adequacy", "angemessenheitsbeschluss"],
            beside: "the eu european union commission decision decisions of"),
        Naming(.derogation, ["derogation", "derogations"], beside: "under art article 49 gdpr dsgvo"),
        Naming(.ukIDTA, ["idta", "international data transfer agreement"], beside: "the uk ico"),
        Naming(.ukAddendum, ["uk addendum", "international data transfer addendum"], beside: "the uk ico addendum"),
    ]
}
