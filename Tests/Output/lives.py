"""Lives of small sites, made up from a seed: day after day something is announced, postponed, withdrawn, erased, recorded
late, moved or dropped, in documents that cite one another, and each day is built after the one before."""

import datetime
import hashlib
import random
import re

START = datetime.date(2026, 1, 5)
SITE = """\
organization: {{name: Saltmarsh}}
contacts: {{security: security@saltmarsh.example, privacy: privacy@saltmarsh.example, legal: legal@saltmarsh.example}}
url: https://trust.saltmarsh.example
authority: saltmarsh.example,2026
utc_offset: "+00:00"
documents: [{documents}]
since: 2026-01-05
notice: {{days: 10, objection_days: 10}}
checks: {{broken-link: warning, broken-clause: warning, clause-label: warning, cited-clause-gone: warning, provider-not-listed: warning}}
"""
DOCUMENTS = ["terms", "privacy", "cookies", "vendors", "subprocessors"]
REGISTERS = ["vendors", "subprocessors"]
PROVIDERS = ["anchor", "bollard", "cleat", "davit"]
PLACES = ["DE", "FR", "IE", "NL"]


class Life:
    """A site's sources, as path to text, and what may be done to them on a day."""

    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.today = START
        self.files = {"Content/faq.md": "# FAQ\n\n## Hours\n\nAll day.\n", "Content/files/dpa.pdf": "%PDF-1.4\n%%EOF\n"}
        self.order = list(DOCUMENTS)
        self.numbers = {}
        for document in DOCUMENTS[:4]:
            self.write_edition(document, START, START)
        self.write_provider("vendors", "anchor", START, START)
        self.write_site()

    def days(self, least, most):
        return datetime.timedelta(days=self.chance.randint(least, most))

    def write_site(self):
        there = [name for name in self.order if any(path.startswith(f"Content/{name}/") for path in self.files)]
        self.files["Content/site.yaml"] = SITE.format(documents=", ".join(there))

    # What texts say

    def link(self):
        """A link to something that is there, was there, will be there or never was."""
        document = self.chance.choice(DOCUMENTS[:3])
        editions = self.editions(document)
        number = self.chance.randint(1, 6)
        return self.chance.choice([
            f"[§{number}]({document}#{number})", f"[it](/{document}/)", "[the FAQ](faq#hours)",
            f"[then](/{document}/{self.chance.choice(editions)}/#2)" if editions else "then",
            f"[company](provider:{self.chance.choice(PROVIDERS)})", "[a file](/files/dpa.pdf)", f"[above](#{number})",
            f"[list](/{self.chance.choice(REGISTERS)}/)", "[notices](/notices/)",
        ])

    def words(self):
        chance = self.chance
        return f"We {chance.choice(['keep', 'send', 'read'])} {chance.choice(['names', 'mails', 'prompts'])} as {self.link()} says."

    def text(self, document):
        numbers = self.numbers.setdefault(document, [1, 2, 3])
        if len(numbers) > 2 and self.chance.random() < 0.5:
            numbers.remove(self.chance.choice(numbers))
        if self.chance.random() < 0.6:
            numbers.append(max(numbers) + 1)
        return "\n\n".join(f"## {number}. Clause {number}\n\n{self.words()}\n\n{self.words()}" for number in numbers)

    # What is announced

    def editions(self, document):
        return sorted(path.split("/")[2][:-3] for path in self.files if re.fullmatch(rf"Content/{document}/[^/]+\.md", path))

    def write_edition(self, document, announced, effective, *lines):
        name = f"Content/{document}/{effective}.md"
        if name in self.files:
            return False
        front = [f"title: {document.capitalize()}", f"announced: {announced}", f"summary: 'Because of {self.link()}.'"]
        self.files[name] = "---\n" + "\n".join([*front, *lines]) + f"\n---\n\n{self.text(document)}\n"
        return True

    def write_provider(self, register, name, announced, effective, *lines):
        path = f"Content/{register}/providers/{name}.yaml"
        if path in self.files:
            return False
        self.files[path] = "\n".join([
            f"name: {name.capitalize()}", f"entity: {name.capitalize()} GmbH", "purpose: Runs the servers of the service",
            "data: [names]", f"locations: [{self.chance.choice(PLACES)}]", f"announced: {announced}",
            f"effective: {effective}", f"note: 'As {self.link()} says.'", *lines]) + "\n"
        return True

    def new_edition(self):
        document = self.chance.choice(DOCUMENTS[:4])
        return self.write_edition(document, self.today, self.today + self.days(11, 20))

    def new_provider(self):
        register = self.chance.choice([name for name in REGISTERS if self.editions(name)])
        return self.write_provider(register, self.chance.choice(PROVIDERS), self.today, self.today + self.days(11, 16))

    def new_register(self):
        return not self.editions("subprocessors") and self.write_edition("subprocessors", self.today, self.today + self.days(11, 13))

    def append_change(self, *lines):
        paths = sorted(path for path in self.files if "/providers/" in path)
        path = self.chance.choice(paths)
        text = self.files[path]
        if str(self.today) in text:
            return False
        text += "" if "\nchanges:" in text else "changes:\n"
        self.files[path] = text + "".join(
            f"  {'- ' if index == 0 else '  '}{line}\n" for index, line in enumerate([f"announced: {self.today}", *lines]))
        return True

    def change(self):
        places = ", ".join(sorted(self.chance.sample(PLACES, 2)))
        return self.append_change(f"effective: {self.today + self.days(11, 14)}", f"locations: [{places}]", f"note: 'As {self.link()} says.'")

    def removal(self):
        return self.append_change(f"effective: {self.today + self.days(0, 9)}", "removed: true", "note: No longer.")

    def correction(self):
        return self.append_change(
            f"true_since: {self.today - self.days(1, 9)}", f"data: [names, {self.chance.choice(['mails', 'logs'])}]",
            "note: The list was wrong.", "urgent: It was so already.")

    def late(self):
        ago = self.today - self.days(1, 8)
        if ago <= START:
            return False
        name = self.chance.choice(PROVIDERS)
        return self.write_provider(
            self.chance.choice([name for name in REGISTERS if self.editions(name)]), name, ago, ago, f"recorded: {self.today}",
            "urgent: It was forgotten.")

    def older_edition(self):
        old = START - self.days(100, 400)
        return self.write_edition(self.chance.choice(DOCUMENTS[:3]), old, old, f"recorded: {self.today}")

    # What is said later

    def upcoming(self):
        for path in sorted(self.files, key=lambda path: self.chance.random()):
            match = re.fullmatch(r"Content/[a-z]+/(\d{4}-\d\d-\d\d)\.md", path)
            if match and datetime.date.fromisoformat(match[1]) > self.today and not re.search("postponed|withdrawn|erased", self.files[path]):
                return path, datetime.date.fromisoformat(match[1])
        return None, None

    def say(self, path, line):
        self.files[path] = self.files[path].replace("\n---\n", f"\n{line}\n---\n", 1)
        return True

    def postpone(self):
        path, day = self.upcoming()
        return path and self.say(
            path, f"postponed: [{{announced: {self.today}, effective: {day + self.days(3, 9)}, reason: 'As {self.link()} says.'}}]")

    def withdraw(self):
        path, _ = self.upcoming()
        return path and self.say(path, f"withdrawn: {{announced: {self.today}, reason: 'As {self.link()} says.'}}")

    def erase(self, published):
        """The text of an edition that was published, with the digest that the record has of it."""
        paths = [path for path in sorted(self.files) if path[8:] in published and "erased" not in self.files[path]]
        if not paths:
            return False
        path = self.chance.choice(paths)
        digest = hashlib.sha256(published[path[8:]]).hexdigest()
        front = self.files[path].split("\n---\n")[0]
        self.files[path] = f"{front}\nerased: {{announced: {self.today}, reason: A court., sha256: {digest}}}\n---\n"
        return True

    # What may change at any time

    def drop_page(self):
        return self.files.pop("Content/faq.md", None)

    def write_page(self):
        self.files["Content/faq.md"] = f"# FAQ\n\n{self.words()}\n"
        return True

    def reorder(self):
        self.chance.shuffle(self.order)
        return True

    STEPS = (
        ["new_edition"] * 6 + ["new_provider"] * 3 + ["change"] * 3 + ["postpone", "withdraw"] * 2
        + ["new_register", "removal", "correction", "late", "older_edition", "erase", "drop_page", "write_page", "reorder"]
    )

    def step(self, published):
        """Goes on to another day and does something. Gives whether anything was done."""
        self.today += self.days(1, 6)
        name = self.chance.choice(self.STEPS)
        done = self.erase(published) if name == "erase" else getattr(self, name)()
        self.write_site()
        return bool(done)
