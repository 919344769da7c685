extension Array {
    /// The same elements in an array of their own, which has no room for more: what grew may have room for as many again, and
    /// holds it as long as it lives.
    @inlinable package var copied: [Element] {
        [Element](unsafeUninitializedCapacity: count) { room, count in count = room.initialize(fromContentsOf: self) }
    }
}
