"""What an author may do to each key of what is published: alter it, add it, take it out.

The keys are those of docs/content.md; a key that has no row here fails the test, so none can be forgotten.
"""

import base64
import dataclasses

from worlds import SMALL


@dataclasses.dataclass(frozen=True)
class Refused:
    """The build ends with an error of one of these checks at least; others may say what else is amiss."""

    checks: frozenset

    def __init__(self, *checks):
        object.__setattr__(self, "checks", frozenset(checks))


@dataclasses.dataclass(frozen=True)
class Told:
    """The build publishes it, and tells an event with this in its id, or adds a line of this kind to the record."""

    event: str = ""
    line: str = ""


@dataclasses.dataclass(frozen=True)
class Free:
    """The build publishes it, tells no event, and adds no line to the record, for a reason."""

    reason: str


@dataclasses.dataclass(frozen=True)
class Never:
    """It cannot be done, for a reason."""

    reason: str


@dataclasses.dataclass(frozen=True)
class Row:
    """A key in a file: the line that says it, and one that says something else; `{day}` in a line is the day on which it
    is published."""

    file: str
    key: str
    line: str
    other: str
    alter: object
    add: object
    remove: object
    # What the world needs beside it, by path; None where a file goes.
    beside: dict = dataclasses.field(default_factory=dict)
    # Lines of the world that go where the key is.
    instead: tuple = ()


SITE = "Content/site.yaml"
EDITION = "Content/privacy/2026-06-20.md"
PROVIDER = "Content/subprocessors/providers/beacon.yaml"
CHANGE = "Content/subprocessors/providers/anchor.yaml"

WORLD = {
    **SMALL,
    SITE: SMALL[SITE].replace("language: en\n", "").replace('utc_offset: "+00:00"\n', ""),
    EDITION: """\
---
title: Privacy
announced: 2026-05-20
summary: Keeps less.
---

# Privacy

## 1. Data

We keep less.
""",
    PROVIDER: """\
name: Beacon Mail
entity: Beacon Mail GmbH
purpose: Sends mail to users
data: [mail addresses]
locations: [DE]
announced: 2026-05-20
effective: 2026-06-20
note: We send mail through it.
""",
    CHANGE: SMALL["Content/subprocessors/providers/anchor.yaml"] + """\
changes:
  - announced: 2026-05-20
    effective: 2026-06-20
    category: Servers
    subjects: [users]
    note: It serves users only.
""",
}

ALTERED = Refused("published-text-changed")
SETTINGS = Refused("settings-changed")
REQUIRED = Never("the key is required")

PUBLISHED, NEXT = "2026-06-01", "2026-06-02"  # what is published speaks for the first, what is judged for the second

# SSH keys of no secret: 32 bytes of ones, and of twos.
KEY, OTHER_KEY = (
    "ssh-ed25519 " + base64.b64encode(b"\0\0\0\x0bssh-ed25519\0\0\0 " + 32 * byte).decode() for byte in (b"\1", b"\2"))


def settings_rows():
    """Of site.yaml."""

    def row(key, line, other, alter, add, remove, **more):
        return Row(SITE, key, line, other, alter, add, remove, **more)

    gone = Refused("missing-key")
    return [
        row("organization", "organization: {name: Tidewater}", "organization: {name: Ebb}", SETTINGS, REQUIRED, gone),
        row("contacts", WORLD[SITE].splitlines()[1], WORLD[SITE].splitlines()[1].replace("privacy@", "dpo@"), SETTINGS, REQUIRED, gone),
        row("url", "url: https://trust.tidewater.example", "url: https://trust.ebb.example",
            Free("no permanent id is made of an address"), REQUIRED, gone),
        row("authority", "authority: tidewater.example,2026", "authority: tidewater.example,2025",
            Refused("authority-changed"), REQUIRED, gone),
        row("documents", "documents: [terms, privacy, subprocessors]", "documents: [privacy, terms, subprocessors]",
            Free("the order of the navigation"), REQUIRED, gone),
        row("since", "since: 2026-01-05", "since: 2026-05-31", SETTINGS, REQUIRED, gone),
        row("notice", "notice: {days: 10, objection_days: 10}", "notice: {days: 5, objection_days: 5}", SETTINGS, REQUIRED, gone),
        row("language", "language: de", "language: fr", SETTINGS, SETTINGS, SETTINGS),
        row("utc_offset", 'utc_offset: "+01:00"', 'utc_offset: "+02:00"', SETTINGS, SETTINGS, SETTINGS),
        row("products", "products: {desk: {name: Tidewater Desk, from: {day}}}", "products: {desk: {name: Ebb Desk, from: {day}}}",
            SETTINGS, Told(line="product"), Refused("published-text-missing")),
        row("renamed", "renamed: [{from: {day}, organization: {name: Ebb}}]", "renamed: [{from: {day}, organization: {name: Neap}}]",
            SETTINGS, Told(event="notice/renamed-", line="names"), Refused("settings-changed", "published-text-missing")),
        row("register", "register: {material: [data, locations]}", "register: {material: [data]}", SETTINGS, SETTINGS, SETTINGS),
        row("record", f"record: {{keys: [{{key: {KEY}, from: {{day}}}}]}}", f"record: {{keys: [{{key: {OTHER_KEY}, from: {{day}}}}]}}",
            Refused("published-text-changed", "published-text-missing", "settings-changed"), Told(line="key"), Refused("published-text-missing", "settings-changed")),
        row("security_txt", "security_txt: {expires: 2027-06-30}", "security_txt: {expires: 2027-05-31}",
            *3 * [Free("RFC 9116 wants it renewed; it holds no promise to customers")]),
        row("mailing_list", "mailing_list: notices@tidewater.example", "mailing_list: news@tidewater.example",
            *3 * [Free("where one subscribes today")]),
        row("theme", 'theme: {accent: "#0b5c78"}', 'theme: {accent: "#0a6b52"}', *3 * [Free("how the site looks")]),
        row("checks", "checks: {vague-purpose: off}", "checks: {not-verified: off}", *3 * [Free("what the author is warned of")]),
    ]


