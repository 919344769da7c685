"""The files for programs: JSON, CSV, the sitemap, security.txt."""

import csv
import io
import json
import re
import subprocess
import sys

import pytest
import sectxt

from pages import Page, pages_of
from test_links import leads_to, site_url
from worlds import LENIENT, SHARED_SCHEMAS, SMALL, read_tree, with_checks, write_site


def json_files(public):
    """The published JSON in forms of our own; feeds have theirs."""
    others = ("feeds", "files", "schemas")
    return [path for path in sorted(public.rglob("*.json")) if path.relative_to(public).parts[0] not in others]


def schemas(public):
    """The site's own schemas by name."""
    found = {path.name: path for path in sorted((public / "schemas").glob("*.json"))}
    assert found, "there is no schema"
    return found


def check_jsonschema(*arguments):
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--no-cache", *map(str, arguments)],
        capture_output=True, text=True, timeout=300, check=False,
    )
    assert done.returncode == 0, (done.stdout + done.stderr)[-4000:]


def test_schemas_are_schemas(public, unread):
    if found := unread("metaschema", schemas(public).values()):
        check_jsonschema("--check-metaschema", *found)


def schema_of(path, public):
    """Which schema a published file is told by."""
    where = path.relative_to(public).parts
    if where[0] == "notices":
        return "notice.json"
    if len(where) == 1:
        return "register.json"
    if where[1] == "on":
        return "dated-list.json"
    return "erased-edition.json" if len(where) == 2 else "change.json"


def test_every_json_file_agrees_with_its_schema(public, unread):
    by_schema = {}
    for path in json_files(public):
        by_schema.setdefault(schema_of(path, public), []).append(path)
    assert by_schema
    for name, paths in by_schema.items():
        if found := unread(schemas(public)[name].read_bytes(), paths):
            check_jsonschema("--schemafile", schemas(public)[name], *found)


def test_json_has_no_key_twice(public):
    def refuse(pairs):
        keys = [key for key, _ in pairs]
        assert len(keys) == len(set(keys)), keys
        return dict(pairs)

    for path in sorted(public.rglob("*.json")):
        json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=refuse)


def lists_of(public):
    lists = [path for path in json_files(public) if len(path.relative_to(public).parts) == 1]
    assert lists, "there is no register's list"
    return lists


def test_the_list_is_an_object_as_promised(public):
    for path in lists_of(public):
        listed = json.loads(path.read_text(encoding="utf-8"))
        assert {"as_of", "subprocessors", "recipients", "upcoming"} <= set(listed), path.name
        for row in listed["subprocessors"]:
            assert {"id", "since", "status"} <= set(row) and row["status"] in ("in_force", "upcoming", "leaving")
        for change in listed["upcoming"]:
            assert {"provider", "kinds", "announced", "effective", "objection_deadline", "before", "after"} <= set(change)


def test_csv_is_regular_and_cannot_run_formulas(public):
    sheets = [path for path in sorted(public.rglob("*.csv")) if path.relative_to(public).parts[0] != "files"]
    assert sheets
    for path in sheets:
        text = path.read_bytes().decode("utf-8")
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
        where = path.relative_to(public)
        assert rows and len(rows[0]) == len(set(rows[0])), where
        for row in rows:
            assert len(row) == len(rows[0]), where
            for cell in row:
                assert not re.match(r"[=+\-@\t\r]", cell), f"{where}: a cell starts with {cell[:9]!r}"


def test_csv_and_json_list_the_same(public):
    for path in lists_of(public):
        listed = json.loads(path.read_text(encoding="utf-8"))
        rows = list(csv.DictReader(io.StringIO(path.with_suffix(".csv").read_text(encoding="utf-8"), newline="")))
        ids = [row["id"] for row in listed["subprocessors"] + listed["recipients"]]
        assert sorted(row["id"] for row in rows) == sorted(ids), path.name


