"""Ways around the promises that somebody tries who can write every source file and nothing else. Each is refused with
the words that stand here, or told openly; with the whole earlier build, with its record alone, and with git."""

import hashlib
import json
import re

import pytest

from key_rows import NEXT, PUBLISHED, SITE
from judged import BASELINES, JudgedSite
from worlds import REPOSITORY, SMALL, read_tree

HOSTING = "Content/subprocessors/providers/anchor.yaml"
MAIL = "Content/subprocessors/providers/beacon.yaml"
PRIVACY = "Content/privacy/2026-01-05.md"

WORLD = {
    **SMALL,
    SITE: SMALL[SITE] + "products: {chart: Tidewater Chart, desk: Tidewater Desk}\n",
    HOSTING: """\
name: Anchor Hosting
entity: Anchor Hosting GmbH
purpose: Runs the servers
data: [account data]
locations: [DE, {rule: Customer selects the region, of: [DE, FR]}]
condition: Only for customers who ask for it
enabled: opt-in
duration: Until the end of 2028
products: [desk]
announced: 2026-01-05
""",
    MAIL: """\
name: Beacon Mail
entity: Beacon Mail BV
purpose: Sends mail to users
data: [mail addresses]
locations: [NL]
announced: 2026-01-05
""",
}

CHANGE = "changes:\n  - announced: 2026-06-02\n"


@pytest.fixture
def life(trustpress, tmp_path):
    return JudgedSite(trustpress, tmp_path, WORLD)


@pytest.fixture(params=BASELINES)
def baseline(request):
    return request.param


def checks(outcome):
    assert outcome.status == 1, f"it was published:\n{outcome.output}"
    return [(check, place) for check, place, _, _ in outcome.errors]


# Terms

CUT = {
    "days": "notice:\n  - {days: 10, objection_days: 10}\n  - {from: 2026-06-02, days: 0, objection_days: 0}\n",
    "days of one document": "notice:\n  - {days: 10, objection_days: 10}\n"
    "  - {from: 2026-06-02, days: 10, objection_days: 10, documents: {subprocessors: {days: 0, objection_days: 0}}}\n",
    "material": "notice: {days: 10, objection_days: 10}\nregister:\n  - {required: [name, entity, purpose, data]}\n"
    "  - {from: 2026-06-02, material: []}\n",
    "unrecorded": "notice: {days: 10, objection_days: 10}\nregister:\n  - {required: [name, entity, purpose, data]}\n"
    "  - {from: 2026-06-02, unrecorded: [contact, links, verified, website]}\n",
}


@pytest.mark.parametrize("cut", CUT)
def test_terms_are_cut_to_make_room(life, baseline, cut):
    life.publish(PUBLISHED)
    life.edit(SITE, "notice: {days: 10, objection_days: 10}\n", CUT[cut])
    found = life.judge(NEXT, baseline)
    assert {check for check, _ in checks(found)} == {"notice-too-short"}
    assert {place.split(":")[0] for _, place in checks(found)} == {SITE}
    assert "2026-06-13" in found.errors[0][3]  # ten days after 2 June end with the 12th


@pytest.mark.parametrize("fields", ["entity, contact", "purpose, contact", "data, contact", "locations, contact"])
def test_no_field_that_customers_are_told_of_may_be_unrecorded(life, baseline, fields):
    life.publish(PUBLISHED)
    life.files[SITE] += f"register:\n  - {{required: [name]}}\n  - {{from: 2026-07-01, announced: 2026-06-02, material: [name], unrecorded: [{fields}]}}\n"
    assert checks(life.judge(NEXT, baseline))


# What was recorded later

def test_a_company_of_four_months_ago_enters_as_older_history(life, baseline):
    life.publish(PUBLISHED)
    life.files["Content/subprocessors/providers/ghost.yaml"] = """\
name: Ghost Analytics
entity: Ghost Analytics Inc
purpose: Counts clicks
data: [account data]
locations: [DE]
announced: 2026-02-01
recorded: 2026-06-02
note: Forgotten.
changes:
  - {announced: 2026-05-25, recorded: 2026-06-02, removed: true, note: No longer used.}
"""
    found = checks(life.judge(NEXT, baseline))
    assert ("recorded-late", "Content/subprocessors/providers/ghost.yaml:6") in found or (
        "recorded-late", "Content/subprocessors/providers/ghost.yaml:7") in found, found


