"""The record of built sites: verified apart from TrustPress, by `sha256sum`, and by `trustpress verify`."""

import base64
import json
import re
import shutil
import subprocess

import pytest

import names_of_sources
import record_of_sources
import records
from sources import is_public, load, split_front_matter
from worlds import EXAMPLE, SMALL, World, copy_site, read_tree, write_site

FROZEN = EXAMPLE / "record" / "entries.jsonl"
FROZEN_AS_OF = "2027-06-01"
AS_OF = "2026-03-01"


def erased_later(world):
    """The paths of what the sources hold as erased, by an erasure that is announced after a world's as-of."""
    for path in (world.site / "Content").glob("*/*.md"):
        front, _ = split_front_matter(path.read_text())
        if "erased" in front and not is_public(front["erased"]["announced"], world.as_of):
            yield f"{path.parent.name}/{path.name}"
            yield from (file[1:] for file in front["erased"].get("files", {}))
    for path in (world.site / "Content").glob("*/providers/*.yaml"):
        state = load(path.read_text())
        for change in [state, *state.get("changes", [])]:
            if "erased" in change and not is_public(change["erased"]["announced"], world.as_of):
                yield f"{path.parent.parent.name}/{path.stem}/{change['announced'][:10]}.json"


def test_every_record_verifies_from_its_files_alone(world, public, trustpress):
    gone = set(erased_later(world))
    entries = records.verify(public, gone)
    assert len(entries) > 3
    summed = subprocess.run(
        ["sha256sum", "--check", "--quiet", "--strict", "record/SHA256SUMS"], cwd=public, capture_output=True, text=True, check=False
    )
    assert (summed.returncode, summed.stdout) == (0, ""), summed.stderr
    done = trustpress("verify", public)
    if gone & {path for path in records.published(public, entries)}:
        assert done.returncode == 1 and "is not what was published" in done.stderr
    else:
        assert done.returncode == 0, done.stderr
        assert f"The record of {len(entries)} lines is whole" in done.stdout


def test_every_line_is_that_of_the_sources_by_another_reader(world, public):
    lines = records.lines_of(public)
    settings = [line for line in lines if json.loads(line)["kind"] in ("site", "notice", "register", "key", "witness")]
    assert json.loads(settings[0])["kind"] == "site"
    made = record_of_sources.made_from(world.site, world.as_of)
    assert [line for line in lines if line not in settings] == made


def test_the_words_behind_the_digests_are_those_of_the_sources(world, public):
    entries = [json.loads(line) for line in records.lines_of(public)]
    words = names_of_sources.words_behind(world.site, world.as_of, entries)
    assert (public / "record" / "names.jsonl").read_bytes() == words


def test_a_later_record_continues_every_earlier_one(output_of):
    worlds = [
        World("example", EXAMPLE, as_of)
        for as_of in ("2022-03-01", "2023-12-31", "2024-07-01", "2025-07-31", "2026-11-23T16:00", "2026-12-31", "2027-06-01")
    ]
    lines = [records.lines_of(output_of(world)) for world in worlds]
    for earlier, later in zip(lines, lines[1:]):
        assert later[: len(earlier)] == earlier and len(later) > len(earlier)


def test_the_record_is_the_one_that_was_published_first(output_of):
    """Lines are promised for ever: customers keep checkpoints of them, and every later version of TrustPress must make
    the same bytes of the same source. Where this fails, the change to TrustPress is wrong and not the file: with it no
    published record would continue its own past. New kinds of lines belong to another format, or to new sources."""
    made = (output_of(World("example", EXAMPLE, FROZEN_AS_OF)) / "record" / "entries.jsonl").read_text().splitlines()
    frozen = FROZEN.read_text().splitlines()
    assert {json.loads(line)["kind"] for line in frozen} == {
        "site", "notice", "register", "names", "product", "edition", "change", "postponed", "withdrawn", "erased"
    }
    for number, (old, new) in enumerate(zip(frozen, made), 1):
        assert new == old, f"line {number} was promised to stay"
    assert len(made) == len(frozen)


def test_the_manual_shows_lines_of_the_example():
    manual = (EXAMPLE.parents[1] / "docs" / "record.md").read_text()
    shown = re.findall(r"^\{.*\}$", manual, re.MULTILINE)
    assert {json.loads(line)["kind"] for line in shown} == {json.loads(line)["kind"] for line in FROZEN.read_text().splitlines()}
    assert set(shown) <= set(FROZEN.read_text().splitlines())


