"""`trustpress verify`, and a verifier of 150 lines in another language: whatever is altered of a site is named."""

import base64
import hashlib
import json
import os
import pathlib
import re
import shutil

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from everything import AS_OF, EVERYTHING, Published, digest
from verifier import Verifier, canonical, root
from worlds import EXAMPLE, REPOSITORY, SMALL, read_tree, write_site


@pytest.fixture(scope="module")
def published(tmp_path_factory, trustpress):
    return Published(tmp_path_factory.mktemp("everything"), trustpress)


@pytest.fixture
def copy(published, tmp_path):
    """A copy of what was published, to be altered."""
    folder = tmp_path / "copy"
    shutil.copytree(published.public, folder)
    return folder


def test_what_is_published_verifies(published, trustpress):
    done = trustpress("verify", published.public, "--key", published.key)
    assert (done.returncode, done.stderr) == (0, "")
    lines = len((published.public / "record/entries.jsonl").read_text().splitlines())
    assert re.fullmatch(
        rf"The record of {lines} lines is whole: \d+ files as published, 2 erased; \d+ more follow from it\. "
        r"witness\.example/w1 saw it at 2026-05-28T20:26 \(\+00:00\)\.\n(Not checked: [^\n]+\.\n)*",
        done.stdout,
    ), done.stdout
    assert Verifier(published.public).problems() == []


def test_every_built_site_passes(world, public, trustpress):
    """Of what is erased later nothing stands in a site that is built for an earlier day, and no line says so yet."""
    found = {problem for _, problem in Verifier(public).problems()}
    erased_later = world.site == EXAMPLE and "2023-11-01" < world.as_of < "2025-02-03"
    if erased_later:
        assert any("incident-response/2023-11-01" in problem for problem in found)
    else:
        assert not found
        done = trustpress("verify", public)
        assert (done.returncode, done.stderr) == (0, "")



GHOST = """\
name: Ghost
entity: Ghost GmbH
purpose: Runs the ghosts of customers
data: [account data]
locations: [DE]
announced: 2026-03-02
effective: 2026-05-01
note: Needed.
"""


def test_a_policy_that_becomes_a_register_keeps_what_it_published(build, trustpress, tmp_path):
    def built(files, name, as_of):
        return build(write_site(files, tmp_path / f"site-{name}"), as_of, tmp_path / name)

    more = {**SMALL, "Content/terms/providers/ghost.yaml": GHOST}
    before, embargoed = built(SMALL, "before", "2026-03-01"), built(more, "embargoed", "2026-03-01")
    assert read_tree(before) == read_tree(embargoed)
    for as_of in ("2026-03-01", "2026-03-02", "2026-05-01"):
        public = built(more, as_of, as_of)
        done = trustpress("verify", public)
        assert (done.returncode, done.stderr) == (0, "")
        assert (public / "terms/on/2026-01-05/index.html").is_file()
        assert "/terms/2026-01-05/>" in (public / "terms.timemap").read_text()
    assert (public / "terms/on/2026-05-01.json").is_file()


ROW = """\
name: {id}
entity: {id} Ltd
purpose: Keeps the {id} of customers
data: [account data]
locations: [DE]
contact: Ann Lee, DPO, ann@{id}.example
links: {{dpa: https://{id}.example/dpa}}
verified: 2026-01-02
"""
GONE = "{announced: 2026-01-20, reason: It does not come.}"
# What becomes of a row, by its name.
ROWS = {
    "stays": "announced: 2026-01-05\n",
    "alters": "announced: 2026-01-05\nchanges:\n  - {announced: 2026-01-20, note: Told., data: [account data, logs], effective: 2026-03-15}\n",
    "leaves": "announced: 2026-01-05\nchanges:\n  - {announced: 2026-01-20, note: Told., effective: 2026-03-15, removed: true}\n",
    "left": "announced: 2026-01-05\nchanges:\n  - {announced: 2026-01-20, note: Told., removed: true}\n",
    "returns": "announced: 2026-01-05\nchanges:\n  - {announced: 2026-01-20, note: Told., removed: true}\n"
    "  - {announced: 2026-02-10, note: Told., effective: 2026-03-15, removed: false}\n",
    "comes": "note: Told.\nannounced: 2026-02-10\neffective: 2026-03-15\n",
    "comes-later": "note: Told.\nannounced: 2026-01-10\neffective: 2026-03-15\n"
    "postponed: [{announced: 2026-01-20, effective: 2026-04-01, reason: It is late.}]\n",
    "never-came": f"note: Told.\nannounced: 2026-01-10\neffective: 2026-03-15\nwithdrawn: {GONE}\n",
    "never-left": "announced: 2026-01-05\nchanges:\n"
    f"  - {{announced: 2026-01-10, note: Told., effective: 2026-03-15, removed: true, withdrawn: {GONE}}}\n",
    "recipient": "role: recipient\nannounced: 2026-01-05\n",
    "was-recipient": "role: recipient\nannounced: 2026-01-05\nchanges:\n  - {announced: 2026-01-20, note: Told., removed: true}\n",
}


def test_rows_in_every_state_verify_with_what_is_in_no_record(small, build, trustpress, tmp_path):
    rows = {f"Content/subprocessors/providers/{id}.yaml": ROW.format(id=id) + rest for id, rest in ROWS.items()}
    public = build(write_site(rows, small), "2026-03-01", tmp_path / "public")
    for id in ROWS:
        assert f'data-details="subprocessors/{id}"' in (public / f"subprocessors/{id}/index.html").read_text(), id
    done = trustpress("verify", public)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    # They are held where rows are listed and where they are not: nothing that acts, and no second time.
    for id in ("left", "stays"):
        page = public / f"subprocessors/{id}/index.html"
        told = page.read_text()
        page.write_text(told.replace("<section class=\"block\" data-history", "<div data-details=\"x\">\n</div>\n<section class=\"block\" data-history", 1))
        assert "which is the name of a fact" in trustpress("verify", public).stderr, id
        page.write_text(told)


def replaced(path, old, new):
    def alter(folder):
        file = folder / path
        text = file.read_text()
        assert old in text, f"{path} does not hold {old}"
        file.write_text(text.replace(old, new, 1))

    return alter


def written(path, content):
    def alter(folder):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(content)

    return alter


def found(folder, pattern):
    """The first file of a pattern."""
    return next(path for path in sorted(folder.glob(pattern)) if path.is_file())


def gone(pattern):
    return lambda folder: found(folder, pattern).unlink()


def swapped(path, first, second):
    def alter(folder):
        file = folder / path
        lines = file.read_text().splitlines(keepends=True)
        lines[first], lines[second] = lines[second], lines[first]
        file.write_text("".join(lines))

    return alter


