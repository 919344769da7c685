"""Dated lists of providers, as a company kept them before: generated ones, and real ones where there are some."""

import csv
import os
import random
from datetime import date, timedelta
from pathlib import Path

from histories import REPOSITORY

#: The names of countries in words, as lists have them, and their codes.
COUNTRIES = {
    "Ireland": "IE", "Germany": "DE", "United States": "US", "USA": "US", "the Netherlands": "NL", "France": "FR",
    "United Kingdom": "GB", "UK": "GB", "Japan": "JP", "Singapore": "SG", "Australia": "AU", "South Korea": "KR",
}
NAMES = [
    "Gull Mail", "Tern & Sons", "Puffin, Inc.", "Heron.io", "Ibis \"Cloud\"", "Öland Data", "Auk (formerly Razorbill)",
    "Kite", "Wren Ltd", "Stork\u00a0Systems", "鶴クラウド", "Snipe: Search", "#Lark", "Yes", "3.10", "=Crane", "'Rail",
]
PURPOSES = [
    "Hosting", "Mail, to users", "Support: tickets and chat", "Search # of texts", "\"Quoted\" analysis", "Backups - daily",
    "Logs; metrics", "Zahlungen für Kunden", "yes", "AI inference",
]


def write_generated_lists(folder, seed):
    """Lists in which companies come, go, come again, are renamed, move, and have several rows.

    The rows of each day are given too: as (name, purpose, codes of places), in any order; and the renames."""
    chance = random.Random(seed)
    day, rows, lists, renames = date(2019, 1, 7), [], {}, []
    free = NAMES[:]
    chance.shuffle(free)
    gone = []
    for _ in range(14):
        for _ in range(chance.randint(1, 4)):
            kind = chance.choice(["join", "join", "leave", "return", "rename", "move", "purpose", "second", "order"])
            if kind == "join" and free:
                rows.append([free.pop(), chance.choice(PURPOSES), places(chance)])
            elif kind == "leave" and len(rows) > 1:
                gone.append(rows.pop(chance.randrange(len(rows))))
            elif kind == "return" and gone:
                back = gone.pop(chance.randrange(len(gone)))
                rows.append([back[0], chance.choice([back[1], chance.choice(PURPOSES)]), places(chance)])
            elif kind == "rename" and rows and free:
                row = chance.choice(rows)
                if sum(other[0] == row[0] for other in rows + gone) == 1:
                    renames.append((row[0], free[-1]))
                    row[0] = free.pop()
            elif kind == "move" and rows:
                chance.choice(rows)[2] = places(chance)
            elif kind == "purpose" and rows:
                chance.choice(rows)[1] = chance.choice(PURPOSES)
            elif kind == "second" and rows:
                rows.append([chance.choice(rows)[0], chance.choice(PURPOSES), places(chance)])
            elif kind == "order":
                chance.shuffle(rows)
        if rows:
            lists[str(day)] = [list(row) for row in rows]
        day += timedelta(days=chance.randint(1, 200))
    for name, listed in lists.items():
        with (folder / f"{name}.csv").open("w", newline="", encoding=chance.choice(["utf-8", "utf-8-sig"])) as file:
            writer = csv.writer(file, delimiter=chance.choice(",;"))
            writer.writerow(["Sub-processor", "Purpose of processing", "Location"])
            writer.writerows([guarded(row[0]), guarded(row[1]), chance.choice([", ", "; ", "\n"]).join(row[2])] for row in listed)
    return {name: sorted((row[0], row[1], codes(row[2])) for row in listed) for name, listed in lists.items()}, renames


def guarded(text):
    """A text as a spreadsheet takes it for one, which our own lists write with a ' in front."""
    return "'" + text if text.lstrip("'")[:1] in "=+-@" else text


def places(chance):
    return chance.sample(sorted(COUNTRIES), chance.randint(1, 4))


def codes(names):
    return tuple(sorted({COUNTRIES[name] for name in names}))


def real_lists():
    """The folder of real lists, `DAY.csv` each; None where there is none. No real list is kept here."""
    folder = os.environ.get("REAL_LISTS", REPOSITORY.parent / "shared" / "real" / "github-subprocessors")
    return Path(folder) if any(Path(folder).glob("*.csv")) else None
