"""`trustpress notice` and `status --since`: the messages that a mailing list is sent, and each once."""

import datetime
import email
import email.policy
import html.parser
import json
import os
import re
import subprocess
import xml.etree.ElementTree as ElementTree

import pytest

from test_calendars import LIFE
from test_feeds import ATOM
from worlds import EXAMPLE, REPOSITORY, World, write_site

LATEST = [World("proyecta", REPOSITORY, "2027-03-01"), World("example", EXAMPLE, "2027-06-01")]

RICH = {
    **LIFE,
    "Content/site.yaml": LIFE["Content/site.yaml"].replace("name: Tidewater", 'name: "Müller & Söhne 🌊 <شركة>"'),
    "Content/subprocessors/providers/anchor.yaml": LIFE["Content/subprocessors/providers/anchor.yaml"]
    + """\
changes:
  - announced: 2026-02-02
    effective: 2026-03-15
    locations: [DE, FR]
    note: |
      Why, **plainly** and _at length_: see the [terms](terms#2), our [terms](/terms/), <https://example.org/a?b=c&d=e>
      and [the mail](mailto:a@b.example); ~~not~~ `a < b && c_d`. Ünïcödé 🇩🇪 שלום, and a word that is longer than any line:
      Donaudampfschifffahrtsgesellschaftskapitaenswitwenrentenauszahlungsstellenleiterinnenversammlungsprotokoll

      1. First
         - inner *one*
         - inner two

         > quoted
         > twice
      2. Second

      | Place | Why |
      |---|---|
      | FR | a \\| b |

      ![A diagram of the harbour](/files/harbour.png)

      ```
      code  as it is
      From here on
      ```

      - [x] done
      - [ ] open
""",
    "Content/files/harbour.png": b"\x89PNG\r\n\x1a\n",
}


@pytest.fixture(scope="module")
def rich(tmp_path_factory):
    return write_site(RICH, tmp_path_factory.mktemp("rich"))


@pytest.fixture(scope="module")
def status(trustpress):
    def run(site, as_of, since="0001-01-01"):
        done = trustpress("status", "--site", site, "--as-of", as_of, "--since", since, "--format", "json")
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run


@pytest.fixture(scope="module")
def notice(trustpress):
    """What the command prints, as bytes."""

    def run(name, site, as_of, form, *more):
        command = ["notice", name, "--site", site, "--as-of", as_of, "--format", form, *more]
        done = subprocess.run([os.environ["TRUSTPRESS"], *map(str, command)], capture_output=True, timeout=120, check=False)
        assert done.returncode == 0, done.stderr.decode()
        assert not done.stderr
        return done.stdout

    return run


class Words(html.parser.HTMLParser):
    """The words of a page's body as a reader sees them, with the numbers of lists."""

    def __init__(self, page):
        super().__init__()
        self.text, self.hidden, self.lists = [], 0, []
        self.tags, self.links = [], []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        attributes = dict(attributes)
        if tag in ("head", "style", "title"):
            self.hidden += 1
        if tag in ("ol", "ul"):
            self.lists.append(int(attributes.get("start", 1)) if tag == "ol" else None)
        if tag == "li" and self.lists[-1] is not None:
            self.text.append(f" {self.lists[-1]} ")
            self.lists[-1] += 1
        if tag == "input":
            self.text.append(" x " if "checked" in attributes else " ")
        if tag == "a" and "href" in attributes:
            self.links.append(attributes["href"])
        if tag not in ("strong", "em", "code", "a", "s"):
            self.text.append(" ")

    def handle_endtag(self, tag):
        if tag in ("head", "style", "title"):
            self.hidden -= 1
        if tag in ("ol", "ul"):
            self.lists.pop()
        if tag == "sup":
            self.text.append(" ")

    def handle_data(self, data):
        if not self.hidden:
            self.text.append(data)


def words(text):
    return re.findall(r"[^\W_]+", re.sub(r"(https?://|mailto:)\S+", " ", text).lower())


