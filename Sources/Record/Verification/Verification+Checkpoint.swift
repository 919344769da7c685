import Formats
import Model
import Signatures

extension Verification {
    /// The origin that the record's own first line says.
    private var origin: String? { record.entries.first.flatMap(SiteLine.init)?.origin }

    /// The checkpoint as it is published: that it is of these lines, and who signed it.
    mutating func holdHead(_ note: String, _ keys: [VerifierKey]) {
        let file = RecordPath.checkpoint
        guard let signed = SignedNote(note), let checkpoint = Checkpoint(signed.text) else {
            return report(file, "this is no checkpoint")
        }
        let made = Checkpoint(origin: origin ?? checkpoint.origin, above: leaves)
        let given = signed.text.split(separator: "\n", omittingEmptySubsequences: false)
        let wanted = made.text.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, name) in ["origin", "number of lines", "root"].enumerated() where given[index] != wanted[index] {
            report(
                file, line: index + 1, "the \(name) is not that of \(RecordPath.entries)",
                expected: String(wanted[index]))
        }
        if given.count != wanted.count { report(file, line: 4, "the checkpoint of a record ends here") }
        if let flaw = Self.flaw(of: signed, in: file, keys) { problems.append(flaw) }
        holdListed(signed, beside: keys)
    }

    /// The signatures of the keys and witnesses that the record lists, for the day that it speaks for: where it lists keys,
    /// a note that somebody signed is signed by one of them.
    ///
    /// - Parameter given: keys that whoever verifies has brought along, by which the note is held already.
    private mutating func holdListed(_ note: SignedNote, beside given: [VerifierKey]) {
        let file = RecordPath.checkpoint
        let listed = signers(.key).compactMap { signer in VerifierKey(signer.key).map { ($0, signer.isInUse) } }
        let keys = listed.filter(\.1).map(\.0)
        let verdicts = keys.map { ($0, note.verdict(of: $0)) }
        for (key, _) in verdicts.filter({ $0.1 == .invalid }) {
            report(file, "the signature of \(key.name), a key that the record lists, is not valid")
        }
        let seen = signers(.witness).filter(\.isInUse).compactMap { WitnessKey($0.key) }
        let others = note.signatures.filter { line in
            !keys.contains { line.isOf($0) } && !seen.contains { line.isOf($0) }
        }
        let isSigned = verdicts.contains { $0.1 != .missing }
        if listed.isEmpty, !note.signatures.isEmpty {
            if !given.contains(where: { note.verdict(of: $0) == .valid }) {
                unchecked.append("who signed the checkpoint: the record lists no key that signs it")
            }
        } else if !isSigned, let other = others.first {
            let isOver = listed.contains { !$0.1 && other.isOf($0.0) }
            report(
                file,
                "it is signed by \(other.name), "
                    + (isOver
                        ? "whose key is no longer in use on the day of record/as-of"
                        : "and the record lists another key"))
        } else if !isSigned, !keys.isEmpty {
            unchecked.append("who signed the checkpoint: none of the keys did that the record lists")
        } else if !others.isEmpty {
            let names = Set(others.map(\.name)).sorted().joined(separator: ", ")
            unchecked.append("lines of others below the checkpoint, whom the record does not list: \(names)")
        }
        for witness in seen {
            for line in note.signatures.filter({ $0.isOf(witness) }) {
                if let seconds = line.time(seenBy: witness, text: note.text) {
                    witnesses.append((witness.name, seconds))
                } else {
                    report(file, "the line of the witness \(witness.name) is not valid")
                }
            }
        }
    }

    /// The keys of a kind that the record ever listed, each once, and whether it is in use on the day that it speaks for.
    private func signers(_ kind: RecordKey.Kind) -> [(key: String, isInUse: Bool)] {
        var keys: [(key: String, isInUse: Bool)] = []
        var places: [String: Int] = [:]
        for entry in record.entries where entry.key.kind == kind {
            guard let key = entry.text(of: "key") else { continue }
            let last = entry.text(of: "until").flatMap { CalendarDate($0) }
            let isInUse = last == nil || asOf.map { $0.day <= last ?? $0.day } == true
            if let place = places[key] {
                keys[place].isInUse = isInUse
            } else {
                places[key] = keys.count
                keys.append((key, isInUse))
            }
        }
        return keys
    }

    private static func flaw(of note: SignedNote, in file: String, _ keys: [VerifierKey]) -> RecordProblem? {
        guard !keys.isEmpty else { return nil }
        let verdicts = keys.map { ($0, note.verdict(of: $0)) }
        if let (key, _) = verdicts.first(where: { $0.1 == .invalid }) {
            return RecordProblem(file: file, "the signature of \(key.name) is not valid")
        }
        guard verdicts.contains(where: { $0.1 == .valid }) else {
            let names = Set(keys.map(\.name)).sorted().joined(separator: ", ")
            return RecordProblem(file: file, "there is no signature by the key given (\(names))")
        }
        return nil
    }

    /// Whether the record goes on where a kept checkpoint ends.
    mutating func holdPrefix(_ kept: String, _ keys: [VerifierKey]) {
        let file = "the kept checkpoint"
        guard let signed = SignedNote(kept), let old = Checkpoint(signed.text) else {
            return report(file, "this is no checkpoint")
        }
        if !keys.isEmpty, signed.signatures.isEmpty {
            return report(
                file, "nobody signed it; one that was kept before this record was signed is verified without --key")
        }
        if let flaw = Self.flaw(of: signed, in: file, keys) { return problems.append(flaw) }
        guard old.origin == origin else {
            return report(file, "it is of \(old.origin), and this record is of \(origin ?? "nobody")")
        }
        guard old.size <= record.lines.count else {
            return report(
                file, "it counts \(old.size) lines, and this record has \(record.lines.count): some are gone")
        }
        guard MerkleTree.root(above: leaves[0..<old.size]) == old.root else {
            return report(
                file,
                "the first \(old.size) lines of this record are not those that it was made of: history was altered")
        }
        continues = old
    }
}
