"""The program speaks English, German and Arabic, and its authors what they like: each word of a site is in the language
that its page says it is."""

import collections
import email
import email.policy
import html.parser
import json
import re
import unicodedata
import xml.etree.ElementTree

import pytest
from axe_playwright_python.sync_playwright import Axe

from everything import AS_OF as EVERYTHING_AS_OF
from everything import EVERYTHING
from pages import pages_of
from test_browser import MIDDLE, NARROW, RUN_AXE, WIDE, serve, visit
from tongues import ARABIC, AS_OF, DIRECTIONS, GERMAN, IN_GERMAN, LATIN, SITES, VOID, Listener, site
from worlds import write_site

WIDEST = {"width": 1440, "height": 900}
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture(scope="module", params=sorted(SITES))
def spoken(request, trustpress, tmp_path_factory):
    files, language, languages = SITES[request.param]
    folder = tmp_path_factory.mktemp(language)
    site = write_site(files, folder / "site")
    done = trustpress("build", "--site", site, "--as-of", AS_OF, "--output", folder / "Public")
    assert done.returncode == 0, done.stderr
    return language, languages, folder


def wrong(text, languages, is_entry=False):
    """The passages of a page that are said to be in another language than they are. A word of which nothing is known is the
    program's, which speaks each of them."""
    found = []
    for passage in Listener(text).heard:
        tongues = {languages[word] for word in passage.words if word in languages}
        is_mixed = any(word not in languages for word in passage.words)
        # One attribute or title is in one language: an author's, or the program's with an author's in it.
        if not tongues or passage.kind == "cell" or passage.kind == "title" and is_mixed:
            tongues = {passage.language}
        # It is in the language of its moment, and may name what has its words from an earlier one.
        if (is_entry or passage.kind in ("sentence", "redline", "title")) and "en" not in tongues | {passage.language}:
            tongues = {passage.language}
        # So is a sentence of the program's, in which its author's words are not told apart.
        if is_mixed and passage.language in ("de", "ar"):
            tongues = {passage.language}
        if any((passage.language, passage.direction) != (tongue, DIRECTIONS[tongue]) for tongue in tongues):
            found.append(passage)
    return found


def test_every_word_of_every_page_is_in_its_language(spoken):
    language, languages, folder = spoken
    counts = collections.Counter()
    for page in pages_of(folder / "Public"):
        text = page.read_text()
        # What it shows of a theme's own and of authors is in the language of the page.
        assert f'<html lang="{language}" dir="{DIRECTIONS[language]}">' in text
        assert wrong(text, languages) == [], page
        for passage in Listener(text).heard:
            counts[passage.language] += len(passage.words)
    assert set(counts) <= {"en", *languages.values()}
    assert min(counts[tongue] for tongue in languages.values()) > 500, counts


# Names of formats and of others' products, which every language says so.
NAMES = set("JSON Markdown CSV RSS Atom Slack Microsoft Teams Outlook RFC SHA Merkle C SP tlog checkpoint signed note minisign "
            "ssh keygen SSH LEI DPF D U N S EU III".split())
# What is a word of both English and German.
IN_BOTH = set("April August In in an was Was so Text Link Training Name Version Feed Addendum Trust Center Opt Status".split())
# What stands in addresses.
IDS = {"subprocessors", "terms", "privacy"}


def left_in_english(public, language, english):
    """The passages of pages in a language that hold words of English."""
    return sorted({
        " ".join(passage.words) for page in pages_of(public) for passage in Listener(page.read_text()).heard
        if passage.language == language and any(english(word) for word in passage.words)})


def test_an_arabic_site_says_nothing_in_latin_letters(output_in):
    names = {word for name in LATIN.values() for word in re.findall("[A-Za-z]+", name)}

    def is_latin(word):
        return re.search("[A-Za-z]", word) and word not in NAMES | IDS | {"Feed"} | names

    assert left_in_english(output_in("ar"), "ar", is_latin) == []


