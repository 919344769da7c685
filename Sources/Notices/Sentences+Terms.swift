import Diagnostics
import Model

extension Sentences {
    /// What a block of terms takes away, loss by loss. Documents are called by their titles when it was announced.
    func facts(of change: TermsChange, from viewpoint: Viewpoint) -> [TermsFact] {
        let timing = Timing(change.announcement, from: viewpoint)
        return change.losses.map { loss in
            TermsFact(
                loss: loss, documents: loss.documents.map { document($0, knownAt: change.announcement.moment) },
                tense: timing.isWithdrawn ? .future : viewpoint.tense(of: timing.effective),
                day: timing.effective, isWithdrawn: timing.isWithdrawn)
        }
    }

    private func document(_ id: String, knownAt known: Moment) -> DocumentFact {
        if id == TermsLoss.newDocuments { return .new }
        guard let document = history.document(id), let newest = document.newest(knownAt: known) else { return .id(id) }
        return .titled(newest.title.value, isRegister: document.isRegister(knownAt: known))
    }
}
