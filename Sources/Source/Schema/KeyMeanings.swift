/// What the keys of a site's files hold, in a sentence for whoever writes them, as editors show it.
enum KeyMeanings {
    /// - Parameter path: the kind of file, and the keys down to the one that is meant; `*` for one that its author chooses.
    /// - Returns: the most of the path's end of which something is said, as `notice.days` before `days`; of a key of which
    ///   nothing is said, what is said of all keys beside it.
    static func end(of path: [String]) -> String? {
        let ends = [path, path.dropLast() + ["*"]].lazy.flatMap { path in
            path.indices.lazy.map { path[$0...].joined(separator: ".") }
        }
        return ends.first { table[$0] != nil }
    }

    static func meaning(of path: [String]) -> String? { end(of: path).flatMap { table[$0] } }

    /// By the end of a path.
    static let table = site.merging(terms) { one, _ in one }.merging(item) { one, _ in one }
        .merging(provider) { one, _ in one }.merging(rest) { one, _ in one }

    private static let site = [
        "organization": "The company whose trust center this is.",
        "organization.name": "What it is called in sentences and titles.",
        "legal_name": "Its name in the commercial register, with the legal form.",
        "organization.address": "Its postal address.",
        "contacts": "Mail addresses for questions; they stand at the foot of every page.",
        "contacts.security": "The mail address for reports of weaknesses.",
        "contacts.privacy": "The mail address for questions about personal data.",
        "contacts.legal": "The mail address for objections and notices.",
        "url": "The address at which the site is published, with a folder of the host where it stands in one.",
        "authority":
            "A domain and a day, month or year on which you owned it: example.com,2026. Part of every permanent id, so it never changes.",
        "documents": "The documents, by the names of their folders, in the order of the menu.",
        "documents.id": "The name of its folder.",
        "documents.about": "A line on what it is, for the overview.",
        "documents.group": "The group in which it stands in the menu and on the overview.",
        "theme": "The look of the site. It can be changed on any day.",
        "logo": "A picture in Templates/assets/ beside the company's name.",
        "logo.light": "The logo on light paper.",
        "logo.dark": "The logo on dark paper.",
        "favicon": "The icon of the site, a picture in Templates/assets/.",
        "accent": "The colour of links and signs: six hexadecimal digits, in quotes.",
        "accent.light": "The colour on light paper.",
        "accent.dark": "The colour on dark paper.",
        "groups": "The groups of documents, in their order.",
        "since": "The last day of the starting state: what is announced by then needs no notice.",
        "language": "The language of the texts, as en or de.",
        "utc_offset": "The offset from UTC at which days begin, as \"+01:00\".",
        "site.products": "What you offer: an id and a name for each. The ids never change.",
        "products.*": "The product's name, or its name with the days from which it is offered and retired.",
        "products.*.name": "What the product is called.",
        "products.*.from": "The day from which it is offered.",
        "products.*.retired": "The day from which it is offered no more.",
        "renamed": "Other names from a day on. Subscribers are told.",
        "renamed.from": "The day from which these names hold.",
        "renamed.organization": "What is new of the company's names; the rest stays. ~ takes one away.",
        "renamed.contacts": "The contacts that are new; the others stay.",
        "renamed.products": "The products that are called something else, or are new.",
        "security_txt": "What /.well-known/security.txt says beside the contact (RFC 9116).",
        "expires": "The day until which it holds, a year ahead at most.",
        "security_txt.policy": "The address of your policy for who reports a weakness.",
        "languages": "The languages in which reports are read.",
        "mailing_list": "Where customers subscribe to mails: an address of mail or of a page.",
        "record": "The keys with which the record of all publications is signed.",
        "record.keys": "The public keys of the site, which trustpress new key makes.",
        "witnesses": "The public keys of others who sign that the record only grew.",
        "key": "The public key as it was made, name and all.",
        "keys.from": "The first day on which it signs.",
        "keys.until": "The last day on which it signs.",
        "witnesses.from": "The first day on which it signs.",
        "witnesses.until": "The last day on which it signs.",
        "checks": "How findings on wording and links are taken: warning or error; other warnings: warning or off.",
        "checks.*": "How findings of this check are taken; the page on checks says what it finds.",
    ]

    private static let terms = [
        "notice": "How long before it takes effect a change is announced, and how long customers may object.",
        "notice.days": "The days from the announcement to the day of effect.",
        "notice.objection_days": "The days within which customers may object to a change of a register.",
        "notice.objection_after_effect": "What holds for objections that come after the day of effect.",
        "period_ends":
            "working_day: a period that would end on a weekend or a holiday ends on the next working day. calendar_day: it ends on its day.",
        "holidays": "The days, beside Saturdays and Sundays, that are no working days.",
        "notice.documents": "Other terms for some documents.",
        "documents.*": "The terms of this document that differ.",
        "documents.*.days": "The days from the announcement to the day of effect, for this document.",
        "documents.*.objection_days": "The days within which customers may object, for this document.",
        "documents.*.objection_after_effect": "What holds for later objections, for this document.",
        "notice.announced": "When these terms were announced, where that is not the day from which they hold.",
        "notice.from": "The day from which these terms hold.",
        "register": "What a row of a register must say, and changes of what are announced.",
        "required": "The keys that every row must have.",
        "register.material": "The keys whose changes need notice.",
        "private": "Keys of your own that are never published.",
        "unrecorded": "Keys that are shown as they are today, without history or notice.",
        "register.announced": "When these rules were announced, where that is not the day from which they hold.",
        "register.from": "The day from which these rules hold.",
    ]

