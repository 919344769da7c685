import Diagnostics
import Formats
import Model

/// What the files of a site are that are written as keys and values.
package enum SchemaKind: String, CaseIterable, Sendable {
    case site, provider, edition, page, certification

    private var title: String {
        switch self {
        case .site: "Content/site.yaml"
        case .provider: "Content/<register>/providers/<id>.yaml"
        case .edition: "The front matter of Content/<document>/<day>.md"
        case .page: "The front matter of Content/<page>.md: there is none"
        case .certification: "Content/certifications/<id>.yaml"
        }
    }

    /// The paths of such files in a site, as editors match them; nil of what is a part of a file.
    package var files: String? {
        switch self {
        case .site: "Content/site.yaml"
        case .provider: "Content/*/providers/*.yaml"
        case .certification: "Content/certifications/*.yaml"
        case .edition, .page: nil
        }
    }

    /// The JSON Schema of the keys and values of such a file: what its reader asks for.
    ///
    /// - Parameter settings: those of a site, whose required fields, private keys, products and documents are known then;
    ///   nil for the schema of any site.
    package func schema(for settings: SiteSettings?) -> JSONValue {
        let head: [JSONValue.Member] = [
            .init("$schema", "http://json-schema.org/draft-07/schema#"), .init("title", .string(title)),
        ]
        return .object(head + form(for: settings).schema(at: [rawValue]))
    }

    /// The names of the keys of such a file on any site.
    var keys: Set<String> { if case .map(let keys, _) = form(for: nil) { Set(keys.map(\.name)) } else { [] } }

    private func form(for settings: SiteSettings?) -> ValueForm {
        let probe = MapProbe()
        let findings = Findings()
        let map = MappingReader(probe, what: rawValue, findings: findings)
        let file = SourceFile(path: "", text: "")
        let context = ReadingContext(settings: settings, allTerms: settings?.termsOfAllDays ?? RegisterTerms())
        switch self {
        case .site:
            _ = SiteReader(site: map, values: ValueReader(findings: findings), file: file, folders: []).settings()
        case .provider: _ = ProviderReader(context: context, findings: findings).read(map, of: file, id: "heron")
        case .edition: _ = EditionKeys(map, id: EditionID(day: .distantPast), context: context)
        case .page: break
        case .certification: _ = readCertification(map, of: file, id: "iso-27001")
        }
        return probe.form
    }
}

extension SiteSettings {
    /// Terms that refuse nothing that those of some day allow.
    fileprivate var termsOfAllDays: RegisterTerms {
        var terms = register[0].terms
        for block in register.dropFirst() {
            terms.required.formIntersection(block.terms.required)
            terms.privateKeys.formUnion(block.terms.privateKeys)
        }
        return terms
    }
}
