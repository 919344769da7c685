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
            word.contains(where: \.isLetter) && !word.isAddress && !word.isLabelOfAddress
        }
    }
}

extension Substring {
    /// Whether it is where to write or to look: a mail address, an address of a page, or a host in small letters.
    fileprivate var isAddress: Bool {
        if contains("@") || contains("/") || lowercased().hasPrefix("www.") { return true }
        return dropLast().contains(".") && !contains(where: \.isUppercase)
    }

    /// Whether it only says what comes behind it, or stands between two addresses.
    fileprivate var isLabelOfAddress: Bool {
        last == ":" || Self.labels.contains(lowercased().filter { $0.isLetter })
    }

    private static let labels: Set<String> = [
        "tel", "telephone", "telefon", "phone", "mobile", "mobil", "fax", "mail", "email", "web", "website", "homepage",
        "ext", "or", "and", "oder", "und", "via", "by", "at",
    ]
}
