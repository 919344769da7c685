"""A verifier of a published record, written after docs/record.md alone: `python verifier.py FOLDER` names what is wrong."""

import base64
import json
import pathlib
import re
import sys
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

LATER = "change edition files provider"
MEMBERS = {  # Of each kind: the members that a line has, and those that it may have.
    "site": ("authority format origin since utc_offset", ""), "register": ("material private required unrecorded", "announced from"),
    "notice": ("days objection_days period_ends", "announced documents from holidays objection_after_effect"),
    "names": ("sha256", "from"), "product": ("from product sha256", "retired"), "key": ("key", "from until"), "witness": ("key", "from until"),
    "edition": ("announced document edition effective sha256", "files recorded"), "change": ("announced change document effective provider sha256", "files recorded"),
    "postponed": ("announced document effective sha256", LATER), "withdrawn": ("announced document sha256", LATER), "erased": ("announced document rest sha256", LATER),
}


def canonical(value):  # RFC 8785, for what records hold: keys in ASCII, texts, whole numbers, true, false and null.
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def root(hashes):  # RFC 6962, section 2.1: a last hash without a neighbour rises as it is.
    while len(hashes) > 1:
        pairs = [hashes[index : index + 2] for index in range(0, len(hashes), 2)]
        hashes = [sha256(b"\1" + b"".join(pair)).digest() if len(pair) == 2 else pair[0] for pair in pairs]
    return hashes[0] if hashes else sha256(b"").digest()


def item(entry):
    return entry["document"] + "/" + (entry.get("edition") or f"{entry.get('provider')}/{entry.get('change')}")


def moment(entry):
    return next((entry[key] for key in ("recorded", "announced", "from", "until") if key in entry), "")


def order(entry):
    own = entry.get("product") or entry.get("key", "") + " until" * ("until" in entry) or entry.get("from", "") * (entry["kind"] != "names")
    return (entry["kind"] != "site", moment(entry), entry.get("document", ""), entry["kind"], item(entry) if "document" in entry else own)


