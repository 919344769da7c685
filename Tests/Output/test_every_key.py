"""Whatever an author does to a key of what is published is refused, told, or free for a reason that stands here."""

import json

import pytest

from key_rows import CHANGE, EDITION, NEXT, PROVIDER, PUBLISHED, ROWS, SITE, WORLD, Free, Never, Refused, Told
from judged import BASELINES, JudgedSite
from test_manual import documented_keys

ACTIONS = ("alter", "add", "remove")
SECTIONS = {SITE: "## Settings", EDITION: "## An edition", PROVIDER: "## A provider", CHANGE: "## A provider"}


def test_every_key_of_the_manual_has_its_row():
    rows = {file: {row.key for row in ROWS if row.file == file} for file in SECTIONS}
    assert rows[SITE] == documented_keys(SECTIONS[SITE])
    assert rows[EDITION] == documented_keys(SECTIONS[EDITION])
    provider = documented_keys(SECTIONS[PROVIDER])
    assert rows[PROVIDER] == provider - {"removed", "true_since"} | {"changes"}
    assert rows[CHANGE] == provider


def without(row, files):
    """The world without the row's key."""
    text = files[row.file]
    old = [line for line in text.splitlines() if line.split(":")[0].strip(" -") == row.key and is_of(row, text, line)]
    for line in old:
        text = text.replace(line + "\n", "")
    return files | {row.file: text}


def is_of(row, text, line):
    """Whether a line is of the item that the row is about: of a change, one that is indented as its keys are."""
    return row.file != CHANGE or line.startswith("    ") or line.startswith("  - ")


def saying(row, line, day, files):
    """The world with the row's key as a line says it: in the place of its own, else as the last of its item."""
    text = without(row, files)[row.file]
    for gone in row.instead:
        text = text.replace(gone, "")
    line = line.replace("{day}", day) + "\n"
    if row.file == EDITION:
        text = text.replace("\n---\n\n", "\n" + line + "---\n\n", 1)
    elif line.startswith("  - "):
        text = text.replace("changes:\n", "changes:\n" + line)
    else:
        text += line
    return files | {row.file: text}


CASES = [(row, action) for row in ROWS for action in ACTIONS if not isinstance(getattr(row, action), Never)]


def name(case):
    row, action = case
    return f"{action}-{row.key}-of-{ {SITE: 'site', EDITION: 'edition', PROVIDER: 'first-state', CHANGE: 'change'}[row.file]}"


@pytest.mark.parametrize("case", CASES, ids=name)
def test_what_is_done_to_a_key_is_refused_told_or_free(case, trustpress, tmp_path):
    row, action = case
    expected = getattr(row, action)
    world = WORLD | row.beside
    bare, plain = without(row, world), saying(row, row.line, PUBLISHED, world)
    before, after = {
        "alter": (plain, saying(row, row.other, PUBLISHED, world)),
        "add": (bare, saying(row, row.line, NEXT, world)),
        "remove": (plain, bare),
    }[action]
    assert before != after
    life = JudgedSite(trustpress, tmp_path, before)
    first = life.publish(PUBLISHED)
    lines = (life.published / "record" / "entries.jsonl").read_text()
    life.files = after
    for baseline in BASELINES:
        outcome = life.judge(NEXT, baseline)
        if isinstance(expected, Refused):
            assert outcome.status == 1, f"{baseline}: it was published\n{outcome.output}"
            assert outcome.checks & expected.checks, f"{baseline}: {outcome.errors}"
            assert all(message and help for _, _, message, help in outcome.errors), outcome.errors
            continue
        assert outcome.status == 0, f"{baseline}: {outcome.errors}"
        told = [event for event in outcome.events if event not in first.events]
        grown = (life.folder / baseline / "record" / "entries.jsonl").read_text()
        assert grown.startswith(lines), baseline
        new = [json.loads(line) for line in grown[len(lines):].splitlines()]
        if isinstance(expected, Told):
            if expected.event:
                assert [event for event in told if expected.event in event], f"{baseline}: {told}"
            assert [line for line in new if line["kind"].startswith(expected.line)], f"{baseline}: {new}"
        else:
            assert isinstance(expected, Free) and expected.reason
            assert not told and not new, f"{baseline}: {told} {new}"
