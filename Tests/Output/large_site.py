"""A site as a large company has it after ten years: forty documents, four of them registers, with everything in their
texts that a feed's format has a rule for. Generated from a seed, so that a failure can be made again."""

import datetime
import random

from worlds import write_site

SEED = 6
SINCE = datetime.date(2016, 1, 4)
UNTIL = datetime.date(2026, 6, 30)
# For which tests build it, one after the other.
AS_OFS = ("2019-05-06", "2019-06-07T09:30", "2023-02-15", UNTIL.isoformat())

POLICIES = 36
REGISTERS = 4
PROVIDERS = 30

TITLES = [
    "Privacy Policy", "Terms & Conditions", "سياسة الخصوصية", "Datenschutzerklärung", "隐私政策 🦑", "Rules ]]> Exceptions",
    "Use of <script>", "תנאי שימוש", "Service Levels", "Политика \"cookies\"",
]
NAMES = [
    "Kraken Data", "كراكن للبيانات / Kraken", "Müller & Söhne", "海豚云 (Dolphin Cloud)", "<script>alert(1)</script>", "Squid 🦑",
    "CDATA ]]> Ltd", "דולפין / Dolphin", "O'Brien \"Quote\" Hosting", "👩‍👩‍👧 Family Analytics",
]
PURPOSES = [
    "Hosts the servers", "Sends mail to customers", "Generates answers from questions", "Stores backups & <logs>",
    "يستضيف الخوادم", "Measures ]]> what is slow", "Translates texts (DE/FR) 🌍",
]
DATA = ["account data", "prompts", "source code", "invoices", "IP addresses", "أسماء", "names & <tags>", "log lines ]]>"]
PLACES = ["DE", "FR", "IE", "NL", "SE", "PL", "EEA", "CH"]
PRODUCTS = {"studio": "Studio", "cloud": "Cloud & <Co> ]]>", "mobile": "تطبيق 📱"}
REASONS = [
    "Two customers objected.", "The text was not ready: `]]>` and `<script>` stood in it.", "تأجل الموعد.",
    "Not **yet** 🦑.",
]


