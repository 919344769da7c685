"""docs/hosting.md and its configurations of nginx, as they are printed, served on loopback."""

import re
import subprocess
import urllib.error
import urllib.request

from readers import Server, program
from worlds import REPOSITORY

HOSTING = (REPOSITORY / "docs" / "hosting.md").read_text(encoding="utf-8")
CONFIGURATIONS = re.findall(r"^```nginx\n(.*?)^```", HOSTING, re.MULTILINE | re.DOTALL)


class Documented(Server):
    """nginx with a configuration as it is printed, for a folder on this machine."""

    def __init__(self, root, public, configuration, host_root=None):
        super().__init__(root, public)
        own = (
            configuration.replace("listen 80;", f"listen 127.0.0.1:{self.port};")
            .replace("/srv/trust/Public", str(public))
            .replace("/srv/www", str(host_root or root))
        )
        config = root / "nginx.conf"
        text = re.sub(r"    server \{ listen .*\}\n", lambda _: own, config.read_text(encoding="utf-8"))
        config.write_text(text, encoding="utf-8")
        done = subprocess.run(
            [program("nginx"), "-t", "-q", "-p", root, "-e", root / "error.log", "-c", config],
            capture_output=True, text=True, check=False, timeout=120,
        )
        assert done.returncode == 0 and not done.stderr, done.stderr

    def get(self, path):
        """Status, headers and body of an answer."""
        try:
            with urllib.request.urlopen(self.address(path), timeout=60) as answer:
                return answer.status, answer.headers, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.headers, error.read()