def flipped(pattern):
    """One bit of a file in another state."""

    def alter(folder):
        file = found(folder, pattern)
        content = bytearray(file.read_bytes())
        content[len(content) // 2] ^= 1
        file.write_bytes(content)

    return alter


def names_remade(folder, alter):
    """The lines of the words beside the record altered, with their sum as it should then be."""
    names, sums = folder / "record/names.jsonl", folder / "record/SHA256SUMS"
    before = digest(names.read_text())
    names.write_text("".join(alter(names.read_text().splitlines(keepends=True))))
    sums.write_text(sums.read_text().replace(before, digest(names.read_text())))


def reordered(folder):
    names_remade(folder, lambda lines: [lines[1], lines[0], *lines[2:]])


def emptied(pattern):
    return lambda folder: shutil.rmtree(folder / pattern)


LINES = "record/entries.jsonl"
# What is altered: how, what `trustpress verify` says of it, and which step of the other verifier finds it (None: none of
# them looks there).
ALTERED = {
    # The record's own files.
    "the form of a line": (replaced(LINES, '"kind":', '"kind": '), r"entries\.jsonl:1: this line is not canonical JSON", "lines"),
    "a member more": (replaced(LINES, '"kind":"edition"', '"kind":"edition","name":"x"'), r"entries\.jsonl:\d+: this line ", "lines"),
    "the order of lines": (swapped(LINES, 6, 7), r"entries\.jsonl:\d+: this line is out of order", "lines"),
    "a day in a line": (replaced(LINES, '"effective":"2026-02-15"', '"effective":"2026-02-16"'), r"checkpoint:3: the root is not that of record/entries\.jsonl", "checkpoint"),
    "the size": (replaced("record/checkpoint", "record\n", "record\n1"), r"checkpoint:2: the number of lines is not that of", "checkpoint"),
    "the origin": (replaced("record/checkpoint", "2026", "2027"), r"checkpoint:1: the origin is not that of", "checkpoint"),
    "an as-of of an earlier day": (written("record/as-of", "2026-06-09\n"), r"as-of:1: the record goes on after this moment, to 2026-06-10", "sums"),
    "no as-of": (gone("record/as-of"), r"as-of: this file is missing", None),
    "a sum": (flipped("record/SHA256SUMS"), r"SHA256SUMS:\d+: this line is not as the record has it", "sums"),
    "a sum more": (lambda folder: (folder / "record/SHA256SUMS").open("a").write(f"{'0' * 64}  privacy/x\n"), r"SHA256SUMS:\d+: this line is not as", "sums"),
    "a name": (replaced("record/names.jsonl", "Tidewater", "Highwater"), r"names\.jsonl:1: no line of the record holds the SHA-256 of this line", "words"),
    "the order of names": (reordered, r"names\.jsonl:1: this line is out of order: the words of record/entries\.jsonl:2 belong here", "words"),
    "a name twice": (lambda folder: names_remade(folder, lambda lines: [lines[0], *lines]), r"names\.jsonl:2: this line is out of order: the words of record/entries\.jsonl:\d+ belong here", "words"),
    "a name less": (lambda folder: names_remade(folder, lambda lines: lines[:-1]), r"entries\.jsonl:\d+: the words that this line holds the digest of are not in record/names\.jsonl", "words"),
    "a name again": (lambda folder: names_remade(folder, lambda lines: [*lines, lines[-1]]), r"names\.jsonl:\d+: this line is out of order, or one too many", "words"),
    "a name more": (lambda folder: (folder / "record/names.jsonl").open("a").write('"x"\n'), r"names\.jsonl:\d+: no line of the record holds", "words"),
    "the names": (gone("record/names.jsonl"), r"names\.jsonl: this file is missing", "words"),
    "a hash of a tile": (flipped("record/tile/0/000.p/*"), r"record/tile/0/000\.p/\d+: this tile does not hold what the record has there", "nothing_more"),
    "a line of a bundle": (flipped("record/tile/entries/000.p/*"), r"record/tile/entries/000\.p/\d+: this tile does not hold", "nothing_more"),
    "a tile": (gone("record/tile/0/000.p/*"), r"record/tile/0/000\.p/\d+: this file is missing", "nothing_more"),
    "a tile more": (written("record/tile/0/001", "x"), r"record/tile/0/001: this is no tile of the record", "nothing_more"),
    "all tiles": (emptied("record/tile"), r"record/tile/: there is none, and the checkpoint is signed: its log is missing", "nothing_more"),
    "a page beside the record": (written("record/old.html", "x"), r"record/old\.html: this is no file of a record", None),
    "a page that hosts give for the record": (written("record.html", "x"), r"record\.html: this is no file of a record", None),
    # What the lines hold the digests of.
    "a text": (replaced("privacy/2026-02-15.md", "We keep more", "We keep mere"), r"entries\.jsonl:\d+: privacy/2026-02-15\.md is not what was published: its SHA-256 is", "texts"),
    "a text that is gone": (gone("privacy/2026-01-05.md"), r"privacy/2026-01-05\.md is missing, and no line says that it was erased", "texts"),
    "a change": (replaced("subprocessors/buoy/2026-03-20.json", "NL", "US"), r"subprocessors/buoy/2026-03-20\.json is not what was published", "texts"),
    "a file": (written("files/paper.txt", "Another."), r"entries\.jsonl:\d+: files/paper\.txt is not what was published", "texts"),
    "what is left of an erased edition": (replaced("terms/2026-02-20.json", "Terms", "Turns"), r"terms/2026-02-20\.json is not what was published", "texts"),
    "what is left of an erased change": (replaced("subprocessors/anchor/2026-02-10.json", "logs", "dogs"), r"anchor/2026-02-10\.json is not what was published", "texts"),
    "an invented text in an erased one's place": (written("terms/2026-02-20.md", "---\ntitle: Terms\n---\n\nNever.\n"), r"terms/2026-02-20\.md: this is published, and no line", "nothing_more"),
    "an invented text": (written("privacy/2026-05-10.md", "---\ntitle: Privacy\n---\n"), r"privacy/2026-05-10\.md: this is published, and no line", "nothing_more"),
    "an invented change": (written("subprocessors/anchor/2026-05-10.json", "{}"), r"subprocessors/anchor/2026-05-10\.json: this is published, and no line", "nothing_more"),
    "an invented document": (written("cookies/2026-05-10.md", "x"), r"cookies/2026-05-10\.md: this is published, and no line", "nothing_more"),
    # What follows from these.
    "the reason of a postponement": (replaced("notices/privacy-2026-02-01.json", "Not ready.", "Ready."), r"entries\.jsonl:\d+: the words of the postponement of privacy/2026-02-15 stand in no notice", "words"),
    "the reason of a withdrawal": (replaced("notices/privacy-2026-03-05.json", "Nobody", "Everybody"), r"the words of the withdrawal of privacy/2026-04-20 stand in no notice", "words"),
    "the reason of an erasure": (replaced("notices/terms-2026-02-02.json", "She asked", "They asked"), r"the words of the erasure of terms/2026-02-20 stand in no notice", "words"),
    "a sentence of a notice": (replaced("notices/subprocessors-2026-03-20.json", "Buoy", "Bowl"), r"notices/subprocessors-2026-03-20\.json:\d+: this line does not follow from the record\n    it should be .*Buoy", None),
    "a deadline": (replaced("notices/subprocessors-2026-03-20.json", '"objection_deadline": "2026-03-30"', '"objection_deadline": "2026-03-20"'), r'notices/subprocessors-2026-03-20\.json:\d+: this line .*\n    it should be "objection_deadline": "2026-03-30"', None),
    "a notice that is gone": (gone("notices/subprocessors-2026-03-20.json"), r"notices/subprocessors-2026-03-20\.json: this file is missing; it follows from the record", None),
    "an invented notice": (written("notices/subprocessors-2026-03-21.json", "{}"), r"notices/subprocessors-2026-03-21\.json: this is published, and does not follow from the record", None),
    "the list in force": (replaced("subprocessors.json", '"DE"', '"US"'), r'subprocessors\.json:\d+: this line does not follow from the record\n    it should be "DE"', None),
    "the list in force as CSV": (replaced("subprocessors.csv", "DE", "US"), r"subprocessors\.csv:\d+: this line does not follow from the record", None),
    "what is upcoming": (replaced("subprocessors.json", '"effective": "2026-07-10"', '"effective": "2026-09-10"'), r'subprocessors\.json:\d+: .*\n    it should be "effective": "2026-07-10"', None),
    "the list on a day": (replaced("subprocessors/on/2026-04-05.json", "Sends mail", "Reads mail"), r"subprocessors/on/2026-04-05\.json:\d+: this line does not follow", None),
    "the list on a day as CSV": (replaced("subprocessors/on/2026-04-05.csv", "Sends mail", "Reads mail"), r"subprocessors/on/2026-04-05\.csv:\d+: this line does not follow", None),
    "the list on a day that is gone": (gone("subprocessors/on/2026-04-05.json"), r"subprocessors/on/2026-04-05\.json: this file is missing", None),
    "a list of another day": (written("subprocessors/on/2026-04-06.json", "{}"), r"subprocessors/on/2026-04-06\.json: this is published, and does not follow", None),
    "a feed": (replaced("feeds/subprocessors.atom", "Buoy", "Bowl"), r"feeds/subprocessors\.atom:\d+: this line does not follow from the record", None),
    "a folder that looks like a document's": (written("privacy./index.html", "x"), r"privacy\./index\.html: this page is published, and does not follow from the record", None),
    "a feed more": (written("feeds/subprocessors/more.atom", "x"), r"feeds/subprocessors/more\.atom: this is published, and does not follow from the record", None),
    "another list": (written("subprocessors/list.md", "x"), r"subprocessors/list\.md: this is published, and does not follow from the record", None),
    "a list of another form": (written("subprocessors.xml", "x"), r"subprocessors\.xml: this is published, and does not follow from the record", None),
    "a paper beside an edition": (written("privacy/2026-02-15/paper.pdf", "x"), r"privacy/2026-02-15/paper\.pdf: this is published, and does not follow", None),
    "a notice of another form": (written("notices/privacy-2026-02-01.txt", "x"), r"notices/privacy-2026-02-01\.txt: this is published, and does not follow", None),
    "all notices' JSON": (lambda folder: [path.unlink() for path in folder.glob("notices/*.json")], r"entries\.jsonl:\d+: the words of the postponement of privacy/2026-02-15 stand in no notice", "words"),
    "a calendar": (replaced("feeds/all.ics", "SUMMARY:", "SUMMARY:No "), r"feeds/all\.ics:\d+: this line does not follow", None),
}


@pytest.mark.parametrize("name", ALTERED)
def test_what_is_altered_is_named_at_its_place(name, copy, trustpress):
    alter, words, step = ALTERED[name]
    alter(copy)
    done = trustpress("verify", copy)
    assert (done.returncode, done.stdout) == (1, "")
    assert re.search(words, done.stderr), done.stderr
    if step:
        assert step in {step for step, _ in Verifier(copy).problems()}


def test_each_step_of_the_other_verifier_has_something_that_it_alone_finds(copy, published):
    """No step is there for nothing: of each there is something altered that no other step finds."""
    alone = set()
    for alter, _, step in ALTERED.values():
        shutil.rmtree(copy)
        shutil.copytree(published.public, copy)
        alter(copy)
        try:
            found = {step for step, _ in Verifier(copy).problems()}
        except (ValueError, KeyError):
            continue  # What has no form at all.
        if found == {step}:
            alone.add(step)
    assert alone >= {"texts", "words", "sums", "nothing_more"}


def test_the_page_of_the_record_names_every_field(published):
    """In lines of terms no other word may stand, so a stranger's verifier needs them all."""
    row = next(line for line in (REPOSITORY / "docs/record.md").read_text().splitlines() if line.startswith("| `required`, `material`"))
    columns = (published.public / "subprocessors.csv").read_text().splitlines()[0].split(",")
    assert columns[:3] == ["id", "status", "since"]
    assert re.findall(r"`(\w+)`", row.split("The fields are")[1]) == list(dict.fromkeys(title.split(".")[0] for title in columns[3:]))


def test_the_other_verifier_is_short_and_knows_nothing_of_trustpress():
    lines = (REPOSITORY / "Tests/Output/verifier.py").read_text().splitlines()
    assert len(lines) <= 150
    imports = {line.split()[1].split(".")[0] for line in lines if re.match(r"\s*(import|from) ", line)}
    assert imports == {"base64", "json", "pathlib", "re", "sys", "hashlib", "cryptography"}


# Pages: what people read follows from the record, and stands where they see it.


def around(path, part, before, after):
    """Something written before and behind a part of a page."""

    def alter(folder):
        file = folder / path
        text, found = re.subn(part, lambda match: before + match[0] + after, file.read_text(), count=1, flags=re.DOTALL)
        assert found, f"{path} does not hold {part}"
        file.write_text(text)

    return alter


EDITION = "privacy/2026-02-15/index.html"
REDLINE = "privacy/2026-02-15/changes/index.html"
DATED = "subprocessors/on/2026-04-05/index.html"
NOTICE = "notices/subprocessors-2026-03-20/index.html"
STANDING = "privacy/index.html"
OVERVIEW = "index.html"
PROVIDER = "subprocessors/anchor/index.html"
BANNER = (
    '<div class="banner" data-state="postponed" role="note" data-mark="postponed">\n'
    '<span class="state" data-state="postponed">Postponed</span>\n<p>It was to apply from <time datetime="2026-02-15">'
    '15 February 2026</time> and was postponed on <time datetime="2026-02-05">5 February 2026</time> to <time datetime="2026-03-01">1 March 2026</time>.</p>\n<p>Not ready.</p>\n</div>\n'
)
ARTICLE = "<article .*</article>"
# What is altered of a page: in which, how, and what `trustpress verify` says of it.
PAGES = {
    "a word of an edition": (EDITION, replaced(EDITION, "We keep more", "We keep mere"), "what this page shows as article does not follow from the record\n    it should be <p>We keep more. See"),
    "a link of an edition": (EDITION, replaced(EDITION, 'href="/terms/#1"', 'href="/terms/#2"'), "what this page shows as article does not follow from the record\n    it should be <p>We keep more. See"),
    "the name of a clause": (EDITION, replaced(EDITION, '<h3 id="1">', '<h3 id="2">'), 'what this page shows as article does not follow from the record\n    it should be <h3 id="1">'),
    "a clause that is hidden": (EDITION, replaced(EDITION, "<p>We keep", "<p hidden>We keep"), "what this page shows as article does not follow from the record\n    it should be <p>We keep"),
    "a mark that is dropped": (EDITION, replaced(EDITION, BANNER, ""), 'what this page shows as marks does not follow from the record\n    it should be <div class="banner" data-state="postponed"'),
    "the day of an edition": (EDITION, replaced(EDITION, "In force since <time datetime=\"2026-03-01\">1 March", "In force since <time datetime=\"2026-03-01\">2 March"), "what this page shows as dates does not follow from the record"),
    "the summary of an edition": (EDITION, replaced(EDITION, "<p>More of it.", "<p>Less of it."), "what this page shows as summary does not follow from the record\n    it should be <p>More of it.</p>"),
    "the address in a head": (EDITION, replaced(EDITION, 'rel="canonical" href="https://trust.', 'rel="canonical" href="https://truth.'), 'what this page shows as head does not follow from the record\n    it should be <link rel="canonical" href="https://trust.tidewater.example/privacy/2026-02-15/">'),
    "an edition in a comment": (EDITION, around(EDITION, ARTICLE, "<!-- ", " --><p>We keep all.</p>"), "what is around the facts of this page is wrong: {{{article}}} stands in a comment, where readers may not see it"),
    "a page in another encoding": (EDITION, replaced(EDITION, "<head>", '<head>\n<meta charset="hz-gb-2312">'), 'what is around the facts of this page is wrong: <meta charset="hz-gb-2312">'),
    "an edition that is hidden": (EDITION, around(EDITION, ARTICLE, "<div hidden>", "</div><p>We keep all.</p>"), "what is around the facts of this page is wrong: "),
    "a page that is hidden": (EDITION, replaced(EDITION, "<html ", "<html hidden "), "stands in <html> with the attribute hidden, where readers may not see it"),
    "a page that cannot be reached": (EDITION, replaced(EDITION, "<html ", "<html inert "), "stands in <html> with the attribute inert, where readers may not see it"),
    "an edition off the screen": (EDITION, around(EDITION, ARTICLE, '<div class="skip">', "</div>"), "{{{article}}} stands in <div> with the class skip, where readers may not see it"),
    "an edition beside another": (EDITION, around(EDITION, ARTICLE, "", '<article data-edition="privacy/2026-02-15"><p>We keep all.</p></article>'), "what is around the facts of this page is wrong: "),
    "what was deleted": (REDLINE, replaced(REDLINE, "We keep little.", "We keep nothing."), "what this page shows as article does not follow from the record"),
    "what shows what was deleted": (REDLINE, replaced(REDLINE, '<p data-change="deleted"><del>', '<p><del>'), 'what this page shows as article does not follow from the record\n    it should be <p data-change="deleted">'),
    "a clause that was touched": (REDLINE, replaced(REDLINE, "<small>Changed</small>", ""), "what this page shows as touched does not follow from the record"),
    "a place in a dated list": (DATED, replaced(DATED, 'processing"><div>Germany', 'processing"><div>France'), "what this page shows as list does not follow from the record\n    it should be <td data-label=\"Location of processing\"><div>Germany</div></td>"),
    "a row of a dated list": (DATED, replaced(DATED, '<a href="/subprocessors/anchor/">', '<a href="/subprocessors/buoy/">'), 'what this page shows as list does not follow from the record\n    it should be <th scope="row"><a href="/subprocessors/anchor/">'),
    "a sentence of a notice": (NOTICE, replaced(NOTICE, '<p class="lead">Buoy was added on 5 April', '<p class="lead">Buoy was added on 6 April'), "what this page shows as notice does not follow from the record\n    it should be <p class=\"lead\">Buoy was added on 5 April 2026"),
    "a deadline of a notice": (NOTICE, replaced(NOTICE, "30 March 2026</time>", "20 March 2026</time>"), "what this page shows as notice does not follow from the record\n    it should be <li class=\"done\"><span class=\"key\">Object until the end of</span>"),
    "a link of a notice": (NOTICE, replaced(NOTICE, '<h2><a href="/subprocessors/buoy/">', '<h2><a href="https://buoy.example/">'), "what this page shows as notice does not follow from the record"),
    "a word of the standing page": (STANDING, replaced(STANDING, "We keep more", "We keep mere"), "what this page shows as article does not follow from the record"),
    "a mark of the standing page": (STANDING, replaced(STANDING, BANNER, ""), "what this page shows as marks does not follow from the record"),
    "where a clause last changed": (STANDING, replaced(STANDING, "/privacy/2026-02-15/changes/#1", "/privacy/2026-01-05/#1"), "what this page shows as origins does not follow from the record"),
    "the list in force": ("subprocessors/index.html", replaced("subprocessors/index.html", "logs", "dogs"), "what this page shows as list does not follow from the record"),
    "the page of a company": ("subprocessors/buoy/index.html", replaced("subprocessors/buoy/index.html", "Buoy BV", "Bowl BV"), "what this page shows as provider does not follow from the record"),
    "the editions of a document": ("privacy/history/index.html", replaced("privacy/history/index.html", "1 March 2026", "2 March 2026"), "what this page shows as text does not follow from the record"),
    "a page that is gone": (REDLINE, gone(REDLINE), "this page is missing; it follows from the record"),
    "an invented page beside an edition": ("privacy/2026-02-15/all.html", written("privacy/2026-02-15/all.html", "<p>We keep all.</p>"), "this page is published, and does not follow from the record"),
    "a page that hosts give for a document": ("privacy.html", written("privacy.html", "<p>We keep all.</p>"), "this page is published, and does not follow from the record"),
    "a page that hosts give for a notice": ("notices/terms-2026-02-02.html", written("notices/terms-2026-02-02.html", "<p>No.</p>"), "this page is published, and does not follow from the record"),
    "what is coming on the overview": (OVERVIEW, replaced(OVERVIEW, "10 July 2026", "10 August 2026"), "what this page shows as upcoming does not follow from the record"),
    "what changed lately on the overview": (OVERVIEW, replaced(OVERVIEW, "Buoy", "Bowl"), "what this page shows as upcoming does not follow from the record"),
    "a second list of what changed lately": (OVERVIEW, replaced(OVERVIEW, "</main>", '<section data-notices=""><p>Nothing.</p></section></main>'), "what is around the facts of this page is wrong: <section> with data-notices, which is the name of a fact"),
    "what is coming, hidden": (OVERVIEW, around(OVERVIEW, r"<section [^>]*data-notices.*?</section>", "<div hidden>", "</div>"), "what is around the facts of this page is wrong: {{{upcoming}}} stands in <div> with the attribute hidden"),
    "what acts among the contacts": (OVERVIEW, replaced(OVERVIEW, 'data-contacts>', 'data-contacts><script src="/assets/x.js"></script>'), "what is around the facts of this page is wrong: "),
    "a fact that is hidden beside an altered one that is in no record": (
        PROVIDER,
        lambda folder: (replaced(PROVIDER, "harbour master", "harbour mistress")(folder), around(PROVIDER, r"<div data-provider=.*?</dl>\n</div>", "<!-- ", " -->")(folder)),
        "what is around the facts of this page is wrong: {{{provider}}} stands in a comment, where readers may not see it",
    ),
    "the overview that is gone": (OVERVIEW, gone(OVERVIEW), "this page is missing; it follows from the record"),
    "an invented page": ("privacy/2026-05-10/index.html", written("privacy/2026-05-10/index.html", "<p>We keep all.</p>"), "this page is published, and does not follow from the record"),
}


@pytest.mark.parametrize("name", PAGES)
def test_what_is_altered_of_a_page_is_named_at_its_place(name, copy, trustpress):
    path, alter, words = PAGES[name]
    alter(copy)
    done = trustpress("verify", copy)
    assert (done.returncode, done.stdout) == (1, "")
    named = re.findall(r"^\S+: ", done.stderr, re.MULTILINE)
    assert named == [f"{path}: "] and words in done.stderr, done.stderr


# What hosts may serve at these addresses: names that they fold or decode, or look for before the page.
PAGE_MORE, FILE_MORE = (f"this {what}is published, and does not follow from the record" for what in ("page ", ""))
SERVED = {
    "a page in capitals": ("PRIVACY.html", PAGE_MORE),
    "a folder in capitals": ("Privacy/index.html", PAGE_MORE),
    "an ending in capitals": ("privacy/INDEX.HTML", FILE_MORE),
    "a text in capitals": ("privacy/2026-02-15.MD", "this is published, and no line of the record announces it"),
    "a page with an encoded slash": ("privacy%2Findex.html", PAGE_MORE),
    "a page that is encoded twice": ("%2570rivacy/index.html", PAGE_MORE),
    "a page with a backslash": ("privacy\\index.html", PAGE_MORE),
    "a page above a folder": ("x%2F..%2Fprivacy/index.html", PAGE_MORE),
    "a page of another ending": ("privacy/index.htm", FILE_MORE),
    "a program in a page's folder": ("privacy/2026-02-15/index.php", FILE_MORE),
    "a folder with a blank behind its name": ("privacy /index.html", PAGE_MORE),
    "a page with a dot behind its name": ("privacy.html.", FILE_MORE),
    "a folder with a parameter": ("privacy;v=1/index.html", PAGE_MORE),
    "a folder of full-width letters": ("ｐｒｉｖａｃｙ/index.html", PAGE_MORE),
    "a folder with a dotless i": ("prıvacy/index.html", PAGE_MORE),
    "a folder with a sign that is not seen": ("pri\u200bvacy/index.html", PAGE_MORE),
    "a file that begins with an accent": ("privacy/\u0301all.html", PAGE_MORE),
    "a notice in capitals": ("NOTICES/privacy-2026-02-01/index.html", PAGE_MORE),
    "a feed in capitals": ("Feeds/all.atom", FILE_MORE),
    "an overview in capitals": ("INDEX.html", PAGE_MORE),
    "an overview of another ending": ("index.htm", FILE_MORE),
    "an overview that a program makes": ("index.php", FILE_MORE),
    "an overview as JSON": ("index.json", FILE_MORE),
    "an overview that a host takes first": ("default.htm", FILE_MORE),
    "a record in capitals": ("Record/entries.jsonl", "this is no file of a record"),
    "a page of the record in capitals": ("record/INDEX.html", "this is no file of a record"),
    "a file in capitals": ("files/PAPER.txt", "this does not follow from the record, and hosts may serve it as files/paper.txt"),
    "a compressed copy of a file": ("files/paper.txt.gz", "this does not follow from the record, and hosts may serve it as files/paper.txt"),
    "a compressed copy in capitals": ("FILES/paper.txt.BR", "this does not follow from the record, and hosts may serve it as files/paper.txt"),
    "a compressed copy of a page": ("privacy/index.html.zst", FILE_MORE),
}


@pytest.mark.parametrize("name", SERVED)
def test_what_hosts_may_serve_in_the_place_of_a_page_is_named(name, copy, trustpress):
    path, words = SERVED[name]
    written(path, "<p>We keep all.</p>")(copy)
    done = trustpress("verify", copy)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", f"{path}: {words}\n")


def test_what_no_host_takes_for_a_page_is_named_as_something_else(copy, trustpress):
    """Names that only begin or end like a document's, what lies below other folders, and a page without history."""
    paths = ["privacy-old.html", "privacy_old/index.html", "our/privacy.html", "our/index.php", "faq/index.php", "files/other.txt",
             "files/other.txt.gz", "files/.htaccess", "files/more/web.config", "files/more/x.txt"]
    for path in paths:
        written(path, "x")(copy)
    done = trustpress("verify", copy)
    assert (done.returncode, done.stderr) == (0, "")
    named = re.search(r"Not checked: what the record does not hold: (.*)\.\n", done.stdout)[1]
    names = named.split(", ")
    # What tells a host how to serve a folder does not hide behind the folder's name.
    assert {"privacy-old.html", "privacy_old/", "our/", "faq/", "files/", "files/.htaccess", "files/more/web.config"} <= set(names)
    assert len(names) == len(set(names))


def test_a_copy_whose_pages_have_other_endings_is_no_copy_without_pages(copy, trustpress):
    for path in copy.rglob("*.html"):
        if path.parent != copy / "record":
            path.rename(path.with_suffix(".HTM"))
    (copy / "record/index.html").unlink()
    done = trustpress("verify", copy)
    assert (done.returncode, done.stdout) == (1, "")
    assert "index.html: this page is missing; it follows from the record\n" in done.stderr


def test_what_is_in_no_record_may_be_another(copy, trustpress):
    """Contacts, other fields that are in no record, and the words at the beginning of the overview."""
    replaced(PROVIDER, "harbour master", "harbour mistress")(copy)
    replaced(OVERVIEW, "legal@tidewater.example</a>", "law@tidewater.example</a>")(copy)
    replaced(OVERVIEW, "<title>", "<title>Our ")(copy)
    done = trustpress("verify", copy)
    assert (done.returncode, done.stderr) == (0, "")
    assert (
        "Not checked: fields of companies that are in no record, certifications, contacts, the introduction, and what the theme "
        "says around what follows from the record.\n" in done.stdout
    )


GENERATOR, OTHER = (f'<meta name="generator" content="TrustPress {version}">' for version in ("0.1.0", "9.9.9"))


def test_pages_that_say_that_this_version_made_them_are_held_to_the_byte(copy, trustpress):
    """However many of them are otherwise: all in other markup, so that nobody could tell what is hidden in it."""
    pages = sorted(copy.rglob("index.html"))
    for page in pages:
        assert GENERATOR in page.read_text()
        page.write_text(page.read_text().replace("<h1 data-heading>", '<h1 class="title" data-heading>'))
    done = trustpress("verify", copy)
    assert (done.returncode, done.stdout) == (1, "")
    assert f"{EDITION}: what this page shows as heading does not follow from the record\n" in done.stderr


def test_pages_that_another_version_made_are_held_word_for_word(copy, trustpress):
    pages = sorted(copy.rglob("index.html"))
    for page in pages:
        page.write_text(page.read_text().replace("<h1 data-heading>", '<h1 class="title" data-heading>').replace(GENERATOR, OTHER))
    done = trustpress("verify", copy)
    assert (done.returncode, done.stderr) == (0, "")
    assert re.search(
        r"^Not checked: the markup of \d\d pages such as \S*index\.html, which another version made: the words and the "
        r"links are those that follow\.$",
        done.stdout,
        re.MULTILINE,
    ), done.stdout
    replaced(EDITION, 'href="/terms/#1"', 'href="/terms/#2"')(copy)
    done = trustpress("verify", copy)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"{EDITION}: what this page shows as article does not follow from the record\n"), done.stderr