class Verifier:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.paths = {str(path.relative_to(folder)) for path in self.folder.rglob("*") if path.is_symlink() or not path.is_dir()}
        self.raw = self.read("record/entries.jsonl").split(b"\n")[:-1]
        self.entries = [json.loads(line) for line in self.raw]
        self.items, self.as_of = [entry for entry in self.entries if "document" in entry], self.read("record/as-of").decode().rstrip("\n")
        self.rests = {item(entry): entry["rest"] for entry in self.items if entry["kind"] == "erased"}
        self.ends = [n for n in range(1, len(self.raw) + 1) if [*map(moment, self.entries[n - 1 : n + 1])][1:] != [moment(self.entries[n - 1])]]
        self.digests = {path: sha256(self.read(path)).hexdigest() for path in ("record/entries.jsonl", "record/names.jsonl") if path in self.paths}

    def problems(self):
        return [(step.__name__, found) for step in (self.lines, self.checkpoint, self.texts, self.words, self.sums, self.nothing_more) for found in step()]

    def read(self, path):
        file = self.folder / path
        return file.read_bytes() if file.is_file() and not file.is_symlink() else b""

    def lines(self):
        """Each line is its own canonical form, has the members of its kind, and stands in its place, once."""
        for number, (line, entry) in enumerate(zip(self.raw, self.entries), 1):
            needed, allowed = (set(names.split()) for names in MEMBERS[entry["kind"]])
            if canonical(entry) != line or len(line) > 65535 or not needed <= set(entry) - {"kind"} <= needed | allowed:
                yield f"line {number} has not the form of its kind"
        keys = [order(entry) for entry in self.entries]
        first = " ".join(entry["kind"] + moment(entry) for entry in self.entries[:4])
        if keys != sorted(set(keys)) or first != "site names notice register":
            yield "the lines are not in order"

    def checkpoint(self):
        """The checkpoint is of the lines, and the signatures by keys that the record lists are valid."""
        text, _, signatures = self.read("record/checkpoint").decode().partition("\n\n")
        tree, site = base64.b64encode(root([sha256(b"\0" + line).digest() for line in self.raw])).decode(), self.entries[0]
        if site["origin"] != site["authority"].replace(",", "/") + "/record" or text.rstrip("\n").split("\n") != [site["origin"], str(len(self.raw)), tree]:
            yield "the checkpoint is not of the lines"
        keys = [entry for entry in self.entries if re.fullmatch(r"[^+]+\+[0-9a-f]{8}\+.+", entry.get("key", ""))]
        listed = {entry["key"]: (entry["kind"], entry.get("until", "9999")) for entry in keys}
        used, signers = [(kind, *key.split("+", 2)) for key, (kind, until) in listed.items() if until >= self.as_of[:10]], []
        for kind, name, number, key in used:
            for signature in (base64.b64decode(line.split()[2]) for line in signatures.splitlines() if line.split()[1] == name):
                if signature[:4].hex() == number:
                    signers.append(kind)
                    seen = b"cosignature/v1\ntime %d\n" % int.from_bytes(signature[4:12], "big") if kind == "witness" else b""
                    try:
                        Ed25519PublicKey.from_public_bytes(base64.b64decode(key)[1:]).verify(signature[12 if seen else 4 :], seen + text.encode() + b"\n")
                    except InvalidSignature:
                        yield f"the signature of {name} is not valid"
        if signatures and "key" not in signers and "key" in [entry["kind"] for entry in keys]:
            yield "the checkpoint is signed by no key that the record lists"

    def texts(self):
        """Every text and change, or what an erasure left of it, and every file that it names, has the digest of its line."""
        for entry in self.items:
            held, path, rest = dict(entry.get("files", {})), item(entry), self.rests.get(item(entry))
            if entry["kind"] in ("edition", "change"):
                path += ".md" if entry["kind"] == "edition" and not rest else ".json"
                named = {file.rstrip(".") for file in re.findall(r"/files/[A-Za-z0-9._~/-]*", self.read(path).decode(errors="replace"))}
                if not rest and named != set(held):
                    yield f"{path} names other files than its line"
                held = {file: digest for file, digest in held.items() if file in named} | {"/" + path: rest or entry["sha256"]}
            for file, digest in held.items():
                if self.digests.setdefault(file[1:], digest) != digest or sha256(self.read(file[1:])).hexdigest() != digest:
                    yield f"{file[1:]} is not what was published"

    def words(self):
        """What was postponed, withdrawn and erased, and every name, is published in the words that a line is of."""
        notices = [json.loads(self.read(path)) for path in self.paths if re.fullmatch(r"notices/[^/]*\.json", path)]
        items = [item for notice in notices for item in notice["editions"] + notice["changes"]]
        said = {sha256(canonical(part)).hexdigest() for item in items for part in [*item["postponed"], item["withdrawn"], *item["erased"]] if part}
        named = [sha256(line).hexdigest() for line in self.read("record/names.jsonl").split(b"\n")[:-1]]
        texts = {entry["sha256"] for entry in self.items if entry["kind"] in ("edition", "change")}
        blocks = [block for entry in self.entries for block in [entry, *entry.get("documents", {}).values()]]
        digests = [block[key] for block in blocks for key in ("objection_after_effect", "sha256") if key in block]
        if [digest for digest in digests if digest not in texts | said] != named or not said <= set(digests):
            yield "words are published that no line is of, or a line is of words that are not published"

    def sums(self):
        """SHA256SUMS holds the digests of all these and of nothing else; the record ends before its as-of."""
        if self.read("record/SHA256SUMS").decode() != "".join(f"{digest}  {path}\n" for path, digest in sorted(self.digests.items())):
            yield "SHA256SUMS is not as the record has it"
        if moment(self.entries[-1])[: max(10, len(self.as_of))] > self.as_of:
            yield "the record goes on after its as-of"

    def nothing_more(self):
        """Nothing lies where texts and changes stand that no line announces, and every tile is that of the lines."""
        for path in self.paths - set(self.digests):
            if re.fullmatch(r"[^/]+/[-\d]{10,}\.(md|json)|[^/]+/(?!on/)[^/]+/[-\d]{10,}\.json", path):
                yield f"{path} is in no line"
        hashes, level, made = [sha256(b"\0" + line).digest() for line in self.raw], 0, {}
        lines = [len(line).to_bytes(2, "big") + line for line in self.raw]
        while hashes:
            full = len(hashes) // 256
            for index, width in [(index, 256) for index in range(full)] + [(full, end // 256**level - 256 * full) for end in self.ends]:
                for name, parts in [(level, hashes), ("entries", lines)][: (width > 0) * (1 if level else 2)]:
                    place = "".join(f"x{index // 1000**part % 1000:03}/" for part in (2, 1) if index >= 1000**part) + f"{index % 1000:03}"
                    made[f"{name}/{place}" + f".p/{width}" * (width < 256)] = b"".join(parts[256 * index : 256 * index + width])
            hashes, level = [root(hashes[256 * index : 256 * index + 256]) for index in range(full)], level + 1
        tiles = {path.removeprefix("record/tile/"): self.read(path) for path in self.paths if path.startswith("record/tile/")}
        if tiles != (made if b"\n\n" in self.read("record/checkpoint") else {}):
            yield "the tiles are not those of the lines"


if __name__ == "__main__":
    sys.exit("\n".join(f"{step}: {found}" for step, found in Verifier(sys.argv[1]).problems()) or None)
