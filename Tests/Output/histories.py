"""Sites whose documents have long histories: real ones where they are there, and one made up."""

import random
import shutil

from worlds import REPOSITORY, write_site

REAL = REPOSITORY.parent / "shared" / "real" / "github-site-policy" / "Content"

SITE = """\
organization: {{name: Lantern Harbour}}
contacts: {{security: security@lantern.example, privacy: privacy@lantern.example, legal: legal@lantern.example}}
url: https://trust.lantern.example
authority: lantern.example,2026
language: en
utc_offset: "+00:00"
documents: [{documents}]
since: 2026-11-23
notice: {{days: 30}}
checks: {{broken-link: warning, broken-clause: warning, clause-label: warning, duplicate-clause: warning, \
raw-html: warning, invisible-text: warning, placeholder: warning}}
"""
AS_OF = "2026-11-24"


def real_site(target):
    """A copy of the real histories as a site."""
    documents = sorted(folder.name for folder in REAL.iterdir() if folder.is_dir())
    for document in documents:
        (target / "Content" / document).mkdir(parents=True)
        for edition in sorted((REAL / document).glob("*.md")):
            shutil.copyfile(edition, target / "Content" / document / edition.name)
    return write_site({"Content/site.yaml": SITE.format(documents=", ".join(documents))}, target)


def generated_site(target, seed=5):
    """A site with one document of twelve editions, each edited out of the one before it."""
    files = {"Content/site.yaml": SITE.format(documents="charter")}
    text = Text(random.Random(seed))
    for number in range(12):
        day = f"{2014 + number}-0{1 + number % 9}-15"
        files[f"Content/charter/{day}.md"] = (
            f"---\ntitle: Charter\nannounced: {day}\nsummary: Revised.\n---\n\n# Charter\n\n{text}\n"
        )
        for _ in range(6):
            text.edit()
    return write_site(files, target)


def editions(site):
    """The ids of the editions of each document, oldest first."""
    return {
        folder.name: sorted((file.stem for file in folder.glob("*.md")), key=lambda stem: (stem[:10], int(stem[11:] or 1)))
        for folder in sorted((site / "Content").iterdir())
        if folder.is_dir()
    }


class Text:
    """Clauses of blocks, each block a list of lines of words, that can be edited in every way that lawyers do."""

    WORDS = (
        "the the of of and to we you customer data fees notice within at least thirty 30 days shall may not "
        "**processor** *agreement* [terms](#2) `POST` ~~void~~ 10&nbsp;% Größe www.lantern.example 2026-11-23"
    ).split()

    def __init__(self, rng):
        self.rng = rng
        self.clauses = [[self.block() for _ in range(rng.randint(2, 5))] for _ in range(6)]

    def words(self, least=4, most=24):
        return [self.rng.choice(self.WORDS) for _ in range(self.rng.randint(least, most))]

    def block(self):
        kind = self.rng.choice(["text"] * 4 + ["- ", "1. ", "> ", "table", "note"])
        return [kind, *(self.words() for _ in range(1 if kind in ("text", "note") else self.rng.randint(2, 5)))]

    def edit(self):
        clauses, rng = self.clauses, self.rng
        blocks = rng.choice(clauses)
        block = rng.choice(blocks)
        lines = block[1:]
        words = rng.choice(lines)
        place = rng.randrange(len(words))
        match rng.randrange(12):
            case 0 | 1: words[place:place] = self.words(1, 5)
            case 2: words[place] = rng.choice(self.WORDS)
            case 3 if len(words) > 4: del words[place:place + 3]
            case 4: blocks.insert(rng.randint(0, len(blocks)), self.block())
            case 5 if len(blocks) > 1: blocks.remove(block)
            case 6: blocks.append(blocks.pop(0))
            case 7: clauses.insert(rng.randrange(len(clauses)), clauses.pop())
            case 8: clauses.insert(rng.randrange(len(clauses)), [self.block(), self.block()])
            case 9 if block[0] not in ("text", "note"): block.insert(rng.randint(1, len(block)), self.words())
            case 10 if len(lines) > 2: block.remove(words)
            case 11: block[0] = rng.choice(["- ", "1. ", "3) ", "text"])

    def __str__(self):
        notes = []

        def written(block):
            kind, *lines = block
            lines = [" ".join(words) for words in lines]
            if kind == "text":
                return "\n\n".join(lines)
            if kind == "note":
                notes.append(f"[^{len(notes) + 1}]: {lines[0]}")
                return f"{lines[0]}[^{len(notes)}]"
            if kind == "table":
                width = max(2, len(lines[0].split()) % 4 + 1)
                rows = [f"| {' | '.join((line.split() * width)[:width])} |" for line in lines]
                return "\n".join([rows[0], "|" + "---|" * width, *rows[1:]])
            return "\n".join(kind + line for line in lines)

        clauses = [
            f"## {number}. {' '.join(blocks[0][1][:3])}\n\n" + "\n\n".join(map(written, blocks))
            for number, blocks in enumerate(self.clauses, 1)
        ]
        return "\n\n".join(clauses + notes)
