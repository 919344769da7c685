"""The record page as a customer follows it: every command as printed, on a site that nginx serves, signed by all tools."""

import base64
import hashlib
import shutil
import stat

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

import records
from readers import Server, program
from signing import ENVIRONMENT, Keys, commands_of, path_with_trustpress, run
from worlds import SMALL, read_tree, write_site

AS_OF, LATER = "2026-03-01", "2026-03-02"
ORIGIN = "tidewater.example/2026/record"
SECRET = "zqprivatewords of somebody who is named here"


class Published:
    """A signed site behind a server, with what a customer does at it."""

    def __init__(self, root, server, trustpress):
        self.root, self.server, self.trustpress = root, server, trustpress
        self.www, self.site = root / "www", root / "site"
        self.keys = Keys(root / "keys", trustpress, ORIGIN)
        self.path = path_with_trustpress(root / "bin")
        self.write_settings(self.keys.listed("2026-01-05"))
        files = {path: content for path, content in SMALL.items() if path != "Content/site.yaml"}
        files["Content/privacy/2026-01-05.md"] += f"\nAsk {SECRET}. See [it](/files/zq.txt).\n"
        files["Content/files/zq.txt"] = f"{SECRET}\n"
        files["Content/terms/2026-02-20.md"] = (
            "---\ntitle: Terms\nannounced: 2026-02-02T09:30\nsummary: More.\n---\n\n# Terms\n\nSee [the list](/files/list.csv).\n"
        )
        files["Content/files/list.csv"] = "a,b\n"
        write_site(files, self.site)

    def write_settings(self, keys):
        text = SMALL["Content/site.yaml"].replace("https://trust.tidewater.example", self.server.address("").rstrip("/"))
        write_site({"Content/site.yaml": f"{text}record:\n  keys:\n" + "".join(f"    - {key}\n" for key in keys)}, self.site)

    def publish(self, as_of, *options, keys=None):
        keys = keys or self.keys
        done = self.trustpress(
            "build", "--site", self.site, "--as-of", as_of, "--output", self.www, "--sign-key", keys.note_file, *options
        )
        assert done.returncode == 0, done.stderr
        keys.sign(self.www)

    def customer(self, folder, only=None, page=None):
        """Runs the commands of the page in a folder: the name of each, and whether it was successful."""
        folder.mkdir(parents=True, exist_ok=True)
        results = {}
        for command in commands_of(page or self.www):
            name = self.name_of(command)
            if only and name not in only:
                continue
            done = run("sh", "-e", "-c", command, cwd=folder, env={**ENVIRONMENT, "PATH": self.path})
            results[name] = done.returncode == 0
            self.said = f"{command}\ngave {done.returncode}:\n{done.stdout}{done.stderr}"
            if only is None:
                assert results[name], self.said
        return results

    @staticmethod
    def name_of(command):
        for word, name in (
            ("minisign -V", "minisign"), ("ssh-keygen -Y verify", "ssh"), ("--checkpoint", "later"),
            ("trustpress verify", "verify"), ("sha256sum", "sums"), ("cp record/checkpoint", "keep"), ("wget", "download"),
        ):
            if word in command:
                return name
        raise AssertionError(f"a command of no known kind: {command}")


ALL = ["download", "sums", "verify", "keep", "later", "minisign", "ssh"]
CHECKS = ["download", "sums", "verify", "later", "minisign", "ssh"]


@pytest.fixture(scope="module")
def published(trustpress, tmp_path_factory):
    """The signed site, once. Who changes what is served takes `served`."""
    root = tmp_path_factory.mktemp("published")
    (root / "www").mkdir()
    with Server(root / "nginx", root / "www") as server:
        site = Published(root, server, trustpress)
        site.publish(AS_OF)
        shutil.copytree(site.www, root / "honest")
        yield site


@pytest.fixture
def served(published):
    """The signed site with its files as they were built."""
    yield published
    shutil.rmtree(published.www)
    shutil.copytree(published.root / "honest", published.www)


def test_every_command_of_the_page_runs_as_printed(published, tmp_path):
    assert list(published.customer(tmp_path / "copy")) == ALL
    downloaded = set(read_tree(tmp_path / "copy")) - {"allowed_signers"}
    assert "files/zq.txt" in downloaded
    served = read_tree(published.www)
    assert all(read_tree(tmp_path / "copy")[path] == served[path] for path in downloaded)


