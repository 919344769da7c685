"""What counts as published: a git revision, the last commit, an earlier build, or nothing."""

import os
import re
import shutil

import pytest

from repositories import commit, git
from worlds import SMALL, write_site

AS_OF = "2026-02-01"
PRIVACY = "Content/privacy/2026-01-05.md"
OLD = SMALL[PRIVACY]
ALTERED = OLD.replace("We keep little.", "We keep everything.")
NEW = "---\ntitle: Privacy\nannounced: {announced}\nsummary: More.\n---\n\n# Privacy\n\n## 1. Data\n\n{text}\n"


@pytest.fixture
def repository(small):
    """The small site, published from a commit of its own."""
    git(small, "init", "-q", "-b", "main")
    write_site({".gitignore": "Public/\n"}, small)
    commit(small)
    return small


@pytest.fixture
def check(trustpress):
    """Checks a site: its exit status, and what it found as `severity id` of each place."""

    def run(site, *options, as_of=AS_OF, **more):
        done = trustpress("check", "--site", site, "--as-of", as_of, *options, **more)
        found = re.findall(r"^(\S+?):(\d+):\d+: (error|warning): .* \[([a-z-]+)\]$", done.stderr, re.MULTILINE)
        return done.returncode, [" ".join((severity, id, file)) for file, _, severity, id in found], done

    return run


def test_a_revision_forbids_what_alters_it(repository, check):
    write_site({PRIVACY: ALTERED}, repository)
    status, found, done = check(repository, "--previous", "git:main")
    assert (status, found) == (1, [f"error published-text-changed {PRIVACY}"])
    assert 'put back: "We keep little."' in done.stderr, "the text is there in git, so it is named"


def test_a_revision_with_an_error_is_no_state_to_go_back_to(repository, check):
    text = (repository / PRIVACY).read_text()
    write_site({PRIVACY: text.replace("title:", "titel:")}, repository)
    commit(repository, "A slip")
    write_site({PRIVACY: text}, repository)
    status, found, done = check(repository, "--previous", "git:HEAD")
    assert (status, found) == (1, [f"error published-text-changed {PRIVACY}"])
    assert "put back" not in done.stderr
    said = " ".join(done.stderr.replace("|", " ").split())
    assert "this is otherwise in the sources at HEAD, where the file has an error" in said
    assert '(line 2: "titel" is not a key of an edition)' in said
    assert "hold the site against what was published" in said
    assert check(repository, "--previous", "git:HEAD~1")[:2] == (0, [])


def test_the_last_commit_warns(repository, check):
    write_site({PRIVACY: ALTERED}, repository)
    assert check(repository)[:2] == (0, [f"warning published-text-changed {PRIVACY}"])
    assert check(repository, "--previous", "none")[:2] == (0, [])


def test_what_is_as_it_was_passes(repository, check):
    for option in ([], ["--previous", "git:HEAD"], ["--previous", "git:main@2026-01-20"], ["--previous", "none"]):
        assert check(repository, *option)[:2] == (0, []), option


def test_a_text_that_is_gone(repository, check):
    (repository / PRIVACY).unlink()
    (repository / "Content/privacy").rmdir()
    write_site({"Content/site.yaml": SMALL["Content/site.yaml"].replace("privacy, ", "")}, repository)
    status, found, _ = check(repository, "--previous", "git:HEAD")
    assert (status, found) == (1, [f"error published-text-missing {PRIVACY}"])


RENAMED = "renamed: [{from: 2026-01-20, contacts: {legal: law@tidewater.example}}]\n"


