"""The sites that the benchmark builds: real histories where they are at hand, and generated ones of any size."""

import dataclasses
import datetime
import pathlib
import random
import shutil

SEED = 14
SINCE = datetime.date(2016, 1, 4)
NOTICE = 30
# Texts of other people hold what a new site must not: here they are measured, not judged.
LENIENT = (
    "broken-link", "broken-clause", "clause-label", "duplicate-clause", "raw-html", "invisible-text", "placeholder",
    "leftover-markup", "indented-code", "list-number", "transfer-missing", "provider-not-listed",
)

WORDS = (
    "account agreement any apply before breach by cancel change clause collect consent content customer data day delete "
    "disclose effective fee for from if in information keep law license limit may must not notice of or order party person "
    "policy privacy process product purpose reason right rule section service share such support term the third this to under "
    "until update use user we which will with within without you your"
).split()
DATA = ("account data", "mail addresses", "prompts", "source code", "invoices", "log lines", "support requests", "usage figures")
PLACES = ("DE", "FR", "IE", "NL", "SE", "PL", "ES", "IT", "FI", "AT")


@dataclasses.dataclass(frozen=True)
class Work:
    """A site on disk, and the day for which it is built."""

    name: str
    site: pathlib.Path
    as_of: str

    @property
    def editions(self):
        return sorted(self.site.glob("Content/*/*.md"))

    def documents(self):
        return sorted({path.parent.name for path in self.editions})


def settings(documents, since, checks=()):
    lines = [
        "organization: {name: Bench}",
        "contacts: {security: security@bench.example, privacy: privacy@bench.example, legal: legal@bench.example}",
        "url: https://trust.bench.example",
        "authority: bench.example,2016",
        f"documents: [{', '.join(documents)}]",
        f"since: {since}",
        f"notice: {{days: {NOTICE}, objection_days: {NOTICE}}}",
    ]
    if checks:
        lines.append(f"checks: {{{', '.join(f'{check}: warning' for check in checks)}}}")
    return "\n".join(lines) + "\n"


def write(site, files):
    for path, text in files.items():
        target = site / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)


def real(source, folder):
    """The real history of ten policies, whole. All of it is starting state, as it comes without announcements."""
    site = folder / "site"
    shutil.copytree(source / "Content", site / "Content")
    documents = sorted(path.name for path in (site / "Content").iterdir() if path.is_dir())
    last = max(path.stem[:10] for path in site.glob("Content/*/*.md"))
    write(site, {
        "Content/site.yaml": settings(documents, last, LENIENT),
        "Content/index.md": "# Bench\n\nPolicies as they stood.\n",
    })
    return Work("R", site, last)


