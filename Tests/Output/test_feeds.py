"""The feeds in each format as its standard and its readers see it."""

import datetime
import email.utils
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

import feedparser

from feeds import ATOM, CONTENT, FORMATS, HISTORY, Markup, documents_of, is_archive, names_of, read
from test_links import site_url
from worlds import SHARED_SCHEMAS

RFC_3339 = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)"
RFC_822 = r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d [+-]\d{4}"
CONTENT_ELEMENTS = {
    "a", "blockquote", "br", "code", "dd", "del", "dl", "dt", "em", "h2", "h3", "h4", "h5", "h6", "hr", "img", "li", "ol", "p",
    "pre", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul",
}


def address(world, public, path):
    return f"{site_url(world)}/{path.relative_to(public)}"


def test_feedparser_reads_every_feed(feed_public, unread):
    """The feed of all with its archives, and each other feed without them, whose entries and form are the same. What worlds
    have in common to the byte is read once, and what entries hold is cleaned in Atom alone: RSS holds the same."""
    for format, version in (("atom", "atom10"), ("rss", "rss20")):
        for path in unread(version, documents_of(feed_public, format)):
            if is_archive(path) and not path.stem.startswith("all."):
                continue
            where = path.relative_to(feed_public)
            is_cleaned = format == "atom" and path.stem.split(".")[0] == "all"
            feed = feedparser.parse(path.read_bytes(), sanitize_html=is_cleaned, resolve_relative_uris=is_cleaned)
            assert not feed.bozo, f"{where}: {feed.get('bozo_exception')}"
            assert feed.version == version, where
            assert feed.feed.title and feed.feed.link and feed.feed.updated_parsed, where
            assert [entry.id for entry in feed.entries] == read(feed_public, path.relative_to(feed_public)).ids, where
            for entry in feed.entries:
                assert entry.title and entry.published_parsed and entry.link and entry.summary, where
                assert entry.content[0].value and entry.content[0].type == "text/html", where


def test_atom_is_valid_by_the_schema_of_rfc_4287(feed_public, tool, unread):
    """With the schema where it lies beside the checkout, but for what another world holds to the byte; what it asks for most is
    asked here in any case."""
    documents = documents_of(feed_public, "atom")
    for path in documents:
        root = ElementTree.parse(path).getroot()
        where = path.relative_to(feed_public)
        assert root.tag == f"{ATOM}feed", where
        authors = root.findall(f"{ATOM}author")
        for element in [root, *root.iter(f"{ATOM}entry")]:
            for name in ("id", "title", "updated"):
                assert len(element.findall(ATOM + name)) == 1, f"{where}: not one {name}"
            assert authors or element.findall(f"{ATOM}author"), f"{where}: no author"
            updated = element.findtext(f"{ATOM}updated")
            assert re.fullmatch(RFC_3339, updated), f"{where}: {updated} is no time"
    schema = SHARED_SCHEMAS / "atom.rng"
    if schema.is_file() and (documents := unread("jing", documents)):
        done = subprocess.run([tool("jing"), schema, *documents], capture_output=True, text=True, timeout=300, check=False)
        assert done.returncode == 0, (done.stdout + done.stderr)[-4000:]


def children(element, where, once, many=()):
    """Each of some elements is there once, others as often as they like, and nothing else is there."""
    names = [child.tag for child in element]
    for name in once:
        assert names.count(name) == 1, f"{where}: {name} is there {names.count(name)} times"
    assert set(names) <= {*once, *many}, f"{where}: {set(names) - {*once, *many}}"
    assert not (element.text or "").strip() and not any((child.tail or "").strip() for child in element), where


def mail_time(text, where):
    assert re.fullmatch(RFC_822, text), f"{where}: {text} is no time"
    time = email.utils.parsedate_to_datetime(text)
    assert time.strftime("%a") == text[:3], f"{where}: {text} is another day of the week"
    return time


def test_rss_is_rss_2_to_the_letter(feed_world, feed_public):
    for path in documents_of(feed_public, "rss"):
        where = path.relative_to(feed_public)
        root = ElementTree.parse(path).getroot()
        assert (root.tag, root.attrib) == ("rss", {"version": "2.0"}), where
        children(root, where, ["channel"])
        channel = root[0]
        once = ["title", "link", "description", "language", "lastBuildDate"]
        children(channel, where, once, ["item", f"{ATOM}link", f"{HISTORY}archive"])
        links = [(link.get("rel"), link.get("type")) for link in channel.findall(f"{ATOM}link")]
        assert len(links) == len(set(links)) and {kind for _, kind in links} == {"application/rss+xml"}, where
        assert read(feed_public, where).links["self"] == address(feed_world, feed_public, path), where
        times = []
        for item in channel.findall("item"):
            children(item, where, ["title", "link", "guid", "pubDate", "category", "description", f"{CONTENT}encoded"])
            assert item.find("guid").attrib == {"isPermaLink": "false"}, where
            assert all(child.text and child.text.strip() for child in item), f"{where}: something is empty"
            assert item.findtext("link").startswith(site_url(feed_world) + "/notices/"), where
            times.append(mail_time(item.findtext("pubDate"), where))
        assert mail_time(channel.findtext("lastBuildDate"), where) == max(times, default=mail_time(channel.findtext("lastBuildDate"), where))


