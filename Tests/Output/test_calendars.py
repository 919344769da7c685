"""The calendars, by the programs that read them and by RFC 5545 itself."""

import datetime
import re

import icalendar
import pytest
import vobject

from sources import is_public
from worlds import EXAMPLE, SMALL, World, write_site

LIFE = {
    **SMALL,
    "Content/site.yaml": SMALL["Content/site.yaml"].replace('"+00:00"', '"+05:30"')
    + "products: {sonar: Sonar, lamp: Lamp}\n",
    "Content/subprocessors/providers/kelp.yaml": """\
name: "Kelp, Söhne; \\\\ Übersee 🌊"
entity: Kelp Ltd
purpose: "Translates مرحبا, שלום; and 你好 into any of the languages that a customer’s own customers speak at sea"
data: [texts]
locations: [DE]
products: [sonar]
announced: 2026-02-01T01:15
effective: 2026-03-01
note: Needed.
postponed: [{announced: 2026-02-10, effective: 2026-04-01, reason: Not ready.}, {announced: 2026-03-10, effective: 2026-05-01, reason: Still not ready.}]
""",
    "Content/subprocessors/providers/reef.yaml": """\
name: Reef
entity: Reef SA
purpose: Sends mail
data: [mail addresses]
locations: [FR]
announced: 2026-02-01T01:15
effective: 2026-03-01
note: Needed.
withdrawn: {announced: 2026-02-20T18:00, reason: Not needed.}
""",
    "Content/terms/2026-04-15.md": "---\ntitle: Terms\nannounced: 2026-02-05\nsummary: Clearer.\n"
    "withdrawn: {announced: 2026-03-05, reason: Not clearer.}\n---\n\n# Terms\n\n## 1. Use\n\nUse it.\n",
}
DAYS = ["2026-01-04", "2026-01-05", "2026-02-01T01:14", "2026-02-01T01:15", "2026-02-05", "2026-02-09", "2026-02-10",
        "2026-02-20T17:59", "2026-02-20T18:00", "2026-03-01", "2026-03-05", "2026-03-10", "2026-05-01", "2026-12-31"]


def calendars(public):
    found = sorted(public.rglob("*.ics"))
    assert found, "there is no calendar"
    return {str(path.relative_to(public)): path.read_bytes() for path in found}


def check_lines(data, where):
    """CR LF ends every line, and none is longer than 75 octets or begins in the middle of a character."""
    assert data.endswith(b"\r\n"), where
    assert data.count(b"\r") == data.count(b"\n") == data.count(b"\r\n"), f"{where}: a line end is not CR LF"
    for line in data[:-2].split(b"\r\n"):
        assert len(line) <= 75, f"{where}: {len(line)} octets in {line!r}"
        text = line.decode("utf-8")
        assert text.strip(), f"{where}: an empty line"
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", text), f"{where}: {line!r}"
        if text.startswith(" "):
            first = text[1:2]
            assert not first or not ("\u0300" <= first <= "\u036f" or first in "\u200d\ufe0f"), f"{where}: {line!r}"


def events(data):
    """UID to event, as `icalendar` reads them."""
    found = {}
    for event in icalendar.Calendar.from_ical(data).walk("VEVENT"):
        uid = str(event["UID"])
        assert uid not in found, f"{uid} is there twice"
        found[uid] = event
    return found


