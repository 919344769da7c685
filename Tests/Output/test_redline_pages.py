"""A redline in a real browser: told apart without colour, on paper too, and announced to people with a screen reader."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from test_browser import serve
from worlds import write_site

OLD = """\
# Terms

## 1. Use

Use it well within ten days, as [our policy](/privacy/) says.

This paragraph goes away with all of its words.

Each party keeps its secrets safe. Neither tells them to anybody who has no need to know them.

### 2. Fees

- [ ] Pay on time
- Keep the receipt
- Ask before the end

| Plan | Fee |
|---|---|
| Small | 10 |
| Large | 20 |

| Gone | Table |
|---|---|
| a few | words |

> What is quoted here is gone.


***

## 3. Governing law

The law of the harbour governs this agreement and all disputes that come out of it.

## 4. The end

The agreement ends on 31 May[^1]. ![A plan](/files/old.png)

    curl /v1/pay

[^1]: At midnight.
"""
NEW = """\
# Terms

## 1. Governing law

The law of the harbour governs this agreement and all disputes that come out of it.

## 2. Use

Use it well within thirty days, as [our rules](/privacy/) say.

Each party keeps its secrets safe.

Neither tells them to anybody who has no need to know them.

## 3. Fees

3. [x] Pay on time
4. Keep the receipt
5. Ask long before the end
6. Write to us

| Plan | Seats | Fee |
|---|---|---|
| Small | 1 | 10 |
| Middle | 5 | 15 |

## 4. The end

The agreement *ends* on 30 June[^1]. ![A plan](/files/new.png)

    curl /v2/pay

***

[^1]: At midnight, local time.
"""
FRONT = "---\ntitle: Terms\nannounced: {}\nsummary: Much is new.\n---\n\n"
SITE = """\
organization: {name: Lantern Harbour}
contacts: {security: security@lantern.example, privacy: privacy@lantern.example, legal: legal@lantern.example}
url: https://trust.lantern.example
authority: lantern.example,2026
language: en
utc_offset: "+00:00"
documents: [terms, privacy]
since: 2026-03-01
notice: {days: 0}
"""
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000" "1f15c4890000000d49444154789c6360606060000000050001a5f64540"
    "0000000049454e44ae426082"
)
SCREEN = {"media": "screen", "forced_colors": "none", "color_scheme": "light"}
MEDIA = {
    "screen": SCREEN,
    "dark": {**SCREEN, "color_scheme": "dark"},
    "forced colours": {**SCREEN, "forced_colors": "active"},
    "forced colours, dark": {**SCREEN, "forced_colors": "active", "color_scheme": "dark"},
    "print": {**SCREEN, "media": "print"},
}

# Of each part of the redline that is seen and tells of a change: what tells it, and by which lines.
MARKS = """() => {
    const article = document.querySelector('article[data-redline]')
    const seen = element => element.getClientRects().length > 0
    const lines = element => {
        const style = getComputedStyle(element)
        return [style.textDecorationLine, style.textDecorationStyle].join(' ')
    }
    const frame = element => {
        const style = getComputedStyle(element)
        return [style.outlineStyle, style.borderInlineStartStyle, style.borderBlockStartStyle].join(' ')
    }
    const all = selector => [...article.querySelectorAll(selector)].filter(seen)
    return {
        ins: all('ins:not([data-restated])').map(lines),
        del: all('del:not([data-restated])').map(lines),
        link: all('a[href]').filter(one => !one.closest('ins, del')).map(lines),
        insertedImages: all('ins img, ins input').map(frame),
        deletedImages: all('del img, del input').map(frame),
        insertedRules: all('hr[data-change=inserted]').map(frame),
        deletedRules: all('hr[data-change=deleted]').map(frame),
        oldCopies: all('[data-restated][data-change=deleted], del[data-restated]').length,
        notes: all('[data-note]').length,
        cutOff: all(':scope > [data-change]').filter(one => {
            const line = one.getBoundingClientRect().left + one.clientLeft + parseFloat(getComputedStyle(one, '::after').left)
            return line < Math.max(0, article.getBoundingClientRect().left)
        }).length,
    }
}"""


@pytest.fixture(scope="module")
def redline(build, tmp_path_factory):
    """The address of a page that holds every kind of change."""
    root = tmp_path_factory.mktemp("redline")
    site = write_site(
        {
            "Content/site.yaml": SITE,
            "Content/terms/2026-01-05.md": FRONT.format("2026-01-05") + OLD,
            "Content/terms/2026-02-05.md": FRONT.format("2026-02-05") + NEW,
            "Content/privacy/2026-01-05.md": "---\ntitle: Privacy\n---\n\n# Privacy\n\nWe keep little.\n",
            "Content/files/old.png": PIXEL, "Content/files/new.png": PIXEL,
        },
        root / "site",
    )
    with serve(build(site, "2026-03-01", root / "Public")) as base:
        yield f"{base}/terms/2026-02-05/changes/"


@pytest.fixture
def page(redline, chromium):
    page = chromium.new_page()
    page.goto(redline)
    yield page
    page.close()


@pytest.mark.parametrize("media", MEDIA)
def test_changes_are_told_apart_without_colour(media, page):
    page.emulate_media(**MEDIA[media])
    marks = page.evaluate(MARKS)
    for kind in ("ins", "del", "link", "insertedImages", "deletedImages", "insertedRules", "deletedRules"):
        assert marks[kind], f"the page has no {kind}"
    assert all("underline" in one and "line-through" not in one for one in marks["ins"]), set(marks["ins"])
    assert all("line-through" in one and "underline" not in one for one in marks["del"]), set(marks["del"])
    assert not set(marks["ins"]) & set(marks["link"]), "what is new looks like a link"
    for one, other in (("insertedImages", "deletedImages"), ("insertedRules", "deletedRules")):
        told = set(marks[one]) | set(marks[other])
        assert "none none none" not in told, f"nothing tells of {one} or {other}"
        assert not set(marks[one]) & set(marks[other]), f"{one} look like {other}"
    assert marks["oldCopies"] == 0, "an old copy of what is restated is shown"
    assert marks["notes"] >= 3
    assert marks["cutOff"] == 0, "the line beside a changed block is not seen"


def test_changes_are_announced(page):
    """The tree that screen readers go through has each change by its role, and in words for those that pass over roles."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    nodes = [node for node in nodes if not node.get("ignored")]

    def named(role):
        return [node.get("name", {}).get("value", "") for node in nodes if node.get("role", {}).get("value") == role]

    article = page.locator("article[data-redline]")
    texts = [text.strip() for text in named("StaticText")]
    for element, role, words in (("ins", "insertion", "[added:"), ("del", "deletion", "[deleted:")):
        seen = [
            one for one in article.locator(f"{element}:not([data-restated])").all()
            if one.evaluate("one => one.getClientRects().length > 0")
        ]
        # The legend of the page has one of each too.
        assert len(named(role)) >= len(seen) > 5, role
        assert texts.count(words) >= len([one for one in seen if one.inner_text().strip()]), words
    assert "Moved here" in texts and "Moved from here" in texts
    assert "Level of the heading changed" in texts
    # What stands there twice for those who accept or reject is heard once.
    assert len([name for name in named("heading") if "Fees" in name]) == 1