def test_the_page_says_nothing_of_keys_where_there_are_none(small, build, tmp_path):
    public = build(small, AS_OF, tmp_path / "Public")
    assert [Published.name_of(command) for command in commands_of(public)] == ["download", "sums", "verify", "keep", "later"]
    assert "--key" not in (public / "record" / "index.html").read_text()


UNSIGNED = "This checkpoint is not signed, although a key for checkpoints is in use: these commands cannot tell who made it."


@pytest.mark.parametrize("days, signer, notes, sums", [
    (["2026-01-05, until: 2026-02-01"], None, [], None),
    ([f"2026-01-05, until: {AS_OF}"], None, [], None),
    # On its last day a key signs the checkpoint still.
    ([f"2026-01-05, until: {AS_OF}"], 0, [0], None),
    ([f"2026-01-05, until: {AS_OF}", LATER], 0, [0], None),
    (["2026-04-01"], None, [], None),
    (["2026-01-05"], 0, [0], 0),
    (["2026-01-05"], None, [], 0),
    (["2026-01-05, until: 2026-03-02"], 0, [0], 0),
    (["2026-01-05, until: 2026-02-01", "2026-02-02", "2026-04-01"], 1, [0, 1], 1),
])
def test_the_page_names_no_key_that_nothing_of_today_is_signed_by(days, signer, notes, sums, trustpress, tmp_path):
    """Of the keys that are listed, one each for these days: who signs the build, which its commands name for the checkpoint,
    and which for the digests."""
    keys = [Keys(tmp_path / f"keys{number}", trustpress, ORIGIN) for number in range(len(days))]
    listed = "".join(f"    - {{key: {key}, from: {day}}}\n" for own, day in zip(keys, days, strict=True) for key in (own.note, own.minisign, own.ssh))
    site = write_site(SMALL | {"Content/site.yaml": SMALL["Content/site.yaml"] + f"record:\n  keys:\n{listed}"}, tmp_path / "site")
    sign = [] if signer is None else ["--sign-key", keys[signer].note_file]
    done = trustpress("build", "--site", site, "--as-of", AS_OF, "--output", tmp_path / "Public", *sign)
    assert done.returncode == 0, done.stderr
    commands = {Published.name_of(command): command for command in commands_of(tmp_path / "Public")}
    options = "".join(f" --key '{keys[number].note}'" for number in notes)
    assert commands["verify"] == f"trustpress verify .{options}"
    assert commands["later"] == f"trustpress verify . --checkpoint ../checkpoint{options}"
    assert ("minisign" in commands, "ssh" in commands) == (sums is not None, sums is not None)
    if sums is not None:
        assert keys[sums].minisign in commands["minisign"] and keys[sums].ssh in commands["ssh"]
    page = (tmp_path / "Public" / "record" / "index.html").read_text()
    assert (UNSIGNED in page) == (signer is None and sums is not None)
    done = run("sh", "-c", commands["verify"], cwd=tmp_path / "Public", env={**ENVIRONMENT, "PATH": path_with_trustpress(tmp_path / "bin")})
    assert done.returncode == 0, done.stderr


# Tampering


def with_line(path, number, edit):
    def tamper(www):
        lines = (www / path).read_text().splitlines(keepends=True)
        lines[number] = edit(lines[number])
        (www / path).write_text("".join(lines))

    return tamper


def replaced(path, old, new):
    def tamper(www):
        content = (www / path).read_bytes()
        assert old in content
        (www / path).write_bytes(content.replace(old, new, 1))

    return tamper


def text_with_its_digest(www):
    file = www / "terms" / "2026-01-05.md"
    old = hashlib.sha256(file.read_bytes()).hexdigest()
    file.write_bytes(file.read_bytes().replace(b"well", b"ill"))
    replaced("record/SHA256SUMS", old.encode(), hashlib.sha256(file.read_bytes()).hexdigest().encode())(www)


def other_character(line):
    """A line of base64 with another character in its middle."""
    middle = len(line) // 2
    return line[:middle] + ("A" if line[middle] != "A" else "B") + line[middle + 1 :]