def later_rows(file, indent=""):
    """What is said of an edition or a change later, or of when and to whom it applies."""

    def row(key, line, other, alter=ALTERED, add=ALTERED, remove=ALTERED, **more):
        return Row(file, key, indent + line, indent + other, alter, add, remove, **more)

    later = dict(alter=ALTERED, remove=Refused("published-text-missing"))
    return [
        row("urgent", "urgent: A court has ordered it.", "urgent: We had no time."),
        row("applies", "applies: [{to: New customers, from: 2026-06-25}]", "applies: [{to: All customers, from: 2026-06-25}]"),
        row("recorded", "recorded: 2026-05-25", "recorded: 2026-05-26"),
        row("salt", "salt: 00112233445566778899aabbccddeeff", "salt: ffeeddccbbaa99887766554433221100"),
        row("postponed", "postponed: [{announced: {day}, effective: 2026-07-20, reason: Not ready.}]",
            "postponed: [{announced: {day}, effective: 2026-07-21, reason: Not ready.}]", add=Told(event="/postponed/"), **later),
        row("withdrawn", "withdrawn: {announced: {day}, reason: Given up.}", "withdrawn: {announced: {day}, reason: Not needed.}",
            add=Told(event="/withdrawn/"), **later),
        row("erased", "erased: {announced: {day}, reason: A court has ordered it., sha256: %s}" % ("0" * 64), "erased: {announced: {day}, reason: A court., sha256: %s}" % ("1" * 64),
            alter=Never("test_attacks.py erases for real"), remove=Never("likewise"), add=ALTERED),
    ]


def edition_rows():
    """Of an edition's front matter."""

    def row(key, line, other, alter=ALTERED, add=ALTERED, remove=ALTERED, **more):
        return Row(EDITION, key, line, other, alter, add, remove, **more)

    later = "Content/privacy/2026-06-30.md"
    return [
        row("title", "title: Privacy", "title: Privacy Policy", add=REQUIRED, remove=Refused("missing-key")),
        row("announced", "announced: 2026-05-20", "announced: 2026-05-21", add=Never("the edition would have been announced on its day of effect"),
            remove=Refused("published-text-changed", "published-text-missing", "notice-too-short")),
        row("summary", "summary: Keeps less.", "summary: Keeps little.", add=REQUIRED, remove=Refused("summary-missing")),
        row("version", 'version: "2.0"', 'version: "2.1"'),
        row("material", "material: true", "material: false", alter=Refused("published-text-changed", "not-editorial")),
        row("interim", "interim: true", "interim: false", alter=Refused("published-text-changed", "interim-missing"),
            add=Never("without it the site does not build"), remove=Refused("interim-missing"),
            beside={later: WORLD[EDITION].replace("2026-05-20", "2026-05-10")}),
        row("retired", "retired: {replaced_by: [terms]}", "retired: {}"),
        *later_rows(EDITION),
    ]