@pytest.mark.parametrize(
    ("old", "new", "place", "says", "write"),
    [
        ("privacy@tidewater", "dpo@tidewater", "2:59", "privacy@tidewater.example",
         "contacts: {privacy: dpo@tidewater.example}"),
        ("name: Tidewater", "name: Ebb", "1:22", "Tidewater", "organization: {name: Ebb}"),
        ("1 Quay", "2 Quay", "1:42", "1 Quay", "organization: {address: 2 Quay}"),
        ("language: en", "language: de", "5:11", "en", "language: de"),
        ("law@tidewater", "court@tidewater", "11:48", "law@tidewater.example",
         "contacts: {legal: court@tidewater.example}"),
    ],
)  # fmt: skip
def test_names_that_a_revision_has_otherwise(old, new, place, says, write, repository, check):
    site = SMALL["Content/site.yaml"].replace("{name: Tidewater}", "{name: Tidewater, address: 1 Quay}") + RENAMED
    write_site({"Content/site.yaml": site}, repository)
    commit(repository, "Named")
    write_site({"Content/site.yaml": site.replace(old, new)}, repository)
    status, found, done = check(repository, "--previous", "git:main")
    assert (status, found) == (1, ["error settings-changed Content/site.yaml"]), "one slip, one finding"
    said = " ".join(done.stderr.replace("|", " ").split())
    assert f'Content/site.yaml:{place}: error: what was told says "{says}" here [settings-changed]' in said
    assert f"put back {says}; for another from now on, add renamed: [{{from: {AS_OF}, {write}}}]" in said


def test_what_the_revision_lacks_is_not_before_the_day(repository, check):
    late = {"Content/privacy/2026-03-01.md": NEW.format(announced="2026-01-25", text="More.")}
    write_site(late, repository)
    status, found, done = check(repository, "--previous", "git:main")
    assert (status, found) == (1, ["error backdated Content/privacy/2026-03-01.md"])
    assert "is not in the sources at main" in done.stderr
    assert "write announced: 2026-02-01" in done.stderr
    assert check(repository, "--previous", "git:main@2026-01-20")[0] == 0, "it may have been announced since"
    assert check(repository)[:2] == (0, ["warning backdated Content/privacy/2026-03-01.md"])


TERMS = "---\ntitle: Terms\nannounced: {announced}\nsummary: More.\n---\n\n# Terms\n\n## 1. Use\n\nUse it better.\n"


@pytest.mark.parametrize("path, announced, option, as_of, write", [
    # A notice that is closed, and the ids of its day.
    ("privacy", "2026-02-01", "git:main", "2026-02-01", "2026-02-01T09:01"),
    ("privacy", "2026-02-01T08:00", "git:main", "2026-02-01", "2026-02-01T09:01"),
    ("privacy", "2026-02-01T08:00", "git:main@2026-02-01T10:00", "2026-02-01T11:00", "2026-02-01T11:00"),
    ("privacy", "2026-02-01T09:01", "git:main", "2026-02-01", None),
    ("privacy", "2026-02-01T08:00", "git:main@2026-01-30", "2026-02-01T11:00", None),
    # Another document may be published later: only the day counts.
    ("terms", "2026-02-01", "git:main", "2026-02-01", None),
    ("terms", "2026-02-01T08:00", "git:main", "2026-02-01T11:00", None),
    ("terms", "2026-02-01T08:00", "git:main@2026-02-01T10:00", "2026-02-01T11:00", None),
    ("terms", "2026-02-01T10:30", "git:main@2026-02-01T10:00", "2026-02-01T11:00", None),
])
def test_what_the_revision_lacks_is_not_before_what_it_announced_that_day(
        path, announced, option, as_of, write, repository, check):
    """What the help says to write does."""
    write_site({"Content/privacy/2026-03-01.md": NEW.format(announced="2026-02-01T09:00", text="More.")}, repository)
    commit(repository)
    new = f"Content/{path}/2026-03-10.md"
    text = {"privacy": NEW.replace("{text}", "All."), "terms": TERMS}[path]
    write_site({new: text.format(announced=announced)}, repository)
    _, found, done = check(repository, "--previous", option, as_of=as_of)
    assert (f"error backdated {new}" in found) == bool(write), done.stderr
    if write:
        assert f"write announced: {write};" in " ".join(done.stderr.split())
        write_site({new: text.format(announced=write)}, repository)
        assert check(repository, "--previous", option, as_of=as_of)[:2] == (0, [])


