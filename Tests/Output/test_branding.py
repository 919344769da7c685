"""A company brands its site in five lines: what they do to pages, and what is refused."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from pages import Page
from test_browser import serve
from worlds import SMALL, read_tree, write_site

AS_OF = "2026-02-01"
DROP = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4"/></svg>\n'
THEME = """theme:
  logo: {light: /assets/drop.svg, dark: /assets/night.svg}
  favicon: /assets/drop.svg
  accent: "ACCENT"
  groups: [Paper, People]
"""


def site(root, accent="#ab4a61", **more):
    files = SMALL | {"Templates/assets/drop.svg": DROP, "Templates/assets/night.svg": DROP}
    text = files["Content/site.yaml"]
    listed = next(line for line in text.splitlines() if line.startswith("documents:"))
    grouped = "documents: [subprocessors, {id: terms, about: \"What <both> owe.\", group: Paper}]"
    assert {one.strip(" []") for one in listed.removeprefix("documents:").split(",")} == {"terms", "subprocessors", "privacy"}
    grouped = grouped.replace("]", ", {id: privacy, group: People}]")
    files["Content/site.yaml"] = text.replace(listed, grouped) + THEME.replace("ACCENT", accent)
    return write_site(files | more, root / "site")


@pytest.fixture(scope="module")
def branded(trustpress, tmp_path_factory):
    root = tmp_path_factory.mktemp("branded")
    done = trustpress("build", "--site", site(root), "--as-of", AS_OF, "--output", root / "Public")
    assert done.returncode == 0, done.stderr
    return root / "Public"


def test_logo_icon_and_colour_are_on_every_page(branded):
    tokens = (branded / "assets/tokens.css").read_text()
    assert tokens.endswith("/* theme: in site.yaml */\n:root { --brand: #ab4a61; }\n")
    for path in ("index.html", "terms/index.html", "404.html"):
        page = Page.read(branded / path)
        assert [one["src"] for one in page.all("img")] == ["/assets/drop.svg"]
        assert [(one["srcset"], one["media"]) for one in page.all("source")] == [
            ("/assets/night.svg", "(prefers-color-scheme: dark)")]
        assert [one["href"] for one in page.all("link") if one["rel"] == "icon"] == ["/assets/drop.svg"]


def test_documents_stand_in_their_groups(branded, chromium):
    with serve(branded) as base:
        page = chromium.new_page()
        page.goto(base)
        groups = page.evaluate(
            "[...document.querySelectorAll('.doc-groups section')].map(one => [one.querySelector('h3').innerText,"
            " ...[...one.querySelectorAll('li > a')].map(link => link.innerText)])")
        about = page.locator(".doc-groups .about").all_inner_texts()
        menu = page.evaluate("[...document.querySelectorAll('.menu-groups h2')].map(one => one.textContent)")
        page.close()
    assert [one[0] for one in groups] == ["Paper", "People", "Others"]
    assert about == ["What <both> owe."]
    assert menu[:2] == ["Paper", "People"]


def test_a_branded_site_verifies(branded, trustpress):
    """The groups and the lines on documents are in no record, and what stands beside them is held all the same."""
    assert trustpress("verify", branded).returncode == 0
    page = branded / "index.html"
    text = page.read_text()
    page.write_text(text.replace("In force since", "In force before", 1))
    done = trustpress("verify", branded)
    page.write_text(text)
    assert done.returncode == 1 and "what this page shows as documents" in done.stderr


def test_a_group_of_which_no_document_is_public_shows_nowhere(trustpress, tmp_path):
    """Pages are as without it, and verify."""
    files = SMALL | {"Templates/assets/drop.svg": DROP, "Templates/assets/night.svg": DROP}
    settings = files["Content/site.yaml"] + THEME.replace("ACCENT", "#ab4a61")
    hidden = {
        "Content/site.yaml": settings.replace("documents: [", "documents: [{id: plan, group: People, about: To come.}, "),
        "Content/plan/2026-05-01.md": "---\ntitle: Plan\nannounced: 2026-03-01\nsummary: New.\n---\n\nWe plan.\n",
    }
    shown = []
    for name, more in (("with", hidden), ("without", {"Content/site.yaml": settings})):
        public = tmp_path / name / "Public"
        done = trustpress("build", "--site", write_site(files | more, tmp_path / name / "site"), "--as-of", AS_OF, "--output", public)
        assert done.returncode == 0, done.stderr
        done = trustpress("verify", public)
        assert (done.returncode, done.stderr) == (0, ""), done.stdout
        shown.append({path: page for path, page in read_tree(public).items() if path.endswith(".html")})
    assert shown[0] == shown[1]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_nearest_colour_that_is_offered_can_be_read(scheme, trustpress, chromium, tmp_path):
    done = trustpress("check", "--site", site(tmp_path, "#f0a"), "--as-of", AS_OF)
    assert done.returncode == 1 and done.stderr.count("[low-contrast]") == 1
    offered = done.stderr.split('write "')[1][:7]
    done = trustpress("build", "--site", site(tmp_path, offered), "--as-of", AS_OF, "--output", tmp_path / "Public")
    assert done.returncode == 0, done.stderr
    context = chromium.new_context(color_scheme=scheme)
    with serve(tmp_path / "Public") as base:
        for path in ("/", "/terms/", "/subprocessors/", "/notices/"):
            page = context.new_page()
            page.goto(base + path)
            found = Axe().run(page).response["violations"]
            assert not found, (path, [one["id"] for one in found])
            page.close()
    context.close()


def test_a_picture_that_is_not_there_is_named(trustpress, tmp_path):
    root = site(tmp_path)
    (root / "Templates/assets/night.svg").unlink()
    done = trustpress("build", "--site", root, "--as-of", AS_OF, "--output", tmp_path / "Public")
    assert done.returncode == 1
    assert "there is no Templates/assets/night.svg [template]" in done.stderr