def swapped(path):
    """What was inserted and what was deleted, each for the other."""

    def alter(folder):
        text = (folder / path).read_text()
        assert "<ins>" in text and "<del>" in text
        (folder / path).write_text(re.sub(r"(</?)(ins|del)>", lambda tag: tag[1] + {"ins": "del", "del": "ins"}[tag[2]] + ">", text))

    return alter


@pytest.mark.parametrize("alter, fact", [
    (replaced(EDITION, "We keep more", "<span hidden>We keep</span> more"), "article"),
    (replaced(EDITION, "We keep more", '<span style="display:none">We keep</span> more'), "article"),
    (replaced(EDITION, "We keep more", "<template>We keep</template> more"), "article"),
    (replaced(EDITION, "We keep more", '<span class="visually-hidden">We keep</span> more'), "article"),
    (around(EDITION, ARTICLE, "<!-- ", " -->"), "article"),
    (around(EDITION, ARTICLE, "<div hidden>", "</div>"), "article"),
    (swapped(REDLINE), "(?:article|legend)"),
])
def test_what_another_version_shows_is_seen_and_marked_as_it_follows(alter, fact, copy, trustpress):
    for page in copy.rglob("index.html"):
        page.write_text(page.read_text().replace("<h1 data-heading>", '<h1 class="title" data-heading>').replace(GENERATOR, OTHER))
    alter(copy)
    done = trustpress("verify", copy)
    assert (done.returncode, done.stdout) == (1, "")
    assert re.fullmatch(rf"\S+: what this page shows as {fact} does not follow from the record\n.*\n", done.stderr), done.stderr