def test_axe_finds_nothing_serious(page):
    axe = Axe()
    for media, values in MEDIA.items():
        page.emulate_media(**values)
        found = [
            (one["id"], [node["target"] for node in one["nodes"]][:3])
            for one in axe.run(page).response["violations"] if one["impact"] in ("serious", "critical")
        ]
        assert not found, f"{media}: {found}"


@pytest.mark.parametrize("width", [320, 1280])
def test_the_page_does_not_scroll_sideways(width, page):
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [320, 375])
def test_words_as_wide_as_a_phone_break(width, small, build, chromium, tmp_path):
    """Two addresses in the place of one, and a word that no column holds, in a text and in its redline."""
    text = "---\ntitle: Terms\n{}---\n\n# Terms\n\n## 1. Use\n\nWrite to {}.\n\n" + "Donaudampfschifffahrtsgesellschaft" * 3 + "\n"
    write_site({
        "Content/terms/2026-01-05.md": text.format("", "privacy@kestrelfinch.example"),
        "Content/terms/2026-03-20.md": text.format("announced: 2026-02-01\nsummary: Mail.\n", "privacy@harrierworks.example"),
    }, small)
    with serve(build(small, "2026-04-01", tmp_path / "Public")) as base:
        page = chromium.new_page(viewport={"width": width, "height": 800})
        for path in ("/terms/", "/terms/2026-03-20/changes/"):
            page.goto(base + path)
            wide = page.evaluate("(article => [article.scrollWidth, article.clientWidth])(document.querySelector('article'))")
            assert wide[0] <= wide[1], path
        page.close()


def test_the_page_prints(page):
    page.emulate_media(media="print")
    assert page.pdf().startswith(b"%PDF-")
