"""A site with every kind of page, in a language other than the program's, and a reader that hears which is spoken."""

import collections
import html.parser
import re

Passage = collections.namedtuple("Passage", "words language direction kind")
WORD = re.compile(r"[^\W\d_]+")
# The day that each of the sites is built for.
AS_OF = "2026-06-15"
VOID = {"meta", "link", "img", "input", "br", "hr", "wbr", "col"}


class Listener(html.parser.HTMLParser):
    """The passages of a page, each with the language and the direction in which a browser takes it.

    What an attribute or a title says is one passage: it cannot be in two languages. A cell of a marked-up table of the
    list that may hold words of both is the program's.
    """

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        # Of each open element: its name, language, direction, whether it holds code, of which kind its passages are, and
        # its attributes.
        self.stack = [("", "", "ltr", False, "", {})]
        self.heard = []
        self.feed(text)
        self.close()
        assert len(self.stack) == 1, "elements are left open"

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        _, language, direction, is_code, kind, _ = self.stack[-1]
        is_marked = tag == "td" and not attributes.get("data-label") and "lang" not in attributes and self.is_in_redline()
        entered = (
            tag, attributes.get("lang", language), attributes.get("dir", direction), is_code or tag in ("code", "style"),
            kind or ("title" if tag == "title" else "cell" if is_marked else self.kind_of(tag)))
        if tag not in VOID:
            self.stack.append(entered + (attributes,))
        for name in ("aria-label", "title", "alt", "content"):
            if name in attributes and (name != "content" or attributes.get("name") == "description"):
                self.hear(attributes[name], entered, kind="title")

    def kind_of(self, tag):
        """What may hold words that were written at several times: sentences, and words that are in one of two texts."""
        if tag in ("del", "ins") or tag in ("td", "th") and self.is_in_redline():
            return "redline"
        outer = [element[0] for element in self.stack]
        # A name that only runs in another direction.
        if tag == "bdi":
            return "sentence"
        return "sentence" if tag == "span" and outer[-1] in ("p", "li", "h3", "a") and not {"td", "dd"} & set(outer) else ""

    def is_in_redline(self):
        """Whether the open table is one of a list with its changes marked."""
        tables = [element for element in self.stack if element[0] == "table"]
        lists = [element for element in self.stack[1:] if "data-list" in element[5]]
        return bool(tables and lists) and "class" not in tables[-1][5]

    def handle_endtag(self, tag):
        if tag not in VOID:
            self.stack.pop()

    def handle_data(self, data):
        element = self.stack[-1]
        self.hear(data, element, kind=element[4])

    def hear(self, words, element, kind):
        _, language, direction, is_code, *_ = element
        # Addresses, ids and days are of no language.
        words = re.sub(r"\S*(?:://|@|/)\S*|\b[\w-]+\.(?:md|json|csv|opml|txt)\b", " ", words)
        found = WORD.findall(words)
        if found and not is_code:
            self.heard.append(Passage(found, language, direction, kind))


