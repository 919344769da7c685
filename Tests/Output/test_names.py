"""A life of builds in which the company is renamed twice, a product is retired and offered again, and contacts change:
what was told keeps the names of its moment, to the byte, and every event is later than the one before it."""

import datetime
import json
import re

import pytest

import names_of_sources
import record_of_sources
import records
from everything_published import compare
from feeds import FORMATS, walk
from worlds import SMALL, read_tree, write_site

URL = "https://trust.tidewater.example"
START = datetime.date(2026, 1, 5)
STEPS = 40
BUILT = (0, 4, 9, 10, 11, 17, 18, 24, 29, 30, 31, 36, STEPS)


def day(step):
    return START + datetime.timedelta(days=2 * step)


# Each item of `renamed` by the step of its day. It is written two steps before, and nothing of it shows until then.
RENAMED = {
    10: "organization: {name: Ebb, legal_name: Ebb Holding}, contacts: {privacy: privacy@ebb.example}, "
    f"products: {{quay: Mole, pier: {{name: Pier, retired: {day(18)}}}}}",
    30: "organization: {name: Slackwater, legal_name: ~}, contacts: {security: security@slackwater.example}, language: de, "
    "products: {pier: Jetty}",
}
# What is said from a day on, and what is said no more.
NEW = {10: ["Ebb", "privacy@ebb.example", "Mole"], 30: ["Slackwater", "security@slackwater.example", "Jetty"]}
OLD = {10: ["Tidewater", "privacy@tidewater.example", "Quay"], 30: ["Ebb", "security@tidewater.example", "Pier"]}


def sources(step):
    """The site's sources as they stand at a step: they only grow."""
    items = "".join(f"  - {{from: {day(at)}, {words}}}\n" for at, words in RENAMED.items() if at - 2 <= step)
    files = dict(SMALL)
    files["Content/site.yaml"] = SMALL["Content/site.yaml"].replace(
        "{days: 10, objection_days: 10}", "{days: 0, objection_days: 0}"
    ) + f"products: {{quay: {{name: Quay, from: {START}}}, pier: Pier}}\n" + (f"renamed:\n{items}" if items else "")
    anchor = SMALL["Content/subprocessors/providers/anchor.yaml"] + "products: [pier]\nchanges:\n"
    for now in range(1, step + 1):
        # Whatever the build that publishes it first, nothing takes effect before it.
        files[f"Content/terms/{day(now + 6)}.md"] = (
            f"---\ntitle: Terms\nannounced: {day(now)}\nsummary: More uses.\n---\n\n# Terms\n\nUse it for {now} things.\n"
        )
        if now % 3 == 0:
            files[f"Content/subprocessors/providers/row-{now}.yaml"] = (
                f"name: Row {now}\nentity: Row {now} GmbH\npurpose: Sends mails of kind {now}\ndata: [addresses]\nlocations: [FR]\n"
                f"products: [quay]\nannounced: {day(now)}\neffective: {day(now + 6)}\nnote: It sends mails.\n"
            )
        if now % 5 == 0:
            files[f"Content/privacy/{day(now + 6)}.md"] = (
                f"---\ntitle: Privacy\nannounced: {day(now)}T00:00\nsummary: More.\n---\n\n# Privacy\n\nWe keep {now} kinds.\n"
            )
        if now % 8 == 3:
            products = "[pier, quay]" if now % 16 == 3 else "[pier]"
            anchor += f"  - {{announced: {day(now)}, effective: {day(now + 6)}, products: {products}, note: As needed.}}\n"
    files["Content/subprocessors/providers/anchor.yaml"] = anchor.removesuffix("changes:\n")
    return files


@pytest.fixture(scope="module")
def life(trustpress, tmp_path_factory):
    """Every build of it by its step, each after the one before: the sources, and what was published."""
    builds, previous = {}, "none"
    for step in BUILT:
        folder = tmp_path_factory.mktemp(f"step-{step}")
        site, public = write_site(sources(step), folder / "site"), folder / "Public"
        done = trustpress("build", "--site", site, "--as-of", day(step), "--previous", previous, "--output", public)
        assert done.returncode == 0, f"step {step}: {done.stderr}"
        builds[step] = (site, public)
        previous = public
    return builds


