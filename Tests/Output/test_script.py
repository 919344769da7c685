"""What the script of the site adds, in a real browser: by mouse, by keys, on a phone, and without it."""

import contextlib
import re
import urllib.request

import pytest
from playwright.sync_api import expect

from hosting import CONFIGURATIONS, Documented
from test_browser import NARROW, WIDE, sample, serve
from worlds import EXAMPLE, REPOSITORY, SMALL, World, write_site

PHONE = {"width": 375, "height": 812}
PROVIDERS = {
    "anchor": {
        "name": "Anchor Hosting", "entity": "Anchor Hosting GmbH", "category": "Hosting", "purpose": "Runs the servers",
        "data": "[account data, logs]", "locations": "[DE]", "kind": "third-party", "announced": "2026-01-05",
    },
    "buoy": {
        "name": "Buoy Café", "entity": "Buoy, Inc.", "category": "Support", "purpose": "Answers questions",
        "data": "[mail]", "locations": "[US]", "transfer": "[DPF, SCC-2]", "products": "[harbor]", "announced": "2026-01-03",
    },
    "cove": {
        "name": "Cove", "entity": "Cove Ltd", "category": "Support", "purpose": "Translates texts",
        "data": "[mail, texts]", "locations": "[{rule: Customer chooses, of: [IE, US]}]", "transfer": "[SCC-2]",
        "products": "[pier]", "kind": "affiliate", "enabled": "opt-in", "announced": "2026-01-04",
    },
    "delta": {
        "name": "Delta", "entity": "Delta SA", "purpose": "Measures use", "data": "[logs]", "locations": "[EU]",
        "role": "recipient", "announced": "2026-01-02",
    },
}


def site_of(folder, providers):
    files = {
        "Content/site.yaml": SMALL["Content/site.yaml"] + "products: {harbor: Harbor, pier: Pier}\n",
        **{path: text for path, text in SMALL.items() if "site.yaml" not in path and "providers" not in path},
    }
    for name, fields in providers.items():
        text = "".join(f"{key}: {value}\n" for key, value in fields.items())
        files[f"Content/subprocessors/providers/{name}.yaml"] = text
    return write_site(files, folder)


@pytest.fixture(scope="module")
def base(build, tmp_path_factory):
    """The address of a small site with a register of four."""
    root = tmp_path_factory.mktemp("script")
    with serve(build(site_of(root / "site", PROVIDERS), "2026-02-01", root / "Public")) as address:
        yield address


@contextlib.contextmanager
def opened(chromium, address, **options):
    """A page in a window of its own; it may complain of nothing, and ask for nothing elsewhere."""
    context = chromium.new_context(**{"viewport": WIDE, "reduced_motion": "reduce", **options})
    page = context.new_page()
    page.set_default_timeout(60_000)
    wrong = []
    page.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    origin = "/".join(address.split("/")[:3])
    page.on("request", lambda asked: None if asked.url.startswith(origin) else wrong.append(asked.url))
    page.goto(address)
    yield page
    context.close()
    assert not wrong, wrong


def names(page):
    """The companies that the list shows, in order."""
    return page.locator(".list th[scope=row]:visible > a:first-child").all_inner_texts()


def query(page):
    return page.evaluate("decodeURIComponent(location.search)")


def test_a_register_is_searched_as_one_types(base, chromium):
    with opened(chromium, f"{base}/subprocessors/") as page:
        state = page.get_by_role("search").get_by_role("status")
        assert names(page) == ["Anchor Hosting", "Buoy Café", "Cove", "Delta"]
        assert state.inner_text() == "All 4 companies"
        page.get_by_role("searchbox", name="Search").press_sequentially("cafe MAIL")
        assert names(page) == ["Buoy Café"]
        assert state.inner_text() == "1 of 4 companies"
        assert query(page) == "?q=cafe+MAIL"
        assert not page.get_by_role("heading", name="Other recipients").is_visible()
        assert not page.get_by_role("rowheader", name="Hosting", exact=True).is_visible()
        page.get_by_role("searchbox", name="Search").press_sequentially("x")
        assert names(page) == [] and state.inner_text() == "None of 4 companies"
        page.get_by_role("button", name="Clear").click()
        assert len(names(page)) == 4 and query(page) == ""
        assert page.evaluate("document.activeElement.id") == "page.search"


def test_a_search_finds_what_the_cells_say_and_no_label_of_what_a_phone_unfolds(base, chromium):
    with opened(chromium, f"{base}/subprocessors/") as page:
        assert {"Legal entity", "Data", "Since"} <= set(page.locator(".more dt").all_text_contents())
        for words, companies in [
            ("data", ["Anchor Hosting", "Buoy Café"]), ("buoy inc", ["Buoy Café"]), ("more", []), ("legal", []), ("since", []), ("mechanism", []),
        ]:
            page.get_by_role("searchbox", name="Search").fill(words)
            assert names(page) == companies, words


def test_a_table_without_a_row_that_answers_goes_with_what_stands_before_it(build, chromium, tmp_path):
    alike = {name: {**fields, "data": "[logs]"} for name, fields in PROVIDERS.items()}
    with serve(build(site_of(tmp_path / "site", alike), "2026-02-01", tmp_path / "Public")) as address:
        with opened(chromium, f"{address}/subprocessors/") as page:
            assert page.locator(".alike:visible").all_inner_texts() == ["Data, for all\nlogs"]
            page.get_by_role("searchbox", name="Search").fill("Measures")
            assert names(page) == ["Delta"]
            assert page.locator(".alike:visible").count() == 0
            page.get_by_role("button", name="Clear").click()
            assert page.locator(".alike:visible").count() == 1