@pytest.mark.parametrize("what", ["a removal", "an edition"])
def test_what_took_effect_months_ago_is_recorded_today(life, baseline, what):
    life.publish(PUBLISHED)
    if what == "a removal":
        life.files[MAIL] += "changes:\n  - {announced: 2026-02-10, recorded: 2026-06-02, removed: true, note: Gone.}\n"
    else:
        life.files["Content/privacy/2026-03-10.md"] = """\
---
title: Privacy
announced: 2026-03-10
recorded: 2026-06-02
material: false
summary: Shorter.
---

# Privacy

We keep everything.
"""
    assert "recorded-late" in {check for check, _ in checks(life.judge(NEXT, baseline))}


@pytest.mark.parametrize("what", ["a removal", "a company"])
def test_what_is_late_and_says_why_is_told_wherever_it_shows(life, baseline, what):
    life.publish(PUBLISHED)
    if what == "a removal":
        life.files[MAIL] += (
            "changes:\n  - {announced: 2026-02-10, recorded: 2026-06-02, removed: true, note: Gone., urgent: We forgot to say so.}\n")
    else:
        life.files["Content/subprocessors/providers/ghost.yaml"] = (
            WORLD[MAIL].replace("Beacon", "Ghost").replace("2026-01-05", "2026-02-10")
            + "recorded: 2026-06-02\nnote: Forgotten.\nurgent: We forgot to say so.\n")
    done = life.judge(NEXT, baseline)
    assert done.status == 0, done.output
    assert "tag:tidewater.example,2026:notice/subprocessors-2026-06-02" in done.events
    page = (life.folder / baseline / "notices" / "subprocessors-2026-06-02" / "index.html").read_text()
    assert "10 February 2026" in page and "2 June 2026" in page and "We forgot to say so" in page
    dated = (life.folder / baseline / "subprocessors" / "on" / "2026-02-10.json").read_text()
    assert "2026-06-02" in dated


# What is in force is taken back with a day before its effect

RECALLS = {
    "withdrawn": "withdrawn: {announced: 2026-06-12, reason: We stay with it}",
    "postponed": "postponed: [{announced: 2026-06-12, effective: 2027-06-20, reason: We stay with it}]",
}


@pytest.mark.parametrize("fate", RECALLS)
def test_what_took_effect_is_not_taken_back_by_an_older_day(life, baseline, fate):
    life.publish(PUBLISHED)
    life.files[MAIL] += CHANGE + "    effective: 2026-06-13\n    removed: true\n    note: It goes.\n"
    life.publish(NEXT)
    life.files[MAIL] += f"    {RECALLS[fate]}\n"
    assert life.judge("2026-06-12", baseline).status == 0
    found = life.judge("2026-06-13", baseline)
    assert checks(found) == [(f"{fate}-too-late", f"{MAIL}:12")]
    assert found.errors[0][2:] == (
        f"this is {fate} on 2026-06-12 and first published on 2026-06-13, but it took effect on 2026-06-13",
        "take the line out, and announce what undoes it")


# Reasons that show nothing

@pytest.mark.parametrize("nothing", ["[](/)", "'&nbsp;'", "'---'", "'\u2800'", "'![](/files/a.png)'", "'&#8203;'", "'<br>'", "'[a]: /b'", "'[^1]'", "~~So it was~~", "'-'", "…", "🙂", "'30'"])
def test_a_reason_that_shows_nothing_is_none(life, baseline, nothing):
    life.publish(PUBLISHED)
    life.files[MAIL] += CHANGE + f"    data: [mail addresses, health data]\n    note: More.\n    urgent: {nothing}\n"
    found = checks(life.judge(NEXT, baseline))
    assert (MAIL, 11) in {(place.split(":")[0], int(place.split(":")[1])) for _, place in found}


# Uses that become wider at once

WIDER = {
    "data": "data: [account data, health data]",
    "the last datum is no longer stated": "data: ~",
    "a place": "locations: [DE, US, {rule: Customer selects the region, of: [DE, FR]}]",
    "a rule loses its bounds": "locations: [DE, {rule: Customer selects the region}]",
    "a rule has other bounds": "locations: [DE, {rule: Customer selects the region, of: [FR]}]",
    "a rule has other words": "locations: [DE, {rule: We select the region, of: [DE, FR]}]",
    "a rule goes while a place stays": "locations: [DE]",
    "a rule becomes its worst place": "locations: [DE, FR]",
    "places are no longer stated": "locations: ~",
    "storage": "storage: [US]",
    "access": "access: [GLOBAL]",
    "a condition goes": "condition: ~",
    "another condition": "condition: For everybody",
    "for everybody by default": "enabled: default",
    "left out is default": "enabled: ~",
    "opt-out instead of opt-in": "enabled: opt-out",
    "products are no longer stated": "products: ~",
    "another product": "products: [desk, chart]",
    "another company": "entity: Ebb Hosting Inc",
    "another purpose": "purpose: Reads the messages",
    "kept for longer": "retention: For ever",
    "used for longer": "duration: For ever",
    "used without an end": "duration: ~",
    "through another": "via: beacon",
    "AI terms": "ai: {training: always}",
    "AI by its models alone": "ai: {models: [Undertow]}",
    "a recipient": "role: recipient",
    "a transfer": "transfer: [derogation]",
}


