"""The scripts of docs/ci against a git repository and a server, as the recipes run them, day by day."""

import http.server
import json
import os
import pathlib
import re
import shutil
import subprocess
import threading

import pytest
import yaml

from readers import Server, program
from signing import ENVIRONMENT, Keys, ran, run
from worlds import REPOSITORY, SMALL, read_tree, times, write_site

CI = REPOSITORY / "docs" / "ci"
COVE = """\
name: Cove Mail
entity: Cove Mail GmbH
purpose: Sends mails
data: [addresses]
locations: [FR]
announced: {announced}
effective: {effective}
note: Needed.
"""
COVE_FILE = "Content/subprocessors/providers/cove.yaml"
DUNE_FILE = "Content/subprocessors/providers/dune.yaml"
TERMS = "Content/terms/2026-01-05.md"
RENAMING = "rename,renameat,renameat2"


def cove(announced, effective, name="Cove Mail"):
    return COVE.format(announced=announced, effective=effective).replace("Cove Mail", name)


class Publisher:
    """A repository, the folder that a server serves, and the jobs of the recipes."""

    def __init__(self, root, server, trustpress):
        self.server, self.www, self.clone = server, root / "www", root / "clone"
        self.log = root / "rsync.log"
        self.environment = {
            **ENVIRONMENT, "TRUSTPRESS": os.path.abspath(os.environ["TRUSTPRESS"]), "HOME": str(root), "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@tidewater.example", "GIT_COMMITTER_NAME": "A",
            "GIT_COMMITTER_EMAIL": "a@tidewater.example", "TMPDIR": str(root),
        }
        self.trustpress = trustpress
        # An rsync that writes down what it does, fails at its call of the number in FAIL_AT, and is killed at the renaming of
        # the number in KILL_AT while it puts the record in its place.
        tools = root / "bin"
        tools.mkdir()
        (tools / "rsync").write_text(
            f"""#!/bin/sh
echo "call" >> {self.log}
[ "$(grep -c '^call$' {self.log})" != "$FAIL_AT" ] || exit "${{FAIL_WITH:-23}}"
case "$KILL_AT $*" in
[0-9]*--delay-updates*)
    set -- {program("strace")} -f -qq -o /dev/null -e trace={RENAMING} -e "inject={RENAMING}:signal=KILL:when=$KILL_AT" \
        {program("rsync")} "$@"
    exec "$@" ;;
esac
{program("rsync")} --out-format='%o %n' "$@" >> {self.log}
"""
        )
        (tools / "rsync").chmod(0o755)
        self.environment["PATH"] = f"{tools}:{os.environ['PATH']}"
        self.clone.mkdir()
        self.git("init", "--quiet", "--initial-branch", "main")
        self.commit({**SMALL, ".gitignore": "/Public\n/previous\n/source\n/changes.md\n"}, "Begin")

    def git(self, *arguments):
        return ran("git", *arguments, cwd=self.clone, env=self.environment).stdout.strip()

    def commit(self, files, message="Change"):
        """Writes files, or deletes those without content, and commits them on the branch that is checked out."""
        for path, content in files.items():
            if content is None:
                (self.clone / path).unlink()
            else:
                write_site({path: content}, self.clone)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)
        return self.git("rev-parse", "HEAD")

    def branch(self, name, files):
        self.git("checkout", "--quiet", "-b", name, "main")
        self.commit(files, name)
        self.git("checkout", "--quiet", "main")

    def merge(self, name):
        self.git("merge", "--quiet", "--no-ff", "--message", f"Merge {name}", name)

    def job(self, script, *arguments, as_of, **environment):
        self.log.write_text("")
        return run(
            CI / script, *arguments, cwd=self.clone, env={**self.environment, "AS_OF": as_of, **environment}
        )

    def publish(self, as_of, **environment):
        return self.job("publish.sh", self.server.address(""), self.www, as_of=as_of, **environment)

    def published(self, as_of, **environment):
        """A job of publishing that must be successful; the served site is then as a build of main makes it."""
        done = self.publish(as_of, **environment)
        assert done.returncode == 0, done.stderr
        assert self.as_of == as_of
        assert self.trustpress("verify", self.www).returncode == 0
        return done

    def check(self, name, as_of, **environment):
        """The check of a pull request, or of an entry of a merge queue: main with the branch merged."""
        self.git("checkout", "--quiet", "--detach", "main")
        self.merge(name)
        try:
            return self.job("check.sh", self.server.address(""), as_of=as_of, **environment)
        finally:
            self.git("checkout", "--quiet", "main")

    @property
    def changes(self):
        return (self.clone / "changes.md").read_text()

    @property
    def as_of(self):
        return (self.www / "record" / "as-of").read_text().strip()

    def sent(self):
        """What rsync did in the last job, call by call."""
        return [[line.split(" ", 1) for line in call.splitlines()] for call in self.log.read_text().split("call\n")[1:]]


@pytest.fixture
def empty(tmp_path, trustpress):
    """A repository that was never published, and a server with nothing."""
    (tmp_path / "www").mkdir()
    with Server(tmp_path / "nginx", tmp_path / "www") as server:
        yield Publisher(tmp_path, server, trustpress)


@pytest.fixture
def publisher(empty):
    """One that is published as of 1 February 2026."""
    empty.published("2026-02-01", FIRST_BUILD="yes")
    return empty


# Publishing


def test_the_first_build_must_be_said_to_be_one(empty):
    done = empty.publish("2026-02-01")
    assert done.returncode == 2 and "cannot be had, and without it nothing is published" in done.stderr
    assert not read_tree(empty.www) and not empty.sent()
    # The check says which variable is missing.
    done = empty.job("check.sh", empty.server.address(""), as_of="2026-02-01")
    assert done.returncode == 2 and "set FIRST_BUILD=yes for this one run" in done.stderr
    empty.published("2026-02-01", FIRST_BUILD="yes")
    assert not (empty.www / ".trustpress").exists() and (empty.www / "index.html").is_file()
    # And nobody can leave it on.
    done = empty.publish("2026-02-02", FIRST_BUILD="yes")
    assert done.returncode == 2 and "this is not the first build" in done.stderr and not empty.sent()
    assert empty.as_of == "2026-02-01"