def site(language, t, strings, before=None):
    """The sources of a site by path, in the words of `t`.

    With `before`, a language and its words, authors wrote in those until 2026-04-01, and in `t` from then on.
    """
    first, o = before or (language, t)
    renamed = f"""\
  - from: 2026-04-01
    language: {language}
    organization: {{name: {t["house"]}, address: {t["street"]}}}
    products: {{one: {t["product"]}, two: {t["other product"]}}}
""" if before else ""
    front = "---\ntitle: {title}\n{more}---\n\n# {title}\n\n{text}\n"

    def edition(title, text, more=""):
        return front.format(title=title, text=text, more=more)

    theme = {} if strings is None else {f"Templates/strings/{language}.yaml": strings}
    return theme | {
        "Content/site.yaml": f"""\
organization: {{name: {o["house"]}, address: {o["street"]}}}
contacts: {{security: a@haus.example, privacy: b@haus.example, legal: c@haus.example}}
url: https://trust.haus.example
authority: haus.example,2026
language: {first}
utc_offset: "+00:00"
documents: [terms, privacy, subprocessors]
since: 2026-01-05
products: {{one: {o["product"]}, two: {o["other product"]}}}
notice:
  - {{days: 10, objection_days: 10, documents: {{privacy: {{days: 30}}}}}}
  - {{from: 2026-05-15, announced: 2026-04-01, days: 10, objection_days: 10, objection_after_effect: {t["leave"]}}}
renamed:
{renamed}  - {{from: 2026-05-20, organization: {{name: {t["new house"]}}}}}
mailing_list: list@haus.example
""",
        "Content/index.md": f"# {t['house']}\n\n{t['welcome']}\n",
        "Content/faq.md": f"# {t['questions']}\n\n- [x] {t['welcome']}\n",
        "Content/certifications/seal.yaml": f"name: {t['seal']}\nissuer: {t['other house']}\nannounced: 2026-01-05\nfrom: 2026-01-05\n"
        f"until: 2026-02-05\nscope: \"{t['welcome']}\"\n",
        "Content/terms/2026-01-05.md": edition(
            o["terms"], f"## 1. {o['use']}\n\n{o['welcome']}\n\n## 2. {o['end']}\n\n{o['leave']}[^1]\n\n[^1]: {o['reason']}\n"),
        "Content/terms/2026-03-01.md": edition(
            o["terms"], f"## 1. {o['use']}\n\n{o['leave']} {o['welcome']}\n\n- [ ] {o['reason']}\n",
            f"announced: 2026-02-10\nsummary: {o['leave']}\nversion: {o['seal']}\n"
            f"postponed: [{{announced: 2026-02-12, effective: 2026-03-10, reason: {o['reason']}}}]\n"
            f"applies: [{{to: {o['some']}, from: 2026-04-01}}]\n"),
        "Content/terms/2026-08-01.md": edition(
            t["terms"], f"## 1. {t['use']}\n\n{t['welcome']}\n", f"announced: 2026-05-25\nsummary: {t['welcome']}\n"),
        "Content/privacy/2026-01-05.md": edition(o["privacy"], f"## 1. {o['use']}\n\n{o['welcome']}\n"),
        "Content/privacy/2026-04-20.md": edition(
            o["privacy"], f"## 1. {o['use']}\n\n{o['leave']}\n",
            f"announced: 2026-03-05\nsummary: {o['leave']}\nwithdrawn: {{announced: 2026-03-10, reason: {o['reason']}}}\n"),
        "Content/subprocessors/2026-01-05.md": edition(o["list"], o["welcome"]),
        "Content/subprocessors/providers/alpha.yaml": f"""\
name: {o["company"]}
entity: {o["entity"]}
category: {o["category"]}
purpose: {o["purpose"]}
data: [{o["data"]}, {{group: {o["group"]}, of: [{o["other data"]}]}}]
subjects: [{o["some"]}]
locations: [DE, {{rule: {o["rule"]}, of: [US, FR]}}]
storage: [IE]
transfer: {{UK: [UK-Addendum], EU: [SCC-3]}}
contact: [{o["some"]}, x@alpha.example]
address: {o["street"]}
kind: third-party
enabled: opt-in
condition: {o["reason"]}
ai: {{training: {o["never"]}, models: [{o["model"]}], retention: {o["never"]}}}
products: [one]
links: {{dpa: https://alpha.example/dpa, other: [{{name: {o["paper"]}, url: https://alpha.example/x}}]}}
retention: {o["never"]}
announced: 2026-01-05
changes:
  - announced: 2026-02-10
    effective: 2026-03-01
    data: [{o["data"]}, {o["more data"]}]
    products: [one, two]
    note: {o["reason"]}
  - announced: 2026-04-10
    effective: 2026-05-02
    locations: [DE, FR]
    name: {t["new company"]}
    entity: {t["new entity"]}
    ai: {{training: {t["reason"]}, models: [{t["model"]}], retention: {t["never"]}}}
    note: {t["reason"]}
    postponed: [{{announced: 2026-04-20, effective: 2026-05-20, reason: {t["reason"]}}}]
  - announced: 2026-06-01
    effective: 2026-07-01
    purpose: {t["other purpose"]}
    note: {t["reason"]}
    condition: {t["leave"]}
    locations: [DE, {{rule: {t["rule"]}, of: [US]}}]
""",
        "Content/subprocessors/providers/beta.yaml": f"""\
name: {o["other company"]}
entity: {o["other entity"]}
purpose: {o["other purpose"]}
data: [{o["other data"]}]
locations: [NL]
via: alpha
announced: 2026-03-20
effective: 2026-04-05
note: "{o["welcome"]}[^1]\\n\\n[^1]: {o["reason"]}"
changes:
  - {{announced: 2026-05-05, effective: 2026-05-20, removed: true, note: {t["reason"]}}}
  - {{announced: 2026-06-10, effective: 2026-07-10, removed: false, note: "{t["welcome"]}"}}
""",
        "Content/subprocessors/providers/gamma.yaml": f"""\
name: {t["third company"]}
entity: {t["third company"]}
note: {t["reason"]}
transfer: [SCC-3]
role: recipient
purpose: {t["purpose"]}
data: [{t["data"]}]
locations: [US]
announced: 2026-06-12
effective: 2026-07-20
""",
    }


KEYS = (
    "skip trust_center navigation menu all_documents group_documents group_lists group_more group_follow contents "
    "this_edition notices subscribe subscribe_to_changes ways_to_subscribe certifications record promise how_to_verify pages "
    "more_documents more_pages all_editions permanent_address changes_link since_link as_markdown as_json "
    "contact_security contact_privacy contact_legal"
).split()

GERMAN = {
    "house": "Lindenhaus", "new house": "Ulmenhaus", "other house": "Prüfstelle", "street": "Gasse drei",
    "product": "Brücke", "other product": "Fähre", "leave": "Dann scheiden wir friedlich.",
    "welcome": "Hier steht unser Versprechen.", "questions": "Fragen", "seal": "Siegel", "terms": "Nutzungsbedingungen",
    "privacy": "Datenschutzerklärung", "list": "Unterauftragnehmer", "use": "Nutzung", "end": "Ende",
    "reason": "Weil die Leitung brach.", "some": "Kunden unserer Vorschau", "company": "Ahorn", "new company": "Birke",
    "entity": "Ahorn Rechenzentrum", "new entity": "Birke Rechenzentrum", "category": "Betrieb",
    "purpose": "Betreibt Rechner", "other purpose": "Verschickt Briefe", "data": "Anschriften", "group": "Kontakt",
    "other data": "Rufnummern", "more data": "Bilder", "rule": "Nach Wahl des Kunden", "never": "niemals",
    "model": "Eiche", "paper": "Hausordnung", "other company": "Buche", "other entity": "Buche Gesellschaft",
    "third company": "Esche",
}