def test_of_two_announcements_of_a_day_the_second_is_given_a_time(repository, check):
    write_site({"Content/privacy/2026-03-01.md": NEW.format(announced="2026-02-01", text="More.")}, repository)
    commit(repository)
    new = {"Content/privacy/2026-03-10.md": NEW.format(announced="2026-02-01", text="All.")}
    write_site(new, repository)
    status, found, done = check(repository, "--previous", "git:main")
    assert (status, found) == (1, ["error backdated Content/privacy/2026-03-10.md"])
    assert "write announced: 2026-02-01T12:00;" in " ".join(done.stderr.split())
    write_site({path: text.replace("announced: 2026-02-01", "announced: 2026-02-01T12:00") for path, text in new.items()}, repository)
    assert check(repository, "--previous", "git:main")[:2] == (0, [])


def test_notice_counts_from_the_as_of_day(repository, check):
    """Announced after the baseline and first built later: nobody could read it before."""
    short = {"Content/privacy/2026-02-08.md": NEW.format(announced="2026-01-25", text="More.")}
    write_site(short, repository)
    status, found, done = check(repository, "--previous", "git:main@2026-01-20")
    assert (status, found) == (1, ["error notice-too-short Content/privacy/2026-02-08.md"])
    assert "2026-02-12" in done.stderr


def test_what_is_embargoed_in_the_revision_may_change(repository, check):
    coming = "Content/privacy/2026-04-01.md"
    write_site({coming: NEW.format(announced="2026-03-01", text="More.")}, repository)
    commit(repository)
    write_site({coming: NEW.format(announced="2026-03-01", text="Less.")}, repository)
    assert check(repository, "--previous", "git:main")[:2] == (0, [])
    assert check(repository, "--previous", "git:main", as_of="2026-03-01")[:2] == (1, [f"error published-text-changed {coming}"])


def test_an_as_of_that_goes_back(repository, check):
    status, found, _ = check(repository, "--previous", "git:main@2026-02-02")
    assert (status, found) == (1, ["error as-of-went-back record/as-of"])


@pytest.mark.parametrize("announced, status", [("2026-01-20", 1), ("2026-02-01", 1)])
def test_a_new_text_is_judged_whatever_its_day(announced, status, repository, check):
    """A placeholder in a text that the baseline does not hold is an error, backdated or not."""
    write_site({"Content/privacy/2026-03-01.md": NEW.format(announced=announced, text="TODO")}, repository)
    for option in ([], ["--previous", "git:main"]):
        done = check(repository, *option)
        assert done[0] == status and "error placeholder Content/privacy/2026-03-01.md" in done[1], option


def test_a_committed_text_of_today_is_not_published_by_being_committed(repository, check):
    write_site({"Content/privacy/2026-03-01.md": NEW.format(announced=AS_OF, text="TODO")}, repository)
    commit(repository)
    assert check(repository)[:2] == (1, ["error placeholder Content/privacy/2026-03-01.md"])


def test_an_old_text_is_warned_of(repository, check):
    write_site({PRIVACY: OLD.replace("little", "TODO")}, repository)
    commit(repository)
    for option in ([], ["--previous", "git:main"], ["--previous", "none"]):
        assert check(repository, *option)[:2] == (0, [f"warning placeholder {PRIVACY}"]), option


def test_a_site_in_a_subfolder(tmp_path, check):
    site = write_site(SMALL, tmp_path / "sites" / "trust center")
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path)
    write_site({PRIVACY: ALTERED}, site)
    assert check(site, "--previous", "git:main")[0] == 1
    assert check(".", "--previous", "git:main", cwd=site)[0] == 1
    (tmp_path / "alias").symlink_to(site)
    assert check(tmp_path / "alias", "--previous", "git:main")[0] == 1


def test_a_linked_worktree_a_shallow_clone_and_a_submodule(repository, check, tmp_path):
    git(repository, "worktree", "add", "-q", "--detach", tmp_path / "tree")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repository}", "shallow")
    other = tmp_path / "other"
    other.mkdir()
    git(other, "init", "-q", "-b", "main")
    git(other, "submodule", "add", "-q", repository, "trust")
    for site in (tmp_path / "tree", tmp_path / "shallow", other / "trust"):
        write_site({PRIVACY: ALTERED}, site)
        assert check(site, "--previous", "git:HEAD")[0] == 1, site
    status, _, done = check(tmp_path / "shallow", "--previous", "git:HEAD~1")
    assert (status, done.stderr.count("\n")) == (2, 1), done.stderr


