"""Every address of the site that its files name leads to a file of the site."""

import re
import subprocess
import urllib.parse

import pytest

from redlines import article
from pages import Page, pages_of
from worlds import WORLDS, World


PROOFED = [world for world in WORLDS if str(world) in ("proyecta@2027-03-01", "example@2024-07-01", "example@2027-06-01")]


def site_url(world: World):
    text = (world.site / "Content" / "site.yaml").read_text(encoding="utf-8")
    return re.search(r"^url: *(\S+)", text, re.MULTILINE).group(1).rstrip("/")


def leads_to(public, path):
    """The file that a server shows for a path, or None."""
    file = public / urllib.parse.unquote(path).lstrip("/")
    if path.endswith("/") or path == "":
        file = file / "index.html"
    return file if file.is_file() else None


@pytest.mark.parametrize("world", PROOFED, ids=str)
def test_html_proofer_finds_no_broken_link_or_fragment(world, output_of, tool):
    """In the worlds that hold most. The pages of Proyecta are the same at both of its as-ofs, and those of the example's others
    are of the same kinds; each address of all of them is followed below."""
    public = output_of(world)
    # A logo beside the name that it stands for has an empty alt, as the HTML standard has it.
    own = site_url(world).replace(":", "\\:").replace(".", "\\.")
    done = subprocess.run(
        [tool("htmlproofer"), "--disable-external", "--empty-alt-ignore", "--url-swap", f"^{own}:", "--log-level", ":error", public],
        capture_output=True, text=True, timeout=600, check=False,
        env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": "/nonexistent"},
    )
    assert done.returncode == 0, (done.stdout + done.stderr)[-6000:]


def test_every_fragment_is_an_id_of_its_page(public):
    ids = {path: {a["id"] for _, a in Page.read(path).tags if a.get("id")} for path in pages_of(public)}
    for path in ids:
        written = [a.get(name) for _, a in Page.read(path).tags for name in ("href", "src")]
        for text in [text for text in written if text]:
            address = urllib.parse.urlsplit(text)
            if address.scheme or address.netloc:
                continue
            target = leads_to(public, address.path) if address.path.startswith("/") else path
            if address.path and not address.path.startswith("/"):
                target = leads_to(public, urllib.parse.urljoin("/" + str(path.relative_to(public)), address.path))
            where = f"{path.relative_to(public)}: {text}"
            assert target, f"{where} leads nowhere"
            if address.fragment and target.suffix == ".html":
                assert urllib.parse.unquote(address.fragment) in ids[target], f"{where} has no such place"


def test_ids_are_unique_in_a_page(public):
    for path in pages_of(public):
        ids = [a["id"] for _, a in Page.read(path).tags if a.get("id")]
        assert len(ids) == len(set(ids)), f"{path.relative_to(public)} repeats an id"


def test_addresses_in_other_files_lead_somewhere(world, public):
    """Feeds, the sitemap, JSON and the rest name whole addresses."""
    own = site_url(world)
    found = 0
    for path in sorted(public.rglob("*")):
        if not path.is_file() or path.suffix not in (".atom", ".rss", ".xml", ".json", ".txt", ".opml", ".csv", ".ics"):
            continue
        if path.parts[-2] == "files":
            continue
        text = path.read_text(encoding="utf-8").replace("\\/", "/")
        if path.suffix == ".ics":
            text = text.replace("\n ", "")  # lines are folded, also within an address
        for address in re.findall(re.escape(own) + r"(/[^\s\"'<>\\#?,)&;]*)?", text):
            if "{" in address or path.parent.name == "schemas":
                continue
            found += 1
            assert leads_to(public, address or "/"), f"{path.relative_to(public)} names {own}{address}"
    assert found > 10


def test_each_heading_of_an_edition_can_be_linked_to(public):
    """An empty link that leads to the element it stands in, and is no part of the text (docs/redline.md)."""
    seen = 0
    for path in pages_of(public):
        found = article(path.read_text(encoding="utf-8"), "data-edition")
        for element in found.walk() if found else ():
            if element.name in ("h2", "h3", "h4", "h5", "h6"):
                link = element.children[0]
                assert link.has_class("clause") and link.attributes["data-aid"] == "drop" and not link.children
                assert link.attributes["href"] == "#" + element.attributes["id"], path
                assert link.attributes["aria-label"].startswith("Link to "), path
                seen += 1
    assert seen > 10