class History:
    """Generated texts and companies that change as real ones do: a little at a time."""

    def __init__(self, seed=SEED):
        self.chance = random.Random(seed)

    def sentence(self):
        words = self.chance.choices(WORDS, k=self.chance.randint(8, 24))
        return " ".join(words).capitalize() + "."

    def paragraph(self):
        return " ".join(self.sentence() for _ in range(self.chance.randint(2, 5)))

    def clauses(self, size):
        """Paragraphs of at least so many bytes together."""
        made = []
        while size > 0:
            made.append(self.paragraph())
            size -= len(made[-1]) + 20
        return made

    def edited(self, clauses):
        """The clauses after one amendment: a few sentences reworded, now and then a clause goes and another comes, so that
        the last of many editions is as long as the first."""
        clauses = list(clauses)
        for _ in range(self.chance.randint(1, 4)):
            place = self.chance.randrange(len(clauses))
            sentences = clauses[place].split(". ")
            sentences[self.chance.randrange(len(sentences))] = self.sentence().rstrip(".")
            clauses[place] = ". ".join(sentences).rstrip(".") + "."
        if self.chance.random() < 0.3:
            clauses.pop(self.chance.randrange(len(clauses)))
            clauses.insert(self.chance.randint(0, len(clauses)), self.paragraph())
        return clauses

    def document(self, name, editions, size):
        """The files of a document, one edition a quarter of a year or less."""
        files = {}
        clauses = self.clauses(size)
        step = min(90, max(1, 3600 // editions))
        for number in range(editions):
            announced = SINCE + datetime.timedelta(days=number * step)
            effective = announced + datetime.timedelta(days=NOTICE + 1 if number else 0)
            text = "\n\n".join(f"## {place}. Clause\n\n{words}" for place, words in enumerate(clauses, 1))
            files[f"Content/{name}/{effective}.md"] = (
                f"---\ntitle: {name.title()}\nannounced: {announced}\nsummary: Amendment {number}.\n---\n\n"
                f"# {name.title()}\n\n{text}\n")
            clauses = self.edited(clauses)
        return files

    def provider(self, name, changes, first=1, step=None):
        """A company's file: listed with the starting state, then changed so many times: the first day after the start
        on which a change is announced, and the days from one to the next."""
        data, place = self.chance.sample(DATA, 2), self.chance.randrange(len(PLACES))
        lines = [
            f"name: {name.title()}", f"entity: {name.title()} GmbH", f"purpose: Runs part {name} of the service",
            f"data: [{', '.join(data)}]", f"locations: [{PLACES[place]}]", f"announced: {SINCE}",
        ]
        step = step or min(300, max(1, 3500 // max(1, changes)))
        for number in range(changes):
            announced = SINCE + datetime.timedelta(days=first + number * step)
            effective = announced + datetime.timedelta(days=NOTICE + 1)
            place = (place + self.chance.randint(1, len(PLACES) - 1)) % len(PLACES)
            if number == 0:
                lines.append("changes:")
            lines += [
                f"  - announced: {announced}", f"    effective: {effective}", f"    locations: [{PLACES[place]}]",
                f"    note: The service moves, step {number}. {self.sentence()}",
            ]
        return "\n".join(lines) + "\n"


def named(number, providers, products):
    """The products that a company's row names: each product is named by one."""
    return ", ".join(f"product-{product}" for product in range(number, products, providers))


def generated(name, folder, documents=0, editions=0, size=20_000, providers=0, changes=0, pages=0, products=0, each_day=False):
    """A site of so many documents with so many editions each, a register of so many companies with so many changes, all
    on days of their own with `each_day`, and so many pages and products, each named by one company."""
    history = History()
    names = [f"policy-{number}" for number in range(documents)]
    files = {}
    for document in names:
        files.update(history.document(document, editions, size))
    if providers:
        names.append("subprocessors")
        files[f"Content/subprocessors/{SINCE}.md"] = "---\ntitle: Subprocessors\n---\n\nWhom we work with.\n"
        for number in range(providers):
            spread = {"first": number + 1, "step": providers} if each_day else {}
            text = history.provider(f"company-{number}", changes, **spread)
            if products:
                text = text.replace("announced:", f"products: [{named(number, providers, products)}]\nannounced:", 1)
            files[f"Content/subprocessors/providers/company-{number}.yaml"] = text
    for number in range(pages):
        files[f"Content/page-{number}.md"] = f"# Page {number}\n\n{history.paragraph()}\n\nSee [the start](/).\n"
    files["Content/site.yaml"] = settings(names, SINCE) + "".join(
        ["products:\n", *(f"  product-{number}: Product {number}\n" for number in range(products))] if products else [])
    files["Content/index.md"] = "# Bench\n\nGenerated.\n"
    site = folder / "site"
    write(site, files)
    return Work(name, site, "2031-06-30")


MEBIBYTE = 1 << 20


def repeated(text):
    return text * (MEBIBYTE // len(text.encode()) - 40)


# A text of nearly a mebibyte of each kind that readers of Markdown, or checks, are slow on. Some are refused as too
# complex: that must be as quick.
HOSTILE = {
    "one paragraph": lambda: repeated("word "),
    "carriage returns": lambda: repeated("word word\r"),
    "setext headings": lambda: repeated("Word\n====\n\n"),
    "headings": lambda: repeated("# word\n\n"),
    "emphasis": lambda: repeated("*a **b "),
    "brackets": lambda: repeated("[a]( "),
    "list items": lambda: repeated("- word\n"),
    "quotes": lambda: repeated("> word\n\n"),
    "entities": lambda: repeated("&amp; "),
    "code spans": lambda: repeated("`a ``b "),
    "small headings": lambda: repeated("## a\n"),
    "small items": lambda: repeated("- a\n"),
    "open links": lambda: repeated("]("),
    "days": lambda: repeated("2026-01-01 "),
    "days of effect": lambda: repeated("Effective 2026-01-01 "),
    "underscores": lambda: repeated("____"),
    "counted lines": lambda: repeated("(a) a\n"),
    "imports": lambda: repeated("import a from 'b'\n"),
}


def hostile(kind, folder):
    """A site of two editions of one hostile text, so that a redline is made of it too."""
    text = HOSTILE[kind]()
    front = "---\ntitle: Hostile\n{}---\n\n# Hostile\n\n"
    later = SINCE + datetime.timedelta(days=NOTICE + 1)
    site = folder / "site"
    write(site, {
        "Content/site.yaml": settings(["policy"], SINCE, LENIENT),
        "Content/index.md": "# Bench\n\nHostile.\n",
        f"Content/policy/{SINCE}.md": front.format("") + text,
        f"Content/policy/{later}.md": front.format(f"announced: {SINCE}\nsummary: More.\n") + "More. " + text,
    })
    return Work(kind, site, "2017-01-01")
