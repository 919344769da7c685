"""The site in a real browser: what it loads, how it stands on a narrow screen, and what people with a screen reader get."""

import contextlib
import functools
import http.server
import shutil
import threading

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright

from pages import Page, pages_of
from worlds import EXAMPLE, REPOSITORY, World

WORLDS = [World("proyecta", REPOSITORY, "2026-11-23"), World("example", EXAMPLE, "2026-11-23")]
# What is waited for comes, however slow the machine is.
expect.set_options(timeout=60_000)

NARROW, MIDDLE, WIDE = {"width": 320, "height": 640}, {"width": 768, "height": 1024}, {"width": 1280, "height": 900}


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def chromium():
    program = next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None)
    assert program, "chromium is missing; `make test` installs it"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@contextlib.contextmanager
def serve(public):
    """The address on this machine at which a folder is served for a while."""
    handler = functools.partial(Quiet, directory=str(public))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="module", params=WORLDS, ids=str)
def served(request, output_of):
    """A built site, its address on this machine, and a sample of its pages: some of each kind."""
    public = output_of(request.param)
    with serve(public) as base:
        yield public, base, sample(public)


def address(path, public):
    return "/" + str(path.relative_to(public)).removesuffix("index.html")


def sample(public):
    """Pages of every shape: at most three of those whose addresses differ in a name or a day alone."""
    return [one for paths in shapes(public) for one in {paths[0], paths[len(paths) // 2], paths[-1]}]


def shapes(public):
    """The addresses of all pages, those of a shape in a list."""
    kinds = {}
    for path in pages_of(public):
        parts = path.relative_to(public).parts
        kind = tuple(
            part if part in ("on", "history", "changes", "annex-iii", "notices", "index.html", "providers") else "*"
            for part in parts
        )
        kinds.setdefault(kind, []).append(address(path, public))
    return list(kinds.values())


def visit(page, url):
    """Opens a page, and gives what it asked for and what it complained of."""
    requests, complaints = [], []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda said: complaints.append(f"{said.text} {said.location['url']}") if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("response", lambda answer: complaints.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None)
    page.goto(url, wait_until="load")
    return requests, complaints


def test_no_page_asks_for_anything_elsewhere(served, chromium):
    _, base, addresses = served
    for path in addresses:
        page = chromium.new_page()
        requests, complaints = visit(page, base + path)
        page.close()
        assert all(url.startswith((base + "/", "data:")) for url in requests), (path, requests)
        assert not complaints, (path, complaints)


def test_pages_say_the_same_without_javascript(served, chromium):
    _, base, addresses = served
    without = chromium.new_context(java_script_enabled=False)
    with_scripts = chromium.new_context()
    pages = [without.new_page(), with_scripts.new_page()]
    for path in addresses:
        if path.endswith("/compare/"):
            continue  # What is compared stands there with a script alone.
        texts = []
        for page in pages:
            page.goto(base + path)
            if page is pages[0] and page.locator("[data-day]").count():
                break  # A script leads on from a day to the edition that began to hold on it.
            page.evaluate("document.querySelectorAll('.needs-script').forEach((one) => one.remove())") if page is pages[1] else None
            texts.append(page.locator("main").inner_text().strip())
        else:
            assert texts[0], f"{path} shows nothing without JavaScript"
            assert texts[0] == texts[1], f"{path} says something else without JavaScript"
    without.close()
    with_scripts.close()


def test_axe_finds_nothing_serious(served, chromium):
    """The sample's pages of every shape: the first on a phone, the others on a desktop."""
    public, base, addresses = served
    axe = Axe()
    first = [paths[0] for paths in shapes(public)]
    for viewport, paths in ((NARROW, first), (WIDE, [path for path in addresses if path not in first])):
        page = chromium.new_page(viewport=viewport)
        for path in paths:
            page.goto(base + path)
            found = [
                (one["id"], [node["target"] for node in one["nodes"]][:3])
                for one in axe.run(page).response["violations"] if one["impact"] in ("serious", "critical")
            ]
            assert not found, f"{path} at {viewport['width']} px: {found}"
        page.close()


@pytest.mark.parametrize("viewport", [NARROW, MIDDLE, WIDE], ids=lambda v: f"{v['width']}px")
def test_no_page_scrolls_sideways(viewport, served, chromium):
    _, base, addresses = served
    page = chromium.new_page(viewport=viewport)
    for path in addresses:
        page.goto(base + path)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= viewport["width"], f"{path} is {wide} px wide"
    page.close()


def test_the_style_sheet_is_in_effect(served, chromium):
    _, base, _ = served
    page = chromium.new_page(viewport=WIDE)
    page.goto(base + "/")
    family = page.evaluate("getComputedStyle(document.body).fontFamily")
    page.close()
    assert "Times" not in family, "the page looks as if it had no style sheet"


def test_pages_print(served, chromium):
    """Every page of the sample becomes a PDF, without the navigation."""
    _, base, addresses = served
    page = chromium.new_page()
    for path in addresses[:6]:
        page.goto(base + path)
        page.emulate_media(media="print")
        assert page.pdf().startswith(b"%PDF-")
    page.close()


def test_links_are_reached_by_keyboard(served, chromium):
    public, base, _ = served
    page = chromium.new_page(viewport=WIDE)
    page.goto(base + "/")
    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.tagName + ' ' + (document.activeElement.getAttribute('href') || '')")
    page.close()
    assert first.startswith("A "), f"the first thing reached by keyboard is {first}"
    assert Page.read(public / "index.html").all("a")
