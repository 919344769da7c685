"""The manual's own site builds as it is written there, and its tables name every key and no other."""

import re

from worlds import REPOSITORY, write_site

MANUAL = (REPOSITORY / "docs" / "content.md").read_text()


def site_of_the_manual():
    blocks = re.findall(r"^```(?:yaml|markdown)\n# (Content/\S+)\n(.*?)^```$", MANUAL, re.MULTILINE | re.DOTALL)
    return dict(blocks)


def test_the_manuals_site_builds(build, trustpress, tmp_path):
    files = site_of_the_manual()
    assert set(files) == {
        "Content/site.yaml", "Content/privacy/2026-11-23.md", "Content/subprocessors/2026-11-23.md",
        "Content/subprocessors/providers/heron-hosting.yaml",
    }
    site = write_site(files, tmp_path / "site")
    public = build(site, "2026-12-01", tmp_path / "Public")
    assert "From 15 January 2027" in (public / "notices" / "subprocessors-2026-12-01" / "index.html").read_text()


def documented_keys(heading):
    """The keys that the table below a heading lists."""
    tables = re.sub(r"^```.*?^```$", "", MANUAL, flags=re.MULTILINE | re.DOTALL)
    section = tables.split(heading, 1)[1].split("\n## ", 1)[0]
    cells = re.findall(r"^\| (`.*?) \|", section, re.MULTILINE)
    return {key for cell in cells for key in re.findall(r"`([a-z_]+)`", re.sub(r"\(.*?\)", "", cell))}


def test_the_tables_name_the_keys_that_the_program_knows(trustpress, tmp_path):
    """A misspelt key is answered with the list of known ones."""
    for path, heading in (
        ("Content/site.yaml", "## Settings"), ("Content/privacy/2026-11-23.md", "## An edition"),
        ("Content/subprocessors/providers/heron-hosting.yaml", "## A provider"),
    ):
        files = site_of_the_manual()
        start = "---\n" if path.endswith(".md") else ""
        files[path] = files[path].replace(start, start + "qqqqqqqqqq: 1\n", 1) if start else "qqqqqqqqqq: 1\n" + files[path]
        site = write_site(files, tmp_path / path.rpartition("/")[2])
        done = trustpress("check", "--site", site, "--as-of", "2026-12-01", "--format", "json")
        known = set(re.findall(r"\b[a-z_]{2,}\b", re.search(r"the keys here are ([^\"]*)", done.stdout + done.stderr)[1]))
        named = documented_keys(heading)
        if path.endswith("heron-hosting.yaml"):
            named = named - {"removed"} | {"changes"}  # of an item, and of the top
        assert named == known, path


def test_keys_that_are_shown_as_examples_are_keys(trustpress, tmp_path):
    pages = [*(REPOSITORY / "docs").rglob("*.md"), REPOSITORY / "README.md"]
    keys = {key for page in pages for key in re.findall(r"[\w./-]+\+[0-9a-f]{8}\+[\w+/]{44}", page.read_text())}
    assert keys
    for number, key in enumerate(sorted(keys)):
        files = site_of_the_manual()
        files["Content/site.yaml"] += f"record: {{keys: [{{key: {key}, from: 2026-11-24}}]}}\n"
        site = write_site(files, tmp_path / str(number))
        done = trustpress("check", "--site", site, "--as-of", "2026-12-10")
        assert done.returncode == 0, done.stderr
