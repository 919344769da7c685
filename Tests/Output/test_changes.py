"""`trustpress changes`: what merging would publish, as a comment of a pull request and for a program."""

import json
import re

import pytest

from worlds import SMALL, with_checks, write_site

COVE = """\
name: Cove Mail
entity: Cove Mail GmbH
purpose: Sends mails
data: [addresses]
locations: [FR]
announced: 2026-02-03
effective: 2026-02-20
note: Needed.
"""
COVE_FILE = "Content/subprocessors/providers/cove.yaml"
TERMS = "Content/terms/2026-01-05.md"
HEAD = "### What this publishes\n\nAs of {}; the site now speaks for {}.\n\n"


@pytest.fixture
def changes(build, trustpress, tmp_path):
    """What a site says after an earlier one: the Markdown, the JSON, and the finished process of the first."""

    def say(before, after, since, as_of):
        public = build(write_site({**SMALL, **before}, tmp_path / "before"), since, tmp_path / "Public")
        site = write_site({**SMALL, **after}, tmp_path / "after")
        arguments = ["changes", "--site", site, "--as-of", as_of, "--previous", public]
        markdown = trustpress(*arguments)
        program = trustpress(*arguments, "--format", "json")
        assert markdown.returncode == program.returncode and markdown.stderr == program.stderr
        return markdown.stdout, json.loads(program.stdout), markdown

    return say


def test_nothing_new(changes):
    markdown, program, done = changes({}, {}, "2026-02-01", "2026-02-03")
    assert done.returncode == 0
    assert markdown == HEAD.format("2026-02-03", "2026-02-01") + "Nothing new.\n"
    assert program == {
        "as_of": "2026-02-03", "previous_as_of": "2026-02-01", "publishes": [], "silently": [], "announced_later": [], "next": [],
    }


def test_a_new_notice(changes):
    markdown, program, done = changes({}, {COVE_FILE: COVE}, "2026-02-01", "2026-02-03")
    assert done.returncode == 0, done.stderr
    assert markdown == HEAD.format("2026-02-03", "2026-02-01") + (
        "**Subprocessors**, announced on 3 February 2026 (`subprocessors-2026-02-03`)\n\n"
        "- Cove Mail will be added on 20 February 2026 to send mails.\n"
        "- Customers may object until 13 February.\n"
        "- 17 days are left until 20 February 2026.\n\n"
        "### Next dates\n\n"
        "- 13 February 2026: the last day to object to subprocessors-2026-02-03\n"
        "- 20 February 2026: subprocessors-2026-02-03 takes effect\n"
    )
    (told,) = program["publishes"]
    assert told == {
        "event": "notice/subprocessors-2026-02-03", "kind": "announced", "notice": "subprocessors-2026-02-03",
        "document": "subprocessors", "moment": "2026-02-03", "sentences": ["Cove Mail will be added on 20 February 2026 to send mails."],
        "objection_deadline": "2026-02-13", "takes_effect": [{"day": "2026-02-20", "days_left": 17}],
    }
    assert [item["day"] for item in program["next"]] == ["2026-02-13", "2026-02-20"]


def test_what_is_embargoed_is_told_to_its_author(changes):
    markdown, program, done = changes({}, {COVE_FILE: COVE}, "2026-02-01", "2026-02-02")
    assert done.returncode == 0, done.stderr
    assert "Nothing new.\n\n### Announced later\n\n**Subprocessors**, announced on 3 February 2026" in markdown
    assert program["publishes"] == [] and program["announced_later"][0]["notice"] == "subprocessors-2026-02-03"


def test_a_day_of_effect_that_comes_without_a_commit(changes):
    markdown, program, _ = changes({COVE_FILE: COVE}, {COVE_FILE: COVE}, "2026-02-04", "2026-02-20")
    assert "**Subprocessors**, in effect on 20 February 2026 (`subprocessors-2026-02-03`)" in markdown
    assert [told["kind"] for told in program["publishes"]] == ["effective"] and program["next"] == []


def test_a_postponement(changes):
    after = {COVE_FILE: COVE + "postponed: [{announced: 2026-02-10, effective: 2026-03-05, reason: Not ready.}]\n"}
    markdown, program, done = changes({COVE_FILE: COVE}, after, "2026-02-04", "2026-02-10")
    assert done.returncode == 0, done.stderr
    assert "**Subprocessors**, postponed on 10 February 2026" in markdown and "5 March" in markdown
    assert "23 days are left until 5 March 2026" in markdown and "20 February 2026: " not in markdown
    (told,) = program["publishes"]
    assert told["kind"] == "postponed" and told["takes_effect"] == [{"day": "2026-03-05", "days_left": 23}]
    assert program["silently"] == []


