"""Histories of legal texts in several languages: real ones from a folder, and ones made up of sound clauses."""

import os
import pathlib
import random
import shutil

from histories import SITE
from worlds import write_site

FOLDER = os.environ.get("REAL_HISTORIES")
"""A folder of histories, each `NAME/Content/DOCUMENT/DAY.md`, the bodies below a front matter that TrustPress reads."""

WARNINGS = "leftover-markup: warning, indented-code: warning, list-number: warning"


def real_sites(target):
    """Copies of the real histories, each a site whose checks on wording and links are warnings; none without a folder."""
    for history in sorted(path for path in pathlib.Path(FOLDER).iterdir() if (path / "Content").is_dir()) if FOLDER else ():
        documents = sorted(path.name for path in (history / "Content").iterdir() if path.is_dir())
        site = target / history.name
        for document in documents:
            (site / "Content" / document).mkdir(parents=True)
            for edition in sorted((history / "Content" / document).glob("*.md")):
                shutil.copyfile(edition, site / "Content" / document / edition.name)
        settings = SITE.format(documents=", ".join(documents)).replace("checks: {", f"checks: {{{WARNINGS}, ")
        yield write_site({"Content/site.yaml": settings}, site)


CLAUSES = {
    "en": [
        "Effective 15 September 2026, the supplier shall keep two copies of each log.",
        "Effective July 1, 2026:\n\n- passwords have twelve signs;\n- keys are changed *each year*.",
        "Certificates follow [RFC 5280] and [ISO/IEC 27001]. A phone number is [OPTIONAL].",
        "The DPA is effective as of 5 October 2025 and goes before these terms.",
        "See https://charter.example/a_b_c/, “https://charter.example/l’avis” and [*https://charter.example/d*](https://charter.example/d).",
        "| Data | Kept |\n|---|---|\n| Logs* | 30 days |\n| Keys | 1 year |\n\n\\* without addresses",
        "\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_",
        "(a) You pay each month; and\n\n(b) we send a bill.",
    ],
    "de": [
        "Gültig ab 1. Mai 2027 sind zwei Kopien zu halten (Art. 28 Abs. 3 Buchst. a DSGVO).",
        "Siehe „https://charter.example/b“ und § 4 Nr. 2; z. B. gegen 5 % Zinsen.",
        "Die Schriftform ist gewahrt, soweit § 126b BGB gilt.",
    ],
    "fr": [
        "Le site est « https://charter.example/f\u00a0»\u00a0; voir www.charter.example\u202f!",
        "Les frais sont de 5\u00a0% du prix, payables au 1er\u00a0mars de l’année.",
    ],
    "es": ["Esta cláusula rige según el Reglamento (UE) 2016/679, art. 28.3.a).", "¿Dudas? Escriba a legal@charter.example."],
    "ja": [
        "詳細はhttps://charter.example/privacy/をご覧ください。料金は月額1,200円です。",
        "本規約は、当社が提供する「本サービス」に適用します（第2条を除く）。",
    ],
}
"""Sound clauses, in which no check may find anything."""


def sound_site(target, seed):
    """A document of eight editions for each language, each some of its clauses in another order."""
    rng = random.Random(seed)
    files = {"Content/site.yaml": SITE.format(documents=", ".join(f"charter-{name}" for name in CLAUSES))}
    for language, clauses in CLAUSES.items():
        for number in range(8):
            day = f"{2014 + number}-0{1 + number}-15"
            chosen = rng.sample(clauses, rng.randint(1, len(clauses)))
            text, clause = [], 0
            for words in chosen:
                clause += 1
                text.append(f"## {clause}. Clause {chr(64 + clause)}\n\n{words}")
                if rng.random() < 0.3:
                    text.append(f"## {clause + 1} to {clause + 3} [Reserved]")
                    clause += 3
            files[f"Content/charter-{language}/{day}.md"] = (
                f"---\ntitle: Charter\nannounced: {day}\nsummary: Clauses {number} revised.\n---\n\n# Charter\n\n"
                + "\n\n".join(text) + "\n"
            )
    return write_site(files, target)