def quoted(text):
    """A YAML scalar in double quotes."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def listed(texts):
    return "[" + ", ".join(map(quoted, texts)) + "]"


def plain(text):
    """Markdown that says a text and holds no tag."""
    return text.replace("<", "\\<")


def after(day, least, most, chance):
    return day + datetime.timedelta(days=chance.randint(least, most))


def moment(day, chance):
    """A day, or now and then a minute of it."""
    return day.isoformat() + chance.choice(["", "", "", f"T{chance.randint(0, 23):02}:{chance.randint(0, 59):02}"])


def later_fate(announced, effective, chance):
    """What is announced of an item before it takes effect: nothing most often. Gives lines and the day of effect, which
    is None where it is withdrawn."""
    kind = chance.random()
    if kind < 0.1:
        lines = [f"withdrawn: {{announced: {moment(after(announced, 1, 4, chance), chance)}, reason: {quoted(chance.choice(REASONS))}}}"]
        return lines, None
    if kind < 0.25:
        moved = after(effective, 5, 15, chance)
        first = f"{{announced: {moment(after(announced, 1, 4, chance), chance)}, effective: {moved}, reason: {quoted(chance.choice(REASONS))}}}"
        if kind < 0.17:
            again = after(moved, 3, 9, chance)
            second = f"{{announced: {moment(after(announced, 5, 9, chance), chance)}, effective: {again}, reason: {quoted(chance.choice(REASONS))}}}"
            return [f"postponed: [{first}, {second}]"], again
        return [f"postponed: [{first}]"], moved
    return [], effective


def policy(number, chance):
    """The editions of a document: path to text."""
    title = TITLES[number % len(TITLES)]
    clauses = [f"We do thing {number}.{index}, and say so." for index in range(1, 7)]
    files = {}
    announced = SINCE if number % 4 else after(SINCE, 1, 900, chance)
    effective = SINCE if number % 4 else after(announced, 16, 40, chance)
    while effective <= UNTIL:
        lines = [f"title: {quoted(title)}", f"announced: {moment(announced, chance)}"]
        lines.append("summary: " + quoted(f"What changes: `]]>`, \\<b>, 🦑 and **{plain(chance.choice(DATA))}**."))
        fate, end = later_fate(announced, effective, chance) if announced > SINCE else ([], effective)
        text = "".join(f"## {index}. Clause {index}\n\n{words}\n\n" for index, words in enumerate(clauses, 1))
        files[f"{effective}.md"] = "---\n" + "\n".join(lines + fate) + "\n---\n\n" + text
        if end is not None:
            clauses[chance.randrange(len(clauses))] = f"From {effective} on we do it so: {plain(chance.choice(DATA))}."
            clauses.append(f"And what was new on {effective}.")
            clauses = clauses[-9:]
            if chance.random() < 0.2:
                title = chance.choice(TITLES)
        announced = after(max(effective, end or effective), 20, 260, chance)
        effective = after(announced, 16, 40, chance)
    return files


def provider(number, chance):
    """A provider's file."""
    announced = SINCE if chance.random() < 0.3 else after(SINCE, 1, 3000, chance)
    effective = announced if announced == SINCE else after(announced, 16, 40, chance)
    data = chance.sample(DATA, 2)
    places = chance.sample(PLACES, 2)
    lines = [
        f"name: {quoted(f'{chance.choice(NAMES)} {number}')}", f"entity: {quoted(f'Entity {number % 25} & Co')}",
        f"purpose: {quoted(chance.choice(PURPOSES))}", f"data: {listed(data)}", f"locations: [{', '.join(places)}]",
        "transfer: [SCC-3]", "retention: 30 days", f"announced: {moment(announced, chance)}", f"effective: {effective}",
        f"note: {quoted('Why: `]]>` & ' + chance.choice(REASONS))}",
    ]
    if chance.random() < 0.6:
        lines.append(f"products: [{', '.join(chance.sample(sorted(PRODUCTS), 2))}]")
    if chance.random() < 0.3:
        lines.append('ai: {training: never, retention: "30 days", models: ["M<1>", "نموذج"], human_review: false}')
    fate, end = later_fate(announced, effective, chance) if announced > SINCE else ([], effective)
    lines += fate
    changes = []
    is_listed = True
    for step in range(chance.randint(0, 6) if end is not None else 0):
        announced = after(max(effective, end or effective), 20, 700, chance)
        effective = after(announced, 16, 40, chance)
        if effective > UNTIL:
            break
        what = {
            "name": lambda: [f"name: {quoted(f'{chance.choice(NAMES)} {number}.{step}')}"],
            "data": lambda: [f"data: {listed(data + [f'datum {step} <>'])}"],
            "place": lambda: [f"locations: [{', '.join(places)}, {chance.choice(['AT', 'BE', 'FI', 'PT'])}]", f"retention: {step + 2} days"],
            "purpose": lambda: [f"purpose: {quoted(f'{chance.choice(PURPOSES)} {step}')}"],
            "removed": lambda: ["removed: true"],
            "urgent": lambda: [f"condition: {quoted(f'Only if {step} ]]>')}", "urgent: The old one `<broke>` 🦑."],
        }
        kind = chance.choice(sorted(what)) if is_listed else "returned"
        own = what[kind]() if is_listed else ["removed: false"]
        if kind == "urgent":
            effective = announced
        fate, end = later_fate(announced, effective, chance) if effective > announced else ([], effective)
        if end is not None and kind in ("removed", "returned"):
            is_listed = kind == "returned"
        item = [f"announced: {moment(announced, chance)}", f"effective: {effective}", *own, f"note: {quoted(chance.choice(REASONS))}", *fate]
        changes.append("  - " + "\n    ".join(item))
    return "\n".join(lines + (["changes:", *changes] if changes else [])) + "\n"


def write_large_site(folder, seed=SEED):
    """Writes the site into a folder and gives the folder."""
    chance = random.Random(seed)
    files = {}
    documents = []
    for number in range(POLICIES):
        name = f"policy-{number}"
        documents.append(name)
        files.update({f"Content/{name}/{path}": text for path, text in policy(number, chance).items()})
    for number in range(REGISTERS):
        name = f"register-{number}"
        documents.append(name)
        prose = f"---\ntitle: {quoted(f'Subprocessors {chance.choice(NAMES)}')}\n---\n\nWhom we work with: \\<all> ]]> 🦑.\n"
        files[f"Content/{name}/{SINCE}.md"] = prose
        for row in range(PROVIDERS):
            files[f"Content/{name}/providers/row-{row}.yaml"] = provider(row, chance)
    products = "\n".join(f"  {key}: {quoted(name)}" for key, name in PRODUCTS.items())
    files["Content/site.yaml"] = f"""\
organization: {{name: {quoted('Leviathan & <Söhne> ليفياثان')}}}
contacts: {{security: security@leviathan.example, privacy: privacy@leviathan.example, legal: legal@leviathan.example}}
url: https://trust.leviathan.example
authority: leviathan.example,2016
language: en
utc_offset: "-03:30"
documents: [{', '.join(documents)}]
products:
{products}
since: {SINCE}
notice: {{days: 10, objection_days: 10}}
checks: {{annex-incomplete: off}}
mailing_list: https://lists.leviathan.example/join?list=notices&lang=en
"""
    files["Content/index.md"] = "# Leviathan\n\nTen years of it.\n"
    return write_site(files, folder)