CHECKPOINT, SUMS = "record/checkpoint", "record/SHA256SUMS"
# What is done to the served files, and the commands of the page that must tell it.
TAMPERINGS = {
    "a text": (replaced("terms/2026-01-05.md", b"well", b"ill"), {"sums", "verify", "later"}),
    "white space at the end of a text": (replaced("terms/2026-01-05.md", b"ends.", b"ends. "), {"sums", "verify", "later"}),
    "a change": (replaced("subprocessors/anchor/2026-01-05.json", b"DE", b"US"), {"sums", "verify", "later"}),
    "a linked file": (replaced("files/list.csv", b"a", b"c"), {"sums", "verify", "later"}),
    "a text that is gone": (lambda www: (www / "terms/2026-01-05.md").unlink(), {"download", "sums", "verify", "later"}),
    "the list": (replaced("record/entries.jsonl", b"2026-02-20", b"2026-02-21"), {"sums", "verify", "later"}),
    "a line of the list gone": (with_line("record/entries.jsonl", 4, lambda line: ""), {"sums", "verify", "later"}),
    "the checkpoint's origin": (with_line(CHECKPOINT, 0, lambda line: "x" + line), {"verify", "later"}),
    "the checkpoint's root": (with_line(CHECKPOINT, 2, other_character), {"verify", "later"}),
    "the checkpoint's signature": (with_line(CHECKPOINT, 4, other_character), {"verify", "later"}),
    "no signature of the checkpoint": (with_line(CHECKPOINT, 4, lambda line: ""), {"verify", "later"}),
    "a digest": (with_line(SUMS, 0, lambda line: ("0" if line[0] != "0" else "1") + line[1:]), {"sums", "verify", "later", "minisign", "ssh"}),
    "a text with its digest": (text_with_its_digest, {"verify", "later", "minisign", "ssh"}),
    "minisign's signature": (with_line(SUMS + ".minisig", 1, other_character), {"minisign"}),
    "minisign's trusted comment": (with_line(SUMS + ".minisig", 2, lambda line: line.replace("timestamp", "timestamq")), {"minisign"}),
    "the SSH signature": (with_line(SUMS + ".sig", 3, other_character), {"ssh"}),
}


@pytest.mark.parametrize("name", TAMPERINGS)
def test_the_fitting_commands_tell_what_was_tampered_with(name, served, tmp_path):
    tamper, telling = TAMPERINGS[name]
    assert served.customer(tmp_path / "before", only=["download", "keep"]) == {"download": True, "keep": True}
    tamper(served.www)
    results = served.customer(tmp_path / "copy", only=CHECKS)
    assert {name for name, passed in results.items() if not passed} == telling


def test_a_history_made_anew_does_not_continue_the_kept_checkpoint(served, tmp_path):
    """Who controls the server and the key can make another whole record: a kept checkpoint tells."""
    served.customer(tmp_path / "before", only=["download", "keep"])
    source = served.site / "Content/terms/2026-01-05.md"
    honest = source.read_text()
    try:
        source.write_text(honest.replace("well", "ill"))
        served.publish(AS_OF)
    finally:
        source.write_text(honest)
    results = served.customer(tmp_path / "copy", only=CHECKS)
    assert {name for name, passed in results.items() if not passed} == {"later"}


def test_another_publishers_signatures_are_refused(served, tmp_path, trustpress):
    """The page that a customer has printed names the keys; somebody else signs."""
    served.customer(tmp_path / "before", only=["download", "keep"])
    others = Keys(tmp_path / "keys", trustpress, ORIGIN)
    sources = read_tree(served.site)
    served.write_settings(others.listed("2026-01-05"))
    try:
        served.publish(AS_OF, keys=others)
    finally:
        write_site(sources, served.site)
    results = served.customer(tmp_path / "copy", only=CHECKS, page=served.root / "honest")
    assert {name for name, passed in results.items() if not passed} == {"verify", "later", "minisign", "ssh"}


def test_a_key_that_the_site_does_not_list_signs_nothing(served, tmp_path, trustpress):
    other = Keys(tmp_path / "keys", trustpress, ORIGIN)
    before = read_tree(served.www)
    done = trustpress(
        "build", "--site", served.site, "--as-of", AS_OF, "--output", served.www, "--sign-key", other.note_file
    )
    assert done.returncode == 2 and len(done.stderr.splitlines()) == 1, done.stderr
    assert f"signs as {other.note}, which is not among the keys of record in Content/site.yaml" in done.stderr
    assert read_tree(served.www) == before