def test_the_words_of_an_erasure_that_no_notice_has_stand_beside_the_record(build, trustpress, tmp_path):
    """Older history is in no notice: what was said of it later has its words in names.jsonl."""
    own = "title: Privacy\nannounced: 2025-03-01\nrecorded: 2026-02-02\n"
    sha256 = digest(f"---\n{own}---\n\n# Privacy\n\nMs Roe keeps it.\n")
    erased = f"---\n{own}erased: {{announced: 2026-03-02, reason: She asked for it., sha256: {sha256}}}\n---\n"
    site = write_site(SMALL | {"Content/privacy/2025-03-01.md": erased}, tmp_path / "site")
    folder = build(site, "2026-06-15", tmp_path / "Public")
    words = '{"announced":"2026-03-02","reason":"She asked for it.","sha256":"' + sha256 + '"}'
    assert (folder / "record/names.jsonl").read_text().splitlines()[-1] == words
    assert not list(folder.glob("notices/privacy-2026-02-02*"))
    assert trustpress("verify", folder).returncode == 0
    assert Verifier(folder).problems() == []
    replaced("record/names.jsonl", "She asked", "They asked")(folder)
    done = trustpress("verify", folder)
    assert done.returncode == 1
    assert "names.jsonl:" in done.stderr and "no line of the record holds the SHA-256 of this line" in done.stderr
    assert "words" in {step for step, _ in Verifier(folder).problems()}