@pytest.mark.parametrize("wider", WIDER)
def test_no_use_becomes_wider_at_once(life, baseline, wider):
    life.publish(PUBLISHED)
    life.files[HOSTING] += CHANGE + f"    {WIDER[wider]}\n    note: Better.\n"
    found = checks(life.judge(NEXT, baseline))
    places = {place for check, place in found if check in ("notice-too-short", "missing-key")}
    assert places and {place.split(":")[0] for place in places} == {HOSTING}, found


@pytest.mark.parametrize("wider", [key for key in WIDER if key not in ("the last datum is no longer stated",)])
def test_nothing_wider_is_editorial(life, baseline, wider):
    life.publish(PUBLISHED)
    life.files[HOSTING] += CHANGE + f"    {WIDER[wider]}\n    note: Better.\n    material: false\n"
    assert "not-editorial" in {check for check, _ in checks(life.judge(NEXT, baseline))}


@pytest.mark.parametrize("wider", [key for key in WIDER if key not in ("the last datum is no longer stated",)])
def test_nothing_wider_is_a_correction_without_a_reason(life, baseline, wider):
    life.publish(PUBLISHED)
    life.files[HOSTING] += CHANGE + f"    {WIDER[wider]}\n    note: It was wrong.\n    true_since: 2026-05-01\n"
    assert "notice-too-short" in {check for check, _ in checks(life.judge(NEXT, baseline))}


@pytest.mark.parametrize("wider", ["data", "subjects", "purpose", "locations", "storage", "access"])
def test_a_recipient_gets_no_more_without_notice(life, baseline, wider):
    life.files[MAIL] += "role: recipient\nsubjects: [users]\nstorage: [NL]\naccess: [NL]\n"
    life.publish(PUBLISHED)
    value = {"purpose": "Reads mail"}.get(wider, "[DE, US]" if wider in ("locations", "storage", "access") else "[mail addresses, users, children]")
    life.files[MAIL] += CHANGE + f"    {wider}: {value}\n    note: More.\n"
    assert ("notice-too-short" in {check for check, _ in checks(life.judge(NEXT, baseline))})


def test_other_days_for_all_are_no_way_around(life, baseline):
    life.publish(PUBLISHED)
    life.files[HOSTING] += CHANGE + (
        "    effective: 2026-06-20\n    data: [account data, health data]\n    note: More.\n"
        "    applies: [{to: All customers, from: 2026-06-02}]\n")
    found = checks(life.judge(NEXT, baseline))
    assert {place.split(":")[0] for _, place in found} == {HOSTING}
    life.edit(HOSTING, "from: 2026-06-02}", "from: 2026-06-02, new: true}")
    assert life.judge(NEXT, baseline).status == 0


def test_a_derogation_is_no_mechanism_for_every_place(life, baseline):
    life.files[HOSTING] = life.files[HOSTING].replace("locations: [DE,", "transfer: [SCC-3, derogation]\nlocations: [DE, US,")
    life.publish(PUBLISHED)
    life.files[HOSTING] += CHANGE + "    transfer: [derogation]\n    note: Simpler.\n"
    assert "notice-too-short" in {check for check, _ in checks(life.judge(NEXT, baseline))}


def test_other_days_count_from_the_day_on_which_they_are_published(life, baseline):
    life.publish(PUBLISHED)
    life.files[HOSTING] += (
        "changes:\n  - announced: 2026-06-02\n    effective: 2026-08-20\n    data: [account data, health data]\n    note: More.\n"
        "    applies: [{to: All customers, from: 2026-06-13}]\n")
    found = life.judge("2026-06-12", baseline)
    assert checks(found) == [("notice-too-short", f"{HOSTING}:16")]
    assert found.errors[0][3] == "write from: 2026-06-23, or add urgent: and why the notice is short"


@pytest.mark.parametrize("text", ["We keep everything.", "We keep much.", "We keep little. And more."])
def test_an_editorial_edition_changes_no_word(life, baseline, text):
    life.publish(PUBLISHED)
    life.files["Content/privacy/2026-06-02.md"] = (
        WORLD[PRIVACY].replace("title: Privacy\n", "title: Privacy\nannounced: 2026-06-02\nsummary: Clearer.\nmaterial: false\n")
        .replace("We keep little.", text))
    assert "not-editorial" in {check for check, _ in checks(life.judge(NEXT, baseline))}


