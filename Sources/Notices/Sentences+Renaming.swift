import Diagnostics
import Model

extension Sentences {
    /// What other names hold, part by part.
    func facts(of renaming: Renaming, from viewpoint: Viewpoint) -> [RenamingFact] {
        let day = renaming.from.value
        return renaming.parts.map { part in
            RenamingFact(
                part: part, old: renaming.before, new: renaming.after, tense: viewpoint.tense(of: day), day: day)
        }
    }
}
