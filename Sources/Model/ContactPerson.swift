extension FieldValue {
    /// Whether a contact names somebody or an office: says more than where to write or to call.
    ///
    /// The standard contractual clauses ask for the "contact person's name, position and contact details". Mail addresses,
    /// addresses of pages and telephone numbers are contact details alone.
    package var namesContactPerson: Bool {
        switch self {
        case .text(let text): text.saysMoreThanAddresses
        case .texts(let texts): texts.contains(where: \.saysMoreThanAddresses)
        default: true
        }
    }
}

extension String {
    fileprivate var saysMoreThanAddresses: Bool {
        split { $0.isWhitespace || ",;()<>[]".contains($0) }.contains { word in
            word.contains(where: \.isLetter) && !word.contains("@") && !word.contains("://") && !word.hasPrefix("www.")
        }
    }
}