def test_names_in_latin_letters_are_isolated_on_arabic_pages(output_in):
    """Else the full stop of one stands before it, as the line runs."""
    for path in pages_of(output_in("ar")):
        text = path.read_text()
        title = re.search("<title>(.*)</title>", text)[1]
        assert not re.search("[a-z]\\.", re.sub("\u2068[^\u2069]*\u2069", "", title)), path
        body = re.sub(r"<head>.*</head>|<bdi>[^<]*</bdi>", "", text, flags=re.DOTALL)
        assert not re.search(r">[^<]*\b(?:Inc|Ltd)\b", body), path


class Runs(html.parser.HTMLParser):
    """The words of a page that stand in no `bdi`, nor in code, nor in what is said to run in a direction of its own, text by text.

    An element within a line is a part of its text; what is apart stands in it as "•"."""

    INLINE = {"a", "span", "strong", "em", "b", "i", "small", "time", "sup", "sub", "s", "del", "ins", "wbr", "br"}
    APART = {"bdi", "code", "pre", "script", "style", "head"}

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.open, self.texts = [], [""]
        self.feed(page)
        self.close()

    def is_apart(self):
        return any(is_apart for _, is_apart in self.open)

    def handle_starttag(self, tag, attrs):
        if tag not in self.INLINE:
            self.texts.append("")
        if tag in VOID:
            return
        is_apart = tag in self.APART or tag != "html" and dict(attrs).get("dir") == "ltr" or "data-edition" in dict(attrs) \
            or "data-redline" in dict(attrs)
        if is_apart and not self.is_apart():
            self.texts[-1] += "•"
        self.open.append((tag, is_apart))

    def handle_endtag(self, tag):
        if tag not in VOID:
            self.open.pop()
        if tag not in self.INLINE | self.APART:
            self.texts.append("")

    def handle_data(self, data):
        if not self.is_apart():
            self.texts[-1] += data


# What would be shown in another order among words that run from right to left: a sign at the end of words that do not, and what
# begins or ends with a sign.
MOVED = re.compile("^[^\u0590-\u08ff]*[A-Za-z][^\u0590-\u08ff]*[.!?)]$|(?:^|\\s)/[a-z]|[+-]\\d\\d:|://|\\S@\\S")


def test_what_runs_from_the_left_is_isolated_on_arabic_pages(build, tmp_path):
    """An author's sentences in Latin letters, addresses, paths and offsets; but for the texts of editions."""
    files = EVERYTHING | UNRECORDED
    settings = files["Content/site.yaml"].replace("language: en", "language: ar").replace('"+00:00"', '"+01:00"')
    settings = settings.replace("name: Tidewater", "name: Tidewater (Quay)", 1)
    files |= {
        "Content/site.yaml": settings + "mailing_list: list@tidewater.example\n",
        "Content/faq.md": "# Questions!\n\n## Where?\n\nHere.\n\n## When?\n\nSee [this](/files/free.txt).\n",
        "Content/files/free.txt": "Free.\n",
        "Content/privacy/2026-05-31.md": "---\ntitle: Privacy\nannounced: 2026-05-10T09:30\nsummary: |\n  Less of it!\n\n  - First.\n---\n\nLess.\n",
        "Content/subprocessors/providers/cape.yaml": ROW,
    }
    public = build(write_site(files, tmp_path / "site"), EVERYTHING_AS_OF, tmp_path / "Public")
    pages = {path.relative_to(public).as_posix(): path.read_text() for path in pages_of(public)}
    found = {(path, text.strip()) for path, page in pages.items() for text in Runs(page).texts if MOVED.search(text.strip())}
    assert found == set()
    told = "".join(pages.values())
    for words in ("+01:00", "https://cape.example/", "desk@cape.example", "/files/free.txt", "Less of it!", "First.", "Harbours.",
                  "All that we do (in Europe).", "https://trust.tidewater.example/terms/2026-01-05/"):
        assert f"<bdi>{words}</bdi>" in told, words
    for words in ("privacy@tidewater.example", "Tidewater (Quay)", "Questions!"):
        assert f'<span dir="ltr">{words}</span>' in told, words
    mail = json.loads((public / "feeds/all.json").read_text())["items"]
    assert "<p><bdi>Less of it!</bdi></p>" in "".join(item["content_html"] for item in mail)