def test_who_processes_data_in_the_united_states_for_one_product(base, chromium):
    with opened(chromium, f"{base}/subprocessors/") as page:
        places = page.get_by_label("Place").locator("option").all_inner_texts()
        assert places == ["Any", "The European Union", "Germany", "Ireland", "The United States"]
        page.get_by_label("Place").select_option("The United States")
        assert names(page) == ["Buoy Café", "Cove"]
        page.get_by_label("Product").select_option("Pier")
        assert names(page) == ["Cove"]
        assert query(page) == "?place=The+United+States&product=Pier"


def test_filters_answer_to_what_rows_mean(base, chromium):
    with opened(chromium, f"{base}/subprocessors/") as page:
        for label, option, found in [
            # A country of the Union is in the Union, and the Union may be in it.
            ("Place", "The European Union", ["Anchor Hosting", "Cove", "Delta"]),
            ("Place", "Germany", ["Anchor Hosting", "Delta"]),
            ("Data", "logs", ["Anchor Hosting", "Delta"]),
            # No product named: used for all.
            ("Product", "Harbor", ["Anchor Hosting", "Buoy Café", "Delta"]),
            ("Kind", "Affiliate", ["Cove"]),
            ("Kind", "Other recipient", ["Delta"]),
            ("Use", "Only when the customer turns it on", ["Cove"]),
            ("Use", "Enabled by default", ["Anchor Hosting", "Buoy Café", "Delta"]),
            ("Transfer", "The Data Privacy Framework", ["Buoy Café"]),
        ]:
            page.get_by_label(label, exact=True).select_option(option)
            assert names(page) == found, (label, option)
            page.get_by_label(label, exact=True).select_option("Any")
        assert len(names(page)) == 4


def test_the_address_keeps_what_is_chosen(base, chromium):
    with opened(chromium, f"{base}/subprocessors/?data=mail&sort=-since&other=1") as page:
        assert names(page) == ["Cove", "Buoy Café"]
        assert page.get_by_label("Data").input_value() == "mail"
        page.get_by_label("Data").select_option("logs")
        page.get_by_label("Kind").select_option("Third party")
        assert names(page) == ["Anchor Hosting"]
        page.go_back()
        assert names(page) == ["Anchor Hosting", "Delta"]
        page.go_back()
        assert names(page) == ["Cove", "Buoy Café"]
        page.go_forward()
        assert names(page) == ["Anchor Hosting", "Delta"] and query(page) == "?data=logs&sort=-since"
        page.reload()
        assert names(page) == ["Anchor Hosting", "Delta"]
    # What an address says that the list does not have changes nothing.
    with opened(chromium, f"{base}/subprocessors/?data=gold&sort=moon&place=%00<b>") as page:
        assert names(page) == ["Anchor Hosting", "Buoy Café", "Cove", "Delta"]


def test_columns_sort_by_their_titles(base, chromium):
    with opened(chromium, f"{base}/subprocessors/") as page:
        since = page.get_by_role("button", name="Since").first
        since.press("Enter")
        assert names(page) == ["Buoy Café", "Cove", "Anchor Hosting", "Delta"]
        assert page.get_by_role("columnheader", name="Since").first.get_attribute("aria-sort") == "ascending"
        assert not page.get_by_role("rowheader", name="Hosting", exact=True).is_visible()
        since.press("Enter")
        assert names(page) == ["Anchor Hosting", "Cove", "Buoy Café", "Delta"] and query(page) == "?sort=-since"
        since.press("Enter")
        assert names(page) == ["Anchor Hosting", "Buoy Café", "Cove", "Delta"] and query(page) == ""
        assert page.get_by_role("rowheader", name="Hosting", exact=True).is_visible()
        assert page.get_by_role("columnheader", name="Since").first.get_attribute("aria-sort") is None


def test_the_register_on_a_phone_by_keys_alone(base, chromium):
    with opened(chromium, f"{base}/subprocessors/", viewport=NARROW) as page:
        page.get_by_role("searchbox", name="Search").focus()
        assert not page.get_by_label("Place").is_visible()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.id") == "page.place"
        page.keyboard.type("The U")
        assert names(page) == ["Buoy Café", "Cove"]
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]


@pytest.mark.parametrize("viewport", [NARROW, {"width": 800, "height": 900}, WIDE], ids=lambda v: f"{v['width']}px")
def test_nothing_moves_when_the_script_comes(viewport, base, chromium):
    with opened(chromium, f"{base}/subprocessors/", viewport=viewport) as page:
        place = page.locator(".filter-place")
        assert place.bounding_box()["height"] == pytest.approx(place.evaluate("(it) => it.replaceChildren() ?? it.offsetHeight"), abs=1)


def test_without_scripts_the_whole_list_is_there_and_no_controls(base, chromium):
    with opened(chromium, f"{base}/subprocessors/?q=cove", java_script_enabled=False) as page:
        assert names(page) == ["Anchor Hosting", "Buoy Café", "Cove", "Delta"]
        assert page.locator("input, select, button").count() == 0
        assert not page.locator(".filter-place").is_visible()


