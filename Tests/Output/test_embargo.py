"""Nothing is anywhere in the output before its moment, and private values are nowhere at any time."""

import html
import re
import struct
import zlib

import pytest

from sources import is_public, items, just_before, private_values, values_of
from worlds import EXAMPLE, LENIENT, SMALL, copy_site, read_tree, with_checks, write_site

RUN = 5  # words in a row that are held to be an author's own


def runs(text):
    """Every run of RUN words of a text, one after the other, tags and punctuation left out."""
    words = re.findall(r"[a-z0-9]+", html.unescape(re.sub(r"<[^>]*>", "", text)).lower())
    return zip(*(words[start:] for start in range(RUN)))


def as_read(texts):
    """The runs of an item's texts one after the other, as written and as a reader sees them, without where links lead."""
    text = "\n".join(texts)
    return {*runs(text), *runs(re.sub(r"\]\([^)]*\)", "]", text))}


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    return copy_site(EXAMPLE, tmp_path_factory.mktemp("example") / "site")


def telling(everything):
    """Moments that stand for all of a site: those with a time of day, of each kind of item the last, and of all every ninth from
    the first on. What is announced at another is looked for before each of these that is earlier."""
    moments = sorted({item.moment for item in everything if item.moment > "2022-03-01"})
    kinds = {}
    for item in everything:
        if item.moment in moments:
            kinds.setdefault((item.name.split("/")[0], ": " in item.name), []).append(item.moment)
    return sorted({*map(max, kinds.values()), *moments[::9], *(moment for moment in moments if "T" in moment)})


def test_before_moments_of_each_kind_nothing_of_the_example_is_there(example, build, tmp_path):
    everything = list(items(example))
    moments = telling(everything)
    assert len(moments) > 25
    all_runs = [({run for text in item.texts for run in runs(text)}, as_read(item.texts)) for item in everything]
    # From moment to moment less is hidden: what was read as it stands once is not read again.
    read = set()
    for moment in moments:
        as_of = just_before(moment)
        hidden = [item for item in everything if not is_public(item.moment, as_of)]
        shown = [item for item in everything if is_public(item.moment, as_of)]
        assert any(item.moment == moment for item in hidden)
        files = read_tree(build(example, as_of, tmp_path / "Public"))

        public_runs, hidden_runs = set(), {}
        for item, (own, read_by_all) in zip(everything, all_runs):
            if is_public(item.moment, as_of):
                public_runs |= read_by_all
            else:
                hidden_runs |= dict.fromkeys(own, item)
        for run in public_runs & hidden_runs.keys():
            del hidden_runs[run]
        public_text = "\n".join(text for item in shown for text in item.texts).lower()
        hidden_names = {
            name.lower(): item for item in hidden for name in item.names if name.lower() not in public_text
        }
        for path, content in files.items():
            if (path, content) in read:
                continue
            read.add((path, content))
            text = content.decode("utf-8", errors="replace")
            if not hidden_runs.keys().isdisjoint(runs(text)):
                run = next(run for run in runs(text) if run in hidden_runs)
                pytest.fail(f"as of {as_of}, {path} says “{' '.join(run)}” of {hidden_runs[run].name}")
            lowered = (path + "\n" + text).lower()
            for name, item in hidden_names.items():
                assert name not in lowered, f"as of {as_of}, {path} names “{name}” of {item.name}"


def picture():
    """A picture of one white point."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0\xff")) + chunk(b"IEND", b"")


# Every place in which an author can write words, each with a word of its own (zq…) and the moment at which it may be seen.
AFTERNOON, EVENING, NEXT_DAY = "2026-02-02T15:00", "2026-02-02T18:30", "2026-02-03"
EMBARGOED = {
    **SMALL,
    "Content/site.yaml": with_checks(SMALL["Content/site.yaml"].replace("privacy, sub", "privacy, zqdocument, sub"), LENIENT),
    "Content/terms/2026-03-01.md": """\
---
title: Terms zqtitle
announced: 2026-02-02T15:00
summary: Says *zqsummary* now.
version: zqversion
applies: [{to: zqcustomers, from: 2026-02-10, new: true}]
postponed: [{announced: 2026-02-03, effective: 2026-04-01, reason: Because of zqpostponed.}]
---

# Terms

## 1. Use zqheading

Use it zqbody well, as [the annex](/files/zqannex.pdf) says, and ask [the newcomer](provider:zqprovider).

![zqalt](/files/zqpicture.png)

| zqcell | b |
|---|---|
| `zqcode` | ~~zqstruck~~ |

