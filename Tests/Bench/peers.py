"""What TrustPress is held against: programs that do less, on the same texts."""

import pathlib
import re
import shlex
import shutil
import subprocess
import sys

from measure import cost

FRONT_MATTER = re.compile(r"\A---\n(.*?\n)---\n", re.DOTALL)
TITLE = re.compile(r"^title: *(.*)$", re.MULTILINE)
# A line of `--timings`.
STAGE = re.compile(r"\S.* s +\S+ s CPU +\d+ %")
EXTENSIONS = ("table", "strikethrough", "autolink", "tasklist")

HUGO = """\
baseURL = "https://trust.bench.example/"
title = "Bench"
disableKinds = ["home", "section", "taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"]
[markup.goldmark.parser]
autoHeadingID = true
"""
THEME = """\
<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ .Title }}</title><link rel="canonical" href="{{ .Permalink }}"></head>
<body><main><h1>{{ .Title }}</h1><article>{{ .Content }}</article></main></body>
</html>
"""


def hugo_program():
    """Hugo's own binary, since the wrapper that the package puts into `bin` costs time of its own."""
    for folder in map(pathlib.Path, sys.path):
        for program in sorted(folder.glob("hugo/binaries/hugo*")):
            return program
    raise SystemExit("Hugo is not installed; `make bench` installs it")


class Hugo:
    """Renders each edition as a page of a plain theme: no feed, list or redline."""

    def __init__(self, work, folder):
        self.program, self.folder = hugo_program(), folder / "hugo"
        (self.folder / "layouts").mkdir(parents=True)
        (self.folder / "hugo.toml").write_text(HUGO)
        (self.folder / "layouts" / "page.html").write_text(THEME)
        for path in work.editions:
            text = path.read_text(errors="replace")
            found = FRONT_MATTER.match(text)
            title = TITLE.search(found[1]) if found else None
            target = self.folder / "content" / path.parent.name / path.name
            target.parent.mkdir(parents=True, exist_ok=True)
            front = f"---\ntitle: {title[1] if title else path.stem}\n---\n"
            target.write_text(front + (text[found.end():] if found else text))

    def run(self):
        shutil.rmtree(self.folder / "public", ignore_errors=True)
        done = cost([self.program, "build", "--quiet", "--source", self.folder, "--noBuildLock"])
        pages = sum(1 for _ in (self.folder / "public").rglob("*.html"))
        texts = sum(1 for _ in (self.folder / "content").rglob("*.md"))
        if done.status or pages < texts:
            raise SystemExit(f"Hugo made {pages} pages of {texts} texts, and ended with status {done.status}")
        return done


class CMark:
    """Turns the same texts into HTML by Debian's program: 32 files a process, two processes at a time."""

    def __init__(self, hugo, folder):
        self.output = folder / "cmark"
        self.names = folder / "texts"
        bodies = folder / "bodies"
        bodies.mkdir()
        paths = []
        for number, path in enumerate(sorted(hugo.folder.glob("content/*/*.md"))):
            text = path.read_text()
            paths.append(bodies / f"{number}.md")
            paths[-1].write_text(text[FRONT_MATTER.match(text).end():])
        self.names.write_text("".join(f"{path}\0" for path in paths))
        program = "cmark-gfm " + " ".join(f"-e {name}" for name in EXTENSIONS)
        inner = f'{program} "$@" > {shlex.quote(str(self.output))}/$$.html'
        self.command = ["xargs", "-0", "-n", "32", "-P", "2", "-a", self.names, "sh", "-c", inner, "sh"]

    def run(self):
        shutil.rmtree(self.output, ignore_errors=True)
        self.output.mkdir()
        done = cost(self.command)
        if done.status:
            raise SystemExit(f"cmark-gfm ended with status {done.status}")
        return done


class Copy:
    """Copies what TrustPress wrote."""

    def __init__(self, output, folder):
        self.output, self.copy = output, folder / "copy"

    def run(self):
        shutil.rmtree(self.copy, ignore_errors=True)
        return cost(["cp", "-r", self.output, self.copy])


class TrustPress:
    """Builds the whole site: editions, redlines, feeds and record."""

    def __init__(self, program, work, folder):
        self.program, self.work, self.output = program, work, folder / "Public"

    def run(self):
        shutil.rmtree(self.output, ignore_errors=True)
        return self.again()

    def command(self, *options):
        return [
            self.program, "build", "--site", self.work.site, "--as-of", self.work.as_of, "--previous", "none",
            "--output", self.output, *options]

    def stages(self):
        """What each stage of one build from nothing cost, a line each."""
        shutil.rmtree(self.output, ignore_errors=True)
        done = subprocess.run([str(part) for part in self.command("--timings")], capture_output=True, text=True, check=True)
        return [line for line in done.stderr.splitlines() if STAGE.fullmatch(line)]

    def again(self, *options):
        """A build over what is there already."""
        done = cost(self.command(*options))
        if done.status:
            said = subprocess.run([str(part) for part in self.command()], capture_output=True, text=True, check=False)
            errors = [line for line in said.stderr.splitlines() if ": error:" in line]
            raise SystemExit(f"trustpress could not build {self.work.name}:\n" + "\n".join(errors[:5]))
        return done