ROW = """\
name: Cape
entity: Cape Ltd.
purpose: Keeps maps.
data: [maps]
locations: [DE]
website: https://cape.example/
contact: [Data desk (all)., desk@cape.example]
announced: 2026-02-10
effective: 2026-03-15
note: Harbours.
"""


def test_a_german_site_says_nothing_in_english(trustpress, output_in, tmp_path):
    """Held against the same site in English."""
    done = trustpress("build", "--site", write_site(site("en", GERMAN, None), tmp_path / "en/site"),
                      "--as-of", AS_OF, "--output", tmp_path / "en/Public")
    assert done.returncode == 0, done.stderr
    english = {
        word for page in pages_of(tmp_path / "en/Public") for passage in Listener(page.read_text()).heard
        for word in passage.words if word not in IN_GERMAN}
    english -= NAMES | IN_BOTH | IDS
    assert {"the", "notice", "edition", "Announced"} <= english
    assert left_in_english(output_in("de"), "de", english.__contains__) == []


# A page of each kind.
KINDS = [
    "/", "/404.html", "/faq/", "/certifications/", "/record/", "/subscribe/", "/notices/", "/notices/subprocessors-2026-04-10/",
    "/notices/notice-terms-2026-04-01/", "/terms/", "/terms/2026-03-01/", "/terms/2026-03-01/changes/",
    "/terms/2026-01-05/since/", "/terms/history/", "/terms/history/compare/", "/terms/on/2026-03-10/", "/subprocessors/",
    "/subprocessors/alpha/", "/subprocessors/annex-iii/", "/subprocessors/history/", "/subprocessors/on/2026-05-20/",
]


@pytest.mark.parametrize("language, says", [
    ("de", ["Suchen", "Liste filtern", "Von", "Berührte Klauseln", "Zwei Fassungen auswählen"]),
    ("ar", ["بحث", "تصفية القائمة", "من", "البنود المتأثرة", "اختر إصدارين"]),
])
def test_a_browser_finds_its_pages_sound(language, says, output_in, chromium):
    """What the scripts say is in the language too, nothing is wider than the screen, and axe finds nothing: on a phone and on a
    wide screen by turns."""
    axe = Axe().axe_script
    with serve(output_in(language)) as base:
        page = chromium.new_page(viewport=NARROW)
        for place, path in enumerate(KINDS):
            _, complaints = visit(page, base + path)
            assert complaints == [], path
            page.evaluate(axe)
            for viewport in (NARROW, MIDDLE, WIDEST):
                page.set_viewport_size(viewport)
                assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"], path
                if viewport is (NARROW, WIDEST)[place % 2]:
                    assert page.evaluate(RUN_AXE, None) == [], (path, viewport)
        page.close()
        page = chromium.new_page(viewport=WIDE)
        page.goto(base + "/subprocessors/")
        assert page.locator(".search-button button").inner_text() == says[0]
        assert page.locator("form.filter").get_attribute("aria-label") == says[1]
        page.goto(base + "/terms/history/compare/")
        page.get_by_role("button", name=says[4]).click()
        page.locator("article[data-redline]").wait_for()
        assert page.locator("label[for='page.from']").inner_text() == says[2]
        assert page.locator("#page\\.touched").inner_text() == says[3]
        page.close()


