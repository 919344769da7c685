"""The site in a real browser: what it loads, how it stands on a narrow screen, and what people with a screen reader get."""

import contextlib
import functools
import http.server
import itertools
import re
import threading

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from pages import pages_of
from worlds import EXAMPLE, REPOSITORY, World, write_site

WORLDS = [World("proyecta", REPOSITORY, "2026-11-23"), World("example", EXAMPLE, "2026-11-23")]
# What is waited for comes, however slow the machine is.
expect.set_options(timeout=60_000)

NARROW, MIDDLE, WIDE = {"width": 320, "height": 640}, {"width": 768, "height": 1024}, {"width": 1440, "height": 900}


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@contextlib.contextmanager
def serve(public):
    """The address on this machine at which a folder is served for a while."""
    handler = functools.partial(Quiet, directory=str(public))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="module", params=WORLDS, ids=str)
def served(request, output_of):
    """A built site, its address on this machine, and a sample of its pages: some of each kind."""
    public = output_of(request.param)
    with serve(public) as base:
        yield public, base, sample(public)


def address(path, public):
    return "/" + str(path.relative_to(public)).removesuffix("index.html")


def kind(text):
    """What a page is, by the class of its body; registers apart from other documents."""
    name = re.search(r'<body class="page-([\w-]+)"', text)[1]
    return "register" if name == "document" and "data-list=" in text else name


def pages_by_kind(public):
    """The addresses of the pages of each kind, the shortest first."""
    kinds = {}
    for path in pages_of(public):
        text = path.read_text(encoding="utf-8")
        kinds.setdefault(kind(text), []).append((len(text), address(path, public)))
    return {name: [page for _, page in sorted(pages)] for name, pages in kinds.items()}


def sample(public):
    """Of each kind of page the longest, and the shortest where there are many: it is the one that was erased or withdrawn."""
    kinds = pages_by_kind(public).values()
    return [page for pages in kinds for page in [pages[-1]] + (pages[:1] if len(pages) > 20 else [])]


def test_the_example_has_a_page_of_every_kind(output_of):
    """Those that docs/templates.md names, and no other; so that what is tried on each kind misses none."""
    line = re.search(r"`kind`, what the page is: (.*?) \|", (REPOSITORY / "docs" / "templates.md").read_text(encoding="utf-8"))[1]
    assert set(pages_by_kind(output_of(WORLDS[1]))) - {"register"} == set(re.findall(r"`([\w-]+)`", line))


def visit(page, url):
    """Opens a page, and gives what it asked for and what it complained of."""
    requests, complaints = [], []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda said: complaints.append(f"{said.text} {said.location['url']}") if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("response", lambda answer: complaints.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None)
    page.goto(url, wait_until="load")
    return requests, complaints


def test_no_page_asks_for_anything_elsewhere(served, chromium):
    _, base, addresses = served
    for path in addresses:
        page = chromium.new_page()
        requests, complaints = visit(page, base + path)
        page.close()
        assert all(url.startswith((base + "/", "data:")) for url in requests), (path, requests)
        assert not complaints, (path, complaints)


def test_pages_say_the_same_without_javascript(served, chromium):
    _, base, addresses = served
    without = chromium.new_context(java_script_enabled=False)
    with_scripts = chromium.new_context()
    pages = [without.new_page(), with_scripts.new_page()]
    for path in addresses:
        if path.endswith("/compare/"):
            continue  # What is compared stands there with a script alone.
        texts = []
        for page in pages:
            page.goto(base + path)
            if page is pages[0] and page.locator("[data-day]").count():
                break  # A script leads on from a day to the edition that began to hold on it.
            page.evaluate("document.querySelectorAll('.needs-script').forEach((one) => one.remove())") if page is pages[1] else None
            texts.append(page.locator("main").inner_text().strip())
        else:
            assert texts[0], f"{path} shows nothing without JavaScript"
            assert texts[0] == texts[1], f"{path} says something else without JavaScript"
    without.close()
    with_scripts.close()


