"""Nothing of a file acts on a terminal: whatever a title, a name, an id or a record holds, no command writes it as it is."""

import json
import re
import unicodedata

import pytest

from worlds import REPOSITORY, SMALL, write_site

AS_OF = "2026-02-01"
# A clear screen and a window's title, in C0 and in C1; a direction that turns the words; what hides, deletes, rings.
ACTS = "\x1b[2J\x1b]0;pwned\x07\u009b2J\u009d0;pwned\u009c\u202eevil\u2066x\u2069\x7f\x08"
# The same in a quoted scalar of YAML.
YAML = "".join(f"\\U{ord(char):08X}" for char in ACTS)
NEW = "---\ntitle: \"Privacy{acts}\"\nannounced: 2026-01-20\nsummary: \"More{acts}.\"\n---\n\n# Privacy{raw}\n\nWe keep more{raw}.\n"
LENIENT = {
    # What was announced before the as-of day is warned of, and published.
    "Content/privacy/2026-03-01.md": NEW.format(acts=YAML, raw=ACTS),
    "Content/subprocessors/providers/anchor.yaml": f'name: "Anchor{YAML}"\nentity: "Anchor{YAML} GmbH"\npurpose: "Runs{YAML} the servers"\n'
    f'data: ["account{YAML} data"]\nlocations: [DE]\nannounced: 2026-01-05\n',
}


def acting(text):
    """The characters of a text that could act, line feeds and tabs apart, and carriage returns at ends of lines."""
    return sorted(
        {
            f"U+{ord(char):04X}"
            for char in text.replace("\r\n", "\n")
            if char not in "\n\t" and (unicodedata.category(char) == "Cc" or char in "\u061c\u200e\u200f\u2028\u2029" or "\u202a" <= char <= "\u202e" or "\u2066" <= char <= "\u2069")
        }
    )


def texts(value):
    """Every text in a value of JSON, one after the other."""
    if isinstance(value, str):
        return value
    return "\n".join(map(texts, value.values() if isinstance(value, dict) else value if isinstance(value, list) else []))


@pytest.fixture
def hostile(small):
    return write_site(LENIENT, small)


@pytest.fixture
def quiet(trustpress):
    """Runs a command and holds what it writes to be harmless."""

    def run(*words, status=(0,), **options):
        done = trustpress(*words, **options)
        assert done.returncode in status, done.stderr
        assert not acting(done.stdout), (words, acting(done.stdout))
        assert not acting(done.stderr), (words, acting(done.stderr))
        return done

    return run


FINDINGS = ["text", "json", "github"]
SITE = {"build": FINDINGS, "check": FINDINGS, "status": ["text", "json"], "changes": ["markdown", "json"]}


@pytest.mark.parametrize("command, form", [(command, form) for command, forms in SITE.items() for form in forms])
def test_of_a_site(command, form, hostile, quiet):
    done = quiet(command, "--site", hostile, "--as-of", AS_OF, "--previous", "none", "--format", form)
    assert "privacy" in done.stdout + done.stderr


@pytest.mark.parametrize("form", ["text", "markdown", "json", "eml"])
def test_a_notice(form, hostile, quiet):
    done = quiet("notice", "privacy-2026-01-20", "--site", hostile, "--as-of", AS_OF, "--format", form)
    if form == "json":
        assert f"More{ACTS}." in texts(json.loads(done.stdout)), "the value is what it was, by its escapes"


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
@pytest.mark.parametrize("color", ["always", "never"])
def test_a_redline(form, color, hostile, trustpress):
    done = trustpress("diff", "privacy", "--site", hostile, "--format", form, "--color", color)
    assert done.returncode == 0, done.stderr
    # The program's own colours are the only sequences there are.
    text = re.sub(r"\x1b\[[0-9;]*m", "", done.stdout) if form == "text" and color == "always" else done.stdout
    assert not acting(text), acting(text)
    assert "2J" in text, "the words themselves stay"


def test_a_colour_of_a_text_is_none_of_the_programs(small, trustpress):
    """A text could otherwise hide words of a redline (`ESC[8m`)."""
    write_site({"Content/privacy/2026-03-01.md": NEW.format(acts="", raw="\x1b[8m")}, small)
    for color in ("always", "never"):
        done = trustpress("diff", "privacy", "--site", small, "--color", color)
        assert "\x1b[8m" not in done.stdout and "[8m" in done.stdout


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_names_of_files_and_errors(form, small, quiet):
    """In what is refused: a file's name, a line of a source, a key, an id."""
    name = ACTS
    write_site(
        {
            f"Content/terms/{name}.md": "x", f"Content/{name}/2026-01-05.md": "x", f"Content/files/{name}.pdf": "x",
            f"Content/subprocessors/providers/{name}.yaml": "x", f"Templates/{name}.mustache": "x",
            "Content/privacy/2026-01-05.md": f'---\n"ti{YAML}": Privacy\ntitle: "{YAML}"\nannounced: "{YAML}"\n---\n\n[x](/{name}/) {name}\n',
            "Content/site.yaml": SMALL["Content/site.yaml"] + f'products: {{"{YAML}": x}}\n',
        },
        small,
    )
    done = quiet("check", "--site", small, "--as-of", AS_OF, "--previous", "none", "--format", form, status=(1,))
    if form == "json":
        assert all(json.loads(line) for line in done.stdout.splitlines())


def test_what_the_command_line_names(small, quiet):
    name = ACTS
    for words, status in [
        (["check", "--site", small / name], 2), (["check", "--site", small, "--previous", name], 2),
        (["check", "--site", small, "--previous", f"git:{name}"], 2), (["notice", name, "--site", small, "--as-of", AS_OF], 64),
        (["diff", name, "--site", small], 64), (["verify", small / name], 2), (["build", "--site", small, "--output", small / "Content" / name], 2),
        (["build", "--site", small, "--sign-key", name], 2),
    ]:
        quiet(*words, status=(status, 64, 2))


def test_a_record_from_elsewhere(small, build, quiet, tmp_path):
    """verify and --previous read what anybody may have written."""
    public = build(small, AS_OF, tmp_path / "Public")
    entries = public / "record" / "entries.jsonl"
    lines = entries.read_text().splitlines()
    write_site({f"{ACTS[:3]}.html": "x", f"privacy/{ACTS[:3]}.md": "x"}, public)
    for line in [ACTS, json.dumps({"kind": ACTS}), json.dumps({"kind": "site", ACTS: 1}, ensure_ascii=False), lines[0].replace("tidewater", ACTS)]:
        entries.write_text("\n".join([line, *lines[1:]]) + "\n")
        quiet("verify", public, status=(1,))
        quiet("check", "--site", small, "--as-of", AS_OF, "--previous", public, status=(2,))
    entries.write_text("\n".join(lines) + "\n")
    for file in ("checkpoint", "as-of", "SHA256SUMS"):
        kept = (public / "record" / file).read_bytes()
        (public / "record" / file).write_text(ACTS)
        quiet("verify", public, status=(1, 2))
        (public / "record" / file).write_bytes(kept)


def test_one_place_writes():
    """Nothing in the command line prints but through the one place that makes it harmless."""
    for source in sorted((REPOSITORY / "Sources").rglob("*.swift")):
        if source.name == "Output.swift" or "FileEmbedder" in str(source):
            continue
        text = source.read_text()
        assert not re.search(r"(?<![A-Za-z.])print\(|FileHandle\.standard|fputs\(|stdout|fwrite\(", text), source