def check_mail(data, sent):
    """One message, as RFC 5322 and its readers see it; gives its two parts."""
    assert data.endswith(b"\r\n") and data.count(b"\r\n") == data.count(b"\n") == data.count(b"\r")
    lines = data[:-2].split(b"\r\n")
    assert all(len(line) <= 78 for line in lines if b"Message-ID" not in line and b"<notice/" not in line)
    assert all(len(line) <= 998 for line in lines)
    assert all(byte < 128 for byte in data), "not in ASCII"
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert not message.defects
    parts = list(message.walk())
    assert [part.get_content_type() for part in parts] == ["multipart/alternative", "text/plain", "text/html"]
    for part in parts:
        assert not part.defects, part.defects
    for header, value in message.items():
        assert not value.defects, f"{header}: {value.defects}"
    for name in ("From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type"):
        assert len(message.get_all(name)) == 1, name
    assert "List-Unsubscribe" not in message
    assert message["Date"].datetime.isoformat() == sent
    plain, page = (part.get_content().replace("\r\n", "\n") for part in parts[1:])
    read = Words(page)
    assert not {"img", "script", "link", "iframe"} & set(read.tags)
    assert not re.search(r"(src|background|@import|url\()", page.replace("resources", "")), "it fetches something"
    mine = words(re.sub(r"^\[\d+\] \S+$", "", re.sub(r" \[\d+\]", "", plain), flags=re.MULTILINE))
    assert mine == words("".join(read.text))
    for link in read.links:
        if link.startswith("http"):
            assert link in plain, f"{link} is in the HTML alone"
    for line in plain.split("\n"):
        assert len(line) <= 72 or len(line.split()) <= 3 or line.startswith("    "), line
    return message, plain, page


def sent_at(events, site):
    """When each message of a site's events is sent, by the event's id: at its moment, or a second after the one before."""
    offset = re.search(r'^utc_offset: *"?([^" #]+)', (site / "Content/site.yaml").read_text(), re.MULTILINE).group(1)
    sent, last = {}, datetime.datetime.min
    for event in events:
        last = max(datetime.datetime.fromisoformat(event["moment"]), last + datetime.timedelta(seconds=1))
        sent[event["event"]] = last.isoformat() + offset
    return sent


@pytest.mark.parametrize("world", LATEST, ids=str)
def test_every_event_gives_a_message(world, status, notice):
    """Of the example the last event of each kind of each document, and every fifth: those between are of the same forms."""
    told = status(world.site, world.as_of)["events"]
    assert len(told) > (100 if world.name == "example" else 3)
    ids = set()
    sent = sent_at(told, world.site)
    last = {(event["document"], event["kind"]): event for event in told}
    chosen = told if len(told) < 100 else [event for event in told if event in [*last.values(), *told[::5]]]
    for event in chosen:
        data = notice(event["event"], world.site, world.as_of, "eml")
        message, plain, _ = check_mail(data, sent[event["event"]])
        assert message["Subject"] == " ".join(event["title"].split())
        assert event["notice"] in plain
        ids.add(message["Message-ID"])
        first = re.fullmatch(r"<notice/([^/@]+)(/.*)?@(.+)>", message["Message-ID"])
        if event["kind"] == "announced":
            assert message["In-Reply-To"] is None
        else:
            assert message["In-Reply-To"] == message["References"] == f"<notice/{first.group(1)}@{first.group(3)}>"
    assert len(ids) == len(chosen) and len({event["event"] for event in told}) == len(told), "two messages have one id"


def test_a_message_is_the_same_at_every_later_as_of(status, notice):
    for as_of in ("2024-07-01", "2026-11-23T16:00"):
        for event in status(EXAMPLE, as_of)["events"][-12:]:
            now = notice(event["event"], EXAMPLE, as_of, "eml")
            assert now == notice(event["event"], EXAMPLE, "2027-06-01", "eml"), event["event"]


def test_status_names_the_events_of_the_feeds(world, public, status):
    feeds = set()
    for path in (public / "feeds").glob("all*.atom"):
        for entry in ElementTree.parse(path).getroot().iter(f"{ATOM}entry"):
            feeds.add((entry.findtext(f"{ATOM}id"), entry.findtext(f"{ATOM}title")))
    told = status(world.site, world.as_of)["events"]
    assert {(event["id"], event["title"]) for event in told} == feeds
    assert len(told) == len(feeds)


def test_the_starting_state_and_names_in_all_scripts(rich, status, notice):
    told = status(rich, "2026-12-31")["events"]
    sent = sent_at(told, rich)
    for event in told:
        message, plain, page = check_mail(notice(event["event"], rich, "2026-12-31", "eml"), sent[event["event"]])
        sender = message["From"].addresses[0]
        assert sender.display_name == "Müller & Söhne 🌊 <شركة>" and sender.addr_spec == "privacy@tidewater.example"
        assert message["Subject"] == event["title"]
        assert "Müller & Söhne 🌊 <شركة>" in plain and "Müller &amp; Söhne 🌊 &lt;شركة&gt;" in page


