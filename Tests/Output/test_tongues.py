"""The program speaks English, and its authors may not: each word of a site in another language is in the language that
its page says it is."""

import email
import email.policy
import json
import xml.etree.ElementTree

import pytest

from pages import pages_of
from tongues import SITES, Listener, own_words
from worlds import write_site

AS_OF = "2026-06-15"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture(scope="module", params=sorted(SITES))
def spoken(request, trustpress, tmp_path_factory):
    files, direction = SITES[request.param]
    folder = tmp_path_factory.mktemp(request.param)
    site = write_site(files, folder / "site")
    done = trustpress("build", "--site", site, "--as-of", AS_OF, "--output", folder / "Public")
    assert done.returncode == 0, done.stderr
    return request.param, direction, own_words(files), folder


def wrong(text, language, direction, own):
    """The passages of a page that are said to be in another language than they are."""
    found = []
    for passage in Listener(text).heard:
        tongues = {word in own for word in passage.words}
        heard = (passage.language, passage.direction)
        if passage.kind == "cell" or passage.kind == "title" and len(tongues) == 2:
            tongues = {False}
        if any(heard != ((language, direction) if is_own else ("en", "ltr")) for is_own in tongues):
            found.append(passage)
    return found


def test_every_word_of_every_page_is_in_its_language(spoken):
    language, direction, own, folder = spoken
    counts = {"en": 0, language: 0}
    for page in pages_of(folder / "Public"):
        text = page.read_text()
        # What it shows of a theme's own and of authors is in the language of the page.
        assert f'<html lang="{language}" dir="{direction}">' in text
        assert wrong(text, language, direction, own) == [], page
        for passage in Listener(text).heard:
            counts[passage.language] += len(passage.words)
    assert min(counts.values()) > 1000, counts


def test_the_reader_hears_what_is_wrong():
    own = {"Wort"}
    page = '<html lang="de" dir="ltr"><p>Wort <span lang="en">word <b lang="de">Wort</b></span></p></html>'

    def heard(page):
        return [passage.words for passage in wrong(page, "de", "ltr", own)]

    assert heard(page) == []
    assert heard(page.replace(' lang="en"', "")) == [["word"]]
    assert heard(page.replace(' lang="de">Wort</b>', ">Wort</b>")) == [["Wort"]]
    assert heard('<html lang="de" dir="ltr"><a aria-label="word Wort"></a></html>') == [["word", "Wort"]]
    assert heard('<html lang="de" dir="rtl"><a>Wort</a></html>') == [["Wort"]]


def test_feeds_and_mails_say_the_language_that_they_are_in(spoken, trustpress):
    language, direction, own, folder = spoken
    public = folder / "Public"
    atom = xml.etree.ElementTree.parse(public / "feeds/all.atom").getroot()
    rss = xml.etree.ElementTree.parse(public / "feeds/all.rss").getroot()
    feed = json.loads((public / "feeds/all.json").read_text())
    assert (atom.get(LANG), rss.findtext("channel/language"), feed["language"]) == ("en", "en", "en")
    assert feed["items"]
    for item in feed["items"]:
        assert wrong(item["content_html"], language, direction, own) == [], item["id"]
    notice = feed["items"][0]["id"].split("notice/")[1]
    done = trustpress("notice", notice, "--format", "eml", "--site", folder / "site", "--as-of", AS_OF)
    assert done.returncode == 0, done.stderr
    mail = email.message_from_string(done.stdout, policy=email.policy.default)
    assert mail["Content-Language"] == "en"
    assert wrong(mail.get_body(["html"]).get_content(), language, direction, own) == []


def test_what_is_published_in_another_language_verifies(spoken, trustpress):
    _, _, _, folder = spoken
    done = trustpress("verify", folder / "Public")
    assert (done.returncode, done.stderr) == (0, "")
    # Nothing of a page is left unchecked for being in other markup than it follows.
    assert "markup of" not in done.stdout
