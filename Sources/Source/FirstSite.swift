/// The least that makes a site, as words for who has none yet: two files to write, which then build.
let firstSite = """
    Content/site.yaml holds, with your own words and addresses,
        organization: {name: Example Ltd}
        contacts:
          security: security@example.com
          privacy: privacy@example.com
          legal: legal@example.com
        url: https://trust.example.com
        authority: example.com,2026
        documents: [privacy]
        since: 2026-11-23
        notice: {days: 30, objection_days: 30}
    and Content/privacy/2026-11-23.md, named after its first day, holds
        ---
        title: Privacy Policy
        ---
        # Privacy Policy
        What you keep, why, and for how long.
    """