COLOURS = {
    "light": {"color_scheme": "light", "forced_colors": "none"}, "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "forced": {"color_scheme": "light", "forced_colors": "active"},
}
# What depends on colours; all else is the same in each of them.
COLOUR_RULES = ["color-contrast", "link-in-text-block"]
RUN_AXE = """async (rules) => {
  const only = rules ? { runOnly: { type: "rule", values: rules } } : {};
  const { violations } = await axe.run(document, { resultTypes: ["violations"], ...only });
  return violations.map(({ id, nodes }) => `${id} at ${nodes.slice(0, 3).map(({ target }) => target).join(", ")}`);
}"""


def without_scripts(browser):
    """A page to which no script of the site comes. Axe is a script itself, so they are not switched off."""
    page = browser.new_page()
    page.route("**/*.js", lambda route: route.abort())
    return page


def violations(page, viewport, colours, rules=None):
    """What axe finds on a page that is open and has it, in a look."""
    page.set_viewport_size(viewport)
    page.emulate_media(**COLOURS[colours])
    return [f"{page.url} at {viewport['width']} px, {colours}: {one}" for one in page.evaluate(RUN_AXE, rules)]


def test_axe_finds_nothing_on_a_page_of_each_kind_in_any_look(output_of, chromium):
    """In each width all rules, and those of colours in all colours, on the narrowest and the widest. Without the script each kind
    in one of three looks, by turns."""
    public, axe, found = output_of(WORLDS[1]), Axe().axe_script, []
    with serve(public) as base:
        every = [(MIDDLE, "light"), *itertools.product((NARROW, WIDE), COLOURS)]
        by_turns = itertools.cycle([look] for look in zip((MIDDLE, WIDE, NARROW), COLOURS))
        for page, looks in ((chromium.new_page(), itertools.repeat(every)), (without_scripts(chromium), by_turns)):
            for pages, of_page in zip(pages_by_kind(public).values(), looks):
                page.goto(base + pages[len(pages) // 2])
                page.evaluate(axe)
                for viewport, colours in of_page:
                    is_seen = len(of_page) > 1 and colours != "light"
                    found += violations(page, viewport, colours, COLOUR_RULES if is_seen else None)
            page.close()
    assert not found, "\n".join(found)


def test_axe_finds_nothing(served, chromium):
    """On the longest and the shortest pages, each in a look of its own."""
    _, base, addresses = served
    page, looks, found = chromium.new_page(), itertools.cycle(zip((NARROW, MIDDLE, WIDE), COLOURS)), []
    for path, (viewport, colours) in zip(addresses, looks):
        page.goto(base + path)
        page.evaluate(Axe().axe_script)
        found += violations(page, viewport, colours)
    page.close()
    assert not found, "\n".join(found)


# Lines of text that lie over others, two of each pair's words; what nobody sees is passed over.
OVERLAPS = """() => {
  const lines = [], texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const element = text.parentElement;
    if (!text.data.trim() || element.closest("option") || !element.checkVisibility({ visibilityProperty: true })) continue;
    const boxes = [];
    for (let around = element; around; around = around.parentElement) {
      const { clipPath, overflowX, overflowY } = getComputedStyle(around);
      if (clipPath !== "none" && overflowX === "hidden") boxes.push({ left: 0, right: 0, top: 0, bottom: 0 });
      if (overflowX !== "visible" || overflowY !== "visible") boxes.push(around.getBoundingClientRect());
    }
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const { left, right, top, bottom, height } of range.getClientRects()) {
      if (boxes.some((box) => right <= box.left || left >= box.right || bottom <= box.top || top >= box.bottom)) continue;
      // Lines stand close to each other: a sixth above and below is the air of a font.
      lines.push({ left, right, top: top + height / 6, bottom: bottom - height / 6, text });
    }
  }
  lines.sort((one, other) => one.top - other.top);
  const found = new Set();
  lines.forEach((one, place) => {
    for (let next = place + 1; next < lines.length && lines[next].top < one.bottom; next += 1) {
      const other = lines[next];
      const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      if (one.text !== other.text && wide > 2 && Math.min(one.bottom, other.bottom) - other.top > 1) {
        found.add([one, other].map(({ text }) => text.data.trim().slice(0, 30)).join(" over "));
      }
    }
  });
  return [...found];
}"""


@pytest.mark.parametrize("viewport", [NARROW, MIDDLE, WIDE], ids=lambda v: f"{v['width']}px")
def test_no_page_scrolls_sideways_and_no_words_lie_over_others(viewport, served, chromium):
    _, base, addresses = served
    page = chromium.new_page(viewport=viewport)
    for path in addresses:
        page.goto(base + path)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= viewport["width"], f"{path} is {wide} px wide"
        assert page.evaluate(OVERLAPS) == [], path
    page.close()


# Words of German wider than a phone, addresses, names of many words, and moments with a time: in the name of a company, a
# title, rows, days, and the foot of each page.
LONG_WORDS = {
    "Content/site.yaml": """\
organization: {name: Wohnungsbaugenossenschaft Hamburg}
contacts: {security: datenschutzbeauftragte@heronanalytics.example, privacy: datenschutz@heron.example, legal: legal@wohnungsbaugenossenschaftsverband-hamburg.example}
url: https://trust.tidewater.example
authority: tidewater.example,2026
language: de
utc_offset: "+01:00"
documents: [avv, subprocessors]
since: 2026-01-05
notice: {days: 10, objection_days: 10}
checks: {annex-incomplete: off}
""",
    "Content/index.md": "# Vertrauen\n\nWillkommen.\n",
    "Content/avv/2026-01-05.md": "---\ntitle: Auftragsverarbeitungsvereinbarung\n---\n\n## 1. Unterauftragsverarbeiter\n\nText.\n",
    "Content/subprocessors/2026-01-05.md": "---\ntitle: Unterauftragsverarbeiter\n---\n\nListe.\n",
    "Content/subprocessors/providers/heron.yaml": """\
name: Rechenzentrumsbetriebsgesellschaft
entity: Rechenzentrumsbetriebsgesellschaft Norddeutschland mbH
purpose: Rechenzentrumsinfrastrukturbetriebsdienstleistungen
data: [Kommunikationsdaten]
locations: [DE]
website: https://www.rechenzentrumsbetriebsgesellschaft-norddeutschland.example/unternehmen/datenschutz
contact: "Datenschutz, datenschutz@rechenzentrumsbetriebsgesellschaft.example"
announced: 2026-01-05
changes:
  - announced: 2026-02-12T16:45
    effective: 2026-03-12
    data: [Kommunikationsdaten, Protokolle]
    note: Wir sehen in Protokollen nach.
    postponed: [{announced: 2026-02-24T11:30, effective: 2026-04-15, reason: Es ist noch nicht so weit.}]
""",
    "Content/subprocessors/providers/tern.yaml": """name: Tern Cloud Services für Europa und den Nahen Osten und alle ihre Gesellschaften
entity: Tern Cloud GmbH
purpose: Stellt Rechner
data: [Protokolle]
locations: [DE]
announced: 2026-01-05
""",
}


def test_words_wider_than_a_phone_are_broken(chromium, build, tmp_path):
    """Nothing ends outside of the screen, and the menu stays in reach."""
    public = build(write_site(LONG_WORDS, tmp_path / "site"), "2026-03-01", tmp_path / "Public")
    with serve(public) as base:
        for width in (320, 360, WIDE["width"]):
            page = chromium.new_page(viewport={"width": width, "height": 640})
            for path in sorted(address(path, public) for path in public.rglob("*.html")):
                page.goto(base + path)
                assert page.evaluate("document.documentElement.scrollWidth") <= width, (path, width)
                assert page.evaluate(OVERLAPS) == [], (path, width)
                menu = page.locator(".menu > summary").bounding_box()
                assert menu["x"] + menu["width"] <= width, (path, width)
            labels = page.locator(".foot dt").all()
            assert all(label.bounding_box()["height"] < 24 for label in labels), f"a label is broken at {width} px"
            page.close()


def test_the_style_sheet_is_in_effect(served, chromium):
    _, base, _ = served
    page = chromium.new_page(viewport=WIDE)
    page.goto(base + "/")
    family = page.evaluate("getComputedStyle(document.body).fontFamily")
    page.close()
    assert "Times" not in family, "the page looks as if it had no style sheet"


def test_pages_print(served, chromium):
    """Every page of the sample becomes a PDF, without the navigation."""
    _, base, addresses = served
    page = chromium.new_page()
    for path in addresses[:6]:
        page.goto(base + path)
        page.emulate_media(media="print")
        assert page.pdf().startswith(b"%PDF-")
    page.close()


LONG_ADDRESS = "https://heron.example/?" + "k" * 120


def table(*rows):
    return "".join(f"| {' | '.join(row)} |\n" for row in (rows[0], ["---"] * len(rows[0]), *rows[1:])) + "\n"


# Of many columns, of long words, of an address, and one that fits where no word of it is broken.
TABLES = (
    table([f"Spalte {number}" for number in range(14)], ["Vertragsunterlagen"] * 14)
    + table(["Auftragsverarbeitungsvertrag", "Datenschutz-Folgenabschätzung", "Empfängerkategorie"] * 2 + ["Land"], ["a"] * 7)
    + table(["a", "b", "c", "d"], ["1", "2", "3", f"[{LONG_ADDRESS}]({LONG_ADDRESS})"])
    + table(
        ["Nr.", "Firma", "Zweck", "Land", "Daten", "Vertrag", "Grundlage", "Seit"],
        ["10", "Reiher", "betreibt die Server und die Datenbanken, auf denen alles liegt", "Irland", "Namen", "AVV", "Vertrag", "2026"],
    )
)
# What is wider than a sheet or a column: words of a title, an address, a table, names of papers and products, and items in items.
WIDE_WORDS = LONG_WORDS | {
    "Content/site.yaml": LONG_WORDS["Content/site.yaml"] + "products: {all: Rechenzentrumsinfrastrukturbetriebsdienste, one: Eins}\n",
    "Content/avv/2026-01-05.md": "---\ntitle: Vereinbarung\n---\n\n"
    f"## 1. {'Unterauftragsverarbeiter' * 5}\n\n<{LONG_ADDRESS}>\n\n"
    + TABLES + "- [x] Haken\n\nEbenen:\n\n" + "".join("  " * depth + f"- Ebene {depth}\n" for depth in range(12)),
    "Content/subprocessors/providers/tern.yaml": LONG_WORDS["Content/subprocessors/providers/tern.yaml"] + "products: [all]\n"
    "links: {other: [{name: Auftragsverarbeitungsvereinbarungsunterlagen, url: https://tern.example/}]}\n",
}
# Words that reach out of the box that they stand in, or out of a sheet of a width; what scrolls is passed over on a screen.
OUTSIDE = """(sheet) => {
  const found = [], texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const element = text.parentElement, box = element.closest("td, th, li, p, dd, dt, main").getBoundingClientRect();
    if (!text.data.trim() || element.closest("option, thead, .visually-hidden, .own-title")) continue;
    if (!element.checkVisibility({ visibilityProperty: true }) || !sheet && element.closest("article, .text")) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const end = sheet || box.right;
    if ([...range.getClientRects()].some(({ right, width }) => width && right > end + 8)) found.push(text.data.trim().slice(0, 40));
  }
  return found;
}"""


# Words of the last table that stand on two lines.
BROKEN = """() => [...[...document.querySelectorAll("article table")].at(-1).querySelectorAll("th, td")].filter((cell) => {
  const range = document.createRange();
  range.selectNodeContents(cell);
  return !cell.textContent.trim().includes(" ") && new Set([...range.getClientRects()].map(({ top }) => top)).size > 1;
}).map((cell) => cell.textContent)"""


def test_no_word_is_cut_off_on_paper_or_leaves_its_column(chromium, build, tmp_path):
    public = build(write_site(WIDE_WORDS, tmp_path / "site"), "2026-03-01", tmp_path / "Public")
    with serve(public) as base:
        page = chromium.new_page()
        for path in ("/avv/", "/avv/history/", "/subprocessors/", "/subprocessors/tern/"):
            page.goto(base + path)
            for width in (768, 970, 1280):
                page.set_viewport_size({"width": width, "height": 900})
                assert page.evaluate("document.documentElement.scrollWidth") <= width, (path, width)
                assert page.evaluate(OUTSIDE, 0) == [], (path, width)
            # A sheet of A4 within its margins; on its side where a list stands on it.
            sheet = 1017 if page.locator("main .list").count() else 642
            page.emulate_media(media="print")
            page.set_viewport_size({"width": sheet, "height": 900})
            assert page.evaluate(OUTSIDE, sheet) == [], path
            if path == "/avv/":
                assert page.evaluate(BROKEN) == []
            page.emulate_media(media="screen")
        page.close()


def test_boxes_stand_on_the_line_of_their_words_and_deep_items_are_read(chromium, build, tmp_path):
    public = build(write_site(WIDE_WORDS, tmp_path / "site"), "2026-03-01", tmp_path / "Public")
    with serve(public) as base:
        page = chromium.new_page(viewport=NARROW)
        page.goto(base + "/avv/")
        item = page.locator("li.task")
        box, line = item.locator("input").bounding_box(), item.bounding_box()
        assert line["height"] < 40
        assert line["y"] <= box["y"] and box["y"] + box["height"] <= line["y"] + line["height"]
        assert page.get_by_text("Ebene 11", exact=True).last.bounding_box()["height"] < 40
        page.close()


REACHABLE = """() => {
    const all = [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
        .filter((one) => one.checkVisibility({visibilityProperty: true}) && !one.disabled);
    all.forEach((one, place) => { one.dataset.place = place; });
    return all.map((one) => one.outerHTML.slice(0, 120));
}"""
FOCUSED = """() => {
    const one = document.activeElement, {outlineStyle, outlineWidth} = getComputedStyle(one);
    return [Number(one.dataset.place ?? -1), outlineStyle !== "none" && parseFloat(outlineWidth) >= 2];
}"""


def test_the_keyboard_reaches_everything_on_every_kind_of_page(output_of, chromium):
    """In the order of the page, with a ring around it, and nowhere is it held."""
    public = output_of(WORLDS[1])
    with serve(public) as base:
        page = chromium.new_page(viewport=WIDE)
        for pages in pages_by_kind(public).values():
            path = pages[len(pages) // 2]
            page.goto(base + path)
            reachable = page.evaluate(REACHABLE)
            reached = []
            for _ in range(4 * len(reachable) + 4):
                page.keyboard.press("Tab")
                place, has_ring = page.evaluate(FOCUSED)
                if reached[-1:] == [place]:
                    continue  # The parts of a day.
                if place < 0 or place in reached:
                    break  # Out of the page, or at its beginning again.
                reached.append(place)
                assert has_ring, f"{path}: nothing shows that {reachable[place]} has the focus"
            missed = [reachable[place] for place in range(len(reachable)) if place not in reached]
            assert not missed, f"{path}: the keyboard does not reach {missed[:3]}"
            assert reached == sorted(reached), f"{path}: the order of the keyboard is not that of the page"
        page.close()