def test_the_same_record_whatever_the_day_speaks_of(small, build, tmp_path):
    """From one day to the next without an event, only `as-of` differs."""
    first = read_tree(build(small, AS_OF, tmp_path / "first"))
    second = read_tree(build(small, "2026-03-02", tmp_path / "second"))
    differing = {path for path in first | second if first.get(path) != second.get(path)}
    assert differing <= {"record/as-of", ".trustpress"}


@pytest.fixture
def copy(output_of, tmp_path):
    """A copy of the example's output, which the test may tamper with."""
    folder = tmp_path / "copy"
    shutil.copytree(output_of(World("example", EXAMPLE, FROZEN_AS_OF)), folder)
    return folder


def lines_with(path, edit):
    def tamper(folder):
        file = folder / path
        lines = file.read_text().splitlines()
        edit(lines)
        file.write_text("".join(line + "\n" for line in lines))

    return tamper


def text_with(path, old, new):
    def tamper(folder):
        file = folder / path
        text = file.read_text()
        assert old in text
        file.write_text(text.replace(old, new, 1))

    return tamper


def swap(lines):
    lines[10], lines[11] = lines[11], lines[10]


def number_of(lines, *words):
    return next(number for number, line in enumerate(lines) if all(word in line for word in words))


ENTRIES = "record/entries.jsonl"
TAMPERINGS = {
    "a text": (lambda folder: (folder / "terms/2024-07-01.md").write_text("altered"), r"entries\.jsonl:\d+: terms/2024-07-01\.md is not what was published"),
    "a text that is gone": (lambda folder: (folder / "terms/2024-07-01.md").unlink(), r"entries\.jsonl:\d+: terms/2024-07-01\.md is missing, and no line says"),
    "a change": (text_with("subprocessors/harbor-cloud/2022-03-01.json", "Harbor", "Harbour"), r"entries\.jsonl:\d+: subprocessors/harbor-cloud/2022-03-01\.json is not what"),
    "a linked file": (lambda folder: (folder / "files/dpa-signature-page.pdf").write_bytes(b"%PDF"), r"entries\.jsonl:\d+: files/dpa-signature-page\.pdf is not what"),
    "a text more": (lambda folder: (folder / "terms/2025-01-01.md").write_text("new"), r"terms/2025-01-01\.md: this is published, and no line"),
    "a change more": (lambda folder: (folder / "subprocessors/harbor-cloud/2025-01-01.json").write_text("{}"), r"harbor-cloud/2025-01-01\.json: this is published"),
    "a line gone": (lines_with(ENTRIES, lambda lines: lines.pop(20)), r"checkpoint:2: the number of lines is not that of .*\n    it should be \d+"),
    "a line gone that a later one is of": (
        lines_with(ENTRIES, lambda lines: lines.pop(number_of(lines, '"kind":"edition"', '"ai-terms"', '"2025-03-01"'))),
        r"entries\.jsonl:\d+: this line is of ai-terms/2025-03-01, which no line before it announces",
    ),
    "lines in another order": (lines_with(ENTRIES, swap), r"entries\.jsonl:12: this line is out of order: "),
    "a line twice": (lines_with(ENTRIES, lambda lines: lines.insert(10, lines[10])), r"entries\.jsonl:12: this line is of the same as the line before it"),
    "no erasure": (lines_with(ENTRIES, lambda lines: lines.pop(number_of(lines, '"kind":"erased"', '"edition"'))), r"incident-response/2023-11-01\.md is missing, and no line says that it was erased"),
    "a line with white space": (lines_with(ENTRIES, lambda lines: lines.__setitem__(4, lines[4].replace(":", ": ", 1))), r"entries\.jsonl:5: this line is not canonical JSON \(RFC 8785\)\n    it should be \{\""),
    "a line that is no JSON": (lines_with(ENTRIES, lambda lines: lines.__setitem__(4, "{")), r"entries\.jsonl:5: this line is no JSON"),
    "a key twice": (lines_with(ENTRIES, lambda lines: lines.__setitem__(4, lines[4].replace("{", '{"announced":"2022-03-01",', 1))), r"entries\.jsonl:5: this line is not canonical"),
    "a line of another kind": (lines_with(ENTRIES, lambda lines: lines.append('{"kind":"secret"}')), r'entries\.jsonl:\d+: this line has no "kind" of'),
    "another date": (text_with(ENTRIES, '"effective":"2024-07-01"', '"effective":"2024-07-02"'), r"checkpoint:3: the root is not that of record/entries\.jsonl\n    it should be "),
    "another root": (lines_with("record/checkpoint", lambda lines: lines.__setitem__(2, "A" * 43 + "=")), r"checkpoint:3: the root is not that of .*\n    it should be "),
    "another origin": (lines_with("record/checkpoint", lambda lines: lines.__setitem__(0, "other.example/record")), r"checkpoint:1: the origin is not"),
    "no checkpoint": (lambda folder: (folder / "record/checkpoint").write_text("none"), r"checkpoint: this is no checkpoint"),
    "a sum": (text_with("record/SHA256SUMS", "a", "b"), r"SHA256SUMS:\d+: this line is not as the record has it\n    it should be [0-9a-f]{64}  "),
    "no sums": (lambda folder: (folder / "record/SHA256SUMS").unlink(), r"SHA256SUMS: this file is missing"),
    "an as-of before the newest line": (lambda folder: (folder / "record/as-of").write_text("2025-01-01\n"), r"as-of:1: the record goes on after this moment"),
    "an empty record": (lambda folder: (folder / ENTRIES).write_text(""), r"entries\.jsonl:1: this line is missing"),
}


