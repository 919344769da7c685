"""The command line as a shell sees it: exit statuses, streams, and the forms of diagnostics."""

import contextlib
import json
import os
import pty
import re
import subprocess
import time

import pytest

from worlds import EXAMPLE, write_site

AS_OF = "2026-02-01"
DEFECTS = {
    "Content/terms/2026-01-05.md": "---\ntitel: Terms\n---\n\n# Terms\n",
    "Content/privacy/2026-01-05.md": "---\ntitle: Privacy\nannounced: 2026-02-31\n---\n\n# Privacy\n",
    "Content/subprocessors/providers/anchor.yaml": "name: Anchor\nentity: Anchor\npurpose: Runs, the servers: 100% of them\n"
    "data: [account data]\nlocations: [DE, Irland]\nannounced: 2026-01-05\n",
}
COMMANDS = ["build", "check", "status"]


@pytest.fixture
def wrong(small):
    """A small site with several defects."""
    return write_site(DEFECTS, small)


@pytest.mark.parametrize("command", COMMANDS)
def test_done_is_0_and_says_its_as_of(command, small, trustpress):
    done = trustpress(command, "--site", small, "--as-of", AS_OF)
    assert done.returncode == 0, done.stderr
    said = done.stdout + done.stderr
    assert AS_OF in said and "--as-of" in said, "the run does not say what its as-of is and where it came from"


