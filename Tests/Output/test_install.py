"""`make install`: the program and its completions, where they are asked for, and nothing else."""

import os
import pathlib
import re
import subprocess

import pytest

from worlds import REPOSITORY, read_tree

FILES = {
    "bin/trustpress", "share/bash-completion/completions/trustpress", "share/zsh/site-functions/_trustpress",
    "share/fish/vendor_completions.d/trustpress.fish",
}


def make(*arguments):
    program = pathlib.Path(os.environ["TRUSTPRESS"]).resolve()
    done = subprocess.run(
        ["make", "--silent", *arguments, f"TRUSTPRESS={program}"], cwd=REPOSITORY, capture_output=True, text=True,
        timeout=120, check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert not done.stderr
    return program


@pytest.fixture
def stage(tmp_path):
    """A folder with a blank in its name, installed into."""
    folder = tmp_path / "a stage"
    make("install", f"DESTDIR={folder}", "PREFIX=/opt/trust")
    return folder / "opt" / "trust"


def test_what_is_installed_runs_and_completes(stage, trustpress):
    installed = read_tree(stage)
    assert set(installed) == FILES
    done = subprocess.run([stage / "bin/trustpress", "--version"], capture_output=True, text=True, check=True, timeout=120)
    assert done.stdout == trustpress("--version").stdout
    assert os.access(stage / "bin/trustpress", os.X_OK)
    for shell, path in (("bash", "bash-completion/completions/trustpress"), ("zsh", "zsh/site-functions/_trustpress"), ("fish", "fish/vendor_completions.d/trustpress.fish")):
        words = installed[f"share/{path}"].decode()
        assert words.rstrip("\n") == trustpress("--generate-completion-script", shell).stdout.rstrip("\n")
        assert (stage / "share" / path).stat().st_mode & 0o777 == 0o644
    script = 'source "$1"; complete -p trustpress'
    done = subprocess.run(
        ["bash", "-c", script, "bash", stage / "share/bash-completion/completions/trustpress"],
        capture_output=True, text=True, timeout=120, check=False,
    )
    assert done.returncode == 0 and "trustpress" in done.stdout, done.stderr


def test_uninstalling_removes_just_that(stage):
    other = stage / "bin" / "other"
    other.write_text("")
    make("uninstall", f"DESTDIR={stage.parents[1]}", "PREFIX=/opt/trust")
    assert set(read_tree(stage)) == {"bin/other"}


def test_the_image_copies_what_there_is_and_holds_what_the_recipes_run():
    text = (REPOSITORY / "Dockerfile").read_text(encoding="utf-8")
    build, final = text.split("\nFROM ")[-2:]
    assert "ENTRYPOINT" not in text
    targets = re.findall(r"^RUN make (\S+)", build, re.MULTILINE)
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    assert targets and all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in targets)
    recipes = "".join(path.read_text(encoding="utf-8") for path in sorted((REPOSITORY / "docs/ci").glob("*.sh")))
    for program, package in (("git", "git"), ("wget", "wget"), ("rsync", "rsync"), ("ssh-keygen", "openssh-client"), ("minisign", "minisign")):
        assert re.search(rf"\b{program}\b", recipes)
        assert re.search(rf"\b{package}\b", final)