def test_an_erased_text_leaves_everything_passing(served, tmp_path):
    served.customer(tmp_path / "copy")
    sums = dict(reversed(line.split("  ", 1)) for line in (served.www / SUMS).read_text().splitlines())
    sources = read_tree(served.site)
    try:
        (served.site / "Content/files/zq.txt").unlink()
        write_site(
            {
                "Content/privacy/2026-01-05.md": f"---\ntitle: Privacy\nerased: {{announced: {LATER}, reason: A court said so., "
                f"sha256: {sums['privacy/2026-01-05.md']}, "
                f"files: {{/files/zq.txt: {sums['files/zq.txt']}}}}}\n---\n"
            },
            served.site,
        )
        served.publish(LATER, "--previous", served.www)
    finally:
        write_site(sources, served.site)
    assert not [path for path, content in read_tree(served.www).items() if b"zqprivatewords" in content]
    # In an empty folder, and in the one that holds yesterday's files: there the erased ones still lie, and are told.
    for folder, told in (("new", set()), ("copy", {"verify", "later"})):
        results = served.customer(tmp_path / folder, only=CHECKS)
        assert results == {check: check not in told for check in CHECKS}, folder


# Keys


def test_the_signature_is_one_of_ed25519_by_the_key_that_is_listed(published):
    text, signatures = (published.www / CHECKPOINT).read_text().split("\n\n")
    mark, name, encoded = signatures.rstrip("\n").split(" ")
    key_name, key_id, key = published.keys.note.split("+", 2)
    key = base64.b64decode(key, validate=True)
    assert (mark, name, key_name) == ("—", ORIGIN, ORIGIN) and key[0] == 1 and len(key) == 33
    assert key_id == hashlib.sha256(name.encode() + b"\n" + key).hexdigest()[:8]
    signature = base64.b64decode(encoded, validate=True)
    assert signature[:4].hex() == key_id
    public_key = Ed25519PublicKey.from_public_bytes(key[1:])
    public_key.verify(signature[4:], f"{text}\n".encode())
    with pytest.raises(InvalidSignature):
        public_key.verify(signature[4:], text.encode())
    assert text.split("\n")[2] == base64.b64encode(records.root(records.lines_of(published.www))).decode()
    # The secret half, by the same form.
    secret = published.keys.note_file.read_text().rstrip("\n").removeprefix("PRIVATE+KEY+").split("+", 2)
    assert secret[:2] == [key_name, key_id]


def test_a_key_that_is_replaced_leaves_old_checkpoints_verifiable(served, tmp_path, trustpress):
    served.customer(tmp_path / "old", only=["download", "keep"])
    new = Keys(tmp_path / "keys", trustpress, ORIGIN)
    try:
        served.write_settings(served.keys.listed("2026-01-05", AS_OF) + new.listed(LATER))
        served.publish(LATER, "--previous", served.www, keys=new)
    finally:
        served.write_settings(served.keys.listed("2026-01-05"))
    # As the page tells: the new keys, and of the old one what was kept.
    assert all(served.customer(tmp_path / "new", only=CHECKS).values()), served.said
    kept = ["--checkpoint", tmp_path / "checkpoint"]
    old_key, new_key = ["--key", served.keys.note], ["--key", new.note]
    done = trustpress("verify", served.www, *old_key, *new_key, *kept)
    assert done.returncode == 0 and "It continues the checkpoint of" in done.stdout, done.stderr
    done = trustpress("verify", served.www, *new_key, *kept)
    assert done.returncode == 1 and "the kept checkpoint: there is no signature by the key given" in done.stderr
    done = trustpress("verify", served.www, *old_key)
    assert done.returncode == 1 and "record/checkpoint: there is no signature by the key given" in done.stderr
    page = (served.www / "record" / "index.html").read_text()
    assert served.keys.note in page and served.keys.minisign in page and served.keys.ssh in page


