import Feeds
import Formats
import Language
import Model
import Pages

/// What the program writes on every site: its theme, what it says in its languages, the countries, and the keys of what it
/// publishes as JSON.
func productWords() -> [OutputFile] {
    let countries = Language.allCases.flatMap { language in Country.all.map(language.country) }
    return Theme.builtIn.map { OutputFile(path: $0.key, bytes: $0.value) }
        + (Language.phrases + countries + Schemas.texts).map { OutputFile(path: "", text: $0) }
}

/// Of the files of a site's own theme the lines that those of the built-in one do not have.
///
/// - Parameter files: those of the site under `Templates/`, by path.
func ownThemeWords(in files: [String: [UInt8]]) -> [OutputFile] {
    files.map { path, bytes in
        func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] { bytes.split(separator: UInt8(ascii: "\n")) }
        let known = Set(lines(Theme.builtIn[path] ?? []))
        return OutputFile(
            path: path, bytes: Array(lines(bytes).filter { !known.contains($0) }.joined(separator: "\n".utf8)))
    }
}