def answering(status):
    """A server that answers everything with a status."""
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_error(status)

        def log_message(self, *_):
            pass

    return http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)


@pytest.mark.parametrize("status", [None, 403, 410, 500])
def test_a_first_build_needs_a_server_that_knows_of_none(status, publisher):
    """Who cannot reach the record would otherwise publish over it, judged by nothing."""
    before = read_tree(publisher.www)
    with answering(status or 500) as server:
        address = f"http://127.0.0.1:{server.server_port}"
        if status:
            threading.Thread(target=server.serve_forever, daemon=True).start()
        else:
            server.server_close()
        done = publisher.job("publish.sh", address, publisher.www, as_of="2026-02-02", FIRST_BUILD="yes")
        if status:
            server.shutdown()
    assert done.returncode == 2, done.stderr
    assert done.stderr == (
        f"::error::Whether something is published at {address} cannot be told: the server answers {status or 'nothing'}, "
        "and only 404 says that there is no record. Is the address right, and the server up?\n"
    )
    assert not publisher.sent() and read_tree(publisher.www) == before


def test_a_server_that_gives_a_page_for_whatever_is_not_there(empty):
    """As some hosts do with their start page: neither way is said to be the other one's mend."""
    with answering(200) as server:
        address = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        first = empty.job("publish.sh", address, empty.www, as_of="2026-02-02", FIRST_BUILD="yes")
        later = empty.job("publish.sh", address, empty.www, as_of="2026-02-02")
        server.shutdown()
    assert (first.returncode, later.returncode) == (2, 2), first.stderr + later.stderr
    assert first.stderr == (
        f"::error::Whether something is published at {address} cannot be told: the server answers 200 with something that is no "
        "checkpoint, and only 404 says that there is no record. Let it answer 404 where there is no file; some hosts give their "
        "start page in its place until there is a 404.html.\n"
    )
    assert later.stderr == (
        f"::error::What the server gives as {address}/record/checkpoint is no checkpoint, so nothing is published. Where nothing "
        "was ever published there, let it answer 404 for what is not there, and set FIRST_BUILD=yes for this one run. Else "
        'ci/README.md says how it is mended, under "When the server was tampered with".\n'
    )
    assert not empty.sent() and not read_tree(empty.www)


def test_what_cannot_be_had_is_named(publisher):
    (publisher.www / TERMS.removeprefix("Content/")).unlink()
    done = publisher.publish("2026-02-02")
    address = publisher.server.address("").rstrip("/")
    assert done.returncode == 2, done.stderr
    assert done.stderr == (
        f"{address}/terms/2026-01-05.md cannot be had\n"
        f"::error::A file that {address}/record/SHA256SUMS names cannot be had, and without it nothing is published. See above.\n"
    )


def test_a_first_build_does_not_write_over_the_record_of_another_address(publisher):
    """The server answers 404 for an address that is not the site's."""
    before, address = read_tree(publisher.www), publisher.server.address("elsewhere")
    done = publisher.job("publish.sh", address, publisher.www, as_of="2026-02-02", FIRST_BUILD="yes")
    assert done.returncode == 2, done.stderr
    assert done.stderr.endswith(
        f"::error::There is a record in {publisher.www}, so this is not the first build. Is {address} its address?\n"
    )
    assert read_tree(publisher.www) == before
    # Nor where nobody can tell.
    done = publisher.job("publish.sh", address, publisher.www, as_of="2026-02-02", FIRST_BUILD="yes", FAIL_AT="1", FAIL_WITH="12")
    assert done.returncode == 2, done.stderr
    assert done.stderr.endswith(f"::error::Whether there is a record in {publisher.www} cannot be told, so nothing is published.\n")
    assert read_tree(publisher.www) == before


def test_a_kept_checkpoint_tells_an_older_copy(publisher, tmp_path):
    older, kept = tmp_path / "older", publisher.clone / "previous/record/checkpoint"
    shutil.copytree(publisher.www, older)
    publisher.commit({COVE_FILE: cove("2026-02-02", "2026-02-20")})
    publisher.published("2026-02-02")
    publisher.published("2026-02-02")
    saved = tmp_path / "saved"
    shutil.copy(kept, saved)
    publisher.published("2026-02-03", CHECKPOINT=str(saved))
    # The one that the last run left is another than the one that comes in its place.
    publisher.published("2026-02-04", CHECKPOINT="previous/record/checkpoint")
    shutil.rmtree(publisher.www)
    shutil.copytree(older, publisher.www)
    done = publisher.publish("2026-02-05", CHECKPOINT="previous/record/checkpoint")
    assert done.returncode == 2 and "is not what its record says" in done.stderr and not publisher.sent(), done.stderr
    (tmp_path / "empty").write_text("")
    for name in ("nowhere", "empty"):
        done = publisher.publish("2026-02-05", CHECKPOINT=str(tmp_path / name))
        assert done.returncode == 2 and done.stderr.endswith(
            f"::error::{tmp_path / name}, which CHECKPOINT names, is empty or cannot be read, and without it nothing is published.\n"
        )
    done = publisher.publish("2026-02-05", CHECKPOINT=str(saved), FIRST_BUILD="yes")
    assert done.returncode == 2 and done.stderr == (
        "::error::A checkpoint was kept, so this is not the first build. Run it without FIRST_BUILD, or without CHECKPOINT.\n"
    )


def test_merges_and_nights_publish_what_is_due(publisher):
    notice = publisher.www / "notices" / "subprocessors-2026-02-03" / "index.html"
    publisher.commit({COVE_FILE: cove("2026-02-03", "2026-02-20")})
    publisher.published("2026-02-02")
    assert not notice.exists()
    # At midnight nobody commits.
    publisher.published("2026-02-03")
    assert notice.is_file()
    assert "2026-02-03" in (publisher.www / "record" / "entries.jsonl").read_text()
    before = read_tree(publisher.www)
    publisher.published("2026-02-03")
    assert read_tree(publisher.www) == before
    assert not [line for call in publisher.sent() for line in call if not line[1].endswith("/")], "nothing changed, nothing is sent"
    # Nights are missed, over the day of effect.
    publisher.published("2026-03-01")
    assert (publisher.www / "subprocessors" / "on" / "2026-02-20.json").is_file()
    # Time does not go back.
    done = publisher.publish("2026-02-20")
    assert done.returncode == 1 and not publisher.sent() and publisher.as_of == "2026-03-01"