# Records that are made anew as a whole, checkpoint, sums and all, by somebody who can write every file.


def resealed(folder, alter):
    """The lines of an unsigned record altered, with a checkpoint and sums that are of them; `alter` gets lines and names."""
    entries, names, checkpoint, sums = (folder / "record" / name for name in ("entries.jsonl", "names.jsonl", "checkpoint", "SHA256SUMS"))
    lines, words = alter(entries.read_text().splitlines(), names.read_text().splitlines())
    before = {path: digest(path.read_text()) for path in (entries, names)}
    entries.write_text("".join(line + "\n" for line in lines))
    names.write_text("".join(line + "\n" for line in words))
    origin = checkpoint.read_text().split("\n")[0]
    tree = base64.b64encode(root([hashlib.sha256(b"\0" + line.encode()).digest() for line in lines])).decode()
    checkpoint.write_text(f"{origin}\n{len(lines)}\n{tree}\n")
    for path, old in before.items():
        sums.write_text(sums.read_text().replace(old, digest(path.read_text())))


def member(number, key, value):
    """A member of a line in another form."""

    def alter(lines, words):
        changed = json.loads(lines[number]) | {key: value}
        return [*lines[:number], canonical(changed).decode(), *lines[number + 1 :]], words

    return alter


def renamed(value):
    """Other names, whose digest the line of names has."""
    words = canonical(value).decode()
    return lambda lines, old: (member(1, "sha256", digest(words))(lines, old)[0], [words, *old[1:]])


