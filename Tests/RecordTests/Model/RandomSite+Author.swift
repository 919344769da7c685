import Model
import Record

extension RandomSite {
    /// What the author does between two builds, one thing or none.
    mutating func write() {
        switch number(0...19) {
        case 0...3: newEdition()
        case 4...8: newChange()
        case 9: newProvider()
        case 10, 11: postpone()
        case 12, 13: withdraw()
        case 14: addOlderHistory()
        case 15: erase()
        case 16: newTerms()
        case 17: tidy()
        case 18: rename()
        default: newDocument()
        }
    }

    /// A moment that may be written now: later than all that was published and all that a file says, after the starting
    /// state, which is published, and not before the day for which the last build spoke. It may be past when it is merged, or to come.
    mutating func moment(after drafts: [Draft]) -> Moment {
        let floor = drafts.map(\.lastMoment).reduce(lastPublished, max)
        let first = max(spoken.day, floor.day, Self.firstDay.adding(days: 1))
        for _ in 0..<4 {
            let day = first.adding(days: number(0...max(0, today.ordinal - first.ordinal) + 4))
            let moment = Moment(day, minute: chance(1, of: 2) ? nil : number(0...1439))
            if moment > floor { return moment }
        }
        return Moment(first.adding(days: 1))
    }

    /// A day by which what is announced for a moment is published, however many nights are missed until then.
    func firstRead(_ moment: Moment) -> CalendarDate {
        coming.covers(moment) ? max(today, moment.day) : moment.day.adding(days: Self.mostNights)
    }

    /// The latest day of effect of what was not withdrawn.
    func latest(_ drafts: [Draft]) -> CalendarDate {
        drafts.filter { $0.withdrawn == nil }.map(\.current).max() ?? Self.firstDay
    }

    /// A day of effect for something new that comes after all that is written.
    mutating func day(of draft: Draft, after drafts: [Draft], needsNotice: Bool, strictly: Bool) -> CalendarDate {
        let moment = max(draft.moment.day, today)
        let earliest =
            needsNotice ? moment.adding(days: Self.longestNotice + 1 + Self.slack) : firstRead(draft.moment)
        return max(earliest, latest(drafts).adding(days: strictly ? 1 : 0)).adding(days: number(0...5))
    }

    mutating func append(_ draft: Draft, to group: String) {
        var draft = draft
        if !Self.isProvider(group) {
            let taken = (drafts[group] ?? []).filter { $0.effective == draft.effective }.map(\.number).max()
            draft.number = (taken ?? 0) + 1
        }
        drafts[group, default: []].append(draft)
        log.append("\(Self.path(of: group, draft)): \(draft.moment) for \(draft.effective)")
    }

    mutating func sentence() -> String {
        "We \(pick(["keep", "move", "drop", "check"]) ?? "") \(pick(["logs", "mails", "words"]) ?? "") \(number(1...999))"
    }

    mutating func newText() -> String {
        var text = "# Words\n\n\(sentence()).\n\n## 1. More\n\n\(sentence()).\n"
        if chance(1, of: 3) {
            let name = "terms-\(attachments.count).txt"
            if attachments.isEmpty || chance(2, of: 3) { attachments["Content/files/\(name)"] = sentence() }
            let file = pick(attachments.keys.sorted()) ?? ""
            text += "\nSee [the terms](\(file.dropFirst("Content".count))).\n"
        }
        return text
    }

    mutating func newEdition() {
        guard let group = pick(documents), let all = drafts[group] else { return }
        let moment = moment(after: all)
        var draft = Draft(announced: moment, effective: moment.day)
        draft["title"] = "About \(group)"
        draft["summary"] = sentence()
        draft.body = newText()
        var needsNotice = group != "security"
        switch number(0...5) {
        case 0:
            if tidies(&draft, all) {
                draft.effective = day(of: draft, after: all, needsNotice: false, strictly: true)
                append(draft, to: group)
                return
            }
        case 1:
            draft["urgent"] = sentence()
            needsNotice = false
        default: break
        }
        if chance(1, of: 5) { draft["version"] = "\"\(number(1...9)).0\"" }
        if chance(1, of: 5) { draft["applies"] = "[{to: New customers, from: \(firstRead(moment)), new: true}]" }
        if !needsNotice, latest(all) > firstRead(moment), chance(1, of: 2) {
            draft["interim"] = "true"
            draft.effective = firstRead(moment)
            append(draft, to: group)
            return
        }
        if chance(1, of: 6) {
            draft.recorded = moment
            draft.announced = Moment(moment.day.adding(days: -number(1...20)), minute: number(0...1439))
        }
        draft.effective = day(of: draft, after: all, needsNotice: needsNotice, strictly: draft.recorded != nil)
        append(draft, to: group)
    }

    /// Makes an editorial edition of the one that comes before it: other punctuation and white space.
    ///
    /// - Returns: whether there is one whose words are known.
    private func tidies(_ draft: inout Draft, _ all: [Draft]) -> Bool {
        // Nor does it follow, over editorial ones, what is erased.
        guard !all.contains(where: { $0.erased != nil }), let last = all.last(where: { $0.withdrawn == nil }),
            last.current == latest(all)
        else {
            return false
        }
        draft["material"] = "false"
        draft["title"] = last["title"]
        draft.body =
            last.body.contains("!\n")
            ? last.body.replacing("!\n", with: ".\n") : last.body.replacing(".\n", with: "!\n") + "\n"
        return true
    }

