import Diagnostics
import Model

/// What reading a site's sources gives.
package struct Reading: Sendable {
    /// Nil where `Content/site.yaml` is missing or of no use as a whole. Otherwise everything that could be read is
    /// in it, files with defects included where their ids and days could be had.
    package var library: Library?
    /// In the order of files and lines.
    package var diagnostics: [Diagnostic]
    /// The paths of editions, providers, pages and certifications that are there but could not be read, so that
    /// nothing calls them missing: `Content/subprocessors/providers/acme.yaml`.
    package var unreadable: Set<String>
    /// The editions and providers of which a day of announcement could not be read, by document: what they say of any day
    /// cannot be told, and their texts are looked at all the same. They are among `unreadable` too.
    package var undated: [Document]
    /// The values of private keys, free ones and fields, for the scan of the output.
    package var privateValues: [Sourced<String>]
}

/// Reads a site's sources into a library. Whatever is wrong becomes a diagnostic, and the rest is still read.
package func readLibrary(_ tree: SourceTree) -> Reading {
    var memory = SourceMemory()
    return readLibrary(tree, memory: &memory)
}

/// The same, over what was read before: a file that says what it said is not read again.
package func readLibrary(_ tree: SourceTree, memory: inout SourceMemory) -> Reading {
    var reader = LibraryReader(tree, memory)
    reader.readFiles()
    memory = reader.memory
    return reader.reading()
}
