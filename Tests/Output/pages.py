"""Reading published pages with the standard library's parser, apart from the code that wrote them."""

import functools
import html.parser


class Page(html.parser.HTMLParser):
    """A page as its start tags, with their attributes, and its texts."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.tags = []
        self.texts = []
        self.scripts = []
        self._inside = None
        self.feed(text)
        self.close()

    @classmethod
    def read(cls, path):
        """What tests of one site read one after the other is parsed once. Nobody may change what it gives."""
        return parsed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self._inside = tag if tag in ("script", "style") else None

    def handle_endtag(self, tag):
        self._inside = None

    def handle_data(self, data):
        (self.scripts if self._inside else self.texts).append(data)

    def all(self, name):
        return [attributes for tag, attributes in self.tags if tag == name]

    def links(self, relation):
        """The addresses of the head's links of one relation."""
        return [a.get("href") for a in self.all("link") if relation in (a.get("rel") or "").split()]

    def is_indexed(self):
        return not any(a.get("name") == "robots" and "noindex" in a.get("content", "") for a in self.all("meta"))


@functools.lru_cache(maxsize=500)
def parsed(text):
    return Page(text)


def pages_of(folder):
    pages = sorted(folder.rglob("*.html"))
    assert pages, f"{folder} holds no page"
    return pages
