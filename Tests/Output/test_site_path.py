"""A site that stands below the root of its host: all of it does, and nothing else of it changes."""

import html
import re
import subprocess

import pytest

from pages import Page, pages_of
from readers import Server
from worlds import EXAMPLE, REPOSITORY, World, copy_site, read_tree, write_site

WORLDS = [World("proyecta", REPOSITORY, "2027-03-01"), World("example", EXAMPLE, "2027-06-01")]
# A path in which names of the site's own folders stand.
PATH = "/notices/feeds"


def move(site, path):
    """Gives a site's sources another path; its address before."""
    settings = site / "Content" / "site.yaml"
    text = settings.read_text(encoding="utf-8")
    url = re.search(r"^url: *(\S+)$", text, re.MULTILINE).group(1).rstrip("/")
    settings.write_text(text.replace(f"url: {url}", f"url: {url}{path}"), encoding="utf-8")
    return url


@pytest.fixture(scope="module", params=WORLDS, ids=str)
def moved(request, build, output_of, tmp_path_factory):
    """A site's address at the root, its output there, and its output below PATH, which is in a folder `www`."""
    root = tmp_path_factory.mktemp("moved")
    site = copy_site(request.param.site, root / "site")
    url = move(site, PATH)
    public = build(site, request.param.as_of, root / f"www{PATH}")
    return url, output_of(request.param), public


def below(text, url):
    """A file of a site at the root as it is below PATH."""
    host = url.removeprefix("https:")
    text = text.replace(host, host + PATH)
    # What pages lead to and show; in feeds and JSON all addresses are whole.
    return re.sub(r'( (?:href|src|srcset)=")/', rf"\1{PATH}/", text)


# What is read at the root of a host alone, and the commands of a copy below it.
OTHERWISE = {"_headers", "robots.txt", ".well-known/security.txt", "record/index.html", ".trustpress"}


def test_every_file_is_that_of_the_root_with_the_path_before_each_address(moved):
    url, before, public = moved
    at_root, at_path = read_tree(before), read_tree(public)
    assert at_root.keys() == at_path.keys()
    for path in sorted(at_root.keys() - OTHERWISE):
        if path.endswith((".html", ".atom", ".rss", ".json", ".opml", ".xml", ".ics", ".timemap")):
            expected = below(unfolded(at_root[path], path), url)
            assert unfolded(at_path[path], path) == expected, path
        else:
            assert at_path[path] == at_root[path], path


def unfolded(content, path):
    """A file's text; of a calendar, with its long lines whole."""
    text = content.decode("utf-8")
    return text.replace("\r\n ", "") if path.endswith(".ics") else text


def test_pages_name_nothing_at_the_root_of_the_host(moved):
    _, _, public = moved
    found = 0
    for path in pages_of(public):
        for _, attributes in Page.read(path).tags:
            for name in ("href", "src", "srcset", "action", "poster"):
                value = attributes.get(name) or ""
                if value.startswith("/"):
                    found += 1
                    assert value.startswith(PATH + "/"), f"{path.relative_to(public)}: {value}"
    assert found > 500


def test_it_verifies_from_its_folder_alone(moved, trustpress):
    _, _, public = moved
    done = trustpress("verify", public)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "pages: there is none" not in done.stdout


def test_a_page_altered_below_a_path_is_found(moved, trustpress, tmp_path):
    _, _, public = moved
    copy = tmp_path / "copy"
    subprocess.run(["cp", "-r", public, copy], check=True)
    page = next(path for path in pages_of(copy) if "/notices/" in str(path) or "/terms/20" in str(path))
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace(f'href="{PATH}/', 'href="/', 1), encoding="utf-8")
    done = trustpress("verify", copy)
    assert done.returncode == 1, done.stdout
    assert str(page.relative_to(copy)) in done.stdout + done.stderr


@pytest.mark.parametrize("moved", WORLDS[:1], ids=str, indirect=True)
def test_html_proofer_finds_no_broken_link_or_fragment(moved, tool):
    """In Proyecta's alone: each file of the example's is the one at the root with the path before each address, and those
    at the root are proofed in test_links.py."""
    url, _, public = moved
    own = url.replace(":", "\\:")
    done = subprocess.run(
        [
            tool("htmlproofer"), "--disable-external", "--empty-alt-ignore", "--url-swap", f"^{own}:", "--log-level", ":error",
            public.parents[PATH.count("/") - 1],
        ],
        capture_output=True, text=True, timeout=3000, check=False,
        env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": "/nonexistent"},
    )
    assert done.returncode == 0, (done.stdout + done.stderr)[-6000:]


def test_a_browser_finds_every_page_and_file_behind_nginx(moved, chromium, tmp_path):
    """It follows each link from the overview on, and asks for nothing that is not below the path."""
    _, _, public = moved
    with Server(tmp_path / "nginx", public.parents[PATH.count("/") - 1]) as server:
        base = server.address(PATH.lstrip("/") + "/")
        page = chromium.new_page()
        # Browsers ask every host for it by themselves.
        page.route("**/favicon.ico", lambda route: route.abort())
        wrong, requests = [], []
        page.on("request", lambda request: requests.append(request.url))
        page.on("response", lambda answer: answer.status in (200, 304) or wrong.append((answer.status, answer.url)))
        # The icon of a page that is left at once may be given up.
        left = ("favicon.ico", "/assets/lanternfish.svg")
        page.on("requestfailed", lambda request: request.url.endswith(left) or wrong.append((request.failure, request.url)))
        to_visit, seen = [base], {base}
        visited = 0
        while to_visit and visited < 40:
            url = to_visit.pop(0)
            page.goto(url)
            visited += 1
            for address in page.eval_on_selector_all("a[href]", "all => all.map(a => a.href.split('#')[0])"):
                if address.startswith(server.address("")) and address not in seen:
                    seen.add(address)
                    if address.endswith("/"):
                        to_visit.append(address)
                    else:
                        assert page.request.get(address).ok, address
        page.close()
        assert visited > 20
        assert not wrong
        assert not [url for url in requests + sorted(seen) if not url.startswith(base)]
        assert all(status in ("200", "304") for status, path in server.answers())


