import Diagnostics
import Formats
import Markdown
import Model

/// Every text that a site's author wrote and publishes, as it is written and as it is read, under the path of its source.
package func writtenTexts(of history: History, texts: [String: MarkdownText], asOf: AsOf) -> [OutputFile] {
    PublishedText.all(of: history, [], texts: texts, asOf: asOf).map { text in
        OutputFile(path: text.span.file.path, text: text.words + "\n" + (text.markdown?.plainText ?? ""))
    }
}
