"""A signed record is a log for public tools that nobody here wrote: witnesses and auditors in Python, Go's reference.

One site grows over several builds past the edge of a tile; another has its key and its first days, and then another
history."""

import json
import re
import shutil
import subprocess

import pytest
from aics_tlog import (
    FileSystemTileReader, audit_tiles, consistency_proof_from_tiles, parse_checkpoint, parse_note, parse_vkey, read_entry,
    verify_checkpoint, verify_consistency,
)
from aics_witness.config import LogConfig
from aics_witness.protocol import format_add_checkpoint_request
from aics_witness.service import Witness, WitnessError
from aics_witness.store import WitnessStore
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from readers import program
from worlds import REPOSITORY, SMALL, with_checks, write_site

ORIGIN = "tidewater.example/2026/record"
# How many more providers each build lists, and as of when: the fourth fills the first tile.
GROWTH = [("2026-02-01", 120), ("2026-03-01", 1), ("2026-04-01", 7), ("2026-05-01", 140), ("2026-06-01", 3)]


def provider(name, announced, effective):
    return (
        f"name: {name.title()}\nentity: {name.title()} Ltd\npurpose: Keeps box {name} of the archive\ndata: [letters]\n"
        f"locations: [DE]\nannounced: {announced}\neffective: {effective}\nnote: One more box.\n"
    )


def grown(steps, suffix=""):
    """The sources after some steps of growth; a suffix makes another history of the last."""
    files = dict(SMALL)
    for step, (day, count) in enumerate(GROWTH[:steps]):
        month = int(day[5:7])
        for number in range(count):
            name = f"box-{step}-{number}{suffix if step == steps - 1 else ''}"
            files[f"Content/subprocessors/providers/{name}.yaml"] = provider(
                name, f"2026-{month - 1:02}-24T{number % 20:02}:00" if step else "2026-01-10", f"2026-{month:02}-28"
            )
    return files


class Log:
    """Built records as a log, each in its own folder."""

    def __init__(self, folder, trustpress):
        self.folder, self.trustpress, self.key_file = folder, trustpress, folder / "key"
        made = trustpress("new", "key", self.key_file, "--name", ORIGIN)
        assert made.returncode == 0, made.stderr
        self.key = made.stdout.split("key: ")[1].split(",")[0]
        self.previous = None

    def build(self, name, files, as_of, *options, previous=True):
        """The `record/` of a build."""
        site = write_site(files, self.folder / f"site-{name}")
        output = self.folder / name
        if previous and self.previous:
            options = (*options, "--previous", self.previous)
        done = self.trustpress("build", "--site", site, "--as-of", as_of, "--output", output, "--sign-key", self.key_file, *options)
        assert done.returncode == 0, done.stderr
        self.previous = output if previous else self.previous
        return output / "record"

    def config(self):
        return LogConfig.from_strings(ORIGIN, [self.key])


def head(record):
    """The checkpoint of a record, its signature verified."""
    note = parse_note((record / "checkpoint").read_bytes())
    return parse_checkpoint(note.text)


def audit(record):
    checkpoint = head(record)
    return audit_tiles(FileSystemTileReader(record), checkpoint.size, checkpoint.root)


@pytest.fixture(scope="module")
def log(tmp_path_factory, trustpress):
    return Log(tmp_path_factory.mktemp("log"), trustpress)


@pytest.fixture(scope="module")
def records(log):
    """The records of a site that grows; every one continues the one before it."""
    return [log.build(f"step{step}", grown(step + 1), day) for step, (day, _) in enumerate(GROWTH)]


@pytest.fixture(scope="module")
def fork(log, records):
    """The last step with another history, by the same key: what a publisher makes who shows two."""
    return log.build("fork", grown(len(GROWTH), "-x"), GROWTH[-1][0], previous=False)


@pytest.fixture
def witness(tmp_path, log):
    with WitnessStore(tmp_path / "witness.db", create=True) as store:
        yield Witness("witness.example/w1", Ed25519PrivateKey.generate(), store, [log.config()])