def test_a_theme_without_the_script_keeps_no_place_for_it(build, chromium, tmp_path):
    site = site_of(tmp_path / "site", PROVIDERS)
    layout = (REPOSITORY / "Templates" / "layout.mustache").read_text(encoding="utf-8")
    script = re.search(r'<script src="/assets/site\.js".*</script>\n', layout)[0]
    write_site({"Templates/layout.mustache": layout.replace(script, "")}, site)
    with serve(build(site, "2026-02-01", tmp_path / "Public")) as address:
        with opened(chromium, f"{address}/subprocessors/") as page:
            assert page.locator(".filter-place, .days-place").count() == 2
            assert page.locator(".needs-script:visible").count() == 0


@pytest.fixture(scope="module")
def many(build, tmp_path_factory):
    """The address of a list of two hundred rows."""
    rows = {
        f"provider-{number}": {
            **PROVIDERS["anchor"], "name": f"Provider {number}", "entity": f"Company {number} AG",
            "locations": f"[{['DE', 'US', 'FR', 'JP'][number % 4]}]", "category": f"Group {number % 9}",
            "data": f"[account data, {['logs', 'mail'][number % 2]}]", "transfer": f"[{['SCC-2', 'DPF'][number % 2]}]",
        }
        for number in range(200)
    }
    root = tmp_path_factory.mktemp("many")
    with serve(build(site_of(root / "site", rows), "2026-02-01", root / "Public")) as address:
        yield address


def test_on_a_phone_a_row_is_a_card_that_unfolds(many, chromium):
    """By keys, without a script, and on paper as a table; each says what the wide table says."""
    row = "tr:has(a[href$='/provider-77/'])"
    wide = chromium.new_page()
    wide.goto(f"{many}/subprocessors/")
    said = {cell.get_attribute("data-label"): cell.inner_text() for cell in wide.locator(f"{row} > td").all()}
    assert wide.locator(".more:visible").count() == 0
    wide.close()
    for scripts in (True, False):
        with opened(chromium, f"{many}/subprocessors/", viewport=PHONE, java_script_enabled=scripts) as page:
            assert len(names(page)) == 200
            assert page.evaluate("document.documentElement.scrollHeight") < 20_000
            card = page.locator(row)
            assert re.sub(r"\s+", " ", card.inner_text()) == "Provider 77 Third party More : Provider 77 Runs the servers The United States"
            card.get_by_role("link", name="Provider 77").focus()
            page.keyboard.press("Tab")
            page.keyboard.press("Enter")
            shown = dict(zip(card.locator(".more dt").all_inner_texts(), card.locator(".more dd").all_inner_texts()))
            for label in ("Data", "Transfer mechanism", "Since"):
                assert shown[label] == said[label], label
            assert "mail" in shown["Data"]
            assert shown["Legal entity"] == "Company 77 AG"
            page.emulate_media(media="print")
            assert page.locator(".list td:visible").count() == page.locator(".list td").count()
            assert page.locator(".more:visible").count() == 0


@pytest.mark.parametrize("width", [705, 768, 960])
def test_a_tablet_shows_all_that_a_row_says(width, many, chromium):
    with opened(chromium, f"{many}/subprocessors/", viewport={"width": width, "height": 900}) as page:
        cells = page.locator("tr:has(a[href$='/provider-77/']) > td")
        assert {"Data", "Transfer mechanism", "Since"} <= {cell.get_attribute("data-label") for cell in cells.all()}
        assert all(cell.is_visible() for cell in cells.all())
        assert page.locator(".list .more:visible").count() == 0


def test_a_key_shows_twenty_of_two_hundred_rows_at_once_and_lays_nothing_out(many, chromium):
    """What a key costs before the next frame is counted; how long it takes, `make bench` says."""
    with opened(chromium, f"{many}/subprocessors/") as page:
        assert len(names(page)) == 200
        tools = page.context.new_cdp_session(page)
        tools.send("Performance.enable")

        def layouts():
            return {one["name"]: one["value"] for one in tools.send("Performance.getMetrics")["metrics"]}["LayoutCount"]

        before = layouts()
        # Keys without a frame between them: whatever lays the page out for one of them does so sixty times.
        counts = page.evaluate(
            """() => {
                const search = document.getElementById("page.search");
                const rows = [...document.querySelectorAll(".list th[scope=row]")].map((head) => head.parentElement);
                const said = (row) => [...row.cells].map((cell) => {
                    const copy = cell.cloneNode(true);
                    copy.querySelector(".more")?.remove();
                    return copy.textContent;
                }).join(" ");
                const observer = new MutationObserver(() => {});
                observer.observe(document.body, { subtree: true, attributes: true, childList: true, characterData: true });
                return Array.from({ length: 10 }, () => ["1", "77", "19", "8", "Legal", "Company"]).flat().map((word) => {
                    const stood = new Set(rows.filter((row) => !row.hidden));
                    observer.takeRecords();
                    search.value = word;
                    search.dispatchEvent(new Event("input", { bubbles: true }));
                    const touched = observer.takeRecords().map(({ target }) => target);
                    return {
                        word, shown: rows.filter((row) => !row.hidden && !stood.has(row)).length,
                        wrong: rows.filter((row) => !row.hidden && !said(row).includes(word)).length,
                        again: touched.filter((one) => stood.has(one) && !one.hidden).length,
                        inside: touched.filter((one) => rows.some((row) => row !== one && row.contains(one))).length,
                    };
                });
            }"""
        )
        for count in counts:
            assert count["shown"] <= 20, f"{count}: so many rows are shown before the next frame"
            assert not (count["wrong"] or count["again"] or count["inside"]), count
        assert max(count["shown"] for count in counts) == 20
        # What is out of sight comes in the frames behind it, twenty rows in each.
        expect(page.locator(".list tr[hidden]")).to_have_count(0)
        assert len(names(page)) == 200
        assert layouts() - before < 30


