import Diagnostics
import Formats

/// A value that stands for every one that may stand in its place. The readers read it as they read any other, and it notes
/// what they ask for, which is its form; so what a schema says and what is read are one definition.
package final class Probe {
    private var scalars: [ValueForm] = []
    private var lists: [(first: Probe?, items: Probe, minimum: Int)] = []
    private var maps: [MapProbe] = []

    /// What was asked for.
    var form: ValueForm {
        var forms: [ValueForm] = scalars
        forms += lists.map { .list(first: $0.first?.form, $0.items.form, minimum: $0.minimum) }
        forms += maps.map(\.form)
        let distinct = forms.uniqued
        return distinct.count == 1 ? distinct[0] : distinct.isEmpty ? .anything : .either(distinct)
    }

    func ask(_ form: ValueForm) { scalars.append(form) }

    /// The item that stands for all of a list.
    func item(minimum: Int) -> YAMLNode {
        let item = Probe()
        lists.append((nil, item, minimum))
        return .standingFor(item)
    }

    /// The first item of a list, and the one that stands for all others.
    func items() -> (first: YAMLNode, others: YAMLNode) {
        let (first, others) = (Probe(), Probe())
        lists.append((first, others, 1))
        return (.standingFor(first), .standingFor(others))
    }

    func map() -> MapProbe {
        let map = MapProbe()
        maps.append(map)
        return map
    }
}

/// A map that stands for every one that may stand in its place.
final class MapProbe {
    private var names: [String] = []
    private var probes: [String: Probe] = [:]
    private var required: Set<String> = []
    private var others: (keys: ValueForm, probe: Probe)?

    var form: ValueForm {
        .map(
            names.map { name in
                ValueForm.Key(
                    name: name, form: probes[name]?.form ?? .anything, isRequired: required.contains(name))
            },
            others: others.map { ValueForm.Others(keys: $0.keys, form: $0.probe.form) })
    }

    func value(_ name: String, isRequired: Bool) -> YAMLNode {
        if isRequired { required.insert(name) }
        if let probe = probes[name] { return .standingFor(probe) }
        let probe = Probe()
        names.append(name)
        probes[name] = probe
        return .standingFor(probe)
    }

    /// The value that stands for those of all keys that an author chooses.
    func value(ofKeys keys: ValueForm) -> YAMLNode {
        let probe = Probe()
        others = (keys, probe)
        return .standingFor(probe)
    }
}

extension YAMLNode {
    static func standingFor(_ probe: Probe) -> YAMLNode {
        YAMLNode(content: .probe(probe), span: SourceSpan(SourceFile(path: "", text: ""), 0..<0))
    }

    var probe: Probe? {
        if case .probe(let probe) = content { probe } else { nil }
    }

    /// Notes of a probe that a form may stand there besides what else is asked for.
    func allow(_ form: ValueForm) { probe?.ask(form) }

    /// What is made of a value that may be a map or something else; a probe is asked for both.
    func read<Value>(asMap map: () -> Value, otherwise other: () -> Value) -> Value {
        switch content {
        case .map: return map()
        case .probe:
            _ = other()
            return map()
        case .scalar, .list, .broken: return other()
        }
    }

    /// What is made of a value that may be a list or something else; a probe is asked for both.
    func read<Value>(asList list: () -> Value, otherwise other: () -> Value) -> Value {
        switch content {
        case .list: return list()
        case .probe:
            _ = other()
            return list()
        case .scalar, .map, .broken: return other()
        }
    }
}
