extension NoticeTerms {
    /// What customers lose by these terms.
    ///
    /// - Parameters:
    ///   - before: the terms in force until then, in the order of their days.
    ///   - day: from which these hold; a holiday before it was never theirs.
    ///   - documents: that it may concern.
    ///   - registers: those of them that list somebody, or may do so one day.
    func losses(
        after before: [NoticeTerms], from day: CalendarDate, documents: [String], registers: [String]
    ) -> [TermsLoss] {
        fewer(.notice, of: documents, before: before) { $0.days(for: $1) }
            + fewer(.objection, of: registers, before: before) { $0.objectionDays(for: $1) }
            + otherObjections(to: registers, before: before)
            + calendarLosses(after: before.filter(\.ends.areWorkingDays), from: day, documents, registers)
    }

    /// Documents that lose the same are told together.
    private func fewer(
        _ period: TermsLoss.Period, of documents: [String], before: [NoticeTerms],
        days: (NoticeTerms, String) -> Int
    ) -> [TermsLoss] {
        struct Days: Hashable { var old, new: Int }
        let lost = documents.compactMap { document -> (key: Days, document: String)? in
            let old = before.map { days($0, document) }.max() ?? 0
            let new = days(self, document)
            return new < old ? (Days(old: old, new: new), document) : nil
        }
        return grouped(lost).map { .fewer(period, of: $0.documents, from: $0.key.old, to: $0.key.new) }
    }

    private func otherObjections(to registers: [String], before: [NoticeTerms]) -> [TermsLoss] {
        struct Words: Hashable {
            var old: String?
            var new: String
        }
        let altered = registers.compactMap { register -> (key: Words, document: String)? in
            guard let new = objectionAfterEffect(for: register) else { return nil }
            let old = before.map { $0.objectionAfterEffect(for: register) }
            // What holds last until then is what it is held against.
            return old.last { $0 != new }.map { (Words(old: $0, new: new), register) }
        }
        return grouped(altered).map { .objectionAfterEffect(of: $0.documents, from: $0.key.old, to: $0.key.new) }
    }

    /// - Parameter before: those of the terms in force until then whose periods end on working days.
    private func calendarLosses(
        after before: [NoticeTerms], from day: CalendarDate, _ documents: [String], _ registers: [String]
    ) -> [TermsLoss] {
        let concerned = documents.filter { document in
            before.contains {
                $0.days(for: document) > 0 || registers.contains(document) && $0.objectionDays(for: document) > 0
            }
        }
        guard !concerned.isEmpty else { return [] }
        if !ends.areWorkingDays { return [.workingDays(of: concerned)] }
        let holidays = Set(before.flatMap(\.ends.holidays)).subtracting(ends.holidays).filter { $0 >= day }
        return holidays.isEmpty ? [] : [.holidays(holidays.sorted(), of: concerned)]
    }
}

extension RegisterTerms {
    /// What customers lose by these terms.
    ///
    /// - Parameters:
    ///   - before: the terms in force until then.
    ///   - registers: that list somebody.
    func losses(after before: [RegisterTerms], registers: [String]) -> [TermsLoss] {
        guard !registers.isEmpty else { return [] }
        func fields(_ kept: TermsLoss.Kept, where isLost: (ProviderField, RegisterTerms) -> Bool) -> [TermsLoss] {
            let lost = ProviderField.allCases.filter { field in before.contains { isLost(field, $0) } }
            return lost.isEmpty ? [] : [.fields(lost, kept, of: registers)]
        }
        // What is no longer shown, or no longer announced, is told as that, and not as no longer material too.
        return fields(.hidden) { !$1.isPrivate($0) && self.isPrivate($0) }
            + fields(.unrecorded) { $1.isRecorded($0) && !self.isRecorded($0) && !self.isPrivate($0) }
            + fields(.noLongerMaterial) {
                $1.material.contains($0) && !self.material.contains($0) && self.isRecorded($0)
            }
            + fields(.noLongerRequired) { $1.required.contains($0) && !self.required.contains($0) }
    }
}

/// Documents under what is the same for them, in the order in which they come.
private func grouped<Key: Hashable>(_ pairs: [(key: Key, document: String)]) -> [(key: Key, documents: [String])] {
    var groups: [(key: Key, documents: [String])] = []
    for (key, document) in pairs {
        if let index = groups.firstIndex(where: { $0.key == key }) {
            groups[index].documents.append(document)
        } else {
            groups.append((key, [document]))
        }
    }
    return groups
}