def clauses(words):
    """A text of nine clauses, some with words of their own."""
    parts = [f"## {number}. Part {number}\n\n{words.get(number, f'Part {number} stays.')}\n" for number in range(1, 10)]
    return "\n".join(["# Terms\n", *parts])


@pytest.fixture(scope="module")
def walked(build, tmp_path_factory):
    """The address of a site with terms of two editions and two more notices."""
    root = tmp_path_factory.mktemp("walked")
    site = site_of(root / "site", PROVIDERS)
    write_site(
        {
            "Content/terms/2026-01-05.md": f"---\ntitle: Terms\n---\n\n{clauses({1: 'Use it well.'})}",
            "Content/terms/2026-02-01.md": "---\ntitle: Terms\nannounced: 2026-01-10\nsummary: Kinder.\n---\n\n"
            + clauses({1: "Use it kindly.", 2: "Part 2 goes.", 9: "Part 9 ends."}),
            "Content/subprocessors/providers/eddy.yaml": "name: Eddy\nentity: Eddy BV\npurpose: Counts clicks\ndata: [logs]\n"
            "locations: [NL]\nproducts: [pier]\nnote: We count.\nannounced: 2026-01-20\neffective: 2026-02-10\n",
        },
        site,
    )
    with serve(build(site, "2026-02-03", root / "Public")) as address:
        yield address


def test_a_redline_is_walked_by_buttons_and_keys(walked, chromium):
    with opened(chromium, f"{walked}/terms/2026-02-01/changes/") as page:
        state = page.get_by_role("group", name="Changes").get_by_role("status")
        assert state.inner_text() == "3 changes"

        def focused():
            return page.evaluate("document.activeElement.previousElementSibling.id")

        page.keyboard.press("n")
        assert (state.inner_text(), focused()) == ("1 of 3", "1")
        page.keyboard.press("n")
        page.get_by_role("button", name="Next change").click()
        assert (state.inner_text(), focused()) == ("3 of 3", "9")
        page.keyboard.press("n")
        assert state.inner_text() == "1 of 3"
        page.keyboard.press("p")
        assert state.inner_text() == "3 of 3"
        page.get_by_label("Keys n and p").uncheck()
        page.keyboard.press("p")
        assert state.inner_text() == "3 of 3"
        # Together with what styles alone do.
        page.get_by_label("Show the changes alone").check()
        assert not page.get_by_text("Part 5 stays.").is_visible()
        page.get_by_role("button", name="Next change").click()
        assert state.inner_text() == "1 of 3"


def test_no_key_walks_where_nothing_is_in_sight_to_turn_keys_off(walked, chromium):
    with opened(chromium, f"{walked}/terms/2026-02-01/changes/", viewport=NARROW) as page:
        state = page.get_by_role("group", name="Changes").get_by_role("status")
        assert not page.get_by_label("Keys n and p").is_visible()
        page.keyboard.press("n")
        assert state.inner_text() == "3 changes"
        page.set_viewport_size(WIDE)
        page.keyboard.press("n")
        assert state.inner_text() == "1 of 3"


def test_a_comparison_made_in_the_browser_is_walked_too(walked, chromium):
    with opened(chromium, f"{walked}/terms/history/compare/?from=2026-01-05&to=2026-02-01") as page:
        state = page.get_by_role("group", name="Changes").get_by_role("status")
        expect(state).to_have_text("3 changes")
        page.keyboard.press("n")
        expect(state).to_have_text("1 of 3")
        # No comparison leaves a listener behind.
        page.evaluate(
            """() => {
                window.added = [];
                const add = document.addEventListener.bind(document);
                document.addEventListener = (type, ...rest) => { window.added.push(type); add(type, ...rest); };
            }"""
        )
        page.get_by_role("button", name="Swap").click()
        expect(state).to_have_text("3 changes")
        page.get_by_role("button", name="Previous change").click()
        expect(state).to_have_text("3 of 3")
        page.keyboard.press("n")
        expect(state).to_have_text("1 of 3")
        assert page.evaluate("added") == []


def test_a_comparison_that_does_not_load_is_told_once_however_often_it_is_asked_for(walked, chromium):
    page = chromium.new_page()
    failed = []
    page.on("requestfailed", lambda asked: failed.append(asked.url))
    page.route("**/compare.js", lambda route: route.abort())
    page.goto(f"{walked}/terms/history/compare/")
    for times in (1, 2):
        with page.expect_event("requestfailed"):
            page.get_by_role("button", name="Choose two editions").click()
        expect(page.get_by_role("alert")).to_have_text("This could not be loaded. Try again")
        assert failed == [f"{walked}/assets/compare.js"] * times
    page.unroute_all()
    page.get_by_role("button", name="Choose two editions").click()
    page.get_by_label("From").wait_for()
    assert page.get_by_role("alert").count() == 0
    page.close()


