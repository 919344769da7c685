"""Keys of the three kinds that a publisher signs with, and sites signed by them."""

import os
import pathlib
import re
import subprocess
from html import unescape

from readers import program

# What a command sees of the surroundings: no proxy stands between it and loopback.
ENVIRONMENT = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}


def run(*command, **options):
    """A finished process."""
    options = {"env": ENVIRONMENT, "timeout": 120, **options}
    return subprocess.run([*map(str, command)], capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, **options)


def ran(*command, **options):
    """A finished process that was successful."""
    done = run(*command, **options)
    assert done.returncode == 0, f"{command} gave {done.returncode}:\n{done.stdout}{done.stderr}"
    return done


def path_with_trustpress(folder):
    """A PATH on which `trustpress` is the program under test."""
    folder.mkdir(exist_ok=True)
    link = folder / "trustpress"
    if not link.is_symlink():
        link.symlink_to(pathlib.Path(os.environ["TRUSTPRESS"]).resolve())
    return f"{folder}:{os.environ['PATH']}"


class Keys:
    """A pair of each kind, in a folder: the public halves as site.yaml has them, the secret ones as files."""

    def __init__(self, folder, trustpress, name):
        folder.mkdir(parents=True)
        self.note_file, self.minisign_file, self.ssh_file = folder / "note", folder / "minisign", folder / "ssh"
        made = trustpress("new", "key", self.note_file, "--name", name)
        assert made.returncode == 0, made.stderr
        self.note = re.fullmatch(r"record: \{keys: \[\{key: (\S+), from: \d{4}-\d\d-\d\d\}\]\}\n", made.stdout)[1]
        ran(program("minisign"), "-G", "-W", "-p", folder / "minisign.pub", "-s", self.minisign_file)
        self.minisign = (folder / "minisign.pub").read_text().splitlines()[-1]
        ran(program("ssh-keygen"), "-q", "-t", "ed25519", "-N", "", "-C", "trust", "-f", self.ssh_file)
        self.ssh = " ".join((folder / "ssh.pub").read_text().split()[:2])

    def listed(self, begin, end=None):
        """As items of `record: {keys: [...]}`."""
        until = f", until: {end}" if end else ""
        return [f"{{key: {key}, from: {begin}{until}}}" for key in (self.note, self.minisign, self.ssh)]

    def sign(self, public):
        """Signs the digests of a built site."""
        sums = public / "record" / "SHA256SUMS"
        for suffix in (".minisig", ".sig"):
            sums.with_name(sums.name + suffix).unlink(missing_ok=True)
        ran(program("minisign"), "-S", "-s", self.minisign_file, "-m", sums)
        ran(program("ssh-keygen"), "-q", "-Y", "sign", "-f", self.ssh_file, "-n", "file", sums)


def commands_of(public):
    """The commands of a site's record page, in its order."""
    page = (public / "record" / "index.html").read_text()
    return [unescape(code) for code in re.findall(r"<pre[^>]*><code>(.*?)</code></pre>", page, re.DOTALL)]
