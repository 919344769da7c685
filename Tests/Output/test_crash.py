"""A build that is killed, that finds the disk full or the folder closed: no half site, no lost one."""

import os
import re
import shutil
import subprocess

import pytest

from worlds import SMALL, read_tree, write_site

AS_OF = "2026-03-01"
CALLS = "mkdir,mkdirat,rename,unlink,rmdir,write"
POINTS = 24


@pytest.fixture
def site(small, build, tmp_path):
    """A site that was built, and then changed: texts edited, a page gone, a page and an edition new."""
    write_site({"Content/faq.md": "# Questions\n\nNone yet.\n", "Content/old.md": "# Old\n\nGoes.\n"}, small)
    public = build(small, AS_OF, tmp_path / "Public")
    write_site({"CNAME": "trust.tidewater.example\n"}, public)
    (small / "Content" / "old.md").unlink()
    write_site(
        {
            "Content/faq.md": "# Questions\n\nOne.\n",
            "Content/new.md": "# New\n\nComes.\n",
            "Content/privacy/2026-04-01.md": "---\ntitle: Privacy\nannounced: 2026-03-01\nsummary: Less.\n---\n\n# Privacy\n\nNothing.\n",
        },
        small,
    )
    return small


@pytest.fixture
def public(tmp_path):
    return tmp_path / "Public"


@pytest.fixture
def wanted(site, build, tmp_path):
    """What the changed site is when it is built without trouble."""
    return read_tree(build(site, AS_OF, tmp_path / "Wanted"))


@pytest.fixture
def strace(trustpress, tool, site, public, tmp_path):
    """Builds the changed site under strace, which disturbs a system call."""

    def run(*options, calls=CALLS):
        # On one core the threads take turns: system calls are counted for each of them.
        command = [tool("taskset"), "-c", "0", tool("strace"), "-f", "-qq", "-o", tmp_path / "trace", "-e", f"trace={calls}", "-e", "signal=none", *options]
        return trustpress("build", "--site", site, "--as-of", AS_OF, "--output", public, before=map(str, command))

    return run