@pytest.mark.parametrize("name", ["no-such-branch", "HEAD~99", "--output=/tmp/x", "-h", "main:Content", "HEAD^{tree}", "main\nHEAD", "a b"])
def test_a_name_that_means_no_commit_is_2(name, repository, check):
    status, found, done = check(repository, "--previous", f"git:{name}")
    assert (status, found) == (2, []), done.stderr
    assert done.stderr.startswith(f"error: --previous git:{name.splitlines()[0]}") and "names no commit here" in done.stderr
    assert not done.stdout


def test_a_name_that_several_have_is_2(repository, check):
    """Git would take a tag for the branch that CI names, and whoever can push the source can push a tag."""
    git(repository, "update-ref", "refs/remotes/origin/main", "HEAD")
    short = git(repository, "rev-parse", "--short", "HEAD")
    write_site({PRIVACY: ALTERED}, repository)
    commit(repository, "Everything")
    for name in ("main", "origin/main", short, f"main-1-g{short}", "refs/remotes/origin/none"):
        git(repository, "update-ref", f"refs/tags/{name}", "HEAD")
    for name, words in {
        "origin/main": "refs/tags/origin/main and refs/remotes/origin/main by this name; write refs/remotes/origin/main",
        "origin/main~0": "refs/tags/origin/main and refs/remotes/origin/main by this name; write refs/remotes/origin/main",
        "main": "refs/tags/main and refs/heads/main by this name; write refs/heads/main",
        short: f"refs/tags/{short} by this name, and an id that begins so; write refs/tags/{short}, or the whole id",
        f"main-1-g{short}": f"refs/tags/main-1-g{short} by this name, and an id that begins so; "
        f"write refs/tags/main-1-g{short}, or the whole id",
    }.items():
        status, found, done = check(repository, "--previous", f"git:{name}")
        assert (status, found, done.stdout) == (2, [], ""), done.stderr
        assert done.stderr == f"error: --previous git:{name}: git finds {words}\n"
    for name in ("refs/remotes/origin/main", "HEAD~1", git(repository, "rev-parse", "HEAD~1")):
        assert check(repository, "--previous", f"git:{name}")[:2] == (1, [f"error published-text-changed {PRIVACY}"]), name
    # Of a whole name no other one is the end.
    status, _, done = check(repository, "--previous", "git:refs/remotes/origin/none")
    assert status == 2 and "it names no commit here" in done.stderr, done.stderr


def test_what_a_clone_lacks_is_said_with_what_gets_it(repository, check, tmp_path):
    write_site({PRIVACY: ALTERED}, repository)
    commit(repository, "Another")
    git(repository, "config", "uploadpack.allowFilter", "true")

    def told(site, name):
        status, found, done = check(site, "--previous", f"git:{name}")
        assert (status, found, done.stdout) == (2, [], "")
        return done.stderr.removeprefix(f"error: --previous git:{name}: ")

    git(tmp_path, "clone", "-q", "--filter=blob:none", f"file://{repository}", "partial")
    assert told(tmp_path / "partial", "HEAD~1") == (
        "git does not have all files of this commit here; this clone is partial: git fetch --refetch --no-filter gets them, "
        "or a clone without --filter\n")
    git(tmp_path / "partial", "fetch", "-q", "--refetch", "--no-filter")
    assert check(tmp_path / "partial", "--previous", "git:HEAD~1")[0] == 1
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repository}", "shallow")
    assert told(tmp_path / "shallow", "HEAD~1") == (
        "it names no commit here, or several; this clone is shallow: git fetch --unshallow gets older commits, and fetch-depth: 0 "
        "of actions/checkout all of them, with branches as git:origin/main\n")
    git(tmp_path / "shallow", "checkout", "-q", "--detach")
    git(tmp_path / "shallow", "branch", "-q", "-D", "main")
    assert told(tmp_path / "shallow", "main") == "it names no commit here, or several; there is git:origin/main\n"
    assert told(repository, "@{u}") == (
        "it names no commit here, or several; git log says which there are, and git fetch gets what is not here\n")


