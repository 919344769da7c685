import Diagnostics
import Markdown
import Model
import Record

extension PublishedText {
    /// Every published text of a site, in the order of the navigation; private fields and erased texts are not there.
    ///
    /// - Parameter undated: what could not be dated. It is judged at its day of effect, where that is still to come, may count on
    ///   all that is there, and has no line of the record.
    static func all(
        of history: History, _ undated: [Document], texts: [String: MarkdownText], asOf: AsOf
    ) -> [PublishedText] {
        let library = history.library
        let today = Occasion(asOf: asOf)
        var collector = Collector()
        collector.add(library.settings, on: today)
        for page in library.pages {
            collector.body(page.body, texts[page.source.path], today, document: nil)
        }
        for (document, resolved) in zip(library.documents, history.documents) {
            for edition in document.editions {
                collector.add(
                    edition, texts[edition.source.path], edition.recordKey, Occasion(edition.announcement))
            }
            for (provider, resolved) in zip(document.providers ?? [], resolved.register?.providers ?? []) {
                let keys = Dictionary(
                    resolved.changes.map { ($0.written.position, $0.recordKey) },
                    uniquingKeysWith: { first, _ in first })
                for change in provider.changes {
                    let terms = library.settings.registerTerms(at: change.announcement.moment)
                    collector.add(
                        change, of: document.id, keys[change.position], Occasion(change.announcement), terms: terms,
                        on: today)
                }
            }
        }
        // What was in force before may have been published, and could not be put right.
        func occasion(_ announcement: Announcement) -> Occasion? {
            var day = announcement.effective.value
            // A day of effect that is written and cannot be read is one to come.
            if day == .distantFuture {
                guard announcement.unread.contains("effective") else { return nil }
                day = asOf.day
            }
            return day < asOf.day ? nil : Occasion(day: day, known: .last, announced: nil)
        }
        for document in undated {
            for edition in document.editions {
                guard let occasion = occasion(edition.announcement) else { continue }
                collector.add(edition, texts[edition.source.path], nil, occasion)
            }
            for change in (document.providers ?? []).flatMap(\.changes) {
                guard let occasion = occasion(change.announcement) else { continue }
                var terms = library.settings.registerTerms(on: occasion.day)
                terms.privateKeys = library.settings.register.reduce(into: []) { $0.formUnion($1.terms.privateKeys) }
                collector.add(change, of: document.id, nil, occasion, terms: terms, on: today)
            }
        }
        for certification in library.certifications { collector.add(certification) }
        return collector.texts
    }

    /// The text below the front matter of each edition and each page, that of erased ones with them.
    static func bodies(
        of library: Library, _ undated: [Document], texts: [String: MarkdownText]
    ) -> [PublishedText] {
        func body(_ span: SourceSpan, _ key: RecordKey?) -> PublishedText {
            PublishedText(
                words: span.text, span: span, isScalar: false, markdown: texts[span.file.path],
                occasion: Occasion(day: .distantPast, known: .last, announced: nil), key: key)
        }
        return library.documents.flatMap(\.editions).map { body($0.body, $0.recordKey) }
            + (undated.flatMap(\.editions).map(\.body) + library.pages.map(\.body)).map { body($0, nil) }
    }

    private struct Collector {
        var texts: [PublishedText] = []
        /// Of the line of the record that holds what is being added; nil for what can be changed at any time.
        private var key: RecordKey?

        /// Adds what another line of the record holds.
        private mutating func within(_ key: RecordKey?, _ add: (inout Collector) -> Void) {
            let outer = self.key
            self.key = key
            add(&self)
            self.key = outer
        }

        mutating func body(
            _ span: SourceSpan, _ markdown: MarkdownText?, _ occasion: Occasion, document: String?
        ) {
            texts.append(
                PublishedText(
                    words: span.text, span: span, isScalar: false, markdown: markdown, occasion: occasion,
                    key: key, document: document))
        }

        mutating func plain(_ text: Sourced<String>?, _ occasion: Occasion, document: String? = nil) {
            guard let text else { return }
            plain(text, occasion, document: document, scalar: text.span)
        }

        private mutating func plain(
            _ text: Sourced<String>, _ occasion: Occasion, document: String?, scalar: SourceSpan?
        ) {
            texts.append(
                PublishedText(
                    words: text.value[...], span: text.span, isScalar: true, markdown: nil, occasion: occasion,
                    key: key, document: document, scalar: scalar))
        }

        mutating func markdown(_ text: Sourced<String>?, _ occasion: Occasion, document: String? = nil) {
            guard let text else { return }
            let (markdown, excess) = MarkdownText.parse(text)
            texts.append(
                PublishedText(
                    words: text.value[...], span: text.span, isScalar: true, markdown: markdown, excess: excess,
                    occasion: occasion, key: key, document: document, scalar: text.span))
        }

