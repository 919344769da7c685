import Diagnostics
import Model
import Record

/// One way to falsify a history that was published.
enum Tampering: String, CaseIterable {
    // What was published says something else.
    case text, whiteSpace, title, summary, urgency, material, applies, announced, recorded, effective, renamedEdition
    case field, newField, lostField, note
    // What was published is gone, or not yet announced.
    case missingEdition, missingChange, missingProvider, missingDocument, embargoed
    case order
    // What was said later.
    case missingPostponement, rewordedPostponement, missingWithdrawal, rewordedWithdrawal
    case missingErasure, rewordedErasure, wrongErasure, erasedField
    case linkedFile, missingFile
    // What is new, but not said to be.
    case backdatedEdition, backdatedChange, backdatedProvider, backdatedPostponement, backdatedWithdrawal
    case lateNotice
    case authority, since, offset, terms, missingTerms, movedTerms, pastTerms, recordedFields
    case name, product, missingProduct, missingRenaming, pastRenaming
    case earlierRun

    /// What a build must answer: a check at a file.
    struct Refusal {
        var id: CheckID
        var file: String
        /// The check in its place, where what is falsified cannot be told from what is gone.
        var orElse: CheckID?
        /// Other checks that may have something to say of it too.
        var besides: Set<CheckID> = []
    }
}

extension RandomSite {
    /// Falsifies the site in one way.
    ///
    /// - Parameters:
    ///   - run: what the build speaks for that is to refuse it; an earlier run's may be put in its place.
    /// - Returns: what must be found; nil where there is nothing to falsify in that way.
    mutating func apply(_ tampering: Tampering, run: inout AsOf) -> Tampering.Refusal? {
        let published = published(by: spoken)
        let editions = published.filter { $0.isEdition && $0.draft.erased == nil }
        let changes = published.filter { !$0.isEdition && $0.draft.erased == nil }
        switch tampering {
        case .text, .whiteSpace, .title, .summary, .applies, .renamedEdition, .missingEdition:
            return pick(editions).flatMap { tamper(tampering, withEdition: $0) }
        case .field, .newField, .lostField, .note, .effective, .missingChange:
            return pick(changes).flatMap { tamper(tampering, withChange: $0) }
        case .urgency, .material, .announced, .recorded, .embargoed:
            return pick(editions + changes).flatMap { tamper(tampering, with: $0, run: run) }
        case .missingPostponement, .rewordedPostponement, .missingWithdrawal, .rewordedWithdrawal, .missingErasure,
            .rewordedErasure, .wrongErasure, .erasedField:
            return tamper(tampering, withSequelsOf: published)
        case .missingProvider, .missingDocument, .order: return tamper(tampering, withWhole: published)
        case .linkedFile, .missingFile: return tamper(tampering, withFilesOf: editions)
        case .backdatedEdition, .backdatedChange, .backdatedProvider, .backdatedPostponement, .backdatedWithdrawal,
            .lateNotice:
            return tamper(tampering, withNewTo: published, run: run)
        case .authority, .since, .offset, .terms, .missingTerms, .movedTerms, .pastTerms, .recordedFields:
            return tamper(withSettings: tampering)
        case .name, .product, .missingProduct, .missingRenaming, .pastRenaming: return tamper(withNames: tampering)
        case .earlierRun:
            run = AsOf(Moment(spoken.day.adding(days: -number(1...40))))
            return .init(id: .asOfWentBack, file: RecordPath.asOf)
        }
    }

    private mutating func tamper(_ tampering: Tampering, withEdition place: Place) -> Tampering.Refusal? {
        var draft = place.draft
        switch tampering {
        case .text: draft.body = draft.body.replacing("We ", with: "They ", maxReplacements: 1)
        case .whiteSpace: draft.body = draft.body.replacing("We ", with: "We  ", maxReplacements: 1)
        case .title: draft["title"] = "What we say"
        case .summary: draft["summary"] = draft["summary"] == nil ? "More" : "\(draft["summary"] ?? "") or less"
        case .applies: draft["applies"] = draft["applies"] == nil ? "[{to: All, from: \(draft.announced.day)}]" : nil
        case .renamedEdition:
            draft.effective = draft.effective.adding(days: number(1...9))
            let isTaken = drafts[place.group]?.contains { $0.effective == draft.effective } ?? false
            guard !isTaken else { return nil }
            draft.number = 1
        default:
            drafts[place.group]?.remove(at: place.index)
            return .init(id: .publishedTextMissing, file: place.path)
        }
        drafts[place.group]?[place.index] = draft
        return .init(id: .publishedTextChanged, file: Self.path(of: place.group, draft))
    }

    private mutating func tamper(_ tampering: Tampering, withChange place: Place) -> Tampering.Refusal? {
        var draft = place.draft
        let fields = draft.keys.map(\.name).filter { Self.values[$0] != nil && $0 != "contact" }
        switch tampering {
        case .field:
            guard let name = pick(fields) else { return nil }
            draft[name] = pick((Self.values[name] ?? []).filter { $0 != draft[name] })
        case .newField:
            guard let name = pick(["category", "website", "address"].filter { !fields.contains($0) }) else {
                return nil
            }
            draft[name] = pick(Self.values[name] ?? [])
        case .lostField:
            guard fields.count > 1, let name = pick(fields) else { return nil }
            draft[name] = nil
        case .note: draft["note"] = "\(draft["note"] ?? "Because") of it"
        case .effective: draft.effective = draft.effective.adding(days: chance(1, of: 2) ? 1 : -1)
        default:
            guard place.index > 0 else { return nil }
            drafts[place.group]?.remove(at: place.index)
            // The next of that day takes the place of one that is gone, and its number.
            return .init(id: .publishedTextMissing, file: place.path, besides: [.publishedTextChanged])
        }
        drafts[place.group]?[place.index] = draft
        return .init(id: .publishedTextChanged, file: place.path)
    }

    private mutating func tamper(_ tampering: Tampering, with place: Place, run: AsOf) -> Tampering.Refusal? {
        var draft = place.draft
        switch tampering {
        case .urgency: draft["urgent"] = draft["urgent"].map { "\($0) so" } ?? "It cannot wait"
        case .material: draft["material"] = draft["material"] == nil ? "false" : nil
        case .announced:
            guard draft.announced.day > Self.firstDay else { return nil }
            let day = draft.announced.day.adding(days: -number(0...3))
            draft.announced = Moment(day, minute: draft.announced.minute == 0 ? 1 : 0)
        case .recorded:
            guard let recorded = draft.recorded else { return nil }
            draft.recorded = Moment(recorded.day, minute: recorded.minute == 0 ? 1 : 0)
            guard let moment = draft.recorded, run.covers(moment) else { return nil }
        default:
            // What was said of it later would come before it.
            guard draft.lastMoment == draft.moment else { return nil }
            draft.announced = Moment(run.day.adding(days: number(1...9)))
            draft.recorded = nil
        }
        drafts[place.group]?[place.index] = draft
        // On another day, a change leaves its number to another, or takes one.
        let isRenumbered = tampering == .announced && !place.isEdition
        // By the terms of its new day other fields of it may be published, so that nobody would know it.
        let orElse = tampering == .embargoed ? CheckID.publishedTextMissing : nil
        return .init(
            id: .publishedTextChanged, file: place.path, orElse: orElse,
            besides: isRenumbered ? [.publishedTextMissing, .backdated] : [])
    }
}
