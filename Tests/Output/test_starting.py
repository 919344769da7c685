"""From an empty folder to a published change: what a new user does, with the program alone."""

import os
import pathlib
import re
import shutil
import subprocess
import time

import pytest

from signing import ENVIRONMENT

SESSIONS = pathlib.Path(__file__).parent / "sessions"
# 27 November 2026, 09:00 in UTC.
MORNING = "1795770000"


@pytest.fixture
def surroundings(tmp_path):
    """An empty folder, and an environment in which the program is installed and nothing of the repository is seen."""
    programs = tmp_path / "programs"
    programs.mkdir()
    shutil.copy(os.environ["TRUSTPRESS"], programs / "trustpress")
    folder = tmp_path / "work"
    folder.mkdir()
    names = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in (("NAME", "Jo"), ("EMAIL", "jo@heron.example"))}
    environment = {
        **names, "PATH": f"{programs}:{ENVIRONMENT.get('PATH', os.environ['PATH'])}", "HOME": str(tmp_path), "GIT_CONFIG_NOSYSTEM": "1",
        "LC_ALL": "C.UTF-8", "TERM": "xterm",
    }
    return folder, environment


def test_the_first_ten_minutes(surroundings):
    folder, environment = surroundings
    done = subprocess.run(
        [SESSIONS / "first_ten_minutes.sh"], cwd=folder, env=environment, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    said = done.stdout + done.stderr
    blanks = (folder / "blanks").read_text()
    assert len(re.findall(r"\[placeholder\]$", blanks, re.MULTILINE)) > 40 and ": error: " not in blanks
    for words in (
        # A day that is too early comes with the one that would do: thirty days from the 28th, a Saturday, end on Monday.
        "2026-12-01 is too early: announced on 2026-11-28 with 30 days of notice, it can take effect on 2026-12-29 at the earliest",
        "Wrote Content/privacy/2027-01-30.md, with the text of 2026-11-27: announced on 2026-11-28, in effect from 2027-01-30.",
        "Wrote Content/subprocessors/providers/kelp-mail.yaml: announced on 2026-11-28, in effect from 2026-12-29.",
        "Added a change to Content/subprocessors/providers/crane-cloud.yaml: announced on 2026-11-28, in effect from 2026-12-29.",
        "The site is in order, as of 2026-11-28T09:00 (+00:00), by SOURCE_DATE_EPOCH, compared with the previous build",
        "is there already, and nothing is overwritten",
        "{+Data of billing is kept for ten years.+}",
        "### What this publishes",
    ):
        assert words in said, (words, said)
    assert re.search(r"Content/terms/2026-11-27\.md:\d+:\d+: error: .*\[published-text-changed\]", said)


class Terminal:
    """A terminal of 80 columns in which somebody types."""

    def __init__(self, folder, environment):
        self.socket = folder.parent / "tmux"
        variables = [f"{key}={value}" for key, value in environment.items()]
        self.run(
            "-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "200", "-c", folder,
            "env", "-i", *variables, "PS1=$ ", "bash", "--norc", "--noprofile")

    def run(self, *words):
        return subprocess.run(["tmux", "-S", self.socket, *words], capture_output=True, text=True, check=True).stdout

    def screen(self):
        return self.run("capture-pane", "-p").rstrip() + "\n"

    def wait(self, isAsFar, what):
        end = time.monotonic() + 240
        while not isAsFar(self.screen().rstrip()):
            assert time.monotonic() < end, f"no {what!r} in\n{self.screen()}"
            time.sleep(0.05)

    def type(self, asked, words):
        """Types a line, once the last line of the screen is a prompt or a question that ends so."""
        self.wait(lambda screen: screen.rpartition("\n")[2].endswith(asked.rstrip()), asked)
        before = self.screen()
        self.run("send-keys", "-l", words)
        self.run("send-keys", "Enter")
        self.wait(lambda screen: screen != before.rstrip(), "change")

    def end(self):
        self.type("$ ", "# the end")
        self.wait(lambda screen: screen.endswith("$ # the end\n$"), "end")
        text = self.screen().split("$ # the end")[0]
        self.run("kill-server")
        return text


# A line that is typed follows the prompt, or a question and what may be answered to it.
TYPED = re.compile(r"(\$ |.*\?(?: \([^)]*\))?(?: \[[^\]]*\])? )(.*)")


def typed(session):
    """The prompts and questions of a session, each with what is typed."""
    lines = [line + " " * line.endswith(("?", "]", ")")) for line in session.splitlines() if not line.startswith(("Error: ", "There is no "))]
    return [match.groups() for line in lines if (match := TYPED.fullmatch(line))]


@pytest.mark.parametrize("name", ["import", "new", "status"])
def test_a_session_at_a_terminal_is_as_it_was_looked_at(name, surroundings):
    """What is kept in sessions/ was read over at a terminal of 80 columns; whoever changes it reads it again."""
    folder, environment = surroundings
    kept = (SESSIONS / f"{name}.txt").read_text()
    terminal = Terminal(folder, {**environment, "SOURCE_DATE_EPOCH": MORNING})
    for asked, words in typed(kept):
        terminal.type(asked, words.strip())
    said = terminal.end()
    assert all(len(line) <= 80 for line in said.splitlines())
    assert said == kept
