"""A record verified from its files alone, by RFC 8785, RFC 6962 and nothing of TrustPress.

What a customer could write who does not trust the publisher: these lines and no more are needed."""

import base64
import hashlib
import json
import re


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def lines_of(public):
    """The record's lines as bytes, without line feeds."""
    content = (public / "record" / "entries.jsonl").read_bytes()
    assert content.endswith(b"\n") and b"\r" not in content
    return content[:-1].split(b"\n")


def root(leaves):
    """The Merkle tree hash of RFC 6962, section 2.1, as its recursive definition has it."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return hashlib.sha256(b"\0" + leaves[0]).digest()
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return hashlib.sha256(b"\1" + root(leaves[:split]) + root(leaves[split:])).digest()


def canonical(value):
    """RFC 8785, for what records hold: ASCII keys, whole numbers, texts."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def item(entry):
    if "change" in entry:
        return f"{entry['provider']}/{entry['change']}"
    if "key" in entry:
        return entry["key"] + (" until" if "until" in entry else "")
    return entry.get("edition", entry.get("product", "" if entry["kind"] == "names" else entry.get("from", "")))


def order(entry):
    moments = [entry[name] for name in ("recorded", "announced", "from", "until") if name in entry]
    return (entry["kind"] != "site", moments[0] if moments else "", entry.get("document", ""), entry["kind"], item(entry))


def named_files(text):
    """The files that a text names, letter by letter."""
    names = {name.rstrip(".") for name in re.findall(r"/files/[A-Za-z0-9._~/-]+", text)}
    return sorted(names - {"/files/"})


def published(public, entries):
    """Path to digest of everything that the record holds: what is left of the erased, and the files that it names."""
    rests = {order(entry)[2::2]: entry["rest"] for entry in entries if entry["kind"] == "erased"}
    digests = {}

    def hold(path, digest):
        assert digests.setdefault(path, digest) == digest, path

    for entry in entries:
        files = entry.get("files", {})
        if entry["kind"] in ("edition", "change"):
            stem = f"{entry['document']}/{item(entry)}"
            rest = rests.get(order(entry)[2::2])
            if rest is None:
                hold(f"{stem}.{'md' if entry['kind'] == 'edition' else 'json'}", entry["sha256"])
            else:
                hold(f"{stem}.json", rest)
                left = named_files((public / f"{stem}.json").read_text())
                files = {path: digest for path, digest in files.items() if path in left}
        for path, digest in files.items():
            hold(path[1:], digest)
    return digests


def digests_of_words(entries):
    """The digests whose words stand in `names.jsonl`, in its order."""
    for entry in entries:
        if entry["kind"] in ("names", "product"):
            yield entry["sha256"]
        elif entry["kind"] == "notice":
            documents = entry.get("documents", {})
            blocks = [entry, *(documents[name] for name in sorted(documents))]
            yield from (block["objection_after_effect"] for block in blocks if "objection_after_effect" in block)


def verify(public, erased_later=()):
    """Asserts that a folder's record is what its files are, and gives its entries.

    What is erased is gone at every as-of, and the line that says so is announced on its day: in a site built anew for
    an earlier day, such paths are published as erased already.
    """
    lines = lines_of(public)
    entries = [json.loads(line) for line in lines]
    assert [canonical(entry) for entry in entries] == lines
    keys = [order(entry) for entry in entries]
    assert keys == sorted(keys) and len(set(keys)) == len(keys)
    assert entries[0]["kind"] == "site"
    origin = entries[0]["authority"].replace(",", "/") + "/record"
    assert entries[0]["origin"] == origin
    checkpoint = (public / "record" / "checkpoint").read_text().split("\n\n")[0].rstrip("\n").split("\n")
    assert checkpoint == [origin, str(len(lines)), base64.b64encode(root(lines)).decode()]
    digests = {path: digest for path, digest in published(public, entries).items() if path not in erased_later}
    for path, digest in digests.items():
        assert sha256((public / path).read_bytes()) == digest, path
    words = (public / "record" / "names.jsonl").read_bytes().split(b"\n")
    assert words.pop() == b"" and [canonical(json.loads(line)) for line in words] == words
    assert [sha256(line) for line in words] == list(digests_of_words(entries))
    for name in ("entries", "names"):
        path = f"record/{name}.jsonl"
        digests[path] = sha256((public / path).read_bytes())
    sums = dict(line.split("  ")[::-1] for line in (public / "record" / "SHA256SUMS").read_text().splitlines())
    assert list(sums) == sorted(sums)
    # What stands in the place of what is erased later is in no line yet.
    left = {path for path in sums if path in {f"{gone.rsplit('.', 1)[0]}.json" for gone in erased_later}}
    assert {path: digest for path, digest in sums.items() if path not in left} == {
        path: digest for path, digest in digests.items() if path not in left
    }
    return entries