    /// An edition of the time before the site, recorded now: before all that are there.
    mutating func addOlderHistory() {
        guard let group = pick(["privacy", "security"]), let all = drafts[group] else { return }
        let day = all.map(\.effective).reduce(Self.firstDay, min).adding(days: -number(1...100))
        var draft = Draft(announced: Moment(day), recorded: moment(after: all), effective: day)
        draft["title"] = "About \(group)"
        draft["summary"] = sentence()
        draft.body = newText()
        append(draft, to: group)
    }

    mutating func newDocument() {
        guard !documents.contains("terms") else { return tidy() }
        let moment = moment(after: [])
        var draft = Draft(announced: moment, effective: moment.day, body: newText())
        draft["title"] = "Terms"
        draft["summary"] = sentence()
        draft.effective = day(of: draft, after: [], needsNotice: true, strictly: false)
        documents.append("terms")
        append(draft, to: "terms")
    }

    /// Other names from a day on which nothing can have been told yet.
    private mutating func rename() {
        let moment = moment(after: [])
        let day = moment.minute == nil ? moment.day : moment.day.adding(days: 1)
        guard settings.renamed.last.map({ $0.from < day }) ?? true else { return tidy() }
        let number = settings.renamed.count + 2
        let (name, product) = pick([("Acme", nil), (nil, "Desk"), ("Acme", "Desk")]) ?? (nil, nil)
        settings.renamed.append(
            .init(from: day, name: name.map { "\($0) \(number)" }, product: product.map { "\($0) \(number)" }))
        log.append("renamed from \(day)")
    }

    /// The last of a group, where it has not yet taken effect by a moment that can be written.
    private mutating func upcoming() -> (group: String, index: Int, moment: Moment)? {
        let groups = groups.filter { group in
            guard let all = drafts[group], let last = all.last else { return false }
            return last.withdrawn == nil && last.erased == nil && last.current == latest(all) && last.current > today
                && !last.leavesNoTrace
        }
        guard let group = pick(groups), let all = drafts[group] else { return nil }
        let moment = moment(after: all)
        guard let last = all.last, moment.day < last.current, firstRead(moment) < last.current else { return nil }
        return (group, all.count - 1, moment)
    }

    mutating func postpone() {
        guard let (group, index, moment) = upcoming(), let draft = drafts[group]?[index] else { return }
        let later = Draft.Postponed(
            announced: moment, effective: draft.current.adding(days: number(1...30)), reason: sentence())
        drafts[group]?[index].postponed.append(later)
        log.append("\(Self.path(of: group, draft)): postponed \(moment)")
    }

    mutating func withdraw() {
        guard let (group, index, moment) = upcoming(), index > 0, let draft = drafts[group]?[index] else { return }
        let withdrawn = (announced: moment, reason: sentence())
        drafts[group]?[index].withdrawn = withdrawn
        log.append("\(Self.path(of: group, draft)): withdrawn \(moment)")
    }

    /// Takes the texts of something published out of the source, and leaves the hash that the record has.
    mutating func erase() {
        guard let place = pick(published(by: spoken).filter { $0.draft.erased == nil }) else { return }
        let (document, item) = id(of: place)
        let line = lines.first { $0.key.path != nil && $0.key.document == document && $0.key.item == item }
        guard let line, let digest = line.digest else { return }
        var draft = place.draft
        // Nothing editorial can be announced after it.
        let isAwaited =
            drafts[place.group]?.contains { $0["material"] == "false" && !spoken.covers($0.moment) } ?? false
        guard !isAwaited else { return }
        let words = ["summary", "note", "urgent", "address"]
        guard !draft.body.isEmpty || words.contains(where: { draft[$0] != nil }) else { return }
        let moments = (0..<8).map { _ in moment(after: [draft]) }
        guard let moment = moments.first(where: coming.covers) else { return }
        draft.erased = Draft.Erased(
            announced: moment, reason: sentence(), sha256: digest,
            files: line.files.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
        draft.body = ""
        for key in words where draft[key] != nil { draft[key] = Erasure.standIn }
        drafts[place.group]?[place.index] = draft
        log.append("\(place.path): erased \(item) \(draft.lastMoment)")
    }

    /// Another block of terms, announced so early that it may weaken the others.
    mutating func newTerms() {
        let isNotice = chance(1, of: 2)
        let last = (isNotice ? settings.notice : settings.register).last
        let announced = moment(after: [])
        let earliest = max(announced.day, today).adding(days: Self.longestNotice + 1 + Self.slack)
        let from = max(last?.from?.adding(days: 1) ?? earliest, earliest).adding(days: number(0...5))
        if isNotice {
            let days = number(5...Self.longestNotice)
            settings.notice.append(
                .init(
                    from: from, announced: announced,
                    terms: "days: \(days), objection_days: \(number(1...days)), documents: {security: {days: 0}}"))
        } else {
            let unrecorded = chance(1, of: 2) ? "contact, links, verified" : "contact, links, verified, terms"
            settings.register.append(
                .init(from: from, announced: announced, terms: "private: [cost_center], unrecorded: [\(unrecorded)]"))
        }
        log.append("terms of \(announced) from \(from)")
    }

    /// Alters what no customer was promised: private and unrecorded fields, pages, the company's name.
    mutating func tidy() {
        guard let group = pick(groups.filter(Self.isProvider)) else { return }
        let code = number(100_000...999_999)
        switch number(0...2) {
        case 0: drafts[group]?[0]["cost_center"] = "\"\(code)\""
        case 1:
            let today = today
            drafts[group]?[0]["verified"] = "\(today)"
        default: page += "\n\(sentence()).\n"
        }
        log.append("tidied")
    }
}
