"""The page for legal: two pages, pictures, no word of programming, and what it says to write is what the check takes."""

import re

from worlds import REPOSITORY

PAGE = REPOSITORY / "docs" / "for-legal.md"
# Two printed pages have about 500 words each.
MOST_WORDS = 1_000
OF_PROGRAMMING = (
    "git", "commit", "repository", "branch", "merge", "pull request", "yaml", "json", "markdown", "html", "terminal", "shell", "command",
    "command line", "script", "compile", "compiler", "swift", "CI", "parse", "syntax", "string", "variable", "checkout", "diff", "schema",
)


def test_it_is_two_pages_without_a_word_of_programming():
    text = PAGE.read_text()
    prose = re.sub(r"```.*?```|<!--.*?-->|\]\([^)]*\)", " ", text, flags=re.DOTALL)
    assert len(prose.split()) < MOST_WORDS
    found = [word for word in OF_PROGRAMMING if re.search(rf"\b{re.escape(word)}s?\b", prose, re.IGNORECASE)]
    assert not found


def test_its_pictures_are_there_and_small():
    pictures = re.findall(r"!\[(.+?)\]\((.+?)\)", PAGE.read_text())
    assert len(pictures) == 2
    for words, path in pictures:
        data = (PAGE.parent / path).read_bytes()
        assert len(words) > 10 and data.startswith(b"\x89PNG") and len(data) < 150_000


def test_what_it_writes_is_in_order(trustpress, tmp_path):
    """Its files, beside a started site that is published, are what the check takes: each example as it stands."""
    site = tmp_path / "site"
    assert trustpress("new", "site", site, "--as-of", "2026-11-27").returncode == 0
    published = tmp_path / "published"
    done = trustpress("build", "--site", site, "--as-of", "2026-11-27", "--output", published)
    assert done.returncode == 0, done.stderr
    blocks = dict(re.findall(r"<!-- (.+?) -->\n```\n(.*?)```\n", PAGE.read_text(), re.DOTALL))
    later = blocks.pop("after Content/subprocessors/providers/crane-cloud.yaml")
    assert sorted(blocks) == ["Content/privacy/2027-03-01.md", "Content/subprocessors/providers/crane-cloud.yaml"]
    for path, text in blocks.items():
        (site / path).write_text(text)

    def check(as_of):
        done = trustpress("check", "--site", site, "--as-of", as_of, "--previous", published, "--format", "json")
        assert done.returncode == 0, done.stdout + done.stderr

    check("2027-01-20")
    done = trustpress("build", "--site", site, "--as-of", "2027-01-20", "--previous", published, "--output", tmp_path / "next")
    assert done.returncode == 0, done.stderr
    published = tmp_path / "next"
    # What is said later stands as the page has it, in its place.
    plain = re.findall(r"(?<! -->)\n```\n((?:postponed|withdrawn):\n.*?)```\n", PAGE.read_text(), re.DOTALL)
    assert len(plain) == 2
    edition = site / "Content/privacy/2027-03-01.md"
    for said in plain:
        edition.write_text(blocks["Content/privacy/2027-03-01.md"].replace("\n---\n\n", f"\n{said}---\n\n"))
        check("2027-02-10")
    edition.write_text(blocks["Content/privacy/2027-03-01.md"])
    with (site / "Content/subprocessors/providers/crane-cloud.yaml").open("a") as file:
        file.write(later)
    check("2027-04-01")
