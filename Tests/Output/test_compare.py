"""Two editions compared in the browser are what `trustpress diff --format html` and the redline pages say of them."""

import gzip
import itertools
import random
import re
import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe

import histories
import real_texts
from test_browser import NARROW, RUN_AXE, WIDE, serve
from worlds import EXAMPLE, REPOSITORY, World, write_site

PARTS = REPOSITORY / "Scripts" / "compare"
OTHERS = 12
"""How many pairs of each history are compared that no page shows."""

READ = """
const page = (address) => new Promise((resolve, reject) => {
  const request = new XMLHttpRequest();
  request.open("GET", address);
  request.responseType = "document";
  request.onload = () => resolve(request.response);
  request.onerror = reject;
  request.send();
});
const words = (node) => (node?.textContent ?? "").replace(/\\s+/g, " ").trim();
"""
COMPARED = "async ([from, to, wanted]) => {" + READ + """
  const { compare, legend } = await import("/assets/compare.js");
  const [old, now, redline] = await Promise.all([from, to, wanted].map(page));
  const made = compare(old.querySelector("[data-edition]"), now.querySelector("[data-edition]"));
  const read = redline.querySelector("[data-redline]");
  return {
    made: made.article.innerHTML, read: read.innerHTML,
    legend: [words(legend(made)), words(redline.querySelector("[data-legend]"))],
    touched: [made.changes.map(({ words }) => words ?? "Beginning of the text"),
      [...redline.querySelectorAll("[data-touched] li > a")].map((link) => link.textContent)]
      .map((names) => names.map((name) => name.replace(/ \\([^()]*\\)$/, "").replace(/\\s+/g, " "))),
    marked: read.querySelectorAll("ins, del, [data-change]").length,
  };
}"""


FORMS = ("- (#) ", "(#) ", "#. ", "", "> - ", "- ", "1. (#) ")
"""What a line of a list begins with, and is a paragraph without; the sign stands for its letter or its number."""