def test_a_comparison_that_did_not_load_by_its_address_is_asked_for_again_by_a_link(walked, chromium):
    page = chromium.new_page()
    page.route("**/compare.js", lambda route: route.abort())
    page.goto(f"{walked}/terms/history/compare/?from=2026-01-05&to=2026-02-01#page.text")
    expect(page.get_by_role("alert")).to_have_text("This could not be loaded. Try again")
    page.unroute_all()
    page.get_by_role("link", name="Try again").click()
    page.wait_for_selector("article[data-redline]")
    assert page.get_by_label("From").input_value() == "2026-01-05" and page.get_by_label("To", exact=True).input_value() == "2026-02-01"
    page.close()


def test_a_clause_is_cited(walked, chromium):
    granted = ["clipboard-read", "clipboard-write"]
    with opened(chromium, f"{walked}/terms/", permissions=granted) as page:
        page.get_by_role("link", name="Link to §4").focus()
        page.keyboard.press("Enter")
        page.get_by_role("button", name="Copy citation").press("Enter")
        page.get_by_text("Copied", exact=True).wait_for()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == f"Terms §4, edition of 1 February 2026, {walked}/terms/2026-02-01/#4"
        page.get_by_role("button", name="Copy link").click()
        assert page.evaluate("navigator.clipboard.readText()") == f"{walked}/terms/2026-02-01/#4"
        assert page.evaluate("location.hash") == "#4"
    # Where a browser refuses, the text stands there to be taken.
    with opened(chromium, f"{walked}/terms/") as page:
        page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
        page.get_by_role("link", name="Link to §4").click()
        page.get_by_role("button", name="Copy link").click()
        assert page.get_by_role("status").get_by_role("textbox").input_value() == f"{walked}/terms/2026-02-01/#4"


@pytest.fixture(scope="module")
def told(build, tmp_path_factory):
    """The address of a site with a privacy policy of headings of many kinds, and questions."""
    root = tmp_path_factory.mktemp("told")
    headings = [
        "Who we are and how to reach us", "24/7 support and you", "3. Data", "Annex A", "Annex II – Rules", "Schedule 1.2: Fees",
        "Annex B Details", "Have a question", "What I need", "Plan II-B",
    ]
    text = "\n".join(f"## {heading}\n\nWords.\n" for heading in headings)
    levels = "# 1 Fees\n\n## 1.1 Price\n\n### 1.1.1 Days\n\n#### Late\n\n##### Later\n\n###### Annex C\n\nTen.\n\n# 2 End\n\nAny day.\n"
    outer = "\n- The outer pelican holds\n\n  - an inner heron.\n\n  and a later gull.\n"
    files = {
        "Content/privacy/2026-01-05.md": f"---\ntitle: Privacy Policy\n---\n\n# Privacy\n\n{text}{outer}",
        "Content/terms/2026-01-05.md": f"---\ntitle: Terms\n---\n\n{levels}\nSee [our policy](/privacy/).\n",
        "Content/faq.md": "# Questions\n\n## Where is it?\n\nHere.\n\n## When is it?\n\nAt half ebb.\n",
    }
    site = write_site(files, site_of(root / "site", PROVIDERS))
    with serve(build(site, "2026-02-01", root / "Public")) as address:
        yield address


def cited(chromium, address, title):
    """What each heading of a text is called where it is cited."""
    with opened(chromium, address, permissions=["clipboard-read", "clipboard-write"]) as page:
        copied = []
        for link in page.locator("article a.clause").all():
            link.press("Enter")
            page.get_by_role("button", name="Copy citation").click()
            page.get_by_text("Copied", exact=True).wait_for()
            citation = page.evaluate("navigator.clipboard.readText()")
            copied.append(citation.removeprefix(f"{title} ").partition(", edition of 5 January 2026, ")[0])
    return copied


def test_a_heading_is_cited_by_its_number_or_else_by_its_words(told, chromium):
    assert cited(chromium, f"{told}/privacy/", "Privacy Policy") == [
        "“Privacy”", "“Who we are and how to reach us”", "“24/7 support and you”", "§3", "Annex A", "Annex II", "Schedule 1.2",
        "“Annex B Details”", "“Have a question”", "“What I need”", "“Plan II-B”",
    ]


def test_headings_of_every_level_are_cited_and_linked_without_scripts(told, chromium):
    clauses = ["§1", "§1.1", "§1.1.1", "“Late”", "“Later”", "Annex C", "§2"]
    assert cited(chromium, f"{told}/terms/", "Terms") == clauses
    with opened(chromium, f"{told}/terms/", java_script_enabled=False) as page:
        links = page.locator("article :is(h1, h2, h3, h4, h5, h6) > a.clause")
        assert links.evaluate_all("links => links.map(({ parentElement }) => parentElement.localName)") == "h2 h3 h4 h5 h6 h6 h2".split()
        assert [link.get_attribute("aria-label") for link in links.all()] == [
            f"Link to {clause}" for clause in [*clauses[:5], "“Annex C”", "§2"]
        ]


