"""`trustpress diff` as a shell sees it."""

import os
import re

import pytest

from worlds import EXAMPLE, write_site

LATER = "---\ntitle: Terms\nannounced: 2026-02-01\nsummary: Mail.\n---\n\n# Terms\n\n## 1. Use\n\nUse it very well.\n\n## 2. End\n\nIt ends.\n"
THIRD = LATER.replace("2026-02-01", "2026-03-10").replace("It ends.", "It ends on 31 May 2026.")
PLAIN = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "COLUMNS")}


@pytest.fixture
def terms(small):
    """A document of three editions."""
    write_site({"Content/terms/2026-03-01.md": LATER, "Content/terms/2026-04-01.md": THIRD}, small)
    return small


@pytest.fixture
def diff(terms, trustpress):
    """Runs the command on it and gives what it prints."""

    def run(*arguments, **options):
        done = trustpress("diff", *arguments, "--site", terms, **{"env": PLAIN, **options})
        assert done.returncode == 0, done.stderr
        assert not done.stderr
        return done.stdout

    return run


def test_the_newest_is_compared_with_the_one_before_it(diff):
    assert diff("terms") == (
        "Terms (terms), from 2026-03-01 to 2026-04-01\n\nSections touched:\n  2. End: changed\n\n…\n\n## 2. End\n\n"
        "It ends{+ on 31 May 2026+}.\n"
    )


def test_one_name_is_the_earlier_edition(diff):
    said = diff("terms", "2026-01-05")
    assert said.startswith("Terms (terms), from 2026-01-05 to 2026-04-01\n")
    assert "{+very +}" in said and "31 May" in said


def test_a_day_is_the_edition_in_force_on_it(diff):
    assert diff("terms", "2026-02-27", "2026-03-31").startswith("Terms (terms), from 2026-01-05 to 2026-03-01\n")


def test_an_as_of_leaves_out_what_is_announced_later(diff):
    assert diff("terms", "--as-of", "2026-03-01").startswith("Terms (terms), from 2026-01-05 to 2026-03-01\n")


def test_nothing_changed(diff):
    assert "Nothing changed." in diff("terms", "2026-03-01", "2026-03-01")


def test_the_whole_text(diff):
    said = diff("terms", "--full")
    assert "Use it very well." in said and "…" not in said


def test_colours_are_for_terminals(diff):
    assert "\x1b" not in diff("terms")
    assert "\x1b[4;32m on 31 May 2026\x1b[0m" in diff("terms", "--color", "always")
    assert "\x1b" not in diff("terms", "--color", "never")


def test_columns_are_heeded(trustpress):
    for columns in ("40", "80", "x", "-1", "0"):
        done = trustpress("diff", "privacy", "--full", "--site", EXAMPLE, env={**PLAIN, "COLUMNS": columns})
        assert done.returncode == 0, done.stderr
        width = max(len(line) for line in done.stdout.splitlines())
        assert width <= (40 if columns == "40" else 80)


def test_markdown_for_a_pull_request(diff):
    said = diff("terms", "--format", "markdown")
    assert said.startswith("**Terms (terms), from 2026-03-01 to 2026-04-01**\n")
    assert "\n- 2. End: changed\n" in said
    assert "It ends<ins> on 31 May 2026</ins>." in said


def test_html_is_what_the_page_has(terms, build, diff, tmp_path):
    output = build(terms, "2026-04-01", tmp_path / "Public")
    page = (output / "terms" / "2026-04-01" / "changes" / "index.html").read_text()
    article = re.search(r"<article data-redline=.*?</article>", page, re.DOTALL).group()
    said = diff("terms", "--format", "html")
    assert said.split() == article.split()
    assert 'data-redline="terms/2026-03-01..2026-04-01"' in said


def test_a_baseline_is_looked_for_and_changes_nothing(terms, build, diff, trustpress, tmp_path):
    output = build(terms, "2026-04-01", tmp_path / "Public")
    assert diff("terms", "--previous", "none") == diff("terms", "--previous", output) == diff("terms")
    done = trustpress("diff", "terms", "--previous", tmp_path / "nowhere", "--site", terms)
    assert done.returncode == 2 and "--previous takes the folder of an earlier build" in done.stderr


@pytest.mark.parametrize(
    "arguments, words",
    [
        (["term"], "did you mean terms?"),
        (["rules"], "the documents are terms, privacy, subprocessors"),
        (["terms", "2026-03-0"], "did you mean 2026-03-01?"),
        (["terms", "newest"], "its editions are 2026-01-05, 2026-03-01, 2026-04-01"),
        (["terms", "2026-03-01-2"], "its editions are 2026-01-05, 2026-03-01, 2026-04-01"),
        (["terms", "2020-01-01"], "no edition of terms is in force on 2020-01-01"),
        (["privacy"], "2026-01-05 is the first edition of privacy"),
        (["terms", "--as-of", "soon"], "--as-of takes a day"),
        (["terms", "--format", "json"], "--format"),
        ([], "document"),
    ],
)
def test_wrong_usage_is_64_and_says_what_there_is(arguments, words, terms, trustpress):
    done = trustpress("diff", *arguments, "--site", terms)
    assert done.returncode == 64, done.stderr
    assert not done.stdout
    assert words in done.stderr


def test_an_erased_edition_cannot_be_compared(terms, trustpress):
    erased = "erased:\n  announced: 2026-05-01\n  reason: A court said so.\n  sha256: " + 64 * "0" + "\n---\n"
    write_site({"Content/terms/2026-03-01.md": LATER.split("---\n\n")[0] + erased}, terms)
    for arguments in (["terms"], ["terms", "2026-01-05", "2026-03-01"]):
        done = trustpress("diff", *arguments, "--site", terms)
        assert done.returncode == 64, done.stderr
        assert "2026-03-01 was erased on 2026-05-01" in done.stderr
    assert trustpress("diff", "terms", "2026-01-05", "--site", terms).returncode == 0


def test_errors_elsewhere_do_not_matter(terms, diff):
    write_site({"Content/privacy/2026-02-01.md": "---\ntitel: Privacy\n---\n\n# Privacy {{X}}\n"}, terms)
    assert "31 May" in diff("terms")


def test_a_draft_that_cannot_be_read_never_gives_way_to_an_older_one(terms, trustpress):
    write_site({"Content/terms/2026-05-01.md": "title: Terms\n\n# Terms\n"}, terms)
    done = trustpress("diff", "terms", "--site", terms)
    assert done.returncode == 1 and not done.stdout
    assert "Content/terms/2026-05-01.md:1" in done.stderr
    assert trustpress("diff", "terms", "2026-01-05", "2026-03-01", "--site", terms).returncode == 0


def test_a_site_of_no_use_is_1(terms, trustpress):
    write_site({"Content/site.yaml": "- none\n"}, terms)
    done = trustpress("diff", "terms", "--site", terms)
    assert done.returncode == 1 and not done.stdout
    assert "Content/site.yaml" in done.stderr


def test_a_site_that_is_not_there_is_2(trustpress, tmp_path):
    assert trustpress("diff", "terms", "--site", tmp_path / "nowhere").returncode == 2
