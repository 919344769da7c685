"""What lies in a site's folder and is no text of it: giants, pipes, sockets, devices, links; and an output that hits it."""

import os
import re
import resource
import socket

import pytest

from worlds import SMALL, read_tree, write_site

AS_OF = "2026-02-01"
GIANT = 50 * 2**30
LINKED = {
    "Content/privacy/2026-01-05.md": SMALL["Content/privacy/2026-01-05.md"].replace("little.", "little: [it](/files/dpa.pdf)."),
    "Content/files/dpa.pdf": "%PDF",
}


def sparse(path, size=GIANT):
    """A file of a size that takes no room on the disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as file:
        file.truncate(size)


@pytest.fixture
def bounded(trustpress):
    """Runs a command with six gigabytes of addresses: who reads a giant dies."""
    limit = 6_000_000 * 1024

    def run(*words):
        return trustpress(*words, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)))

    return run


PLACES = [
    "Content/site.yaml", "Content/index.md", "Content/privacy/2026-01-05.md", "Content/privacy/2026-04-01.md",
    "Content/subprocessors/providers/anchor.yaml", "Content/certifications/iso.yaml", "Content/files/dpa.pdf", "Content/files/other.pdf",
    "Templates/page.mustache", "Templates/assets/site.css", "Templates/strings/en.yaml",
]


@pytest.mark.parametrize("place", PLACES)
def test_a_giant_in_the_sources_is_a_finding(place, small, bounded):
    write_site(LINKED, small)
    sparse(small / place)
    done = bounded("check", "--site", small, "--as-of", AS_OF)
    assert done.returncode == 1, done.stderr
    assert re.search(rf"^{place}:1:1: error: this file has 53687091200 bytes, and \d+ [KM]iB \(\d+ bytes\) is the most \[file-too-large\]$", done.stderr, re.M), done.stderr
    assert "broken-link" not in done.stderr


def test_what_is_not_read_may_be_of_any_size(small, bounded):
    """It is named for being none of a site's files, or passed over."""
    sparse(small / "Content/backup.tar")
    sparse(small / "Content/.cache")
    sparse(small / "elsewhere.md")
    done = bounded("check", "--site", small, "--as-of", AS_OF)
    assert done.returncode == 1 and done.stderr.count("error:") == 1 and "Content/backup.tar" in done.stderr, done.stderr


def test_a_file_that_texts_link_to_has_its_bound(small, bounded):
    write_site(LINKED, small)
    sparse(small / "Content/files/dpa.pdf", 100 * 2**20)
    assert bounded("check", "--site", small, "--as-of", AS_OF).returncode == 0
    sparse(small / "Content/files/dpa.pdf", 100 * 2**20 + 1)
    done = bounded("check", "--site", small, "--as-of", AS_OF)
    assert done.returncode == 1 and "104857601 bytes, and 100 MiB (104857600 bytes) is the most [file-too-large]" in done.stderr


@pytest.mark.parametrize("file", ["record/entries.jsonl", "record/checkpoint", "record/as-of", "record/SHA256SUMS", "privacy/2026-01-05.md", "index.html", ".trustpress"])
@pytest.mark.parametrize("command", ["verify", "previous", "build"])
def test_a_giant_in_an_earlier_build(file, command, small, build, bounded, tmp_path):
    public = build(small, AS_OF, tmp_path / "Public")
    sparse(public / file)
    site = ("--site", small, "--as-of", AS_OF)
    words = {"verify": ["verify", public], "previous": ["check", *site, "--previous", public], "build": ["build", *site, "--output", public]}[command]
    done = bounded(*words)
    assert done.returncode in (0, 1, 2), f"{done.returncode}: {done.stderr}"
    assert len(done.stderr.splitlines()) <= 4, done.stderr
    if done.returncode == 2:
        assert re.match(rf"error: \S*{re.escape(file)}: ", done.stderr), done.stderr


@pytest.mark.parametrize("option", ["--sign-key", "--previous"])
def test_a_giant_that_an_option_names(option, small, bounded, tmp_path):
    sparse(tmp_path / "giant")
    (tmp_path / "giant").chmod(0o600)
    done = bounded("build", "--site", small, "--as-of", AS_OF, option, tmp_path / "giant")
    assert done.returncode == 2 and len(done.stderr.splitlines()) == 1, done.stderr