@pytest.mark.parametrize("text", ["We keep  little!", "We *keep* little.", "we keep little", "We keep litle."])
def test_an_editorial_edition_may_mend_a_slip(life, baseline, text):
    life.publish(PUBLISHED)
    life.files["Content/privacy/2026-06-02.md"] = (
        WORLD[PRIVACY].replace("title: Privacy\n", "title: Privacy\nannounced: 2026-06-02\nsummary: A slip is mended.\nmaterial: false\n")
        .replace("We keep little.", text))
    done = life.judge(NEXT, baseline)
    assert done.status == 0, done.output


# Editions that say they are editorial

EDITORIAL = "title: Privacy\nannounced: 2026-06-02\nsummary: Clearer.\nmaterial: false\n"

SAYS = """\

## 1. Scope

(No) account data is sold. We recieve orders, and seperate them.

**30 days** of notice, at -5 degrees, for 10,000 €.

## 2. Terms

See [the terms](/terms/ "the part that is not ours") and the note[^1].

| Kept | Sold |
|------|------|
| mail | none |

- [x] We tell you.

We ~~never~~ seldom ask. Run `keep --days 30`.

4. The fourth point.

[^1]: But not at night.
"""

SAYS_OTHERWISE = {
    "words in brackets": ("(No) account", "(All) account"),
    "a number that looks like a clause's": ("**30 days**", "**3000 days**"),
    "a number before what looks like a title": ("**30 days** of notice", "**3. days** of notice"),
    "a heading's number out of its place": ("## 2. Terms", "## 20. Terms"),
    "a minus": ("at -5 degrees", "at 5 degrees"),
    "a decimal": ("10,000 €", "10.000 €"),
    "a currency": ("10,000 €", "10,000 ¥"),
    "a link's title": ("that is not ours", "that is ours"),
    "where a link leads": ("(/terms/ ", "(/subprocessors/ "),
    "the edge of a row": ("| mail | none |", "| mail none | |"),
    "a column more": ("| Kept | Sold |\n|------|------|\n| mail | none |", "| Kept | Sold | mail |\n|---|---|---|\n| none | | |"),
    "a task undone": ("- [x] We tell", "- [ ] We tell"),
    "a word struck out": ("We ~~never~~ seldom", "We ~~never seldom~~"),
    "a word no longer struck out": ("~~never~~ seldom", "never seldom"),
    "code": ("keep --days 30", "keep -days 30"),
    "where a list begins": ("4. The fourth", "5. The fourth"),
    "a footnote": ("But not at night", "But at night"),
    "a footnote's place": ("and the note[^1].", "and[^1] the note."),
    "two slips": ("recieve orders, and seperate", "receive orders, and sepeerate"),
    "two letters that are no neighbours": ("orders", "odrres"),
    "a sentence moved": ("We recieve orders, and seperate them.\n\n**30", "And seperate them, we recieve orders.\n\n**30"),
    "the title": ("title: Privacy\n", "title: Your Privacy\n"),
    "a number in words": ("**30 days**", "**thirty days**"),
    "a picture in the place of a link": ("[the terms]", "![the terms]"),
}


def text_of_privacy(life, text):
    life.files[PRIVACY] = "---\ntitle: Privacy\n---\n" + text


@pytest.mark.parametrize("what", SAYS_OTHERWISE)
def test_an_editorial_edition_says_nothing_else(life, baseline, what):
    text_of_privacy(life, SAYS)
    life.publish(PUBLISHED)
    old, new = SAYS_OTHERWISE[what]
    edition = f"---\n{EDITORIAL}---\n{SAYS}"
    assert edition.count(old) == 1
    life.files["Content/privacy/2026-06-02.md"] = edition.replace(old, new)
    assert checks(life.judge(NEXT, baseline)) == [("not-editorial", "Content/privacy/2026-06-02.md:5")]


SAYS_THE_SAME = {
    "one slip": ("recieve", "receive"),
    "markup": ("**30 days**", "30 *days*"),
    "punctuation": ("We tell you.", "We tell you!"),
    "numbers that come": ("(No) account data is sold. We", "(No) account data is sold.\n\nWe"),
    "numbers that go": ("## 1. Scope", "## Scope"),
    "another level": ("## 2. Terms", "### § 2 Terms"),
}


