"""The Atom feeds as feed readers and RFC 4287 see them."""

import re
import subprocess
import xml.etree.ElementTree as ElementTree

import feedparser

from test_links import site_url
from worlds import EXAMPLE, SHARED_SCHEMAS, World

ATOM = "{http://www.w3.org/2005/Atom}"


def feeds_of(public):
    feeds = sorted(public.rglob("*.atom"))
    assert feeds, "there is no feed"
    return feeds


def subscribed(public):
    """The documents to subscribe to: every feed but its archives, whose names end with a number."""
    return [path for path in feeds_of(public) if not re.search(r"\.\d+\.atom$", path.name)]


def entries_of(public):
    """Every entry of the whole site's feed: id to canonical text."""
    entries = {}
    for path in sorted((public / "feeds").glob("all*.atom")):
        for entry in ElementTree.parse(path).getroot().iter(f"{ATOM}entry"):
            text = ElementTree.canonicalize(ElementTree.tostring(entry, encoding="unicode"))
            entries[entry.findtext(f"{ATOM}id")] = text
    return entries


def test_feedparser_reads_every_feed(public):
    for path in feeds_of(public):
        feed = feedparser.parse(path.read_bytes())
        where = path.relative_to(public)
        assert not feed.bozo, f"{where}: {feed.get('bozo_exception')}"
        assert feed.version == "atom10", where
        assert feed.feed.title and feed.feed.id and feed.feed.updated_parsed, where
        for entry in feed.entries:
            assert entry.title and entry.id and entry.updated_parsed and entry.link, where


def test_feeds_are_valid_by_the_schema_of_rfc_4287(public, tool):
    """With the schema where it lies beside the checkout; what it asks for most is asked here in any case."""
    for path in feeds_of(public):
        root = ElementTree.parse(path).getroot()
        where = path.relative_to(public)
        assert root.tag == f"{ATOM}feed", where
        authors = root.findall(f"{ATOM}author")
        for element in [root, *root.iter(f"{ATOM}entry")]:
            for name in ("id", "title", "updated"):
                assert len(element.findall(ATOM + name)) == 1, f"{where}: not one {name}"
            assert authors or element.findall(f"{ATOM}author"), f"{where}: no author"
            assert re.fullmatch(
                r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", element.findtext(f"{ATOM}updated")
            ), f"{where}: {element.findtext(f'{ATOM}updated')} is no time"
        assert any(link.get("rel") == "self" for link in root.findall(f"{ATOM}link")), f"{where} has no link to itself"
    schema = SHARED_SCHEMAS / "atom.rng"
    if schema.is_file():
        done = subprocess.run(
            [tool("jing"), schema, *feeds_of(public)], capture_output=True, text=True, timeout=300, check=False
        )
        assert done.returncode == 0, (done.stdout + done.stderr)[-4000:]


def test_ids_are_permanent_and_unique(world, public):
    text = (world.site / "Content" / "site.yaml").read_text(encoding="utf-8")
    authority = re.search(r"^authority: *(\S+)", text, re.MULTILINE).group(1)
    for path in feeds_of(public):
        root = ElementTree.parse(path).getroot()
        where = path.relative_to(public)
        assert root.findtext(f"{ATOM}id").startswith(f"tag:{authority}:feed/"), where
        ids = [entry.findtext(f"{ATOM}id") for entry in root.iter(f"{ATOM}entry")]
        assert len(ids) == len(set(ids)), f"{where} repeats an id"
        for entry in ids:
            assert entry.startswith(f"tag:{authority}:notice/"), f"{where}: {entry}"


def test_feed_ids_differ_from_one_another(public):
    ids = [ElementTree.parse(path).getroot().findtext(f"{ATOM}id") for path in subscribed(public)]
    assert len(ids) == len(set(ids))


def test_links_are_absolute(world, public):
    for path in feeds_of(public):
        for link in ElementTree.parse(path).getroot().iter(f"{ATOM}link"):
            assert link.get("href").startswith(site_url(world) + "/"), f"{path.relative_to(public)}: {link.get('href')}"
        for content in re.findall(r"(?:href|src)=(?:\"|&quot;)([^\"&]*)", path.read_text(encoding="utf-8")):
            assert re.match(r"https?://|mailto:|#", content), f"{path.relative_to(public)}: {content} is not absolute"


def test_newest_first_and_nothing_from_the_future(world, public):
    documents = subscribed(public)
    for path in feeds_of(public):
        root = ElementTree.parse(path).getroot()
        days = [entry.findtext(f"{ATOM}updated") for entry in root.iter(f"{ATOM}entry")]
        assert days == sorted(days, reverse=path in documents), path.relative_to(public)
        assert all(day[:10] <= world.as_of[:10] for day in days), path.relative_to(public)


def test_a_published_entry_never_changes(output_of):
    """Readers keep what they have seen, so an entry says the same in every later build."""
    worlds = [
        World("example", EXAMPLE, as_of)
        for as_of in ("2023-12-31", "2024-07-01", "2025-07-31", "2026-11-23T16:00", "2026-12-31", "2027-06-01")
    ]
    builds = [(world, entries_of(output_of(world))) for world in worlds]
    for (earlier, old), (later, new) in zip(builds, builds[1:]):
        assert old, f"no entry as of {earlier.as_of}"
        for entry, text in old.items():
            if entry in new:
                assert new[entry] == text, f"{entry} says otherwise as of {later.as_of} than as of {earlier.as_of}"
        assert set(new) - set(old), f"no new entry as of {later.as_of}"
