import Formats
import Model
import Record

/// `Content/site.yaml`, made again of the lines of a record and of the words beside them.
struct SettingsWords {
    let record: ParsedRecord
    let words: Preimages
    let folder: PublishedFolder

    var members: [JSONValue.Member] {
        let site = record.entries.first?.json
        let (names, products) = (names, products)
        return names.first.members + products.current
            + [
                .init("url", .string(url)),
                .init("authority", site?["authority"] ?? .null),
                .init("since", site?["since"] ?? .null),
                .init("utc_offset", site?["utc_offset"] ?? .null),
                .init("documents", .array(arrangement.documents(documents))),
                .init("theme", .object([.init("groups", .array(arrangement.groups.map(JSONValue.string)))])),
                .init("renamed", .array(renamed(names.later, products.later))),
                .init("notice", .array(blocks(.notice))),
                .init("register", .array(blocks(.register).map(arranged))),
                .init(
                    "record",
                    .object([.init("keys", .array(signers(.key))), .init("witnesses", .array(signers(.witness)))])),
            ].filter { $0.value != .array([]) }
    }

    private func entries(_ kind: RecordKey.Kind) -> [JSONValue] {
        record.entries.filter { $0.key.kind == kind }.map(\.json)
    }

    /// The address of the site, as its notices have it: it is in no record, and may change.
    private var url: String {
        // Those of terms and names say it too; of a stranger's many files a few are looked at.
        for path in words.notices + folder.notices.prefix(20) {
            let page = "/\(path.dropLast(".json".count))/"
            guard let url = folder.json(path)?["url"]?.text, url.hasSuffix(page) else { continue }
            return String(url.dropLast(page.count))
        }
        return "https://site.invalid"
    }

    /// The most bytes of a page that is read as tags and texts.
    private static let mostMarkup = 67_108_864

    /// What the overview says of documents, which is in no record.
    private var arrangement: ShownArrangement {
        let overview = folder.bytes("index.html", limit: Self.mostMarkup)
        return ShownArrangement(overview: String(decoding: overview ?? [], as: UTF8.self))
    }

    /// In the order of the navigation, which is free to change: that of the list of feeds, where it has them.
    private var documents: [String] {
        inOrderOfFeeds(record.entries.lazy.map(\.key.document).filter { !$0.isEmpty }.uniqued) { $0 }
    }

    /// Things in the order in which the list of feeds has theirs; those without one come last.
    private func inOrderOfFeeds<Thing>(_ things: [Thing], feed: (Thing) -> String) -> [Thing] {
        let list = folder.bytes("feeds/subscriptions.opml").map { String(decoding: $0, as: UTF8.self) } ?? ""
        var places: [String: Int] = [:]
        for (place, part) in list.split(separator: "\"\(url)/feeds/").enumerated() {
            let name = String(part.prefix { $0 != "." })
            places[name] = places[name] ?? place
        }
        return things.enumerated().sorted {
            (places[feed($0.element)] ?? .max, $0.offset) < (places[feed($1.element)] ?? .max, $1.offset)
        }.map(\.element)
    }

    /// The blocks of `notice` or `register`, with the words of what an objection does in the place of their digests.
    private func blocks(_ kind: RecordKey.Kind) -> [JSONValue] { entries(kind).map(worded) }

    /// A block with how its lists are arranged, which is in no record: as one of them says.
    private func arranged(_ block: JSONValue) -> JSONValue {
        let pages = documents.lazy.compactMap { folder.bytes("\($0)/index.html", limit: Self.mostMarkup) }
        guard let page = pages.first(where: { $0.firstPlace(of: Array(" data-list=\"".utf8)) != nil }) else {
            return block
        }
        let shown = HTMLToken.all(in: String(decoding: page, as: UTF8.self)).lazy.compactMap { token in
            if case .start("section", let attributes) = token, attributes["data-list"] != nil {
                attributes
            } else {
                nil
            }
        }.first
        let columns = shown?["data-columns"].map { $0.split(separator: " ").map { JSONValue.string(String($0)) } }
        let more = [
            columns.map { JSONValue.Member("columns", .array($0)) },
            (shown?["data-group-by"]).map { JSONValue.Member("group_by", .string($0)) },
        ]
        return .object(block.members + more.compactMap(\.self))
    }