ARABIC = {
    "house": "بيت الزيزفون", "new house": "بيت الدردار", "other house": "جهة التدقيق", "street": "الشارع الثالث",
    "product": "الجسر", "other product": "العبارة", "leave": "عندئذ نفترق بسلام.", "welcome": "هنا نكتب ما نعد به.",
    "questions": "أسئلة", "seal": "الختم", "terms": "شروط الاستخدام", "privacy": "سياسة الخصوصية",
    "list": "المعالجون من الباطن", "use": "الاستخدام", "end": "النهاية", "reason": "لأن الخط انقطع.",
    "some": "عملاء التجربة", "company": "القيقب", "new company": "البتولا", "entity": "شركة القيقب",
    "new entity": "شركة البتولا", "category": "التشغيل", "purpose": "تشغيل الخوادم", "other purpose": "إرسال الرسائل",
    "data": "العناوين", "group": "الاتصال", "other data": "أرقام الهاتف", "more data": "الصور",
    "rule": "حسب اختيار العميل", "never": "أبدا", "model": "البلوط", "paper": "قواعد البيت",
    "other company": "الزان", "other entity": "شركة الزان", "third company": "الرماد",
}

# Of an author's own on the Arabic site that is shown, in Latin letters.
LATIN = {
    "house": "Lindenhaus", "product": "Studio", "company": "Acme AI", "entity": '"Acme, Inc."', "new company": "Acme Mind",
    "new entity": '"Acme Mind, Inc."', "third company": "Brill (EU) Ltd.",
}

# The words of a site in each language that the program speaks beside English.
SPOKEN = {"de": GERMAN, "ar": ARABIC | LATIN}


def strings(words):
    return "".join(f"{key}: {word}\n" for key, word in zip(KEYS, words, strict=True))


GERMAN_STRINGS = strings(
    ["Weiter", "Vertrauen", "Hauptnavigation", "Auswahl", "Sämtliche Dokumente", "Verträge", "Firmen", "Weiteres", "Verfolgen",
     "Inhalt", "Diese Fassung", "Mitteilungen", "Abonnieren", "Änderungen abonnieren", "Wege dorthin", "Zertifikate",
     "Verzeichnis", "Jede Fassung bleibt erhalten", "Nachprüfen", "Seiten", "Alle Dokumente", "Alle Seiten", "Alle Fassungen",
     "Dauerhafte Adresse", "Änderungen", "Änderungen seither", "Als Schrift", "Als Daten", "Sicherheit", "Datenschutz", "Recht"])
ARABIC_STRINGS = strings(
    ["تخط", "مركز الثقة", "التنقل", "القائمة", "جميع الوثائق", "العقود", "الشركات", "المزيد", "المتابعة", "المحتوى",
     "هذا الإصدار", "الإشعارات", "اشترك", "اشترك في التغييرات", "طرق الاشتراك", "الشهادات", "السجل", "كل إصدار يبقى", "تحقق منه",
     "الصفحات", "كل الوثائق", "كل الصفحات", "كل الإصدارات", "العنوان الدائم", "ما تغير", "ما تغير منذ ذلك", "نص",
     "بيانات", "الأمن", "الخصوصية", "القانون"])

DIRECTIONS = {"en": "ltr", "de": "ltr", "ar": "rtl"}


def words_of(language, words, strings):
    """The language of each word of an author's, the keys and codes of YAML apart."""
    lines = list(words.values()) + [line.split(": ")[1] for line in strings.splitlines()]
    return {word: language for line in lines for word in WORD.findall(line)}


IN_GERMAN = words_of("de", GERMAN, GERMAN_STRINGS)
IN_ARABIC = words_of("ar", ARABIC, ARABIC_STRINGS)

# The sources of each, the language of its pages, and that of each word that is none of the program's.
SITES = {
    "de": (site("de", GERMAN, GERMAN_STRINGS), "de", IN_GERMAN),
    "ar": (site("ar", ARABIC, ARABIC_STRINGS), "ar", IN_ARABIC),
    # Of the words of the frame the theme has some in English alone.
    "de, half": (site("de", GERMAN, "".join(GERMAN_STRINGS.splitlines(True)[:7])), "de", IN_GERMAN),
    "ar, de before": (site("ar", ARABIC, ARABIC_STRINGS, before=("de", GERMAN)), "ar", IN_GERMAN | IN_ARABIC),
    "de, ar before": (site("de", GERMAN, GERMAN_STRINGS, before=("ar", ARABIC)), "de", IN_GERMAN | IN_ARABIC),
}