    /// Of what is announced.
    private static let item = [
        "announced": "When it is announced: a day, or a minute as 2026-11-23T15:00. Nothing of it is published before.",
        "effective": "The day from which it applies; the day of the announcement where left out.",
        "recorded": "When it entered the record, where that was later than its announcement.",
        "material": "false: a correction of spelling or form that changes nothing and needs no notice.",
        "urgent": "Why the notice is shorter than promised. Customers read it.",
        "applies": "Other days for some customers.",
        "applies.to": "For whom.",
        "applies.from": "The day from which it applies to them.",
        "applies.new": "true: only for those who become customers from that day on, which may be before the others.",
        "postponed":
            "It takes effect later than announced: each time that this was said. Add to it, and alter nothing.",
        "postponed.announced": "When that was announced.",
        "postponed.effective": "The new day of effect.",
        "postponed.reason": "Why. Customers read it.",
        "withdrawn": "It does not take effect after all.",
        "withdrawn.announced": "When that was announced.",
        "withdrawn.reason": "Why. Customers read it.",
        "erased": "Words that a court or a person had erased; trustpress new erasure writes it.",
        "erased.announced": "When they were erased.",
        "erased.reason": "Why, naming nobody. Customers read it.",
        "sha256": "The digest of what was published; the record still holds by it.",
        "erased.files": "The digests of files that went with the words, by their paths.",
        "files.*": "The SHA-256 of the file.",
        "salt": "32 random hexadecimal digits, which keep erased words from being guessed.",
        "note": "What changes and why, in Markdown. Customers read it.",
        "true_since": "The list was wrong since this day: a correction, in effect at once.",
        "removed": "true takes the company off the list; false lists it again.",
        "changes":
            "What changed since it was first listed, each item with what changes alone. Add to it, and alter nothing.",
        "title": "The document's title.",
        "summary": "What this edition changes, and why, in Markdown. Customers read it.",
        "version": "A label of your own, as \"3.1\".",
        "interim": "true: takes effect before an edition that is announced already, and gives way to it.",
        "retired": "The document ends with this edition.",
        "replaced_by": "The documents that take its place.",
    ]

    private static let provider = [
        "provider.name": "What the company is called in the list.",
        "changes.name": "What the company is called from then on.",
        "entity": "The legal entity that you have the contract with.",
        "kind": "third-party, or affiliate: a company of your own group.",
        "role":
            "subprocessor: processes customers' data for you. recipient: gets data for purposes of its own, and is listed apart.",
        "category": "A heading under which it is listed.",
        "purpose": "What it does for you with the data.",
        "data": "The kinds of personal data that it gets.",
        "group": "What the kinds of data below have in common.",
        "data.of": "The kinds of data in the group.",
        "subjects": "Whose data it is, as customers' employees.",
        "locations": "The countries in which it processes the data.",
        "storage": "The countries in which the data is kept.",
        "access": "The countries from which the data is seen.",
        "headquarters": "The country in which the company has its seat.",
        "rule": "What decides where the data is, in words.",
        "of": "The countries that it may be then.",
        "transfer":
            "What covers transfers to countries without an adequacy decision (GDPR, articles 44 to 49), as SCC-3 or DPF.",
        "transfer.*": "What covers transfers under this law.",
        "products": "The products for which it is used, by their ids; all where left out.",
        "enabled": "Whether it is used by default, only for who opts in, or not for who opts out.",
        "condition": "When it is used, where it is not always.",
        "ai": "What its artificial intelligence does with the data.",
        "training": "Whether models are trained with the data.",
        "ai.retention": "How long what is sent to the model is kept there.",
        "exceptions": "What is excepted from that.",
        "models": "The models that are used.",
        "human_review": "Whether people look at what is sent and answered.",
        "via": "The company of the list through which it is used, by its id.",
        "replaces": "The company of the list in whose place it comes, by its id.",
        "duration": "How long it processes the data.",
        "retention": "How long it keeps the data.",
        "address": "The company's postal address.",
        "contact": "Who answers questions about data protection there, or a list of several.",
        "website": "The address of its own site.",
        "provider.terms": "The address of its contract on processing, or a file of the site.",
        "changes.terms": "The address of its contract on processing, or a file of the site.",
        "links": "Addresses of pages of the company, or files of the site.",
        "links.dpa": "Its data processing agreement.",
        "links.privacy": "Its privacy policy.",
        "links.security": "What it says of its security.",
        "links.status": "Its status page.",
        "links.subprocessors": "Its own list of subprocessors.",
        "other": "Other links, each with a name.",
        "other.name": "What the link is called.",
        "other.url": "Where it leads.",
        "identifiers": "Numbers by which the company is known.",
        "lei": "The Legal Entity Identifier (ISO 17442).",
        "euid": "The European Unique Identifier of the commercial register.",
        "vat": "The number for value added tax.",
        "duns": "The D-U-N-S number.",
        "verified": "The day on which somebody last checked that the row is right.",
    ]

    private static let rest = [
        "certification.name": "The standard, as ISO/IEC 27001:2022.",
        "issuer": "Who certified it.",
        "scope": "What is certified.",
        "certification.from": "The first day on which it holds.",
        "until": "The last day on which it holds.",
        "link": "The certificate: an address, or a file of the site.",
        "certification.announced": "When it is first shown; the day from which it holds where left out.",
    ]
}
