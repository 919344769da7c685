"""Themes that get around the facts: each is refused, or a browser shows the facts as they are.

What a theme may do is decided by TrustPress's own reading of its markup. Here chromium reads the same pages, as the judge.
"""

import random

import pytest

from pages import pages_of
from test_browser import serve
from worlds import REPOSITORY, SMALL, read_tree, write_site

AS_OF = "2026-02-01"
NEW = "---\ntitle: Terms\nannounced: 2026-01-10\nsummary: Less.\n---\n\n# Terms\n\n## 1. Use\n\nUse it.\n"
SITE = {**SMALL, "Content/terms/2026-01-25.md": NEW, "Content/faq.md": "# Questions\n\nAsk.\n"}
TEMPLATES = {path.name: path.read_text(encoding="utf-8") for path in (REPOSITORY / "Templates").glob("*.mustache")}

# What chromium makes of a page's facts: each with what is around it, and whether it is in the page that is drawn.
FACTS = """() => [...document.querySelectorAll('[data-edition], [data-redline], [data-list], [data-mark], [data-provider],'
    + '[data-notice], [data-notices], [data-heading], [data-dates], [data-summary], [data-page]')].map(one => {
    let around = []
    for (let above = one.parentElement; above; above = above.parentElement) around.push(above.localName)
    const isFactIn = around.length && one.parentElement.closest('[data-marks], [data-list], [data-notice], article')
    return {html: one.outerHTML, around: isFactIn ? [] : around, isDrawn: one.getClientRects().length > 0}
})"""
CONTAINERS = {"html", "body", "main", "div", "section", "header", "footer", "aside"}


@pytest.fixture(scope="module")
def facts(build, browser, tmp_path_factory):
    """Builds the site with other templates, and gives what chromium finds on each page; None where it is refused."""
    count = iter(range(10_000))

    def run(trustpress, templates, *addresses):
        root = tmp_path_factory.mktemp(f"theme{next(count)}")
        site = write_site({**SITE, **{f"Templates/{name}": text for name, text in templates.items()}}, root / "site")
        done = trustpress("build", "--site", site, "--as-of", AS_OF, "--output", root / "Public")
        if done.returncode:
            assert done.returncode == 1 and "[template]" in done.stderr, done.stderr
            assert not (root / "Public").exists() or not read_tree(root / "Public"), "a refused theme is published"
            return None
        page = browser.new_page(java_script_enabled=False)
        with serve(root / "Public") as base:
            found = {}
            for address in addresses:
                page.goto(base + address)
                found[address] = page.evaluate(FACTS)
        page.close()
        return found

    return run


PAGES = ["/terms/2026-01-05/", "/terms/", "/terms/2026-01-25/changes/", "/faq/", "/subprocessors/", "/notices/terms-2026-01-10/"]


@pytest.fixture(scope="module")
def as_they_are(trustpress, facts):
    found = facts(trustpress, {}, *PAGES)
    assert all(found[page] for page in PAGES)
    return found


def check(found, expected):
    for address, facts in found.items():
        assert sorted(one["html"] for one in facts) == sorted(one["html"] for one in expected[address]), address
        for one in facts:
            assert set(one["around"]) <= CONTAINERS, (address, one["around"])
            assert one["isDrawn"], (address, one["html"][:200])


ARRANGED = {
    "layout.mustache": "<!DOCTYPE html><html lang='{{language}}'><head>{{{head}}}</head><body class=\"ours\">"
    "<header><p>{{site_name}}</p><table><colgroup><col><col class='b'></colgroup><tbody><tr><td>1</td><td>2</td></tr></tbody>"
    "<tfoot><tr><td>3</td><td>4</td></tr></tfoot></table></header><div><div lang=\"en\">{{{content}}}</div></div>"
    "<footer>{{#contacts}}{{address}} {{/contacts}}</footer></body></html>",
    "document.mustache": "<div>{{{article}}}<aside>{{{dates}}}<br>{{{summary}}}</aside></div>{{{places}}}{{{list}}}"
    "<header>{{{marks}}}{{{heading}}}</header><section id=\"page.origins-of-ours\">{{{origins}}}</section>",
}


def test_a_theme_that_only_arranges_shows_the_same_facts(trustpress, facts, as_they_are):
    check(facts(trustpress, ARRANGED, *PAGES), as_they_are)


