"""The record made from a site's sources by another reader than TrustPress's: PyYAML, and what the format says."""

import yaml

import names_of_sources
import records
from sources import is_public, load, split_front_matter

UNPUBLISHED = {"postponed", "withdrawn", "erased"}
RECORDED = {
    "name", "entity", "kind", "role", "category", "purpose", "data", "subjects", "locations", "storage", "access",
    "headquarters", "transfer", "products", "enabled", "condition", "via", "replaces", "duration", "retention", "address",
    "contact", "website", "terms", "links", "identifiers", "verified", "ai",
}


def made_from(site, as_of):
    """The record's lines but those of the site, of terms and of keys, as bytes in their order."""
    content = site / "Content"
    entries = [entry for entry, _ in names_of_sources.lines(site, as_of)]
    for path in content.glob("*/*.md"):
        entries += edition(path, content, as_of)
    blocks = load((content / "site.yaml").read_text()).get("register", {})
    blocks = blocks if isinstance(blocks, list) else [blocks]
    for path in content.glob("*/providers/*.yaml"):
        entries += changes(path, blocks, content, as_of)
    return [records.canonical(entry) for entry in sorted(entries, key=records.order)]


def edition(path, content, as_of):
    text = path.read_text()
    front, _ = split_front_matter(text)
    own = {"kind": "edition", "document": path.parent.name, "edition": path.stem}
    own |= {"announced": front.get("announced", path.stem[:10]), "effective": path.stem[:10]}
    nodes = dict_of(yaml.compose(text.split("---\n", 2)[1], Loader=yaml.BaseLoader))
    if "erased" in front:
        now = records.canonical({key: typed(node, key) for key, node in nodes.items() if key not in UNPUBLISHED}).decode()
    else:
        now = published_text(text)
    return with_later(own, front, nodes, now, content, as_of)


def files_in(text, content):
    paths = [path for path in records.named_files(text) if (content / path[1:]).is_file()]
    return {path: records.sha256((content / path[1:]).read_bytes()) for path in paths}


def listed(value):
    return value if isinstance(value, list) else [value]


def published_text(text):
    """The source without the lines of what was said later: from a key's line to the last of its value."""
    lines = text.splitlines(keepends=True)
    gone = set()
    for key, value in yaml.compose(text.split("---\n", 2)[1], Loader=yaml.BaseLoader).value:
        if key.value in UNPUBLISHED:
            # The front matter begins on the second line.
            gone |= set(range(key.start_mark.line + 1, last_line(value) + 2))
    return "".join(line for number, line in enumerate(lines) if number not in gone)


def last_line(node):
    """Of a value the last line on which it has a token, from 0. A block ends before the mark that PyYAML gives it."""
    if isinstance(node, yaml.ScalarNode):
        return node.end_mark.line - (1 if node.style in ("|", ">") else 0)
    if node.flow_style:
        return node.end_mark.line
    inner = [part for pair in node.value for part in (pair if isinstance(pair, tuple) else (pair,))]
    return max(map(last_line, inner))


def changes(path, blocks, content, as_of):
    root = dict_of(yaml.compose(path.read_text(), Loader=yaml.BaseLoader))
    items = [root, *(dict_of(item) for item in (root["changes"].value if "changes" in root else []))]
    entries, numbers = [], {}
    states = load(path.read_text())
    plain = [states, *states.get("changes", [])]
    pairs = sorted(zip(items, plain), key=lambda pair: pair[1].get("recorded", pair[1]["announced"]))
    for nodes, state in pairs:
        day = state["announced"][:10]
        moment = state.get("recorded", state["announced"])
        known = [block for block in blocks if block.get("announced", block.get("from", "")) <= moment]
        terms = [block for block in known if block.get("from", "") <= moment[:10]][-1]
        hidden = set(terms.get("private", [])) | set(terms.get("unrecorded", ["contact", "links", "verified"]))
        named = set(state) & RECORDED | set(state) & {"removed"}
        # A note alone is a clarification; what is private or shown as it is today leaves no trace.
        if not named - hidden and (named or set(state) & hidden):
            continue
        numbers[day] = numbers.get(day, 0) + 1
        stem = day if numbers[day] == 1 else f"{day}-{numbers[day]}"
        own = {"kind": "change", "document": path.parent.parent.name, "provider": path.stem, "change": stem}
        own |= {"announced": state["announced"], "effective": state.get("effective", day)}
        written = {
            key: typed(node, key) for key, node in nodes.items() if key not in UNPUBLISHED | {"changes"} | hidden
        }
        entries += with_later(own, state, nodes, records.canonical(written).decode(), content, as_of)
    return entries


def with_later(own, state, nodes, now, content, as_of):
    """An item's line, and those of what was said of it, as far as each is public.

    `now` is what is published of it, in the place of what went if something is erased.
    """
    erasures = listed(state["erased"]) if "erased" in state else []
    left = records.sha256(now.encode())
    own["sha256"] = erasures[0]["sha256"] if erasures else left
    files = files_in(now, content)
    for erasure in erasures:
        files |= erasure.get("files", {})
    if files:
        own["files"] = files
    if "recorded" in state:
        own["recorded"] = state["recorded"]
    if not is_public(state.get("recorded", own["announced"]), as_of):
        return []
    of = {key: own[key] for key in ("document", "edition", "provider", "change") if key in own}
    rests = [erasure["sha256"] for erasure in erasures[1:]] + [left]
    lines = [own]
    for kind in ("postponed", "withdrawn", "erased"):
        node = nodes.get(kind)
        items = node.value if isinstance(node, yaml.SequenceNode) else [node] if node else []
        for index, words in enumerate(typed(item, kind) for item in items):
            line = {"kind": kind, "announced": words["announced"], "sha256": records.sha256(records.canonical(words))} | of
            if kind == "postponed":
                line["effective"] = words["effective"]
            if kind == "erased":
                line["rest"] = rests[index]
            if named := files_in(words["reason"], content):
                line["files"] = named
            if is_public(words["announced"], as_of):
                lines.append(line)
    return lines


def dict_of(node):
    return {key.value: value for key, value in node.value}


def typed(node, key, of=None):
    """A value in JSON's types: everything is a text, but null, and switches where the key is one."""
    if isinstance(node, yaml.MappingNode):
        return {name.value: typed(value, name.value, key) for name, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [typed(item, key, of) for item in node.value]
    if node.style is None and node.value in ("~", ""):
        return None
    switches = {None: ("material", "removed", "interim"), "ai": ("human_review",), "applies": ("new",)}
    is_switch = key in switches.get(of, ())
    return node.value == "true" if is_switch and node.value in ("true", "false") else node.value