def entries_of(tree):
    """The bytes of every entry of every feed and calendar, archives among them: by its format, feed and id."""
    forms = {
        "atom": (rb"<entry>.*?</entry>", rb"<id>(.*?)</id>"),
        "rss": (rb"<item>.*?</item>", rb"<guid[^>]*>(.*?)</guid>"),
        "ics": (rb"BEGIN:VEVENT.*?END:VEVENT", rb"\r\nUID:(.*?)\r\n(?! )"),
    }
    found = {}
    for path, content in tree.items():
        feed, _, form = path.rpartition(".")
        if not path.startswith("feeds/") or form == "opml":
            continue
        if form == "json":
            told = [(item["id"].encode(), records.canonical(item)) for item in json.loads(content)["items"]]
        else:
            whole, name = forms[form]
            told = [(re.search(name, entry, re.DOTALL)[1], entry) for entry in re.findall(whole, content, re.DOTALL)]
        for name, entry in told:
            # A calendar that has no day yet holds one that says so.
            if name.endswith(b"/start"):
                continue
            key = (form, re.sub(r"\.\d+$", "", feed), name)
            assert found.setdefault(key, entry) == entry, f"{path} says {name} in two ways"
    return found


def is_archive(path):
    return re.fullmatch(r"feeds/.*\.\d+\.(atom|rss|json)", path) is not None


def test_nothing_that_was_told_ever_changes(life):
    trees = {step: read_tree(public) for step, (_, public) in life.items()}
    kept, told = {}, {}
    for step, tree in trees.items():
        still = {path: content for path, content in tree.items() if is_archive(path) or re.fullmatch(r"notices/.*\.json", path)}
        assert {path for path, content in kept.items() if still.get(path) != content} == set(), f"step {step}"
        entries = entries_of(tree)
        assert {key for key, entry in told.items() if entries.get(key) != entry} == set(), f"step {step}"
        kept, told = still, told | entries
    for earlier, later in zip(trees.values(), list(trees.values())[1:]):
        compare(earlier, later)
    # The first archive was full before the second renaming, and holds the first.
    first = trees[29]["feeds/all.1.atom"]
    assert b"notice/renamed-%s<" % str(day(10)).encode() in first and first == trees[STEPS]["feeds/all.1.atom"]
    assert "feeds/product/pier.atom" in trees[24]


@pytest.mark.parametrize("format", FORMATS)
def test_every_event_is_later_than_the_one_before(life, format):
    """By their stamps, of all feeds in the one list of events, in each build."""
    for step, (_, public) in life.items():
        newest, *archives = walk(public, "all", format, URL)
        entries = [entry for archive in reversed(archives) for entry in archive.entries]
        entries += [entry for entry in reversed(newest.entries) if entry not in entries]
        stamps = [entry.when for entry in entries]
        assert all(earlier < later for earlier, later in zip(stamps, stamps[1:])), f"step {step}"
        assert len(stamps) > step
    # More than one event of a day, and of a moment, is there to be told apart.
    days = [stamp.date() for stamp in stamps]
    assert len(days) > len(set(days)) and any(stamp.second for stamp in stamps)


def test_each_event_has_the_names_of_its_moment(life):
    site, public = life[STEPS]
    renamings = 0
    seen = dict.fromkeys([word for words in [*NEW.values(), *OLD.values()] for word in words], 0)
    newest, *archives = walk(public, "all", "json", URL)
    for entry in {entry.id: entry for document in [newest, *archives] for entry in document.entries}.values():
        told = re.sub(r"https?://[^\s\"<]*", "", f"{entry.title} {entry.summary} {entry.html}")
        if ":notice/renamed-" in entry.id:
            renamings += 1
            continue
        on = entry.when.date()
        for word in seen:
            seen[word] += bool(re.search(rf"\b{re.escape(word)}\b", told))
        for at in RENAMED:
            for word in OLD[at] if on >= day(at) else NEW[at]:
                assert not re.search(rf"\b{re.escape(word)}\b", told), f"{entry.id} says {word}"
    assert renamings == 2
    assert {word for word, count in seen.items() if count} >= {"Quay", "Mole"}, seen
    blocks = [
        names | {"products": {name: product["name"] for name, product in products.items()}}
        for _, names, products in names_of_sources.blocks_of(site)
    ]
    for (before, after), at in zip(zip(blocks, blocks[1:]), RENAMED):
        notice = json.loads((public / "notices" / f"renamed-{day(at)}.json").read_text())
        assert notice["names"] == {"before": before, "after": after}


