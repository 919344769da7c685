import Diagnostics
import Markdown
import Model

extension PublishedText {
    /// Every published text of a site, in the order of the navigation; private fields and erased texts are not there.
    static func all(of history: History, texts: [String: MarkdownText], asOf: AsOf) -> [PublishedText] {
        let library = history.library
        let today = Occasion(asOf: asOf)
        var collector = Collector()
        collector.add(library.settings, on: today)
        for page in library.pages {
            collector.body(page.body, texts[page.source.path], today, document: nil)
        }
        for document in library.documents {
            for edition in document.editions {
                collector.add(edition, texts[edition.source.path])
            }
            for provider in document.providers ?? [] {
                for change in provider.changes {
                    let terms = library.settings.registerTerms(at: change.announcement.moment)
                    collector.add(change, of: document.id, terms: terms)
                }
            }
        }
        for certification in library.certifications { collector.add(certification) }
        return collector.texts
    }

    private struct Collector {
        var texts: [PublishedText] = []

        mutating func body(
            _ span: SourceSpan, _ markdown: MarkdownText?, _ occasion: Occasion, document: String?
        ) {
            texts.append(
                PublishedText(
                    words: span.text, span: span, isScalar: false, markdown: markdown, occasion: occasion,
                    document: document))
        }

        mutating func plain(_ text: Sourced<String>?, _ occasion: Occasion, document: String? = nil) {
            guard let text else { return }
            texts.append(
                PublishedText(
                    words: text.value[...], span: text.span, isScalar: true, markdown: nil, occasion: occasion,
                    document: document))
        }

        mutating func markdown(_ text: Sourced<String>?, _ occasion: Occasion, document: String? = nil) {
            guard let text else { return }
            let (markdown, excess) = MarkdownText.parse(text)
            texts.append(
                PublishedText(
                    words: text.value[...], span: text.span, isScalar: true, markdown: markdown, excess: excess,
                    occasion: occasion, document: document))
        }

        /// A value that is nothing but an address, as a link without words.
        mutating func address(_ text: Sourced<String>?, _ occasion: Occasion, document: String? = nil) {
            guard let text else { return }
            var markdown = MarkdownText()
            markdown.links = [
                LinkReference(
                    destination: text.value, text: "", isImage: false, span: text.span, textSpan: text.span)
            ]
            texts.append(
                PublishedText(
                    words: text.value[...], span: text.span, isScalar: true, markdown: markdown, occasion: occasion,
                    document: document))
        }

        mutating func add(_ settings: SiteSettings, on today: Occasion) {
            for text in [settings.organization.name, settings.organization.legalName, settings.organization.address] {
                plain(text, today)
            }
            for text in [settings.contacts.security, settings.contacts.privacy, settings.contacts.legal] {
                plain(text, today)
            }
            for product in settings.products { plain(product.name, today) }
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
            for postponed in announcement.postponed {
                markdown(postponed.reason, Occasion(at: postponed.announced.value), document: document)
            }
            if let withdrawn = announcement.withdrawn {
                markdown(withdrawn.reason, Occasion(at: withdrawn.announced.value), document: document)
            }
            if let erased = announcement.erased {
                markdown(erased.reason, Occasion(at: erased.announced.value), document: document)
            }
        }

        mutating func add(_ edition: Edition, _ text: MarkdownText?) {
            let occasion = Occasion(edition.announcement)
            plain(edition.title, occasion, document: edition.document)
            plain(edition.version, occasion, document: edition.document)
            markdown(edition.summary, occasion, document: edition.document)
            add(edition.announcement, occasion, document: edition.document)
            if edition.announcement.erased == nil {
                body(edition.body, text, occasion, document: edition.document)
            }
        }

        mutating func add(_ change: ProviderChange, of register: String, terms: RegisterTerms) {
            let occasion = Occasion(change.announcement)
            markdown(change.note, occasion, document: register)
            add(change.announcement, occasion, document: register)
            for field in ProviderField.allCases where !terms.isPrivate(field) {
                guard let written = change.fields[field], let value = written.value else { continue }
                for text in value.texts {
                    plain(Sourced(text, at: written.span), occasion, document: register)
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
        }
    }
}

extension FieldValue {
    /// The words in a value that an author chose freely; codes and dates are none.
    fileprivate var texts: [String] {
        switch self {
        case .text(let text): [text]
        case .texts(let texts): texts
        case .places(let places): places.compactMap { if case .rule(let words, _) = $0 { words } else { nil } }
        case .transfer, .date: []
        case .map(let entries):
            entries.flatMap { entry -> [String] in
                switch entry.value {
                case .text(let text): [text]
                case .texts(let texts): texts
                case .bool, .removed: []
                }
            }
        }
    }
}