        /// A value that is nothing but an address, as a link without words; one that could not be read is empty.
        mutating func address(_ text: Sourced<String>?, _ occasion: Occasion, document: String? = nil) {
            guard let text, !text.value.isEmpty, text.value != Erasure.standIn else { return }
            var markdown = MarkdownText()
            markdown.links = [
                LinkReference(
                    destination: text.value, text: "", isImage: false, span: text.span, textSpan: text.span)
            ]
            texts.append(
                PublishedText(
                    words: text.value[...], span: text.span, isScalar: true, markdown: markdown, occasion: occasion,
                    key: key, document: document))
        }

        mutating func add(_ settings: SiteSettings, on today: Occasion) {
            // A name that stays stands in every later block, and is looked at where it was written.
            var known: Set<Int> = []
            for block in settings.names {
                let (organization, contacts) = (block.terms.organization, block.terms.contacts)
                let names: [Sourced<String>?] =
                    [organization.name, organization.legalName, organization.address]
                    + SiteSettings.Contacts.Kind.allCases.map { contacts[$0] } + block.terms.products.map(\.name)
                let occasion = block.from.map { from in
                    Occasion(day: from.value, known: Moment(from.value), announced: Moment(from.value))
                }
                for text in names.compactMap({ $0 }) where known.insert(text.span.range.lowerBound).inserted {
                    plain(text, occasion ?? today)
                }
            }
            address(settings.securityTxt?.policy, today)
            for id in settings.documents {
                plain(settings.branding.about[id.value], today)
                plain(settings.branding.group[id.value], today)
            }
            for block in settings.notice {
                plain(block.terms.objectionAfterEffect, today)
                for (_, terms) in block.terms.documents.sorted(by: { $0.key < $1.key }) {
                    plain(terms.objectionAfterEffect, today)
                }
            }
        }

        mutating func add(_ announcement: Announcement, _ occasion: Occasion, document: String) {
            markdown(announcement.urgent, occasion, document: document)
            for applies in announcement.applies { plain(applies.to, occasion, document: document) }
            func later(_ kind: RecordKey.Kind, _ moment: Moment, _ reason: Sourced<String>) {
                within(key?.later(kind, moment)) { $0.markdown(reason, Occasion(at: moment), document: document) }
            }
            for postponed in announcement.postponed {
                later(.postponed, postponed.announced.value, postponed.reason)
            }
            if let withdrawn = announcement.withdrawn {
                later(.withdrawn, withdrawn.announced.value, withdrawn.reason)
            }
            for erased in announcement.erasures { later(.erased, erased.announced.value, erased.reason) }
        }

        mutating func add(_ edition: Edition, _ text: MarkdownText?, _ key: RecordKey?, _ occasion: Occasion) {
            within(key) { collector in
                collector.plain(edition.title, occasion, document: edition.document)
                collector.plain(edition.version, occasion, document: edition.document)
                collector.markdown(edition.summary, occasion, document: edition.document)
                collector.add(edition.announcement, occasion, document: edition.document)
                if !edition.announcement.erasures.contains(where: \.isDated) {
                    collector.body(edition.body, text, occasion, document: edition.document)
                }
            }
        }

        /// - Parameters:
        ///   - key: of the change's line; nil where it has none.
        ///   - today: judges what is shown as it is today.
        mutating func add(
            _ change: ProviderChange, of register: String, _ key: RecordKey?, _ occasion: Occasion,
            terms: RegisterTerms, on today: Occasion
        ) {
            within(key) { collector in
                collector.markdown(change.note, occasion, document: register)
                collector.add(change.announcement, occasion, document: register)
            }
            for field in ProviderField.allCases where !terms.isPrivate(field) {
                guard let written = change.fields[field], let value = written.value else { continue }
                // What is shown as it is today can be changed today.
                let isRecorded = terms.isRecorded(field)
                let scalars = field.isOfFreeTexts ? change.scalars[field] ?? [] : []
                var places = Dictionary(grouping: scalars.reversed(), by: \.value)
                within(isRecorded ? key : nil) { collector in
                    for text in value.texts(of: field).map({ Sourced($0, at: written.span) }) {
                        let scalar = places[text.value]?.popLast()
                        collector.plain(text, occasion, document: register, scalar: scalar?.span)
                    }
                    for address in value.addresses(of: field).map({ Sourced($0, at: written.span) }) {
                        collector.address(address, isRecorded ? occasion : today, document: register)
                    }
                }
            }
        }

        mutating func add(_ certification: Certification) {
            let moment = certification.announced.value
            let occasion = Occasion(
                day: max(moment.day, certification.from.value), known: moment, announced: moment)
            plain(certification.name, occasion)
            plain(certification.issuer, occasion)
            markdown(certification.scope, occasion)
            address(certification.link, occasion)
            address(certification.nda, occasion)
        }
    }
}
