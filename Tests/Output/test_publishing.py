"""What a build does to the output folder: it writes what changed, deletes what it made, and leaves all else alone."""

import concurrent.futures
import fcntl
import hashlib
import os
import pathlib
import shutil
import subprocess
import time

import pytest

from worlds import read_tree, times, write_site

AS_OF = "2026-02-01"
BROKEN = {"Content/terms/2026-01-05.md": "---\ntitel: Terms\n---\n\n# Terms\n"}


@pytest.fixture
def built(small, build, tmp_path):
    """A small site's output, which the test may change."""
    return build(small, AS_OF, tmp_path / "Public")


def test_a_build_that_fails_changes_nothing(small, built, trustpress):
    before, at = read_tree(built), times(built)
    write_site(BROKEN, small)
    done = trustpress("build", "--site", small, "--as-of", AS_OF, "--output", built)
    assert done.returncode == 1, done.stderr
    assert "titel" in done.stderr
    assert (read_tree(built), times(built)) == (before, at)


def test_a_first_build_that_fails_makes_no_folder(small, trustpress, tmp_path):
    write_site(BROKEN, small)
    assert trustpress("build", "--site", small, "--as-of", AS_OF, "--output", tmp_path / "New").returncode == 1
    assert not (tmp_path / "New").exists()


def test_check_writes_nothing(small, built, trustpress, tmp_path):
    before, at = read_tree(tmp_path), times(tmp_path)
    assert trustpress("check", "--site", small, "--as-of", AS_OF).returncode == 0
    write_site({"Content/index.md": "# Changed\n"}, small)
    before, at = read_tree(tmp_path), times(tmp_path)
    assert trustpress("check", "--site", small, "--as-of", AS_OF).returncode == 0
    assert (read_tree(tmp_path), times(tmp_path)) == (before, at)


