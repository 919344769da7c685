/// The spelling corrections of one provider's texts: once per text and notice period.
struct Spellings {
    let register: String
    let settings: SiteSettings
    private var corrected: [ProviderField: [Moment]] = [:]

    init(register: String, settings: SiteSettings) {
        self.register = register
        self.settings = settings
    }

    /// Whether the period after each earlier correction of a field's text is over.
    func allow(_ field: ProviderField, at moment: Moment) -> Bool {
        let terms = settings.noticeTerms(at: moment)
        return (corrected[field] ?? []).allSatisfy { earlier in
            let (first, second) = (min(earlier.day, moment.day), max(earlier.day, moment.day))
            return terms.earliestEffective(announced: first, for: register) <= second && earlier != moment
        }
    }

    mutating func note(_ fields: Set<ProviderField>, at moment: Moment) {
        for field in fields { corrected[field, default: []].append(moment) }
    }
}
