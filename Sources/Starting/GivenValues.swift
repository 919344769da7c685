import Formats
import Source
import TrustPress

/// What a command is given as keys with values, and by options of their own.
protocol GivenValues {
    /// Keys and values as they stand in YAML: `locations=[DE, IE]`.
    var values: [String] { get set }
    var announced: String? { get set }
    var effective: String? { get set }
    var urgent: String? { get set }
    var note: String? { get set }
}

extension GivenValues {
    /// Takes keys that have an option of their own as that option: `--set note=…` says what `--note` says.
    ///
    /// - Throws: `UsageError` where both are given, or the value is no text.
    mutating func takeOptions() throws(UsageError) {
        let options: [(key: String, option: WritableKeyPath<Self, String?>)] = [
            ("announced", \.announced), ("effective", \.effective), ("urgent", \.urgent), ("note", \.note),
        ]
        for (key, option) in options {
            while let index = values.firstIndex(where: { $0.hasPrefix("\(key)=") }) {
                guard self[keyPath: option] == nil else { throw UsageError("\(key) is given twice: leave one out") }
                let words = String(values.remove(at: index).dropFirst(key.count + 1))
                guard case .string(let text)? = yamlValue(words) else {
                    throw UsageError("\(words) is no value of \(key) as a file has it; --\(key) takes it as it is")
                }
                self[keyPath: option] = text
            }
        }
    }
}