def test_the_order_of_sending(publisher):
    publisher.commit({"Content/files/list.csv": "a,b\n", "Content/faq.md": "# Questions\n\nNone.\n"})
    publisher.published("2026-02-02")
    assert (publisher.www / "faq" / "index.html").is_file()
    publisher.commit(
        {
            "Content/faq.md": None, COVE_FILE: cove("2026-02-03", "2026-02-20"), "Templates/assets/mark.png": b"\x89PNG",
            "Content/terms/2026-02-20.md": "---\ntitle: Terms\nannounced: 2026-02-03\nsummary: More.\n---\n\n[Terms](/files/list.csv)\n",
        }
    )
    publisher.published("2026-02-03")
    calls = publisher.sent()
    assert len(calls) == 6
    assert [path for _, path in calls[3]] == ["next.tar"] and ["del.", "next.tar"] in calls[5]
    assert not (publisher.www / "next.tar").exists()
    kinds = []
    for call in calls:
        for action, path in call:
            if path.endswith("/") and action == "send" or path == "next.tar":
                continue
            kinds.append("gone" if action == "del." else path.split("/")[0] if "/" in path else "page")
    order = {"assets": 0, "files": 0, "feeds": 2, "record": 3, "gone": 4}
    stages = [order.get(kind, 1) for kind in kinds]
    assert stages == sorted(stages) and set(stages) == {0, 1, 2, 3, 4}, kinds
    assert not (publisher.www / "faq").exists()
    assert [path for action, path in calls[5] if action == "del." and path != "next.tar"] == ["faq/index.html", "faq/"]


def test_what_is_the_same_keeps_its_time_and_all_can_be_read(publisher):
    """Each job begins with an empty folder and makes every file anew; the secrets' umask is not that of the site."""
    before = times(publisher.www)
    shutil.rmtree(publisher.clone / "Public")
    done = run(
        "sh", "-c", 'umask 077; exec "$0" "$@"', CI / "publish.sh", publisher.server.address(""), publisher.www,
        cwd=publisher.clone, env={**publisher.environment, "AS_OF": "2026-02-02"},
    )
    assert done.returncode == 0, done.stderr
    files = {path.relative_to(publisher.www).as_posix(): path for path in publisher.www.rglob("*") if path.is_file()}
    after = times(publisher.www)
    assert {path for path in files if after[path] != before.get(path)} == {"record/as-of"}
    assert {path.stat().st_mode & 0o777 for path in files.values()} == {0o644}
    assert {path.stat().st_mode & 0o777 for path in publisher.www.rglob("*") if path.is_dir()} == {0o755}


def erase(publisher, day):
    """Takes the words of a change's note out of the sources."""
    sums = dict(reversed(line.split("  ")) for line in (publisher.www / "record" / "SHA256SUMS").read_text().splitlines())
    text = (publisher.clone / COVE_FILE).read_text().replace("note: Needed.", "note: (erased)")
    text += f"erased: {{announced: {day}, reason: A court said so., sha256: {sums['subprocessors/cove/2026-02-02.json']}}}\n"
    return {COVE_FILE: text}


@pytest.mark.parametrize("call", [1, 2, 3, 4, 5, 6])
def test_a_job_that_stops_half_way_is_made_whole_by_the_next(call, publisher):
    """Also with an erasure: the old record's texts stay until the new one is there, so that the next job can start."""
    publisher.commit({COVE_FILE: cove("2026-02-02", "2026-02-20")})
    publisher.published("2026-02-02")
    old = (publisher.www / "record" / "entries.jsonl").read_bytes()
    publisher.commit({**erase(publisher, "2026-02-03"), DUNE_FILE: cove("2026-02-03", "2026-02-21", "Dune")})
    done = publisher.publish("2026-02-03", FAIL_AT=str(call))
    assert done.returncode == 23
    assert publisher.trustpress("verify", publisher.www).returncode in ((0,) if call < 2 or call > 5 else (0, 1))
    if call < 6:
        assert (publisher.www / "record" / "entries.jsonl").read_bytes() == old
    publisher.published("2026-02-03")
    assert b"Needed." not in (publisher.www / "subprocessors/cove/2026-02-02.json").read_bytes()


def killed_while_the_record_is_put_in_its_place(publisher, as_of, **environment):
    """Kills a job at each renaming; yields its number where some of the new record is in its place then."""
    before, sums = publisher.www.with_name("before"), publisher.www / "record/SHA256SUMS"
    shutil.copytree(publisher.www, before)
    old = read_tree(before).get("record/SHA256SUMS")
    for number in range(1, 100):
        shutil.rmtree(publisher.www)
        shutil.copytree(before, publisher.www)
        if publisher.publish(as_of, KILL_AT=str(number), **environment).returncode == 0:
            break
        # The first of them by its name.
        if sums.exists() and sums.read_bytes() != old:
            yield number
    else:
        pytest.fail("no job comes to its end")
    assert number > 6, "nothing was killed"


def test_a_job_that_is_killed_while_it_puts_the_record_in_its_place_is_made_whole_by_the_next(publisher):
    """File by file: what is of the new record and what of the old one is no record, and next.tar makes it one."""
    publisher.commit({COVE_FILE: cove("2026-02-02", "2026-02-20")})
    publisher.published("2026-02-02")
    publisher.commit({**erase(publisher, "2026-02-03"), DUNE_FILE: cove("2026-02-03", "2026-02-21", "Dune")})
    taken = 0
    for number in killed_while_the_record_is_put_in_its_place(publisher, "2026-02-03"):
        done = publisher.published("2026-02-03")
        taken += "What it was about to publish counts as published.\n" in done.stderr
        assert b"Needed." not in (publisher.www / "subprocessors/cove/2026-02-02.json").read_bytes(), number
        assert not (publisher.www / "next.tar").exists() and not list(publisher.www.rglob(".~tmp~")), number
    # Between the first and the last of the five files that the record has to be judged by, with the text that was erased.
    assert taken >= 4


