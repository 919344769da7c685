"""docs/hosting.md: its configurations of nginx, served and asked; what pages say of themselves; what stands for the host."""

import re

import pytest
from playwright.sync_api import Error

from hosting import CONFIGURATIONS, HOSTING, Documented
from pages import Page, pages_of
from readers import Server
from worlds import EXAMPLE, REPOSITORY, World, copy_site, write_site

META = (
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "form-action 'none'; base-uri 'none'"
)
POLICY = f"{META}; require-trusted-types-for 'script'; trusted-types 'none'; frame-ancestors 'none'"


@pytest.fixture(scope="module")
def example(output_of):
    return output_of(World("example", EXAMPLE, "2027-06-01"))


@pytest.fixture(scope="module")
def below(build, tmp_path_factory):
    """The example's site in the folder /trust of its host."""
    root = tmp_path_factory.mktemp("below")
    site = copy_site(EXAMPLE, root / "site")
    settings = site / "Content" / "site.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(re.sub(r"^url: (\S+)$", r"url: \1/trust", text, flags=re.MULTILINE), encoding="utf-8")
    return build(site, "2027-06-01", root / "Public")


def types_of(headers):
    """The media types of `_headers`, by their patterns."""
    return re.findall(r"^(/\S+)\n  Content-Type: ([^;\n]+)", headers, re.MULTILINE)


def assert_types(server, public, headers, place=""):
    """A server says the types of `_headers`: of a site in a folder of its host these are at `place`."""
    types = types_of(headers)
    record = {f"/{place}record/{name}" for name in ("SHA256SUMS", "checkpoint", "as-of")}
    assert {pattern for pattern, _ in types} >= record
    asked = set()
    for pattern, media_type in types:
        pattern = pattern.removeprefix(f"/{place}".rstrip("/"))
        files = [path for path in sorted(public.glob(pattern.lstrip("/").replace("/*.", "/**/*."))) if path.is_file()]
        files += sorted(public.rglob(pattern.removeprefix("/"))) if pattern.startswith("/*.") else []
        for path in files[:3]:
            if pattern.startswith("/record/tile"):
                continue
            asked.add(pattern)
            status, answered, _ = server.get(place + str(path.relative_to(public)))
            assert (status, answered.get_content_type()) == (200, media_type), path
            assert answered["Content-Security-Policy"] == POLICY, path
    assert len(asked) > 10, asked


# What docs/templates.md lets a theme ship, by the ending of its name.
ASSETS = {
    "css": "text/css", "js": "text/javascript", "mjs": "text/javascript", "json": "application/json", "map": "application/json",
    "txt": "text/plain", "webmanifest": "application/manifest+json", "woff": "font/woff", "woff2": "font/woff2",
    "ttf": "font/ttf", "otf": "font/otf", "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg",
    "webp": "image/webp", "avif": "image/avif", "gif": "image/gif", "ico": "image/x-icon",
}


def test_nginx_knows_every_asset_that_a_theme_may_have(tmp_path):
    manual = (REPOSITORY / "docs/templates.md").read_text()
    listed = re.search(r"^- Assets are (.*?):", manual, re.MULTILINE | re.DOTALL)[1]
    assert set(re.findall(r"`(\w+)`", listed)) == set(ASSETS)
    (tmp_path / "public").mkdir()
    with Documented(tmp_path / "nginx", write_site({f"assets/x.{kind}": "x" for kind in ASSETS}, tmp_path / "public"), CONFIGURATIONS[0]) as server:
        for kind, media_type in ASSETS.items():
            assert server.get(f"assets/x.{kind}")[1].get_content_type() == media_type, kind


def test_nginx_at_the_root_serves_the_types_and_the_policy_of_headers(example, tmp_path):
    headers = (example / "_headers").read_text(encoding="utf-8")
    with Documented(tmp_path / "nginx", example, CONFIGURATIONS[0]) as server:
        for path in ("", "privacy/", "record/", "feeds/all.atom"):
            status, answered, _ = server.get(path)
            assert status == 200
            assert answered["Content-Security-Policy"] == POLICY
            assert f"Content-Security-Policy: {answered['Content-Security-Policy']}\n" in headers
        status, _, body = server.get("no-such-page/")
        assert status == 404 and body == (example / "404.html").read_bytes()
        assert server.get(".trustpress")[0] == 404
        assert_types(server, example, headers)


def in_folder():
    """The block for a folder of a host, with what it says to take over from the other one."""
    taken = re.search(r"^    charset utf-8;\n.*?^    add_header", CONFIGURATIONS[0], re.MULTILINE | re.DOTALL)[0]
    return CONFIGURATIONS[1].replace("    root /srv/www;\n", "    root /srv/www;\n" + taken.removesuffix("    add_header"))


