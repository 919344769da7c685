"""Everything that was ever published, held against what is published now: what may differ, and in what, is named here
one by one, and nothing else may.

It knows the output from its description alone, with readers of its own.
"""

import functools
import json
import re

# Pages and files that speak of today: they stay where they are, and may say something else.
STANDING = re.compile(
    r"""index\.html|404\.html|_headers|\.nojekyll|robots\.txt|sitemap\.xml|\.well-known/security\.txt|\.trustpress
    |(subscribe|certifications|record|notices)/index\.html
    |record/(as-of|checkpoint)|assets/.*|schemas/.*
    |feeds/subscriptions\.opml|feeds/.*\.ics          # a calendar's entries move
    |notices/[^/]+/index\.html                        # its state
    |[a-z0-9-]+/(index|history/index|history/compare/index|annex-iii/index)\.html
    |[a-z0-9-]+\.(json|csv|timemap)                   # the latest list; the editions that there are
    |[a-z0-9-]+/(?!on/)[a-z0-9-]*[a-z][a-z0-9-]*/index\.html   # a provider
    |[^/]+/\d{4}-\d\d-\d\d(-\d+)?/since/index\.html   # against the edition in force
    """,
    re.VERBOSE,
)
EDITION = re.compile(r"([^/]+)/(\d{4}-\d\d-\d\d(?:-\d+)?)")
# What of a notice may be said later.
LATER = ("postponed", "withdrawn", "erased", "effective")


class Difference(Exception):
    """Something that was published says something else now."""


def compare(old, new, where=""):
    """Holds an earlier build against a later one: path to bytes each. Raises Difference."""
    need("record/entries.jsonl" in new, "record/entries.jsonl is gone")
    erased = erasures(new)
    for path, content in sorted(old.items()):
        try:
            compare_file(path, content, new, erased)
        except Difference as difference:
            raise Difference(f"{where}{path}: {difference}") from None
    compare_entries(old, new, erased)


def compare_file(path, content, new, erased):
    now = new.get(path)
    if re.fullmatch(r"[a-z][a-z0-9-]*/index\.html", path) and path.split("/")[0] + "/history/index.html" not in new:
        return  # a page without history, that no text links to: the build says so where one does
    if STANDING.fullmatch(path):
        # Of an erased text nothing is left to compare with the one in force.
        is_erased = path.endswith("/since/index.html") and path.rsplit("/", 2)[0] in erased
        # With fewer than two texts nothing can be compared.
        is_alone = path.endswith("/compare/index.html") and any(one.startswith(path.split("/")[0] + "/") for one in erased)
        need(now is not None or is_erased or is_alone, "is gone")
    elif path.endswith(".jsonl"):
        need(now is not None and now.startswith(content), "is not continued")
    elif path == "record/SHA256SUMS":
        need(now is not None, "is gone")
        compare_digests(content, now, erased)
    elif path.startswith("feeds/"):
        compare_feed(path, content, now, erased)
    elif path.startswith("notices/"):
        compare_notice(json.loads(content), json.loads(now or b"null"), erased)
    elif path.split("/")[1:2] == ["on"]:
        compare_list(path, content, now)
    elif match := EDITION.match(path):
        compare_edition(path, content, now, match[0], erased)
    elif match := re.fullmatch(r"[^/]+/([^/]+/\d{4}-\d\d-\d\d(-\d+)?)\.json", path):
        need(now == content or match[0][:-5] in erased, "says something else")
    elif path.startswith("files/"):
        need(now == content or now is None and erased, "is another file")
    else:
        raise Difference("nobody says whether it may change")


def need(condition, words):
    if not condition:
        raise Difference(words)


def erasures(build):
    """What was erased, by the record: `terms/2026-01-01`, `subprocessors/acme/2026-01-01`."""
    lines = [json.loads(line) for line in build["record/entries.jsonl"].splitlines()]
    return {
        "/".join(line[key] for key in ("document", "provider", "edition", "change") if key in line)
        for line in lines if line["kind"] == "erased"
    }


def compare_digests(content, now, erased):
    """Each file keeps its digest, but what grows and what was erased."""
    def digests(text):
        return dict(reversed(line.split("  ", 1)) for line in text.decode().splitlines())

    today = digests(now)
    for path, digest in digests(content).items():
        name = re.sub(r"^(\./)?|\.(md|json)$", "", path)
        free = path.endswith(".jsonl") or name in erased or path.startswith("files/") and erased
        need(free or today.get(path) == digest, f"{path} has another digest")


def article(page):
    """The article of an edition or a redline, with its tags; None where there is none."""
    found = re.search(rb"<article data-(edition|redline)=.*?</article>", page, re.DOTALL)
    return found and found[0]