def test_a_job_that_stops_behind_one_that_was_killed_is_made_whole_too(publisher):
    """What the first had not put in its place is made whole by the third, although the second altered none of it."""
    publisher.commit({COVE_FILE: cove("2026-02-02", "2026-02-20")})
    publisher.published("2026-02-02")
    publisher.commit({**erase(publisher, "2026-02-03"), DUNE_FILE: cove("2026-02-03", "2026-02-21", "Dune")})
    for _ in killed_while_the_record_is_put_in_its_place(publisher, "2026-02-03"):
        break
    assert publisher.publish("2026-02-03", FAIL_AT="5").returncode == 23
    publisher.published("2026-02-03")
    assert b"Needed." not in (publisher.www / "subprocessors/cove/2026-02-02.json").read_bytes()


def test_a_first_build_that_is_killed_while_it_puts_the_record_in_its_place(empty):
    taken = 0
    for number in killed_while_the_record_is_put_in_its_place(empty, "2026-02-01", FIRST_BUILD="yes"):
        done = empty.publish("2026-02-01")
        if done.returncode:
            # There is no checkpoint yet: to everybody nothing is published.
            assert "set FIRST_BUILD=yes for this one run" in done.stderr, done.stderr
            done = empty.published("2026-02-01", FIRST_BUILD="yes")
        taken += "What it was about to publish counts as published.\n" in done.stderr
        assert empty.trustpress("verify", empty.www).returncode == 0, number
    assert taken


def archive(folder, *options, **files):
    """A next.tar with some files."""
    write_site(files, folder / "own")
    ran(program("tar"), "--create", "--file", folder / "next.tar", "--directory", folder / "own", *options, *files)
    return (folder / "next.tar").read_bytes()


# rclone's words as rsync has them, for a store that is a folder.
RCLONE = """\
#!/bin/bash
for word; do
    case $word in
    copy | copyto | sync) ;;
    store:trust*) words+=("$STORE${word#store:trust}") ;;
    Public) words+=(Public/) ;;
    *) words+=("$word") ;;
    esac
done
exec rsync --recursive "${words[@]}"
"""


def test_the_lines_for_object_storage_keep_a_record_whole(publisher, tmp_path):
    """Those of docs/scale.md, stopped after each, and among the files of the record."""
    publisher.commit({COVE_FILE: cove("2026-02-02", "2026-02-20"), "Content/faq.md": "# Questions\n\nNone.\n"})
    publisher.published("2026-02-02")
    publisher.commit({**erase(publisher, "2026-02-03"), DUNE_FILE: cove("2026-02-03", "2026-02-21", "Dune"), "Content/faq.md": None})
    before = tmp_path / "before"
    shutil.copytree(publisher.www, before)
    assert publisher.job("fetch.sh", publisher.server.address(""), "previous", as_of="2026-02-03").returncode == 0
    built = publisher.trustpress(
        "build", "--site", publisher.clone, "--previous", publisher.clone / "previous", "--as-of", "2026-02-03",
        "--output", publisher.clone / "Public")
    assert built.returncode == 0, built.stderr
    (tmp_path / "bin" / "rclone").write_text(RCLONE)
    (tmp_path / "bin" / "rclone").chmod(0o755)
    manual = (REPOSITORY / "docs/scale.md").read_text()
    lines = re.findall(r"^```bash\n(.*?)^```", manual, re.MULTILINE | re.DOTALL)[0].replace("|\n", "|").splitlines()
    assert [line.split()[0] for line in lines] == ["send()", "cat", "send", "{", "rclone", "send", "send", "send"]

    def done(number):
        shutil.rmtree(publisher.www)
        shutil.copytree(before, publisher.www)
        ran("bash", "-ec", "\n".join(lines[:number]), cwd=publisher.clone, env={**publisher.environment, "STORE": str(publisher.www)})

    for number in range(2, len(lines) + 1):
        done(number)
        ran("sha256sum", "--check", "--quiet", "record/SHA256SUMS", cwd=publisher.www)
        fetched = publisher.job("fetch.sh", publisher.server.address(""), tmp_path / f"fetched{number}", as_of="2026-02-03")
        assert fetched.returncode == 0 and "two builds" not in fetched.stderr, fetched.stderr
    assert read_tree(publisher.www) == {
        path: content for path, content in read_tree(publisher.clone / "Public").items() if path != ".trustpress"
    }
    assert b"Needed." not in (publisher.www / "subprocessors/cove/2026-02-02.json").read_bytes()
    for name in ("SHA256SUMS", "checkpoint", "entries.jsonl"):
        done(5)
        shutil.copy(publisher.clone / "Public/record" / name, publisher.www / "record")
        fetched = publisher.job("fetch.sh", publisher.server.address(""), tmp_path / f"fetched-{name}", as_of="2026-02-03")
        assert fetched.returncode == 0 and fetched.stderr.startswith("The record there is of two builds"), fetched.stderr


def test_a_next_record_that_makes_nothing_whole_is_not_taken(publisher, tmp_path):
    altered = publisher.www / "terms/2026-01-05.md"
    altered.write_text("altered")
    (tmp_path / "link").mkdir()
    (tmp_path / "link/record").symlink_to(tmp_path)
    ran(program("tar"), "--create", "--file", tmp_path / "link.tar", "--directory", tmp_path / "link", "record")
    left = {
        "words": b"<html>Sorry</html>", "nothing": b"", "link": (tmp_path / "link.tar").read_bytes(),
        "files": archive(tmp_path, **{"as-of": "2026-02-09\n"}),
    }
    for name, content in left.items():
        (publisher.www / "next.tar").write_bytes(content)
        before = read_tree(publisher.www)
        done = publisher.publish("2026-02-02")
        assert done.returncode == 2 and "terms/2026-01-05.md" in done.stderr, name
        assert "is not what its record says" in done.stderr and "about to publish" not in done.stderr, name
        assert not publisher.sent() and read_tree(publisher.www) == before, name
        assert not (publisher.clone / "previous/record").is_symlink()