@pytest.mark.parametrize("earlier, today, first, last", [
    ("en", "en", "", ""),
    ("de", "en", ' lang="de" dir="ltr"', ""),
    ("en", "de", ' lang="en" dir="ltr"', ""),
    ("ar", "en", ' lang="ar" dir="rtl"', ""),
    ("en-GB", "en-US", ' lang="en-GB" dir="ltr"', ""),
])
def test_a_text_stays_in_the_language_that_its_site_had(earlier, today, first, last, trustpress, tmp_path):
    """English is the program's own, and marked where the rest of the page is in another."""
    files = site(today, GERMAN, None, before=(earlier, ARABIC)) if earlier != today else site(today, GERMAN, None)
    done = trustpress("build", "--site", write_site(files, tmp_path / "site"), "--as-of", AS_OF, "--output", tmp_path / "Public")
    assert done.returncode == 0, done.stderr
    words = GERMAN if earlier == today else ARABIC
    for day, language, title in (("2026-03-01", first, words["terms"]), ("2026-08-01", last, GERMAN["terms"])):
        page = (tmp_path / "Public/terms" / day / "index.html").read_text()
        assert f'<h1 data-heading{language}>{title}</h1>' in page
        article = f'<article data-edition="terms/{day}">\n'
        assert (f'<div class="in-language"{language}>\n{article}' if language else f"\n{article}") in page
        assert f"<title{language}>{title} – " in page
        changes = (tmp_path / "Public/terms" / day / "changes/index.html").read_text()
        wrapper = re.search(rf'<div class="in-language"(.*)>\n<article data-redline="terms/[0-9-]+\.\.{day}">\n', changes)
        assert (wrapper[1] if wrapper else "") == language
        assert re.search(rf'\n<article data-redline="terms/[0-9-]+\.\.{day}">\n', changes)


def test_the_reader_hears_what_is_wrong():
    languages = {"Wort": "de", "word": "en"}
    page = '<html lang="de" dir="ltr"><p>Wort <span lang="en">word <b lang="de">Wort</b></span></p></html>'

    def heard(page):
        return [passage.words for passage in wrong(page, languages)]

    assert heard(page) == []
    assert heard(page.replace(' lang="en"', "")) == [["word"]]
    assert heard(page.replace(' lang="de">Wort</b>', ">Wort</b>")) == [["Wort"]]
    assert heard('<html lang="de" dir="ltr"><a aria-label="word Wort"></a></html>') == [["word", "Wort"]]
    assert heard('<html lang="de" dir="ltr"><a aria-label="Etwas Wort">Etwas</a></html>') == []
    assert heard('<html lang="de" dir="rtl"><a>Wort</a></html>') == [["Wort"]]


def test_feeds_and_mails_say_the_language_that_they_are_in(spoken, trustpress):
    """That of the site."""
    language, languages, folder = spoken
    told = language
    public = folder / "Public"
    atom = xml.etree.ElementTree.parse(public / "feeds/all.atom").getroot()
    rss = xml.etree.ElementTree.parse(public / "feeds/all.rss").getroot()
    feed = json.loads((public / "feeds/all.json").read_text())
    assert (atom.get(LANG), rss.findtext("channel/language"), feed["language"]) == (told, told, told)
    assert feed["items"]
    for item in feed["items"]:
        # An entry says its language itself where the feed may say another.
        content = f'<div lang="{told}" dir="{DIRECTIONS[told]}">{item["content_html"]}</div>'
        assert wrong(content, languages, is_entry=True) == [], item["id"]
    notice = feed["items"][0]["id"].split("notice/")[1]
    done = trustpress("notice", notice, "--format", "eml", "--site", folder / "site", "--as-of", AS_OF)
    assert done.returncode == 0, done.stderr
    mail = email.message_from_string(done.stdout, policy=email.policy.default)
    assert mail["Content-Language"] == told
    assert wrong(mail.get_body(["html"]).get_content(), languages, is_entry=True) == []


def test_an_arabic_site_with_names_in_latin_letters_verifies(output_in, trustpress):
    done = trustpress("verify", output_in("ar"))
    assert (done.returncode, done.stderr) == (0, ""), done.stdout


def test_what_is_published_in_another_language_verifies(spoken, trustpress):
    _, _, folder = spoken
    done = trustpress("verify", folder / "Public")
    assert (done.returncode, done.stderr) == (0, "")
    # Nothing of a page is left unchecked for being in other markup than it follows.
    assert "markup of" not in done.stdout