def check(public):
    for where, data in calendars(public).items():
        check_lines(data, where)
        calendar = icalendar.Calendar.from_ical(data)
        assert not calendar.errors, f"{where}: {calendar.errors}"
        assert calendar["VERSION"] == "2.0" and calendar["PRODID"], where
        assert str(calendar["NAME"]) == str(calendar["X-WR-CALNAME"]), where
        assert b"\r\nREFRESH-INTERVAL;VALUE=DURATION:P1D\r\nX-PUBLISHED-TTL:P1D\r\n" in data, where
        component = vobject.readOne(data.decode("utf-8"))
        assert component.validate(raiseException=True), where
        assert len(component.vevent_list) == len(events(data)) >= 1, where
        for uid, event in events(data).items():
            assert not event.errors, f"{where}: {event.errors}"
            assert type(event.decoded("DTSTART")) is datetime.date, uid
            assert event.decoded("DTEND") - event.decoded("DTSTART") == datetime.timedelta(days=1), uid
            assert event["STATUS"] in ("CONFIRMED", "CANCELLED") and event["TRANSP"] == "TRANSPARENT", uid
            assert str(event["SUMMARY"]).strip() and str(event["DESCRIPTION"]).endswith(str(event["URL"])), uid
            assert event.decoded("DTSTAMP").tzinfo and not event.decoded("DTSTAMP").utcoffset(), uid


def test_every_calendar_is_valid(public):
    check(public)


def test_entries_are_those_of_the_notices(world, public):
    authority = re.search(r"^authority: *(\S+)", (world.site / "Content/site.yaml").read_text(), re.MULTILINE).group(1)
    notices = {path.stem for path in (public / "notices").glob("*.json")}
    everything = events(calendars(public)["feeds/all.ics"])
    seen = set()
    for uid in everything:
        match = re.fullmatch(rf"tag:{re.escape(authority)}:notice/([^/]+)/(objection|effect/[0-9/-]+)", uid)
        assert match, uid
        seen.add(match.group(1))
    assert seen == notices
    for where, data in calendars(public).items():
        for uid, event in events(data).items():
            if "/start" not in uid:
                assert everything[uid].to_ical() == event.to_ical(), f"{where}: {uid} is another in feeds/all.ics"


def follow(build_at, as_ofs):
    """Every later build keeps the ids of an earlier one, and what became another has a higher sequence."""
    seen = {}
    for as_of in as_ofs:
        now = {uid: event for uid, event in events(build_at(as_of)).items() if not uid.endswith("/start")}
        assert set(seen) <= set(now), f"as of {as_of} {set(seen) - set(now)} are gone"
        for uid, event in now.items():
            if uid in seen:
                old = seen[uid]
                same = old.to_ical() == event.to_ical()
                assert event["SEQUENCE"] == old["SEQUENCE"] if same else event["SEQUENCE"] > old["SEQUENCE"], uid
                assert same or event.decoded("DTSTAMP") > old.decoded("DTSTAMP"), uid
        seen = now
    return seen


def test_ids_stay_and_sequences_rise_in_the_example(output_of):
    as_ofs = ["2022-03-01", "2023-12-31", "2024-07-01", "2025-07-31", "2026-11-23", "2026-11-23T16:00", "2027-06-01"]
    as_ofs.sort(key=lambda as_of: (as_of[:10], as_of[10:] or "Z"))
    seen = follow(lambda as_of: calendars(output_of(World("example", EXAMPLE, as_of)))["feeds/all.ics"], as_ofs)
    assert any(event["SEQUENCE"] > 0 for event in seen.values())
    assert any(event["STATUS"] == "CANCELLED" for event in seen.values())


@pytest.fixture(scope="module")
def life(build, tmp_path_factory):
    """What was built of one small site on successive days."""
    root = tmp_path_factory.mktemp("life")
    site = write_site(LIFE, root / "site")
    return {day: build(site, day, root / day.replace(":", "")) for day in DAYS}


