import Diagnostics
import Source
import Testing

/// Reads a small world and expects these findings and no others, written as `[Diagnostic].listing` writes them.
package func expect(_ world: String, finds expected: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let listing = readLibrary(World(world).tree).diagnostics.listing
    #expect(listing == expected, sourceLocation: sourceLocation)
}
