"""What the checks find in legal texts as they are written: in real ones nothing that is not there, in sound ones nothing."""

import collections
import json
import re

import pytest

import histories
import real_texts
from redlines import article

OF_TEXTS = {
    "broken-link", "broken-clause", "clause-label", "duplicate-clause", "skipped-clause", "raw-html", "invisible-text",
    "placeholder", "leftover-markup", "indented-code", "list-number", "stated-date", "unsafe-url", "unsafe-path",
    "empty-change", "cited-clause-gone",
}
"""Real texts have such faults; any other finding would be one about the site that was made of them."""


def findings(done):
    return [json.loads(line) for line in done.stderr.splitlines() if line.startswith("{")]


def built(trustpress, site, output):
    done = trustpress(
        "build", "--site", site, "--as-of", histories.AS_OF, "--previous", "none", "--output", output, "--format", "json")
    assert done.returncode == 0, done.stderr[-3000:]
    return findings(done)


def shown(node):
    """The words of an element as a reader sees them, with one blank where there are several."""
    if isinstance(node, str):
        return node
    return "".join(map(shown, node.children))


def words(text):
    return " ".join(text.split())


PLAIN = str.maketrans("", "", "*_`\\")
"""Takes out the signs that make words bold, slanted or code."""


def paragraphs(page):
    """The words of each paragraph, and of each item that is none but holds words itself."""
    return [
        words(shown(node)) for node in page.walk()
        if node.name == "p" or (node.name == "li" and all(isinstance(one, str) or one.name != "p" for one in node.children))
    ]


def defect(finding, line, text, page):
    """What is not so about a finding, by the source's line, the whole source and the published article; None if it holds."""
    message, check = finding["message"], finding["id"]
    seen = words(shown(page))
    if check == "placeholder":
        blank = message.split('"')[1]
        if re.fullmatch(r"\[[0-9]+\\?\]", blank):
            # A number alone is one to be filled in where it counts something.
            unit = r"[ (-]*(%|(business |working )?(euros?|dollars?|percent|days?|hours?|months?|years?)\b)"
            return None if re.search(re.escape(blank) + unit, line) else "is a number that counts nothing"
        if re.search(r"[0-9]{3}", blank) and blank.startswith("["):
            return "cites a standard"
        if line.strip().strip("\\_") == "":
            return "is a rule across the page"
    if check == "skipped-clause":
        missing = re.search(r"has no clause (\S+)$", message.split(";")[0])[1]
        if any(re.search(rf"(?<![\w.]){re.escape(missing)}(?![\w]|\.\d)", heading) for heading in headings(text)):
            return "stands in a heading"
    if check == "leftover-markup" and (signs := re.match(r"this (\S+) makes nothing", message)) and signs[1] not in seen:
        return "is not published"
    if check == "leftover-markup" and "sign of another tool" in message:
        sign = words(message.split('"', 1)[1].rsplit('"', 1)[0])
        return None if sign in seen else "is not published"
    if check == "leftover-markup" and ("in the same paragraph" in message or "is no item of a list" in message):
        start = re.match(r"(?:[^\s\[<(&]|\(\w+\))+(?: (?:[^\s\[<(&]|\(\w+\))+){0,3}", words(line.strip("> \t").translate(PLAIN)))
        runs_on = [block for block in paragraphs(page) if start and block.find(start[0]) > 0]
        return None if runs_on else "begins a line of its own"
    if check == "indented-code" and all(node.name != "pre" for node in page.walk()):
        return "there is no code"
    if check == "stated-date" and re.match(r"\W*effective (as of )?[^,:]{8,20}[,:]\s+(the|ca|cas|you)\b", line, re.I):
        return "is the day of a rule"
    return None


def headings(text):
    """The lines that are headings, with the signs of Markdown."""
    lines = text.split("\n")
    below = lines[1:] + [""]
    return [line for line, under in zip(lines, below) if line.startswith("#") or re.fullmatch(r"[=-]{2,}\s*", under)]


def test_what_is_found_is_there(trustpress, tmp_path):
    """Every finding in every real history; without a folder of them, in the generated one."""
    sites = list(real_texts.real_sites(tmp_path)) or [histories.generated_site(tmp_path / "generated")]
    wrong = []
    for site in sites:
        found = built(trustpress, site, tmp_path / "Public" / site.name)
        others = collections.Counter(one["id"] for one in found if one["id"] not in OF_TEXTS)
        assert not others, f"{site.name}: {others}"
        pages = {}
        for one in found:
            path = one["file"]
            source = (site / path).read_text(encoding="utf-8")
            if path not in pages:
                _, document, name = path.split("/")
                page = tmp_path / "Public" / site.name / document / name.removesuffix(".md") / "index.html"
                pages[path] = article(page.read_text(encoding="utf-8"), "data-edition")
            line = source.split("\n")[one["line"] - 1]
            if fault := defect(one, line, source, pages[path]):
                wrong.append(f"{site.name} {path}:{one['line']}: {one['message']}: {fault}\n    {line.strip()[:160]}")
    assert not wrong, f"{len(wrong)} findings are not so\n" + "\n".join(wrong[:20])


@pytest.mark.parametrize("seed", range(3))
def test_nothing_is_found_in_sound_texts(trustpress, tmp_path, seed):
    site = real_texts.sound_site(tmp_path / "site", seed)
    found = [one for one in built(trustpress, site, tmp_path / "Public") if one["id"] != "empty-change"]
    told = [f"{one['file']}:{one['line']}: {one['message']} [{one['id']}]" for one in found]
    assert not told, f"seed {seed}\n" + "\n".join(told)


def test_bare_addresses_lead_where_they_end(trustpress, tmp_path):
    """In the sound texts no link holds the sentence behind it."""
    site = real_texts.sound_site(tmp_path / "site", 5)
    built(trustpress, site, tmp_path / "Public")
    links = set()
    for page in (tmp_path / "Public").glob("charter-*/*/index.html"):
        if page.parent.name[:2] == "20":
            text = article(page.read_text(encoding="utf-8"), "data-edition")
            links |= {link.attributes["href"] for link in text.walk() if link.name == "a" and "data-aid" not in link.attributes}
    assert links and links <= {
        "https://charter.example/a_b_c/", "https://charter.example/l%E2%80%99avis", "https://charter.example/d",
        "https://charter.example/b", "https://charter.example/f", "http://www.charter.example",
        "https://charter.example/privacy/", "mailto:legal@charter.example",
    }
