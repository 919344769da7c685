/// The history of what is public at an as-of: what pages, feeds and the record are made of. There is no other way to make
/// one but from what was announced by then, so nothing that is embargoed can be in them.
///
/// What a `History` says of itself it says too: `known.notices`.
@dynamicMemberLookup
package struct PublicHistory: Sendable {
    package let history: History
    package let asOf: AsOf

    /// Of all that a library holds, as far as it was announced by the as-of.
    ///
    /// - Parameter earlier: of whatever library: what it says of documents that are the same is not found out again.
    package init(of library: Library, asOf: AsOf, after earlier: History? = nil) {
        history = History(resolving: library.announced(by: asOf), after: earlier)
        self.asOf = asOf
    }

    /// The events that have come by then: what is public tells of days that are still to come.
    package var events: [Event] { history.events.filter { asOf.covers($0.moment) } }

    package subscript<Value>(dynamicMember path: KeyPath<History, Value>) -> Value { history[keyPath: path] }
}