def test_a_checkpoint_kept_before_anything_was_signed_needs_no_key(small, build, published, trustpress, tmp_path):
    """The commands of the page of a signed build name its key, and what was kept before is signed by none."""
    kept = ["--checkpoint", build(small, "2026-02-01", tmp_path / "before") / "record" / "checkpoint"]
    signed = tmp_path / "signed"
    done = trustpress("build", "--site", small, "--as-of", AS_OF, "--output", signed, "--sign-key", published.keys.note_file)
    assert done.returncode == 0, done.stderr
    done = trustpress("verify", signed, "--key", published.keys.note, *kept)
    one_line(done, 1, "the kept checkpoint: nobody signed it; one that was kept before this record was signed is verified without --key")
    done = trustpress("verify", signed, *kept)
    assert done.returncode == 0 and "It continues the checkpoint of" in done.stdout, done.stderr


def one_line(done, status, words):
    assert done.returncode == status, done.stderr
    assert len(done.stderr.splitlines()) == 1 and words in done.stderr, done.stderr


def test_a_key_that_others_can_read_is_refused(small, trustpress, published, tmp_path):
    key = tmp_path / "key"
    for mode in (0o640, 0o604, 0o644, 0o660):
        key.write_bytes(published.keys.note_file.read_bytes())
        key.chmod(mode)
        done = trustpress("build", "--site", small, "--as-of", AS_OF, "--output", tmp_path / "Public", "--sign-key", key)
        one_line(done, 2, "can be read by others; run chmod 600 on it")
        assert not (tmp_path / "Public").exists()


@pytest.mark.parametrize("kind", ["public", "ssh", "minisign", "empty", "binary", "folder", "missing"])
def test_what_is_no_signing_key_is_refused(kind, small, trustpress, published, tmp_path):
    keys, file = published.keys, tmp_path / "key"
    content = {
        "public": keys.note.encode(), "ssh": keys.ssh_file.read_bytes(), "minisign": keys.minisign_file.read_bytes(),
        "empty": b"", "binary": bytes(range(256)),
    }
    if kind in content:
        file.write_bytes(content[kind])
        file.chmod(0o600)
    elif kind == "folder":
        file.mkdir()
    done = trustpress("build", "--site", small, "--as-of", AS_OF, "--output", tmp_path / "Public", "--sign-key", file)
    one_line(done, 2, "holds no key" if kind in content else "is no file")
    assert not (tmp_path / "Public").exists()


def test_new_key_makes_a_private_file_and_never_overwrites(small, trustpress, tmp_path):
    file = tmp_path / "key"
    done = trustpress("new", "key", file, "--site", small)
    assert done.returncode == 0 and done.stdout.startswith(f"record: {{keys: [{{key: {ORIGIN}+"), done.stderr
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    before = file.read_bytes()
    assert before.startswith(b"PRIVATE+KEY+") and before.split(b"+")[-1] not in done.stdout.encode()
    one_line(trustpress("new", "key", file, "--site", small), 2, "no key is overwritten")
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "nowhere")
    one_line(trustpress("new", "key", link, "--site", small), 2, "no key is overwritten")
    assert file.read_bytes() == before and not (tmp_path / "nowhere").exists()
    assert trustpress("new", "key", tmp_path / "other", "--site", small).stdout != done.stdout
    for name in ("", "a name", "a+b"):
        assert trustpress("new", "key", tmp_path / "bad", "--name", name).returncode == 64
    one_line(trustpress("new", "key", tmp_path / "no" / "folder", "--site", small), 2, "folder")


def test_a_key_before_there_is_a_site(trustpress, tmp_path):
    """The key is named after the site's record: where there is no site, it says what to write."""
    done = trustpress("new", "key", tmp_path / "key", cwd=tmp_path)
    assert done.returncode == 64 and not (tmp_path / "key").exists()
    assert done.stderr.startswith(
        "Error: there is no site in this folder, after whose record the key could be named; say where one is with --site, "
        "or write --name trust.example.com/2026/record: the domain and the year of its authority\n")
    assert f"no site in {tmp_path / 'none'}," in trustpress("new", "key", tmp_path / "key", "--site", tmp_path / "none").stderr
    made = trustpress("new", "key", tmp_path / "key", "--name", "trust.example.com/2026/record", cwd=tmp_path)
    assert made.returncode == 0 and "key: trust.example.com/2026/record+" in made.stdout
    assert not (tmp_path / "bad").exists()


@pytest.mark.parametrize("tool", ["minisign", "ssh-keygen"])
def test_what_is_tested_is_there(tool):
    assert program(tool)