def make(kind, path):
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists():
        path.unlink()
    if kind == "named pipe":
        os.mkfifo(path)
    elif kind == "socket":
        here = os.getcwd()
        os.chdir(path.parent)
        try:
            socket.socket(socket.AF_UNIX).bind(path.name)
        finally:
            os.chdir(here)
    elif kind == "device":
        os.mknod(path, 0o600 | 0o020000, os.makedev(1, 5))
    else:
        path.symlink_to("/etc/passwd")


@pytest.mark.parametrize("kind", ["named pipe", "socket", "device", "link"])
@pytest.mark.parametrize("place", ["Content/site.yaml", "Content/index.md", "Content/privacy/2026-01-05.md", "Content/files/dpa.pdf", "Templates/page.mustache", "Content/terms/x"])
def test_what_is_no_file_is_called_what_it_is(kind, place, small, trustpress):
    """A pipe that is opened waits for ever; a device may do anything."""
    try:
        make(kind, small / place)
    except PermissionError as error:
        pytest.skip(f"no {kind} can be made here: {error}")
    done = trustpress("check", "--site", small, "--as-of", AS_OF)
    assert done.returncode == 1, done.stderr
    assert re.search(rf"^{place}:1:1: error: this is a {kind}, .*\[unsafe-path\]$", done.stderr, re.M), done.stderr


@pytest.mark.parametrize("file", ["record/entries.jsonl", "record/checkpoint", "index.html", ".trustpress", "privacy/2026-01-05.md"])
@pytest.mark.parametrize("command", ["verify", "check", "build"])
def test_a_pipe_in_an_earlier_build_is_never_opened(file, command, small, build, trustpress, tmp_path):
    public = build(small, AS_OF, tmp_path / "Public")
    make("named pipe", public / file)
    site = ("--site", small, "--as-of", AS_OF)
    words = {"verify": ["verify", public], "check": ["check", *site, "--previous", public], "build": ["build", *site, "--output", public]}[command]
    done = trustpress(*words)
    assert done.returncode in (0, 1, 2), done.stderr


def test_templates_as_a_file(small, trustpress):
    (small / "Templates").write_text("mine")
    done = trustpress("check", "--site", small, "--as-of", AS_OF)
    assert done.returncode == 1
    assert done.stderr == (
        "Templates:1:1: error: this is a file, and templates lie in a folder of this name [template]\n"
        "      | rename it, or put templates into a folder Templates\n"
    )


def test_content_as_a_file(tmp_path, trustpress):
    (tmp_path / "Content").write_text("mine")
    done = trustpress("check", "--site", tmp_path, "--as-of", AS_OF)
    assert done.returncode == 2 and "has no folder Content; say where the site is with --site" in done.stderr
    # No site can be started in a file.
    done = trustpress("check", "--site", tmp_path / "Content", "--as-of", AS_OF)
    said = "is a file; --site names the folder that holds Content/"
    assert (done.returncode, done.stderr) == (2, f"error: {tmp_path / 'Content'}: {said}\n")


def test_a_folder_that_is_no_site_shows_how_to_start_one(tmp_path, trustpress):
    done = trustpress("check", "--site", tmp_path)
    advice = "say where the site is with --site, or start one with trustpress "
    assert done.returncode == 2 and done.stderr.startswith(f"error: {tmp_path}: has no folder Content; {advice}")
    assert trustpress(*done.stderr.partition(advice)[2].split(), "--organization", "Tidewater").returncode == 0
    assert trustpress("check", "--site", tmp_path).returncode == 0
    # Who stands one folder too deep is told so, and not to start another site there.
    done = trustpress("check", "--site", tmp_path / "Content")
    assert (done.returncode, done.stderr) == (
        2,
        f"error: {tmp_path / 'Content'}: is the folder Content itself; go to the folder that holds it, or name that with --site\n",
    )
    (tmp_path / "Content/site.yaml").unlink()
    done = trustpress("check", "--site", tmp_path)
    assert done.returncode == 1 and done.stderr.startswith(
        "Content/site.yaml:1:1: error: this file is missing, which says whose site this is [missing-key]\n"
    )


@pytest.mark.parametrize("place", ["Content/index.md", "Content/privacy"])
def test_what_cannot_be_read_is_2(place, small, trustpress, tool):
    """Under strace, as the superuser may read everything."""
    refusing = ["-P", small / place, "-e", "trace=open,openat", "-e", "inject=open,openat:error=EACCES", "-e", "signal=none"]
    before = [tool("strace"), "-f", "-qq", "-o", "/dev/null", *refusing]
    done = trustpress("check", "--site", small, "--as-of", AS_OF, before=map(str, before))
    assert (done.returncode, done.stderr.count("\n")) == (2, 1) and place in done.stderr


