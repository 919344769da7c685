"""Reading published feeds, apart from the code that wrote them: Atom, RSS and JSON Feed as one form."""

import dataclasses
import datetime
import email.utils
import html.parser
import json
import re
import urllib.parse
import xml.etree.ElementTree as ElementTree

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
HISTORY = "{http://purl.org/syndication/history/1.0}"
FORMATS = ("atom", "rss", "json")


@dataclasses.dataclass(frozen=True)
class Entry:
    id: str
    title: str
    url: str
    when: datetime.datetime
    summary: str
    html: str


@dataclasses.dataclass(frozen=True)
class Document:
    """A document of a feed: where it is, what it links to by relation, and its entries in the order written."""

    path: str
    title: str
    links: dict
    is_archive: bool
    entries: list

    @property
    def ids(self):
        return [entry.id for entry in self.entries]


def documents_of(public, format):
    """The path under the output folder of every document of every feed in a format."""
    found = [path for path in sorted((public / "feeds").rglob(f"*.{format}"))]
    assert found, f"there is no feed in {format}"
    return found


def is_archive(path):
    """No id holds a dot; an archive's number stands behind one."""
    return re.search(r"\.\d+$", path.stem) is not None


def names_of(public):
    """The name of every feed: `all`, `privacy`, `product/studio`."""
    feeds = public / "feeds"
    return [str(path.relative_to(feeds))[: -len(".atom")] for path in documents_of(public, "atom") if not is_archive(path)]


def read(public, path):
    """A document of any format; `path` is below the output folder."""
    reader = {".atom": read_atom, ".rss": read_rss, ".json": read_json}[(public / path).suffix]
    return reader(str(path), (public / path).read_bytes())


def read_atom(path, data):
    root = ElementTree.fromstring(data)
    entries = [
        Entry(
            entry.findtext(f"{ATOM}id"), entry.findtext(f"{ATOM}title"), entry.find(f"{ATOM}link").get("href"),
            datetime.datetime.fromisoformat(entry.findtext(f"{ATOM}updated")), entry.findtext(f"{ATOM}summary"),
            entry.findtext(f"{ATOM}content"),
        )
        for entry in root.iter(f"{ATOM}entry")
    ]
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    return Document(path, root.findtext(f"{ATOM}title"), links, root.find(f"{HISTORY}archive") is not None, entries)


def read_rss(path, data):
    channel = ElementTree.fromstring(data).find("channel")
    entries = [
        Entry(
            item.findtext("guid"), item.findtext("title"), item.findtext("link"),
            email.utils.parsedate_to_datetime(item.findtext("pubDate")), text_of(item.findtext("description")),
            item.findtext(f"{CONTENT}encoded"),
        )
        for item in channel.findall("item")
    ]
    links = {link.get("rel"): link.get("href") for link in channel.findall(f"{ATOM}link")}
    links["alternate"] = channel.findtext("link")
    return Document(path, channel.findtext("title"), links, channel.find(f"{HISTORY}archive") is not None, entries)


def read_json(path, data):
    """Of JSON, only the name says that it is an archive."""
    feed = json.loads(data)
    entries = [
        Entry(
            item["id"], item["title"], item["url"], datetime.datetime.fromisoformat(item["date_published"]),
            item["summary"], item["content_html"],
        )
        for item in feed["items"]
    ]
    links = {"alternate": feed["home_page_url"]}
    if "next_url" in feed:
        links["prev-archive"] = feed["next_url"]
    return Document(path, feed["title"], links, re.search(r"\.\d+\.json$", path) is not None, entries)


def walk(public, name, format, site):
    """From the document that one subscribes to through every archive that it leads to."""
    documents = []
    path = f"feeds/{name}.{format}"
    while path:
        assert path not in [document.path for document in documents], f"{path} leads back to itself"
        document = read(public, path)
        documents.append(document)
        previous = document.links.get("prev-archive")
        assert previous is None or previous.startswith(site + "/"), previous
        path = previous and urllib.parse.urlsplit(previous).path.lstrip("/")
    return documents


class Markup(html.parser.HTMLParser):
    """A piece of HTML: its elements with their attributes, its text, and whether all that is opened is closed."""

    VOID = {"br", "hr", "img", "input"}

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.tags = []
        self.text = ""
        self.open = []
        self.errors = []
        self.feed(text)
        self.close()
        self.errors += [f"<{tag}> is not closed" for tag in self.open]

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.errors.append(f"</{tag}> closes nothing")

    def handle_data(self, data):
        self.text += data

    def handle_comment(self, data):
        self.errors.append(f"a comment: {data}")

    def unknown_decl(self, data):
        self.errors.append(f"a declaration: {data}")


def text_of(markup):
    """What a text that is taken for HTML says."""
    page = Markup(markup)
    assert not page.tags and not page.errors, f"{markup!r} is no plain text"
    return page.text


def events_of(public, as_of):
    """The ids, without the authority, of every event that the notices' own files tell of: id to the documents that it
    concerns, None among them where it concerns all."""
    found = {}
    for path in sorted((public / "notices").glob("*.json")):
        notice = json.loads(path.read_text(encoding="utf-8"))
        items = notice["editions"] + notice["changes"] + notice["terms"]
        concerned = {notice["document"]}
        if notice["terms"]:
            named = {id for terms in notice["terms"] for loss in terms["losses"] for id in loss["documents"]}
            concerned = {None} if "*" in named else named
        moments = {
            "postponed": {said["announced"] for item in items for said in item.get("postponed", [])},
            "withdrawn": {item["withdrawn"]["announced"] for item in items if item["withdrawn"]},
            "effective": {item["effective"] for item in items if not item["withdrawn"]},
        }
        moments["effective"] = {day for day in moments["effective"] if notice["announced"][:10] < day <= as_of[:10]}
        ids = [f"notice/{notice['id']}"]
        for kind, said in moments.items():
            numbers = {}
            for moment in sorted(said):
                day = moment[:10]
                numbers[day] = numbers.get(day, 0) + 1
                ids.append(f"notice/{notice['id']}/{kind}/{day}" + (f"-{numbers[day]}" if numbers[day] > 1 else ""))
        found.update(dict.fromkeys(ids, concerned))
    return found
