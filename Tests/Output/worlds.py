"""Sites to build: Proyecta's, the example company's, and small ones written out as text."""

import dataclasses
import pathlib
import shutil

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
EXAMPLE = REPOSITORY / "Tests" / "Example"
SHARED_SCHEMAS = REPOSITORY.parent / "shared" / "schemas"


@dataclasses.dataclass(frozen=True)
class World:
    """A site's folder and the as-of that it is built for."""

    name: str
    site: pathlib.Path
    as_of: str

    def __str__(self):
        return f"{self.name}@{self.as_of}"


WORLDS = [
    World("proyecta", REPOSITORY, "2026-11-23"),
    World("proyecta", REPOSITORY, "2027-03-01"),
    World("example", EXAMPLE, "2022-03-01"),
    World("example", EXAMPLE, "2024-07-01"),
    World("example", EXAMPLE, "2026-11-23"),
    World("example", EXAMPLE, "2026-11-23T16:00"),
    World("example", EXAMPLE, "2027-06-01"),
]

LENIENT = "broken-link: warning, broken-clause: warning, provider-not-listed: warning"


def with_checks(settings, checks):
    """A site.yaml with more settings of checks."""
    return settings.replace("checks: {", f"checks: {{{checks}, ")


def copy_site(source, target):
    """A copy of a site's sources."""
    for name in ("Content", "Templates"):
        if (source / name).is_dir():
            shutil.copytree(source / name, target / name)
    return target


def write_site(files, target):
    """Writes a site from a dictionary of paths and texts (or bytes)."""
    for path, content in files.items():
        file = target / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    return target


def read_tree(folder):
    """Every file below a folder, links not followed: path to bytes."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }


def times(folder):
    """The modification time of every file and folder below a folder."""
    return {str(path.relative_to(folder)): path.lstat().st_mtime_ns for path in sorted(folder.rglob("*"))}


SMALL = {
    "Content/site.yaml": """\
organization: {name: Tidewater}
contacts: {security: security@tidewater.example, privacy: privacy@tidewater.example, legal: legal@tidewater.example}
url: https://trust.tidewater.example
authority: tidewater.example,2026
language: en
utc_offset: "+00:00"
documents: [terms, privacy, subprocessors]
since: 2026-01-05
notice: {days: 10, objection_days: 10}
checks: {annex-incomplete: off}
""",
    "Content/index.md": "# Tidewater\n\nWhat we promise.\n",
    "Content/terms/2026-01-05.md": "---\ntitle: Terms\n---\n\n# Terms\n\n## 1. Use\n\nUse it well.\n\n## 2. End\n\nIt ends.\n",
    "Content/privacy/2026-01-05.md": "---\ntitle: Privacy\n---\n\n# Privacy\n\n## 1. Data\n\nWe keep little.\n",
    "Content/subprocessors/2026-01-05.md": "---\ntitle: Subprocessors\n---\n\nWhom we work with.\n",
    "Content/subprocessors/providers/anchor.yaml": """\
name: Anchor Hosting
entity: Anchor Hosting GmbH
purpose: Runs the servers
data: [account data]
locations: [DE]
announced: 2026-01-05
""",
}
