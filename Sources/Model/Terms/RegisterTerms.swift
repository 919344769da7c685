/// A block of `register:` in site.yaml. Fields are named by their keys; `private` may hold free keys too.
package struct RegisterTerms: Sendable {
    package var required: Set<ProviderField>
    package var material: Set<ProviderField>
    /// Kept in the source, never in any output.
    package var privateKeys: Set<String>
    /// Shown as they are today; in no dated page, notice, feed or record.
    package var unrecorded: Set<ProviderField>

    /// What the list shows beside each company, in columns; nil for what any row says and not all say alike. It promises
    /// nothing: the list of today and those of the past are shown as the block in force today has it.
    package var columns: [ProviderField]?
    /// By what the list is divided, under headings.
    package var groupBy = Grouping.category

    package enum Grouping: String, Sendable, CaseIterable { case category, kind, product }

    package static let requiredByDefault: Set<ProviderField> = [.name, .entity, .purpose, .data]
    package static let materialByDefault: Set<ProviderField> = [
        .name, .entity, .role, .purpose, .data, .subjects, .locations, .storage, .access, .transfer, .products,
        .condition, .enabled, .via, .retention, .ai,
    ]
    package static let unrecordedByDefault: Set<ProviderField> = [.contact, .links, .verified]

    /// The fields that may be unrecorded: none of them says who touches which data where, or what for.
    package static let mayBeUnrecorded: [ProviderField] = [
        .contact, .links, .verified, .address, .website, .terms, .identifiers,
    ]

    /// The fields that may be columns: the others stand beside the company in every row.
    package static let mayBeColumns: [ProviderField] = [
        .purpose, .data, .subjects, .locations, .storage, .access, .headquarters, .transfer, .duration, .retention, .ai,
        .address, .contact, .website, .identifiers, .verified,
    ]

    package init(
        required: Set<ProviderField> = Self.requiredByDefault, material: Set<ProviderField> = Self.materialByDefault,
        privateKeys: Set<String> = [], unrecorded: Set<ProviderField> = Self.unrecordedByDefault
    ) {
        self.required = required
        self.material = material
        self.privateKeys = privateKeys
        self.unrecorded = unrecorded
    }

    /// Whether customers are told in time when a field changes. How long data is processed says `duration` as `retention`
    /// does (GDPR Art. 28(3) names the duration of the processing): where this is material, so is that.
    package func isMaterial(_ field: ProviderField) -> Bool {
        material.contains(field) || field == .duration && material.contains(.retention)
    }

    package func isPrivate(_ field: ProviderField) -> Bool { privateKeys.contains(field.rawValue) }

    /// Whether a field is announced when it changes, and shown in dated pages, notices, feeds and the record.
    package func isRecorded(_ field: ProviderField) -> Bool { !isPrivate(field) && !unrecorded.contains(field) }
}