def test_a_life_of_announcing_postponing_and_withdrawing(life):
    for public in life.values():
        check(public)
    follow(lambda day: calendars(life[day])["feeds/all.ics"], DAYS)

    def told(day, name="all"):
        return {
            uid.partition("notice/")[2]: (event["SEQUENCE"], str(event.decoded("DTSTART")), str(event["STATUS"]))
            for uid, event in events(calendars(life[day])[f"feeds/{name}.ics"]).items()
            if "2026-02" in uid
        }

    register, terms = "subprocessors-2026-02-01", "terms-2026-02-05"
    assert told("2026-02-01T01:14") == {}
    assert told("2026-02-01T01:15") == {
        f"{register}/objection": (0, "2026-02-11", "CONFIRMED"),
        f"{register}/effect/2026-03-01": (0, "2026-03-01", "CONFIRMED"),
    }
    assert told("2026-12-31") == {
        f"{register}/objection": (3, "2026-02-11", "CONFIRMED"),
        f"{register}/effect/2026-03-01": (2, "2026-03-01", "CANCELLED"),
        f"{register}/effect/2026-03-01/2026-04-01": (1, "2026-05-01", "CONFIRMED"),
        f"{terms}/effect/2026-04-15": (1, "2026-04-15", "CANCELLED"),
    }
    assert told("2026-12-31", "terms").keys() == {f"{terms}/effect/2026-04-15"}
    assert f"{register}/effect/2026-03-01/2026-04-01" in told("2026-12-31", "product/sonar")
    assert f"{register}/effect/2026-03-01/2026-04-01" not in told("2026-12-31", "product/lamp")


def test_names_in_all_scripts_come_back_as_they_are(life):
    event = events(calendars(life["2026-12-31"])["feeds/all.ics"])[
        "tag:tidewater.example,2026:notice/subprocessors-2026-02-01/effect/2026-03-01/2026-04-01"
    ]
    assert "Kelp, Söhne; \\ Übersee 🌊" in str(event["SUMMARY"])
    assert "مرحبا, שלום; and 你好" in str(event["DESCRIPTION"])
    assert event.decoded("DTSTAMP") == datetime.datetime(2026, 3, 9, 18, 30, tzinfo=datetime.timezone.utc)


def test_nothing_is_in_a_calendar_before_its_moment(life):
    for day, public in life.items():
        data = calendars(public)["feeds/all.ics"].replace(b"\r\n ", b"").decode("utf-8")
        assert ("Kelp" in data) == is_public("2026-02-01T01:15", day), day


SCRIPTS = ["Gull, Logs; \\ & Søns ", "ガル・ログ、保管。", "جول، للسجلات؛ ", "Чайка, журналы; "]


def unescaped_first(data):
    """The properties of the calendar, and those of each event, as calendars read them that undo escapes line by line, before
    they join the lines.

    Strict: an escape that is cut, or a line that trimming shortens, is an error.
    """
    whole, found, component = [], [], None
    for line in data.decode("utf-8").split("\r\n")[:-1]:
        assert line == line.rstrip(), f"trimming shortens {line!r}"
        text = re.sub(r"\\(.?)", lambda match: {"n": "\n", "N": "\n"}.get(match[1]) or match[1] or pytest.fail(line), line)
        if line.startswith(" "):
            assert line[1:2].strip(), f"trimming shortens {line!r}"
            component[-1] += text[1:]
        elif line in ("BEGIN:VCALENDAR", "END:VEVENT"):
            component = whole
        elif line == "BEGIN:VEVENT":
            component = []
            found.append(component)
        elif line != "END:VCALENDAR":
            component.append(text)
    return [{name.split(";")[0]: value for name, value in (line.split(":", 1) for line in lines)} for lines in [whole, *found]]


ESCAPE = re.compile(r"\\(.)")
NEWER = {"NAME", "X-WR-CALNAME"}
"""Properties that `icalendar` hands over as they are written: RFC 7986 has the one, no standard the other."""


def as_icalendar_reads(key, value):
    """The words of a property: `icalendar` has classes of its own for lists, days and durations."""
    if hasattr(value, "cats"):
        return ",".join(map(str, value.cats))
    text = value.to_ical().decode("utf-8") if not isinstance(value, str) else str(value)
    return ESCAPE.sub(r"\1", text) if key in NEWER else text