BEGINNING = "and a record begins with the lines site, names, notice and register, without a day; here"
CONTACTS = {key: f"{key}@highwater.example" for key in ("legal", "privacy", "security")}
# How the lines are made anew, what `trustpress verify` says of them, and whether the other verifier finds it.
MADE_ANEW = {
    "no names": (lambda lines, words: ([lines[0], *lines[2:]], words[1:]), f"entries.jsonl:2: this line is notice in site.yaml, {BEGINNING} names is due", True),
    "no terms of notice": (lambda lines, words: ([*lines[:2], *lines[3:]], words), f"entries.jsonl:3: this line is register in site.yaml, {BEGINNING} notice is due", True),
    "no terms of the register": (lambda lines, words: ([*lines[:3], *lines[4:]], words), f"entries.jsonl:4: this line is the product quay, {BEGINNING} register is due", True),
    "other names": (renamed({"contacts": CONTACTS, "language": "en", "organization": {"name": "Highwater"}}), "feeds/all.atom:4: this line does not follow from the record\n    it should be <title>Highwater: all changes</title>", False),
    "names without contacts": (renamed({"contacts": {}, "language": "en", "organization": {"name": "Highwater"}}), "entries.jsonl:2: this line does not follow from what is published", False),
    "names that are none": (renamed([1]), "entries.jsonl:2: this line does not follow from what is published", False),
    "a later beginning": (member(0, "since", "2026-03-01"), "notices/privacy-2026-02-01.json:7: this line does not follow from the record", False),
    "free text in a list": (member(3, "private", ["Jane Roe"]), 'entries.jsonl:4: this line has something else than fields of a provider in "private"', False),
    "free text in terms": (member(2, "documents", {"terms": {"days": 5, "note": "Jane Roe"}}), 'entries.jsonl:3: this line has a "note" in the terms of terms, which no document has', False),
    "another kind of day": (member(2, "period_ends", "bank_day"), 'entries.jsonl:3: this line has no calendar_day or working_day in "period_ends"', False),
    "a field that would have been private": (member(3, "private", ["name"]), "entries.jsonl:7: this line does not follow from what is published", False),
}


@pytest.fixture(scope="module")
def unsigned(tmp_path_factory, build):
    folder = tmp_path_factory.mktemp("unsigned")
    return build(write_site(EVERYTHING, folder / "site"), AS_OF, folder / "Public")


