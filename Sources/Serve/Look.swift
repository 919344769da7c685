import Diagnostics
import Model
import Source
import TrustPress

/// What a site's folder was found to hold at one moment, and all that there is to tell of it.
package struct Look: Sendable {
    /// Another number is another thing to see.
    package var number: Int
    /// What the preview's own day is, where none is asked for; nil where site.yaml is of no use.
    package var asOf: AsOf?
    /// Sorted by file and line.
    package var findings: [Diagnostic] = []
    /// Why nothing could be read at all.
    package var trouble: String?
    /// Nil where site.yaml is of no use.
    package var changes: PendingChanges?
    /// The moments to come at which the site is another, and what happens then.
    package var coming: [(moment: Moment, reasons: [String])] = []

    package var isSound: Bool { trouble == nil && asOf != nil && !findings.contains { $0.severity == .error } }

    package init(number: Int, trouble: String? = nil) {
        self.number = number
        self.trouble = trouble
    }

    /// - Parameters:
    ///   - changes: what it would publish.
    ///   - findings: what forbids to publish that.
    init(number: Int, of site: CheckedSite, _ changes: PendingChanges?, _ findings: [Diagnostic]) {
        self.init(number: number)
        self.changes = changes
        self.findings = (site.diagnostics + findings + themeFindings(of: site)).sorted()
        asOf = site.asOf?.asOf
        if let history = site.history, let asOf { coming = history.moments(after: asOf) }
    }

    /// Whether somebody would see the same of both.
    func tellsTheSame(as other: Look) -> Bool {
        findings == other.findings && trouble == other.trouble && asOf?.day == other.asOf?.day
            && (changes?.previous == nil) == (other.changes?.previous == nil)
            && changes?.substance == other.changes?.substance && coming.elementsEqual(other.coming) { $0 == $1 }
    }
}