def test_a_title_that_a_text_repeats_has_no_link(walked, chromium):
    with opened(chromium, f"{walked}/terms/") as page:
        assert page.locator(".own-title").text_content() == "Terms"
        assert page.locator("h3 > a.clause").count() == 9
        assert page.locator(".own-title a").count() == 0


def test_a_printed_link_within_the_site_has_its_whole_address(told, chromium):
    with opened(chromium, f"{told}/terms/") as page:
        page.emulate_media(media="print")
        printed = page.get_by_role("link", name="our policy").evaluate("link => getComputedStyle(link, '::after').content")
    assert printed.replace('" "', "").replace('attr(href)', "/privacy/") == '" (https://trust.tidewater.example/privacy/)"'


def test_the_outline_follows_the_reader(walked, chromium):
    with opened(chromium, f"{walked}/terms/", viewport={"width": 1280, "height": 300}) as page:
        page.get_by_text("Part 9 ends.").scroll_into_view_if_needed()
        page.locator(".outline [aria-current]").wait_for()
        assert int(page.locator(".outline [aria-current] .n").inner_text()) > 5


def test_notices_are_filtered_by_document_product_and_day(walked, chromium):
    shown = ".of-notices > li:visible .what a"
    with opened(chromium, f"{walked}/notices/") as page:
        state = page.get_by_role("search").get_by_role("status")
        every = page.locator(shown).count()
        assert state.inner_text() == f"All {every} notices" and every > 3
        page.get_by_label("Announced since").fill("2026-01-10")
        assert page.locator(shown).all_inner_texts() == ["Subprocessors", "Terms"]
        page.get_by_label("Product").select_option("Harbor")
        assert page.locator(shown).count() == 0 and state.inner_text() == f"None of {every} notices"
        assert not page.get_by_role("heading", name="Not in effect yet").is_visible()
        page.get_by_label("Product").select_option("Pier")
        assert page.locator(shown).all_inner_texts() == ["Subprocessors"]
        page.go_back()
        page.get_by_label("Product").select_option("Any")
        page.get_by_label("Document").select_option("Terms")
        assert page.locator(shown).all_inner_texts() == ["Terms"]
        assert query(page) == "?document=Terms&since=2026-01-10"


def test_the_menu_closes_by_escape(walked, chromium):
    with opened(chromium, f"{walked}/") as page:
        menu = page.locator("details.menu > summary")
        menu.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("Escape")
        assert not page.locator(".menu-panel").is_visible()
        assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_any_day_leads_to_the_list_that_held_on_it(walked, chromium):
    with opened(chromium, f"{walked}/subprocessors/") as page:
        day = page.get_by_label("Day", exact=True)
        day.fill("2026-01-06")
        page.get_by_role("button", name="Show it as of that day").click()
        page.wait_for_url("**/subprocessors/on/2026-01-05/")
        page.go_back()
        day.fill("2025-12-31")
        page.get_by_role("button", name="Show it as of that day").click()
        page.get_by_text("The first list is that of 2 January 2026.").wait_for()
        day.fill("9000-01-01")
        page.get_by_role("button", name="Show it as of that day").click()
        page.get_by_text("That day is still to come.").wait_for()


def test_what_changed_since_a_day_for_a_list_and_for_a_document(walked, chromium):
    with opened(chromium, f"{walked}/subprocessors/") as page:
        page.get_by_label("Day", exact=True).fill("2026-01-03")
        page.keyboard.press("Enter")
        page.get_by_text("Told since 3 January 2026:").wait_for()
        told = page.locator(".told li").all_inner_texts()
        assert [line.split("\n")[0] for line in told] == ["20 January 2026", "5 January 2026", "4 January 2026"]
        assert told[0].split("\n")[1].startswith("Eddy will be added on 10 February 2026 to count clicks.")
    with opened(chromium, f"{walked}/terms/history/") as page:
        page.get_by_label("Day", exact=True).fill("2026-01-31")
        page.get_by_role("button", name="What changed since").click()
        page.locator(".told li").wait_for()
        assert page.locator(".told li").all_inner_texts() == ["1 February 2026\nThe Terms change on 1 February 2026."]
        page.get_by_role("link", name="The text of that day and that of today, marked up").click()
        page.wait_for_url("**/terms/2026-01-05/since/")
        page.go_back()
        page.get_by_label("Day", exact=True).fill("2026-02-02")
        page.get_by_role("button", name="What changed since").click()
        page.get_by_text("Nothing was told since 2 February 2026.").wait_for()
        assert page.get_by_text("The text of that day is in force.").is_visible()


