"""A record verified from its files alone, by RFC 8785, RFC 6962 and nothing of TrustPress.

What a customer could write who does not trust the publisher: these lines and no more are needed."""

import base64
import hashlib
import json


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


def order(entry):
    moment = entry.get("recorded", entry.get("announced", entry.get("from", "")))
    item = entry.get("edition", f"{entry.get('provider')}/{entry.get('change')}" if "change" in entry else "")
    return (entry["kind"] != "site", moment, entry.get("document", ""), entry["kind"], item)


def published(entries):
    """Path to digest of everything that the record holds and that was not erased."""
    erased = {order(entry)[2::2] for entry in entries if entry["kind"] == "erased"}
    digests = {}

    def hold(path, digest):
        assert digests.setdefault(path, digest) == digest, path

    for entry in entries:
        if entry["kind"] not in ("edition", "change") or order(entry)[2::2] in erased:
            continue
        ending = "md" if entry["kind"] == "edition" else "json"
        hold(f"{entry['document']}/{order(entry)[4]}.{ending}", entry["sha256"])
        for path, digest in entry.get("files", {}).items():
            hold(path[1:], digest)
    return digests


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
    host = entries[0]["authority"].split(",")[0].split("@")[-1]
    assert entries[0]["origin"] == f"{host}/record"
    checkpoint = (public / "record" / "checkpoint").read_text().split("\n\n")[0].rstrip("\n").split("\n")
    assert checkpoint == [f"{host}/record", str(len(lines)), base64.b64encode(root(lines)).decode()]
    digests = {path: digest for path, digest in published(entries).items() if path not in erased_later}
    for path, digest in digests.items():
        assert sha256((public / path).read_bytes()) == digest, path
    digests["record/entries.jsonl"] = sha256(b"\n".join(lines) + b"\n")
    sums = (public / "record" / "SHA256SUMS").read_text()
    assert sums == "".join(f"{digest}  {path}\n" for path, digest in sorted(digests.items()))
    return entries
