"""A small site that has all that a record tells: editions and changes, put off, taken back, erased, in files and names."""

import base64
import hashlib
import json

from aics_tlog import cosignature_vkey, format_vkey, sign_cosignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from worlds import SMALL, write_site

AS_OF = "2026-06-15"
ORIGIN = "tidewater.example/2026/record"
SALT = "0123456789abcdef0123456789abcdef"

GONE = "---\ntitle: Terms\nannounced: 2026-02-02\nsummary: For schools. See [the list](/files/schools.txt).\n---\n\n# Terms\n\nMs Roe asked for it.\n"
NOTE = {"announced": "2026-02-10", "effective": "2026-03-01", "data": ["account data", "logs"], "note": "Ms Roe wants logs."}


def digest(content):
    return hashlib.sha256(content.encode()).hexdigest()


def written(value):
    """A value as YAML on one line; what is JSON is YAML."""
    return json.dumps(value)


EVERYTHING = SMALL | {
    "Content/site.yaml": SMALL["Content/site.yaml"].replace(
        "notice: {days: 10, objection_days: 10}",
        "products: {quay: Quay, pier: Pier}\n"
        "notice:\n"
        "  - {days: 10, objection_days: 10, documents: {terms: {days: 5}}}\n"
        "  - {from: 2026-05-01, announced: 2026-04-01, days: 20, objection_days: 30, objection_after_effect: We part as friends.}",
    ),
    "Content/faq.md": "# Questions\n\nNone yet.\n",
    "Content/privacy/2026-02-15.md": "---\ntitle: Privacy\nannounced: 2026-02-01\nsummary: More of it.\n"
    f"salt: {SALT}\npostponed: [{{announced: 2026-02-05, effective: 2026-03-01, reason: Not ready.}}]\n---\n\n"
    "# Privacy\n\n## 1. Data\n\nWe keep more. See [the paper](/files/paper.txt), [terms](terms#1) and [what people ask](/faq/).\n",
    "Content/files/paper.txt": "The paper.\n",
    "Content/privacy/2026-04-20.md": "---\ntitle: Privacy\nannounced: 2026-03-05\nsummary: All of it.\n"
    "withdrawn: {announced: 2026-03-10, reason: Nobody liked it.}\n---\n\n# Privacy\n\n## 1. Data\n\nWe keep all.\n",
    "Content/terms/2026-02-20.md": f"---\ntitle: Terms\nannounced: 2026-02-02\nsummary: (erased)\n"
    f"erased: {{announced: 2026-04-02, reason: She asked for it., sha256: {digest(GONE)}, "
    f"files: {{/files/schools.txt: {digest('Schools.')}}}}}\n---\n",
    "Content/subprocessors/providers/anchor.yaml": SMALL["Content/subprocessors/providers/anchor.yaml"]
    + "products: [quay]\ncontact: [harbour master, quay@anchor.example]\nverified: 2026-01-04\n"
    "links: {dpa: https://anchor.example/dpa, other: [{name: Harbour rules, url: https://anchor.example/rules}]}\n"
    "changes:\n"
    "  - announced: 2026-02-10\n    effective: 2026-03-01\n    data: [account data, logs]\n    note: (erased)\n"
    f"    erased: [{{announced: 2026-04-02, reason: She asked for it., sha256: {digest(json.dumps(NOTE, sort_keys=True, separators=(',', ':')))}}}]\n"
    "  - announced: 2026-04-10\n    effective: 2026-05-02\n    locations: [DE, FR]\n    note: Two harbours.\n"
    "    postponed: [{announced: 2026-04-20, effective: 2026-05-20, reason: A storm.}]\n",
    "Content/subprocessors/providers/buoy.yaml": "name: Buoy\nentity: Buoy BV\npurpose: Sends mail to users\n"
    "data: [addresses, {group: Contact, of: [names, phone numbers]}]\nlocations: [NL]\ntransfer: {UK: [UK-Addendum], EU: [SCC-3]}\nproducts: [quay, pier]\nannounced: 2026-03-20\neffective: 2026-04-05\n"
    "note: It floats.\nchanges:\n  - {announced: 2026-05-05, effective: 2026-05-10, removed: true, note: It sank.}\n"
    "  - {announced: 2026-06-10, effective: 2026-07-10, removed: false, note: It floats again.}\n",
}


class Published:
    """Everything, built, signed by a key that it lists, and seen by a witness."""

    def __init__(self, folder, trustpress):
        folder.mkdir(parents=True, exist_ok=True)
        self.public, self.key_file = folder / "Public", folder / "key"
        made = trustpress("new", "key", self.key_file, "--name", ORIGIN)
        assert made.returncode == 0, made.stderr
        self.key = made.stdout.split("key: ")[1].split(",")[0]
        self.secret = Ed25519PrivateKey.generate()
        self.witness = format_vkey(cosignature_vkey("witness.example/w1", self.secret.public_key()))
        lists = f"record: {{keys: [{{key: {self.key}, from: 2026-01-05}}], witnesses: [{{key: {self.witness}, from: 2026-02-01}}]}}\n"
        self.site = write_site(EVERYTHING | {"Content/site.yaml": EVERYTHING["Content/site.yaml"] + lists}, folder / "site")
        command = ["build", "--site", self.site, "--as-of", AS_OF, "--output", self.public, "--sign-key", self.key_file]
        done = trustpress(*command)
        assert done.returncode == 0, done.stderr
        cosignatures = folder / "cosignatures"
        cosignatures.write_text(self.cosigned())
        done = trustpress(*command, "--cosignatures", cosignatures)
        assert done.returncode == 0, done.stderr

    def cosigned(self):
        origin, size, root = (self.public / "record" / "checkpoint").read_text().split("\n")[:3]
        _, line = sign_cosignature(self.secret, "witness.example/w1", 1_780_000_000, origin, int(size), base64.b64decode(root))
        return f"— {line.name} {base64.b64encode(line.key_id + line.signature).decode()}\n"