def ask(witness, record, old_size, proof=None):
    """What a witness answers to a record's checkpoint: the line of its signature."""
    size = head(record).size
    if proof is None:
        proof = consistency_proof_from_tiles(FileSystemTileReader(record), old_size, size) if old_size else []
    return witness.add_checkpoint(format_add_checkpoint_request(old_size, proof, (record / "checkpoint").read_bytes()))


def test_every_tile_and_every_line_is_that_of_the_checkpoint(log, records):
    for record in records:
        checkpoint = head(record)
        note = parse_note((record / "checkpoint").read_bytes())
        assert verify_checkpoint(note, parse_vkey(log.key), expected_origin=ORIGIN).ok
        report = audit(record)
        lines = (record / "entries.jsonl").read_bytes().splitlines()
        assert (report.size, report.bundles) == (len(lines), -(-len(lines) // 256))
        reader = FileSystemTileReader(record)
        for index in {0, 1, len(lines) // 2, len(lines) - 1}:
            assert read_entry(reader, index, checkpoint.size) == lines[index]
    assert head(records[2]).size < 256 < head(records[3]).size


def test_every_record_continues_every_one_before_it(records):
    heads = [head(record) for record in records]
    for new, record in enumerate(records):
        for old in range(new):
            proof = consistency_proof_from_tiles(FileSystemTileReader(record), heads[old].size, heads[new].size)
            assert verify_consistency(heads[old].size, heads[new].size, heads[old].root, heads[new].root, proof)


def test_the_tiles_of_every_older_checkpoint_are_there_until_they_are_full(records):
    """Who kept a checkpoint of the moment before this one still finds the tiles that he needs for it."""
    for record in records:
        lines = [json.loads(line) for line in (record / "entries.jsonl").read_bytes().splitlines()]
        moments = [line.get("recorded", line.get("announced", line.get("from", line.get("until", "")))) for line in lines]
        ends = {index + 1 for index in range(len(lines)) if index + 1 == len(lines) or moments[index] != moments[index + 1]}
        full = len(lines) // 256
        widths = {end - full * 256 for end in ends if end > full * 256}
        for level in ("0", "entries"):
            folder = record / "tile" / level / f"{full:03}.p"
            assert {int(path.name) for path in folder.glob("*")} == widths
            assert {path.name for path in (record / "tile" / level).iterdir()} == {f"{n:03}" for n in range(full)} | {folder.name}
        if full:
            above = {end // 256 for end in ends if end >= 256}
            assert {int(path.name) for path in (record / "tile/1/000.p").iterdir()} == above


def test_a_rebuild_makes_the_same_tiles(log, records):
    again = log.build("again", grown(len(GROWTH)), GROWTH[-1][0], previous=False)
    files = {path.relative_to(records[-1]): path.read_bytes() for path in (records[-1] / "tile").rglob("*") if path.is_file()}
    assert files == {path.relative_to(again): path.read_bytes() for path in (again / "tile").rglob("*") if path.is_file()}


def test_an_unsigned_record_is_no_log(log, records):
    output = log.folder / "unsigned"
    done = log.trustpress("build", "--site", log.folder / "site-step1", "--as-of", GROWTH[1][0], "--output", output)
    assert done.returncode == 0, done.stderr
    assert not (output / "record" / "tile").exists()


def test_a_witness_cosigns_growth(witness, records):
    size = 0
    for record in records:
        assert ask(witness, record, size).startswith("— witness.example/w1 ".encode())
        size = head(record).size


def test_a_witness_refuses_a_rollback_and_a_fork(witness, records, fork):
    for old, record in zip([None, *records], records):
        ask(witness, record, head(old).size if old else 0)
    size = head(records[-1]).size
    with pytest.raises(WitnessError) as refused:
        ask(witness, records[0], size, proof=[])
    assert refused.value.status == 400
    with pytest.raises(WitnessError) as refused:
        ask(witness, records[0], head(records[0]).size)
    assert refused.value.status == 409
    assert head(fork).size == size
    with pytest.raises(WitnessError) as refused:
        ask(witness, fork, size, proof=[])
    assert refused.value.status == 422


def test_a_fork_does_not_continue_what_was_published(records, fork):
    old, new = head(records[-2]), head(fork)
    proof = consistency_proof_from_tiles(FileSystemTileReader(fork), old.size, new.size)
    # The fork changes the last step alone, so it continues the one before it, and not what was really published then.
    assert verify_consistency(old.size, new.size, old.root, new.root, proof)
    last = head(records[-1])
    assert not verify_consistency(last.size, new.size, last.root, new.root, [])


TAMPERED = {
    "a hash": "tile/0/000",
    "a line": "tile/entries/000",
    "a hash of a partial tile": "tile/0/001.p/{last}",
    "a line of a partial bundle": "tile/entries/001.p/{last}",
    "a hash above": "tile/1/000.p/1",
}


def tampered(record, path, folder):
    copy = folder / "record"
    shutil.copytree(record, copy)
    file = copy / path.format(last=head(record).size - 256)
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    return copy


@pytest.mark.parametrize("name", TAMPERED)
def test_a_tampered_tile_is_found(name, records, tmp_path):
    copy = tampered(records[-1], TAMPERED[name], tmp_path)
    with pytest.raises(ValueError):
        audit(copy)


# Go's reference implementation.


@pytest.fixture(scope="session")
def go_log(tmp_path_factory):
    """Runs the small Go program: a finished process."""
    binary = tmp_path_factory.mktemp("go") / "tlog"
    # Debian's sources of golang.org/x/mod: nothing is fetched.
    environment = {
        "GO111MODULE": "off", "GOPATH": "/usr/share/gocode", "GOCACHE": str(binary.parent / "cache"), "GOFLAGS": "", "PATH": "/usr/bin:/bin",
        "HOME": str(binary.parent),
    }
    made = subprocess.run(
        [program("go"), "build", "-o", binary, REPOSITORY / "Tests/Tools/tlog/main.go"], env=environment, capture_output=True,
        text=True, check=False,
    )
    assert made.returncode == 0, made.stderr

    def run(*arguments):
        return subprocess.run([binary, *map(str, arguments)], capture_output=True, text=True, timeout=300, check=False)

    return run


def test_go_proves_every_line_and_every_growth(go_log, log, records):
    for old, record in zip([None, *records], records):
        done = go_log(record, log.key, *([old / "checkpoint"] if old else []))
        continued = f"continues {head(old).size}\n" if old else ""
        assert (done.returncode, done.stdout) == (0, f"{head(record).size} lines\n{continued}")


def test_go_refuses_a_rollback_and_a_fork(go_log, log, records, fork):
    done = go_log(records[0], log.key, records[-1] / "checkpoint")
    assert done.returncode == 1 and "invalid inputs in ProveTree" in done.stdout
    done = go_log(fork, log.key, records[-1] / "checkpoint")
    assert done.returncode == 1 and "invalid transparency proof" in done.stdout


@pytest.mark.parametrize("name", TAMPERED)
def test_go_refuses_a_tampered_tile(name, go_log, log, records, tmp_path):
    copy = tampered(records[-1], TAMPERED[name], tmp_path)
    done = go_log(copy, log.key)
    assert done.returncode == 1
    words = "does not hold its lines" if "entries" in TAMPERED[name] else "inconsistent tile|invalid transparency proof"
    assert re.search(words, done.stdout), done.stdout


def test_go_refuses_another_key_and_an_altered_checkpoint(go_log, log, records, tmp_path, trustpress):
    made = trustpress("new", "key", tmp_path / "key", "--name", ORIGIN)
    done = go_log(records[-1], made.stdout.split("key: ")[1].split(",")[0])
    assert done.returncode == 1 and "no verifiable signatures" in done.stdout
    copy = tmp_path / "record"
    shutil.copytree(records[-1], copy)
    text = (copy / "checkpoint").read_text()
    (copy / "checkpoint").write_text(text.replace("\n4", "\n5", 1) if "\n4" in text else text.replace("\n2", "\n3", 1))
    assert go_log(copy, log.key).returncode == 1


# Cosignatures in the build.


def witnessed(log, files, *keys):
    """Sources that list the site's own key and witnesses."""
    listed = ", ".join(f"{{key: {key}, from: 2026-01-01}}" for key in keys)
    own = f"record: {{keys: [{{key: {log.key}, from: 2026-01-01}}], witnesses: [{listed}]}}\n"
    return files | {"Content/site.yaml": files["Content/site.yaml"] + own}


def test_a_build_adds_the_lines_of_listed_witnesses(log, witness, tmp_path):
    files = witnessed(log, grown(1), witness.vkey_text)
    record = log.build("cosigned", files, GROWTH[0][0], previous=False)
    line = ask(witness, record, 0)
    for content in (line, (record / "checkpoint").read_bytes() + line):
        file = tmp_path / "cosignatures"
        file.write_bytes(content)
        log.build("cosigned", files, GROWTH[0][0], "--cosignatures", file, previous=False)
        note = parse_note((record / "checkpoint").read_bytes())
        assert [signature.name for signature in note.signatures] == [ORIGIN, "witness.example/w1"]
        checked = verify_checkpoint(note, parse_vkey(log.key), [witness.vkey], quorum=1, expected_origin=ORIGIN)
        assert checked.ok, checked


def test_a_line_of_another_is_refused_by_name(log, witness, tmp_path, trustpress):
    site = write_site(witnessed(log, grown(1), witness.vkey_text), tmp_path / "site")
    unlisted = write_site(grown(1), tmp_path / "unlisted")
    build = ["--as-of", GROWTH[0][0], "--output", tmp_path / "Public", "--sign-key", log.key_file]
    record = log.build("other", grown(2), GROWTH[1][0], previous=False)
    stale = tmp_path / "stale"
    stale.write_bytes(ask(witness, record, 0))

    def refused(site, file, *words):
        done = trustpress("build", "--site", site, "--cosignatures", file, *build)
        assert done.returncode == 2, done.stdout
        assert done.stderr == f"error: {file}{''.join(words)}\n"
        assert not (tmp_path / "Public").exists()

    refused(site, stale, ": the line of witness.example/w1 is not of this checkpoint; send it to the witness, and take its answer")
    refused(unlisted, stale, ": witness.example/w1 is none of the witnesses of record in Content/site.yaml that are in use")
    broken = tmp_path / "broken"
    broken.write_text("a word\n— witness.example/w1 no-base64\n")
    refused(site, broken, ":2: this line is no signature of the form — <name> <base64>")
    empty = tmp_path / "empty"
    empty.write_text("nothing\n")
    refused(site, empty, ": holds no line of a witness, of the form — <name> <base64>")
    refused(site, tmp_path / "none", ": is no file; --cosignatures takes one with the lines that witnesses gave")


def test_cosignatures_need_a_signature(log, witness, tmp_path, trustpress):
    site = write_site(grown(1), tmp_path / "site")
    done = trustpress("build", "--site", site, "--as-of", GROWTH[0][0], "--cosignatures", tmp_path / "any")
    assert done.returncode == 64 and "--cosignatures stand below a signature of your own; give --sign-key too" in done.stderr


def test_listed_keys_and_no_signature_is_a_warning(log, tmp_path, trustpress):
    files = witnessed(log, grown(1))
    site = write_site(files, tmp_path / "site")
    arguments = ["build", "--site", site, "--output", tmp_path / "Public"]
    done = trustpress(*arguments, "--as-of", GROWTH[0][0])
    assert done.returncode == 0
    column = files["Content/site.yaml"].splitlines()[-1].index(log.key) + 1
    assert done.stderr.startswith(
        f"Content/site.yaml:11:{column}: warning: this key signs checkpoints, and this build signs none [unsigned]\n"
    )
    help_words = re.sub(r"\s*\n\s*\|\s*", " ", done.stderr)
    assert "build with --sign-key and the file of its secret half, or give the key its last day (until)" in help_words
    assert done.stderr.count("[unsigned]") == 1
    done = trustpress(*arguments, "--as-of", GROWTH[0][0], "--sign-key", log.key_file)
    assert (done.returncode, done.stderr) == (0, "")
    off = write_site(files | {"Content/site.yaml": with_checks(files["Content/site.yaml"], "unsigned: off")}, tmp_path / "off")
    done = trustpress("build", "--site", off, "--output", tmp_path / "off" / "Public", "--as-of", GROWTH[0][0])
    assert (done.returncode, done.stderr) == (0, "")
