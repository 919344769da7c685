"""A site that is published, altered and built again, judged by each form of what was published before."""

import dataclasses
import json
import shutil

from repositories import commit, git
from worlds import write_site

BASELINES = ("whole", "record", "git")


@dataclasses.dataclass(frozen=True)
class Outcome:
    """How a build ended that was judged by what was published before."""

    status: int
    # (check, "file:line", message, help), errors alone, in the order printed
    errors: tuple
    # the ids of the events in the feed of everything, oldest first; none where nothing was built
    events: tuple
    output: str

    @property
    def checks(self):
        return {error[0] for error in self.errors}


class JudgedSite:
    """One site with a repository of its own, and the folders that were published of it."""

    def __init__(self, trustpress, folder, files):
        self.trustpress, self.folder, self.files = trustpress, folder, dict(files)
        self.site, self.published = folder / "site", folder / "published"
        self.as_of = None

    def publish(self, as_of, *options):
        """Builds the site as it is, and commits what it was built from. Fails where it does not build."""
        done = self.build(as_of, *options)
        assert done.status == 0, done.output
        if not (self.site / ".git").is_dir():
            git(self.site, "init", "-q", "-b", "main")
        commit(self.site, as_of)
        self.as_of = as_of
        return done

    def build(self, as_of, *options):
        """Builds the site as it is, as if nothing had been published."""
        self.write()
        return self._build(as_of, "none", self.published, *options)

    def judge(self, as_of, baseline, *options):
        """Builds the site as it is now into a folder of its own, after what was published."""
        self.write()
        previous = {
            "whole": self.published, "record": self.published / "record", "git": f"git:HEAD@{self.as_of}",
        }[baseline]
        return self._build(as_of, previous, self.folder / baseline, *options)

    def edit(self, path, old, new):
        assert self.files[path].count(old) == 1, f"{old!r} stands {self.files[path].count(old)} times in {path}"
        self.files[path] = self.files[path].replace(old, new)

    def write(self):
        """Writes the files as they are in the place of those that are there."""
        for name in ("Content", "Templates"):
            shutil.rmtree(self.site / name, ignore_errors=True)
        write_site(self.files, self.site)

    def _build(self, as_of, previous, output, *options):
        done = self.trustpress(
            "build", "--site", self.site, "--as-of", as_of, "--previous", previous, "--output", output,
            "--format", "json", *options)
        lines = [json.loads(line) for line in (done.stderr + done.stdout).splitlines() if line.startswith("{")]
        errors = tuple(
            (line["id"], f"{line['file']}:{line['line']}" if line.get("line") else line["file"], line["message"], line.get("help"))
            for line in lines if line["severity"] == "error")
        events = events_of(output) if done.returncode == 0 else ()
        return Outcome(done.returncode, errors, events, done.stdout + done.stderr)


def events_of(output):
    """The ids of the events that a site tells, oldest first: those of the feed of everything and of its archives."""
    feeds = [output / "feeds" / "all.json"]
    number = 1
    while (archive := output / "feeds" / f"all.{number}.json").exists():
        feeds.append(archive)
        number += 1
    items = {item["id"]: item["date_published"] for feed in feeds for item in json.loads(feed.read_text())["items"]}
    return tuple(sorted(items, key=lambda id: (items[id], id)))