def compare_edition(path, content, now, edition, erased):
    if path.endswith(".md"):
        return need(now == content or edition in erased, "is another text")
    if path.endswith(".json"):
        return need(now == content or edition in erased, "says something else of what is erased")
    need(now is not None, "is gone")
    before, after = article(content), article(now)
    document = edition.split("/")[0]
    is_free = edition in erased or path.endswith("/changes/index.html") and any(
        name.startswith(document + "/") for name in erased)
    need(before == after or is_free and after is None, f"shows another text:\n{before}\n{after}")


def compare_list(path, content, now):
    """A dated list changes by corrections that it points to, and by rows that say when they were recorded."""
    need(now is not None, "is gone")
    if not path.endswith(".json"):
        return
    old, new = json.loads(content), json.loads(now)
    need(old["day"] == new["day"], "is of another day")
    need(new["corrections"][:len(old["corrections"])] == old["corrections"] or all(
        item in new["corrections"] for item in old["corrections"]), "lost a correction")
    for kind in ("subprocessors", "recipients"):
        rows = {row["id"]: row for row in new[kind]}
        for row in old[kind]:
            today = rows.pop(row["id"], None)
            if today is not None and "recorded" in today and today != row:
                continue
            need(today == row or today and masked(today, row), f"says something else of {row['id']}:\n{row}\n{today}")
        for row in rows.values():
            need("recorded" in row, f"lists {row['id']}, and does not say since when it does")


def masked(today, row):
    """Whether two rows differ in erased words alone."""
    return today.keys() == row.keys() and all(
        value == row[key] or "(erased)" in json.dumps(value) for key, value in today.items())


def compare_notice(old, new, erased):
    need(new is not None, "is gone")

    def item_name(notice, item):
        return f"{notice['document']}/{item['edition'] if 'edition' in item else item['provider'] + '/' + item['change']}"

    for kind in ("editions", "changes"):
        need(len(old[kind]) == len(new[kind]), f"has other {kind}")
        for before, after in zip(old[kind], new[kind], strict=True):
            if item_name(new, after) in erased:
                continue
            for key in before.keys() | after.keys():
                if key not in LATER and before.get(key) != after.get(key):
                    # A clause that an erased text stood against is compared with no more.
                    if key in ("redline", "changed_clauses", "differences") and erased:
                        continue
                    raise Difference(f"says another {key} of {item_name(new, after)}: {before.get(key)} {after.get(key)}")
            need(before["postponed"] == after["postponed"][:len(before["postponed"])], "lost a postponement")
            need(before["withdrawn"] in (None, after["withdrawn"]), "was withdrawn otherwise")
    for key in old.keys() | new.keys():
        if key not in ("editions", "changes") and not (key == "sentences" and erased):
            need(old.get(key) == new.get(key), f"says another {key}: {old.get(key)} {new.get(key)}")


@functools.lru_cache(4096)
def entries(path, content):
    """The entries of a feed document, by id, each as it is written, with what tells of which notice it is."""
    text = content.decode()
    if path.endswith(".json"):
        return {item["id"]: json.dumps(item, sort_keys=True) for item in json.loads(text)["items"]}
    element, ident = ("entry", "id") if path.endswith(".atom") else ("item", "guid")
    found = re.findall(rf"<{element}>.*?</{element}>", text, re.DOTALL)
    return {re.search(rf"<{ident}[^>]*>([^<]*)<", entry)[1]: entry for entry in found}


def compare_feed(path, content, now, erased):
    need(now is not None, "is gone")
    if re.search(r"\.\d+\.(atom|rss|json)$", path) and not erased:
        need(now == content, "is another archive")


def compare_entries(old, new, erased):
    """Every entry of every feed is in that feed, or in its archives, as it was."""
    today = {}
    for path, content in new.items():
        if re.fullmatch(r"feeds/.*\.(atom|rss|json)", path):
            feed = re.sub(r"(\.\d+)?\.(atom|rss|json)$", r".\2", path)
            for ident, entry in entries(path, content).items():
                today.setdefault(feed, {}).setdefault(ident, set()).add(entry)
    documents = {name.split("/")[0] for name in erased}
    for path, content in sorted(old.items()):
        if not re.fullmatch(r"feeds/.*\.(atom|rss|json)", path):
            continue
        feed = re.sub(r"(\.\d+)?\.(atom|rss|json)$", r".\2", path)
        for ident, entry in entries(path, content).items():
            now = today.get(feed, {}).get(ident)
            need(now, f"{path}: {ident} is gone")
            is_same = entry in now or any(f"notice/{document}-2" in ident for document in documents)
            need(is_same, f"{path}: {ident} says something else:\n{entry}\n{now}")