def site_of_forms(target):
    """A list whose every edition has it in another form, with other words in one line, and other letters now and then;
    and a list of 450 lines whose first ones become paragraphs."""
    def edition(day, lines):
        text = "\n\n".join(lines)
        return f"---\ntitle: Terms\nannounced: {day}\nsummary: Revised.\n---\n\nBefore it.\n\n{text}\n"

    def line(form, place, edition):
        label = str(place) if "#." in form else "abcdefghij"[place - 1 + edition % 3 // 2]
        words = "Hold all of it" if place == edition else "Keep it"
        return f"{form.replace('#', label)}{words} as ({'bc'[edition % 2]}) says for {place} weeks or more."

    files = {"Content/site.yaml": histories.SITE.format(documents="terms, list")}
    for number, form in enumerate(FORMS):
        day = f"{2015 + number}-03-01"
        files[f"Content/terms/{day}.md"] = edition(day, [line(form, place, number) for place in range(1, 9)])
        items = [f"- Supplier {place % 9}" for place in range(450)]
        files[f"Content/list/{day}.md"] = edition(day, [item[2:] for item in items[:number]] + items[number:])
    return write_site(files, target)


def generated_sites(target):
    """Documents that lawyers edited in every way, and sound ones in several languages, all in an English site."""
    yield histories.generated_site(target / "charter", seed=11)
    yield real_texts.sound_site(target / "sound", seed=12)
    yield site_of_forms(target / "forms")


def sites(target, kind):
    if kind == "generated":
        yield from generated_sites(target)
    elif kind == "example":
        shutil.copytree(EXAMPLE, target / "example")
        yield target / "example"
    elif kind == "github":
        yield histories.real_site(target / "github")
    else:
        yield from real_texts.real_sites(target)


KINDS = ["example", "generated"] + (["github"] if histories.REAL.is_dir() else []) + (["real"] if real_texts.FOLDER else [])


@pytest.mark.parametrize("kind", KINDS)
def test_comparisons_are_the_redlines_of_the_program(kind, build, trustpress, chromium, tmp_path):
    """Byte for byte, as a browser writes both: every redline page, and pairs that no page shows, by the command."""
    seen, marked, wrong = 0, 0, []
    for site in sites(tmp_path, kind):
        public = build(site, histories.AS_OF, tmp_path / f"{site.name}-public")
        pages = [
            (match[1], match[2], match[3], path.relative_to(public).parent.as_posix() + "/")
            for name in ("changes", "since")
            for path in sorted(public.glob(f"*/*/{name}/index.html"))
            if (match := re.search(r'data-redline="([^/"]+)/([^"]+?)\.\.([^"]+)"', path.read_text(encoding="utf-8")))
        ]
        rng = random.Random(site.name)
        others = [
            (document, *pair)
            for document, days in sorted(histories.editions(site).items())
            for pair in itertools.permutations((day for day in days if (public / document / day / "index.html").exists()), 2)
        ]
        shown = {page[:3] for page in pages}
        for number, (document, old, new) in enumerate(rng.sample(others, min(OTHERS, len(others)))):
            if (document, old, new) in shown:
                continue
            done = trustpress("diff", document, old, new, "--format", "html", "--site", site)
            if done.returncode == 0:  # else one of the two is erased, or not announced
                (public / f"diff-{number}.html").write_text(f"<!DOCTYPE html><title>Diff</title>{done.stdout}", encoding="utf-8")
                pages.append((document, old, new, f"diff-{number}.html"))
        with serve(public) as base:
            page = chromium.new_page()
            start = next(public.glob("*/history/compare/index.html")).parent.relative_to(public).as_posix()
            page.goto(f"{base}/{start}/")
            for document, old, new, redline in pages:
                found = page.evaluate(COMPARED, [f"/{document}/{old}/", f"/{document}/{new}/", f"/{redline}"])
                seen += 1
                marked += found["marked"] > 0
                if found["made"] != found["read"]:
                    wrong.append(f"{document}/{old}..{new}")
                elif not redline.startswith("diff-"):
                    assert found["legend"][0] == found["legend"][1], (document, old, new)
                    assert found["touched"][0] == found["touched"][1], (document, old, new)
            page.close()
    assert seen > 20 and marked > seen / 2, f"{marked} of {seen} redlines have marks"
    assert set(wrong) <= ALIKE, f"{len(wrong)} of {seen} comparisons of {kind} differ from the program's: {wrong[:10]}"


ALIKE = {
    "github-acceptable-use-policies/2020-06-02..2020-06-10",
    "github-acceptable-use-policies/2020-06-10..2020-06-02",
    "github-acceptable-use-policies/2020-06-02..2022-05-25",
}
"""Texts whose pages are the same to the byte, as two ways to write one address differ alone: the source says more."""


@pytest.fixture(scope="module")
def example(output_of):
    """The example's site, with no more than is read of it."""
    public = output_of(World("example", EXAMPLE, "2026-11-23"))
    with serve(public) as base:
        yield public, base


def test_the_script_is_small_and_builds_nodes_alone(example):
    """As it is sent, at most 30 KB, and with nothing that Trusted Types would stop."""
    text = (example[0] / "assets" / "compare.js").read_bytes()
    assert text == b"\n".join(part.read_bytes() for part in sorted(PARTS.iterdir()))
    assert len(gzip.compress(text, 9)) <= 30_000
    assert not re.search(rb"innerHTML|outerHTML|insertAdjacent|document\.write|DOMParser|\beval\b|new Function|\.style\.", text)


def compare_pages(public):
    return [f"/{path.parent.relative_to(public).as_posix()}/" for path in sorted(public.glob("*/history/compare/index.html"))]


def outcome(page):
    """Waits for what is compared, and asks for it where the address does not."""
    asking = page.get_by_role("button", name="Choose two editions")
    if "?" not in page.url:
        asking.press("Enter")
    page.wait_for_selector(".compared[aria-busy=false]", state="attached")


def test_a_page_loads_one_script_until_somebody_compares(example, chromium):
    """And is small with all that it loads; by keys one is then at the first list."""
    public, base = example
    for path in compare_pages(public):
        page = chromium.new_page()
        loaded = []
        page.on("request", lambda request: loaded.append(request.url.removeprefix(base)))
        page.goto(base + path)
        button = page.get_by_role("button", name="Choose two editions")
        button.wait_for()
        page.wait_for_load_state("networkidle")
        assert [url for url in loaded if url.endswith(".js")] == ["/assets/site.js"]
        files = [public / (url.strip("/") + ("/index.html" if url.endswith("/") else "")) for url in [*loaded, "/assets/compare.js"]]
        assert sum(len(gzip.compress(file.read_bytes())) for file in files if file.exists()) < 100_000
        button.press("Enter")
        page.wait_for_selector(".compared[aria-busy=false]", state="attached")
        assert page.evaluate("document.activeElement.id") == "page.from"
        assert "/assets/compare.js" in loaded and not button.count()
        page.close()


def test_the_changes_alone_are_shown_with_what_stands_around_them(build, chromium, tmp_path):
    def edition(day, word):
        clauses = "\n\n".join(f"## {number}. Part\n\n" + "\n\n".join(f"Words {number}{letter}." for letter in "abcde")
                              for number in (1, 2))
        return f"---\ntitle: Terms\nannounced: {day}\nsummary: Revised.\n---\n\n{clauses.replace('2c', word)}\n"

    files = {
        "Content/site.yaml": histories.SITE.format(documents="terms"),
        "Content/terms/2026-01-01.md": edition("2026-01-01", "here"), "Content/terms/2026-02-01.md": edition("2026-02-01", "there"),
    }
    with serve(build(write_site(files, tmp_path / "site"), histories.AS_OF, tmp_path / "public")) as base:
        for path in ("/terms/2026-02-01/changes/", "/terms/history/compare/?from=2026-01-01&to=2026-02-01"):
            page = chromium.new_page()
            page.goto(base + path)
            page.wait_for_selector("article[data-redline]")
            page.get_by_label("Show the changes alone").check()
            shown = page.locator("article[data-redline] > :visible").evaluate_all("all => all.map((one) => one.innerText.replace(/\\s+/g, ' ').trim())")
            assert [words for words in shown if words] == ["1. Part", "2. Part", "Words 2b.", "Words [deleted: here ] [added: there ] .", "Words 2d."], path
            assert page.locator("nav.touched li").all_inner_texts() == ["2. Part\nChanged"]
            page.close()


def test_every_document_with_two_texts_has_its_comparison(example):
    public, _ = example
    for history in public.glob("*/history/index.html"):
        page = (history.parent / "compare" / "index.html")
        texts = [path for path in history.parent.parent.glob("*.md")]
        assert page.exists() == (len(texts) > 1), history
        links = 'href="/{}/history/compare/"'.format(history.parent.parent.name)
        assert (links in history.read_text(encoding="utf-8")) == page.exists(), history


def test_what_is_preselected_is_the_page_of_the_edition_in_force(example, chromium):
    """The redline, its legend and the clauses touched are those of the page that is made already."""
    public, base = example
    checked = 0
    for path in compare_pages(public):
        page = chromium.new_page()
        page.goto(base + path)
        outcome(page)
        document, old, new = re.fullmatch(
            r"(.+)/(.+)\.\.(.+)", page.get_attribute("article[data-redline]", "data-redline")
        ).groups()
        static = f"/{document}/{new}/changes/"
        made = page.evaluate("document.querySelector('article[data-redline]').outerHTML")
        touched = page.locator("nav.touched li").all_inner_texts()
        page.goto(base + static)
        if page.get_attribute("article[data-redline]", "data-redline") == f"{document}/{old}..{new}":
            assert made == page.evaluate("document.querySelector('article[data-redline]').outerHTML"), static
            assert touched == page.locator("nav.touched li").all_inner_texts(), static
            checked += 1
        page.close()
    assert checked


def test_a_comparison_is_chosen_and_has_an_address(example, chromium):
    public, base = example
    path = "/terms/history/compare/"
    page = chromium.new_page()
    page.goto(base + path)
    outcome(page)
    ids = page.locator("#page\\.from option").evaluate_all("options => options.map((option) => option.value)")
    assert len(ids) > 2
    page.select_option("#page\\.from", ids[-1])
    page.wait_for_selector(f"article[data-redline^='terms/{ids[-1]}..']")
    to = page.input_value("#page\\.to")
    assert page.url == f"{base}{path}?from={ids[-1]}&to={to}"
    page.get_by_role("button", name="Swap").press("Enter")
    page.wait_for_selector(f"article[data-redline='terms/{to}..{ids[-1]}']")
    page.go_back()
    page.wait_for_selector(f"article[data-redline='terms/{ids[-1]}..{to}']")
    page.goto(f"{base}{path}?from={ids[1]}&to={ids[1]}")
    outcome(page)
    assert "same edition" in page.inner_text("main [role=status]") and not page.locator("article").count()
    page.goto(f"{base}{path}?from=1999-01-01&to={ids[1]}")
    outcome(page)
    assert "no edition 1999-01-01" in page.inner_text("main [role=status]")
    page.close()


def test_a_text_that_cannot_be_fetched_is_told_and_fetched_again(example, chromium):
    _, base = example
    page = chromium.new_page()
    is_down = True

    def answer(route):
        if is_down:
            route.abort()
        else:
            route.continue_()

    page.route(re.compile(r"/terms/\d{4}-\d\d-\d\d/$"), answer)
    page.goto(base + "/terms/history/compare/")
    page.get_by_role("button", name="Choose two editions").click()
    alert = page.locator("[role=alert]")
    alert.wait_for()
    assert "could not be fetched: there was no answer." in alert.inner_text()
    is_down = False
    page.get_by_role("button", name="Try again").click()
    page.wait_for_selector("article[data-redline]")
    assert not alert.count()
    page.close()


def test_an_erased_edition_is_not_offered(build, chromium, tmp_path):
    def edition(day, more=""):
        text = "" if more else f"\n# Terms\n\nThe fee is {day[6]} euros.\n"
        return f"---\ntitle: Terms\nannounced: {day}\nsummary: Revised.\n{more}---\n{text}"

    erased = f"erased: {{announced: 2026-05-01, reason: A court said so., sha256: {64 * '0'}}}\n"
    files = {
        "Content/site.yaml": histories.SITE.format(documents="terms, single"),
        "Content/terms/2026-01-01.md": edition("2026-01-01"),
        "Content/terms/2026-02-01.md": edition("2026-02-01", erased),
        "Content/terms/2026-03-01.md": edition("2026-03-01"),
        "Content/single/2026-01-01.md": edition("2026-01-01", erased),
        "Content/single/2026-02-01.md": edition("2026-02-01"),
    }
    public = build(write_site(files, tmp_path / "site"), histories.AS_OF, tmp_path / "public")
    assert not (public / "single" / "history" / "compare").exists()
    with serve(public) as base:
        page = chromium.new_page()
        page.goto(base + "/terms/history/compare/")
        outcome(page)
        offered = page.locator("#page\\.from option").evaluate_all("options => options.map((option) => option.value)")
        assert offered == ["2026-03-01", "2026-01-01"]
        assert page.locator("article ins, article del").all_text_contents() == ["[deleted: 1]", "[added: 3]"]
        page.close()


def test_without_a_script_the_redlines_that_are_made_are_linked(example, chromium):
    public, base = example
    context = chromium.new_context(java_script_enabled=False)
    for path in compare_pages(public):
        page = context.new_page()
        page.goto(base + path)
        assert not page.locator("form, select, article").count()
        links = page.locator("main ol a").evaluate_all("links => links.map((link) => link.getAttribute('href'))")
        document = path.split("/")[1]
        redlines = {f"/{one.parent.relative_to(public).as_posix()}/" for name in ("changes", "since")
                    for one in public.glob(f"{document}/*/{name}/index.html")
                    if "<article data-redline" in one.read_text(encoding="utf-8")}
        assert redlines == {link for link in links if link.endswith(("changes/", "since/"))}
        page.close()
    context.close()


def test_axe_finds_nothing_in_a_comparison(example, chromium):
    """The documents by turns on a light phone and a dark desktop, and one of them the other way round."""
    public, base = example
    every, axe = compare_pages(public), Axe().axe_script
    for viewport, scheme, paths in (
        (NARROW, "light", every[::2]), (WIDE, "dark", every[1::2]), (NARROW, "dark", every[-1:]), (WIDE, "light", every[-1:]),
    ):
        page = chromium.new_page(viewport=viewport, color_scheme=scheme)
        complaints = []
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        for path in paths:
            page.goto(base + path)
            outcome(page)
            page.evaluate(axe)
            found = page.evaluate(RUN_AXE, None)
            assert not found, f"{path} at {viewport['width']} px, {scheme}: {found}"
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= viewport["width"], f"{path} is {wide} px wide"
        assert not complaints, complaints
        page.close()


def long_pair(size):
    """Two texts of so many bytes, many of whose clauses changed."""
    text = histories.Text(random.Random(21))
    while len(str(text)) < size:
        text.clauses.append([text.block() for _ in range(4)])
    old = str(text)
    for _ in range(60 * size // 40_000):
        text.edit()
    return old, str(text)


def test_a_pair_of_long_texts_costs_what_it_did_and_four_times_of_it_little_more_than_four_times(build, chromium, tmp_path):
    """How often the parts of the script run for a pair of 40 KB, which no load of the machine changes; how long that takes,
    `make bench` says. The bound is what it was when it was last written, and a tenth more."""
    sizes = {"charter": 40_000, "long": 160_000}
    files = {"Content/site.yaml": histories.SITE.format(documents=", ".join(sizes))}
    for name, size in sizes.items():
        for day, body in zip(("2024-01-01", "2025-01-01"), long_pair(size)):
            files[f"Content/{name}/{day}.md"] = f"---\ntitle: Charter\nannounced: {day}\nsummary: Revised.\n---\n\n# Charter\n\n{body}\n"
    public = build(write_site(files, tmp_path / "site"), histories.AS_OF, tmp_path / "public")
    with serve(public) as base:
        page = chromium.new_page()
        tools = page.context.new_cdp_session(page)
        tools.send("Profiler.enable")
        tools.send("Profiler.startPreciseCoverage", {"callCount": True, "detailed": True})
        page.goto(base + "/charter/history/compare/")
        outcome(page)  # What the page compares itself is not counted.
        page.evaluate("async () => { window.compare = (await import('/assets/compare.js')).compare; }")
        counts = {}
        for name in sizes:
            page.evaluate("async (name) => {" + READ + """
              window.texts = await Promise.all(["2024-01-01", "2025-01-01"].map((day) => page(`/${name}/${day}/`)));
            }""", name)
            tools.send("Profiler.takePreciseCoverage")
            page.evaluate("() => { compare(...texts.map((text) => text.querySelector('article'))); }")
            taken = tools.send("Profiler.takePreciseCoverage")["result"]
            script = next(one for one in taken if one["url"].endswith("/assets/compare.js"))
            counts[name] = sum(part["count"] for function in script["functions"] for part in function["ranges"])
        page.close()
    assert counts["charter"] <= 1_100_000, counts
    assert counts["long"] <= 5.5 * counts["charter"], counts
