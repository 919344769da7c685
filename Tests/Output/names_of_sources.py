"""What a site and its products are called on each day, by another reader than TrustPress's, and the record's lines of it."""

import datetime

import records
from sources import is_public, load


def blocks_of(site):
    """The names that hold from the beginning, and from each day of `renamed`: the day ("" of the first), and all of them."""
    settings = load((site / "Content" / "site.yaml").read_text())
    names = {key: settings[key] for key in ("organization", "contacts")} | {"language": settings.get("language", "en")}
    products = {name: product(value) for name, value in settings.get("products", {}).items()}
    blocks = [("", names, products)]
    for item in settings.get("renamed", []):
        names = {
            "organization": merged(names["organization"], item.get("organization", {})),
            "contacts": merged(names["contacts"], item.get("contacts", {})),
            "language": item.get("language", names["language"]),
        }
        products = products | {
            name: renamed(products[name], product(value), item["from"]) for name, value in item.get("products", {}).items()
        }
        blocks.append((item["from"], names, products))
    return blocks


def merged(old, new):
    return {key: text for key, text in (old | new).items() if text not in ("~", "")}


def product(value):
    return {"name": value} if isinstance(value, str) else value


def renamed(old, new, day):
    """A product that is retired by the day is offered again, unless the item retires it anew; one that will be stays so."""
    coming = {"retired": old["retired"]} if old.get("retired", day) > day else {}
    return coming | new


def on(blocks, day):
    return [block for block in blocks if block[0] <= day][-1]


def beginnings(site, blocks):
    """When each product becomes public: by its `from`, or by the first item that names it; else with `since`."""
    moments = {name: [state["from"]] if "from" in state else [] for name, state in blocks[0][2].items()}
    for path in (site / "Content").glob("*/providers/*.yaml"):
        state = load(path.read_text())
        for item in [state, *state.get("changes", [])]:
            for name in item.get("products", []) if isinstance(item.get("products"), list) else []:
                moments[name].append(item.get("recorded", item["announced"]))
    since = load((site / "Content" / "site.yaml").read_text())["since"]
    return {name: min(known, default=since) for name, known in moments.items()}


def days_between(first, last):
    """The days after a moment's, up to that of another."""
    day, end = (datetime.date.fromisoformat(moment[:10]) for moment in (first, last))
    while day < end:
        day += datetime.timedelta(days=1)
        yield day.isoformat()


def lines(site, as_of):
    """The lines of names and products, each with the text that its digest is of, in no order."""
    blocks = blocks_of(site)
    last = None
    for day, names, _ in blocks:
        if is_public(day, as_of) and names != last:
            yield line({"kind": "names"} | ({"from": day} if day else {}), names)
            last = names
    for name, beginning in beginnings(site, blocks).items():
        last = None
        for moment in [beginning, *days_between(beginning, as_of)] if is_public(beginning, as_of) else []:
            state = on(blocks, moment[:10])[2][name]
            is_retired = state.get("retired", "9999") <= moment[:10]
            now = (state["name"], state["retired"] if is_retired else None)
            if now != last:
                yield line(
                    {"kind": "product", "product": name, "from": moment} | ({"retired": now[1]} if is_retired else {}), now[0]
                )
                last = now


def line(members, words):
    text = records.canonical(words)
    return members | {"sha256": records.sha256(text)}, text


def objections(site):
    """What an objection does after the day of effect, wherever a block of `notice` says it."""
    notice = load((site / "Content" / "site.yaml").read_text()).get("notice", {})
    for block in notice if isinstance(notice, list) else [notice]:
        for own in [block, *block.get("documents", {}).values()]:
            if "objection_after_effect" in own:
                yield records.canonical(own["objection_after_effect"])


def words_behind(site, as_of, entries):
    """`names.jsonl` as the sources give it, for the lines of a record in their order."""
    texts = [text for _, text in lines(site, as_of)] + list(objections(site))
    by_digest = {records.sha256(text): text for text in texts}
    return b"".join(by_digest[digest] + b"\n" for digest in records.digests_of_words(entries))