def test_nginx_in_a_folder_serves_the_site_there_and_its_security_txt_at_the_root(below, tmp_path):
    (tmp_path / "www").mkdir()
    (tmp_path / "www" / "index.html").write_text("Another site")
    with Documented(tmp_path / "nginx", below, in_folder(), tmp_path / "www") as server:
        assert server.get("")[2] == b"Another site"
        for path in ("", "privacy/", "feeds/all.atom", "assets/style.css", "record/entries.jsonl"):
            status, answered, _ = server.get("trust/" + path)
            assert status == 200, path
            assert answered["Content-Security-Policy"] == POLICY
        assert_types(server, below, (below / "_headers").read_text(encoding="utf-8"), "trust/")
        assert server.get("trust/.trustpress")[0] == 404
        assert server.get("trust")[0] == 200
        status, _, body = server.get("trust/no-such-page/")
        assert status == 404 and body == (below / "404.html").read_bytes()
        security = server.get(".well-known/security.txt")[2].decode()
        assert "Canonical: https://trust.lanternfish.example/.well-known/security.txt\n" in security


def test_what_is_for_the_root_of_the_host_says_where_the_site_is(below, example):
    robots = (below / "robots.txt").read_text(encoding="utf-8")
    assert robots == (
        "User-agent: *\nAllow: /trust/\n\nSitemap: https://trust.lanternfish.example/trust/sitemap.xml\n"
    )
    at_root = (example / "_headers").read_text(encoding="utf-8")
    in_folder = (below / "_headers").read_text(encoding="utf-8")
    # That all of a host is asked by HTTPS is not for one folder of it to say.
    transport = "  Strict-Transport-Security: max-age=31536000\n"
    assert at_root.count(transport) == 1
    assert in_folder == re.sub(r"^/", "/trust/", at_root.replace(transport, ""), flags=re.MULTILINE)
    assert in_folder.startswith("/trust/*\n  Content-Security-Policy: ")


def test_each_page_says_the_policy_itself_but_for_framing(example):
    pages = list(pages_of(example))
    assert len(pages) > 50
    for path in pages:
        said = [a["content"] for _, a in Page.read(path).tags if a.get("http-equiv") == "Content-Security-Policy"]
        assert said == [META], path
    assert (example / ".nojekyll").read_bytes() == b""


def test_a_theme_with_scripts_may_run_them_and_the_site_verifies(build, trustpress, chromium, tmp_path):
    """On a host without headers: the policy of the page lets the theme's script run, and none from elsewhere."""
    layout = (REPOSITORY / "Templates" / "layout.mustache").read_text(encoding="utf-8")
    site = write_site(
        {
            "Templates/layout.mustache": layout.replace(
                "</head>", '<script src="/assets/own.js"></script>\n<script type="module" src="/assets/own.mjs"></script>\n</head>'
            ),
            "Templates/assets/own.js": "document.documentElement.dataset.ran = 'yes';\n",
            "Templates/assets/own.mjs": "document.documentElement.dataset.module = 'yes';\n",
        },
        copy_site(EXAMPLE, tmp_path / "site"),
    )
    public = build(site, "2027-06-01", tmp_path / "Public")
    assert f"{POLICY}\n" in (public / "_headers").read_text()
    assert trustpress("verify", public).returncode == 0
    with Server(tmp_path / "nginx", public) as server:
        page = chromium.new_page()
        blocked = []
        page.on("console", lambda message: blocked.append(message.text))
        page.route("**/favicon.ico", lambda route: route.abort())
        page.goto(server.address("privacy/"))
        assert page.evaluate("document.documentElement.dataset.ran") == "yes"
        # Nothing that is written in a page runs.
        page.evaluate(
            """() => {
                const script = document.createElement("script");
                script.append("window.own = 1");
                document.head.append(script);
            }"""
        )
        assert page.evaluate("window.own") is None and blocked
        page.close()
    # By the documented headers no text becomes markup either.
    with Documented(tmp_path / "documented", public, CONFIGURATIONS[0]) as server:
        page = chromium.new_page()
        page.goto(server.address("privacy/"))
        assert page.evaluate("document.documentElement.dataset.ran") == "yes"
        assert page.evaluate("document.documentElement.dataset.module") == "yes"
        with pytest.raises(Error, match="TrustedHTML"):
            page.evaluate("document.body.innerHTML = '<b>'")
        page.close()