@pytest.mark.parametrize("what", SAYS_THE_SAME)
def test_an_editorial_edition_says_the_same(life, baseline, what):
    text_of_privacy(life, SAYS)
    life.publish(PUBLISHED)
    old, new = SAYS_THE_SAME[what]
    life.files["Content/privacy/2026-06-02.md"] = f"---\n{EDITORIAL}---\n{SAYS.replace(old, new)}"
    done = life.judge(NEXT, baseline)
    assert done.status == 0, done.output


def test_an_editorial_edition_is_held_against_the_other_of_its_day(life, baseline):
    life.files["Content/privacy/2026-07-01.md"] = WORLD[PRIVACY].replace(
        "title: Privacy\n", "title: Privacy\nannounced: 2026-05-20\nsummary: Less.\n").replace("little.", "little. We sell nothing.")
    life.publish(PUBLISHED)
    life.files["Content/privacy/2026-07-01-2.md"] = WORLD[PRIVACY].replace("title: Privacy\n", EDITORIAL)
    found = life.judge(NEXT, baseline)
    assert checks(found) == [("not-editorial", "Content/privacy/2026-07-01-2.md:5")]
    assert found.errors[0][2] == 'more than spelling changed since edition 2026-07-01: "we sell nothing" is gone'


def test_an_editorial_edition_is_not_of_what_is_erased_with_it(life, baseline):
    life.publish(PUBLISHED)
    front = life.files[PRIVACY].split("---\n")[1]
    later = ERASED.replace("2026-06-02", "2026-06-02T12:00") % digest(life, "privacy/2026-01-05.md")
    life.files[PRIVACY] = f"---\n{front}{later}---\n"
    life.files["Content/privacy/2026-06-02.md"] = (
        WORLD[PRIVACY].replace("title: Privacy\n", EDITORIAL.replace("2026-06-02", "2026-06-02T11:00")).replace("little", "all"))
    found = life.judge(NEXT, baseline)
    assert ("not-editorial", "Content/privacy/2026-06-02.md:5") in checks(found)
    assert "nobody can tell that this is an editorial change of edition 2026-01-05, which is erased" in {error[2] for error in found.errors}


def test_nothing_is_withdrawn_from_under_an_editorial_edition(life, baseline):
    keeps_all = WORLD[PRIVACY].replace("little", "all")
    life.files["Content/privacy/2026-07-01.md"] = keeps_all.replace("title: Privacy\n", "title: Privacy\nannounced: 2026-05-20\nsummary: More.\n")
    life.files["Content/privacy/2026-07-02.md"] = keeps_all.replace("title: Privacy\n", EDITORIAL.replace("2026-06-02", "2026-05-21"))
    life.publish(PUBLISHED)
    life.edit("Content/privacy/2026-07-01.md", "summary: More.\n", "summary: More.\nwithdrawn: {announced: 2026-06-02, reason: Not yet.}\n")
    found = life.judge(NEXT, baseline)
    assert checks(found) == [("conflicting-change", "Content/privacy/2026-07-01.md:5")]
    assert found.errors[0][3] == "withdraw edition 2026-07-02 on 2026-06-02 too, and announce it anew without material: false"


def test_nothing_new_is_erased_from_the_beginning(life, baseline):
    life.publish(PUBLISHED)
    invented = ERASED % hashlib.sha256(b"").hexdigest()
    life.files["Content/privacy/2026-06-02.md"] = f"---\ntitle: Privacy\nannounced: 2026-06-02\nsummary: (erased)\n{invented}---\n"
    life.files[MAIL] += CHANGE + f"    data: [mail addresses, health data]\n    note: (erased)\n    {invented}"
    found = checks(life.judge(NEXT, baseline))
    assert {place.split(":")[0] for check, place in found if check == "erased-unpublished"} == {"Content/privacy/2026-06-02.md", MAIL}, found


# Names of the past

@pytest.mark.parametrize(
    "old, new", [("name: Tidewater}", "name: Ebb}"), ("desk: Tidewater Desk", "desk: Ebb Desk"), ("privacy@", "dpo@")])
def test_what_was_told_keeps_its_names(life, baseline, old, new):
    life.publish(PUBLISHED)
    life.edit(SITE, old, new)
    found = life.judge(NEXT, baseline)
    assert {check for check, _ in checks(found)} == {"settings-changed"}
    assert "renamed" in found.errors[0][3]


def test_a_product_that_was_public_stays(life, baseline):
    life.publish(PUBLISHED)
    life.edit(SITE, "chart: Tidewater Chart, ", "")
    life.edit(SITE, "desk: Tidewater Desk", "harbour: Harbour")
    life.edit(HOSTING, "products: [desk]\n", "")
    assert "published-text-missing" in {check for check, _ in checks(life.judge(NEXT, baseline))}