def test_a_killed_build_leaves_what_the_next_one_makes_whole(strace, site, build, public, wanted, tmp_path):
    kept = tmp_path / "kept"
    shutil.copytree(public, kept)
    old = read_tree(kept)
    assert strace().returncode == 0
    traced = re.findall(r"^(\d+) +(\w+)\(", (tmp_path / "trace").read_text(), re.MULTILINE)
    # Each thread's calls are counted apart; one writes the site.
    writer = next(thread for thread, call in traced if call == "rename")
    calls = [call for thread, call in traced if thread == writer]
    assert len(calls) > POINTS, "a build that changes something makes more system calls than that"
    seen = set()
    for point in range(0, len(calls), max(1, len(calls) // POINTS)):
        shutil.rmtree(public)
        shutil.copytree(kept, public)
        name, number = calls[point], calls[: point + 1].count(calls[point])
        done = strace("-e", f"inject={name}:signal=SIGKILL:when={number}")
        assert done.returncode in (-9, 137), f"{name} {number} did not kill it: {done.stderr}"
        where = f"killed at {name} {number}"
        after = read_tree(public)
        made = {path: content for path, content in after.items() if not path.startswith(".trustpress")}
        for path, content in made.items():
            assert content in (old.get(path), wanted.get(path)), f"{where}: {path} is neither the old nor the new one"
        for path in old.keys() & wanted.keys() - {".trustpress"}:
            assert path in made, f"{where}: {path} is gone"
        seen.add(frozenset(path for path, content in made.items() if content != old.get(path)))
        build(site, AS_OF, public)
        assert not [folder for folder, folders, files in os.walk(public) if not folders and not files], where
        healed = read_tree(public)
        assert healed.pop("CNAME") == b"trust.tidewater.example\n"
        assert healed == wanted, where
    assert len(seen) > 3, "no build was killed in the middle"


@pytest.mark.parametrize("call, error", [("write", "ENOSPC"), ("write", "EIO"), ("mkdir", "EACCES"), ("mkdir", "EROFS"), ("mkdir", "ENOSPC"), ("mkdirat", "ENOSPC")])
def test_a_build_that_cannot_write_is_2_and_leaves_the_old_site(call, error, strace, public):
    before = read_tree(public)
    # The first write of each build is of a new file beside the site; those to the terminal come after.
    done = strace("-e", f"inject={call}:error={error}:when=1", calls=call)
    assert done.returncode == 2, done.stderr
    assert len(done.stderr.splitlines()) == 1 and done.stderr.startswith("error: "), done.stderr
    assert read_tree(public) == before


@pytest.mark.parametrize("folder", ["privacy", "record", "feeds"])
def test_a_folder_that_may_not_be_written_is_2_and_leaves_the_old_site(folder, strace, public):
    before = read_tree(public)
    calls = "?access,?faccessat"
    done = strace("-P", public / folder, "-e", f"inject={calls}:error=EACCES", calls=calls)
    assert (done.returncode, done.stderr) == (2, f"error: {public / folder}: writing failed: Permission denied\n")
    assert read_tree(public) == before


def test_what_is_promised_comes_before_what_promises_it(strace, public, tmp_path):
    assert strace(calls="?rename,?renameat,?renameat2").returncode == 0
    trace = (tmp_path / "trace").read_text()
    moved = [path for path in re.findall(rf'"{re.escape(str(public))}/([^"]+)"[^"]*$', trace, re.MULTILINE)]
    # Whether anything can be moved into a folder is tried before, with what nothing moves.
    moved = [path for path in moved if not path.endswith("..")]
    assert moved[0] == moved[-1] == ".trustpress" and moved[-2] == "index.html"
    kinds = ["feeds", "record"]
    last = [path.split("/")[0] for path in moved[:-2] if path.split("/")[0] in kinds]
    assert last == sorted(last) and moved[-2 - len(last):-2] == [path for path in moved if path.split("/")[0] in kinds]
    assert set(last) == set(kinds) and "privacy/2026-04-01.md" in moved
    assert moved.index("privacy/2026-04-01.md") < moved.index("privacy/index.html")


def test_a_full_disk_is_2_and_leaves_the_old_site(small, trustpress, build, tmp_path):
    """On a real file system without room: the site fits once, and not twice."""
    disk = tmp_path / "disk"
    disk.mkdir()
    size = sum(len(content) + 4096 for content in read_tree(build(small, AS_OF, tmp_path / "elsewhere")).values())
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size + 65536}", "tmpfs", disk], capture_output=True, text=True, check=False
    )
    if mounted.returncode != 0:
        pytest.skip(f"no file system can be mounted here: {mounted.stderr}")
    try:
        build(small, AS_OF, disk / "Public")
        before = read_tree(disk / "Public")
        # Every page changes, and a large one comes.
        write_site({"Content/site.yaml": SMALL["Content/site.yaml"].replace("Tidewater", "Tidewater and Sons")}, small)
        write_site({"Content/faq.md": "# Questions\n\n" + "One more line of an answer.\n\n" * 9000}, small)
        done = trustpress("build", "--site", small, "--as-of", AS_OF, "--output", disk / "Public")
        assert done.returncode == 2, done.stdout + done.stderr
        assert len(done.stderr.splitlines()) == 1 and "No space left" in done.stderr, done.stderr
        assert read_tree(disk / "Public") == before
    finally:
        subprocess.run(["umount", disk], check=True)


@pytest.mark.parametrize("folder", ["feeds", "record", "privacy"])
def test_a_folder_that_is_a_mount_is_2_and_leaves_the_old_site(folder, site, public, trustpress, tmp_path):
    """Nothing is moved there in one step, be it a disk of its own or not: that is found before anything is moved."""
    before = read_tree(public)
    place = public / folder
    mounted = subprocess.run(["mount", "--bind", place, place], capture_output=True, text=True, check=False)
    if mounted.returncode != 0:
        pytest.skip(f"no file system can be mounted here: {mounted.stderr}")
    try:
        done = trustpress("build", "--site", site, "--as-of", AS_OF, "--output", public)
        why = "is a mount of its own, into which nothing can be moved in one step; mount the whole site instead"
        assert (done.returncode, done.stderr) == (2, f"error: {place}: {why}\n")
        assert read_tree(public) == before
    finally:
        subprocess.run(["umount", place], check=True)
    assert trustpress("build", "--site", site, "--as-of", AS_OF, "--output", public).returncode == 0