@pytest.mark.parametrize("name", TAMPERINGS)
def test_verify_names_what_was_tampered_with(name, copy, trustpress):
    tamper, expected = TAMPERINGS[name]
    tamper(copy)
    done = trustpress("verify", copy)
    assert done.returncode == 1, done.stdout
    assert re.search(expected, done.stderr), done.stderr
    assert done.stdout == ""


def test_verify_without_a_record_is_2(tmp_path, trustpress):
    done = trustpress("verify", tmp_path)
    assert done.returncode == 2 and len(done.stderr.splitlines()) == 1, done.stderr
    assert trustpress("verify", tmp_path / "nowhere").returncode == 2
    assert trustpress("verify", tmp_path, "--key", "nonsense").returncode == 64


def test_a_kept_checkpoint_is_continued_or_not(output_of, copy, trustpress, tmp_path):
    kept = output_of(World("example", EXAMPLE, "2024-07-01")) / "record" / "checkpoint"
    done = trustpress("verify", copy, "--checkpoint", kept)
    assert done.returncode == 0 and "It continues the checkpoint of" in done.stdout, done.stderr
    # History rewritten, with a checkpoint that fits it.
    text_with(ENTRIES, '"effective":"2022-03-01"', '"effective":"2022-02-28"')(copy)
    lines = records.lines_of(copy)
    head = (copy / "record" / "checkpoint").read_text().splitlines()
    head[2] = base64.b64encode(records.root(lines)).decode()
    (copy / "record" / "checkpoint").write_text("".join(line + "\n" for line in head))
    done = trustpress("verify", copy, "--checkpoint", kept)
    assert done.returncode == 1 and "history was altered" in done.stderr, done.stderr
    # A record that is shorter than the one that was seen.
    earlier = output_of(World("example", EXAMPLE, "2022-03-01"))
    done = trustpress("verify", earlier, "--checkpoint", kept)
    assert done.returncode == 1 and "some are gone" in done.stderr
    # Somebody else's.
    done = trustpress("verify", output_of(World("proyecta", EXAMPLE.parents[1], "2026-11-23")), "--checkpoint", kept)
    assert done.returncode == 1 and "it is of lanternfish.example/2022/record" in done.stderr


KEPT = {
    "with the ends of lines of Windows": lambda note: note.replace("\n", "\r\n"),
    "with a byte order mark": lambda note: "\ufeff" + note,
    "without its last line feed": lambda note: note.removesuffix("\n"),
    "with empty lines behind it": lambda note: note + "\n\r\n",
}