    private func worded(_ block: JSONValue) -> JSONValue {
        .object(
            block.members.filter { $0.key != "kind" }.map { member in
                switch (member.key, member.value) {
                case ("objection_after_effect", .string(let digest)):
                    JSONValue.Member(member.key, words[digest] ?? member.value)
                case ("documents", .object(let documents)):
                    JSONValue.Member(
                        member.key, .object(documents.map { JSONValue.Member($0.key, worded($0.value)) }))
                default: member
                }
            })
    }

    /// Keys or witnesses, each once, with its last day where a line says it.
    private func signers(_ kind: RecordKey.Kind) -> [JSONValue] {
        var signers: [[JSONValue.Member]] = []
        var places: [String: Int] = [:]
        for line in entries(kind) {
            guard let key = line["key"]?.text else { continue }
            let days = line.members.filter { $0.key == "from" || $0.key == "until" }
            if let place = places[key], line["from"] == nil {
                signers[place] += days
            } else {
                places[key] = signers.count
                signers.append([.init("key", .string(key))] + days)
            }
        }
        return signers.map(JSONValue.object)
    }

    // MARK: Names

    /// Organization, contacts and language: those of the beginning, and the later ones with their days.
    private var names: (first: JSONValue, later: [(from: String, names: JSONValue)]) {
        let all = entries(.names).map { line in
            (from: line["from"]?.text ?? "", names: line["sha256"]?.text.flatMap { words[$0] } ?? .object([]))
        }
        return (all.first?.names ?? .object([]), all.dropFirst().map { ($0.from, whole($0.names)) })
    }

    /// Names as an item of `renamed` says them whole: what they do not have is taken away, as what is left out stays.
    private func whole(_ names: JSONValue) -> JSONValue {
        .object(
            names.members.map { member in
                guard member.key == "organization" else { return member }
                let gone = ["legal_name", "address"].filter { member.value[$0] == nil }
                return .init("organization", .object(member.value.members + gone.map { .init($0, .null) }))
            })
    }

    /// The products as they became public and, by the day, what they are called later, or offered again. The day of a
    /// retirement stands with the name that it ends, as in a source: it is no day of other names.
    private var products: (current: [JSONValue.Member], later: [(from: String, member: JSONValue.Member)]) {
        var ids: [String] = []
        var states: [String: [ProductState]] = [:]
        for line in entries(.product) {
            guard let id = line["product"]?.text, let name = line["sha256"]?.text.flatMap({ words[$0] }) else {
                continue
            }
            let state = ProductState(from: line["from"]?.text ?? "", name: name, retired: line["retired"])
            guard var known = states.removeValue(forKey: id) else {
                ids.append(id)
                states[id] = [state]
                continue
            }
            if let last = known.last, last.name == name, last.retired == nil, state.retired != nil {
                known[known.count - 1].retired = state.retired
            } else {
                known.append(state)
            }
            states[id] = known
        }
        guard !ids.isEmpty else { return ([], []) }
        let current = inOrderOfFeeds(ids) { "product/\($0)" }.map { id in
            let first = states[id]?.first
            let from = first.map { [JSONValue.Member("from", .string($0.from))] } ?? []
            return JSONValue.Member(id, .object((first?.members ?? []) + from))
        }
        let later = ids.flatMap { id in
            (states[id] ?? []).dropFirst().map { ($0.from, JSONValue.Member(id, .object($0.members))) }
        }
        return ([.init("products", .object(current))], later)
    }

    /// What a product is called from a moment on, and the day on which it is retired.
    private struct ProductState {
        var from: String
        var name: JSONValue
        var retired: JSONValue?

        var members: [JSONValue.Member] { [.init("name", name)] + (retired.map { [.init("retired", $0)] } ?? []) }
    }

    /// The items of `renamed`, in the order of their days.
    ///
    /// - Parameter called: what products are called later.
    private func renamed(
        _ names: [(from: String, names: JSONValue)], _ called: [(from: String, member: JSONValue.Member)]
    ) -> [JSONValue] {
        let products = Dictionary(grouping: called, by: \.from)
        let others = Dictionary(names.map { ($0.from, $0.names) }, uniquingKeysWith: { first, _ in first })
        return Set(products.keys).union(others.keys).sorted().map { day in
            let own = products[day]?.map(\.member) ?? []
            return .object(
                [.init("from", .string(day))] + (others[day]?.members ?? [])
                    + (own.isEmpty ? [] : [.init("products", .object(own))]))
        }
    }
}
