"""A site lives through successive days while real readers poll it: each event arrives once, none twice, none lost.

newsboat takes equal ids of several feeds for one item, which is why an event has one id in every format and feed. It and
rss2email read the newest 50 entries alone; a reader that follows the archives of RFC 5005 gets all.
"""

import concurrent.futures
import datetime
import json
import re
import xml.etree.ElementTree as ElementTree

import pytest

from readers import ATOM, ArchiveReader, Newsboat, Rss2email, Server, age
from worlds import SMALL, write_site

START = datetime.date(2026, 1, 5)
SITE = "https://trust.tidewater.example"
TAG = "tag:tidewater.example,2026:notice/"


def provider(name, announced, effective, more=""):
    return f"""\
name: {name}
entity: {name} GmbH
purpose: Sends mails
data: [addresses]
locations: [DE]
announced: {announced}
effective: {effective}
note: Needed.
{more}"""


def edition(title, announced, more=""):
    return f"---\ntitle: {title}\nannounced: {announced}\nsummary: More.\n{more}---\n\n# {title}\n\nNew words.\n"


LIFE = {
    **SMALL,
    "Content/subprocessors/providers/buoy.yaml": provider(
        "Buoy", "2026-01-08", "2026-01-20", "changes:\n  - {announced: 2026-02-12, removed: true, note: Done.}\n"
    ),
    "Content/subprocessors/providers/cove.yaml": provider(
        "Cove", "2026-01-12", "2026-01-30", "withdrawn: {announced: 2026-01-18, reason: No contract.}\n"
    ),
    # Two notices of one document on one day.
    "Content/subprocessors/providers/dune.yaml": provider("Dune", "2026-01-28T09:00", "2026-02-10"),
    "Content/subprocessors/providers/eddy.yaml": provider("Eddy", "2026-01-28T15:00", "2026-02-10"),
    "Content/privacy/2026-01-25.md": edition(
        "Privacy", "2026-01-10", "postponed: [{announced: 2026-01-15, effective: 2026-02-05, reason: Not ready.}]\n"
    ),
    "Content/terms/2026-02-20.md": edition("Terms", "2026-02-02"),
}

# What happens on each day, as the feeds name it.
EVENTS = {
    "2026-01-05": ["privacy-2026-01-05", "subprocessors-2026-01-05", "terms-2026-01-05"],
    "2026-01-08": ["subprocessors-2026-01-08"],
    "2026-01-10": ["privacy-2026-01-10"],
    "2026-01-12": ["subprocessors-2026-01-12"],
    "2026-01-15": ["privacy-2026-01-10/postponed/2026-01-15"],
    "2026-01-18": ["subprocessors-2026-01-12/withdrawn/2026-01-18"],
    "2026-01-20": ["subprocessors-2026-01-08/effective/2026-01-20"],
    "2026-01-28": ["subprocessors-2026-01-28", "subprocessors-2026-01-28-2"],
    "2026-02-02": ["terms-2026-02-02"],
    "2026-02-05": ["privacy-2026-01-10/effective/2026-02-05"],
    "2026-02-10": ["subprocessors-2026-01-28-2/effective/2026-02-10", "subprocessors-2026-01-28/effective/2026-02-10"],
    "2026-02-12": ["subprocessors-2026-02-12"],
    "2026-02-20": ["terms-2026-02-02/effective/2026-02-20"],
}


class Life:
    """A site's builds on successive days, each compared with those before it."""

    def __init__(self, build, site, public):
        self.build, self.site, self.public = build, site, public
        self.times = {}
        self.entries = {}
        self.archives = {}

    def live(self, day):
        self.build(self.site, day.isoformat(), self.public)
        noon = datetime.datetime(day.year, day.month, day.day, 12, tzinfo=datetime.timezone.utc).timestamp()
        self.times = age(self.public, self.times, noon)
        for path in sorted((self.public / "feeds").rglob("*")):
            if path.suffix in (".atom", ".rss", ".json"):
                self.compare(path)

    def compare(self, path):
        """Each entry with its first form, each archive with all of it."""
        where = path.relative_to(self.public).as_posix()
        if re.search(r"\.\d+\.\w+$", where):
            assert self.archives.setdefault(where, path.read_bytes()) == path.read_bytes(), f"{where} changed"
        feed = re.sub(r"(\.\d+)?(\.\w+)$", r"\2", where)
        for entry, form in forms(path):
            first = self.entries.setdefault((feed, entry), form)
            assert form == first, f"{entry} changed in {where}"


def forms(path):
    """The ids of the entries in a document of a feed, each with its text."""
    if path.suffix == ".json":
        return [(item["id"], json.dumps(item, sort_keys=True)) for item in json.loads(path.read_bytes())["items"]]
    root = ElementTree.parse(path).getroot()
    name, key = (f"{ATOM}entry", f"{ATOM}id") if path.suffix == ".atom" else ("item", "guid")
    return [
        (entry.findtext(key), ElementTree.canonicalize(ElementTree.tostring(entry, encoding="unicode")).strip())
        for entry in root.iter(name)
    ]


def poll_all(readers):
    """What arrives in each reader, all polling at once."""
    with concurrent.futures.ThreadPoolExecutor(max_workers=4) as pool:
        return list(pool.map(lambda reader: reader.poll(), readers))


