import Model

/// What two states of a provider list differently, in written order.
struct ListDifference {
    var before: [ProviderField: FieldValue]
    var after: [ProviderField: FieldValue]

    func added(_ field: ProviderField) -> [String] { Self.missing(in: before[field], of: after[field]) }
    func removed(_ field: ProviderField) -> [String] { Self.missing(in: after[field], of: before[field]) }

    /// The places that the list did not cover before.
    var addedPlaces: [Place] { Self.notCovered(after[.locations], by: before[.locations]) }
    var removedPlaces: [Place] { Self.notCovered(before[.locations], by: after[.locations]) }

    private static func missing(in old: FieldValue?, of new: FieldValue?) -> [String] {
        let old = Set(old?.textList ?? [])
        return (new?.textList ?? []).filter { !old.contains($0) }
    }

    private static func notCovered(_ places: FieldValue?, by others: FieldValue?) -> [Place] {
        let others = others?.placeList ?? []
        return (places?.placeList ?? []).filter { !$0.isInside(others) }
    }
}
