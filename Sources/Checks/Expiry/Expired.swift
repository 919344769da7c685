import Diagnostics
import Model

extension Check {
    /// `certification-expired`: a certification whose last day is before the as-of day.
    ///
    /// It changes with time alone, so it is a warning: nobody's pull request made it.
    package static let certificationExpired = Check { context in
        context.library.certifications.compactMap { certification in
            guard let until = certification.until, until.value < context.asOf.day else { return nil }
            return Finding(
                Diagnostic(
                    .certificationExpired, at: until.span, .expired(certification.name.value, until.value),
                    help: "write its new last day once it is renewed, or take the file out"))
        }
    }

    /// `security-txt-expired`: the last day of security.txt is before the as-of day.
    ///
    /// RFC 9116, section 2.5.5: after that day its content must not be used, so reports of vulnerabilities go astray.
    package static let securityTxtExpired = Check { context in
        guard let expires = context.settings.securityTxt?.expires, expires.value < context.asOf.day else { return [] }
        let next = context.asOf.day.adding(days: 364)
        return [
            Finding(
                Diagnostic(
                    .securityTxtExpired, at: expires.span, .expired("security.txt", expires.value),
                    help: "look through it, then write a later day, as expires: \(next)"))
        ]
    }
}

extension String {
    fileprivate static func expired(_ what: String, _ day: CalendarDate) -> String { "\(what) expired on \(day)" }
}
