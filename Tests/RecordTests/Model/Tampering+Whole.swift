import Diagnostics
import Model
import Record

extension RandomSite {
    mutating func tamper(_ tampering: Tampering, withSequelsOf published: [Place]) -> Tampering.Refusal? {
        func places(_ isMeant: (Draft) -> Bool) -> [Place] { published.filter { isMeant($0.draft) } }
        let asOf = spoken
        let candidates =
            switch tampering {
            case .missingPostponement, .rewordedPostponement:
                places { $0.postponed.contains { asOf.covers($0.announced) } }
            case .missingWithdrawal, .rewordedWithdrawal:
                places { $0.withdrawn.map { asOf.covers($0.announced) } ?? false }
            default: places { $0.erased.map { asOf.covers($0.announced) } ?? false }
            }
        guard let place = pick(candidates) else { return nil }
        var draft = place.draft
        var id = CheckID.publishedTextChanged
        switch tampering {
        case .missingPostponement:
            draft.postponed.removeFirst()
            id = .publishedTextMissing
        case .rewordedPostponement:
            if chance(1, of: 2) {
                draft.postponed[0].reason += " and more"
            } else {
                draft.postponed[0].effective = draft.postponed[0].effective.adding(days: 1)
            }
        case .missingWithdrawal:
            draft.withdrawn = nil
            id = .publishedTextMissing
        case .rewordedWithdrawal: draft.withdrawn?.reason += " and more"
        case .missingErasure:
            // The words are gone; so what stands there now is another text.
            draft.erased = nil
            id = .publishedTextMissing
        case .rewordedErasure: draft.erased?.reason += " and more"
        case .wrongErasure: draft.erased?.sha256 = String(repeating: "0", count: 64)
        default:
            let fields = draft.keys.map(\.name).filter {
                Self.values[$0] != nil && !["contact", "address"].contains($0)
            }
            guard !place.isEdition, let name = pick(fields) else { return nil }
            draft[name] = pick((Self.values[name] ?? []).filter { $0 != draft[name] })
        }
        drafts[place.group]?[place.index] = draft
        return .init(id: id, file: place.path, besides: [.publishedTextChanged])
    }

    mutating func tamper(_ tampering: Tampering, withWhole published: [Place]) -> Tampering.Refusal? {
        switch tampering {
        case .missingProvider:
            guard let place = pick(published.filter { !$0.isEdition }) else { return nil }
            drafts[place.group] = nil
            return .init(id: .publishedTextMissing, file: place.path)
        case .missingDocument:
            guard let place = pick(published.filter(\.isEdition)), place.group != Self.register else { return nil }
            drafts[place.group] = nil
            documents.removeAll { $0 == place.group }
            // Every edition of it is missing.
            return .init(id: .publishedTextMissing, file: place.path, besides: [.publishedTextMissing])
        default:
            let pairs = published.filter { place in
                guard !place.isEdition, place.index > 1, let before = drafts[place.group]?[place.index - 1] else {
                    return false
                }
                return before.recorded == nil && place.draft.recorded == nil && before.announced < place.draft.announced
            }
            guard let place = pick(pairs) else { return nil }
            drafts[place.group]?.swapAt(place.index, place.index - 1)
            return .init(id: .outOfOrder, file: place.path)
        }
    }

    mutating func tamper(_ tampering: Tampering, withFilesOf editions: [Place]) -> Tampering.Refusal? {
        // One that was erased with another edition has a finding of its own there.
        let erased = Set(drafts.values.joined().flatMap { $0.erased?.files.map(\.path) ?? [] })
        let linked = attachments.keys.sorted().filter { path in
            let address = path.dropFirst("Content".count)
            return !erased.contains(String(address)) && editions.contains { $0.draft.body.contains(address) }
        }
        guard let path = pick(linked) else { return nil }
        guard tampering == .linkedFile else {
            attachments[path] = nil
            return .init(id: .publishedTextMissing, file: path)
        }
        attachments[path]? += "!"
        return .init(id: .publishedTextChanged, file: path)
    }