# What authors write in Latin letters where no record holds it: in every kind of block, and in the names of things.
UNRECORDED = {
    "Content/index.md": "# Trust at *Tidewater*, Inc.\n\nWhat we promise (all of it).[^1]\n\n## Where, and how?\n\n"
    "1. First.\n2. A [link](/faq/) to it.\n\n- [x] Done!\n- [ ] Not yet, alas.\n\n> Said **well**.\n\n| a. | b. |\n|---|---|\n"
    "| `c` | ~~d.~~ |\n\n```sh\nls .\n```\n\n![A ship.](/assets/ship.svg)\n\n---\n\n[^1]: As of now.\n",
    "Templates/assets/ship.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "Content/certifications/seal.yaml": "name: ISO 27001 (all)\nissuer: Lloyd, Inc.\nannounced: 2026-01-05\nfrom: 2026-01-05\n"
    "scope: All that we do (in Europe).\nrequest: seal@tidewater.example\n",
}


@pytest.mark.parametrize("index", ["its own index", "no index"])
@pytest.mark.parametrize("language", ["en", "de", "ar", "fr", "he", "en, then ar", "ar, then en"])
def test_a_site_in_any_language_verifies_with_what_is_in_no_record(language, index, build, trustpress, tmp_path):
    """On an Arabic one authors' words in Latin letters are in elements of their own."""
    files = EVERYTHING | UNRECORDED
    first, _, then = language.partition(", then ")
    later = f"renamed: [{{from: 2026-05-01, language: {then}}}]\n" if then else ""
    settings = files["Content/site.yaml"].replace("language: en", f"language: {first}")
    settings = settings.replace("documents: [", "documents: [{id: data-deal, group: Paper, about: Paper (all).}, ") + later
    files |= {
        "Content/site.yaml": settings,
        "Content/data-deal/2026-01-05.md": "---\ntitle: Data Processing, Inc.\n---\n\nWe process (data).\n",
    }
    if index == "no index":
        del files["Content/index.md"]
    public = build(write_site(files, tmp_path / "site"), EVERYTHING_AS_OF, tmp_path / "Public")
    done = trustpress("verify", public)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert "markup of" not in done.stdout
    overview = (public / "index.html").read_text()
    assert all(f"data-{name}" in overview for name in ("heading", "certifications", "contacts", "documents"))


def test_a_german_site_is_told_its_notices_in_german(trustpress, tmp_path):
    """In feeds, calendars and mails no word is one that the same site in English has there."""
    told = {}
    for language in ("en", "de"):
        folder = tmp_path / language
        done = trustpress("build", "--site", write_site(site(language, GERMAN, None), folder / "site"), "--as-of", AS_OF,
                          "--output", folder / "Public")
        assert done.returncode == 0, done.stderr
        feed = json.loads((folder / "Public/feeds/all.json").read_text())
        calendar = (folder / "Public/feeds/all.ics").read_text().replace("\n ", "").replace("\r\n ", "")
        lines = [line.split(":", 1)[1].replace("\\n", " ") for line in calendar.splitlines()
                 if line.startswith(("SUMMARY:", "DESCRIPTION:", "X-WR-CALNAME:"))]
        lines += [feed["title"]] + [item[key] for item in feed["items"] for key in ("title", "summary", "content_html")]
        notice = feed["items"][-1]["id"].split("notice/")[1]
        done = trustpress("notice", notice, "--site", folder / "site", "--as-of", AS_OF)
        assert done.returncode == 0, done.stderr
        # Neither markup nor addresses.
        text = re.sub(r"<[^>]*>|\S*(?:://|@|/)\S*", " ", "\n".join(lines + [done.stdout]))
        told[language] = set(re.findall(r"[^\W\d_]+", text))
    both = IN_BOTH | IDS | NAMES | IN_GERMAN.keys() | {"notice", "renamed"}
    assert {"will", "receive", "Customers", "object", "announced"} <= told["en"]
    assert {"wird", "erhalten", "Kunden", "widersprechen", "angekündigt"} <= told["de"]
    assert told["en"] & told["de"] - both == set()


def runs_from_right(line):
    """Whether a program that shows a line runs it from right to left: by its first letter, what is isolated apart (Unicode
    Standard Annex 9, P2)."""
    letters = [unicodedata.bidirectional(char) for char in re.sub("\u2068[^\u2069]*(?:\u2069|$)", "", line)]
    return next((kind in ("R", "AL") for kind in letters if kind in ("L", "R", "AL")), False)


