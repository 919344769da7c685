"""What it costs a check to take the last commit of an old repository as what was published."""

import subprocess

from measure import cost

COMMITS = 6000
# What it may cost over the check itself, in milliseconds.
GOAL = 200


def committed(site, count=COMMITS):
    """Makes of a site's folder a checkout of a repository with so many commits, the last of which holds it as it is."""
    paths = sorted(path for path in site.rglob("*") if path.is_file())
    front = site / "Content" / "index.md"
    last = front.read_bytes()

    def commit(number, files):
        yield b"commit refs/heads/main\ncommitter Bench <bench@bench.example> %d +0000\n" % (1_400_000_000 + number * 3600)
        yield from data(b"Commit %d" % number)
        for path, content in files:
            yield b"M 100644 inline %s\n" % str(path.relative_to(site)).encode()
            yield from data(content)

    def data(content):
        yield b"data %d\n%s\n" % (len(content), content)

    def stream():
        yield from commit(1, [(path, path.read_bytes()) for path in paths])
        for number in range(2, count):
            yield from commit(number, [(front, last + b"\nWords of commit %d.\n" % number)])
        yield from commit(count, [(front, last)])

    git(site, "init", "--quiet", "--initial-branch", "main")
    git(site, "fast-import", "--quiet", input=b"".join(stream()))
    git(site, "reset", "--quiet")
    assert not git(site, "status", "--porcelain"), "the last commit is not what lies there"
    assert int(git(site, "rev-list", "--count", "HEAD")) == count


def git(site, *arguments, **options):
    done = subprocess.run(["git", "-C", str(site), *arguments], check=True, stdout=subprocess.PIPE, **options)
    return done.stdout


def checks(program, work):
    """What is to be run in turn: a check after the last commit, and one after nothing."""
    command = [program, "check", "--site", work.site, "--as-of", work.as_of]
    return {
        "check after the last commit": lambda: cost(command),
        "check after nothing": lambda: cost([*command, "--previous", "none"]),
    }