OUTPUTS = {
    "Content itself": "site/Content", "a folder in it": "site/Content/out", "a deep one": "site/Content/a/b/c", "Templates to be": "site/Templates",
    "in another spelling": "site/content", "by way of": "site/Content/terms/../out", "the site": "site", "above it": ".",
    "a link to Content": "to-content", "a folder through a link": "to-content/out", "a link to the site": "to-site", "Content through a link": "to-site/Content/out",
    "through two links": "to-link/out", "up from what is not there": "nowhere/../site/Content/out", "up through a link": "to-terms/../out",
}


@pytest.mark.parametrize("output", OUTPUTS.values(), ids=OUTPUTS.keys())
def test_the_output_is_never_in_the_sources(output, small, trustpress, tmp_path):
    (tmp_path / "to-content").symlink_to(small / "Content")
    (tmp_path / "to-site").symlink_to(small)
    (tmp_path / "to-link").symlink_to("to-content")
    (tmp_path / "to-terms").symlink_to(small / "Content/terms")
    before = read_tree(tmp_path)
    done = trustpress("build", "--site", small, "--as-of", AS_OF, "--output", tmp_path / output)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
    assert read_tree(tmp_path) == before


def test_the_default_output_that_leads_into_the_sources(small, trustpress):
    (small / "Public").symlink_to("Content")
    before = read_tree(small)
    done = trustpress("build", "--site", small, "--as-of", AS_OF)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
    assert read_tree(small) == before


def test_an_output_beside_the_sources_passes(small, build, tmp_path):
    (tmp_path / "to-site").symlink_to(small)
    for output in (small / "Public", small / "Contents", tmp_path / "to-site" / "Out", tmp_path / "a" / "b"):
        build(small, AS_OF, output)


def test_a_contract_beside_the_list(small, build, trustpress, tmp_path):
    """A provider's links may be files of the site: published where a row that may be seen names them, and held where it is recorded."""
    row = "Content/subprocessors/providers/{}.yaml"
    keys = "entity: {0} Ltd\npurpose: Sends mail\ndata: [texts]\nlocations: [DE]\nannounced: {1}\neffective: {2}\nnote: Needed.\n"
    write_site({
        row.format("acorn"): "name: Acorn\nterms: /files/terms.pdf\nlinks: {dpa: /files/dpa.pdf, other: [{name: Annex, url: /files/annex.pdf}]}\n"
        + keys.format("Acorn", "2026-01-20", "2026-03-01"),
        row.format("birch"): "name: Birch\nlinks: {dpa: /files/later.pdf}\n" + keys.format("Birch", "2026-02-20", "2026-04-01"),
        **{f"Content/files/{name}.pdf": f"%PDF {name}" for name in ["terms", "dpa", "annex", "later", "other"]},
    }, small)
    public = build(small, AS_OF, tmp_path / "Public")
    assert sorted(path.name for path in (public / "files").iterdir()) == ["annex.pdf", "dpa.pdf", "terms.pdf"]
    page = (public / "subprocessors/acorn/index.html").read_text()
    for name in ["terms", "dpa", "annex"]:
        assert f'href="/files/{name}.pdf"' in page
    assert trustpress("verify", public).returncode == 0
    lines = [line for line in (public / "record/entries.jsonl").read_text().splitlines() if '"provider":"acorn"' in line]
    assert len(lines) == 1 and "/files/terms.pdf" in lines[0] and "/files/dpa.pdf" not in lines[0]
    (small / "Content/files/dpa.pdf").write_text("%PDF newer")
    assert trustpress("check", "--site", small, "--as-of", AS_OF, "--previous", public).returncode == 0
    (small / "Content/files/terms.pdf").write_text("%PDF newer")
    done = trustpress("check", "--site", small, "--as-of", AS_OF, "--previous", public)
    assert done.returncode == 1 and "Content/files/terms.pdf:1:1: error" in done.stderr and "[published-text-changed]" in done.stderr
    (small / "Content/files/annex.pdf").unlink()
    done = trustpress("check", "--site", small, "--as-of", AS_OF)
    assert "there is no file Content/files/annex.pdf [broken-link]" in done.stderr