def test_a_note_becomes_text_that_stands_by_itself(rich, notice):
    text = notice("subprocessors-2026-02-02", rich, "2026-02-03", "text").decode()
    assert "Why, plainly and at length: see the terms [" in text and "~~not~~" in text
    assert "] https://trust.tidewater.example/terms/#2\n" in text and "] https://trust.tidewater.example/terms/\n" in text
    assert "<" not in text.replace("<شركة>", "").replace("a < b", "")
    assert "1. First\n\n   - inner one\n   - inner two\n\n   > quoted twice\n\n2. Second\n" in text, text
    assert "FR | a | b" in text and "A diagram of the harbour" in text
    assert "\n    code  as it is\n    From here on\n" in text
    assert "- [x] done\n- [ ] open\n" in text
    assert "Customers may object until 12 February" in text.replace("\n", " ")


def test_markdown_keeps_links_and_escapes(rich, notice):
    text = notice("subprocessors-2026-02-02", rich, "2026-02-03", "markdown").decode()
    assert "[terms](<https://trust.tidewater.example/terms/#2>)" in text
    assert "**plainly** and *at length*" in text
    assert "| FR | a \\| b |" in text
    assert "Müller \\& Söhne 🌊 \\<شركة\\>" in text


def test_an_objection_is_a_mail_that_names_the_notice(rich, notice):
    data = notice("subprocessors-2026-02-02", rich, "2026-02-03", "eml")
    _, plain, page = check_mail(data, "2026-02-02T00:00:00+05:30")
    assert "mailto:privacy@tidewater.example?subject=Objection%20to%20subprocessors-2026-02-02" in page
    assert "“Objection to subprocessors-2026-02-02”" in " ".join(plain.split())


def test_a_mailing_list_that_the_site_names_is_the_recipient(small, notice):
    site = small / "Content/site.yaml"
    site.write_text(site.read_text() + "mailing_list: notices@lists.tidewater.example\n")
    message, _, _ = check_mail(notice("terms-2026-01-05", small, "2026-02-01", "eml"), "2026-01-05T00:00:02+00:00")
    assert message["To"] == "notices@lists.tidewater.example"


def test_json_is_the_published_notice_and_the_event(world, public, notice):
    published = sorted((public / "notices").glob("*.json"))
    for path in [published[0], published[-1]]:
        told = json.loads(notice(path.stem, world.site, world.as_of, "json"))
        event = told.pop("event")
        assert told == json.loads(path.read_text())
        assert event["tag"] == told["tag"] and event["kind"] == "announced" and event["moment"] == told["announced"]


def test_a_kind_means_the_newest_event_of_it(rich, notice):
    register = "subprocessors-2026-02-01"

    def tag(as_of, *more):
        return json.loads(notice(register, rich, as_of, "json", *more))["event"]["tag"].partition("notice/")[2]

    assert tag("2026-12-31") == tag("2026-12-31", "--event", "announced") == register
    assert tag("2026-03-01", "--event", "postponed") == f"{register}/postponed/2026-02-10"
    assert tag("2026-12-31", "--event", "postponed") == f"{register}/postponed/2026-03-10"
    assert tag("2026-12-31", "--event", "withdrawn") == f"{register}/withdrawn/2026-02-20"
    assert tag("2026-12-31", "--event", "effective") == f"{register}/effective/2026-05-01"
    whole = f"tag:tidewater.example,2026:notice/{register}/postponed/2026-02-10"
    assert json.loads(notice(whole, rich, "2026-12-31", "json"))["event"]["tag"] == whole


@pytest.mark.parametrize(
    "arguments, as_of, said",
    [
        (["subprocesors-2026-02-01"], "2026-12-31", "did you mean subprocessors-2026-02-01?"),
        (["subprocessors-2026-02-01"], "2026-01-31", "is announced on 2026-02-01T01:15"),
        (["subprocessors-2026-02-01", "--event", "effective"], "2026-04-30", "takes effect on 2026-05-01"),
        (["subprocessors-2026-02-01/effective/2026-05-01"], "2026-04-30", "takes effect on 2026-05-01"),
        (["terms-2026-01-05", "--event", "withdrawn"], "2026-12-31", 'has no event "withdrawn"'),
        (["terms-2026-02-05/withdrawn/2026-03-05", "--event", "announced"], "2026-12-31", "leave --event out"),
        (["nonsense\n"], "2026-12-31", "there are terms-2026-01-05, terms-2026-02-05, "),
    ],
)
def test_what_is_not_there_is_said(arguments, as_of, said, rich, trustpress):
    done = trustpress("notice", *arguments, "--site", rich, "--as-of", as_of)
    assert done.returncode == 64 and not done.stdout
    assert said in done.stderr, done.stderr