HOSTILE = {
    **SMALL,
    "Content/site.yaml": with_checks(SMALL["Content/site.yaml"], LENIENT),
    "Content/subprocessors/providers/hostile.yaml": r"""
name: "=HYPERLINK(\"https://evil.example\")"
entity: "+1, \"quoted\" & <b>bold</b> ]]> </script><script>alert(1)</script>"
category: "@sum ' onmouseover='alert(1)"
purpose: "-2+3 \\ / ${x} %0d%0a, with\n  two lines and a \u2028 separator"
data: ["=1+1", "a, b", "\"c\"", "d; e"]
locations: [DE]
announced: 2026-01-05
condition: "`x` {{not a variable}} &lt;already&gt;"
""".lstrip(),
}


def test_hostile_values_are_values_everywhere(build, tmp_path):
    files = {**HOSTILE}
    files["Content/subprocessors/providers/hostile.yaml"] = files["Content/subprocessors/providers/hostile.yaml"].replace(
        "{{not a variable}} ", ""
    )
    site = write_site(files, tmp_path / "site")
    public = build(site, "2026-02-01", tmp_path / "Public")
    row = next(
        row for row in json.loads((public / "subprocessors.json").read_text(encoding="utf-8"))["subprocessors"]
        if row["id"] == "hostile"
    )
    assert row["name"] == '=HYPERLINK("https://evil.example")'
    assert row["data"] == ["=1+1", "a, b", '"c"', "d; e"]
    rows = list(csv.reader(io.StringIO((public / "subprocessors.csv").read_text(encoding="utf-8"), newline=""), strict=True))
    cells = [cell for line in rows for cell in line]
    assert "'=HYPERLINK(\"https://evil.example\")" in cells
    assert not [cell for cell in cells if re.match(r"[=+\-@\t\r]", cell)]
    for path in pages_of(public):
        page = Page.read(path)
        assert not "".join(page.scripts).strip()
        assert not [a for _, a in page.tags if any(name.startswith("on") for name in a)], path
    assert any("<b>bold</b> ]]>" in "".join(Page.read(path).texts) for path in pages_of(public))


GROUPED = {
    **SMALL,
    "Content/subprocessors/providers/anchor.yaml": """\
name: Anchor Hosting
entity: Anchor Hosting GmbH
purpose: Runs the servers
data: [logs, {of: [name, 'mail, phone'], group: Contact}]
locations: [DE]
contact: [dpo@anchor.example, "Jane Roe, counsel"]
links: {dpa: https://anchor.example/dpa, other: [{name: "Trust center", url: "https://anchor.example/trust"}]}
announced: 2026-01-05
changes:
  - announced: 2026-01-20
    effective: 2026-02-20
    data: [logs, {group: Contact, of: [name, 'mail, phone', photo]}]
    note: Photos too.
""",
}


