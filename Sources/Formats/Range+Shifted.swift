extension Range<Int> {
    /// The same stretch, so much farther on.
    package func shifted(by offset: Int) -> Self { lowerBound + offset..<upperBound + offset }
}