    /// Something new at a moment of which an earlier build has spoken already; or in time, with too little notice left.
    mutating func tamper(_ tampering: Tampering, withNewTo published: [Place], run: AsOf) -> Tampering.Refusal? {
        let past = Moment(spoken.day.adding(days: -number(1...9)))
        guard past.day > Self.firstDay else { return nil }
        var draft = Draft(announced: past, effective: run.day.adding(days: 90))
        switch tampering {
        case .backdatedEdition, .lateNotice:
            draft["title"] = "Words"
            draft["summary"] = sentence()
            draft.body = newText() + "\nNew words.\n"
            let group = "privacy"
            if tampering == .lateNotice {
                // Enough of it from the day that is written, and not from the first that anybody could read it.
                let moment = Moment(spoken.day, minute: 1439)
                guard moment > lastPublished, run.day > moment.day else { return nil }
                let days = days(on: moment.day)
                draft.announced = moment
                draft.effective = moment.day.adding(days: days + 1)
                guard latest(drafts[group] ?? []) < draft.effective else { return nil }
            }
            append(draft, to: group)
            let path = Self.path(of: group, drafts[group]?.last)
            return .init(id: tampering == .lateNotice ? .noticeTooShort : .backdated, file: path)
        case .backdatedProvider:
            draft.keys = firstState(of: "dinghy")
            draft["note"] = sentence()
            append(draft, to: "\(Self.register)/dinghy")
            return .init(id: .backdated, file: Self.path(of: "\(Self.register)/dinghy"))
        case .backdatedChange:
            guard let place = pick(published.filter { !$0.isEdition }) else { return nil }
            draft["category"] = "Chandlery"
            draft["note"] = sentence()
            append(draft, to: place.group)
            // It may take the id of one that was recorded later.
            return .init(id: .backdated, file: place.path, besides: [.publishedTextChanged])
        default:
            let open = published.filter {
                $0.draft.withdrawn == nil && $0.draft.moment < past && $0.draft.current > past.day
                    && !$0.draft.postponed.contains { $0.announced == past }
            }
            guard let place = pick(open) else { return nil }
            var draft = place.draft
            if tampering == .backdatedWithdrawal {
                draft.withdrawn = (past, sentence())
            } else {
                draft.postponed.append(
                    .init(announced: past, effective: draft.current.adding(days: 9), reason: sentence()))
            }
            drafts[place.group]?[place.index] = draft
            return .init(id: .backdated, file: place.path)
        }
    }

    /// The days of notice of what is announced on a day.
    private func days(on day: CalendarDate) -> Int {
        let block = settings.notice.last { $0.from.map { $0 <= day } ?? true }
        return block.flatMap { Int($0.terms.dropFirst("days: ".count).prefix { $0.isNumber }) } ?? 0
    }

    mutating func tamper(withSettings tampering: Tampering) -> Tampering.Refusal? {
        var refusal = Tampering.Refusal(id: .settingsChanged, file: Self.settingsPath)
        let asOf = spoken
        func isPast(_ block: Settings.Block) -> Bool { block.announced.map(asOf.covers) ?? true }
        let past = settings.notice.filter(isPast).count
        let index = number(0...past - 1)
        switch tampering {
        case .authority:
            settings.authority = pick(["acme.example,2027", "trust.acme.example,2026"]) ?? ""
            refusal.id = .authorityChanged
        case .since: settings.since = "2026-01-0\(number(2...9))"
        case .offset: settings.offset = "+02:00"
        case .terms: settings.notice[index].terms = "days: 1" + settings.notice[index].terms.dropFirst("days: ".count)
        case .missingTerms:
            guard index > 0 else { return nil }
            settings.notice.remove(at: index)
        case .movedTerms:
            guard index > 0, let from = settings.notice[index].from else { return nil }
            settings.notice[index].from = from.adding(days: -1)
            guard settings.notice[index - 1].from.map({ $0 < from.adding(days: -1) }) ?? true else { return nil }
            // It is another line then, of a moment that is past.
            refusal.besides = [.backdated, .noticeTooShort]
        case .pastTerms:
            let last = settings.notice.last?.from ?? Self.firstDay
            settings.notice.append(
                .init(
                    from: max(last, spoken.day).adding(days: 40), announced: Moment(spoken.day.adding(days: -1)),
                    terms: "days: 1, objection_days: 1, documents: {security: {days: 0}}"))
            return .init(id: .backdated, file: Self.settingsPath)
        default:
            let index = number(0...settings.register.filter(isPast).count - 1)
            settings.register[index].terms = "private: [cost_center, category], unrecorded: [contact, links, verified]"
            // Which fields are published of each change follows from it.
            refusal.besides = [.publishedTextChanged, .publishedTextMissing]
        }
        return refusal
    }

    /// What the site and its product are called: as it is, or as it was told to be from a day on.
    mutating func tamper(withNames tampering: Tampering) -> Tampering.Refusal? {
        var refusal = Tampering.Refusal(id: .settingsChanged, file: Self.settingsPath)
        let told = settings.renamed.indices.filter { settings.renamed[$0].from <= spoken.day }
        switch tampering {
        case .name:
            let index = pick(told.filter { settings.renamed[$0].name != nil })
            if let index { settings.renamed[index].name = "Umbrella" } else { settings.name = "Umbrella" }
        case .product:
            let index = pick(told.filter { settings.renamed[$0].product != nil })
            if let index { settings.renamed[index].product = "Table" } else { settings.product = "Table" }
        case .missingProduct:
            guard settings.renamed.allSatisfy({ $0.product == nil }) else { return nil }
            settings.product = nil
            refusal.id = .publishedTextMissing
        case .missingRenaming:
            guard let index = pick(told) else { return nil }
            settings.renamed.remove(at: index)
        default:
            let day = spoken.day.adding(days: -1)
            guard settings.renamed.allSatisfy({ $0.from < day }) else { return nil }
            settings.renamed.append(.init(from: day, name: "Umbrella"))
            refusal.id = .backdated
        }
        return refusal
    }
}