def test_the_recipe_fetches_what_is_published_below_a_path(moved, tmp_path):
    _, _, public = moved
    with Server(tmp_path / "nginx", public.parents[PATH.count("/") - 1]) as server:
        done = subprocess.run(
            [REPOSITORY / "docs/ci/fetch.sh", server.address(PATH.lstrip("/")), "previous"], cwd=tmp_path,
            capture_output=True, text=True, timeout=300, check=False,
        )
    assert done.returncode == 0, done.stderr
    fetched = read_tree(tmp_path / "previous")
    # The sitemap says what pages there were.
    assert all(fetched[path] == (public / path).read_bytes() for path in ("record/entries.jsonl", "sitemap.xml"))


def test_the_record_page_says_how_to_download_from_below_a_path(moved, tmp_path):
    url, _, public = moved
    page = (public / "record/index.html").read_text(encoding="utf-8")
    command = html.unescape(re.search(r"<pre><code>(wget.*?)</code>", page, re.DOTALL).group(1))
    with Server(tmp_path / "nginx", public.parents[PATH.count("/") - 1]) as server:
        (tmp_path / "copy").mkdir()
        subprocess.run(
            ["sh", "-ec", command.replace(url, server.address("").rstrip("/"))], cwd=tmp_path / "copy", timeout=300, check=True
        )
    done = subprocess.run(
        ["sha256sum", "--quiet", "-c", "record/SHA256SUMS"], cwd=tmp_path / "copy", timeout=300, check=False
    )
    assert done.returncode == 0


def test_the_theme_of_a_site_writes_paths_from_the_sites_root(build, tmp_path):
    layout = (REPOSITORY / "Templates" / "layout.mustache").read_text(encoding="utf-8")
    picture = (
        '<p><a href="/"><img src="/assets/a.png" srcset="/assets/a.png 1x, /assets/b.png 2x,/x.png"\n'
        'alt="{{site_name}}"></a> <a href="//other.example/">Other</a> <a href="https://tide.example/">Tide</a></p>'
    )
    site = write_site(
        {
            "Content/site.yaml": (REPOSITORY / "Content" / "site.yaml").read_text(encoding="utf-8"),
            "Templates/layout.mustache": layout.replace('<header class="masthead">', f'<header class="masthead">{picture}'),
            "Templates/assets/a.png": b"a",
            "Templates/assets/b.png": b"b",
        },
        copy_site(REPOSITORY, tmp_path / "site"),
    )
    move(site, "/trust")
    public = build(site, "2026-12-01", tmp_path / "Public")
    text = (public / "index.html").read_text(encoding="utf-8")
    assert (
        '<p><a href="/trust/"><img src="/trust/assets/a.png" srcset="/trust/assets/a.png 1x, /trust/assets/b.png 2x,'
        '/trust/x.png"\n'
    ) in text
    assert '<a href="//other.example/">Other</a> <a href="https://tide.example/">Tide</a></p>' in text
    assert '<link rel="stylesheet" href="/trust/assets/style.css">' in text


def test_an_asset_that_names_another_at_the_root_of_the_host_is_told(trustpress, tmp_path):
    site = copy_site(REPOSITORY, tmp_path / "site")
    write_site(
        {
            "Templates/assets/css/own.css": '/* /assets/a.png */\nbody { background: url("/assets/a.png") }\n',
            "Templates/assets/a.png": b"a",
        },
        site,
    )
    arguments = ("check", "--site", site, "--as-of", "2026-12-01", "--previous", "none")
    assert trustpress(*arguments).returncode == 0
    url = move(site, "/trust")
    done = trustpress(*arguments)
    assert done.returncode == 1
    assert (
        f"Templates/assets/css/own.css:1:4: error: /assets/a.png begins at the root of the host, and this site stands at "
        f"{url}/trust [template]\n"
    ) in done.stderr
    assert "write ../a.png, as seen from this file\n" in done.stderr
    assert "Templates/assets/css/own.css:2:25: error:" in done.stderr


def test_a_new_address_leaves_the_record_and_every_id_as_they_were(build, trustpress, tmp_path):
    """Later the site moves below a path: the earlier build is its baseline, and nothing is told anew."""
    site = copy_site(EXAMPLE, tmp_path / "site")
    first = build(site, "2027-06-01", tmp_path / "first")
    move(site, "/trust")
    done = trustpress(
        "build", "--site", site, "--as-of", "2027-06-02", "--previous", first, "--output", tmp_path / "second"
    )
    assert done.returncode == 0, done.stderr
    for name in ("entries.jsonl", "names.jsonl", "checkpoint", "SHA256SUMS"):
        assert (tmp_path / "second/record" / name).read_bytes() == (first / "record" / name).read_bytes()
    ids = [
        re.findall(r"<id>.*</id>", (folder / "feeds/all.atom").read_text(encoding="utf-8"))
        for folder in (first, tmp_path / "second")
    ]
    assert ids[0] == ids[1] and len(ids[0]) > 3
