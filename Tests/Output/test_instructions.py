"""How many instructions a build takes, counted by valgrind: nearly the same from run to run, however busy the machine is.

The bounds are what the release took when they were last written, and a tenth more: whoever makes it faster lowers them.
They hold that nothing slides, and that the work grows no faster than what is in the site."""

import functools
import os
import re
import subprocess
import sys

import pytest

from worlds import REPOSITORY, write_site

sys.path.insert(0, str(REPOSITORY / "Tests" / "Bench"))
import works  # noqa: E402

# Four times the work takes at most so many times the instructions, besides those of a site without any: less than in time,
# as nothing waits for a disk here.
LINEAR = 4.4
# By what grows: a site, one of four times its work, and the most millions of instructions that the larger one may take.
WORKS = {
    "history": ({"documents": 1, "editions": 4, "size": 8000}, {"documents": 1, "editions": 16, "size": 8000}, 365),
    "changes": ({"providers": 5, "changes": 3}, {"providers": 5, "changes": 12}, 680),
    "pages": ({"pages": 20}, {"pages": 80}, 210),
}
# In a line of these alone, what looks for the end of each looks through the line again and again. (A long one of `[[` is
# refused as too complex.) All of a group are in one site, and four times as long they take together at most so many times the
# instructions. The last is apart, as it takes more than all others: what it makes cmark do grows more than fourfold up to a bound.
OPEN_SIGNS = ((("{++", "==x ", "<%", ":ab", "{%", "____ ", "_", "\\_", "<a "), LINEAR), (("](",), 8))


@pytest.fixture(scope="module")
def bare_program(tool, tmp_path_factory):
    """The release without what a debugger needs, which takes valgrind longer to read than the build to run."""
    bare = tmp_path_factory.mktemp("bare") / "trustpress"
    subprocess.run([tool("strip"), "--strip-debug", "-o", bare, os.environ["TRUSTPRESS"]], check=True)
    return bare


@pytest.fixture(scope="module")
def instructions(bare_program, tool, tmp_path_factory):
    """The instructions of one build of a generated site, with some files more, in millions."""

    @functools.cache
    def count(*more, **site):
        folder = tmp_path_factory.mktemp("site")
        work = works.generated(folder.name, folder, **site)
        write_site(dict(more), work.site)
        done = subprocess.run(
            [
                tool("valgrind"), "--tool=callgrind", f"--callgrind-out-file={os.devnull}", bare_program, "build", "--site",
                work.site, "--as-of", work.as_of, "--previous", "none", "--output", folder / "Public", "--quiet",
            ],
            env={**os.environ, "SWIFT_DETERMINISTIC_HASHING": "1"}, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return int(re.search(r"Collected : (\d+)", done.stderr)[1]) / 1e6

    return count


@pytest.mark.parametrize("what", WORKS)
def test_a_build_takes_no_more_instructions_than_it_did(what, instructions):
    small, large, most = WORKS[what]
    none, few, many = (instructions(**site) for site in ({}, small, large))
    print(f"{what}: {none:.0f}, {few:.0f} and {many:.0f} million instructions")
    growth = (many - none) / (few - none)
    assert growth <= LINEAR, f"{what}: four times the work takes {growth:.1f} times the instructions"
    assert many <= most, f"{what}: {many:.0f} million instructions, and {most} were enough"


@pytest.mark.parametrize(("signs", "most"), OPEN_SIGNS, ids=[" ".join(signs) for signs, _ in OPEN_SIGNS])
def test_a_line_of_open_signs_is_searched_no_longer_than_it_is_long(signs, most, instructions):
    """What is quadratic takes sixteen times: one sign that looks at each letter of 5 KB for each of its own does so two million
    times and more, and all of the first group together take some 40 million instructions. Where they take too many, each is
    measured apart, so that the failure says which it is."""
    settings = ("Content/site.yaml", works.settings([], works.SINCE, works.LENIENT))

    def taken(size, *signs):
        pages = ((f"Content/page-{place}.md", f"# Page\n\n{sign * (size // len(sign))}\n") for place, sign in enumerate(signs))
        return instructions(settings, *pages)

    def growth(*signs):
        none, short, long = (taken(size, *signs) for size in (0, 5_000, 20_000))
        print(f"{' '.join(signs)}: {none:.0f}, {short:.0f} and {long:.0f} million instructions")
        return (long - none) / (short - none)

    assert growth(*signs) <= most, {sign: round(growth(sign), 1) for sign in signs}