def test_json_feeds_are_valid_by_their_schema(feed_world, feed_public, unread):
    documents = documents_of(feed_public, "json")
    for path in documents:
        where = path.relative_to(feed_public)
        feed = json.loads(path.read_text(encoding="utf-8"))
        assert feed["version"] == "https://jsonfeed.org/version/1.1", where
        assert set(feed) - {"next_url"} == {"version", "title", "home_page_url", "feed_url", "language", "authors", "items"}, where
        own = address(feed_world, feed_public, path)
        assert feed["feed_url"] == re.sub(r"\.\d+\.json$", ".json", own), where
        assert feed.get("next_url") not in (own, feed["feed_url"]), where
        for item in feed["items"]:
            assert set(item) == {"id", "url", "title", "summary", "content_html", "date_published", "tags"}, where
            assert re.fullmatch(RFC_3339, item["date_published"]), where
    schema = SHARED_SCHEMAS / "jsonfeed-1.1.json"
    if schema.is_file() and (documents := unread("jsonfeed", documents)):
        done = subprocess.run(
            [sys.executable, "-m", "check_jsonschema", "--no-cache", "--schemafile", schema, *documents],
            capture_output=True, text=True, timeout=300, check=False,
        )
        assert done.returncode == 0, (done.stdout + done.stderr)[-4000:]


def test_the_formats_of_a_feed_say_the_same(feed_public):
    """Readers that keep what they have seen by its id show an event once, whichever feeds and formats they follow."""
    told = {}
    for path in documents_of(feed_public, "atom"):
        stem = str(path.relative_to(feed_public))[: -len("atom")]
        atom, rss, jsonfeed = (read(feed_public, stem + format) for format in FORMATS)
        assert atom.entries == rss.entries == jsonfeed.entries, stem
        assert atom.title == rss.title == jsonfeed.title, stem
        assert atom.links["alternate"] == rss.links["alternate"] == jsonfeed.links["alternate"], stem
        assert atom.is_archive == rss.is_archive == jsonfeed.is_archive == is_archive(path), stem
        for entry in atom.entries:
            assert told.setdefault(entry.id, entry) == entry, f"{stem}: {entry.id} says otherwise in another feed"


def test_ids_are_permanent_and_unique(feed_world, feed_public):
    text = (feed_world.site / "Content" / "site.yaml").read_text(encoding="utf-8")
    authority = re.search(r"^authority: *(\S+)", text, re.MULTILINE).group(1)
    for path in documents_of(feed_public, "atom"):
        where = path.relative_to(feed_public)
        name = re.sub(r"(\.\d+)?\.atom$", "", str(where.relative_to("feeds")))
        assert ElementTree.parse(path).getroot().findtext(f"{ATOM}id") == f"tag:{authority}:feed/{name}", where
        ids = read(feed_public, where).ids
        assert len(ids) == len(set(ids)), f"{where} repeats an id"
        for entry in ids:
            assert entry.startswith(f"tag:{authority}:notice/"), f"{where}: {entry}"


def test_content_is_html_that_a_reader_can_show_anywhere(feed_public):
    """Whole elements of plain text, whose links lead somewhere from everywhere."""
    seen = set()
    for path in documents_of(feed_public, "atom"):
        for entry in read(feed_public, path.relative_to(feed_public)).entries:
            if entry.id in seen:
                continue
            seen.add(entry.id)
            content = Markup(entry.html)
            assert not content.errors, f"{entry.id}: {content.errors}"
            elements = {tag for tag, _ in content.tags}
            assert elements <= CONTENT_ELEMENTS, f"{entry.id}: {elements - CONTENT_ELEMENTS}"
            for tag, attributes in content.tags:
                for name in ("href", "src"):
                    target = attributes.get(name, "https://")
                    assert re.match(r"https?://|mailto:", target), f"{entry.id}: <{tag}> leads to {target}"
            assert entry.url in entry.html, f"{entry.id} does not lead to its notice"
            assert "\n" not in entry.title and "\n" not in entry.summary, entry.id
    assert seen


def test_nothing_is_from_the_future(feed_world, feed_public):
    for path in documents_of(feed_public, "atom"):
        days = [entry.when.date() for entry in read(feed_public, path.relative_to(feed_public)).entries]
        assert all(day <= datetime.date.fromisoformat(feed_world.as_of[:10]) for day in days), path


def test_the_list_of_subscriptions_has_every_feed(feed_world, feed_public):
    root = ElementTree.parse(feed_public / "feeds" / "subscriptions.opml").getroot()
    assert (root.tag, root.attrib, [child.tag for child in root]) == ("opml", {"version": "2.0"}, ["head", "body"])
    assert root.findtext("head/title")
    outlines = root.findall("body/outline")
    assert len(outlines) == len(root.find("body"))
    for outline in outlines:
        assert set(outline.attrib) == {"text", "title", "type", "xmlUrl", "htmlUrl"} and outline.get("type") == "rss"
        path = outline.get("xmlUrl").removeprefix(site_url(feed_world) + "/")
        assert read(feed_public, path).title == outline.get("title") == outline.get("text")
        assert outline.get("htmlUrl") == read(feed_public, path).links["alternate"]
    addresses = [outline.get("xmlUrl") for outline in outlines]
    assert sorted(addresses) == sorted(f"{site_url(feed_world)}/feeds/{name}.atom" for name in names_of(feed_public))