@pytest.mark.parametrize("option", ["git:", "git:@2026-01-20", "git:main@2026-02-30", "git:main@2026-1-3"])
def test_wrong_usage_is_64(option, repository, check):
    status, _, done = check(repository, "--previous", option)
    assert status == 64, done.stderr


def test_what_is_neither_a_folder_nor_a_revision_is_told_apart(repository, check):
    status, _, done = check(repository, "--previous", "main")
    assert (status, done.stderr) == (
        2, "error: main: is not there; --previous takes the folder of an earlier build, or its record/, and a revision with git: "
        "before its name\n")
    status, _, done = check(repository, "--previous", "https://trust.tidewater.example")
    assert status == 64 and done.stderr.startswith(
        "Error: --previous takes no address; ci/fetch.sh, which trustpress new site writes, downloads what is published at one into "
        "a folder\n"), done.stderr


def compared(site, trustpress, **options):
    """What a run says that it compared the site with."""
    done = trustpress("check", "--site", site, "--as-of", AS_OF, **options)
    return done.stdout.rstrip("\n").split(", compared with ")[1]


def test_a_last_commit_that_cannot_be_read_is_said(repository, check, trustpress):
    """Nothing is judged by it then, and the run says so and why."""
    assert compared(repository, trustpress) == "the last commit"
    write_site({"Content/site.yaml": "- no\n- keys\n"}, repository)
    commit(repository, "Broken")
    write_site(SMALL, repository)
    assert compared(repository, trustpress) == "nothing published; the last commit cannot be read: its Content/site.yaml has errors"
    head = git(repository, "rev-parse", "HEAD")
    (repository / ".git" / "objects" / head[:2] / head[2:]).unlink()
    gone = "git does not find it here; git fsck says what is wrong with this repository"
    assert compared(repository, trustpress) == f"nothing published; the last commit cannot be read: {gone}"
    (repository / ".git" / "HEAD").write_text("nonsense\n")
    broken = "git cannot read this repository; git fsck says what is wrong with it"
    assert compared(repository, trustpress) == f"nothing published; the last commit cannot be read: {broken}"


@pytest.mark.parametrize("path", ["Content", "Content/privacy"])
@pytest.mark.parametrize("place", ["", "site/"])
def test_a_submodule_is_not_looked_into_and_that_is_said(path, place, small, check, trustpress, tmp_path):
    """Its texts are in no commit of the repository around it, so that nothing would be held against them."""
    whole = tmp_path / "whole"
    site = whole / place
    shutil.copytree(small, site)
    git(site / path, "init", "-q", "-b", "main")
    commit(site / path)
    git(whole, "init", "-q", "-b", "main")
    commit(whole)
    assert git(whole, "ls-files", "--stage", place + path).startswith("160000 ")
    reason = f"git does not look into {place}{path}, which is a submodule; --previous takes the folder of an earlier build"
    assert compared(site, trustpress) == f"nothing published; the last commit cannot be read: {reason}"
    status, _, done = check(site, "--previous", "git:HEAD")
    assert (status, done.stderr) == (2, f"error: --previous git:HEAD: {reason}\n")
    assert check(site, "--previous", "none")[0] == 0


def with_submodule(repository, path):
    """Commits a folder with a picture as a submodule, which a fresh clone does not check out."""
    write_site({f"{path}/harbour.png": "a picture\n"}, repository)
    git(repository / path, "init", "-q", "-b", "main")
    commit(repository / path)
    commit(repository)
    assert git(repository, "ls-files", "--stage", path).startswith("160000 ")
    shutil.rmtree(repository / path)


@pytest.mark.parametrize("path", ["Content/assets", "Content/.cache", "Content/privacy/pictures", "Content/files/pictures"])
def test_a_submodule_that_holds_no_text_and_no_row_is_passed_over(path, repository, check, trustpress):
    with_submodule(repository, path)
    assert check(repository, "--previous", "git:HEAD")[:2] == (0, [])
    assert compared(repository, trustpress) == "the last commit"
    write_site({PRIVACY: ALTERED}, repository)
    assert check(repository, "--previous", "git:HEAD")[:2] == (1, [f"error published-text-changed {PRIVACY}"])