@pytest.mark.parametrize("name", MADE_ANEW)
def test_a_record_that_is_made_anew_is_held_to_its_form_and_to_what_follows(name, unsigned, trustpress, tmp_path):
    alter, words, is_found = MADE_ANEW[name]
    folder = tmp_path / "copy"
    shutil.copytree(unsigned, folder)
    resealed(folder, alter)
    done = trustpress("verify", folder)
    assert (done.returncode, done.stdout) == (1, "")
    assert words in done.stderr, done.stderr
    assert bool(Verifier(folder).problems()) == is_found


def test_a_record_that_is_made_anew_of_the_same_lines_is_whole(unsigned, trustpress, tmp_path):
    """What finds the others is not how they were made."""
    folder = tmp_path / "copy"
    shutil.copytree(unsigned, folder)
    resealed(folder, lambda lines, words: (lines, words))
    assert trustpress("verify", folder).returncode == 0


# Signatures


def test_a_signature_of_another_is_refused(copy, published, trustpress, tmp_path):
    made = trustpress("new", "key", tmp_path / "key", "--name", "tidewater.example/2026/record")
    other = made.stdout.split("key: ")[1].split(",")[0]
    done = trustpress("verify", copy, "--key", other)
    assert done.returncode == 1
    assert done.stderr == "record/checkpoint: there is no signature by the key given (tidewater.example/2026/record)\n"
    lines = (copy / "record/checkpoint").read_text().split("\n")
    signature = lines[4]
    flipped = signature[:-6] + ("A" if signature[-6] != "A" else "B") + signature[-5:]
    (copy / "record/checkpoint").write_text("\n".join([*lines[:4], flipped, *lines[5:]]))
    done = trustpress("verify", copy)
    assert done.returncode == 1
    assert "the signature of tidewater.example/2026/record, a key that the record lists, is not valid" in done.stderr
    assert "checkpoint" in {step for step, _ in Verifier(copy).problems()}


def test_a_signature_of_a_key_that_is_not_listed_is_refused(copy, trustpress, tmp_path):
    """Who can write the site, and has not the key, signs with another one: of another name, or of the same."""
    head, listed, witness = re.fullmatch(r"(.*\n\n)(.*\n)(.*\n)", (copy / "record/checkpoint").read_text(), re.DOTALL).groups()
    for name in ("harbour.example/2026/record", "tidewater.example/2026/record"):
        other = new_key(trustpress, tmp_path / name.split(".")[0], name)[1](head)
        for lines in (other, other + witness):
            (copy / "record/checkpoint").write_text(head + lines)
            done = trustpress("verify", copy)
            assert (done.returncode, done.stderr) == (1, f"record/checkpoint: it is signed by {name}, and the record lists another key\n")
            assert "checkpoint" in {step for step, _ in Verifier(copy).problems()}
    # Beside a signature that is listed, what others sign is named.
    (copy / "record/checkpoint").write_text(head + listed + witness + other)
    done = trustpress("verify", copy)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Not checked: lines of others below the checkpoint, whom the record does not list: tidewater.example/2026/record.\n" in done.stdout


def new_key(trustpress, key_file, name):
    """A new public key of a name, and what makes its line below a checkpoint, which ends with an empty line."""
    made = trustpress("new", "key", key_file, "--name", name)
    assert made.returncode == 0, made.stderr
    public = made.stdout.split("key: ")[1].split(",")[0]
    seed = base64.b64decode(key_file.read_text().strip().split("+", 4)[4])[1:]

    def line(head):
        signed = Ed25519PrivateKey.from_private_bytes(seed).sign(head[:-1].encode())
        return f"— {name} {base64.b64encode(bytes.fromhex(public.split('+')[1]) + signed).decode()}\n"

    return public, line


def test_a_signature_of_a_key_that_is_over_is_refused(build, trustpress, tmp_path):
    """Whoever has a key that was replaced signs no more, on its last day still; one that is used again does."""
    old, sign = new_key(trustpress, tmp_path / "old", "tidewater.example/old")
    new, _ = new_key(trustpress, tmp_path / "new", "tidewater.example/new")
    for name, keys, words in (
        ("over", f"{{key: {old}, from: 2026-01-05, until: 2026-06-14}}, {{key: {new}, from: 2026-06-01}}", "whose key is no longer in use on the day of record/as-of"),
        ("last day", f"{{key: {old}, from: 2026-01-05, until: 2026-06-15}}, {{key: {new}, from: 2026-06-01}}", None),
        ("again", f"{{key: {old}, from: 2026-01-05, until: 2026-02-01}}, {{key: {old}, from: 2026-06-01}}", None),
    ):
        site = write_site(SMALL | {"Content/site.yaml": SMALL["Content/site.yaml"] + f"record: {{keys: [{keys}]}}\n"}, tmp_path / name)
        folder = build(site, AS_OF, tmp_path / name / "Public")
        head = (folder / "record/checkpoint").read_text() + "\n"
        # No tiles are made here: what is said of the signature is looked for alone.
        (folder / "record/checkpoint").write_text(head + sign(head))
        done = trustpress("verify", folder)
        said = "record/checkpoint: it is signed by tidewater.example/old, "
        assert (said + words in done.stderr) if words else ("record/checkpoint: " not in done.stderr), done.stderr
        assert ("checkpoint" in {step for step, _ in Verifier(folder).problems()}) == bool(words)


def test_a_signature_by_the_key_given_is_checked_where_the_record_lists_none(trustpress, tmp_path):
    made = trustpress("new", "key", tmp_path / "key", "--name", "tidewater.example/2026/record")
    public = made.stdout.split("key: ")[1].split(",")[0]
    other = trustpress("new", "key", tmp_path / "other", "--name", "tidewater.example/2026/record").stdout.split("key: ")[1].split(",")[0]
    folder, site = tmp_path / "Public", write_site(SMALL, tmp_path / "site")
    done = trustpress("build", "--site", site, "--as-of", AS_OF, "--output", folder, "--sign-key", tmp_path / "key")
    assert done.returncode == 0, done.stderr
    words = "Not checked: who signed the checkpoint: the record lists no key that signs it.\n"
    assert words in trustpress("verify", folder).stdout
    done = trustpress("verify", folder, "--key", public)
    assert (done.returncode, done.stderr) == (0, "") and "who signed" not in done.stdout, done.stdout
    assert trustpress("verify", folder, "--key", other).returncode == 1


def test_a_witness_who_did_not_see_this_is_refused(copy, trustpress):
    lines = (copy / "record/checkpoint").read_text().split("\n")
    assert lines[5].startswith("— witness.example/w1 ")
    flipped = lines[5][:-6] + ("A" if lines[5][-6] != "A" else "B") + lines[5][-5:]
    (copy / "record/checkpoint").write_text("\n".join([*lines[:5], flipped, *lines[6:]]))
    done = trustpress("verify", copy)
    assert (done.returncode, done.stderr) == (1, "record/checkpoint: the line of the witness witness.example/w1 is not valid\n")
    assert "checkpoint" in {step for step, _ in Verifier(copy).problems()}