def test_each_event_since_a_day_is_told_whatever_else_its_notice_announced(build, chromium, tmp_path):
    """Of one notice a change took effect, another is still to come, and a third was withdrawn that day."""
    anchor = "Content/subprocessors/providers/anchor.yaml"
    changes = "".join(
        f"  - {{announced: 2026-02-02, effective: {day}, {key}, note: More.{more}}}\n" for day, key, more in [
            ("2026-02-20", "retention: A year", ""), ("2026-02-25", "duration: Two years", ", withdrawn: {announced: 2026-02-20, reason: No.}"),
            ("2026-06-01", "data: [account data, logs]", ""),
        ])
    site = write_site(SMALL | {anchor: f"{SMALL[anchor]}changes:\n{changes}"}, tmp_path / "site")
    with serve(build(site, "2026-03-01", tmp_path / "Public")) as address, opened(chromium, f"{address}/subprocessors/") as page:
        expect(page.get_by_role("status").first).to_have_text("1 company")
        page.get_by_label("Day", exact=True).fill("2026-02-01")
        page.keyboard.press("Enter")
        page.locator(".told li").first.wait_for()
        assert page.locator(".told li").all_inner_texts() == [
            "20 February 2026\nWithdrawn: the announcement that, from 25 February 2026, Anchor Hosting will have new details (duration: Two years).",
            "20 February 2026\nFrom 20 February 2026, Anchor Hosting has new details (retention: A year).",
            "2 February 2026\nFrom 20 February 2026, Anchor Hosting will have new details (retention: A year); from 25 February 2026, it will "
            "have new details (duration: Two years); from 1 June 2026, it will also receive logs. Customers may object until 12 February.",
        ]


def test_no_link_leads_to_the_text_of_an_edition_that_was_erased(output_of, chromium):
    public = output_of(World("example", EXAMPLE, "2026-11-23"))
    marked = "The text of that day and that of today, marked up"
    with serve(public) as address:
        page = chromium.new_page()
        page.goto(f"{address}/incident-response/history/")
        for day, count in [("2023-12-01", 0), ("2024-10-02", 1)]:
            page.get_by_label("Day", exact=True).fill(day)
            page.get_by_role("button", name="What changed since").click()
            page.get_by_text(f"{int(day[8:])} {'December' if count == 0 else 'October'} {day[:4]}:").wait_for()
            assert page.get_by_role("link", name=marked).count() == count
        page.close()


def test_a_clause_has_an_address_in_time(build, chromium, tmp_path):
    """Served by nginx, which has a page for what is not there."""
    public = build(EXAMPLE, "2026-11-23", tmp_path / "Public")
    with Documented(tmp_path / "nginx", public, CONFIGURATIONS[0]) as server:
        for address, place in [
            ("terms/on/2024-06-30/#10.2", "/terms/2023-09-01/#10.2"), ("terms/on/2024-07-01/", "/terms/2024-07-01/"),
            ("terms/on/2026-11-25#4", "/terms/2024-07-01/#4"),
            ("subprocessors/on/2024-10-15/", "/subprocessors/on/2024-10-14/"),
        ]:
            page = chromium.new_page()
            page.goto(server.address(address))
            page.wait_for_url("**" + place)
            page.close()
        page = chromium.new_page()
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        for address, words in [
            ("terms/on/2001-01-01/", "There is nothing from before"), ("terms/on/9999-01-01/", "That day is still to come."),
        ]:
            page.goto(server.address(address))
            page.get_by_text(words).wait_for()
        for address in (
            "terms/on/2024-02-31/", "moon/on/2024-02-03/", "on/2024-02-03/", "https://evil.example/x/on/2024-02-03/",
            "//evil.example/on/2024-02-03/", "%2F%2Fevil.example/on/2024-02-03/", "terms/history/on/2024-02-03/",
        ):
            page.goto(server.address(address))
            page.wait_for_timeout(100)
            assert page.get_by_role("heading", name="Page not found").is_visible()
        assert [url for url in asked if not url.startswith(server.address(""))] == []
        maps = [url.removeprefix(server.address("")) for url in asked if url.endswith(".timemap")]
        assert maps == ["terms.timemap", "terms.timemap", "moon.timemap"]
        page.close()


def test_the_first_day_of_an_edition_answers_without_scripts(walked, chromium):
    page = chromium.new_context(java_script_enabled=False).new_page()
    page.goto(f"{walked}/terms/on/2026-02-01/")
    assert page.get_by_role("heading", level=1).inner_text().endswith("on 1 February 2026")
    page.locator("main li a").first.click()
    assert re.fullmatch(re.escape(walked) + r"/terms/2026-02-01/#.+", page.url)
    page.context.close()


def test_a_clause_leads_to_every_edition_that_changed_it(output_of, chromium):
    """Without scripts: clause 4 of the privacy policy of the example."""
    with serve(output_of(World("example", EXAMPLE, "2026-11-23"))) as address:
        page = chromium.new_context(java_script_enabled=False).new_page()
        page.goto(f"{address}/privacy/#page.clause.4")
        row = page.locator("tr", has=page.get_by_role("link", name="4 Retention"))
        row.locator("summary").click()
        led = [link.get_attribute("href") for link in row.locator("td:nth-child(2) a").all()]
        # As its sources say: it came in 2022, became a table with other periods in 2023, and has another period since 2026.
        for place in led:
            page.goto(address + place)
            assert page.locator(f"[id='{place.partition('#')[2] or 'page.main'}']").count() == 1
        assert [place[:20] for place in led] == ["/privacy/2026-11-23/", "/privacy/2023-03-20/", "/privacy/2022-03-01/"]
        page.context.close()