def test_a_submodule_with_a_file_that_a_text_names_is_said(repository, check, trustpress):
    """The digest of the file is in the text's line, and the file is in no commit of this repository."""
    write_site({PRIVACY: SMALL[PRIVACY] + "\nSee [the harbour](/files/pictures/harbour.png).\n"}, repository)
    with_submodule(repository, "Content/files/pictures")
    write_site({"Content/files/pictures/harbour.png": "a picture\n"}, repository)
    status, _, done = check(repository, "--previous", "git:HEAD")
    reason = (
        "is a submodule in {}, and a text there names /files/pictures/harbour.png, which lies in it; "
        "--previous takes the folder of an earlier build"
    )
    assert (status, done.stderr) == (2, f"error: Content/files/pictures: {reason.format('the sources at HEAD')}\n")
    assert compared(repository, trustpress) == (
        f"nothing published; the last commit cannot be read: Content/files/pictures {reason.format('the last commit')}"
    )
    assert check(repository, "--previous", "none")[0] == 0


def test_no_git_no_commit_and_no_checkout(small, check, trustpress, tmp_path):
    """Where nobody asked for git, its absence is no trouble; where somebody did, it is one line and status 2."""
    status, _, done = check(small, "--previous", "git:main")
    assert (status, done.stderr) == (2, f"error: --previous git:main: {small} lies in no git checkout\n")
    status, _, done = check(".", "--previous", "git:main", cwd=small)
    assert (status, done.stderr) == (2, "error: --previous git:main: this folder lies in no git checkout\n")
    git(small, "init", "-q", "-b", "main")
    assert check(small)[:2] == (0, [])
    assert check(small, "--previous", "git:HEAD")[0] == 2
    commit(small)
    bare = {**os.environ, "PATH": str(tmp_path)}
    assert check(small, env=bare)[:2] == (0, [])
    assert compared(small, trustpress, env=bare) == "nothing published; the last commit cannot be read: there is no program git"
    status, _, done = check(small, "--previous", "git:HEAD", env=bare)
    assert status == 2 and "no program git" in done.stderr


def test_a_revision_without_the_site_and_one_that_cannot_be_read(repository, check):
    first = git(repository, "rev-parse", "HEAD")
    git(repository, "checkout", "-q", "--orphan", "empty")
    git(repository, "rm", "-rqf", ".")
    commit(repository, "Nothing")
    write_site({"Content/site.yaml": "- no\n- keys\n"}, repository)
    commit(repository, "Broken")
    git(repository, "checkout", "-q", "main")
    status, _, done = check(repository, "--previous", "git:empty~1")
    assert (status, done.stderr) == (
        2, "error: --previous git:empty~1: this commit has no folder Content; where the site lay elsewhere then, --previous takes "
        "the folder of an earlier build\n")
    status, _, done = check(repository, "--previous", "git:empty")
    assert status == 2 and "Content/site.yaml: cannot be read in the sources at empty" in done.stderr
    assert check(repository, "--previous", f"git:{first[:10]}")[:2] == (0, [])


def test_line_ends_links_and_large_files_of_a_tree(repository, check):
    """Line ends are none of a text's; a link in the tree is none of its files; of a file in LFS the pointer has the digest."""
    import hashlib

    content = b"%PDF of the agreement"
    digest = hashlib.sha256(content).hexdigest()
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{digest}\nsize {len(content)}\n"
    linked = OLD.replace("little.", "little: [the agreement](/files/dpa.pdf).")
    write_site({PRIVACY: linked, "Content/files/dpa.pdf": pointer}, repository)
    (repository / "Content/link.md").symlink_to("index.md")
    commit(repository)
    (repository / "Content/link.md").unlink()
    write_site({"Content/files/dpa.pdf": content, PRIVACY: linked.replace("\n", "\r\n")}, repository)
    assert check(repository, "--previous", "git:main")[:2] == (0, [])
    write_site({"Content/files/dpa.pdf": b"%PDF of another one"}, repository)
    assert check(repository, "--previous", "git:main")[:2] == (1, ["error published-text-changed Content/files/dpa.pdf"])