def test_what_is_published_while_a_build_waits_is_not_undone(small, build, built, trustpress, tmp_path):
    """It was judged by what lay there before."""
    later = build(small, "2026-02-03", tmp_path / "Later")
    held = os.open(built, os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    with concurrent.futures.ThreadPoolExecutor() as pool:
        try:
            waiting = pool.submit(
                trustpress, "build", "--site", small, "--as-of", "2026-02-02", "--previous", built, "--output", built)
            place, end = f":{os.stat(built).st_ino} ", time.monotonic() + 60
            while not any("->" in lock and place in lock for lock in pathlib.Path("/proc/locks").read_text().splitlines()):
                assert time.monotonic() < end and not waiting.done(), "the build does not wait"
                time.sleep(0.01)
            shutil.copytree(later, built, dirs_exist_ok=True)
            before = read_tree(built)
        finally:
            os.close(held)
        done = waiting.result()
    assert done.returncode == 2 and done.stderr.endswith(
        f"error: {built}: was published anew while this build ran, which is not judged by that; run it again\n"), done.stderr
    assert read_tree(built) == before
    # Told again, it is judged by that.
    done = trustpress("build", "--site", small, "--as-of", "2026-02-02", "--previous", built, "--output", built)
    assert done.returncode == 1 and "[as-of-went-back]" in done.stderr, done.stderr


def test_what_is_no_longer_made_is_deleted(small, build, built):
    write_site({"Content/faq.md": "# Questions\n\nNone yet.\n"}, small)
    build(small, AS_OF, built)
    assert (built / "faq" / "index.html").is_file()
    (small / "Content" / "faq.md").unlink()
    build(small, AS_OF, built)
    assert not (built / "faq").exists()


def test_foreign_files_are_left_alone(small, build, built):
    foreign = {
        ".gitignore": "*\n", "CNAME": "trust.tidewater.example\n", "terms/notes.txt": "mine", "own/deep/page.html": "mine",
        "faq/mine.txt": "mine",
    }
    write_site(foreign, built)
    write_site({"Content/faq.md": "# Questions\n\nNone yet.\n"}, small)
    build(small, AS_OF, built)
    (small / "Content" / "faq.md").unlink()
    build(small, AS_OF, built)
    assert not (built / "faq" / "index.html").exists()
    for path, text in foreign.items():
        assert (built / path).read_text() == text, path


def test_a_file_that_somebody_changed_is_not_deleted(small, build, built):
    write_site({"Content/faq.md": "# Questions\n\nNone yet.\n"}, small)
    build(small, AS_OF, built)
    (built / "faq" / "index.html").write_text("changed by hand")
    (small / "Content" / "faq.md").unlink()
    build(small, AS_OF, built)
    assert (built / "faq" / "index.html").read_text() == "changed by hand"


def test_a_page_that_somebody_changed_or_deleted_is_made_anew(small, build, built):
    before = read_tree(built)
    (built / "terms" / "index.html").write_text("changed by hand")
    (built / "index.html").unlink()
    build(small, AS_OF, built)
    assert read_tree(built) == before


def listing(folder):
    """The list of the files that stand in an output folder, as older versions wrote it."""
    return "".join(f"{hashlib.sha256(content).hexdigest()}  {path}\n" for path, content in read_tree(folder).items() if path != ".trustpress")


@pytest.fixture
def xxh64(tool):
    """The digest of some bytes in today's list."""

    def digest(content):
        done = subprocess.run([tool("xxh64sum"), "-"], input=content, capture_output=True, check=True)
        return done.stdout.decode().split()[0]

    return digest


def test_the_list_of_files_made_is_true(built, tool):
    """Every file but the list itself is in it, and each digest is the file's."""
    listed = [line.split("  ", 1)[1] for line in (built / ".trustpress").read_text().splitlines()]
    assert listed == sorted(set(read_tree(built)) - {".trustpress"})
    done = subprocess.run([tool("xxh64sum"), "--check", "--strict", ".trustpress"], cwd=built, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_list_of_an_older_version_is_understood(small, build, built, tmp_path):
    """It holds SHA-256 digests: what it lists is replaced and deleted, and what was altered since is kept."""
    write_site({"Content/faq.md": "# Questions\n\nNone yet.\n", "Content/more.md": "# More\n\nWords.\n"}, small)
    build(small, AS_OF, built)
    (built / ".trustpress").write_text(listing(built))
    (built / "more" / "index.html").write_text("changed by hand")
    (small / "Content" / "faq.md").unlink()
    (small / "Content" / "more.md").unlink()
    build(small, AS_OF, built)
    assert not (built / "faq").exists()
    assert (built / "more" / "index.html").read_text() == "changed by hand"
    (built / "more" / "index.html").unlink()
    (built / "more").rmdir()
    assert read_tree(built) == read_tree(build(small, AS_OF, tmp_path / "Anew"))


@pytest.mark.parametrize("version", ["old", "new"])
@pytest.mark.parametrize("escape", ["../victim.txt", "sub/../../victim.txt", "ABSOLUTE", "link/victim.txt", "./../victim.txt"])
def test_a_forged_list_deletes_nothing_outside(escape, version, small, build, built, tmp_path, xxh64):
    """The list may come from a pull request, too: it is believed only for safe paths inside the folder."""
    victim = tmp_path / "victim.txt"
    victim.write_text("precious")
    (built / "link").symlink_to(tmp_path)
    path = str(victim) if escape == "ABSOLUTE" else escape
    digest = xxh64(b"precious") if version == "new" else hashlib.sha256(b"precious").hexdigest()
    listed = (built / ".trustpress").read_text() if version == "new" else listing(built)
    (built / ".trustpress").write_text(f"{digest}  {path}\n{listed}{digest}  {path}\n")
    build(small, AS_OF, built)
    assert victim.read_text() == "precious"


@pytest.mark.parametrize("damaged", ["", "\0\xff nonsense", "{", "../../etc\n" * 1000, "9" * 100000])
def test_a_damaged_list_does_no_harm(damaged, small, trustpress, built):
    before = read_tree(built)
    (built / ".trustpress").write_text(damaged)
    (built / "CNAME").write_text("mine")
    done = trustpress("build", "--site", small, "--as-of", AS_OF, "--output", built)
    assert done.returncode in (0, 2), done.stderr
    after = read_tree(built)
    assert after.pop("CNAME") == b"mine"
    assert {p: c for p, c in after.items() if p != ".trustpress"} == {p: c for p, c in before.items() if p != ".trustpress"}


def test_nothing_is_written_through_a_link(small, trustpress, built, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "index.html").write_text("precious")
    (built / "terms" / "index.html").unlink()
    for path in sorted((built / "terms").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    (built / "terms").rmdir()
    (built / "terms").symlink_to(outside)
    done = trustpress("build", "--site", small, "--as-of", AS_OF, "--output", built)
    assert done.returncode in (0, 2), done.stderr
    assert read_tree(outside) == {"index.html": b"precious"}


def test_a_file_that_is_a_link_is_not_written_through(small, trustpress, built, tmp_path):
    victim = tmp_path / "victim.html"
    victim.write_text("precious")
    (built / "terms" / "index.html").unlink()
    (built / "terms" / "index.html").symlink_to(victim)
    done = trustpress("build", "--site", small, "--as-of", AS_OF, "--output", built)
    assert done.returncode in (0, 2), done.stderr
    assert victim.read_text() == "precious"


def test_an_output_folder_that_is_a_link_keeps_what_is_in_it(small, trustpress, tmp_path):
    real = tmp_path / "real"
    write_site({"mine.txt": "mine"}, real)
    (tmp_path / "Link").symlink_to(real)
    done = trustpress("build", "--site", small, "--as-of", AS_OF, "--output", tmp_path / "Link")
    assert done.returncode in (0, 2), done.stderr
    assert (real / "mine.txt").read_text() == "mine"
    assert (tmp_path / "Link").is_symlink()
    if done.returncode == 2:
        assert len(done.stderr.strip().splitlines()) <= 3
        assert read_tree(real) == {"mine.txt": b"mine"}


@pytest.mark.parametrize("output", ["Content", ".", "Content/terms", "Templates"])
def test_the_sources_are_no_output_folder(output, small, trustpress):
    before = read_tree(small)
    done = trustpress("build", "--site", small, "--as-of", AS_OF, "--output", small / output)
    assert done.returncode in (2, 64), f"gave {done.returncode}: {done.stderr}"
    assert read_tree(small) == before


def test_an_output_that_cannot_be_written_is_2(small, trustpress, tmp_path):
    (tmp_path / "file").write_text("precious")
    done = trustpress("build", "--site", small, "--as-of", AS_OF, "--output", tmp_path / "file")
    assert done.returncode == 2, done.stderr
    assert (tmp_path / "file").read_text() == "precious"
    assert trustpress("build", "--site", small, "--as-of", AS_OF, "--output", "/proc/nowhere").returncode == 2


def test_a_folder_where_a_file_should_be_is_2_and_stays(small, trustpress, built):
    (built / "index.html").unlink()
    write_site({"index.html/mine.txt": "mine"}, built)
    done = trustpress("build", "--site", small, "--as-of", AS_OF, "--output", built)
    assert done.returncode == 2, done.stderr
    assert (built / "index.html" / "mine.txt").read_text() == "mine"


@pytest.mark.parametrize("link", ["Content/terms/2026-01-20.md", "Content/files/passwd.txt", "Content/secret.md", "Content/more"])
def test_links_in_the_sources_are_refused(link, small, trustpress, tmp_path):
    (tmp_path / "secret.md").write_text("# zqsecret\n")
    (small / link).parent.mkdir(exist_ok=True)
    (small / link).symlink_to(tmp_path if link.endswith("more") else tmp_path / "secret.md")
    done = trustpress("build", "--site", small, "--as-of", AS_OF, "--output", tmp_path / "Public")
    assert done.returncode == 1, done.stderr
    assert "unsafe-path" in done.stderr
    assert "zqsecret" not in done.stdout + done.stderr
    assert not (tmp_path / "Public").exists()


def test_a_deadly_name_in_the_sources_is_refused(small, trustpress, tmp_path):
    os.mkfifo(small / "Content" / "pipe.md")
    done = trustpress("build", "--site", small, "--as-of", AS_OF, "--output", tmp_path / "Public")
    assert done.returncode in (1, 2), done.stderr


def test_a_foreign_file_where_a_page_belongs_is_2_and_stays(small, trustpress, tmp_path):
    write_site({"terms/index.html": "mine"}, tmp_path / "Public")
    done = trustpress("build", "--site", small, "--as-of", AS_OF, "--output", tmp_path / "Public")
    assert done.returncode == 2, done.stderr
    assert read_tree(tmp_path / "Public") == {"terms/index.html": b"mine"}