def test_an_arabic_site_is_told_its_notices_in_arabic(trustpress, output_in):
    """In feeds, calendars and mails all words are Arabic but names, which are isolated, and all lines run from right to left."""
    public = output_in("ar")
    feed = json.loads((public / "feeds/all.json").read_text())
    calendar = re.sub("\r\n ", "", (public / "feeds/all.ics").read_bytes().decode())
    lines = [line.split(":", 1)[1] for line in calendar.splitlines()
             if line.startswith(("SUMMARY:", "DESCRIPTION:", "X-WR-CALNAME:"))]
    lines = [line for entry in lines for line in entry.split("\\n") if line]
    lines += [json.loads(path.read_text())["title"] for path in (public / "feeds").rglob("*.json")]
    lines += [item[key] for item in feed["items"] for key in ("title", "summary")]
    bodies = [item["content_html"] for item in feed["items"]]
    assert len(feed["items"]) > 15
    for item in feed["items"]:
        done = trustpress("notice", item["id"].split("notice/")[1], "--site", public.parent / "site", "--as-of", AS_OF,
                          "--format", "eml")
        assert done.returncode == 0, done.stderr
        mail = email.message_from_string(done.stdout, policy=email.policy.default)
        assert mail["Content-Language"] == "ar"
        lines += [mail["Subject"]] + mail.get_body(["plain"]).get_content().splitlines()
        bodies.append(mail.get_body(["html"]).get_content())
        assert '<html lang="ar" dir="rtl">' in bodies[-1]
    for line in lines:
        assert line.count("\u2068") == line.count("\u2069"), line
        # What is neither isolated, an address nor an id.
        rest = re.sub("\u2068[^\u2069]*\u2069|\\S*(?:://|@|-2026-)\\S*", "", line)
        assert set(re.findall("[A-Za-z]+", rest)) <= NAMES, line
        assert runs_from_right(line) or not re.search("[\u0621-\u064a]", line), line
    for body in bodies:
        assert "\u2068" not in re.sub("<title>.*</title>", "", body)
        rest = re.sub(r"<head>.*</head>|<bdi>[^<]*</bdi>|<[^>]*>|\S*(?:://|@|-2026-)\S*", "", body, flags=re.DOTALL)
        assert set(re.findall("[A-Za-z]+", rest)) <= NAMES, body
    rss = xml.etree.ElementTree.parse(public / "feeds/all.rss").getroot()
    assert all(item.text.startswith('<div lang="ar" dir="rtl">') for item in rss.findall("channel/item/description"))
    assert any(line.endswith("للمنتج \u2068Studio\u2069") for line in lines)
    assert any("\u2068Acme AI\u2069" in line for line in lines) and any("<bdi>Acme, Inc.</bdi>" in body for body in bodies)


def test_a_terminal_shows_arabic_as_it_is_published(trustpress, output_in):
    """The signs around names are let through, each closed on its line; nothing is replaced or written as a reference."""
    public = output_in("ar")
    source = ("--site", public.parent / "site", "--as-of", AS_OF)
    event = "subprocessors-2026-04-10"
    sentences = json.loads((public / f"notices/{event}.json").read_text())["sentences"]
    assert any("\u2068Acme Mind\u2069" in sentence for sentence in sentences)
    shown = {
        "notice": trustpress("notice", event, *source),
        "notice as Markdown": trustpress("notice", event, *source, "--format", "markdown"),
        "status": trustpress("status", *source, "--since", "2026-01-06"),
        "changes": trustpress("changes", *source, "--previous", "none"),
    }
    for command, done in shown.items():
        assert done.returncode == 0, done.stderr
        assert "\ufffd" not in done.stdout and "&#x" not in done.stdout, command
        assert "\u2068" in done.stdout, command
        for line in done.stdout.splitlines():
            assert line.count("\u2068") == line.count("\u2069"), (command, line)
    read = " ".join(shown["notice"].stdout.split())
    assert all(sentence in read for sentence in sentences), read
