"""What all output tests share: the program under test, and the sites built by it."""

import os
import shutil
import subprocess

import pytest
from playwright.sync_api import sync_playwright

import tongues
from large_site import AS_OFS, write_large_site
from worlds import SMALL, WORLDS, World, copy_site, write_site


@pytest.fixture(scope="session")
def trustpress():
    """Runs the program under test: `trustpress("build", "--site", folder)` gives the finished process."""
    program = os.environ.get("TRUSTPRESS")
    assert program, "TRUSTPRESS names no program; `make test` sets it to the release it builds"

    def run(*arguments, before=(), **options):
        command = [*before, program, *map(str, arguments)]
        return subprocess.run(command, capture_output=True, text=True, timeout=600, check=False, **options)

    return run


@pytest.fixture(scope="session")
def build(trustpress):
    """Builds a site and gives its output folder; fails with the diagnostics where the build does."""

    def run(site, as_of, output, **options):
        done = trustpress("build", "--site", site, "--as-of", as_of, "--output", output, **options)
        assert done.returncode == 0, f"build as of {as_of} gave {done.returncode}:\n{done.stdout}{done.stderr}"
        return output

    return run


@pytest.fixture(scope="session")
def output_of(build, tmp_path_factory):
    """The output folder of a world, built once. Nobody may change what is in it."""
    folders = {}

    def get(world):
        if world not in folders:
            root = tmp_path_factory.mktemp("world")
            site = copy_site(world.site, root / "site")
            folders[world] = build(site, world.as_of, root / "Public")
        return folders[world]

    return get


@pytest.fixture(scope="session")
def output_in(build, tmp_path_factory):
    """The output folder of a site in German or Arabic with every kind of page, built once; its sources are in `site` beside
    it. Nobody may change what is in it."""
    folders = {}

    def get(language):
        if language not in folders:
            root = tmp_path_factory.mktemp(language)
            written = write_site(tongues.site(language, tongues.SPOKEN[language], None), root / "site")
            folders[language] = build(written, tongues.AS_OF, root / "Public")
        return folders[language]

    return get


# Of the scope of a module, so that all tests of one world follow each other, and find its pages parsed (pages.py).
@pytest.fixture(scope="module", params=WORLDS, ids=str)
def world(request):
    return request.param


@pytest.fixture
def public(world, output_of):
    """The output folder of each of the worlds in turn."""
    return output_of(world)


@pytest.fixture(scope="session")
def large(tmp_path_factory):
    """The folder of a large generated site."""
    return write_large_site(tmp_path_factory.mktemp("large"))


@pytest.fixture(scope="module", params=[*WORLDS, AS_OFS[0], AS_OFS[-1]], ids=lambda param: str(param) if isinstance(param, World) else f"large@{param}")
def feed_world(request, large):
    """Each of the worlds in turn, and the large site."""
    return request.param if isinstance(request.param, World) else World("large", large, request.param)


@pytest.fixture
def feed_public(feed_world, output_of):
    """The output folder of each of those."""
    return output_of(feed_world)


@pytest.fixture(scope="module")
def unread():
    """Of files that a reader is given, those that hold what none held that it was given before: what worlds have in common to
    the byte is read once by a program that takes long for it."""
    seen = set()

    def run(reader, paths):
        read = {path.read_bytes(): path for path in paths}
        new = [path for content, path in read.items() if (reader, content) not in seen]
        seen.update((reader, content) for content in read)
        return new

    return run


@pytest.fixture
def small(tmp_path):
    """A small site of its own for each test, which may change it."""
    return write_site(SMALL, tmp_path / "site")


@pytest.fixture(scope="session")
def tool():
    """The path of a program that a test needs; `make test` installs them."""

    def find(name):
        path = shutil.which(name)
        assert path, f"{name} is missing; `make test` installs it"
        return path

    return find


@pytest.fixture(scope="session")
def browser():
    """A browser that all tests of a worker share. Without windows Chromium does the same in half the time."""
    program = next(filter(None, map(shutil.which, ["chromium-headless-shell", "chromium", "chromium-browser"])), None)
    assert program, "chromium-headless-shell is missing; `make test` installs it"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def chromium(browser):
    """That browser, in which each test opens pages of its own."""
    yield browser
    for context in browser.contexts:
        context.close()
