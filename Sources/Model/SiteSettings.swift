import Diagnostics
import Formats

/// `Content/site.yaml`.
package struct SiteSettings: Sendable {
    package var source: SourceFile
    /// What the site is called and whom it names, over the years. Never empty; the first has no `from`, the others are
    /// in the order of theirs.
    package var names: [Dated<Names>]
    package var url: Sourced<SiteURL>
    /// The RFC 4151 tag authority of every permanent id: `trust.example.com,2026`.
    package var authority: Sourced<String>
    package var utcOffset: UTCOffset
    /// Ids in the order of the navigation.
    package var documents: [Sourced<String>]
    /// What is announced on or before this day is the starting state.
    package var since: Sourced<CalendarDate>
    /// Never empty; the first has no `from`, the others are in the order of theirs, and of one day in the order of their
    /// announcements.
    package var notice: [Dated<NoticeTerms>]
    /// Never empty; likewise.
    package var register: [Dated<RegisterTerms>]
    package var securityTxt: SecurityTxt?
    /// What `checks:` says: the severity of a check, nil for one that is switched off.
    package var checks: [CheckID: Severity?]
    /// The keys that sign the record, over the years: `record: {keys: […]}`.
    package var recordKeys: [SignerKey]
    /// The keys of witnesses who cosign its checkpoints: `record: {witnesses: […]}`.
    package var recordWitnesses: [SignerKey]
    /// Where people subscribe to notices by mail.
    package var mailingList: Sourced<MailingList>?
    package var branding: Branding
    /// Keys that are missing or wrong, which is reported: what stands in their place nobody wrote, and nothing is said of
    /// it.
    package var unreadable: Set<String>

    package init(
        source: SourceFile, names: [Dated<Names>], url: Sourced<SiteURL>, authority: Sourced<String>,
        utcOffset: UTCOffset, documents: [Sourced<String>], since: Sourced<CalendarDate>, notice: [Dated<NoticeTerms>],
        register: [Dated<RegisterTerms>], securityTxt: SecurityTxt?, checks: [CheckID: Severity?],
        recordKeys: [SignerKey] = [], recordWitnesses: [SignerKey] = [], mailingList: Sourced<MailingList>? = nil,
        branding: Branding = Branding(), unreadable: Set<String> = []
    ) {
        self.source = source
        self.names = names
        self.url = url
        self.authority = authority
        self.utcOffset = utcOffset
        self.documents = documents
        self.since = since
        self.notice = notice
        self.register = register
        self.securityTxt = securityTxt
        self.checks = checks
        self.recordKeys = recordKeys
        self.recordWitnesses = recordWitnesses
        self.mailingList = mailingList
        self.branding = branding
        self.unreadable = unreadable
    }

    /// The domain of an RFC 4151 tag authority: what stands before its date.
    package static func host(ofAuthority authority: String) -> Substring { authority.prefix { $0 != "," } }

    package struct Organization: Sendable {
        package var name: Sourced<String>
        package var legalName: Sourced<String>?
        package var address: Sourced<String>?

        package init(name: Sourced<String>, legalName: Sourced<String>? = nil, address: Sourced<String>? = nil) {
            self.name = name
            self.legalName = legalName
            self.address = address
        }
    }

    /// Mail addresses.
    package struct Contacts: Sendable {
        package var security: Sourced<String>
        package var privacy: Sourced<String>
        package var legal: Sourced<String>

        package init(security: Sourced<String>, privacy: Sourced<String>, legal: Sourced<String>) {
            self.security = security
            self.privacy = privacy
            self.legal = legal
        }

        /// What one writes to an address for; its key in site.yaml.
        package enum Kind: String, Sendable, Hashable, CaseIterable { case security, privacy, legal }

        package subscript(kind: Kind) -> Sourced<String> {
            get {
                switch kind {
                case .security: security
                case .privacy: privacy
                case .legal: legal
                }
            }
            set {
                switch kind {
                case .security: security = newValue
                case .privacy: privacy = newValue
                case .legal: legal = newValue
                }
            }
        }
    }

    package enum MailingList: Sendable, Hashable {
        /// Its mail address.
        case mail(String)
        /// An https address: a page on which one subscribes.
        case page(String)
    }

    /// A key that signs the record or cosigns its checkpoints, and the days on which it does.
    package struct SignerKey: Sendable {
        package var key: Sourced<String>
        package var from: Sourced<CalendarDate>
        /// Its last day; nil while it is in use.
        package var until: Sourced<CalendarDate>?

        /// What a key is for, told by its form.
        package enum Tool: String, Sendable, CaseIterable {
            /// `<name>+<id>+<key>`: signs the checkpoint as a note.
            case note
            /// `RW…`, 56 characters of base64: signs `SHA256SUMS` with minisign.
            case minisign
            /// `ssh-ed25519 AAAA…`: signs `SHA256SUMS` with ssh-keygen.
            case ssh
        }

        package var tool: Tool {
            if ["ssh-", "ecdsa-", "sk-"].contains(where: key.value.hasPrefix) { return .ssh }
            return key.value.hasPrefix("RW") && key.value.utf8.count == 56 ? .minisign : .note
        }

        package func isInUse(on day: CalendarDate) -> Bool {
            from.value <= day && day <= until?.value ?? .distantFuture
        }

        package init(key: Sourced<String>, from: Sourced<CalendarDate>, until: Sourced<CalendarDate>? = nil) {
            self.key = key
            self.from = from
            self.until = until
        }
    }

    /// What RFC 9116 asks of `/.well-known/security.txt` beside the contact and the canonical address.
    package struct SecurityTxt: Sendable {
        /// Its last day.
        package var expires: Sourced<CalendarDate>
        package var policy: Sourced<String>?
        package var languages: [Sourced<String>]

        package init(expires: Sourced<CalendarDate>, policy: Sourced<String>? = nil, languages: [Sourced<String>] = [])
        {
            self.expires = expires
            self.policy = policy
            self.languages = languages
        }
    }
}

/// `+02:00`: what the site's moments are ahead of UTC.
package struct UTCOffset: Sendable, Hashable, CustomStringConvertible {
    package let minutes: Int

    package init(minutes: Int) { self.minutes = minutes }

    /// Reads `+02:00` or `-11:30`, up to 23:59, and nothing else; `-00:00` is none.
    package init?(_ text: some StringProtocol) {
        let characters = Array(text.utf8)
        guard characters.count == 6, let sign = text.first, sign == "+" || sign == "-",
            let time = Moment("2000-01-01T" + text.dropFirst()), let minutes = time.minute,
            sign == "+" || minutes > 0
        else { return nil }
        self.init(minutes: sign == "-" ? -minutes : minutes)
    }

    package var description: String {
        "\(minutes < 0 ? "-" : "+")\(padded(abs(minutes) / 60, to: 2)):\(padded(abs(minutes) % 60, to: 2))"
    }
}
