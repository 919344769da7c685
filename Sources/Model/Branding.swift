import Diagnostics

/// `theme:` in site.yaml, and what `documents:` says beside ids: how a company's site looks and how its navigation is
/// arranged. It is shown as it is today, is in no record and free to change.
package struct Branding: Sendable {
    package var logo: Variants<String>?
    /// What browsers show beside the name of a page. Pictures are addresses of assets: `/assets/logo.svg`.
    package var favicon: Sourced<String>?
    package var accent: Variants<Color>?
    /// The groups of the navigation in their order; empty where they stand as documents name them.
    package var groups: [Sourced<String>] = []
    /// What each document is, in a line, by its id.
    package var about: [String: Sourced<String>] = [:]
    /// In which group of the navigation each document is.
    package var group: [String: Sourced<String>] = [:]

    package init() {}

    /// What is shown on light paper, and on dark where that is another.
    package struct Variants<Value: Sendable>: Sendable {
        package var light: Sourced<Value>
        package var dark: Sourced<Value>?

        package init(light: Sourced<Value>, dark: Sourced<Value>? = nil) {
            self.light = light
            self.dark = dark
        }

        package var all: [Sourced<Value>] { [light] + [dark].compactMap(\.self) }
    }

    /// Documents by their groups, in the order of these: those that `groups` lists, or each where it is first named. Last
    /// those without one.
    package func grouped<Item>(_ items: [Item], id: (Item) -> String) -> [(group: String?, items: [Item])] {
        var order = groups.map(\.value)
        var members: [String?: [Item]] = [:]
        for item in items {
            let group = group[id(item)]?.value
            if let group, members[group] == nil, !order.contains(group) { order.append(group) }
            members[group, default: []].append(item)
        }
        return (order.map { $0 } + [nil]).compactMap { group in members[group].map { (group, $0) } }
    }
}