# A value of each field, and another.
VALUES = {
    "name": ("Beacon Mail", "Ebb Mail"), "entity": ("Beacon Mail GmbH", "Ebb Mail GmbH"), "kind": ("third-party", "affiliate"),
    "role": ("subprocessor", "recipient"), "category": ("Mail", "Post"), "purpose": ("Sends mail to users", "Reads mail of users"),
    "data": ("[mail addresses]", "[mail addresses, health data]"), "subjects": ("[users]", "[users, children]"),
    "locations": ("[DE]", "[DE, US]"), "storage": ("[DE]", "[FR]"), "access": ("[DE]", "[FR]"), "headquarters": ("[DE]", "[FR]"),
    "transfer": ("[SCC-3]", "[BCR]"), "products": ("[desk]", "[chart]"), "enabled": ("opt-in", "default"),
    "condition": ("Only where asked for", "Only on Sundays"), "ai": ("{training: never, retention: none}", "{training: always, retention: none}"),
    "via": ("anchor", "cable"), "replaces": ("anchor", "cable"), "duration": ("A year", "Two years"), "retention": ("A week", "A month"),
    "address": ("Quay 1, Bremen", "Quay 2, Bremen"), "contact": ("dpo@beacon.example", "dpo@ebb.example"),
    "website": ("https://beacon.example", "https://ebb.example"), "terms": ("https://beacon.example/terms", "https://ebb.example/terms"),
    "links": ("{dpa: https://beacon.example/dpa}", "{dpa: https://ebb.example/dpa}"),
    "identifiers": ("{vat: DE111111111}", "{vat: DE222222222}"), "verified": ("2026-05-01", "2026-05-02"),
}
# Other forms of some: groups, several, names of their own.
FORMS = {
    "data": ("[{group: Address, of: [mail]}]", "[{group: Address, of: [mail, phone]}]"),
    "contact": ("[dpo@beacon.example, Jane Roe]", "[dpo@beacon.example, John Doe]"),
    "links": ("{other: [{name: Rules, url: https://beacon.example/r}]}", "{other: [{name: Terms, url: https://beacon.example/r}]}"),
}
UNRECORDED = Free("shown as it is today, and in no dated page, notice, feed or record")
REQUIRED_FIELDS = {"name", "entity", "purpose", "data"}
CABLE = "Content/subprocessors/providers/cable.yaml"
PRODUCTS = WORLD[SITE] + "products: {desk: Tidewater Desk, chart: Tidewater Chart}\n"


def field_rows(file, indent=""):
    """Of a provider's fields."""
    for field, (value, other) in [*VALUES.items(), *FORMS.items()]:
        beside = {SITE: PRODUCTS} if field == "products" else {}
        if field in ("via", "replaces"):
            beside = {CABLE: SMALL[CHANGE].replace("Anchor", "Cable")}
        line, another = (f"{indent}{field}: {text}" for text in (value, other))
        free = field in ("contact", "links", "verified")
        outcomes = dict(alter=UNRECORDED, add=UNRECORDED, remove=UNRECORDED) if free else dict(alter=ALTERED, add=ALTERED, remove=ALTERED)
        if file == PROVIDER and field in REQUIRED_FIELDS:
            outcomes |= dict(add=REQUIRED, remove=Refused("missing-key"))
        yield Row(file, field, line, another, beside=beside, **outcomes)


def provider_rows():
    """Of a provider's first state."""

    def row(key, line, other, alter=ALTERED, add=ALTERED, remove=ALTERED, **more):
        return Row(PROVIDER, key, line, other, alter, add, remove, **more)

    moved = Refused("published-text-changed", "published-text-missing", "notice-too-short", "effective-before-announced")
    return [
        *field_rows(PROVIDER),
        row("announced", "announced: 2026-05-20", "announced: 2026-05-21", add=REQUIRED, remove=Refused("missing-key")),
        row("effective", "effective: 2026-06-20", "effective: 2026-06-21", add=Never("without it there is no notice"), remove=moved),
        row("note", "note: We send mail through it.", "note: We send letters through it.", add=REQUIRED, remove=Refused("note-missing")),
        row("material", "material: true", "material: false", alter=Refused("published-text-changed", "not-editorial")),
        row("changes", "changes: [{announced: {day}, effective: 2026-07-20, subjects: [users], note: Users only.}]",
            "changes: [{announced: {day}, effective: 2026-07-20, subjects: [people], note: Users only.}]",
            add=Told(event="notice/subprocessors-2026-06-02"), remove=Refused("published-text-missing")),
        *later_rows(PROVIDER),
    ]


def change_rows():
    """Of an item of `changes`."""

    def row(key, line, other, alter=ALTERED, add=ALTERED, remove=ALTERED, **more):
        return Row(CHANGE, key, INDENT + line, INDENT + other, alter, add, remove, **more)

    moved = Refused("published-text-changed", "published-text-missing", "notice-too-short", "effective-before-announced")
    return [
        *field_rows(CHANGE, INDENT),
        Row(CHANGE, "announced", "  - announced: 2026-05-20", "  - announced: 2026-05-21", ALTERED, REQUIRED, Never("nothing would be left of the item's first line")),
        row("effective", "effective: 2026-06-20", "effective: 2026-06-21", add=Never("without it there is no notice"), remove=moved),
        row("note", "note: It serves users only.", "note: It serves people only.", add=REQUIRED, remove=Refused("note-missing")),
        row("material", "material: true", "material: false", alter=Refused("published-text-changed", "not-editorial")),
        row("removed", "removed: true", "removed: false", alter=Refused("published-text-changed", "empty-change")),
        row("true_since", "true_since: 2026-05-01", "true_since: 2026-05-02",
            instead=(INDENT + "effective: 2026-06-20\n", INDENT + "subjects: [users]\n"),
            add=Never("with it the change is in effect at once"), remove=Never("likewise")),
        *later_rows(CHANGE, INDENT),
    ]


INDENT = "    "
ROWS = [*settings_rows(), *edition_rows(), *provider_rows(), *change_rows()]