@pytest.fixture
def served(tmp_path):
    """A folder to build into, and nginx on it."""
    public = tmp_path / "Public"
    public.mkdir()
    with Server(tmp_path / "nginx", public) as server:
        yield public, server


def test_each_event_of_fifty_days_arrives_once(build, tmp_path, served):
    """They poll on each day with an event and on the day after it; on further days nothing happens that is new to them."""
    public, server = served
    atom, rss = server.address("feeds/all.atom"), server.address("feeds/all.rss")
    document = server.address("feeds/subprocessors.atom")
    readers = {
        "newsboat": Newsboat(tmp_path / "newsboat", [atom]),
        "newsboat, two formats": Newsboat(tmp_path / "formats", [atom, rss]),
        "newsboat, all and one document": Newsboat(tmp_path / "document", [atom, document]),
        "rss2email": Rss2email(tmp_path / "rss2email", [atom]),
        "rss2email, RSS": Rss2email(tmp_path / "rss2email-rss", [rss]),
        "archives": ArchiveReader(server, SITE, "feeds/all.atom"),
        "archives, RSS": ArchiveReader(server, SITE, "feeds/all.rss"),
    }
    life = Life(build, write_site(LIFE, tmp_path / "site"), public)
    for number in range(50):
        day = START + datetime.timedelta(days=number)
        life.live(day)
        expected = sorted(TAG + event for event in EVENTS.get(day.isoformat(), []))
        if not expected and (day - datetime.timedelta(days=1)).isoformat() not in EVENTS:
            continue
        before = len(server.answers())
        for name, arrived in zip(readers, poll_all(readers.values()), strict=True):
            assert arrived == expected, f"{day}, {name}"
        if number > 1 and not expected:
            # Nothing new: the server sends nothing, to any reader that asks so.
            told = {status for status, path in server.answers(before) if path == "/feeds/all.atom"}
            assert told == {"304", "200"}, f"{day}: {told}"
            plain = sum(status == "200" for status, path in server.answers(before) if path == "/feeds/all.atom")
            assert plain == 1, f"{day}: only our own reader of archives does not ask for what changed"
    assert life.entries, "no entry was compared"


def test_a_second_poll_finds_nothing_new(build, tmp_path, served):
    public, server = served
    Life(build, write_site(SMALL, tmp_path / "site"), public).live(START)
    paths = ["feeds/all.atom", "feeds/all.rss", "feeds/privacy.atom"]
    for reader in (
        Newsboat(tmp_path / "newsboat", map(server.address, paths)),
        Rss2email(tmp_path / "rss2email", [server.address(paths[0])]),
    ):
        assert len(reader.poll()) == 3, reader.name
        if reader.name == "newsboat":
            # It does not remember the headers of its very first answer: the row that they belong to is not there yet.
            assert reader.poll() == []
        before = len(server.answers())
        assert reader.poll() == [], reader.name
        told = server.answers(before)
        assert told and all(status == "304" for status, _ in told), f"{reader.name}: {told}"


def test_four_hundred_events_between_two_polls(build, tmp_path, served):
    public, server = served
    files = dict(SMALL)
    events = []
    for number in range(200):
        day = datetime.date(2026, 2, 1) + datetime.timedelta(days=number // 10)
        effective = day + datetime.timedelta(days=12)
        name = f"Port {number:03}"
        files[f"Content/subprocessors/providers/port-{number:03}.yaml"] = provider(
            name, f"{day}T{8 + number % 10:02}:00", effective
        )
        notice = f"subprocessors-{day}" + (f"-{number % 10 + 1}" if number % 10 else "")
        events += [notice, f"{notice}/effective/{effective}"]
    expected = sorted(TAG + event for event in events)
    readers = {
        "archives": ArchiveReader(server, SITE, "feeds/all.atom"),
        "archives, RSS": ArchiveReader(server, SITE, "feeds/subprocessors.rss"),
        "newsboat": Newsboat(tmp_path / "newsboat", [server.address("feeds/all.atom"), server.address("feeds/all.rss")]),
        "rss2email": Rss2email(tmp_path / "rss2email", [server.address("feeds/all.atom")]),
    }
    life = Life(build, write_site(files, tmp_path / "site"), public)
    life.live(datetime.date(2026, 1, 20))
    first = poll_all(readers.values())
    assert [len(arrived) for arrived in first] == [3, 1, 3, 3]
    for day in ("2026-02-10", "2026-02-24", "2026-03-15"):
        life.live(datetime.date.fromisoformat(day))
    arrived = dict(zip(readers, poll_all(readers.values()), strict=True))
    assert arrived["archives"] == expected
    assert arrived["archives, RSS"] == expected
    # These two read the newest fifty alone, and each of them once.
    newest = sorted(entry for entry, _ in forms(public / "feeds" / "all.atom"))
    assert len(newest) == 50
    assert arrived["newsboat"] == newest
    assert arrived["rss2email"] == newest
    assert set(life.archives) >= {f"feeds/all.{number}.atom" for number in range(1, 9)}
    assert all(reader_arrived == [] for reader_arrived in poll_all(readers.values()))
