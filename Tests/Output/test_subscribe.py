"""`/subscribe/`, where people land, and how other pages lead to the feeds."""

import re

from feeds import names_of
from pages import Page, pages_of
from test_links import site_url
from worlds import SMALL, write_site

TYPES = {
    "atom": "application/atom+xml", "rss": "application/rss+xml", "json": "application/feed+json", "ics": "text/calendar",
}


def test_every_feed_is_there_in_every_form(feed_world, feed_public):
    page = Page.read(feed_public / "subscribe" / "index.html")
    said = "\n".join(page.texts)
    links = {attributes.get("href"): attributes for attributes in page.all("a")}
    site = site_url(feed_world)
    for name in names_of(feed_public):
        for ending, kind in TYPES.items():
            assert links[f"/feeds/{name}.{ending}"]["type"] == kind
        assert f"{site}/feeds/{name}.atom\n" in said
        assert f"/feed subscribe {site}/feeds/{name}.rss\n" in said
        assert said.count(f"{site}/feeds/{name}.rss\n") == 3, "Slack, Teams and Outlook"
        assert said.count(f"{site}/feeds/{name}.ics\n") == 2, "Outlook and a calendar app"
        assert f"webcal{site.removeprefix('https')}/feeds/{name}.ics" in links
    assert "/feeds/subscriptions.opml" in links
    assert len(re.findall(r"/feeds/[^.\s]+\.atom\n", said)) == len(names_of(feed_public))


def test_every_page_leads_to_the_feeds(world, public):
    documents = {name for name in names_of(public) if name != "all" and "/" not in name}
    for path in pages_of(public):
        where = path.relative_to(public)
        found = [
            (attributes["type"], attributes["href"])
            for attributes in Page.read(path).all("link")
            if attributes.get("rel") == "alternate" and attributes["href"].startswith("/feeds/")
        ]
        own = where.parts[0] if where.parts[0] in documents else None
        if where.parts[0] == "notices" and len(where.parts) == 3:
            own = re.match(r"(.*?)-\d{4}-\d\d-\d\d", where.parts[1]).group(1)
            own = own if own in documents else None  # a notice of terms or of names is of no document
        names = [own, "all"] if own else ["all"]
        assert found == [(kind, f"/feeds/{name}.{ending}") for name in names for ending, kind in TYPES.items()], where


def test_each_form_of_a_feed_is_served_as_what_it_is(public):
    rules = re.findall(r"^(/\S+)\n  Content-Type: ([^;\n]+)", (public / "_headers").read_text(encoding="utf-8"), re.MULTILINE)
    types = {path.removeprefix("/").replace("feeds/", "").removeprefix("*."): kind for path, kind in rules}
    assert {ending: types.get(ending) for ending in TYPES} == TYPES
    assert types["opml"] == "text/x-opml"


def test_a_mailing_list_is_named_where_the_site_has_one(build, tmp_path):
    for number, (written, link) in enumerate(
        [("notices@lists.tidewater.example", "mailto:notices@lists.tidewater.example"), ("https://tidewater.example/join?a=1&b=2",) * 2]
    ):
        site = dict(SMALL)
        site["Content/site.yaml"] += f"mailing_list: {written}\n"
        public = build(write_site(site, tmp_path / f"site{number}"), "2026-02-01", tmp_path / f"Public{number}")
        page = Page.read(public / "subscribe" / "index.html")
        assert [a for a in page.all("a") if a.get("href") == link], link
        assert written in "".join(page.texts)
    public = build(write_site(SMALL, tmp_path / "none"), "2026-02-01", tmp_path / "Public")
    assert "By mail" not in "".join(Page.read(public / "subscribe" / "index.html").texts)
