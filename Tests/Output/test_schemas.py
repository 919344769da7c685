"""The schemas for editors say of a file's form what the program says of it: neither is stricter than the other."""

import copy
import json
import pathlib
import random
import re

import jsonschema
import pytest
import yaml

from dated_lists import real_lists, write_generated_lists
from everything import EVERYTHING
from worlds import EXAMPLE, REPOSITORY, copy_site, write_site

KINDS = ("site", "provider", "edition", "page", "certification")
# What is said of a file's form: keys that are unknown or missing, and values that are no such thing.
FORM = {"unknown-key", "missing-key", "wrong-type"}
# What is said of one file in the light of others, or of another key of it.
OF_OTHERS = ("has no edition", "is not in the list of documents", "is not a product of this site")


class Core(yaml.SafeLoader):
    """Reads as editors do: scalars by YAML's core schema (YAML 1.2, section 10.3)."""

    yaml_implicit_resolvers = {}


class Written(yaml.SafeDumper):
    """Writes what `Core` reads as the same."""

    yaml_implicit_resolvers = {}


for kind in (Core, Written):
    for tag, pattern, first in (
        ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
        ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
        ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
        ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
    ):
        kind.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"(?:{pattern})\\Z"), first)
Core.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value.lstrip("+")) if node.value.lstrip("+-").isdigit() else node.value)
Written.add_representer(type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", "~"))


def read(text):
    return yaml.load(text, Loader=Core)


def front_matter(text):
    return text.split("---\n", 2)[1]


def kind_of(path):
    if path == "site.yaml":
        return "site"
    if path.startswith("certifications/"):
        return "certification"
    return "provider" if "/providers/" in path else "edition"


@pytest.fixture(scope="module")
def schemas(trustpress, tmp_path_factory):
    """The validators of a site's kinds of files, as the program writes them into a folder."""

    def run(site):
        folder = tmp_path_factory.mktemp("schemas")
        done = trustpress("schema", "--into", folder, "--site", site)
        assert done.returncode == 0, done.stderr
        assert sorted(path.stem for path in folder.iterdir()) == sorted(KINDS)
        validators = {}
        for kind in KINDS:
            text = (folder / f"{kind}.json").read_text()
            assert trustpress("schema", kind, "--site", site).stdout == text
            jsonschema.Draft7Validator.check_schema(json.loads(text))
            validators[kind] = jsonschema.Draft7Validator(json.loads(text))
        return validators

    return run


def written_files(site):
    """What each file of a site says in keys and values, by its path in Content."""
    content = pathlib.Path(site) / "Content"
    for path in sorted([*content.rglob("*.yaml"), *content.rglob("*.md")]):
        name = str(path.relative_to(content))
        if name.endswith(".yaml"):
            yield name, read(path.read_text())
        elif "/" in name:
            yield name, read(front_matter(path.read_text()))


@pytest.mark.parametrize("name", ["proyecta", "example", "everything", "starter", "lists"])
def test_what_is_sound_is_valid(name, schemas, trustpress, tmp_path):
    site = tmp_path / "site"
    if name == "starter":
        assert trustpress("new", "site", site).returncode == 0
    elif name == "lists":
        folder = real_lists()
        if folder is None:
            folder = tmp_path / "lists"
            folder.mkdir()
            write_generated_lists(folder, 1)
        done = trustpress("import", "register", *sorted(folder.glob("*.csv")), "--site", site)
        assert done.returncode == 0, done.stderr
    elif name == "everything":
        write_site(EVERYTHING, site)
    else:
        copy_site({"proyecta": REPOSITORY, "example": EXAMPLE}[name], site)
    validators = schemas(site)
    files = list(written_files(site))
    assert len(files) > 5
    for path, said in files:
        wrong = [error.message for error in validators[kind_of(path)].iter_errors(said)]
        assert not wrong, (path, wrong)


def test_ids_that_are_numbers_are_valid_as_numbers(schemas, trustpress, tmp_path):
    """An id may be a number, or true, to YAML: written without quotes it is sound to both, and another one is to neither."""
    provider = ("name: Kelp\nentity: Kelp Ltd\npurpose: Keeps backups\ndata: [messages]\nlocations: [DE]\n"
                "announced: 2026-01-01\nproducts: [%s]\n")
    site = write_site({
        "Content/site.yaml": "organization: {name: Heron, legal_name: Heron Ltd, address: Pier 1}\nurl: https://trust.heron.example\n"
        "authority: heron.example,2026\nsince: 2026-01-01\nlanguage: en\ndocuments: [2024, terms, list]\n"
        "contacts: {security: a@heron.example, privacy: a@heron.example, legal: a@heron.example}\nnotice: {days: 30}\n"
        "products: {365: Office, 1e3: Kilo, 0x1f: Hex, 0o17: Octal, true: Yes, studio: Studio}\n",
        "Content/index.md": "Words.\n",
        "Content/2024/2026-01-01.md": "---\ntitle: Year\n---\nWords.\n",
        "Content/list/2026-01-01.md": "---\ntitle: List\n---\nWords.\n",
        "Content/terms/2026-01-01.md": "---\ntitle: Terms\n---\nWords.\n",
        "Content/terms/2026-03-01.md": "---\ntitle: Terms\nannounced: 2026-01-02\nsummary: They are the year's.\nretired: {replaced_by: [2024]}\n---\nWords.\n",
        "Content/list/providers/kelp.yaml": provider % "365, 1e3, 0x1f, 0o17, true, studio",
    }, tmp_path / "site")
    assert found_in(trustpress, site) == {}
    validators = schemas(site)
    texts = {path.stem: path for path in (site / "Content").rglob("*") if path.is_file()}
    retired = front_matter(texts["2026-03-01"].read_text())
    # As a parser of YAML 1.2 reads the numbers.
    assert not list(validators["edition"].iter_errors(read(retired)))
    sound = read(provider % "365")
    for products in ([365], [1000.0, 31, 15], [True, "studio"], ["365", "1e3"]):
        assert not list(validators["provider"].iter_errors({**sound, "products": products})), products
    for products in ([366], [False], [31.5], ["31"]):
        assert list(validators["provider"].iter_errors({**sound, "products": products})), products
    assert list(validators["edition"].iter_errors(read(retired.replace("2024", "2025"))))


# What is put in the place of a value.
OTHERS = ("frobnicate", 7, True, None, ["frobnicate"], [], {"frobnicate": "x"}, [{"frobnicate": "x"}])
# Maps whose keys their author chooses: another name there is another thing, and no wrong form.
CHOSEN = ("documents", "products", "files", "transfer")


def places(value, path=()):
    """Where the keys and items of a value are, each as the way to it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield (*path, key)
            yield from places(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield (*path, index)
            yield from places(inner, (*path, index))


def mutated(said, chance):
    """A file with one key taken out or renamed, or one value in the place of another; and what was done."""
    said = copy.deepcopy(said)
    way = chance.choice(list(places(said)))
    holder = said
    for step in way[:-1]:
        holder = holder[step]
    last = way[-1]
    deed = chance.choice(["drop", "rename", "other", "other"])
    chosen = any(step in CHOSEN for step in way[:-1])
    if deed == "drop" and isinstance(holder, dict):
        del holder[last]
        return said, f"without {way}"
    if deed == "rename" and isinstance(holder, dict) and not chosen:
        renamed = {f"{key}x" if key == last else key: value for key, value in holder.items()}
        holder.clear()
        holder.update(renamed)
        return said, f"{way} renamed"
    holder[last] = chance.choice([other for other in OTHERS if other != holder[last] or type(other) is not type(holder[last])])
    return said, f"{holder[last]!r} at {way}"


def text_of(kind, said, body="\n# Text\n\nWords.\n"):
    text = yaml.dump(said, Dumper=Written, sort_keys=False, allow_unicode=True, width=10_000)
    return f"---\n{text}---\n{body}" if kind == "edition" else text


def found_in(trustpress, site):
    """The ids of the errors of each file."""
    done = trustpress("check", "--site", site, "--as-of", "2026-11-23", "--previous", "none", "--format", "json")
    found = {}
    for line in done.stdout.splitlines():
        finding = json.loads(line)
        if finding["severity"] == "error":
            found.setdefault(finding["file"], []).append(finding)
    return found


def is_of_others(message, schema):
    """Whether a message rests on other files, or on a field that only some of the site's blocks of terms require."""
    empty = re.match(r'"(\w+)" must say something', message)
    return any(words in message for words in OF_OTHERS) or bool(empty and empty[1] not in schema.get("required", []))


def hold_against(validator, said, findings, what, before=()):
    """Holds what the schema and the program say of a file against each other, but for what was said before it was changed."""
    refused = [f"{'/'.join(map(str, error.path))}: {error.message[:200]}" for error in validator.iter_errors(said)]
    if refused:
        known = {(finding["id"], finding["message"]) for finding in before}
        assert any((finding["id"], finding["message"]) not in known for finding in findings), f"{what}: the schema refuses it, and the program does not: {refused}"
    of_form = [f"{finding['id']}: {finding['message']}" for finding in findings
               if finding["id"] in FORM and not is_of_others(finding["message"], validator.schema)]
    if of_form:
        assert refused, f"{what}: the program refuses it, and the schema does not: {of_form}"
    return bool(refused)


@pytest.mark.parametrize("kind", ["provider", "edition", "certification"])
@pytest.mark.parametrize("seed", range(1, 4))
def test_what_is_wrong_is_wrong_to_both(kind, seed, schemas, trustpress, tmp_path):
    chance = random.Random(f"{kind} {seed}")
    base = copy_site(EXAMPLE, tmp_path / "base")
    write_site({path.replace("Content/", "Content/other-", 1): text for path, text in EVERYTHING.items() if "/providers/" in path}, base)
    originals = [said for path, said in written_files(base) if kind_of(path) == kind]
    site_yaml = (base / "Content/site.yaml").read_text()
    # Each in a place of its own, beside which nothing is; and in the same place as it was, for what its place alone makes wrong.
    folders = {name: tmp_path / name / "Content" for name in ("site", "before")}
    cases = {}
    for number in range(80):
        original = chance.choice(originals)
        said, what = mutated(original, chance)
        path = {"provider": f"subprocessors/providers/p{number}.yaml", "edition": f"d{number}/2021-01-01.md",
                "certification": f"certifications/c{number}.yaml"}[kind]
        cases[path] = (said, f"seed {seed}, {path}: {what}")
        write_site({path: text_of(kind, said)}, folders["site"])
        write_site({path: text_of(kind, original)}, folders["before"])
    for folder in folders.values():
        write_site({"site.yaml": site_yaml}, folder)
    validator = schemas(tmp_path / "site")[kind]
    found, before = (found_in(trustpress, folder.parent) for folder in folders.values())
    refused = [hold_against(validator, said, found.get(f"Content/{path}", []), what, before.get(f"Content/{path}", []))
               for path, (said, what) in cases.items()]
    assert 20 < sum(refused) < len(refused)


def one_of_two_sites(seed, target):
    return write_site(EVERYTHING, target) if seed % 2 else copy_site(EXAMPLE, target)


@pytest.fixture(scope="module")
def of_settings(schemas, tmp_path_factory):
    """The validators of the settings of both, as they are before anything is wrong in them."""
    return [schemas(one_of_two_sites(number, tmp_path_factory.mktemp("sound") / "site"))["site"] for number in (0, 1)]


@pytest.mark.parametrize("seed", range(1, 41))
def test_what_is_wrong_in_the_settings_is_wrong_to_both(seed, of_settings, trustpress, tmp_path):
    chance = random.Random(f"site {seed}")
    site, validator = one_of_two_sites(seed, tmp_path / "site"), of_settings[seed % 2]
    path = site / "Content/site.yaml"
    said, what = mutated(read(path.read_text()), chance)
    path.write_text(text_of("site", said))
    hold_against(validator, said, found_in(trustpress, site).get("Content/site.yaml", []), f"seed {seed}: {what}")


@pytest.mark.parametrize(("kind", "text"), [
    ("site", "organisation: {name: X}"), ("provider", "changes: {}"), ("edition", "effective: 2026-11-23"),
    ("page", "title: Security"), ("certification", "name: [ISO]"),
])
def test_what_is_wrong_in_any_site(kind, text, schemas, tmp_path):
    assert list(schemas(tmp_path)[kind].iter_errors(read(text)))


def test_a_schema_says_what_may_be_written(schemas, tmp_path):
    """A few values written out, so that a schema that allows everything would show."""
    provider = schemas(tmp_path)["provider"].schema
    assert provider["required"] == ["announced", "name", "entity", "purpose", "data"]
    assert provider["properties"]["kind"]["enum"] == ["third-party", "affiliate"]
    assert provider["properties"]["kind"]["description"] == "third-party, or affiliate: a company of your own group."
    assert "DE" in json.dumps(provider["properties"]["locations"]) and provider["additionalProperties"] is False
    change = provider["properties"]["changes"]["items"]
    assert change["required"] == ["announced"] and {"type": "null"} in change["properties"]["locations"]["anyOf"]
    assert "removed" in change["properties"] and "removed" not in provider["properties"]


def test_the_settings_of_an_editor_are_written_once(trustpress, tmp_path):
    folder = tmp_path / ".vscode"
    command = ["schema", "--into", folder, "--site", tmp_path]
    assert trustpress(*command).stdout == (
        f"Wrote the schemas of 5 kinds of files into {folder}.\n"
        f"VS Code takes them with the extension YAML (redhat.vscode-yaml), by {folder}/settings.json.\n")
    written = json.loads((folder / "settings.json").read_text())
    assert written == {"yaml.schemaStore.enable": False, "yaml.schemas": {
        ".vscode/site.json": "Content/site.yaml", ".vscode/provider.json": "Content/*/providers/*.yaml",
        ".vscode/certification.json": "Content/certifications/*.yaml"}}
    assert "has its settings" in trustpress(*command).stdout
    (folder / "settings.json").write_text('{"editor.wordWrap": "on"}\n')
    assert '"yaml.schemas": {".vscode/certification.json"' in trustpress(*command).stdout
    assert (folder / "settings.json").read_text() == '{"editor.wordWrap": "on"}\n'
    assert "VS Code" not in trustpress("schema", "--into", tmp_path / "schemas", "--site", tmp_path).stdout