PARTS = [
    "<div>", "</div>", "<p>", "</p>", "<ul>", "<li>", "</li>", "</ul>", "<table>", "<tr>", "<td>", "</td>", "</tr>", "</table>",
    "<a href='/'>", "</a>", "<b>", "</b>", "<h1>", "</h1>", "<section>", "</section>", "<!--", "-->", "<!-->", "<details>",
    "<summary>", "</summary>", "</details>", "<template>", "</template>", "<noscript>", "<textarea>", "<title>", "<svg>",
    "<script>", "</script>", "<style>", "<select>", "<option>", "<body hidden>", "</body>", "<html hidden>", "<dl><dt>", "<dd>",
    "<div hidden>", "<div title='", "'>", "\"", "<main inert>", "<br/>", "<br>", "</br>", "<img alt=''>", "<iframe>", "<object>",
    "<article>", "</article>", "{{{article}}}", "{{{marks}}}", "{{{heading}}}", "{{article}}", "{{#article}}", "{{/article}}",
    "{{^article}}", "<fact article>", "&lt;", "<", "<div data-edition='terms/2026-01-05'>", "<x-y>", "<ins>", "<base href='/x'>",
    "<pre>", "</pre>", "<frameset>", "<plaintext>", "<form>", "<button>", "<nobr>", "<marquee>", "<center>", "<math>", "<dialog>",
]


@pytest.mark.parametrize("seed", range(2))
def test_a_mutated_theme_is_refused_or_harmless(seed, trustpress, facts, as_they_are):
    """Pieces of markup put into the built-in templates: nothing that passes alters what chromium finds."""
    chance = random.Random(seed)
    passed = 0
    for _ in range(50):
        name = chance.choice(["document.mustache", "document.mustache", "page.mustache", "layout.mustache"])
        lines = TEMPLATES[name].split("\n")
        # A pair that belongs together passes more often than one alone.
        for _ in range(chance.randint(1, 2)):
            first = chance.randrange(len(PARTS))
            lines.insert(chance.randrange(len(lines) + 1), PARTS[first])
            if chance.random() < 0.7:
                lines.insert(chance.randrange(len(lines) + 1), PARTS[(first + 1) % len(PARTS)])
        found = facts(trustpress, {name: "\n".join(lines)}, *PAGES[:4])
        if found is not None:
            passed += 1
            try:
                check(found, as_they_are)
            except AssertionError as error:
                raise AssertionError(f"seed {seed}, {name}:\n" + "\n".join(lines)) from error
    assert passed, f"seed {seed}: no theme passed, so nothing was tried"


ATTACKS = {
    "the text of every edition is another": (
        "document.mustache",
        '<h1>{{t.record}}</h1>{{#article}}<article data-edition="x"><p>Something else entirely.</p></article>{{/article}}',
        "Templates/document.mustache:1:34: error: on /terms/ and 6 more pages: a theme has no <article> [template]",
    ),
    "the marks are dropped": (
        "document.mustache", TEMPLATES["document.mustache"].replace("{{{marks}}}\n", ""),
        "Templates/document.mustache:1:1: error: on /terms/2026-01-05/: {{{marks}}} is missing [template]",
    ),
    "the page of another document": (
        "document.mustache", TEMPLATES["document.mustache"].replace("{{{article}}}", "<iframe src='/privacy/'></iframe>"),
        "Templates/document.mustache:21:1: error: on /terms/ and 6 more pages: a theme has no <iframe> [template]",
    ),
    "a script writes another text": (
        "layout.mustache", TEMPLATES["layout.mustache"].replace("</body>", "<script>document.body.remove()</script></body>"),
        "error: on / and 28 more pages: a script that is none of the theme's assets [template]",
    ),
}


@pytest.mark.parametrize("name", ATTACKS)
def test_a_theme_that_alters_facts_is_refused(name, trustpress, tmp_path):
    template, text, said = ATTACKS[name]
    site = write_site({**SITE, f"Templates/{template}": text}, tmp_path / "site")
    done = trustpress("build", "--site", site, "--as-of", AS_OF, "--output", tmp_path / "Public")
    assert done.returncode == 1
    assert said in done.stderr, done.stderr
    assert not (tmp_path / "Public").exists()


def test_each_page_without_history_says_so(trustpress, build, tmp_path):
    public = build(write_site(SITE, tmp_path / "site"), AS_OF, tmp_path / "Public")
    words = "This page has no history: it may change on any day and without notice, and it is part of no policy."
    told = {str(path.relative_to(public)) for path in pages_of(public) if words in path.read_text(encoding="utf-8")}
    assert told == {"faq/index.html"}


def test_an_asset_in_the_way_of_the_programs_own_is_named(trustpress, tmp_path):
    site = write_site({**SITE, "Templates/assets/Icon.svg": "<svg/>"}, tmp_path / "site")
    done = trustpress("build", "--site", site, "--as-of", AS_OF, "--output", tmp_path / "Public")
    assert done.returncode == 1
    assert "Templates/assets/Icon.svg:1:1: error: /assets/" in done.stderr, done.stderr
    assert "rename this file: the other one is the program's own" in done.stderr.replace("\n      | ", " ")