def test_content_with_errors_gives_no_message(small, trustpress):
    write_site({"Content/faq.md": "no heading <b>and html</b>\n"}, small)
    done = trustpress("notice", "terms-2026-01-05", "--site", small, "--as-of", "2026-02-01")
    assert done.returncode == 1 and not done.stdout and "raw-html" in done.stderr


NIGHTS = [f"2026-{month:02}-{day:02}{time}" for month in range(1, 6) for day, time in
          [(1, ""), (2, "T00:10"), (5, "T03:00"), (10, "T00:00"), (10, "T12:00"), (11, "T02:00"), (20, "T18:00"), (21, "")]]


def test_a_job_that_keeps_its_last_as_of_learns_each_event_once(rich, status):
    for step in (1, 2, 5, 11):
        since, learned = "2025-12-31", []
        for night in [*NIGHTS[::step], "2026-12-31"]:
            told = status(rich, night, since)
            assert told["since"] == since
            learned += [event["id"] for event in told["events"]]
            since = told["as_of"]
        everything = [event["id"] for event in status(rich, "2026-12-31")["events"]]
        assert sorted(learned) == sorted(everything), f"every {step} nights"


def test_status_without_since_lists_no_events(rich, trustpress):
    done = trustpress("status", "--site", rich, "--as-of", "2026-12-31", "--format", "json")
    told = json.loads(done.stdout)
    assert told["since"] is None and told["events"] is None
    text = trustpress("status", "--site", rich, "--as-of", "2026-02-10", "--since", "2026-02-09").stdout
    assert "\nSince 2026-02-09\n  2026-02-10  subprocessors-2026-02-01/postponed/2026-02-10\n" in text
    assert "\nSince 2026-02-10\n  nothing\n" in trustpress(
        "status", "--site", rich, "--as-of", "2026-02-10", "--since", "2026-02-10").stdout
    assert trustpress("status", "--site", rich, "--since", "yesterday").returncode == 64


def test_the_nightly_job_of_the_manual_sends_each_event_once(rich, tmp_path, tool, status):
    """The script as docs/mail.md prints it, with other folders, a clock of ours and a mailer that keeps what it gets."""
    tool("jq")
    manual = (REPOSITORY / "docs" / "mail.md").read_text()
    script = re.search(r"```sh\n(#!/bin/sh\n.*?)```", manual, re.DOTALL).group(1)
    settings = {"site": rich, "list": "notices@lists.example", "began": "2025-12-31", "sent": tmp_path / "sent"}
    for key, value in settings.items():
        script, count = re.subn(rf"^{key}=\S+", f"{key}={value}", script, flags=re.MULTILINE)
        assert count == 1, key
    programs = tmp_path / "bin"
    mailer = '#!/bin/sh\n[ ! -e "$MAILS/down" ] || exit 75\nn=$(ls "$MAILS" | wc -l)\necho "$@" >"$MAILS/$n.to"\ncat >"$MAILS/$n.eml"\n'
    write_site({"sendmail": mailer, "trustpress": f'#!/bin/sh\nexec "{os.environ["TRUSTPRESS"]}" "$@"\n', "job": script}, programs)
    for program in programs.iterdir():
        program.chmod(0o755)
    mails = tmp_path / "mails"
    mails.mkdir()

    def run(epoch):
        environment = {
            **os.environ, "PATH": f"{programs}:{os.environ['PATH']}", "MAILS": str(mails), "SOURCE_DATE_EPOCH": str(epoch)}
        return subprocess.run(["sh", programs / "job"], env=environment, capture_output=True, text=True, timeout=300, check=False)

    day, start = 86400, 1767225600 + 7200  # 2026-01-01T02:00Z
    for night in (0, 1, 4, 5, 33, 34, 36, 37, 50):
        done = run(start + night * day)
        assert done.returncode == 0, done.stderr
    (mails / "down").touch()
    assert run(start + 70 * day).returncode != 0, "a mailer that fails is not noticed"
    (mails / "down").unlink()
    for night in (71, 72, 130, 150):
        assert run(start + night * day).returncode == 0
    ids = [email.message_from_bytes(path.read_bytes(), policy=email.policy.default)["Message-ID"] for path in mails.glob("*.eml")]
    told = status(rich, "2026-05-31")["events"]
    assert sorted(ids) == sorted(f"<notice/{event['event']}@tidewater.example>" for event in told)
    assert {path.read_text() for path in mails.glob("*.to")} == {"-i notices@lists.example\n"}