def test_the_as_of_is_now_where_nothing_else_is_said(small, trustpress):
    environment = {key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"}
    done = trustpress("check", "--site", small, env=environment)
    assert done.returncode == 0, done.stderr
    assert re.search(r"\b20\d\d-\d\d-\d\dT\d\d:\d\d\b.*clock", done.stdout + done.stderr)


@pytest.mark.parametrize("command", ["build", "check"])
def test_errors_in_the_content_are_1(command, wrong, trustpress):
    assert trustpress(command, "--site", wrong, "--as-of", AS_OF).returncode == 1


@pytest.mark.parametrize("where, reason", [(">/dev/full", "No space left on device"), (">&-", "Bad file descriptor")])
def test_a_build_is_done_whoever_takes_its_words(where, reason, small, trustpress, tmp_path):
    """What is written is written: a job that goes by the exit status would not send it. Of a result nothing else is left."""
    before = ["sh", "-c", f'exec "$@" {where}', "sh"]
    done = trustpress("build", "--site", small, "--as-of", "2026-03-01", "--output", tmp_path / "Public", before=before)
    said = f"warning: this cannot be written to standard output ({reason}):\nBuilt "
    assert done.returncode == 0 and said in done.stderr, done.stderr
    assert (tmp_path / "Public/record/checkpoint").exists()
    done = trustpress("check", "--site", small, "--as-of", "2026-03-01", before=before)
    assert done.returncode == 2 and f"error: the result cannot be written to standard output: {reason}\n" in done.stderr, done.stderr


@pytest.mark.parametrize("arguments", [("build", "--as-of", "2026-03-01", "--output", "b\udcffd/out"), ("new", "site", "b\udcffd/x\udcff")])
def test_a_path_that_is_not_utf_8_leads_nowhere_else(arguments, small, trustpress, tmp_path):
    (tmp_path / "b\udcffd").mkdir()
    before = sorted(os.walk(os.fsencode(tmp_path)))
    done = trustpress(*arguments, cwd=small if arguments[0] == "build" else tmp_path)
    assert (done.returncode, done.stdout) == (64, "")
    assert "is not written in UTF-8, and would lead elsewhere; rename what it names\n" in done.stderr
    assert sorted(os.walk(os.fsencode(tmp_path))) == before


@pytest.mark.parametrize("command", COMMANDS)
def test_a_site_that_is_not_there_is_2(command, trustpress, tmp_path):
    done = trustpress(command, "--site", tmp_path / "nowhere", "--as-of", AS_OF)
    assert done.returncode == 2, done.stderr
    assert "nowhere" in done.stderr
    assert len(done.stderr.strip().splitlines()) <= 3


@pytest.mark.parametrize(
    "arguments",
    [
        ["no-such-command"],
        ["build", "--no-such-option"],
        ["build", "--as-of", "yesterday"],
        ["build", "--as-of", "2026-02-31"],
        ["build", "--as-of", "2026-02-01T25:00"],
        ["build", "--as-of", ""],
        ["check", "--format", "xml"],
        ["check", "--output", "elsewhere"],
        ["build", "one-too-many"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_64(arguments, small, trustpress):
    done = trustpress(*arguments, cwd=small)
    assert done.returncode == 64, done.stderr
    assert not done.stdout
    assert done.stderr.strip()
    assert not (small / "Public").exists()


@pytest.mark.parametrize("epoch", ["", "soon", "-99999999999999999999", "9" * 30, "1e9", " 1"])
def test_a_source_date_epoch_that_is_no_number_never_passes_for_a_day(epoch, small, trustpress):
    done = trustpress("check", "--site", small, env={**os.environ, "SOURCE_DATE_EPOCH": epoch})
    assert done.returncode in ((0,) if epoch == "" else (2, 64)), done.stderr


@pytest.mark.parametrize("command", [[], ["build"], ["check"], ["status"], ["diff"], ["notice"]], ids=lambda c: " ".join(c) or "(none)")
def test_help_is_a_result(command, trustpress):
    done = trustpress(*command, "--help")
    assert done.returncode == 0 and "USAGE" in done.stdout.upper()


def objects(text):
    return [json.loads(line) for line in text.splitlines() if line.startswith("{")]


def test_json_is_one_object_a_line(wrong, trustpress):
    done = trustpress("check", "--site", wrong, "--as-of", AS_OF, "--format", "json")
    assert done.returncode == 1
    found = objects(done.stdout)
    assert len(found) >= 3
    for one in found:
        assert set(one) == {"file", "line", "column", "severity", "id", "message", "help"}, one
        assert one["severity"] in ("error", "warning")
        assert isinstance(one["line"], int) and isinstance(one["column"], int)
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", one["id"])
        assert not one["message"].endswith("."), one
    places = [(one["file"], one["line"]) for one in found]
    assert places == sorted(places)
    ids = {(one["file"], one["id"]) for one in found}
    assert ("Content/terms/2026-01-05.md", "unknown-key") in ids
    assert ("Content/privacy/2026-01-05.md", "invalid-date") in ids


def test_every_line_of_json_is_an_object(wrong, trustpress):
    done = trustpress("check", "--site", wrong, "--as-of", AS_OF, "--format", "json")
    assert done.stdout
    assert re.fullmatch(r"\d+ errors(?: and \d+ warnings?)?, as of 2026-02-01 .*, compared with nothing published\n", done.stderr)
    assert all(line.startswith("{") for line in done.stdout.splitlines()), done.stdout


def test_json_of_a_site_in_order_is_nothing_at_all(small, trustpress):
    done = trustpress("check", "--site", small, "--as-of", AS_OF, "--format", "json")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "The site is in order, as of 2026-02-01 (+00:00), by --as-of, compared with nothing published\n"


@pytest.mark.parametrize("command", ["build", "check"])
def test_quiet_says_nothing_where_all_is_well(command, small, trustpress):
    policy = small / "Content" / "privacy" / "2026-01-05.md"
    policy.write_text(policy.read_text() + "\nLast updated: 1 March 2025.\n")
    said = trustpress(command, "--site", small, "--as-of", AS_OF)
    assert "1 warning" in said.stdout and "stated-date" in said.stderr
    done = trustpress(command, "--site", small, "--as-of", AS_OF, "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_quiet_still_tells_errors(wrong, trustpress):
    loud = trustpress("check", "--site", wrong, "--as-of", AS_OF)
    done = trustpress("check", "--site", wrong, "--as-of", AS_OF, "--quiet")
    assert done.returncode == 1 and not done.stdout and done.stderr
    assert done.stderr.count(": error: ") == loud.stderr.count(": error: ") and ": warning: " not in done.stderr
    lines = trustpress("check", "--site", wrong, "--as-of", AS_OF, "--quiet", "--format", "json")
    assert lines.stdout == trustpress("check", "--site", wrong, "--as-of", AS_OF, "--format", "json").stdout
    assert not lines.stderr


@pytest.mark.parametrize(
    "arguments, name",
    [
        (["new", "site", ""], "<dir>"),
        (["new", "key", ""], "<file>"),
        (["new", "provider", "Heron", "--site", ""], "--site <dir>"),
        (["schema", "--into", ""], "--into <dir>"),
        (["schema", "site", "--site", ""], "--site <dir>"),
        (["import", "register", "2026-01-01.csv", "--site", ""], "--site <dir>"),
        (["import", "register", "2026-01-01.csv", "--git", ""], "--git <repo>"),
        (["import", "editions", "privacy", ""], "<file>"),
        (["check", "--site", ""], "--site <dir>"),
        (["check", "--previous", ""], "--previous <dir|git:rev[@as-of]|none>"),
        (["diff", "privacy", "--site", ""], "--site <dir>"),
        (["build", "--output", ""], "--output <dir>"),
        (["build", "--sign-key", ""], "--sign-key <file>"),
        (["verify", ""], "<dir>"),
        (["verify", "Public", "--checkpoint", ""], "--checkpoint <file>"),
    ],
    ids=" ".join,
)
def test_an_empty_path_is_no_folder(arguments, name, trustpress, tmp_path):
    """As a variable leaves it that is not set: it is neither this folder nor the root of the machine."""
    done = trustpress(*arguments, cwd=tmp_path)
    assert done.returncode == 64 and not done.stdout
    assert done.stderr.startswith(f"Error: The value '' is invalid for '{name}': it is empty, and so names no file and no folder\n")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "words, told",
    [
        (["new", "edition", "privacy", "2027-03-01"], "the day of effect is given with --effective: trustpress new edition privacy --effective 2027-03-01"),
        (["new", "withdrawal", "privacy", "2027-03-01"], "what is meant is one word: trustpress new withdrawal privacy/2027-03-01"),
        (["new", "postponement", "privacy", "2027-03-01"], "the day of effect is given with --effective: trustpress new postponement privacy --effective 2027-03-01"),
        (["new", "postponement", "privacy", "2027-03-01", "2027-05-01"], "what is meant is one word: trustpress new postponement privacy/2027-03-01 2027-05-01"),
        (["new", "postponement", "privacy", "2027-03-01", "--effective", "2027-05-01"], "what is meant is one word: trustpress new postponement privacy/2027-03-01 --effective 2027-05-01"),
        (["new", "postponement", "privacy/2027-03-01", "2027-05-01"], "the day of effect is given with --effective: trustpress new postponement privacy/2027-03-01 --effective 2027-05-01"),
        (["notice", "privacy", "2026-11-23"], "what is meant is one word: trustpress notice privacy-2026-11-23"),
        (["status", "2027-01-01"], "the day for which it speaks is given with --as-of: trustpress status --as-of 2027-01-01"),
        (["new", "change", "heron", "locations=[DE]"], "what a row says is given with --set: trustpress new change heron --set 'locations=[DE]'"),
        (["new", "change", "heron", "--set", "purpose=Mail", "name=Heron", "--note", "Why."], "what a row says is given with --set: trustpress new change heron --set purpose=Mail --set name=Heron --note Why."),
        (["new", "change", "heron", "--note", "Moved", "locations=[DE]"], "what a row says is given with --set: trustpress new change heron --note Moved --set 'locations=[DE]'"),
        (["new", "change", "heron", "removed", "--note", "Gone."], "two hyphens are missing before it: trustpress new change heron --removed --note Gone."),
        (["new", "provider", "Heron", "Hosting", "Ltd", "--id", "heron"], "words with blanks between them stand in quotes: trustpress new provider 'Heron Hosting Ltd' --id heron"),
        (["new", "provider", "Heron", "Hosting", "locations=[DE]"], "words with blanks between them stand in quotes: trustpress new provider 'Heron Hosting' 'locations=[DE]'"),
        (["new", "provider", "Heron", "Hosting", "2027-03-01"], "words with blanks between them stand in quotes: trustpress new provider 'Heron Hosting' 2027-03-01"),
        (["new", "change", "heron", "--set", "purpose=Mail", "and", "chat"], "words with blanks between them stand in quotes: trustpress new change heron --set 'purpose=Mail and chat'"),
        (["new", "change", "heron", "--note", "More", "places."], "words with blanks between them stand in quotes: trustpress new change heron --note 'More places.'"),
        (["check", "a.md"], "no file is named, as the whole site is read: trustpress check"),
        (["build", "out"], "the folder that is written is given with --output: trustpress build --output out"),
        (["build", "site"], "the site's folder is given with --site: trustpress build --site site"),
        (["build", "site/Content"], "the site's folder is given with --site: trustpress build --site site"),
        (["build", "Content"], "the site's folder is given with --site: trustpress build --site ."),
        (["serve", "8080"], "the port is given with --port: trustpress serve --port 8080"),
    ],
    ids=" ".join,
)
def test_a_word_that_no_argument_takes_is_told_its_place(words, told, trustpress, tmp_path):
    (tmp_path / "a.md").write_text("# A\n")
    (tmp_path / "site/Content").mkdir(parents=True)
    done = trustpress(*words, cwd=tmp_path)
    assert done.returncode == 64 and not done.stdout
    assert done.stderr.splitlines()[0].endswith(f"; {told}"), done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ["new", "change", "heron", "other"],
        ["diff", "privacy", "2026-01-01", "2026-02-01", "2026-03-01"],
        ["build", "--as-of", "2026-01-01", "2026-01-01"],
        ["new", "edition", "privacy", "2027-03-01", "--effective=2027-05-01"],
        ["new", "withdrawal", "privacy/2027-03-01", "2027-03-01"],
        ["build", "out", "--output", "Public"],
        ["build", "--", "out"],
        ["build", ""],
    ],
    ids=" ".join,
)
def test_a_word_that_may_mean_this_or_that_is_told_no_place(words, trustpress, tmp_path):
    done = trustpress(*words, cwd=tmp_path)
    assert done.returncode == 64 and not done.stdout
    told = done.stderr.splitlines()[0].lower()
    assert "unexpected argument" in told and "; " not in told


@pytest.mark.parametrize(
    "words, told",
    [
        (["buidl"], 'there is no command "buidl"; did you mean build?'),
        (["new", "editon"], 'there is no command "editon"; did you mean edition?'),
        (["frobnicate"], 'there is no command "frobnicate"; there are build, check, '),
        (["help", "nope"], 'there is no command "nope"; there are build, check, '),
        (["help", "new", "editon"], 'there is no command "editon"; did you mean edition?'),
        (["verify", "Public", "Public"], "Unexpected argument 'Public'\n"),
        (["new", "site", "a", "b"], "Unexpected argument 'b'\n"),
        (["check", "my site"], "Unexpected argument 'my site'; the site's folder is given with --site: trustpress check --site 'my site'\n"),
        (["new", "site", "x", "--domain", "Heron.EXAMPLE"], '"Heron.EXAMPLE" is a domain with capital letters: write it in small letters, as heron.example\n'),
        (["new", "site", "x", "--domain", "foo"], '"foo" is no domain: it has no dot in it, as foo.example has one\n'),
        (["import", "register", "2026-01-01.csv", "--document", "notices", "--dry-run"], '"notices" is reserved: TrustPress makes pages of that name itself; choose another id\n'),
        (["import", "editions", "index", "2026-01-01.md", "--dry-run"], '"index" is reserved: TrustPress makes a file of that name itself; choose another id\n'),
        (["check", "--asof", AS_OF], "Unknown option '--asof'. Did you mean '--as-of'?"),
        (["status", "--fromat", "json"], "Unknown option '--fromat'. Did you mean '--format'?"),
    ],
    ids=" ".join,
)
def test_a_near_miss_is_told_what_was_meant(words, told, trustpress, tmp_path):
    done = trustpress(*words, cwd=tmp_path)
    assert done.returncode == 64 and not done.stdout
    assert f"Error: {told}" in done.stderr


def test_only_an_option_that_takes_one_value_is_given_once(trustpress, tmp_path):
    day = ["--as-of", AS_OF]
    assert trustpress("new", "site", tmp_path / "site", *day).returncode == 0
    change = ["new", "change", "hosting", "--site", tmp_path / "site"]
    helped = trustpress(*change, "--help", "--help")
    assert helped.returncode == 0 and helped.stdout == trustpress(*change, "--help").stdout
    told = trustpress(*change, "--note", "One.", "--note=Two.")
    assert told.returncode == 64 and told.stderr == (
        "Error: --note is given twice, and takes one value: leave one of them out, or write both as one\n"
        "  See 'trustpress --help' for more information.\n")
    for new in (change, ["new", "provider", "Heron", "--site", tmp_path / "site"]):
        told = trustpress(*new, "--set", "data=[x]", "--set", "data=[y]", *day)
        assert told.returncode == 64 and "Error: data is given twice: leave one of them out, or write both as one\n" in told.stderr
    assert "Error: Missing value for '--note" in trustpress(*change, "--note", "--note").stderr
    assert "Error: Unknown option '--frobnicate'" in trustpress(*change, "--frobnicate", "x", "--frobnicate", "y").stderr
    assert "given twice" not in trustpress("import", "register", "none.csv", "--dry-run", "--list", "--list", "--dry-run").stderr
    done = trustpress(*change, "--removed", "--removed", *day)
    assert done.returncode == 0 and "Added a change to Content/subprocessors/providers/hosting.yaml" in done.stdout + done.stderr


def test_what_cannot_be_meant_is_told_before_it_is_asked_for(trustpress, tmp_path):
    day = ["--as-of", AS_OF]
    assert trustpress("new", "site", tmp_path / "site", *day).returncode == 0
    content = tmp_path / "site/Content"
    for path in content.glob("subprocessors/providers/*"):
        path.unlink()
    place = ["--site", tmp_path / "site", *day]
    told = trustpress("new", "change", *place)
    assert told.returncode == 64 and "this site has no provider yet; trustpress new provider adds one" in told.stderr
    told = trustpress("new", "erasure", *place)
    assert told.returncode == 64 and "say what is meant, as trustpress new erasure privacy/" in told.stderr
    for path in content.glob("*/*.md"):
        path.unlink()
    told = trustpress("new", "erasure", *place)
    assert told.returncode == 64 and "this site has no edition and no provider yet" in told.stderr


def commands(help):
    return re.findall(r"^  ([a-z]+)  ", help.split("SUBCOMMANDS:")[1], re.MULTILINE)


def test_the_help_of_each_command_has_examples_that_it_takes(trustpress):
    names = [[name] for name in commands(trustpress("--help").stdout)]
    names += [["new", name] for name in commands(trustpress("new", "--help").stdout)]
    assert len(names) > 14
    for words in names:
        text = trustpress(*words, "--help").stdout
        examples = re.search(r"^EXAMPLES:\n((?:  trustpress .*\n)+)", text, re.MULTILINE)
        assert examples, words
        for line in examples[1].splitlines():
            options = set(re.findall(r" (--[a-z-]+)", line.split("|")[0]))
            inner = trustpress(*line.split()[1:3], "--help").stdout if words == ["new"] else text
            assert options <= set(re.findall(r"--[a-z-]+", inner)), line


@pytest.mark.parametrize("shell, check", [("bash", ["-n"]), ("zsh", None), ("fish", None)])
def test_a_shell_can_complete_the_commands(shell, check, trustpress, tmp_path):
    done = trustpress("--generate-completion-script", shell)
    assert done.returncode == 0 and "postponement" in done.stdout and "as-of" in done.stdout
    if check:
        script = tmp_path / "completions"
        script.write_text(done.stdout)
        assert subprocess.run([shell, *check, script], check=False).returncode == 0


def test_text_shows_the_place(wrong, trustpress):
    done = trustpress("check", "--site", wrong, "--as-of", AS_OF)
    heads = re.findall(r"^(\S+):(\d+):(\d+): (error|warning): (.+) \[([a-z-]+)\]$", done.stderr, re.MULTILINE)
    assert len(heads) >= 3, done.stderr
    assert re.search(r"^ +2 \| titel: Terms\n +\| +\^~~~~", done.stderr, re.MULTILINE), done.stderr


def test_github_makes_annotations(wrong, trustpress):
    done = trustpress("check", "--site", wrong, "--as-of", AS_OF, "--format", "github")
    assert done.returncode == 1
    lines = [line for line in (done.stderr + done.stdout).splitlines() if line.startswith("::")]
    assert len(lines) >= 3
    for line in lines:
        properties, _, message = re.fullmatch(r"::(?:error|warning) (.*?)::()(.*)", line).groups()
        named = dict(part.split("=", 1) for part in properties.split(","))
        assert {"file", "line", "col"} <= set(named), line
        assert message


def test_annotations_name_files_from_the_top_of_the_repository(wrong, trustpress, tmp_path):
    """Where GitHub says which folder that is, and the site lies below it."""
    check = ["check", "--site", wrong, "--as-of", AS_OF, "--format", "github"]
    plain = trustpress(*check).stderr
    assert "::error file=Content/" in plain
    for top, folder in [(wrong, ""), (wrong.parent, f"{wrong.name}/"), (tmp_path / "nowhere", ""), ("", "")]:
        done = trustpress(*check, env={**os.environ, "GITHUB_WORKSPACE": str(top)})
        assert done.stderr == plain.replace("file=Content/", f"file={folder}Content/"), top


def test_all_forms_tell_the_same(wrong, trustpress):
    def run(form):
        done = trustpress("check", "--site", wrong, "--as-of", AS_OF, "--format", form)
        return done.stdout if form == "json" else done.stderr

    count = len(objects(run("json")))
    assert count >= 3
    assert len(re.findall(r": (?:error|warning): ", run("text"))) == count
    assert len(re.findall(r"^::(?:error|warning) ", run("github"), re.MULTILINE)) == count


def test_diagnostics_go_to_stderr_alone(wrong, trustpress):
    """But for what a program asked of check: then they are the result."""
    for command, form in [("check", "text"), ("check", "github"), ("build", "json"), ("build", "text")]:
        done = trustpress(command, "--site", wrong, "--as-of", AS_OF, "--format", form)
        assert "titel" in done.stderr and "titel" not in done.stdout


def test_a_hostile_name_cannot_forge_an_annotation_or_a_line(small, trustpress):
    write_site({"Content/terms/2026-01-20\n::error file=x::y.md": "---\ntitle: T\n---\n"}, small)
    for form in ("text", "json", "github"):
        done = trustpress("check", "--site", small, "--as-of", AS_OF, "--format", form)
        assert done.returncode in (1, 2), done.stderr
        assert "\n::error file=x::y" not in done.stderr


def test_status_as_json_is_an_object(trustpress):
    done = trustpress("status", "--site", EXAMPLE, "--as-of", "2026-11-23", "--format", "json")
    assert done.returncode == 0, done.stderr
    assert isinstance(json.loads(done.stdout), dict)


def test_status_as_json_says_that_there_are_errors(wrong, small, trustpress):
    found = objects(trustpress("check", "--site", wrong, "--as-of", AS_OF, "--format", "json").stdout)
    done = trustpress("status", "--site", wrong, "--as-of", AS_OF, "--format", "json")
    told = json.loads(done.stdout)
    assert done.returncode == 1 and not done.stderr
    assert told["errors"] == [one for one in found if one["severity"] == "error"] and told["errors"]
    assert told["warnings"] == [one for one in found if one["severity"] == "warning"]
    (small / "Content" / "site.yaml").unlink()
    done = trustpress("status", "--site", small, "--as-of", AS_OF, "--format", "json")
    told = json.loads(done.stdout)
    assert done.returncode == 1 and told["documents"] is None and "missing-key" in {one["id"] for one in told["errors"]}


def test_status_is_a_table_of_documents(small, trustpress):
    write_site({
        "Content/terms/2026-03-20.md": "---\ntitle: Terms\nannounced: 2026-02-01\nsummary: Fees.\n---\n\n# Terms\n\nNew.\n",
        "Content/subprocessors/providers/cove.yaml": "name: Cove\nentity: Cove Ltd\npurpose: Sends mails\ndata: [addresses]\n"
        "locations: [DE]\nannounced: 2026-02-01\neffective: 2026-03-10\nnote: Needed.\n",
    }, small)
    done = trustpress("status", "--site", small, "--as-of", AS_OF)
    assert done.returncode == 0, done.stderr
    assert all(len(line) <= 80 for line in done.stdout.splitlines())
    lines = [line.split() for line in done.stdout.splitlines()]
    assert ["terms", "2026-01-05", "2026-03-20", "-"] in lines
    register = next(line for line in lines if line[:1] == ["subprocessors"])
    assert register[2] == "2026-03-10" and re.fullmatch(r"2026-0[23]-\d\d", register[3])
    assert ["privacy", "2026-01-05", "-", "-"] in lines


def test_status_counts_a_list_as_its_page_does_and_names_what_changes(small, build, trustpress, tmp_path):
    row = "name: {0}\nentity: {0} Ltd\npurpose: {0}s mails\ndata: [addresses]\nlocations: [DE]\nannounced: 2026-01-05\n"
    write_site({
        "Content/subprocessors/providers/cove.yaml": row.format("Cove") + "ai: {training: never, retention: none}\nchanges:\n"
        "  - {announced: 2026-02-01, effective: 2026-03-10, ai: {training: opt-in, retention: none}, note: Needed.}\n",
        "Content/subprocessors/providers/delta.yaml": row.format("Delta") + "role: recipient\n",
    }, small)
    done = trustpress("status", "--site", small, "--as-of", AS_OF)
    assert " 2 listed\n" in done.stdout, done.stderr
    assert "  2026-03-10  Cove (AI terms changed)\n" in done.stdout
    assert "2 on the list" in (build(small, AS_OF, tmp_path / "public") / "subprocessors/index.html").read_text()


def test_status_calls_a_company_by_its_name_on_the_day_of_effect(small, trustpress):
    anchor = small / "Content/subprocessors/providers/anchor.yaml"
    anchor.write_text(
        anchor.read_text() + "changes:\n"
        "  - {announced: 2026-02-01, effective: 2026-03-20, data: [account data, logs], note: Needed.}\n"
        "  - {announced: 2026-02-02, effective: 2026-03-10, name: Anchor Two, note: Sold.}\n")
    for day, name in [("2026-02-01", "Anchor Hosting"), ("2026-02-02", "Anchor Two")]:
        done = trustpress("status", "--site", small, "--as-of", day)
        assert f"  2026-03-20  {name} (data added)\n" in done.stdout, done.stderr


def test_status_tells_what_is_upcoming_and_nothing_of_what_is_embargoed(trustpress):
    done = trustpress("status", "--site", EXAMPLE, "--as-of", "2026-11-23")
    assert done.returncode == 0, done.stderr
    assert "moray-transcription" in done.stdout or "Moray Transcription" in done.stdout
    assert "2026-12-31" in done.stdout


def test_a_wrong_file_never_hides_the_errors_of_another(small, trustpress):
    write_site({**DEFECTS, "Content/index.md": b"# \xff\xfe\n", "Content/broken.md": "no heading <b>and html</b>\n"}, small)
    (small / "Content" / "site.yaml").write_text((small / "Content" / "site.yaml").read_text() + "langauge: en\n")
    done = trustpress("check", "--site", small, "--as-of", AS_OF, "--format", "json")
    files = {one["file"] for one in objects(done.stdout)}
    assert files >= {
        "Content/site.yaml", "Content/index.md", "Content/terms/2026-01-05.md", "Content/privacy/2026-01-05.md",
        "Content/subprocessors/providers/anchor.yaml",
    }


def test_the_version_says_which_library_reads_the_texts(trustpress):
    done = trustpress("--version")
    assert re.fullmatch(r"\d+\.\d+\.\d+ \(cmark-gfm 0\.29\.0\.gfm\.\d+\)\n", done.stdout), done.stdout


STAGES = (
    "reading files", "reading sources", "resolving the history", "parsing texts", "checks", "record", "redlines", "pages", "feeds",
    "files for machines", "assembling, private values", "printing findings", "publishing", "in all",
)


def test_timings_give_the_share_of_each_stage(small, trustpress, tmp_path):
    build = ("build", "--site", small, "--as-of", AS_OF, "--output", tmp_path / "Public")
    trustpress(*build)
    done = trustpress(*build, "--timings")
    rows = [re.fullmatch(r"(\S.*?) +(\d+\.\d{3}) s +(\d+\.\d{3}) s CPU +(\d+) %", line) for line in done.stderr.splitlines()]
    assert all(rows), done.stderr
    assert tuple(row[1] for row in rows) == STAGES
    *stages, whole = rows
    for column in (2, 3):
        assert abs(sum(float(row[column]) for row in stages) - float(whole[column])) < 0.001 * len(rows)
    assert float(whole[3]) > 0 and whole[4] == "100"
    assert done.stdout == trustpress(*build).stdout


def test_timings_are_printed_of_a_build_that_fails(wrong, trustpress, tmp_path):
    done = trustpress("build", "--site", wrong, "--output", tmp_path / "Public", "--timings")
    assert done.returncode == 1
    assert "printing findings" in done.stderr and "publishing" not in done.stderr and "in all" in done.stderr


def on_a_terminal(*command):
    """What a command writes to a terminal at its standard error, and the seconds that it takes."""
    reader, writer = pty.openpty()
    start = time.monotonic()
    with subprocess.Popen([*map(str, command)], stdout=subprocess.DEVNULL, stderr=writer) as process:
        os.close(writer)
        written = b""
        with contextlib.suppress(OSError):  # a terminal that nobody writes to any more cannot be read
            while more := os.read(reader, 65536):
                written += more
        process.wait()
    os.close(reader)
    assert process.returncode == 0, written
    return written.decode(), time.monotonic() - start


def test_progress_is_told_on_a_terminal_alone_and_of_long_work_alone(small, tool, tmp_path, trustpress):
    program = os.environ["TRUSTPRESS"]
    written, seconds = on_a_terminal(program, "check", "--site", small, "--as-of", AS_OF)
    assert seconds > 1 or written == ""
    # A system that takes three seconds over a folder makes the work long on any machine.
    slow = [tool("strace"), "-f", "-qq", "-o", tmp_path / "trace", "-e", "trace=mkdir,mkdirat"]
    slow += ["-e", "inject=mkdir,mkdirat:delay_enter=3000000:when=1"]
    words = ("build", "--site", small, "--as-of", AS_OF, "--output", tmp_path / "Public")
    written, seconds = on_a_terminal(*slow, program, *words)
    shown = re.findall(r"\r\x1b\[K([^\r\n]*)", written)
    assert shown and seconds > 3, "nothing is told for longer than a second"
    # What is shown goes again, so that nothing but what was found stays.
    assert all(not words or words.removesuffix(" …") in STAGES for words in shown)
    assert shown[-1] == ""
    assert "\r" not in trustpress(*words).stderr