def test_groups_contacts_and_named_links_stand_in_every_form_as_they_were_written(trustpress, build, tmp_path):
    public = build(write_site(GROUPED, tmp_path / "site"), "2026-03-01", tmp_path / "Public")
    row = json.loads((public / "subprocessors.json").read_text(encoding="utf-8"))["subprocessors"][0]
    assert row["data"] == ["logs", {"group": "Contact", "of": ["name", "mail, phone", "photo"]}]
    assert row["contact"] == ["dpo@anchor.example", "Jane Roe, counsel"]
    assert row["links"] == {
        "dpa": "https://anchor.example/dpa", "other": [{"name": "Trust center", "url": "https://anchor.example/trust"}]}
    dated = json.loads((public / "subprocessors/on/2026-01-05.json").read_text(encoding="utf-8"))["subprocessors"][0]
    assert dated["data"] == ["logs", {"group": "Contact", "of": ["name", "mail, phone"]}]
    assert "contact" not in dated and "links" not in dated
    first = (public / "subprocessors/anchor/2026-01-05.json").read_text(encoding="utf-8")
    assert '"data":["logs",{"group":"Contact","of":["name","mail, phone"]}]' in first
    (sheet,) = csv.DictReader(io.StringIO((public / "subprocessors.csv").read_text(encoding="utf-8"), newline=""))
    assert sheet["data"] == "logs; Contact: name; mail, phone; photo"
    assert sheet["links.other"] == "Trust center: https://anchor.example/trust"
    assert sheet["contact"] == "dpo@anchor.example; Jane Roe, counsel"
    notice = json.loads((public / "notices/subprocessors-2026-01-20.json").read_text(encoding="utf-8"))
    assert notice["sentences"] == ["From 20 February 2026, Anchor Hosting will also receive Contact: photo."]
    assert notice["changes"][0]["kinds"] == ["data_added"]
    for name, path in (("register", "subprocessors"), ("dated-list", "subprocessors/on/2026-01-05"),
                       ("change", "subprocessors/anchor/2026-01-20"), ("notice", "notices/subprocessors-2026-01-20")):
        check_jsonschema("--schemafile", public / f"schemas/{name}.json", public / f"{path}.json")
    verified = trustpress("verify", public)
    assert verified.returncode == 0, verified.stdout + verified.stderr
    page = public / "subprocessors/on/2026-01-05/index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("Contact: name;", "Contact: names;"), encoding="utf-8")
    verified = trustpress("verify", public)
    assert verified.returncode == 1 and "what this page shows as list does not follow from the record" in verified.stdout + verified.stderr


def test_a_placeholder_in_a_provider_does_not_build(trustpress, tmp_path):
    site = write_site(HOSTILE, tmp_path / "site")
    done = trustpress("check", "--site", site, "--as-of", "2026-01-05")
    assert done.returncode == 1 and "[placeholder]" in done.stderr


def test_the_sitemap_is_valid_and_lists_the_indexed_pages(world, public, tool):
    sitemap = public / "sitemap.xml"
    schema = SHARED_SCHEMAS / "sitemap.xsd"
    against = ["--schema", schema] if schema.is_file() else []
    done = subprocess.run(
        [tool("xmllint"), "--noout", "--nonet", *against, sitemap], capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    own = site_url(world)
    listed = re.findall(r"<loc>([^<]+)</loc>", sitemap.read_text(encoding="utf-8"))
    assert len(listed) == len(set(listed)) > 3
    files = set()
    for address in listed:
        assert address.startswith(own + "/"), address
        file = leads_to(public, address[len(own) :])
        assert file, f"{address} leads nowhere"
        assert file.suffix != ".html" or Page.read(file).is_indexed(), f"{address} is listed and not to be indexed"
        files.add(file)
    assert public / "index.html" in files


@pytest.mark.parametrize("path", ["sitemap.xml", "feeds/all.atom", "robots.txt", "_headers", "404.html", ".well-known/security.txt"])
def test_what_standards_ask_for_is_there(path, public):
    assert (public / path).is_file()


def test_robots_names_the_sitemap(world, public):
    assert f"Sitemap: {site_url(world)}/sitemap.xml" in (public / "robots.txt").read_text()


def test_security_txt_is_valid(world, public):
    """But for its age, which is the reader's clock's to judge: the test's outcome must not depend on today."""
    content = (public / ".well-known" / "security.txt").read_bytes()
    parsed = sectxt.Parser(content)
    text = content.decode("utf-8")
    errors = [one for one in parsed.errors if one["code"] not in ("expired", "no_line_separators")]
    assert not errors, errors
    assert re.search(r"^Contact: mailto:", text, re.MULTILINE) and re.search(r"^Expires: ", text, re.MULTILINE)
    assert f"Canonical: {site_url(world)}/.well-known/security.txt" in text


def test_nothing_secret_or_leftover_is_published(public):
    for path, content in read_tree(public).items():
        assert not re.search(r"\.(yaml|yml|mustache|swift)$", path), path
        if path.endswith(".html"):
            assert b"{{" not in content, f"{path} holds what a template left over"