def test_a_withdrawal(changes):
    after = {COVE_FILE: COVE + "withdrawn: {announced: 2026-02-10, reason: No contract.}\n"}
    markdown, program, done = changes({COVE_FILE: COVE}, after, "2026-02-04", "2026-02-10")
    assert done.returncode == 0, done.stderr
    assert "**Subprocessors**, withdrawn on 10 February 2026" in markdown and "left until" not in markdown
    (told,) = program["publishes"]
    assert told["kind"] == "withdrawn" and told["takes_effect"] == [] and program["next"] == []


def test_an_erasure_enters_without_a_notice(changes, tmp_path, build):
    public = build(write_site({**SMALL, COVE_FILE: COVE}, tmp_path / "first"), "2026-02-04", tmp_path / "First")
    sums = dict(reversed(line.split("  ")) for line in (public / "record/SHA256SUMS").read_text().splitlines())
    digest = sums["subprocessors/cove/2026-02-03.json"]
    text = COVE.replace("note: Needed.", "note: (erased)") + f"erased: {{announced: 2026-02-10, reason: A court said so., sha256: {digest}}}\n"
    markdown, program, done = changes({COVE_FILE: COVE}, {COVE_FILE: text}, "2026-02-04", "2026-02-10")
    assert done.returncode == 0, done.stderr
    assert program["publishes"] == [] and len(program["silently"]) == 1
    assert "**Enters the record without a notice**\n\n- " in markdown and "cove" in markdown and "Nothing new" not in markdown


def test_a_block_of_settings(changes):
    new = "notice: [{days: 10, objection_days: 10}, {from: 2026-02-05, days: 20, objection_days: 12}]"
    site = SMALL["Content/site.yaml"].replace("notice: {days: 10, objection_days: 10}", new)
    markdown, program, done = changes({}, {"Content/site.yaml": site}, "2026-02-01", "2026-02-05")
    assert done.returncode == 0, done.stderr
    assert program["silently"] == ["notice in site.yaml from 2026-02-05"]
    assert "- notice in site.yaml from 2026-02-05\n" in markdown


def test_with_errors_it_still_says_what_it_can(changes):
    late = COVE.replace("2026-02-20", "2026-02-06")
    markdown, program, done = changes({}, {COVE_FILE: late}, "2026-02-01", "2026-02-03")
    assert done.returncode == 1 and "notice-too-short" in done.stderr
    assert "3 days are left until 6 February 2026" in markdown and len(program["publishes"]) == 1


def test_what_was_altered_is_an_error_and_nothing_new(changes):
    altered = {TERMS: SMALL[TERMS].replace("Use it well", "Use it ill")}
    markdown, program, done = changes({}, altered, "2026-02-01", "2026-02-03")
    assert done.returncode == 1 and "published-text-changed" in done.stderr
    assert program["publishes"] == [] and "Nothing new." in markdown


def test_without_an_earlier_build_it_is_2(small, trustpress, tmp_path):
    done = trustpress("changes", "--site", small, "--as-of", "2026-02-03", "--previous", tmp_path / "nowhere")
    assert done.returncode == 2 and len(done.stderr.splitlines()) == 1 and done.stdout == ""


JOINER = "\u2060"
WORDS = {
    "Cove *Mail*": r"Cove \*Mail\*",
    "Cove_Mail_ `x`": r"Cove\_Mail\_ \`x\`",
    "Cove [a](b)": r"Cove \[a\](b)",
    "Cove @octocat": f"Cove @{JOINER}octocat",
    "Cove #12 and a/b#3": f"Cove #{JOINER}12 and a/b#{JOINER}3",
    "Cove !12": f"Cove !{JOINER}12",
    "Cove GH-12": f"Cove GH{JOINER}-12",
    "Cove https://e.example": f"Cove https:{JOINER}//e.example",
    "Cove www.e.example": f"Cove www{JOINER}.e.example",
    "Cove :smile": f"Cove :{JOINER}smile",
    "Cove <b>": r"Cove \<b\>",
    "Cove & Co. | $x$": r"Cove \& Co. \| \$x\$",
    "1. Cove": r"1\. Cove",
    "- Cove": r"\- Cove",
    "High-Cove Ltd.": "High-Cove Ltd.",
}


@pytest.mark.parametrize("name", WORDS)
def test_words_of_authors_show_as_they_are(name, changes):
    text = COVE.replace("name: Cove Mail", f'name: "{name}"')
    # Signs of Markdown in a name are an error, until the site says that they are meant.
    site = {"Content/site.yaml": with_checks(SMALL["Content/site.yaml"], "leftover-markup: warning")}
    markdown, program, done = changes(site, {**site, COVE_FILE: text}, "2026-02-01", "2026-02-03")
    assert done.returncode == 0, done.stderr
    assert program["publishes"][0]["sentences"] == [f"{name} will be added on 20 February 2026 to send mails."]
    line = re.search(r"^- (.*) will be added on 20 February 2026 to send mails\.$", markdown, re.MULTILINE)
    assert line and line[1] == WORDS[name]
