"""Reading a site's sources apart from TrustPress: what is announced, and at which moment.

Moments are compared as they are written, as the product does: a bare day stands before its own times of day, and an
as-of that is a bare day covers the whole of it.
"""

import dataclasses
import datetime

import yaml

# Keys that say when, not what.
DATES = {"announced", "effective", "recorded", "true_since", "verified", "from", "until", "sha256", "material", "removed"}


@dataclasses.dataclass
class Item:
    """One thing that becomes public at one moment: an edition, a provider's first state, a change, a postponement …"""

    name: str
    moment: str
    texts: list
    names: list = dataclasses.field(default_factory=list)
    days: list = dataclasses.field(default_factory=list)


def load(text):
    return yaml.load(text, Loader=yaml.BaseLoader) or {}


def split_front_matter(text):
    _, front, body = text.split("---\n", 2)
    return load(front), body


def is_public(moment, as_of):
    if "T" in as_of:
        return moment <= as_of if "T" in moment else moment[:10] <= as_of[:10]
    return moment[:10] <= as_of


def just_before(moment):
    """The last as-of at which something announced at a moment is not yet public."""
    if "T" in moment:
        time = datetime.datetime.fromisoformat(moment)
        if (time.hour, time.minute) != (0, 0):
            return (time - datetime.timedelta(minutes=1)).isoformat(timespec="minutes")
    return (datetime.date.fromisoformat(moment[:10]) - datetime.timedelta(days=1)).isoformat()


def texts_in(value):
    """All scalars below a value, dates and switches left out."""
    if isinstance(value, dict):
        return [text for key, inner in value.items() if key not in DATES for text in texts_in(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in texts_in(inner)]
    return [value] if value not in ("", "~", "true", "false") else []


def later_items(name, state):
    """What was said later of an edition or a change."""
    said = list(state.get("postponed", []))
    if "withdrawn" in state:
        said.append(state["withdrawn"])
    for one in said:
        days = [one["announced"][:10]] + ([one["effective"]] if "effective" in one else [])
        yield Item(f"{name}: {one.get('reason', '')[:20]}", one["announced"], texts_in(one), days=days)


def items(site):
    """Everything that a site announces. Erased texts are gone from the source, and say so at every as-of."""
    content = site / "Content"
    private = set()
    blocks = load((content / "site.yaml").read_text()).get("register", [])
    for block in blocks if isinstance(blocks, list) else [blocks]:
        private |= set(block.get("private", []))

    for path in sorted(content.glob("*/*.md")):
        front, body = split_front_matter(path.read_text())
        name = f"{path.parent.name}/{path.stem}"
        moment = front.get("recorded", front.get("announced", path.stem[:10]))
        own = {key: front[key] for key in ("title", "summary", "urgent", "version", "applies") if key in front}
        if "erased" not in front:
            yield Item(name, moment, texts_in(own) + body.splitlines(), days=edition_days(front, path))
        yield from later_items(name, front)

    for path in sorted(content.glob("*/providers/*.yaml")):
        state = load(path.read_text())
        changes = state.pop("changes", [])
        name = f"{path.parent.parent.name}/{path.stem}"
        for number, change in enumerate([state, *changes]):
            own = {
                key: value for key, value in change.items()
                if key not in private | {"postponed", "withdrawn", "erased", "contact", "links", "verified"}
            }
            names = [path.stem, change["name"]] if number == 0 else []
            days = [change["announced"][:10], change.get("effective", change["announced"][:10])]
            days += [change[key][:10] for key in ("recorded",) if key in change]
            days += [one["from"] for one in change.get("applies", [])]
            yield Item(f"{name} {number}", change.get("recorded", change["announced"]), texts_in(own), names, days)
            yield from later_items(name, change)

    for path in sorted(content.glob("certifications/*.yaml")):
        state = load(path.read_text())
        until = datetime.date.fromisoformat(state["until"]) if "until" in state else None
        days = [state[key][:10] for key in ("announced", "from") if key in state]
        days += [(until + datetime.timedelta(days=1)).isoformat()] if until else []
        yield Item(f"certifications/{path.stem}", state.get("announced", "0000-00-00"), texts_in(state), [state["name"]], days)


def edition_days(front, path):
    announced = front.get("announced", path.stem)
    days = [announced[:10], path.stem[:10]]
    days += [front["recorded"][:10]] if "recorded" in front else []
    return days + [one["from"] for one in front.get("applies", [])]


def private_values(site):
    """The values of private keys, with the file that holds each."""
    content = site / "Content"
    blocks = load((content / "site.yaml").read_text()).get("register", [])
    keys = {key for block in (blocks if isinstance(blocks, list) else [blocks]) for key in block.get("private", [])}
    return values_of(content, keys)


def values_of(content, keys):
    found = []
    for path in sorted(content.glob("*/providers/*.yaml")):
        state = load(path.read_text())
        for change in [state, *state.get("changes", [])]:
            for key in keys & set(change):
                found += [(path.name, text) for text in texts_in({"value": change[key]})]
    return found