def test_the_record_has_every_name_by_another_reader(life, trustpress):
    for step, (site, public) in life.items():
        as_of = str(day(step))
        entries = records.verify(public)
        made = record_of_sources.made_from(site, as_of)
        settings = ("site", "notice", "register")
        assert [line for line in records.lines_of(public) if json.loads(line)["kind"] not in settings] == made, f"step {step}"
        assert (public / "record" / "names.jsonl").read_bytes() == names_of_sources.words_behind(site, as_of, entries)
    done = trustpress("verify", life[STEPS][1])
    assert done.returncode == 0, done.stderr
    # Worked out by hand: three names of the company; Quay, Mole; Pier, retired, Jetty.
    told = [(entry["kind"], entry.get("product"), entry.get("from"), entry.get("retired")) for entry in entries if "sha256" in entry]
    assert [line for line in told if line[0] in ("names", "product")] == [
        ("names", None, None, None),
        ("product", "pier", "2026-01-05", None),
        ("product", "quay", "2026-01-05", None),
        ("names", None, "2026-01-25", None),
        ("product", "quay", "2026-01-25", None),
        ("product", "pier", "2026-02-10", "2026-02-10"),
        ("names", None, "2026-03-06", None),
        ("product", "pier", "2026-03-06", None),
    ]


def products(quay, *renamed):
    return f"products: {{quay: {quay}, pier: Pier}}\n" + items(*renamed)


def items(*renamed):
    return "".join(["renamed:\n", *(f"  - {{{item}}}\n" for item in renamed)]) if renamed else ""


WAYS = {
    "retired from the start": products("{name: Quay, retired: 2025-12-01}"),
    "retired": products("{name: Quay, retired: 2026-03-01}"),
    "called otherwise while retired": products(
        "{name: Quay, retired: 2026-03-01}", "from: 2026-04-01, products: {quay: {name: Mole, retired: 2026-03-01}}"),
    "offered again by another name, and retired again": products(
        "{name: Quay, retired: 2026-03-01}", "from: 2026-04-01, products: {quay: Mole}",
        "from: 2026-05-01, products: {quay: {name: Mole, retired: 2026-05-20}}"),
    "called otherwise before it is retired": products("{name: Quay, retired: 2026-05-01}", "from: 2026-04-01, products: {quay: Mole}"),
    "retired later than was written": products(
        "{name: Quay, retired: 2026-05-01}", "from: 2026-04-01, products: {quay: {name: Quay, retired: 2026-05-10}}"),
    "retired by an item on its day": products("Quay", "from: 2026-04-01, products: {quay: {name: Mole, retired: 2026-04-01}}"),
    "kept on the day on which it was to be retired": products(
        "{name: Quay, retired: 2026-04-01}", "from: 2026-04-01, organization: {name: Ebb}, products: {quay: Quay}"),
    "called otherwise before it is public": products(
        "{name: Quay, from: 2026-04-10}", "from: 2026-04-01, organization: {name: Ebb}, products: {quay: Mole}"),
    "public at a time of a day of other names": products(
        "{name: Quay, from: 2026-04-01T10:00}", "from: 2026-04-01, organization: {name: Ebb}, products: {quay: Mole}",
        "from: 2026-04-02, products: {quay: Jetty}"),
    "called otherwise today": products("Quay", "from: 2026-06-01, products: {quay: Mole}"),
    "called otherwise tomorrow": products("Quay", "from: 2026-06-02, products: {quay: Mole}"),
    "an address that comes and goes": items(
        "from: 2026-04-01, organization: {address: 1 Quay}", "from: 2026-04-02, organization: {address: ~, legal_name: Ebb Holding}",
        "from: 2026-04-03, organization: {name: Ebb}"),
    "the old name again": items("from: 2026-04-01, organization: {name: Ebb}", "from: 2026-05-01, organization: {name: Tidewater}"),
    "a language for four days": items("from: 2026-04-01, language: de", "from: 2026-04-05, language: en"),
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_whatever_is_called_otherwise_is_made_again_from_the_record(way, small, build, trustpress, tmp_path):
    """By another reader from the sources, and by `verify` from what is published."""
    (small / "Content/site.yaml").write_text(SMALL["Content/site.yaml"] + way)
    public = build(small, "2026-06-01", tmp_path / "Public")
    entries = records.verify(public)
    made = record_of_sources.made_from(small, "2026-06-01")
    assert [line for line in records.lines_of(public) if json.loads(line)["kind"] not in ("site", "notice", "register")] == made
    assert (public / "record" / "names.jsonl").read_bytes() == names_of_sources.words_behind(small, "2026-06-01", entries)
    done = trustpress("verify", public)
    assert done.returncode == 0, done.stderr
