"""`trustpress serve`: what somebody sees of a site while they write it, in a real browser and without one."""

import contextlib
import http.client
import os
import re
import socket
import subprocess
import time

import pytest
from playwright.sync_api import Error

from repositories import commit, git
from worlds import EXAMPLE, SMALL, copy_site, read_tree, write_site

BAR = re.compile(rb'<div id="trustpress-preview".*</script>\n', re.DOTALL)
POLICY = "Content/privacy/2026-01-05.md"


class Preview:
    """A preview that runs, and what is read over its address."""

    def __init__(self, process, port):
        self.process, self.port = process, port
        self.address = f"http://127.0.0.1:{port}"

    def ask(self, path, method="GET", **headers):
        """The status, the headers and the body of an answer; nothing is followed, and no path is put right."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()

    def page(self, path, **headers):
        """A page without the bar below it."""
        status, _, body = self.ask(path, **headers)
        assert status == 200, path
        return BAR.sub(b"", body)


@contextlib.contextmanager
def previewing(site, *arguments):
    command = [os.environ["TRUSTPRESS"], "serve", "--site", str(site), *arguments]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        line = process.stdout.readline()
        found = re.fullmatch(r"The preview stands at http://127\.0\.0\.1:(\d+)/ and ends with Ctrl-C\.\n", line)
        assert found, line
        yield Preview(process, int(found[1]))
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def replace(site, path, old, new):
    file = site / path
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


def shown(page):
    """What stands in the bar, once the page has it."""
    return page.locator("#trustpress-preview .bar").inner_text()


def until(page, holds):
    """Waits until something holds of a page, which may load itself anew meanwhile."""
    end = time.monotonic() + 120
    while time.monotonic() < end:
        with contextlib.suppress(Error):
            if holds():
                return
        page.wait_for_timeout(20)
    raise AssertionError(f"{shown(page)}\n{page.content()}")


def test_somebody_writes(chromium, small):
    """An error is seen in the page with its line, behind it the last site in order; once it is mended, the words."""
    with previewing(small, "--as-of", "2026-03-01", "--previous", "none") as preview:
        page = chromium.new_page()
        asked, said = [], []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(f"{preview.address}/privacy/")
        assert "error" not in shown(page)
        heading = page.locator("h1").first.inner_text()

        replace(small, POLICY, "---\ntitle:", "---\ntilte:")
        until(page, lambda: "tilte" in shown(page))
        assert f"{POLICY}:2:1: error" in shown(page)
        assert "behind this, the site as it was before" in shown(page)
        assert page.locator("h1").first.inner_text() == heading

        replace(small, POLICY, "---\ntilte:", "---\ntitle:")
        (small / POLICY).write_text((small / POLICY).read_text() + "\nOctopuses are not told.\n")
        until(page, lambda: "Octopuses are not told." in page.inner_text("body"))
        assert "error" not in shown(page)
        page.close()
    assert {url.split("/")[2] for url in asked} == {f"127.0.0.1:{preview.port}"}
    assert [words for words in said if "favicon" not in words and "404" not in words] == []


def test_another_day(chromium, tmp_path):
    """The as-of is moved over a change by the days to come and by hand, and the list is that of the day."""
    site = copy_site(EXAMPLE, tmp_path / "site")
    with previewing(site, "--as-of", "2026-11-23", "--previous", "none") as preview:
        page = chromium.new_page()
        page.goto(f"{preview.address}/subprocessors/")
        assert "Moray Transcription" in page.locator("table.list").first.inner_text()
        bar = page.locator("#trustpress-preview")
        bar.locator("summary", has_text="more").click()
        bar.get_by_role("link", name="31 December 2026").click()
        page.wait_for_url(f"{preview.address}/subprocessors/")
        assert bar.locator("input[type=date]").input_value() == "2026-12-31"
        assert "Moray Transcription" not in page.locator("table.list").first.inner_text()
        bar.get_by_role("link", name="Back to 23 November 2026").click()
        assert "Moray Transcription" in page.locator("table.list").first.inner_text()
        bar.locator("input[type=date]").fill("2026-12-30")
        bar.get_by_role("button", name="Show").click()
        assert "Moray Transcription" in page.locator("table.list").first.inner_text()
        bar.locator("input[type=date]").fill("2027-06-01")
        bar.get_by_role("button", name="Show").click()
        assert "Moray Transcription" not in page.locator("table.list").first.inner_text()
        # What is embargoed has its page on its day, and none before.
        page.goto(f"{preview.address}/security/2027-02-01/")
        assert page.locator("h1").count() > 0 and "No page here" not in page.content()
        page.close()


def test_the_first_build_fails(chromium, small):
    """What is wrong is shown although nothing was ever in order, and the page comes by itself."""
    replace(small, "Content/site.yaml", "organization: {name: Tidewater}", "organization: Tidewater")
    with previewing(small, "--as-of", "2026-03-01", "--previous", "none") as preview:
        page = chromium.new_page()
        page.goto(preview.address)
        assert "Content/site.yaml:1:15: error" in shown(page)
        replace(small, "Content/site.yaml", "organization: Tidewater", "organization: {name: Tidewater}")
        until(page, lambda: "What we promise." in page.inner_text("body"))
        page.close()


def shown_of(path, content):
    """A file of a build as the preview has it: the bar asks for a script, so a policy of its own stands in a header."""
    policy = rb'<meta http-equiv="Content-Security-Policy"[^>]*>' if path.endswith(".html") else rb"(?!)"
    return re.sub(policy, b"", content)


def test_every_byte_is_that_of_a_build(build, tmp_path):
    site = copy_site(EXAMPLE, tmp_path / "site")
    public = build(site, "2026-11-23", tmp_path / "Public")
    with previewing(site, "--as-of", "2026-11-23", "--previous", "none") as preview:
        for path, content in read_tree(public).items():
            if path.startswith("."):
                continue
            address = "/" + path.removesuffix("index.html")
            assert preview.page(address) == shown_of(path, content), path
    assert sorted(file.name for file in site.iterdir()) == ["Content", "Templates"], "nothing is written"


@pytest.mark.parametrize("ref", [None, "refs/remotes/origin/main", "refs/tags/live"])
def test_a_published_text_is_altered(chromium, small, ref):
    """An edit of what is announced in the commit that counts is told while it is made, with the words that were there."""
    def publish(*commands):
        commit(small)
        for command in [["update-ref", ref, "HEAD"], *commands] if ref else commands:
            git(small, *command)

    git(small, "init", "-q")
    publish(["pack-refs", "--all"])
    named = ["--previous", f"git:{ref.split('/', 2)[2]}"] if ref else []
    told = "error" if ref else "warning"
    with previewing(small, "--as-of", "2026-03-01", *named) as preview:
        page = chromium.new_page()
        page.goto(f"{preview.address}/privacy/")
        assert told not in shown(page)
        (small / POLICY).write_text((small / POLICY).read_text() + "\nOctopuses are not told.\n")
        until(page, lambda: told in shown(page))
        if not ref:
            # Errors are shown at once.
            page.locator("#trustpress-preview").locator("summary", has_text=told).click()
        assert "[published-text-changed]" in shown(page)
        # Another commit is another baseline, without a new start.
        publish()
        until(page, lambda: told not in shown(page))
        page.close()


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "localhost.evil.example", "[::1]", ""])
def test_no_other_name_is_answered(small, host):
    with previewing(small, "--as-of", "2026-03-01", "--previous", "none") as preview:
        for path in ("/", "/privacy/", "/.trustpress/news?after=0", "/.trustpress/as-of?day=2026-01-01"):
            status, _, body = preview.ask(path, Host=host)
            assert (status, body) == (403, b"This preview answers to localhost and 127.0.0.1 alone.\n"), path
        assert preview.ask("/", Host=f"localhost:{preview.port}")[0] == 200


def test_nothing_else_of_the_disk(small):
    (small / "secret.txt").write_text("a secret")
    (small / "Content" / ".draft.txt").write_text("a secret")
    with previewing(small, "--as-of", "2026-03-01", "--previous", "none") as preview:
        for path in (
            "/../secret.txt", "/..%2Fsecret.txt", "/%2e%2e/secret.txt", "/secret.txt", "//secret.txt", "/Content/.draft.txt", "/.draft.txt",
            "/Content/site.yaml", "/etc/passwd", "/files/../../secret.txt", "/.trustpress/../secret.txt", "/%00", "/%",
        ):  # fmt: skip
            status, _, body = preview.ask(path)
            assert status in (400, 404) and b"a secret" not in body and b"root:" not in body, path
        for method in ("POST", "PUT", "DELETE", "PATCH"):
            assert preview.ask("/", method)[0] == 405
        status, headers, _ = preview.ask("/.trustpress/as-of?day=2026-02-01&back=//evil.example/")
        assert (status, headers["Location"]) == (303, "/")
        assert preview.ask("/privacy")[1]["Location"] == "/privacy/"


def raw(preview, *requests):
    """All that comes back for bytes that are sent over one connection."""
    with socket.create_connection(("127.0.0.1", preview.port), timeout=60) as connection:
        for request in requests:
            connection.sendall(request)
        answer = b""
        while part := connection.recv(65536):
            answer += part
    return answer


def test_a_head_without_end(small):
    """A long address, many fields, or bytes without a line: refused at once, and others are answered meanwhile."""
    host = b"Host: localhost\r\n"
    with previewing(small, "--as-of", "2026-03-01", "--previous", "none") as preview:
        began = time.monotonic()
        for request in (
            b"GET /?" + b"x" * 300_000 + b" HTTP/1.1\r\n" + host + b"\r\n",
            b"GET / HTTP/1.1\r\n" + host + b"Cookie: a=b\r\n" * 50_000 + b"\r\n",
            b"x" * 2_000_000,
        ):
            assert raw(preview, request).startswith(b"HTTP/1.1 431 "), request[:20]
        with socket.create_connection(("127.0.0.1", preview.port)) as waiting:
            waiting.sendall(b"GET / HTTP/1.1\r\n")
            assert preview.ask("/privacy/?" + "x" * 16_000)[0] == 200
        assert raw(preview, b"nonsense\r\n\r\n").startswith(b"HTTP/1.1 400 ")
        assert time.monotonic() - began < 30


def test_one_connection_for_many_requests(small):
    """A head alone has no body, which would be taken for the next answer, and a refusal says what is answered."""
    with previewing(small, "--as-of", "2026-03-01", "--previous", "none") as preview:
        connection = http.client.HTTPConnection("127.0.0.1", preview.port, timeout=120)
        connection.connect()
        own = connection.sock
        lengths = []
        for method in ("GET", "HEAD", "FOO", "HEAD", "GET"):
            connection.request(method, "/privacy/")
            answer = connection.getresponse()
            body = answer.read()
            lengths.append((answer.status, answer.headers["Content-Length"], len(body)))
            assert answer.headers["Allow"] == (None if answer.status == 200 else "GET, HEAD")
            assert connection.sock is own
        connection.close()
        size = lengths[0][2]
        refused = lengths[2][2]
        head, page = (200, str(size), 0), (200, str(size), size)
        assert lengths == [page, head, (405, str(refused), refused), head, page] and size > 0
        # Two that come at once are answered one after the other, and what is behind a body is not read as a request.
        twice = raw(preview, b"GET /privacy HTTP/1.1\r\nHost: localhost\r\n\r\nGET /privacy HTTP/1.0\r\nHost: localhost\r\n\r\n")
        assert twice.count(b"HTTP/1.1 303 See Other\r\n") == 2
        inside = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"
        posted = b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n" % len(inside)
        assert raw(preview, posted, inside).count(b"HTTP/1.1") == 1


def test_a_day_of_another_preview(small):
    """A day that was chosen in one preview is not that of another, nor of the next start, which says its own day."""
    with previewing(small, "--as-of", "2026-03-01", "--previous", "none") as preview:
        _, headers, _ = preview.ask("/.trustpress/as-of?day=2026-02-01&back=/")
        chosen = headers["Set-Cookie"].split(";")[0]
        assert b'name="day" value="2026-02-01"' in preview.ask("/", Cookie=chosen)[2]
        port = str(preview.port)
        with previewing(small, "--as-of", "2026-03-01", "--previous", "none") as other:
            assert b'name="day" value="2026-03-01"' in other.ask("/", Cookie=chosen)[2]
    time.sleep(1)
    with previewing(small, "--as-of", "2026-03-02", "--previous", "none", "--port", port) as preview:
        assert b'name="day" value="2026-03-02"' in preview.ask("/", Cookie=chosen)[2]


def test_a_site_in_a_folder_of_a_host(chromium, build, small, tmp_path):
    replace(small, "Content/site.yaml", "https://trust.tidewater.example", "https://tidewater.example/trust")
    public = build(small, "2026-03-01", tmp_path / "Public")
    with previewing(small, "--as-of", "2026-03-01", "--previous", "none") as preview:
        for path in ("/", "/trust"):
            status, headers, _ = preview.ask(path)
            assert (status, headers["Location"]) == (303, "/trust/"), path
        assert preview.ask("/trust/privacy")[1]["Location"] == "/trust/privacy/"
        assert [preview.ask(path)[0] for path in ("/privacy/", "/trusty/", "/index.html")] == [404] * 3
        for path, content in read_tree(public).items():
            if not path.startswith("."):
                assert preview.page("/trust/" + path.removesuffix("index.html")) == shown_of(path, content), path
        page = chromium.new_page()
        missing = []
        page.on("response", lambda answer: missing.append(answer.url) if answer.status >= 400 else None)
        page.goto(preview.address)
        page.locator("main a[href='/trust/privacy/']:visible").first.click()
        assert page.url == f"{preview.address}/trust/privacy/"
        assert [url for url in missing if not url.endswith("/favicon.ico")] == []
        page.close()


def test_a_port_that_is_taken(small, trustpress):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = trustpress("serve", "--site", small, "--port", port, "--previous", "none")
        assert done.returncode == 2
        assert done.stderr == (
            f"error: port {port}: Address already in use; another program has it: choose one with --port\n"
        )


def test_a_folder_without_a_site(trustpress, tmp_path):
    done = trustpress("serve", "--site", tmp_path)
    assert done.returncode == 2 and "has no folder Content" in done.stderr
    done = trustpress("serve", "--site", tmp_path, "--as-of", "tomorrow")
    assert done.returncode == 64 and "--as-of takes a day" in done.stderr


def test_a_thousand_saves_in_a_row(small):
    """Half-written, written anew, renamed over one another: the last one is shown, and memory does not grow."""
    file = small / POLICY
    text = file.read_text()
    with previewing(small, "--as-of", "2026-03-01", "--previous", "none") as preview:
        sizes = []
        for number in range(1000):
            saved = f"{text}\nSave number {number}.\n"
            if number % 3 == 0:
                file.write_text(saved[: len(saved) // 2])
            if number % 3 == 1:
                (small / "Content/privacy/.new").write_text(saved)
                (small / "Content/privacy/.new").rename(file)
            else:
                file.write_text(saved)
            if number % 4 == 0:
                assert f"Save number {number}.".encode() in preview.page("/privacy/")
            if number % 100 == 99:
                sizes.append(resident(preview.process.pid))
        assert b"Save number 999." in preview.page("/privacy/")
        assert b"Save number 999." in preview.page("/privacy/2026-01-05.md")
    # Of the first hundreds something is kept; of what comes after them no more.
    assert sizes[-1] < sizes[2] + 40_000, sizes


def resident(process):
    """How much memory a process has, in KiB."""
    with open(f"/proc/{process}/status", encoding="ascii") as status:
        return int(re.search(r"VmRSS:\s+(\d+) kB", status.read())[1])
