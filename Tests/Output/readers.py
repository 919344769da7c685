"""Real feed readers and a real server on loopback, and a reader of archives after RFC 5005."""

import contextlib
import mailbox
import os
import pathlib
import shutil
import socket
import sqlite3
import subprocess
import time
import urllib.request
import xml.etree.ElementTree as ElementTree

ATOM = "{http://www.w3.org/2005/Atom}"


def program(name):
    """The path of a program; servers lie where only root's PATH leads."""
    path = shutil.which(name, path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")
    assert path, f"{name} is missing; `make test` and `make bench` install what they need"
    return path


def free_port():
    with contextlib.closing(socket.socket()) as server:
        server.bind(("127.0.0.1", 0))
        return server.getsockname()[1]


class Server:
    """nginx with a folder, on loopback, with its access log."""

    def __init__(self, root, public):
        self.root = root
        self.port = free_port()
        self.log = root / "access.log"
        root.mkdir(parents=True)
        for name in ("body", "proxy", "fastcgi", "uwsgi", "scgi"):
            (root / name).mkdir()
        (root / "nginx.conf").write_text(
            f"""\
daemon off;
master_process off;
worker_processes 1;
pid {root}/nginx.pid;
error_log {root}/error.log;
events {{ worker_connections 64; }}
http {{
    client_body_temp_path {root}/body;
    proxy_temp_path {root}/proxy;
    fastcgi_temp_path {root}/fastcgi;
    uwsgi_temp_path {root}/uwsgi;
    scgi_temp_path {root}/scgi;
    types {{ application/atom+xml atom; application/rss+xml rss; application/feed+json json; text/html html; }}
    log_format short '$status $uri $http_user_agent';
    access_log {self.log} short;
    server {{ listen 127.0.0.1:{self.port}; root {public}; }}
}}
""",
            encoding="utf-8",
        )

    def __enter__(self):
        command = [program("nginx"), "-p", self.root, "-e", self.root / "error.log", "-c", self.root / "nginx.conf"]
        self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        end = time.monotonic() + 60
        while time.monotonic() < end:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), timeout=10):
                return self
            assert self.process.poll() is None, (self.root / "error.log").read_text()
            time.sleep(0.05)
        raise AssertionError("nginx does not answer")

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(60)

    def address(self, path):
        return f"http://127.0.0.1:{self.port}/{path}"

    def answers(self, since=0):
        """Status and path of every answer after the first so many."""
        return [tuple(line.split()[:2]) for line in self.log.read_text().splitlines()[since:]]


class Newsboat:
    """newsboat with its own cache. What is unread after a poll is what arrived with it."""

    name = "newsboat"

    def __init__(self, folder, feeds):
        self.folder = folder
        folder.mkdir(parents=True)
        (folder / "urls").write_text("".join(f"{feed}\n" for feed in feeds), encoding="utf-8")
        (folder / "config").write_text("", encoding="utf-8")

    def poll(self):
        command = [program("newsboat"), "-u", "urls", "-c", "cache.db", "-C", "config", "-x", "reload", "print-unread"]
        environment = {**os.environ, "HOME": str(self.folder), "LC_ALL": "C.UTF-8"}
        done = subprocess.run(
            command, cwd=self.folder, env=environment, capture_output=True, text=True, timeout=300, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        with contextlib.closing(sqlite3.connect(self.folder / "cache.db")) as cache, cache:
            arrived = [row[0] for row in cache.execute("select guid from rss_item where unread = 1 order by guid")]
            cache.execute("update rss_item set unread = 0")
        assert done.stdout.split()[0] == str(len(arrived)), done.stdout
        return arrived


class Rss2email:
    """rss2email, which writes each new entry as a message into a maildir."""

    name = "rss2email"

    def __init__(self, folder, feeds):
        self.folder = folder
        folder.mkdir(parents=True)
        self.run("new", "reader@tidewater.example")
        config = folder / "rss2email.cfg"
        settings = f"email-protocol = maildir\nmaildir-path = {folder}/mail\nmaildir-mailbox = inbox\n"
        text = config.read_text(encoding="utf-8")
        lines = [line for line in text.splitlines() if not line.startswith(("email-protocol", "maildir-"))]
        config.write_text("\n".join(lines).replace("[DEFAULT]", "[DEFAULT]\n" + settings, 1) + "\n", encoding="utf-8")
        (folder / "mail").mkdir()
        self.mail = mailbox.Maildir(folder / "mail" / "inbox")
        for number, feed in enumerate(feeds):
            self.run("add", f"feed{number}", feed)

    def run(self, *arguments):
        command = [program("r2e"), "-c", self.folder / "rss2email.cfg", "-d", self.folder / "rss2email.json", *arguments]
        environment = {**os.environ, "HOME": str(self.folder), "LC_ALL": "C.UTF-8"}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300, check=False)
        assert done.returncode == 0, done.stdout + done.stderr

    def poll(self):
        self.run("run")
        arrived = sorted(message["X-RSS-ID"] for message in self.mail)
        self.mail.clear()
        return arrived


class ArchiveReader:
    """Follows `prev-archive` from a subscription document until it meets what it knows, as RFC 5005 says."""

    name = "archives"

    def __init__(self, server, site, path):
        self.server, self.site, self.path = server, site, path
        self.known = set()

    def poll(self):
        arrived = []
        address = self.server.address(self.path)
        while address:
            with urllib.request.urlopen(address, timeout=60) as answer:
                root = ElementTree.fromstring(answer.read())
            entries = [
                *(entry.findtext(f"{ATOM}id") for entry in root.iter(f"{ATOM}entry")),
                *(item.findtext("guid") for item in root.iter("item")),
            ]
            new = [entry for entry in entries if entry not in self.known]
            self.known |= set(new)
            arrived += new
            previous = [link.get("href") for link in root.iter(f"{ATOM}link") if link.get("rel") == "prev-archive"]
            # All known already: so is everything older.
            address = previous[0].replace(self.site, self.server.address("").rstrip("/")) if previous and new else None
        return sorted(arrived)


def age(folder, before, day):
    """Gives the files that a build changed the time of its day: two builds in one second are days apart in life."""
    now = {}
    for path in pathlib.Path(folder).rglob("*"):
        if path.is_file():
            now[path] = path.stat().st_mtime_ns
            if before.get(path) != now[path]:
                os.utime(path, (day, day))
                now[path] = path.stat().st_mtime_ns
    return now