@pytest.mark.parametrize("name", KEPT)
def test_a_checkpoint_is_kept_by_an_editor_or_a_mail(name, build, trustpress, tmp_path):
    """What a customer's own programs did to it says nothing of the publisher, whether it is signed or not."""
    site = write_site(SMALL, tmp_path / "site")
    made = trustpress("new", "key", tmp_path / "key", "--name", "tidewater.example/2026/record")
    key = made.stdout.split("key: ")[1].split(",")[0]
    for signing, given in (([], []), (["--sign-key", tmp_path / "key"], ["--key", key])):
        public = tmp_path / f"Public{len(signing)}"
        done = trustpress("build", "--site", site, "--as-of", "2026-02-01", "--output", public, *signing)
        assert done.returncode == 0, done.stderr
        kept = tmp_path / "kept"
        note = (public / "record" / "checkpoint").read_text()
        kept.write_bytes(KEPT[name](note).encode())
        done = trustpress("verify", public, "--checkpoint", kept, *given)
        assert (done.returncode, done.stderr) == (0, "") and "It continues the checkpoint of" in done.stdout
        # One of other lines is still none of this record.
        root = note.split("\n")[2]
        kept.write_bytes(KEPT[name](note.replace(root, base64.b64encode(bytes(32)).decode())).encode())
        assert trustpress("verify", public, "--checkpoint", kept, *given).returncode == 1


# Erasure


ERASED = "zqprivatewords of somebody who is named here"


def erased_site(folder):
    """A small site that has published a text and a change with words in them that must go."""
    files = dict(SMALL)
    files["Content/privacy/2026-01-05.md"] += f"\nAsk {ERASED}. See [it](/files/zq.txt).\n"
    files["Content/files/zq.txt"] = f"{ERASED}\n"
    files["Content/subprocessors/providers/anchor.yaml"] += f"note: We met {ERASED}.\n"
    return write_site(files, folder)


def erase(site, public):
    """Takes the words out of the sources as docs say, with the digests of what was published."""
    digests = dict(reversed(line.split("  ")) for line in (public / "record" / "SHA256SUMS").read_text().splitlines())
    (site / "Content/files/zq.txt").unlink()
    write_site(
        {
            "Content/privacy/2026-01-05.md": "---\ntitle: Privacy\nerased: {announced: 2026-03-02, reason: A court said so., "
            f"sha256: {digests['privacy/2026-01-05.md']}, files: {{/files/zq.txt: {digests['files/zq.txt']}}}}}\n---\n",
            "Content/subprocessors/providers/anchor.yaml": SMALL["Content/subprocessors/providers/anchor.yaml"]
            + "note: (erased)\nerased: {announced: 2026-03-02, reason: A court said so., "
            f"sha256: {digests['subprocessors/anchor/2026-01-05.json']}}}\n",
        },
        site,
    )


def test_an_erased_text_leaves_the_proof_standing_and_no_word(build, trustpress, tmp_path):
    site = erased_site(tmp_path / "site")
    public = build(site, AS_OF, tmp_path / "Public")
    before = tmp_path / "before"
    shutil.copytree(public, before)
    assert any(b"zqprivatewords" in content for content in read_tree(public).values())
    erase(site, public)
    done = trustpress("build", "--site", site, "--as-of", "2026-03-02", "--previous", public, "--output", public)
    assert done.returncode == 0, done.stderr
    assert not [path for path, content in read_tree(public).items() if b"zqprivatewords" in content]
    assert not (public / "files" / "zq.txt").exists()
    old, new = records.lines_of(before), records.lines_of(public)
    assert new[: len(old)] == old and [json.loads(line)["kind"] for line in new[len(old):]] == ["erased", "erased"]
    records.verify(public)
    done = trustpress("verify", public, "--checkpoint", before / "record" / "checkpoint")
    assert done.returncode == 0 and "2 erased" in done.stdout, done.stderr
    summed = subprocess.run(["sha256sum", "--check", "--quiet", "record/SHA256SUMS"], cwd=public, check=False)
    assert summed.returncode == 0


def test_an_erasure_may_take_no_more_than_words(build, trustpress, tmp_path):
    site = erased_site(tmp_path / "site")
    public = build(site, AS_OF, tmp_path / "Public")
    erase(site, public)
    provider = site / "Content/subprocessors/providers/anchor.yaml"
    provider.write_text(provider.read_text().replace("[DE]", "[FR]"))
    done = trustpress("build", "--site", site, "--as-of", "2026-03-02", "--previous", public, "--output", public)
    assert done.returncode == 1 and "published-text-changed" in done.stderr, done.stderr
    assert 'put back locations: ["DE"]' in re.sub(r"\n *\| ", " ", done.stderr)