def test_a_disk_of_its_own_and_no_target_at_all(publisher):
    (publisher.www / "lost+found").mkdir()
    (publisher.www / "stray.txt").write_text("No build made it.")
    publisher.published("2026-02-02")
    assert (publisher.www / "lost+found").is_dir() and not (publisher.www / "stray.txt").exists()
    for arguments in (("", publisher.www), (publisher.server.address(""), "")):
        done = publisher.job("publish.sh", *arguments, as_of="2026-02-03")
        assert done.returncode != 0 and "is empty" in done.stderr and not publisher.sent()


@pytest.mark.parametrize("target", ["deploy@tidewater.example:", "deploy@tidewater.example:/", "/"])
def test_the_root_of_a_machine_is_no_target(publisher, target):
    """What no build made would be deleted there."""
    done = publisher.job("publish.sh", publisher.server.address(""), target, as_of="2026-02-03")
    assert (done.returncode, done.stderr) == (
        2, f"::error::TARGET, {target}, names no folder, and what no build made is deleted there. Write one behind it, as in "
        f"{target.rstrip('/')}/srv/trust.\n",
    )
    assert not publisher.sent()


def test_all_three_signatures(publisher, tmp_path):
    keys = Keys(tmp_path / "keys", publisher.trustpress, "tidewater.example/2026/record")
    publisher.commit({"Content/site.yaml": SMALL["Content/site.yaml"] + "record:\n  keys:\n" + "".join(f"    - {key}\n" for key in keys.listed("2026-02-01"))})
    signing = {"SIGN_KEY": str(keys.note_file), "MINISIGN_KEY": str(keys.minisign_file), "SSH_KEY": str(keys.ssh_file)}
    sums = publisher.www / "record" / "SHA256SUMS"
    for day in ("2026-02-02", "2026-02-03"):
        publisher.published(day, **signing)
        assert publisher.trustpress("verify", publisher.www, "--key", keys.note).returncode == 0
        ran("minisign", "-V", "-P", keys.minisign, "-m", sums)
        (tmp_path / "allowed").write_text(f"tidewater {keys.ssh}\n")
        with open(sums, encoding="utf-8") as signed:
            command = ["ssh-keygen", "-Y", "verify", "-f", tmp_path / "allowed", "-I", "tidewater", "-n", "file", "-s", f"{sums}.sig"]
            assert subprocess.run(command, stdin=signed, capture_output=True, check=False).returncode == 0
    # Who stops signing leaves no signature of yesterday.
    publisher.published("2026-02-04")
    assert sorted(path.name for path in sums.parent.iterdir()) == ["SHA256SUMS", "as-of", "checkpoint", "entries.jsonl", "index.html", "names.jsonl"]


def test_a_key_that_cannot_be_used_stops_the_job(publisher, tmp_path):
    """No older commit mends it, so none is tried, and nothing goes out unsigned."""
    publisher.commit({"Content/faq.md": "# Questions\n\nNone.\n"})
    done = publisher.publish("2026-02-02", SIGN_KEY=str(tmp_path / "none"))
    assert done.returncode == 2 and "does not pass" not in done.stderr
    done = publisher.publish("2026-02-02", MINISIGN_KEY=str(tmp_path / "none"))
    assert done.returncode != 0
    done = publisher.publish("2026-02-02", SSH_KEY=str(tmp_path / "none"))
    assert done.returncode != 0
    assert not publisher.sent() and publisher.as_of == "2026-02-01"


def test_a_key_that_main_says_has_ended_stops_the_job(publisher, tmp_path):
    """The commit before would sign with it all the same."""
    keys = Keys(tmp_path / "keys", publisher.trustpress, "tidewater.example/2026/record")
    for end in (None, "2026-02-02"):
        listed = f"record: {{keys: [{keys.listed('2026-02-01', end)[0]}]}}\n"
        publisher.commit({"Content/site.yaml": SMALL["Content/site.yaml"] + listed})
    done = publisher.publish("2026-02-03", SIGN_KEY=str(keys.note_file))
    assert done.returncode == 2 and "no longer, or not yet, among the keys in use" in done.stderr, done.stderr
    assert not publisher.sent() and publisher.as_of == "2026-02-01"


TOLD = "Content/terms/2026-03-20.md"
ATTRIBUTES = f"""\
{TOLD} export-subst ident
{COVE_FILE} export-ignore
Content/files/*.txt text eol=crlf
"""


def test_what_was_checked_is_published(publisher, tmp_path):
    """Attributes act at a checkout, which both jobs make, and nowhere else: none leaves a file out of one of the two."""
    text = "---\ntitle: Terms\nannounced: 2026-02-03\nsummary: Said $Format:%x79%x65%x73$.\n---\n\nUse [it](/files/list.txt), $Id$.\n"
    files = {COVE_FILE: cove("2026-02-03", "2026-02-20"), TOLD: text, "Content/files/list.txt": "a\nb\n"}
    publisher.branch("told", {**files, ".gitattributes": ATTRIBUTES})
    checked = tmp_path / "checked"
    publisher.git("clone", "--quiet", "--branch", "told", publisher.clone, checked)
    done = publisher.check("told", "2026-02-03")
    assert done.returncode == 0 and "Cove Mail" in publisher.changes, done.stderr
    publisher.merge("told")
    publisher.published("2026-02-03")
    assert (publisher.www / "subprocessors/cove").is_dir()
    assert (publisher.www / "files/list.txt").read_bytes() == (checked / "Content/files/list.txt").read_bytes() == b"a\r\nb\r\n"
    again = tmp_path / "again"
    assert publisher.trustpress("build", "--site", checked, "--previous", publisher.www, "--output", again, "--as-of", "2026-02-03").returncode == 0
    for path in ("terms/2026-03-20.md", "record/entries.jsonl"):
        assert (publisher.www / path).read_bytes() == (again / path).read_bytes()
    assert "$Format:%x79" in (again / "terms/2026-03-20/index.html").read_text() and "$Id: " in (again / "terms/2026-03-20.md").read_text()
    # The repository's own index and files are as they were.
    assert not publisher.git("status", "--porcelain")


