import Diagnostics

/// A link or an image as it stands in a text; bare addresses and `<…>` are links too.
package struct LinkReference: Sendable {
    /// Where it leads, backslash escapes and character references undone.
    package let destination: String
    /// What that is.
    package let target: LinkTarget
    /// The words that a reader sees; of an image the text that stands for it.
    package var text: String
    package var isImage: Bool
    /// The destination in the source; of a reference (`[text][label]`) the link itself.
    package var span: SourceSpan
    /// The words in the source; the same as `span` where the link is written as its bare address.
    package var textSpan: SourceSpan
}

extension LinkReference {
    package init(destination: String, text: String, isImage: Bool, span: SourceSpan, textSpan: SourceSpan) {
        self.init(
            destination: destination, target: LinkTarget(destination), text: text, isImage: isImage, span: span,
            textSpan: textSpan)
    }
}
