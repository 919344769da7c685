"""What was published before is taken over whole: dated lists, and texts of a policy, from files and from a git history."""

import csv
import io
import os

import pytest

from dated_lists import COUNTRIES, real_lists, write_generated_lists
from worlds import EXAMPLE

TODAY = {"SOURCE_DATE_EPOCH": "1795777445"}  # 2026-11-27


@pytest.fixture
def imported(trustpress, tmp_path):
    """Runs an import into a new site, builds that, and gives its folder, its output and what the import said."""

    def run(*arguments, status=0, site=tmp_path / "site"):
        done = trustpress("import", *arguments, "--site", site, env=environment())
        assert done.returncode == status, f"{done.returncode}\n{done.stdout}{done.stderr}"
        if status == 0:
            built = trustpress("build", "--site", site, env=environment())
            assert built.returncode == 0, built.stderr
        return site, site / "Public", done

    return run


def environment():
    return {**os.environ, **TODAY}


def lists_of(public, days, register="subprocessors"):
    """The rows of the list on each day, as (name, purpose, codes of places)."""
    dated = sorted(path.stem for path in (public / register / "on").glob("*.csv"))
    lists = {}
    for day in days:
        newest = max(name for name in dated if name <= day)
        lists[day] = sorted(row_of(row) for row in rows_of(public / register / "on" / f"{newest}.csv"))
    return lists


def rows_of(path):
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode(), newline="")))


def row_of(row):
    def bare(text):
        return text[1:] if text[:1] == "'" and text.lstrip("'")[:1] in "=+-@" else text

    return bare(row["name"]), bare(row["purpose"]), tuple(sorted(row["locations"].split("; ")))


@pytest.mark.parametrize("seed", range(1, 9))
def test_generated_lists(imported, tmp_path, seed):
    """On each day the list is exactly the one that was given, whatever came, went, moved and was renamed."""
    folder = tmp_path / "lists"
    folder.mkdir()
    days, renames = write_generated_lists(folder, seed)
    names = {row[0] for listed in days.values() for row in listed}
    # What a company was called between two lists, none of them says.
    same = [word for old, new in renames if {old, new} <= names for word in ("--same", f"{old}={new}")]
    site, public, done = imported("register", *sorted(folder.iterdir()), *same)
    assert lists_of(public, days) == days, f"seed {seed}"
    # A rename is one file that goes on.
    files = [path.read_text() for path in (site / "Content/subprocessors/providers").iterdir()]
    assert len(files) >= len(names) - len(renames)
    # No file is touched.
    again = imported("register", *sorted(folder.iterdir()), *same, status=2)[2]
    assert "is there already" in again.stderr


def test_real_lists(imported):
    """24 states of a real list, 2018 to 2026. Where they are not there, the generated ones above are all there is."""
    folder = real_lists()
    if folder is None:
        print("no real lists are here: REAL_LISTS names their folder; generated ones are tested")
        return
    days = {}
    for path in folder.glob("*.csv"):
        days[path.stem] = sorted((row["name"], row["purpose"], real_codes(row["locations"])) for row in rows_of(path))
    _, public, _ = imported("register", *sorted(folder.glob("*.csv")))
    assert len(days) > 1
    assert sorted(days) == sorted(path.stem for path in (public / "subprocessors/on").glob("*.csv"))
    assert lists_of(public, days) == days


REAL = {
    **COUNTRIES, "Netherlands": "NL", "Canada": "CA", "India": "IN", "Switzerland": "CH", "Brazil": "BR", "Norway": "NO",
    "Spain": "ES", "Sweden": "SE", "Iceland": "IS", "Belgium": "BE",
}


def real_codes(text):
    words = text.replace("</br>", ",").replace(" and ", ",").split(",")
    return tuple(sorted({REAL[word.strip()] for word in words if word.strip()}))


def test_our_own_lists(imported, build, tmp_path):
    """What a site publishes of its register is taken over by another one, as CSV and as JSON."""
    first = build(EXAMPLE, "2026-11-23", tmp_path / "first")
    files = sorted((first / "subprocessors/on").glob("*.csv"))
    for kind in ("csv", "json"):
        lists = [path.with_suffix(f".{kind}") for path in files]
        _, public, _ = imported("register", *lists, site=tmp_path / kind)
        for path in files:
            shared = ["id", "name", "entity", "purpose", "category", "data", "locations", "transfer", "website", "ai.training"]
            for row, again in zip(by_id(path), by_id(public / "subprocessors/on" / path.name), strict=True):
                assert {key: parts(row, key) for key in shared} == {key: parts(again, key) for key in shared}, path.name


