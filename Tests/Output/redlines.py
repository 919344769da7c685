"""Redlines read back into the two editions that they hold, apart from the code that wrote them (`docs/redline.md`)."""

import html.parser
import itertools
import re

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
BLOCKS = set("article blockquote h1 h2 h3 h4 h5 h6 hr li ol p pre section table tbody td th thead tr ul".split())
UNCOUNTED = {"class", "id", "role", "title", "aria-label"}


class Element:
    def __init__(self, name, attributes):
        self.name = name
        self.attributes = attributes
        self.children = []

    def has_class(self, name):
        return name in (self.attributes.get("class") or "").split()

    def walk(self):
        """The element and all elements in it."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()


class Reader(html.parser.HTMLParser):
    """The articles of a page. Every element must be closed where it was opened: nothing is mended."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.articles = []
        self.open = []
        self.feed(text)
        self.close()
        assert not self.open, f"<{self.open[-1].name}> is not closed"

    def handle_starttag(self, tag, attrs):
        element = Element(tag, dict(attrs))
        assert len(element.attributes) == len(attrs), f"<{tag}> has an attribute twice"
        if self.open:
            self.open[-1].children.append(element)
        elif tag == "article":
            self.articles.append(element)
        else:
            return
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag):
        if self.open:
            assert self.open[-1].name == tag, f"</{tag}> where <{self.open[-1].name}> is open"
            self.open.pop()

    def handle_data(self, data):
        if self.open:
            self.open[-1].children.append(data)


def article(text, attribute):
    """The one article of a page that has this attribute; None where there is none."""
    found = [one for one in Reader(text).articles if attribute in one.attributes]
    assert len(found) <= 1, f"{len(found)} articles with {attribute}"
    return found[0] if found else None


# What each edition drops, and the element that it unwraps.
DROPPED = {"old": ("ins", "inserted", "del"), "new": ("del", "deleted", "ins")}


def edition(nodes, side):
    """The nodes of a redline with all its changes rejected ("old") or accepted ("new")."""
    dropped, change, unwrapped = DROPPED[side]
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif node.has_class("visually-hidden") or node.attributes.get("data-aid") == "drop" or node.name == dropped or node.attributes.get("data-change") == change:
            continue
        elif node.name == unwrapped:
            yield from edition(node.children, side)
        else:
            copy = Element(node.name, node.attributes)
            copy.children = list(edition(node.children, side))
            yield copy


def steps(nodes):
    """What a reader of the nodes goes through: start tags with the attributes that count, texts, end tags.

    White space is folded, but in code, where it is shown; at the edge of a block it is dropped.
    """
    found = list(_steps(nodes, False))
    for place, (kind, value) in enumerate(found):
        if kind == "text":
            if place == 0 or found[place - 1][0] == "edge":
                value = value.removeprefix(" ")
            if place + 1 == len(found) or found[place + 1][0] == "edge":
                value = value.removesuffix(" ")
        if value:
            yield value if kind in ("edge", "tag") else repr(value)


def _steps(nodes, in_code):
    for is_text, run in itertools.groupby(nodes, key=lambda node: isinstance(node, str)):
        if is_text:
            text = "".join(run)
            yield ("code", text) if in_code else ("text", re.sub(r"[ \t\n\r\f]+", " ", text))
            continue
        for node in run:
            kind = "edge" if node.name in BLOCKS else "tag"
            counted = sorted(
                (name, value) for name, value in node.attributes.items()
                if name not in UNCOUNTED and not name.startswith("data-")
            )
            yield kind, f"<{node.name}{''.join(f' {name}={value!r}' for name, value in counted)}>"
            yield from _steps(node.children, in_code or node.name == "pre")
            yield kind, f"</{node.name}>"


def first_difference(one, other):
    """Where two lists of nodes first differ, with what stands before; None where they are equal."""
    one, other = list(steps(one)), list(steps(other))
    if one == other:
        return None
    same = next((i for i, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))
    return (
        f"after   {' '.join(one[max(0, same - 8):same])}\n"
        f"is      {' '.join(one[same:same + 6])}\n"
        f"must be {' '.join(other[same:same + 6])}"
    )


def inexactness(redline, old, new):
    """What is wrong with a redline's article, given those of both editions; None where nothing is."""
    for side, text in (("old", old), ("new", new)):
        # What an article holds for readers alone, such as a second place of a clause, is not counted.
        difference = first_difference(edition(redline.children, side), edition(text.children, side))
        if difference:
            return f"its {side} text is another:\n{difference}"
    ids = [one.attributes["id"] for one in redline.walk() if "id" in one.attributes]
    twice = sorted({one for one in ids if ids.count(one) > 1}) if len(ids) != len(set(ids)) else []
    if twice:
        return f"ids come twice: {', '.join(twice)}"
    gone = {one.attributes["id"] for one in new.walk() if "id" in one.attributes} - set(ids)
    if gone:
        return f"anchors of the new text are missing: {', '.join(sorted(gone))}"
    return None


def names(redline):
    """The document of a redline's article, and the ids of its old and its new edition."""
    document, _, pair = redline.attributes["data-redline"].partition("/")
    old, _, new = pair.partition("..")
    return document, old, new


def redline_pages(public):
    """Of a built site the pages that hold a redline."""
    return sorted([*public.rglob("changes/index.html"), *public.rglob("since/index.html")])


def defects(public):
    """The redline pages of a built site that do not hold the two texts they name, with the reason."""
    texts = {}

    def text_of(name):
        if name not in texts:
            page = (public / name / "index.html").read_text(encoding="utf-8")
            texts[name] = article(page, "data-edition")
            assert texts[name] is not None and texts[name].attributes["data-edition"] == name, f"{name} has no text"
        return texts[name]

    for path in redline_pages(public):
        redline = article(path.read_text(encoding="utf-8"), "data-redline")
        if redline is None:
            continue
        document, old, new = names(redline)
        wrong = inexactness(redline, text_of(f"{document}/{old}"), text_of(f"{document}/{new}"))
        if wrong:
            yield path, wrong