def test_what_looks_like_a_pointer_is_held_as_it_is(repository, check):
    """A pointer stands for a file of its digest; one with a sentence more is a published text like any other."""
    import hashlib

    replacement = b"Another list\n"
    text = f"version https://git-lfs.github.com/spec/v1\noid sha256:{hashlib.sha256(replacement).hexdigest()}\nsize 13\n"
    write_site({PRIVACY: OLD.replace("little.", "little: [the list](/files/list.txt)."), "Content/files/list.txt": text + "Heron.\n"}, repository)
    commit(repository)
    assert check(repository)[:2] == (0, [])
    write_site({"Content/files/list.txt": replacement}, repository)
    assert check(repository, "--previous", "git:main")[:2] == (1, ["error published-text-changed Content/files/list.txt"])
    # And a pointer is not published.
    write_site({"Content/files/list.txt": text}, repository)
    assert check(repository, "--previous", "none")[:2] == (1, ["error unsafe-file Content/files/list.txt"])


def test_line_ends_that_git_writes_into_a_file(repository, check):
    """A clean clone, where no putting back helps before .gitattributes says so."""
    write_site({PRIVACY: OLD.replace("little.", "little: [the list](/files/list.csv)."), "Content/files/list.csv": "a\nb\n"}, repository)
    write_site({".gitattributes": "* text=auto eol=crlf\n"}, repository)
    commit(repository)

    def checked_out():
        (repository / "Content/files/list.csv").unlink()
        git(repository, "checkout", "--", "Content/files/list.csv")
        return check(repository, "--previous", "git:HEAD")

    status, found, done = checked_out()
    assert (status, found) == (1, ["error published-text-changed Content/files/list.csv"])
    said = " ".join((done.stdout + done.stderr).split())
    assert "and is now another; only line ends differ" in said and "first write *.csv -text into .gitattributes" in said
    write_site({".gitattributes": "* text=auto eol=crlf\n*.csv -text\n"}, repository)
    assert checked_out()[:2] == (0, [])


HOSTILE = ["fsmonitor", "hook", "textconv", "filter", "pager", "alias", "ssh", "worktree", "replace"]


@pytest.mark.parametrize("way", HOSTILE)
def test_nothing_of_a_repository_acts(way, repository, check, tmp_path):
    """Programs that its configuration names would leave a trace; a false work tree or commit would hide what changed."""
    trace = tmp_path / "trace"
    program = tmp_path / "program"
    program.write_text(f'#!/bin/sh\necho "$0 $@" >> {trace}\ncat\n')
    program.chmod(0o755)
    main = git(repository, "rev-parse", "HEAD")
    write_site({".gitattributes": "* diff=evil filter=evil\n", PRIVACY: ALTERED}, repository)
    settings = {
        "fsmonitor": {"core.fsmonitor": program}, "hook": {"core.hooksPath": tmp_path / "hooks"},
        "textconv": {"diff.evil.textconv": program, "diff.evil.command": program, "diff.external": program},
        "filter": {"filter.evil.smudge": program, "filter.evil.clean": program, "filter.evil.process": program, "filter.evil.required": "true"},
        "pager": {"core.pager": program, "pager.ls-tree": program, "pager.cat-file": program},
        "alias": {"alias.cat-file": f"!{program}", "alias.ls-tree": f"!{program}"},
        "ssh": {"remote.origin.url": "ssh://nowhere.example/x", "remote.origin.promisor": "true", "extensions.partialClone": "origin", "core.sshCommand": program, "core.repositoryFormatVersion": "1"},
        "worktree": {"core.worktree": tmp_path / "elsewhere"},
    }
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for name in ("post-checkout", "post-index-change", "reference-transaction", "fsmonitor-watchman"):
        (hooks / name).write_text(program.read_text())
        (hooks / name).chmod(0o755)
    for key, value in settings.get(way, {}).items():
        git(repository, "config", key, value)
    if way == "replace":
        git(repository, "replace", git(repository, "rev-parse", f"HEAD:{PRIVACY}"), git(repository, "hash-object", "-w", PRIVACY))
    if way == "ssh":
        # An object is missing, as in a partial clone: git would fetch it.
        missing = git(repository, "rev-parse", f"{main}:Content/index.md")
        (repository / ".git/objects" / missing[:2] / missing[2:]).unlink()
    if trace.exists():
        trace.unlink()
    status, found, done = check(repository, "--previous", "git:main")
    if way == "ssh":
        assert status == 2 and "does not have all files" in done.stderr or "cannot read this repository" in done.stderr, done.stderr
    else:
        assert (status, found) == (1, [f"error published-text-changed {PRIVACY}"]), done.stderr
    assert not trace.exists(), trace.read_text()