A note[^1].

[^1]: The zqfootnote.
""",
    "Content/files/zqannex.pdf": b"%PDF-1.4\n% zqinside\n%%EOF\n",
    "Content/files/zqpicture.png": picture(),
    "Content/zqdocument/2026-03-05.md": """\
---
title: Another
announced: 2026-02-02T18:30
summary: A document called zqanother.
---

# Another

It says little.
""",
    "Content/privacy/2026-03-02.md": """\
---
title: Privacy
announced: 2026-01-20
summary: Keeps less.
withdrawn: {announced: 2026-02-02T18:30, reason: Given up for zqwithdrawn.}
---

# Privacy

## 1. Data

We keep less.
""",
    "Content/subprocessors/providers/anchor.yaml": SMALL["Content/subprocessors/providers/anchor.yaml"] + """\
changes:
  - announced: 2026-02-02T15:00
    effective: 2026-03-01
    name: Anchor zqrenamed
    purpose: Runs the servers and zqpurpose
    data: [account data, zqdatum]
    subjects: [zqsubject]
    locations: [DE, {rule: Where zqrule is, of: [FR]}]
    retention: zqretention
    condition: Only when zqcondition
    note: For the sake of zqnote.
""",
    "Content/subprocessors/providers/zqprovider.yaml": """\
name: Newcomer zqname
entity: zqentity Ltd
category: zqcategory
purpose: Draws zqcharts
data: [account data]
locations: [DE]
website: https://zqwebsite.example
ai: {training: never, retention: zqdays, models: [zqmodel]}
announced: 2026-02-02T15:00
effective: 2026-03-01
note: We use zqreason.
urgent: Because zqurgent.
contact: zqcontact
links: {dpa: "https://zqlink.example"}
""",
    "Content/certifications/zqcertificate.yaml": """\
name: ISO zqcertified
issuer: zqissuer
scope: All of zqscope.
announced: 2026-02-03
from: 2026-02-01
until: 2027-01-31
""",
}
MOMENTS = {
    AFTERNOON: """title summary version customers heading body annex alt cell code struck footnote inside renamed purpose
        datum subject rule retention condition note provider name entity category charts website days model reason
        urgent contact link""".split(),
    EVENING: ["document", "another", "withdrawn"],
    NEXT_DAY: ["postponed", "certified", "issuer", "scope"],
}


@pytest.mark.parametrize(
    "as_of", ["2026-02-01", "2026-02-02T14:59", AFTERNOON, "2026-02-02T18:29", EVENING, "2026-02-02", NEXT_DAY]
)
def test_to_the_minute_in_every_place_where_words_can_stand(as_of, build, tmp_path):
    site = write_site(EMBARGOED, tmp_path / "site")
    files = read_tree(build(site, as_of, tmp_path / "Public"))
    seen = "\n".join([*files, *(content.decode("utf-8", errors="replace") for content in files.values())]).lower()
    expected = {f"zq{word}" for moment, words in MOMENTS.items() if is_public(moment, as_of) for word in words}
    found = set(re.findall(r"zq[a-z]+", seen))
    hidden = {f"zq{word}" for moment, words in MOMENTS.items() if not is_public(moment, as_of) for word in words}
    assert not found & hidden
    assert expected <= found, f"not shown: {expected - found}"
    assert ("files/zqpicture.png" in files) == is_public(AFTERNOON, as_of)


def test_a_file_that_no_visible_text_links_to_is_not_copied(build, tmp_path):
    site = write_site({**SMALL, "Content/files/draft.pdf": b"%PDF-1.4\n%%EOF\n"}, tmp_path / "site")
    assert not [path for path in read_tree(build(site, "2026-02-01", tmp_path / "Public")) if "draft" in path]


def test_private_values_are_nowhere(output_of, world, public):
    values = private_values(world.site)
    if world.site == EXAMPLE:
        assert len(values) > 1
    for path, content in read_tree(public).items():
        for file, value in values:
            assert value.encode() not in content, f"{path} shows a private value of {file}"


def test_unrecorded_values_are_in_no_dated_page_notice_feed_or_text(world, public):
    values = values_of(world.site / "Content", {"contact", "links"})
    if world.site == EXAMPLE:
        assert values
    for path, content in read_tree(public).items():
        dated = re.search(r"/on/|^notices/|^feeds/|^record/|/\d{4}-\d\d-\d\d", path)
        for file, value in values if dated else []:
            assert value.encode() not in content, f"{path} shows an unrecorded value of {file}"
