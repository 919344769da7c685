"""What all output tests share: the program under test, and sites built by it."""

import os
import pathlib
import subprocess

import pytest

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def trustpress():
    """Runs the program under test: `trustpress("build", "--site", folder)` gives the finished process."""
    program = os.environ.get("TRUSTPRESS")
    assert program, "TRUSTPRESS names no program; `make test` sets it to the release it builds"

    def run(*arguments, **options):
        return subprocess.run(
            [program, *map(str, arguments)], capture_output=True, text=True, timeout=120, check=False, **options
        )

    return run