# Erasure

ERASED = "erased: {announced: 2026-06-02, reason: A court has ordered it., sha256: %s}\n"


def digest(life, path):
    return hashlib.sha256((life.published / path).read_bytes()).hexdigest()


def erase_privacy(life):
    front = life.files[PRIVACY].split("---\n")[1]
    life.files[PRIVACY] = f"---\n{front}{ERASED % digest(life, 'privacy/2026-01-05.md')}---\n"


@pytest.mark.parametrize("old, new", [("title: Privacy\n", "title: Invented\n"), ("title: Privacy\n", "title: Privacy\nversion: '2'\n")])
def test_what_is_left_of_an_erased_edition_never_changes(life, baseline, old, new):
    life.publish(PUBLISHED)
    erase_privacy(life)
    life.publish(NEXT)
    life.edit(PRIVACY, old, new)
    assert {check for check, _ in checks(life.judge("2026-06-03", baseline))} <= {"published-text-changed"}


@pytest.mark.parametrize("new", ["data: [mail addresses, health data]", "data: []", "data: [mail]"])
def test_what_is_left_of_an_erased_change_never_changes(life, baseline, new):
    life.files[MAIL] += "note: John Doe objected.\n"
    life.publish(PUBLISHED)
    life.edit(MAIL, "note: John Doe objected.\n", "note: (erased)\n" + ERASED % digest(life, "subprocessors/beacon/2026-01-05.json"))
    whole = dict(life.files)
    life.edit(MAIL, "data: [mail addresses]", new)
    at_once = life.judge(NEXT, baseline)
    if baseline != "record":  # alone, it knows the digest of what went and nothing of what stays; from then on it does
        assert at_once.status == 1, at_once.output
    life.files = whole
    life.publish(NEXT)
    life.edit(MAIL, "data: [mail addresses]", new)
    assert checks(life.judge("2026-06-03", baseline))


def test_nothing_is_invented_where_something_was_erased(life, trustpress):
    life.files[MAIL] += "note: John Doe objected.\n"
    life.publish(PUBLISHED)
    erase_privacy(life)
    life.edit(MAIL, "note: John Doe objected.\n", "note: (erased)\n" + ERASED % digest(life, "subprocessors/beacon/2026-01-05.json"))
    life.publish(NEXT)
    assert trustpress("verify", life.published).returncode == 0
    change = life.published / "subprocessors" / "beacon" / "2026-01-05.json"
    assert "(erased)" in change.read_text()
    original = change.read_text()
    change.write_text(original.replace("NL", "US"))
    assert trustpress("verify", life.published).returncode == 1
    change.write_text(original)
    (life.published / "privacy" / "2026-01-05.md").write_text("---\ntitle: Privacy\n---\n\nNever published.\n")
    assert trustpress("verify", life.published).returncode == 1


def test_with_a_salt_erased_words_cannot_be_guessed(life):
    salt = "00112233445566778899aabbccddeeff"
    life.files[MAIL] += f"note: John Doe objected.\nsalt: {salt}\n"
    life.publish(PUBLISHED)
    known = digest(life, "subprocessors/beacon/2026-01-05.json")
    life.edit(MAIL, f"note: John Doe objected.\nsalt: {salt}\n", "note: (erased)\n" + ERASED % known)
    life.publish(NEXT)
    left = json.loads((life.published / "subprocessors" / "beacon" / "2026-01-05.json").read_text())
    guesses = [{**left, "note": "John Doe objected."}, {key: value for key, value in left.items() if key != "salt"} | {"note": "John Doe objected."}]
    made = {hashlib.sha256(json.dumps(guess, sort_keys=True, separators=(",", ":")).encode()).hexdigest() for guess in guesses}
    assert known not in made
    assert not [path for path, content in read_tree(life.published).items() if salt.encode() in content]


# Files

def test_a_file_that_a_note_names_is_not_replaced(life, baseline):
    life.files[MAIL] += "note: Why, says [the paper](/files/why.txt).\n"
    life.files["Content/files/why.txt"] = "We asked three.\n"
    life.publish(PUBLISHED)
    life.files["Content/files/why.txt"] = "We asked nobody.\n"
    assert checks(life.judge(NEXT, baseline)) == [("published-text-changed", "Content/files/why.txt:1")]


# Days

def test_placeholders_do_not_slip_in_with_a_day_of_the_past(life, baseline):
    life.publish("2026-05-30")
    life.files["Content/privacy/2026-07-10.md"] = (
        WORLD[PRIVACY].replace("title: Privacy\n", "title: Privacy\nannounced: 2026-06-01\nsummary: New.\n")
        .replace("We keep little.", "We keep {{DAYS}} days. TODO"))
    found = life.judge(NEXT, baseline)
    assert {check for check, _ in checks(found)} == {"placeholder"}