def check_every_property(data):
    """Each property of the calendar and of its events is the same to three readers; returns those of the events."""
    calendar, *events = unescaped_first(data)
    theirs = icalendar.Calendar.from_ical(data)
    objects = vobject.readOne(data.decode("utf-8"))
    walked = {str(event["UID"]): event for event in theirs.walk("VEVENT")}
    others = {event.uid.value: event for event in objects.vevent_list}
    assert len(walked) == len(others) == len(events)
    for strict, told, other in [
        (calendar, theirs, objects), *((event, walked[event["UID"]], others[event["UID"]]) for event in events)
    ]:
        assert strict.keys() == set(told) == {key.upper().replace("_", "-") for key in other.contents} - {"VEVENT"}
        for key, value in strict.items():
            assert as_icalendar_reads(key, told[key]) == value, key
            [line] = other.contents[key.lower()]
            # Days and moments are objects there.
            if isinstance(line.value, (str, list)):
                assert (line.value if isinstance(line.value, str) else ",".join(line.value)) == value, key
    return events


def of_every_length(script):
    return ["".join(script[index % len(script)] for index in range(length)).strip() for length in range(1, 81)]


@pytest.mark.parametrize("script", SCRIPTS)
def test_names_of_every_length_come_whole_to_every_reader(build, tmp_path, script):
    """Names of 1 to 80 characters, each in a summary and in a description whose lines break somewhere else."""
    names = of_every_length(script)
    site = dict(SMALL)
    for index, name in enumerate(names):
        quoted = name.replace("\\", "\\\\")
        site[f"Content/subprocessors/providers/p{index}.yaml"] = (
            f'name: "{quoted}"\nentity: Gull Ltd\npurpose: Keeps {index} logs, on "{index}" days; and no more\n'
            f"data: [logs]\nlocations: [IE]\nannounced: 2026-02-01T{index // 60 + 1:02}:{index % 60:02}\n"
            "effective: 2026-04-01\nnote: Needed.\n"
        )
    public = build(write_site(site, tmp_path / "site"), "2026-03-01", tmp_path / "public")
    check(public)
    told = check_every_property(calendars(public)["feeds/subprocessors.ics"])
    for name in names:
        assert any(name in event["SUMMARY"] for event in told), name


@pytest.mark.parametrize("script", SCRIPTS)
def test_titles_of_every_length_come_whole_to_every_reader(build, tmp_path, script):
    """Titles of documents and names of products of 1 to 80 characters, in the names of calendars and in categories; and ids of
    that length, in addresses and permanent ids."""
    titles = of_every_length(script)
    site = dict(SMALL)
    ids = ["d" * (index + 1) for index in range(len(titles))]
    products = ", ".join('{}: "{}"'.format(id, title.replace("\\", "\\\\")) for id, title in zip(ids, titles))
    site["Content/site.yaml"] = (
        site["Content/site.yaml"].replace("documents: [", f"documents: [{', '.join(ids)}, ") + f"products: {{{products}}}\n"
    )
    for id, title in zip(ids, titles):
        quoted = title.replace("\\", "\\\\")
        site[f"Content/{id}/2026-01-05.md"] = f'---\ntitle: "{quoted}"\n---\n\n# Rules\n\nBe kind.\n'
    public = build(write_site(site, tmp_path / "site"), "2026-03-01", tmp_path / "public")
    for where, data in calendars(public).items():
        check_lines(data, where)
        calendar, *_ = unescaped_first(data)
        events = check_every_property(data)
        id = where.removesuffix(".ics").split("/")[-1]
        if id in ids:
            title = titles[ids.index(id)]
            assert title in calendar["NAME"] and calendar["NAME"] == calendar["X-WR-CALNAME"], where
            assert calendar["SOURCE"] == f"https://trust.tidewater.example/{where}"
            if "product" not in where:
                assert {event["CATEGORIES"] for event in events} == {title}, where
                assert any(f"notice/{id}-2026-01-05" in event["UID"] for event in events), where


def test_every_calendar_is_read_alike_by_those_that_undo_escapes_first(public):
    for data in calendars(public).values():
        check_every_property(data)
