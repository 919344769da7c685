"""Git repositories as tests make them: nothing of the machine's or the user's configuration takes part."""

import os
import subprocess


def git(folder, *arguments, **environment):
    identity = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "HOME": "/nonexistent"}
    for role in ("AUTHOR", "COMMITTER"):
        identity |= {f"GIT_{role}_NAME": "Legal", f"GIT_{role}_EMAIL": "legal@tidewater.example"}
    command = ["git", "-c", "protocol.file.allow=always", "-C", str(folder), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, **identity, **environment})
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def commit(folder, message="Publish"):
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", message)
    return git(folder, "rev-parse", "HEAD")
