import Model

/// Which as-of a run speaks for, and where it came from: `--as-of`, else `SOURCE_DATE_EPOCH`, else the clock.
package struct AsOfChoice: Sendable, Hashable {
    package var asOf: AsOf
    /// `--as-of`, `SOURCE_DATE_EPOCH` or `the clock`, for people.
    package var origin: String

    /// Chooses among what the command line and the environment give.
    ///
    /// - Parameters:
    ///   - option: what was given as `--as-of`, a moment at the site's offset.
    ///   - epoch: the value of `SOURCE_DATE_EPOCH`, whole seconds since 1970-01-01T00:00:00Z.
    ///   - now: the clock, likewise.
    ///   - offset: the site's `utc_offset`, at which the two become a moment to the minute.
    /// - Throws: `UsageError` for a value of another form.
    package init(option: String?, epoch: String?, now: Int, offset: UTCOffset) throws(UsageError) {
        if let option {
            asOf = try AsOf(option: option)
            origin = "--as-of"
        } else if let epoch, !epoch.isEmpty {
            guard let seconds = Int(epoch), let moment = Moment(secondsSince1970: seconds, at: offset) else {
                throw UsageError("SOURCE_DATE_EPOCH takes seconds since 1970; \"\(epoch)\" are none")
            }
            asOf = AsOf(moment)
            origin = "SOURCE_DATE_EPOCH"
        } else {
            guard let moment = Moment(secondsSince1970: now, at: offset) else {
                throw UsageError("the clock shows no year between 1 and 9999; say --as-of")
            }
            asOf = AsOf(moment)
            origin = "the clock"
        }
    }

    /// `2026-11-23T15:00 +00:00, by the clock`.
    package func description(at offset: UTCOffset) -> String { "\(asOf) (\(offset)), by \(origin)" }
}

/// A command line or an environment that says nothing sensible; exit status 64.
package struct UsageError: Error, Sendable, Hashable {
    package let message: String

    package init(_ message: String) { self.message = message }
}

extension AsOf {
    /// - Parameters:
    ///   - option: what was given.
    ///   - name: the option's name.
    /// - Throws: `UsageError` for a value of another form.
    package init(option: String, of name: String = "--as-of") throws(UsageError) {
        self.init(try Moment(option: option, of: name))
    }
}

extension Moment {
    /// The same of a moment.
    package init(option: some StringProtocol, of name: String) throws(UsageError) {
        guard let moment = Moment(option) else {
            throw UsageError("\(name) takes a day such as 2026-11-23, or 2026-11-23T15:00; \"\(option)\" is neither")
        }
        self = moment
    }

    /// The minute at an offset; nil outside the years 1 to 9999.
    init?(secondsSince1970 seconds: Int, at offset: UTCOffset) {
        let (local, overflow) = seconds.addingReportingOverflow(offset.minutes * 60)
        guard !overflow else { return nil }
        let days = local >= 0 ? local / 86_400 : -((86_399 - local) / 86_400)
        let ordinal = days + 719_163
        guard (1...CalendarDate.distantFuture.ordinal).contains(ordinal) else { return nil }
        self.init(CalendarDate(ordinal: ordinal), minute: (local - days * 86_400) / 60)
    }
}
