"""Nothing published is ever rewritten: every file of every build of a life against the last one."""

import shutil

import pytest

from everything_published import Difference, compare
from lives import Life
from sources import items
from worlds import EXAMPLE, copy_site, read_tree, write_site

LIVES, STEPS = 8, 16

def live(seed, trustpress, folder):
    """Every build of a life: as-of and files. What is refused is taken back, and the life goes on."""
    life = Life(seed)
    builds = []
    public = folder / "Public"
    for _ in range(STEPS):
        before = dict(life.files)
        order = list(life.order)
        done = not builds or life.step(builds[-1][1])
        shutil.rmtree(folder / "site", ignore_errors=True)
        site = write_site(life.files, folder / "site")
        previous = ["--previous", public] if builds else ["--previous", "none"]
        built = trustpress("build", "--site", site, "--as-of", life.today, "--output", public, *previous)
        assert built.returncode in (0, 1), built.stderr
        if built.returncode == 0:
            builds.append((str(life.today), read_tree(public)))
        else:
            assert builds, built.stderr
            assert done, f"seed {seed}: on {life.today} nothing was done, and refused:\n{built.stderr}"
            life.files, life.order = before, order
    return builds


@pytest.mark.parametrize("seed", range(LIVES))
def test_of_a_life_nothing_is_rewritten(seed, trustpress, tmp_path):
    builds = live(seed, trustpress, tmp_path)
    assert len(builds) > STEPS / 3, "a life in which hardly anything was published shows little"
    _, last = builds[-1]
    for day, files in builds:
        try:
            compare(files, last, f"seed {seed}, as of {day}: ")
        except Difference as difference:
            pytest.fail(str(difference))


def test_of_the_example_nothing_is_rewritten(build, tmp_path):
    site = copy_site(EXAMPLE, tmp_path / "site")
    moments = sorted({item.moment for item in items(site)} | {day for item in items(site) for day in item.days})
    moments = [moment for moment in moments if moment >= "2022-03-01"]
    # Every sixth, so that it takes seconds; and what comes after all of them.
    builds = [(moment, read_tree(build(site, moment, tmp_path / "Public"))) for moment in [*moments[::6], "2027-12-31"]]
    assert len(builds) > 12
    for moment, files in builds:
        try:
            compare(files, builds[-1][1], f"as of {moment}: ")
        except Difference as difference:
            pytest.fail(str(difference))


def test_each_kind_of_difference_is_found(build, small, tmp_path):
    """The comparison itself: what it holds to be the same is altered in one place after another."""
    files = read_tree(build(small, "2026-02-01", tmp_path / "Public"))
    compare(files, files)
    for path, old, new in [
        ("terms/2026-01-05.md", b"Use it well", b"Use it ill"),
        ("terms/2026-01-05/index.html", b"Use it well", b"Use it ill"),
        ("subprocessors/anchor/2026-01-05.json", b"account data", b"other data"),
        ("subprocessors/on/2026-01-05.json", b"account data", b"other data"),
        ("notices/terms-2026-01-05.json", b'"Terms"', b'"Rules"'),
        ("feeds/terms.atom", b"<title>The Terms", b"<title>The terms"),
        ("feeds/all.rss", b"<title>The Terms", b"<title>The terms"),
        ("feeds/all.json", b"The Terms", b"The terms"),
        ("record/entries.jsonl", b'"terms"', b'"rules"'),
        ("record/SHA256SUMS", b"terms/2026-01-05.md", b"terms/2026-01-06.md"),
    ]:
        assert old in files[path], f"{path} does not hold {old}"
        with pytest.raises(Difference):
            compare(files, {**files, path: files[path].replace(old, new)})
        with pytest.raises(Difference):
            compare(files, {name: content for name, content in files.items() if name != path})