def test_the_as_of_of_a_record_is_not_older_than_the_record(life, trustpress):
    life.files["Content/privacy/2026-06-20.md"] = WORLD[PRIVACY].replace(
        "title: Privacy\n", "title: Privacy\nannounced: 2026-05-20\nsummary: New.\n")
    life.publish(PUBLISHED)
    (life.published / "record" / "as-of").write_text("2026-01-06\n")
    for baseline in ("whole", "record"):
        done = life.judge(NEXT, baseline)
        assert done.status == 2, done.output
        assert "damaged" in done.output


@pytest.mark.parametrize("since", ["2026-06-03", "2036-01-01"])
def test_a_starting_state_does_not_last_for_ever(trustpress, tmp_path, since):
    life = JudgedSite(trustpress, tmp_path, WORLD)
    life.edit(SITE, "since: 2026-01-05", f"since: {since}")
    done = life.build(NEXT)
    assert checks(done) == [("conflicting-settings", f"{SITE}:8")]


# Pages of others

PAGES = ("privacy/2026-06-20/index.html", "privacy/2026-06-20/changes/index.html")


def article(page):
    return re.search(r"<article.*</article>", page.read_text(), re.DOTALL)[0]


def test_a_published_page_does_not_follow_what_others_drop(life, baseline):
    terms = "Content/terms/2026-01-05.md"
    life.files["Content/privacy/2026-06-20.md"] = (
        WORLD[PRIVACY].replace("title: Privacy\n", "title: Privacy\nannounced: 2026-05-20\nsummary: New.\n")
        .replace("We keep little.", "We keep what [Terms §2](terms#2) says."))
    life.publish(PUBLISHED)
    life.files["Content/terms/2026-06-20.md"] = (
        WORLD[terms].replace("title: Terms\n", "title: Terms\nannounced: 2026-06-02\nsummary: No end.\n").replace("\n## 2. End\n\nIt ends.\n", ""))
    before = {page: article(life.published / page) for page in PAGES}
    life.publish(NEXT)
    done = life.judge("2026-06-25", baseline)
    assert done.status == 0, done.output
    for page in PAGES:
        after = article(life.folder / baseline / page)
        assert before[page] == after and 'href="/terms/#2"' in after
    assert 'id="2"' in (life.folder / baseline / "terms" / "index.html").read_text()


@pytest.mark.parametrize("template", ["document", "redline", "layout"])
def test_a_theme_takes_no_text_s_place(life, trustpress, template):
    source = REPOSITORY / "Templates" / f"{template}.mustache"
    text = re.sub(r"\{\{\{\s*\w+\s*\}\}\}", "<article data-edition=\"privacy/2026-01-05\">Ours.</article>", source.read_text())
    life.files[f"Templates/{template}.mustache"] = text
    life.files["Content/privacy/2026-06-20.md"] = WORLD[PRIVACY].replace(
        "title: Privacy\n", "title: Privacy\nannounced: 2026-05-20\nsummary: New.\n")
    done = life.build(PUBLISHED)
    assert {check for check, _ in checks(done)} == {"template"}


# What nobody may know yet

@pytest.mark.parametrize("key", ["replaced_by", "via", "replaces", "products"])
def test_no_key_gives_away_what_is_embargoed(trustpress, tmp_path, key):
    life = JudgedSite(trustpress, tmp_path, WORLD)
    falcon = "Content/subprocessors/providers/falcon.yaml"
    life.files[falcon] = WORLD[MAIL].replace("Beacon", "Falcon").replace("2026-01-05", "2026-09-01\neffective: 2026-10-01\nnote: New.")
    life.edit(SITE, "documents: [terms, privacy, subprocessors]", "documents: [terms, privacy, subprocessors, falcon-terms]")
    life.files["Content/falcon-terms/2026-10-01.md"] = "---\ntitle: Falcon Terms\nannounced: 2026-09-01\nsummary: New.\n---\n\n# Falcon\n"
    if key == "replaced_by":
        life.files["Content/terms/2026-06-20.md"] = WORLD["Content/terms/2026-01-05.md"].replace(
            "title: Terms\n", "title: Terms\nannounced: 2026-05-20\nsummary: Ends.\nretired: {replaced_by: [falcon-terms]}\n")
    elif key == "products":
        life.edit(SITE, "desk: Tidewater Desk}", "desk: Tidewater Desk, falcon-one: Falcon One}")
        life.files[falcon] += "products: [falcon-one]\n"
    else:
        life.files[MAIL] += f"{key}: falcon\n"
    done = life.build(PUBLISHED)
    if key == "products":
        assert done.status == 0, done.output
        assert not [path for path, content in read_tree(life.published).items() if b"falcon" in content.lower() or "falcon" in path]
    else:
        assert done.status == 1
        assert {place.split(":")[0] for _, place in checks(done)} == {
            "replaced_by": {"Content/terms/2026-06-20.md"}}.get(key, {MAIL})