def by_id(path):
    return sorted(rows_of(path), key=lambda row: row["id"])


def parts(row, key):
    return sorted(row.get(key, "").split("; "))


MESSY = {
    "2021-01-01.csv": (
        "\ufeffOur subprocessors\nPart 1\n\nThird Party;Service;Hosted in;Notes\n"
        '"Acme\nLtd";"Mail; chat";Dublin, Ireland;"has ""quotes"""\nBeta;Hosting;Frankfurt (Germany)\n'
    ).encode(),
    "2021-09-01.csv": "Name,Purpose,Location\nÄcme,Mail,Österreich\n".encode("utf-16"),
}


def test_messy_lists(imported, tmp_path):
    """A mark, a line above the header, semicolons, quotes, line breaks, short rows, UTF-16, words that are no countries."""
    for name, data in MESSY.items():
        (tmp_path / name).write_bytes(data)
    site, _, done = imported("register", *(tmp_path / name for name in MESSY))
    files = {path.name: path.read_text() for path in (site / "Content/subprocessors/providers").iterdir()}
    assert files["acme-ltd.yaml"].startswith(
        'name: Acme Ltd\npurpose: Mail; chat\nlocations:\n  - rule: Dublin, Ireland\n    of: [IE]\nnotes: has "quotes"\n')
    assert "locations: [AT]" in files["aecme.yaml"]
    said = " ".join(done.stderr.replace("      | ", "").split())
    for words in (
        "this line is not taken over: it stands above the names of the columns", "this row has 3 of 4 cells",
        'the column "Notes" is none of a provider\'s fields', "saved in UTF-16", "not all of \"Dublin, Ireland\" is a country",
    ):
        assert words in said, words


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("2021-01-01.csv", b"\x00\x01\xff" * 50, "this file is no text"),
        ("2021-01-01.csv", b"", "this file is empty"),
        ("2021-01-01.csv", b"a,b\n1,2\n", "no table with a column of names is found here"),
        ("2021-02-30.csv", b"name\nA\n", "a day that is in no calendar"),
        ("list.csv", b"name\nA\n", "does not say of which day it is"),
        ("2021-01-01.csv", b'name,purpose\nA,"open\n', "this quote is never closed"),
        ("2021-01-01.csv", b"name,purpose\nA,b,c\n", "more cells than its table has columns"),
        ("2021-01-01.json", b'[{"name": "A"', "[syntax]"),
        ("2021-01-01.json", b'[{"purpose": "A"}]', "none of these columns is the name"),
    ],
)
def test_what_cannot_be_a_list(imported, tmp_path, name, data, words):
    """It is said, and nothing is written."""
    (tmp_path / name).write_bytes(data)
    site, _, done = imported("register", tmp_path / name, status=1)
    assert words in " ".join(done.stderr.replace("      | ", "").split())
    assert not site.exists()


def test_a_list_with_contacts_builds(imported, trustpress, tmp_path):
    """No register may ask for what it does not record: fields that every row has, and that are shown as they are today."""
    (tmp_path / "2021-01-01.csv").write_text("Vendor,Contact,Verified\nHeron,dpo@heron.example,2020-12-01\n")
    site, _, done = imported("register", tmp_path / "2021-01-01.csv")
    assert "required: [name]" in (site / "Content/site.yaml").read_text()
    assert "It builds" in done.stdout


def test_a_register_before_its_lists_is_told_its_option(imported, tmp_path):
    (tmp_path / "2021-01-01.csv").write_text("name\nA\n")
    done = imported("register", "subprocessors", tmp_path / "2021-01-01.csv", status=2)[2]
    told = "there is no such file; a document is named with --document subprocessors"
    assert done.stderr == f"error: subprocessors: {told}\n"
    done = imported("register", status=64)[2]
    assert "say which files are taken over: name them behind it, as old/2024-04-12.csv" in done.stderr


def test_two_lists_of_one_day(imported, tmp_path):
    for name in ("a-2021-01-01.csv", "b-2021-01-01.csv"):
        (tmp_path / name).write_text("name\nA\n")
    done = imported("register", tmp_path / "a-2021-01-01.csv", tmp_path / "b-2021-01-01.csv", status=1)[2]
    assert "this is a second list of 2021-01-01" in done.stderr