def test_time_maps_name_each_state_and_the_day_from_which_it_held(walked):
    with urllib.request.urlopen(f"{walked}/terms.timemap") as answer:
        assert answer.read().decode() == (
            '<https://trust.tidewater.example/terms/>; rel="original",\n'
            '<https://trust.tidewater.example/terms.timemap>; rel="self"; type="application/link-format"; '
            'from="Mon, 05 Jan 2026 00:00:00 GMT"; until="Sun, 01 Feb 2026 00:00:00 GMT",\n'
            '<https://trust.tidewater.example/terms/2026-01-05/>; rel="first memento"; '
            'datetime="Mon, 05 Jan 2026 00:00:00 GMT"; title="From 2026-01-05",\n'
            '<https://trust.tidewater.example/terms/2026-02-01/>; rel="last memento"; '
            'datetime="Sun, 01 Feb 2026 00:00:00 GMT"; title="From 2026-02-01"\n'
        )
    with urllib.request.urlopen(f"{walked}/terms/2026-01-05/") as answer:
        page = answer.read().decode()
    assert '<link rel="original" href="/terms/">\n<link rel="timemap" href="/terms.timemap">\n' in page


def test_the_site_is_searched(walked, chromium):
    with opened(chromium, f"{walked}/") as page:
        page.get_by_role("button", name="Search").click()
        page.keyboard.type("part 9 ENDS")
        state = page.get_by_role("search", name="Search this site").get_by_role("status")
        page.locator(".found li").first.wait_for()
        assert state.inner_text() == "1 place"
        assert page.locator(".found li").inner_text().split() == "9. Part 9 Terms Part 9 ends.".split()
        page.get_by_role("searchbox", name="Search this site").fill("buoy inc")
        page.get_by_role("link", name="Buoy Café").first.click()
        page.wait_for_url("**/subprocessors/buoy/")
    with opened(chromium, f"{walked}/terms/", viewport=NARROW) as page:
        page.get_by_text("Menu", exact=True).click()
        page.get_by_role("searchbox", name="Search this site").fill("nothing of the kind")
        page.get_by_text("0 places").wait_for()
        assert not page.locator(".menu-groups").is_visible()
        page.get_by_role("searchbox", name="Search this site").fill("")
        assert page.locator(".menu-groups").is_visible()
        page.get_by_role("searchbox", name="Search this site").fill("part 9 ends")
        page.locator(".found li").first.wait_for()
        page.keyboard.press("Enter")
        page.wait_for_url("**/terms/#9")
        assert not page.locator(".menu-panel").is_visible()


def test_search_finds_what_a_list_says_around_a_list_and_leads_to_a_question(told, chromium):
    with opened(chromium, f"{told}/") as page:
        page.get_by_role("button", name="Search").click()
        box = page.get_by_role("searchbox", name="Search this site")
        for asked, words, place in [
            ("pelican gull", "The outer pelican holds", "/privacy/#plan-ii-b"),
            ("heron", "an inner heron.", "/privacy/#plan-ii-b"),
            ("half ebb", "At half ebb.", "/faq/#when-is-it"),
        ]:
            box.fill(asked)
            expect(page.locator(".found li")).to_have_count(1)
            expect(page.locator(".found p")).to_contain_text(words)
            assert page.locator(".found a").get_attribute("href") == told + place
        page.keyboard.press("Enter")
        page.wait_for_url("**/faq/#when-is-it")
        # What a phone unfolds of a row is told once.
        page.get_by_role("button", name="Search").click()
        box.fill("cove ltd")
        expect(page.locator(".found li")).to_have_count(1)
        assert re.findall("Cove Ltd|texts|More|Legal entity", page.locator(".found p").inner_text()) == ["Cove Ltd", "texts", "texts"]
        page.keyboard.press("Escape")
        expect(page.get_by_text("At half ebb.")).to_be_visible()


def test_a_search_says_what_could_not_be_loaded_and_asks_for_it_again(told, chromium):
    page = chromium.new_page()
    page.goto(f"{told}/")
    page.get_by_role("button", name="Search").click()
    box = page.get_by_role("searchbox", name="Search this site")
    state = page.get_by_role("search", name="Search this site").get_by_role("status")
    page.route("**/*", lambda route: route.abort())
    box.fill("Tidewater")
    expect(state).to_have_text("This could not be loaded.")
    page.unroute_all()
    # What a server says of its failure is no page of the site.
    failure = {"status": 500, "content_type": "text/html", "body": "<h1>A pelican</h1><p>A pelican.</p>"}
    page.route("**/privacy/", lambda route: route.fulfill(**failure))
    box.fill("pelican")
    expect(state).to_have_text("0 places in what could be loaded")
    page.unroute_all()
    box.fill("pelican ")
    expect(state).to_have_text("1 place")
    page.close()


def test_the_script_of_every_page_is_no_larger_than_thirty_thousand_bytes():
    assert (REPOSITORY / "Templates" / "assets" / "site.js").stat().st_size <= 30_000


def test_nothing_is_blocked_on_any_kind_of_page_served_with_the_documented_headers(output_of, chromium, tmp_path):
    """By nginx with the headers of docs/hosting.md: no complaint, no request elsewhere, and the script has run."""
    public = output_of(World("example", EXAMPLE, "2026-11-23"))
    with Documented(tmp_path / "nginx", public, CONFIGURATIONS[0]) as server:
        headers = server.get("privacy/")[1]
        assert headers["Strict-Transport-Security"] == "max-age=31536000"
        assert headers["Cache-Control"] == "public, max-age=300"
        assert server.get("terms.timemap")[1]["Content-Type"].startswith("application/link-format")
        for address in sample(public):
            with opened(chromium, server.address(address.removeprefix("/"))) as page:
                assert page.locator(".search-place form").count() == 1, address