def test_what_cannot_be_checked_is_named(copy, trustpress):
    """A copy of what SHA256SUMS names alone, as the record page downloads it; and a checkpoint without signatures."""
    names = [line.split("  ", 1)[1] for line in (copy / "record/SHA256SUMS").read_text().splitlines()]
    part = copy.parent / "part"
    for name in [*names, "record/SHA256SUMS", "record/as-of", "record/checkpoint"]:
        (part / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(copy / name, part / name)
    done = trustpress("verify", part)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith(
        "Not checked: the tiles of the record: there is no record/tile/.\n"
        "Not checked: pages, lists, notices and feeds: there is none of them in this folder.\n"
    )
    head = (copy / "record/checkpoint").read_text().split("\n\n")[0] + "\n"
    (part / "record/checkpoint").write_text(head)
    done = trustpress("verify", part)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Not checked: who signed the checkpoint: none of the keys did that the record lists.\n" in done.stdout


# Hostile copies: nothing crashes, hangs or reads outside of the folder.


def sparse(path):
    """A file that says that it has 50 GB, and takes no room."""

    def alter(folder):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        with open(folder / path, "wb") as file:
            file.truncate(50 * 2**30)

    return alter


def linked(path):
    """A link to the very file, elsewhere."""

    def alter(folder):
        elsewhere = folder.parent / "elsewhere"
        shutil.move(folder / path, elsewhere)
        (folder / path).symlink_to(elsewhere)

    return alter


def piped(path):
    def alter(folder):
        (folder / path).unlink()
        os.mkfifo(folder / path)

    return alter


GIANT = [
    "record/entries.jsonl", "record/checkpoint", "record/names.jsonl", "record/as-of", "record/SHA256SUMS", "privacy/2026-02-15.md",
    "subprocessors/anchor/2026-01-05.json", "terms/2026-02-20.json", "files/paper.txt", "record/tile/0/000.p/*", "notices/subprocessors-2026-03-20.json",
    "subprocessors.json", "subprocessors/on/2026-04-05.csv", "feeds/all.atom",
]
BOUNDED = ["bash", "-c", 'ulimit -v 6000000; exec "$@"', "bash"]


@pytest.mark.parametrize("path", GIANT)
@pytest.mark.parametrize("hostile", [sparse, linked, piped], ids=["giant", "link", "pipe"])
def test_what_is_no_file_of_a_site_is_named_and_not_read(hostile, path, copy, trustpress):
    path = str(found(copy, path).relative_to(copy))
    hostile(path)(copy)
    done = trustpress("verify", copy, before=BOUNDED)
    assert done.returncode in (1, 2), done
    assert path in done.stderr and "Fatal" not in done.stderr and done.stdout == ""


@pytest.mark.parametrize("path", ["record/entries.jsonl", "record/as-of", "privacy/2026-02-15.md", "privacy", "index.html", "assets"])
def test_what_may_not_be_read_is_2_and_not_called_other_than_published(path, copy, trustpress, tool):
    path = copy / path
    assert path.exists()
    calls = "?open,?openat"
    before = [tool("strace"), "-f", "-qq", "-o", "/dev/null", "-P", path, "-e", f"trace={calls}", "-e", f"inject={calls}:error=EACCES"]
    done = trustpress("verify", copy, before=map(str, before))
    # Without the lines there is nothing to verify.
    remedy = "; verify must see all of the site: let it be read, or download the site and verify the copy"
    remedy = "" if path.name == "entries.jsonl" else remedy
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"error: {path}: reading failed: Permission denied{remedy}\n")


def test_a_folder_that_no_site_has_need_not_be_read(copy, trustpress, tool):
    """As on a disk of its own."""
    path = copy / "lost+found"
    path.mkdir()
    calls = "?open,?openat"
    before = [tool("strace"), "-f", "-qq", "-o", "/dev/null", "-P", path, "-e", f"trace={calls}", "-e", f"inject={calls}:error=EACCES"]
    done = trustpress("verify", copy, before=map(str, before))
    assert (done.returncode, done.stderr) == (0, "")


HOSTILE = {
    "a link to a folder above": lambda folder: (folder / "up").symlink_to(folder.parent, target_is_directory=True),
    "a folder in a text's place": lambda folder: ((folder / "privacy/2026-02-15.md").unlink(), (folder / "privacy/2026-02-15.md").mkdir()),
    "many folders in one another": lambda folder: (folder / ("x/" * 500)).mkdir(parents=True),
    "a file of another name in every folder": lambda folder: [(path / "\x1b[31m.txt").write_text("x") for path in folder.iterdir() if path.is_dir()],
    "JSON in JSON": written("notices/privacy-2026-02-01.json", "[" * 100_000),
    "a list of another form": written("subprocessors.json", '{"subprocessors": 7}'),
    "a notice of another form": written("notices/privacy-2026-02-01.json", '{"editions": {"x": [1, {}]}, "changes": "no", "url": 3}'),
    "a line with nothing": written(LINES, "\n"),
    "a line of a megabyte": written(LINES, "x" * 1_000_000 + "\n"),
    "lines without an end": written(LINES, "{" * 100_000),
    "no text at all": lambda folder: (folder / LINES).write_bytes(bytes(range(256)) * 40),
    "a checkpoint of bytes": lambda folder: (folder / "record/checkpoint").write_bytes(bytes(range(256)) * 40),
    "a thousand signatures": lambda folder: (folder / "record/checkpoint").write_text(
        (folder / "record/checkpoint").read_text().rstrip("\n") + "\n" + "— a AAAAAAA=\n" * 1000),
    "names without end": written("record/names.jsonl", "\n" * 1_000_000),
    "sums without end": written("record/SHA256SUMS", "\n" * 3_000_000),
    "an as-of without end": written("record/as-of", "2" * 3_000_000),
    "a page without end": written("privacy/index.html", "<p>" * 1_000_000),
    "a feed without end": written("feeds/all.atom", "<p>" * 1_000_000),
    "a name encoded over and over": lambda folder: (folder / ("PRIVACY%" + "25" * 100 + "2Findex.html")).write_text("x"),
    "a size without end": replaced("record/checkpoint", "record\n", "record\n" + "9" * 1000),
}


def test_of_a_million_lines_that_are_none_a_hundred_are_named(copy, trustpress):
    (copy / LINES).write_text("\n" * 1_000_000)
    done = trustpress("verify", copy, before=BOUNDED)
    *named, last = done.stderr.splitlines()
    assert (done.returncode, len(named), last) == (1, 100, "and more: what is behind these was not looked at")


def test_of_many_files_that_no_line_announces_a_hundred_are_named(copy, trustpress):
    for number in range(110):
        (copy / f"privacy/2025-01-01-{number + 2}.md").write_text("x")
    done = trustpress("verify", copy)
    *named, last = done.stderr.splitlines()
    assert (done.returncode, len(named), last) == (1, 100, "and 10 more")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_copy_ends_with_words(name, copy, trustpress):
    HOSTILE[name](copy)
    done = trustpress("verify", copy, before=BOUNDED)
    assert done.returncode in (0, 1, 2), done
    assert "Fatal" not in done.stderr and "\x1b" not in done.stderr
    # Signatures by keys that nobody knows are passed over, as they may be of witnesses.
    harmless = name.startswith(("a link to a folder above", "many folders", "a thousand signatures"))
    assert (done.returncode == 0) == harmless, done.stderr
    assert pathlib.Path(copy).exists()