def test_the_environment_leads_nowhere_else(repository, check, tmp_path):
    """Variables that git obeys, as a hook of git has them set, do not decide which repository is read."""
    other = tmp_path / "other"
    other.mkdir()
    git(other, "init", "-q")
    write_site({PRIVACY: ALTERED}, repository)
    hostile = {
        "GIT_DIR": str(other / ".git"), "GIT_WORK_TREE": str(other), "GIT_OBJECT_DIRECTORY": str(other), "GIT_INDEX_FILE": "/nowhere",
        "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "core.bare", "GIT_CONFIG_VALUE_0": "maybe", "GIT_TRACE": str(tmp_path / "trace"),
        "GIT_CEILING_DIRECTORIES": "/", "GIT_NAMESPACE": "x",
    }
    status, found, _ = check(repository, "--previous", "git:main", env={**os.environ, **hostile})
    assert (status, found) == (1, [f"error published-text-changed {PRIVACY}"])
    assert not (tmp_path / "trace").exists()


def test_a_repository_in_the_sources_is_none(repository, check):
    """A pull request may bring a bare repository, which is no checkout, whatever lies in it."""
    bare = repository / "Content/evil.git"
    git(repository, "clone", "-q", "--bare", repository, bare)
    status, _, done = check(repository, "--previous", "git:main")
    assert status == 1 and "Content/evil.git" in done.stderr


def test_nothing_of_the_content_is_on_a_command_line(repository, trustpress, tool, tmp_path):
    """Under strace: every word that git is started with is the program's own."""
    write_site({"Content/files/rm-rf.pdf": "%PDF", PRIVACY: OLD.replace("little.", "little: [it](/files/rm-rf.pdf).")}, repository)
    commit(repository)
    trace = tmp_path / "trace"
    before = [tool("strace"), "-f", "-qq", "-s", "4096", "-v", "-e", "trace=execve", "-o", trace]
    done = trustpress("check", "--site", repository, "--as-of", AS_OF, "--previous", "git:main", before=map(str, before))
    assert done.returncode == 0, done.stderr
    calls = [line for line in trace.read_text().splitlines() if "execve(" in line and "/git\"" in line]
    assert len(calls) == 4, "what lies there to the byte is not asked for: " + "\n".join(calls)
    for call in calls:
        words = re.search(r"\[(.*?)\], \[", call)[1]
        assert "rm-rf" not in words and "privacy" not in words and "main" not in words and str(repository) not in words, words


def test_changes_says_what_is_new_since_a_revision(repository, trustpress):
    write_site({"Content/privacy/2026-03-01.md": NEW.format(announced=AS_OF, text="More.")}, repository)
    for option, words in ([], "the last commit"), (["--previous", "git:main"], "the sources at main"):
        done = trustpress("changes", "--site", repository, "--as-of", AS_OF, *option)
        assert done.returncode == 0, done.stderr
        assert f"As of {AS_OF}; compared with {words}, as of {AS_OF}." in done.stdout
        assert "privacy-2026-02-01" in done.stdout and "subprocessors-2026-01-05" not in done.stdout
    everything = trustpress("changes", "--site", repository, "--as-of", AS_OF, "--previous", "none").stdout
    assert "compared with nothing" in everything and "subprocessors-2026-01-05" in everything


@pytest.mark.parametrize("command", ["build", "check", "status", "changes", "notice"])
def test_every_command_that_reads_a_site_takes_it(command, repository, trustpress):
    words = ["notice", "privacy-2026-01-05"] if command == "notice" else [command]
    for option in ("git:main", "none"):
        done = trustpress(*words, "--site", repository, "--as-of", AS_OF, "--previous", option)
        assert done.returncode == 0, done.stderr