def test_a_site_in_a_folder_of_its_repository(empty):
    (empty.clone / "site").mkdir()
    empty.git("mv", "Content", ".gitignore", "site/")
    empty.commit({}, "Move")
    empty.clone = empty.clone / "site"
    empty.published("2026-02-01", FIRST_BUILD="yes")
    empty.commit({COVE_FILE: cove("2026-02-03", "2026-02-20")})
    empty.published("2026-02-03")
    assert (empty.www / "subprocessors/cove").is_dir()


# Failing closed


def damage_nothing_there(www):
    shutil.rmtree(www / "record")


DAMAGES = {
    "no record": damage_nothing_there,
    "no checkpoint": lambda www: (www / "record/checkpoint").unlink(),
    "no as-of": lambda www: (www / "record/as-of").unlink(),
    "no entries": lambda www: (www / "record/entries.jsonl").unlink(),
    "a text missing": lambda www: (www / "terms/2026-01-05.md").unlink(),
    "a text altered": lambda www: (www / "terms/2026-01-05.md").write_text("altered"),
    "a change altered": lambda www: (www / "subprocessors/anchor/2026-01-05.json").write_text("{}"),
    "a page in place of the digests": lambda www: (www / "record/SHA256SUMS").write_text("<html>Sorry</html>\n"),
    "empty digests": lambda www: (www / "record/SHA256SUMS").write_text(""),
    "an empty checkpoint": lambda www: (www / "record/checkpoint").write_text(""),
    "an empty as-of": lambda www: (www / "record/as-of").write_text(""),
    "empty entries": lambda www: (www / "record/entries.jsonl").write_text(""),
    "an empty text": lambda www: (www / "terms/2026-01-05.md").write_text(""),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_where_the_published_record_cannot_be_had_nothing_is_sent(name, publisher):
    publisher.branch("faq", {"Content/faq.md": "# Questions\n\nNone.\n"})
    DAMAGES[name](publisher.www)
    before = read_tree(publisher.www)
    done = publisher.check("faq", "2026-02-02")
    assert done.returncode == 2 and "::error::" in done.stderr, done.stderr
    publisher.merge("faq")
    done = publisher.publish("2026-02-02")
    assert done.returncode == 2 and "::error::" in done.stderr, done.stderr
    assert not publisher.sent() and read_tree(publisher.www) == before


def test_what_was_tampered_with_is_made_again_from_the_sources(publisher, tmp_path):
    """The steps of docs/ci/README.md, "When the server was tampered with"."""
    before, kept = read_tree(publisher.www), tmp_path / "kept"
    kept.mkdir()
    for name in ("as-of", "checkpoint"):
        shutil.copy(publisher.www / "record" / name, kept)
    (publisher.www / "terms/2026-01-05.md").write_text("altered")
    done = publisher.publish("2026-02-02")
    assert done.returncode == 2 and 'ci/README.md says how, under "When the server was tampered with".' in done.stderr
    assert "## When the server was tampered with\n" in (CI / "README.md").read_text()
    again = tmp_path / "again"
    build = ("build", "--site", publisher.clone, "--previous", "none", "--output", again, "--as-of")
    assert publisher.trustpress(*build, (kept / "as-of").read_text().strip()).returncode == 0
    assert publisher.trustpress("verify", again, "--checkpoint", kept / "checkpoint").returncode == 0
    shutil.rmtree(publisher.www)
    shutil.copytree(again, publisher.www, ignore=lambda *_: [".trustpress"])
    assert read_tree(publisher.www) == before
    publisher.published("2026-02-02")


def test_a_server_that_is_down_is_not_published_to(publisher):
    publisher.server.process.kill()
    publisher.server.process.wait()
    before = read_tree(publisher.www)
    for done in (publisher.publish("2026-02-02"), publisher.job("check.sh", publisher.server.address(""), as_of="2026-02-02")):
        assert done.returncode == 2 and "cannot be had" in done.stderr, done.stderr
    assert not publisher.sent() and read_tree(publisher.www) == before


def test_main_that_is_broken_holds_up_nobodys_notice(publisher):
    publisher.commit({COVE_FILE: cove("2026-02-03", "2026-02-20")})
    good = publisher.git("rev-parse", "HEAD")
    publisher.commit({TERMS: SMALL[TERMS].replace("title:", "titel:")})
    bad = publisher.commit({"Content/faq.md": "# Questions\n\nNone.\n"})
    done = publisher.publish("2026-02-03")
    assert done.returncode == 1
    assert done.stderr.rstrip().endswith(f"::error::Commit {bad} does not pass; {good} is published in its place.")
    assert "titel" in done.stderr
    assert publisher.as_of == "2026-02-03" and (publisher.www / "notices/subprocessors-2026-02-03/index.html").is_file()
    assert not (publisher.www / "faq").exists()
    # And again the next night, until it is mended.
    assert publisher.publish("2026-02-04").returncode == 1 and publisher.as_of == "2026-02-04"
    publisher.commit({TERMS: SMALL[TERMS]})
    publisher.published("2026-02-05")
    assert (publisher.www / "faq").exists()


def without_content(publisher):
    publisher.git("mv", "Content", "Texts")


def content_is_a_file(publisher):
    publisher.git("rm", "--quiet", "-r", "Content")
    write_site({"Content": "Elsewhere.\n"}, publisher.clone)


def content_is_a_link(publisher):
    without_content(publisher)
    (publisher.clone / "Content").symlink_to("Texts")


@pytest.mark.parametrize("change", [without_content, content_is_a_file, content_is_a_link])
def test_main_without_its_folder_holds_up_nobodys_notice(change, publisher):
    publisher.commit({COVE_FILE: cove("2026-02-03", "2026-02-20")})
    good = publisher.git("rev-parse", "HEAD")
    change(publisher)
    bad = publisher.commit({})
    done = publisher.publish("2026-02-03")
    assert done.returncode == 1, done.stderr
    assert (f"Commit {bad} has no folder Content.\n" in done.stderr) == (change != content_is_a_link)
    assert done.stderr.endswith(f"::error::Commit {bad} does not pass; {good} is published in its place.\n")
    assert publisher.as_of == "2026-02-03" and (publisher.www / "notices/subprocessors-2026-02-03/index.html").is_file()


def test_a_first_build_is_of_the_newest_commit_or_of_none(empty):
    """Before it lies the starter, which passes with all of its blanks."""
    bad = empty.commit({TERMS: SMALL[TERMS].replace("title:", "titel:")})
    done = empty.publish("2026-02-01", FIRST_BUILD="yes")
    assert done.returncode == 1 and done.stderr.endswith(
        f"::error::Commit {bad} does not pass, and the first build is of no older one, so nothing is published.\n"
    ), done.stderr
    assert "titel" in done.stderr and not read_tree(empty.www)


def test_an_older_commit_may_not_drop_what_is_published(publisher):
    """Where the newest that passes alone lacks what was published since, nothing is published."""
    publisher.commit({COVE_FILE: cove("2026-02-03", "2026-02-20")})
    publisher.published("2026-02-03")
    publisher.commit({COVE_FILE: cove("2026-02-03", "2026-02-21")})
    publisher.git("commit", "--quiet", "--amend", "--message", "Only this")
    # A history that was rewritten: nothing before it has the notice.
    publisher.git("reset", "--quiet", "--soft", "HEAD~2")
    publisher.git("commit", "--quiet", "--message", "Squashed")
    before = read_tree(publisher.www)
    done = publisher.publish("2026-02-04")
    assert done.returncode == 1 and "::error::None of the newest 100 commits passes" in done.stderr
    assert not publisher.sent() and read_tree(publisher.www) == before


# Pull requests


def test_a_pull_request_says_what_it_publishes(publisher):
    publisher.branch("cove", {COVE_FILE: cove("2026-02-03", "2026-02-20")})
    done = publisher.check("cove", "2026-02-03")
    assert done.returncode == 0, done.stderr
    assert "subprocessors-2026-02-03" in publisher.changes and "Cove Mail" in publisher.changes
    assert "17 days are left until 20 February 2026" in publisher.changes
    assert "not published so" not in publisher.changes and not publisher.sent()


def test_a_pull_request_that_alters_what_is_published_is_refused(publisher):
    publisher.branch("tamper", {TERMS: SMALL[TERMS].replace("Use it well", "Use it ill")})
    done = publisher.check("tamper", "2026-02-03")
    assert done.returncode == 1
    assert re.search(rf"^::error file={re.escape(TERMS)},line=\d+.*published-text-changed", done.stderr, re.MULTILINE), done.stderr
    assert publisher.changes.endswith("**It is not published so: the check found errors.**\n")
    done = publisher.check("tamper", "2026-02-03", FORMAT="text")
    assert done.returncode == 1 and f"{TERMS}:" in done.stderr and "::error" not in done.stderr


def test_a_comment_of_an_earlier_run_is_not_told_again(publisher):
    publisher.branch("cove", {COVE_FILE: cove("2026-02-03", "2026-02-20")})
    assert publisher.check("cove", "2026-02-03").returncode == 0 and "Cove" in publisher.changes
    shutil.rmtree(publisher.www / "record")
    assert publisher.check("cove", "2026-02-03").returncode == 2
    assert not (publisher.clone / "changes.md").exists()


def test_two_that_pass_alone_and_not_together(publisher):
    """The merge queue runs the same check on main with what was merged meanwhile."""
    publisher.commit({"Content/faq.md": "# Questions\n\nNone.\n"})
    publisher.branch("drop", {"Content/faq.md": None})
    publisher.branch("link", {"Content/index.md": "# Tidewater\n\nSee [the questions](/faq/).\n"})
    assert publisher.check("drop", "2026-02-02").returncode == 0
    assert publisher.check("link", "2026-02-02").returncode == 0
    publisher.merge("drop")
    done = publisher.check("link", "2026-02-02")
    assert done.returncode == 1 and "::error file=Content/index.md,line=3" in done.stderr, done.stderr


def test_two_that_announce_something_for_one_minute(publisher):
    publisher.branch("cove", {COVE_FILE: cove("2026-02-10T09:00", "2026-02-25")})
    publisher.branch("dune", {DUNE_FILE: cove("2026-02-10T09:00", "2026-02-25", "Dune")})
    assert publisher.check("cove", "2026-02-09T12:00").returncode == 0
    assert publisher.check("dune", "2026-02-09T12:00").returncode == 0
    publisher.merge("cove")
    publisher.published("2026-02-10T10:00")
    done = publisher.check("dune", "2026-02-10T10:30")
    assert done.returncode == 1 and f"::error file={DUNE_FILE},line=6" in done.stderr and "backdated" in done.stderr, done.stderr
    # The second is told which line to write, and with it passes.
    line = re.search(r"recorded: \S+?(?=[,;%\s]|$)", done.stderr)
    assert line, done.stderr
    publisher.git("checkout", "--quiet", "dune")
    publisher.commit({DUNE_FILE: cove("2026-02-10T09:00", "2026-02-25", "Dune") + f"{line[0]}\n"})
    publisher.git("checkout", "--quiet", "main")
    done = publisher.check("dune", "2026-02-10T10:30")
    assert done.returncode == 0, done.stderr
    publisher.merge("dune")
    publisher.published("2026-02-10T11:00")


# The recipes themselves


def recipes():
    return sorted(CI.glob("*.yml"))


@pytest.mark.parametrize("recipe", recipes(), ids=lambda path: path.name)
def test_a_recipe_is_yaml_and_names_scripts_that_are_there(recipe):
    text = recipe.read_text()
    assert isinstance(yaml.safe_load(text), dict)
    scripts = set(re.findall(r"\bci/([\w.-]+\.sh)", text))
    assert scripts and all((CI / script).stat().st_mode & 0o111 for script in scripts)
    assert "swift" not in text and "make " not in text, "a run builds the program"


def steps(value):
    """Every text of a parsed recipe that a shell runs."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in ("run", "script", "before_script", "after_script"):
                yield "\n".join(inner) if isinstance(inner, list) else inner
            elif key != "with":  # what an action takes is its own
                yield from steps(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from steps(inner)


@pytest.mark.parametrize("recipe", recipes(), ids=lambda path: path.name)
def test_what_a_recipe_runs_is_sound(recipe, tmp_path):
    for number, step in enumerate(steps(yaml.safe_load(recipe.read_text()))):
        file = tmp_path / f"{number}.sh"
        file.write_text(f"#!/bin/bash\nset -e\n{step}\n")
        # Variables of the surroundings are not assigned there.
        ran(program("shellcheck"), "--exclude=SC2154", file)


def jobs(site):
    """By their names, what the jobs of a site's recipes run, with what they set for it."""
    found = {}
    for file in [*site.glob(".github/workflows/*.yml"), *site.glob(".gitlab-ci.yml")]:
        recipe = yaml.safe_load(file.read_text())
        for name in ("check", "publish"):
            job = recipe.get("jobs", recipe).get(name)
            if job:
                found[name] = ("\n".join(steps({**job, "after_script": []})), recipe.get("env") or recipe["variables"])
    return found


@pytest.mark.parametrize("signs", [False, True], ids=["unsigned", "signed"])
@pytest.mark.parametrize("host", ["github", "gitlab"])
def test_the_recipes_of_a_new_site_run_as_they_are_written(host, signs, empty, tmp_path):
    site = empty.clone = tmp_path / "site"
    name = "trust.tidewater.example"
    made = empty.trustpress("new", "site", site, "--organization", "Tidewater", "--domain", name, "--ci", host)
    assert made.returncode == 0, made.stderr
    surroundings = {**empty.environment, "RUNNER_TEMP": str(tmp_path), "GITHUB_WORKSPACE": str(site)}
    keys = {"DEPLOY_KEY": "", "KNOWN_HOSTS": "", "SIGN_KEY": "", "MINISIGN_KEY": ""}
    if signs:
        pairs = Keys(tmp_path / "keys", empty.trustpress, f"{name}/record")
        today = empty.trustpress("status", "--site", site, "--format", "json")
        with (site / "Content/site.yaml").open("a") as settings:
            settings.write(f"record: {{keys: [{', '.join(pairs.listed(json.loads(today.stdout)['as_of'][:10])[:2])}]}}\n")
        keys |= {"SIGN_KEY": str(pairs.note_file), "MINISIGN_KEY": str(pairs.minisign_file)}
    (tmp_path / "deploy").write_text("")
    keys["DEPLOY_KEY"] = str(tmp_path / "deploy")
    # GitLab gives the files of secrets, GitHub what stands in them.
    secrets = {"DEPLOY": "DEPLOY_KEY", "SIGN": "SIGN_KEY", "MINISIGN": "MINISIGN_KEY"}
    surroundings |= keys if host == "gitlab" else {
        f"{secret}_SECRET": pathlib.Path(keys[file]).read_text() if keys[file] else "" for secret, file in secrets.items()
    } | {"DEPLOY_HOST_KEY": ""}
    empty.git("init", "--quiet", "--initial-branch", "main")
    empty.commit({}, "Begin")

    def job(name, **more):
        commands, variables = jobs(site)[name]
        assert "SITE_URL" in variables and (name == "check" or "TARGET" in variables)
        own = {**variables, "SITE_URL": empty.server.address(""), "TARGET": str(empty.www)}
        return run("sh", "-e", "-c", commands, cwd=site, env={**surroundings, **own, **more})

    for done in (job("check", FIRST_BUILD="yes"), job("publish", FIRST_BUILD="yes"), job("publish"), job("check")):
        assert done.returncode == 0, done.stderr
    assert (empty.www / "record/SHA256SUMS.minisig").exists() == signs
    signature = (empty.www / "record/checkpoint").read_text().partition("\n\n")[2]
    assert bool(signature) == signs
    assert empty.trustpress("verify", empty.www).returncode == 0


# What the action gives to a script, with the comments that a pull request has, and what is done to them written down.
ACTION = """\
const rest = {issues: {
  listComments: 'listComments',
  createComment: async ({issue_number, body}) => console.log(`new on ${issue_number}: ${body}`),
  updateComment: async ({comment_id, body}) => console.log(`${comment_id}: ${body}`)}};
const github = {rest, paginate: async () => JSON.parse(process.argv[2])};
const context = {repo: {}, issue: {number: 7}};
(async () => {SCRIPT})();
"""


def test_the_comment_on_a_pull_request_is_its_own(tmp_path):
    """Each workflow comments as one bot, and what another one wrote stays."""
    job = yaml.safe_load((CI / "github-check.yml").read_text())["jobs"]["check"]
    (tmp_path / "comment.js").write_text(ACTION.replace("SCRIPT", job["steps"][-1]["with"]["script"]))
    (tmp_path / "changes.md").write_text("A new edition.\n")

    def said(*comments):
        listed = [{"id": number, "user": user and {"login": user}, "body": body} for number, (user, body) in enumerate(comments)]
        return ran(program("node"), "comment.js", json.dumps(listed), cwd=tmp_path).stdout

    bot = "github-actions[bot]"
    mark = "<!-- trustpress: what merging publishes -->\n"
    others = [(bot, "Tests pass."), ("jo", f"{mark}Quoted."), (None, None)]
    assert said(*others) == f"new on 7: {mark}A new edition.\n\n"
    assert said(*others, (bot, f"{mark}Nothing.")) == f"3: {mark}A new edition.\n\n"


def test_the_scripts_are_sound():
    ran(program("shellcheck"), *sorted(CI.glob("*.sh")))


def test_the_readme_names_what_is_there():
    linked = set(re.findall(r"\]\(([\w.-]+)\)", (CI / "README.md").read_text()))
    # The recipes stand elsewhere in a site, where the page is written too.
    assert linked == {path.name for path in CI.iterdir() if path.suffix == ".sh"}