@pytest.mark.parametrize("words", ["Project\nFALCON", "Project *Falcon*", "**Project** falcon", "Project&nbsp;Falcon", "Project [Falcon](/terms/)"])
def test_a_private_value_does_not_hide_in_its_form(trustpress, tmp_path, words):
    life = JudgedSite(trustpress, tmp_path, WORLD)
    life.files[SITE] += "register: {private: [code_name]}\n"
    life.files[MAIL] += "code_name: Project Falcon\n"
    life.files["Content/faq.md"] = f"# Questions\n\nWe call it {words}, among us.\n"
    assert "private-field" in {check for check, _ in checks(life.build(PUBLISHED))}


# Keys of the record, terminals, files

def test_two_sites_of_one_domain_have_two_origins(life, trustpress, tmp_path):
    life.publish(PUBLISHED)
    other = JudgedSite(trustpress, tmp_path / "other", WORLD)
    other.edit(SITE, "authority: tidewater.example,2026", "authority: tidewater.example,2026-02")
    other.publish(PUBLISHED)
    first, second = (each.published.joinpath("record/checkpoint").read_text().splitlines()[0] for each in (life, other))
    assert (first, second) == ("tidewater.example/2026/record", "tidewater.example/2026-02/record")


@pytest.mark.parametrize("command", ["status", "check", "notice", "diff", "changes"])
def test_no_control_character_reaches_a_terminal(life, trustpress, command):
    escape = "\\e]0;owned\\a\\e[31m\\u202e\\x9b"
    life.files[PRIVACY] = WORLD[PRIVACY].replace("title: Privacy", f'title: "Privacy {escape}"')
    life.files["Content/privacy/2026-06-20.md"] = life.files[PRIVACY].replace(
        "---\n\n", f'announced: 2026-05-20\nsummary: "New {escape}"\n---\n\n').replace("We keep little.", "We keep \x1b[31mless\x9b.")
    life.write()
    words = {"notice": ["notice", "privacy-2026-05-20"], "diff": ["diff", "privacy"], "changes": ["changes", "--previous", "none"]}.get(command, [command])
    done = trustpress(*words, "--site", life.site, "--as-of", PUBLISHED)
    shown = re.findall(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", done.stdout + done.stderr)
    assert not shown, shown


def test_the_site_is_not_written_into_its_sources(life, trustpress):
    life.write()
    (life.folder / "alias").symlink_to(life.site / "Content")
    for output in (life.site / "Content" / "out", life.folder / "alias" / "out", life.site / "Templates", life.site / "Content"):
        done = trustpress("build", "--site", life.site, "--as-of", PUBLISHED, "--output", output)
        assert done.returncode in (2, 64), done.stdout
        assert not (life.site / "Content" / "out").exists()


def test_a_giant_file_is_a_finding_and_no_crash(life, trustpress):
    life.files["Content/faq.md"] = "# Questions\n\n[The paper](/files/paper.pdf)\n"
    life.files["Content/files/paper.pdf"] = b"%PDF-1.4\n"
    life.publish(PUBLISHED)
    for path, command in (("Content/files/paper.pdf", "build"), ("Content/faq.md", "check"), (HOSTING, "check")):
        with open(life.site / path, "r+b") as file:
            file.truncate(50 << 30)
        bounded = ["bash", "-c", 'ulimit -v 6000000; exec "$@"', "bash"]
        done = trustpress(command, "--site", life.site, "--as-of", PUBLISHED, "--previous", "none", before=bounded)
        assert done.returncode == 1 and "[file-too-large]" in done.stderr and path in done.stderr, (done.returncode, done.stderr)
        life.write()
    for path in ("record/checkpoint", "record/entries.jsonl", "privacy/2026-01-05.md"):
        content = (life.published / path).read_bytes()
        with open(life.published / path, "r+b") as file:
            file.truncate(50 << 30)
        done = trustpress("verify", life.published, before=bounded)
        assert done.returncode in (1, 2) and path in done.stdout + done.stderr, (done.returncode, done.stderr)
        (life.published / path).write_bytes(content)
