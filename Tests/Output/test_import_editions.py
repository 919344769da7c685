"""Texts of a policy are taken over to the byte, from files of any tool and from a git history."""

import os
import shutil

import pytest

from histories import REAL
from repositories import git
from test_import import imported  # noqa: F401  (a fixture)


def body_of(path):
    """What stands below the front matter."""
    data = path.read_bytes()
    mark = b"---\r\n" if data.startswith(b"---\r\n") else b"---\n"
    assert data.startswith(mark)
    return data[data.index(b"\n" + mark, 3) + 1 + len(mark):]


def editions(site, document="privacy"):
    return {path.stem: body_of(path) for path in sorted((site / "Content" / document).glob("*.md"))}


def write(folder, name, text, encoding="utf-8"):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode(encoding))
    return path


def commit(folder, day, message, clock="10:00:00"):
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", message, GIT_COMMITTER_DATE=f"{day}T{clock}+02:00")


@pytest.fixture
def repository(tmp_path):
    """Renames, a merge, two edits of a day, a file taken away and put back, CRLF, Latin-1, and front matter of others."""
    folder = tmp_path / "policies"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    rest = "Whoever writes to us is answered within a week. What is written is read by two people, and by nobody else."
    first = f"# Privacy\n\nWe keep mail for 10 days.\n\n{rest}\n"
    write(folder, "docs/privacy_policy.md", f"---\nlayout: page\ntitle: Privacy of Gannet\n---\n{first}")
    commit(folder, "2019-03-01", "Add the policy")
    second = f"# Privacy\r\n\r\nWe keep mail for 20 days.\r\n\r\n{rest}\r\n"
    write(folder, "docs/privacy_policy.md", f"---\r\nlayout: page\r\n---\r\n{second}")
    commit(folder, "2019-05-02", "Keep mail longer")
    git(folder, "mv", "docs/privacy_policy.md", "docs/privacy.md")
    commit(folder, "2019-06-03", "Rename the file")
    (folder / "legal").mkdir()
    git(folder, "mv", "docs/privacy.md", "legal/privacy.md")
    third = "+++\ntitle = \"Privacy\"\n+++\n" + second.replace("20", "25")
    write(folder, "legal/privacy.md", third)
    commit(folder, "2019-07-04", "Move and edit it")
    fourth = "# Privacy\n\nWir speichern E-Mails für 30 Tage – höchstens.\n"
    write(folder, "legal/privacy.md", fourth, "cp1252")
    commit(folder, "2020-01-05", "Translate")
    git(folder, "rm", "-q", "legal/privacy.md")
    commit(folder, "2020-02-06", "Clean up")
    write(folder, "legal/privacy.md", fourth.replace("30", "31"))
    commit(folder, "2020-02-09", "Put it back")
    git(folder, "checkout", "-q", "-b", "draft")
    write(folder, "legal/privacy.md", "# Privacy\n\nA draft.\n")
    commit(folder, "2020-03-01", "Draft")
    write(folder, "legal/privacy.md", "# Privacy\n\nThe new policy.\n")
    commit(folder, "2020-03-02", "Finish")
    git(folder, "checkout", "-q", "main")
    git(folder, "merge", "-q", "--no-ff", "draft", "-m", "Merge branch 'draft'\n\nThe policy in plain words",
        GIT_COMMITTER_DATE="2020-04-10T23:30:00+02:00")
    write(folder, "legal/privacy.md", "# Privacy\n\nThe new policy, mended.\n")
    commit(folder, "2020-04-10", "Mend a word", "23:45:00")
    return folder, {
        "2019-03-01": first.encode(), "2019-05-02": second.encode(),
        "2019-07-04": second.replace("20", "25").encode(), "2020-01-05": fourth.encode(),
        "2020-02-09": fourth.replace("30", "31").encode(), "2020-04-10": b"# Privacy\n\nThe new policy.\n",
        "2020-04-10-2": b"# Privacy\n\nThe new policy, mended.\n",
    }


def test_git_history(imported, repository):  # noqa: F811
    folder, texts = repository
    site, public, done = imported("editions", "privacy", "--git", folder, "legal/privacy.md")
    assert editions(site) == texts
    for said in ("was taken away on 2020-02-06, and put back on 2020-02-09", "Windows-1252", "2020-04-10-2.md",
                 'the key "layout" of the front matter is not taken over'):
        assert said in done.stderr, said
    merged = (site / "Content/privacy/2020-04-10.md").read_text()
    assert "summary: The policy in plain words\n" in merged
    assert "title: Privacy of Gannet\n" in (site / "Content/privacy/2019-03-01.md").read_text()
    assert (public / "privacy/2019-05-02/index.html").exists()


def test_an_older_git(imported, repository, tmp_path, monkeypatch):  # noqa: F811
    """One before 2.33 knows no --no-commit-header."""
    folder, texts = repository
    program = tmp_path / "bin/git"
    program.parent.mkdir()
    program.write_text(
        '#!/bin/sh\nfor word in "$@"; do test "$word" != --no-commit-header || exit 129; done\n'
        f'exec {shutil.which("git")} "$@"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    site, _, _ = imported("editions", "privacy", "--git", folder, "legal/privacy.md")
    assert editions(site) == texts


def test_an_earlier_revision_and_a_shallow_clone(imported, repository, tmp_path):  # noqa: F811
    folder, texts = repository
    git(folder, "tag", "old", "main~4")
    site, _, _ = imported("editions", "privacy", "--git", folder, "legal/privacy.md", "--rev", "old", site=tmp_path / "a")
    assert list(editions(site)) == sorted(texts)[:4]
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{folder}", tmp_path / "shallow")
    site, _, done = imported("editions", "privacy", "--git", tmp_path / "shallow", "legal/privacy.md", site=tmp_path / "b")
    assert list(editions(site)) == ["2020-04-10"]
    assert "older commits are not in this clone" in done.stderr


def test_what_git_is_asked_for_and_does_not_have(imported, repository, tmp_path):  # noqa: F811
    folder, _ = repository
    for arguments, said in [
        (("--git", folder, "legal/nothing.md"), "there never was a file legal/nothing.md"),
        (("--git", tmp_path, "a.md"), "lies in no git checkout"),
        (("--git", folder, "a.md", "--rev", "nowhere"), "nowhere is no commit"),
        (("--git", folder, "a.md", "b.md"), "with --git one file is given"),
        ((), "say which files are taken over"),
    ]:
        done = imported("editions", "privacy", *arguments, status=64)[2]
        assert said in " ".join(done.stderr.split()), done.stderr


def test_a_file_in_the_place_of_a_document_or_of_the_site_is_told(imported, tmp_path):  # noqa: F811
    file = write(tmp_path, "2024-04-12.md", "# Privacy\n")
    done = imported("editions", file, status=64)[2]
    said = f'"{file}" is no id of a document: name the document, and its files behind it, as in privacy old/2024-04-12.md'
    assert said in " ".join(done.stderr.split())
    done = imported("editions", "privacy", file, site=file, status=2)[2]
    assert done.stderr == f"error: {file}: is a file; --site names the folder of the site\n"


def test_the_list_of_a_git_history(imported, tmp_path):  # noqa: F811
    folder = tmp_path / "site-of-old"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    head = "# Subprocessors\n\n| Vendor | Purpose | Location |\n|---|---|---|\n"
    write(folder, "list.md", head + "| [Gull](https://gull.example) | Mail | Ireland |\n")
    commit(folder, "2021-01-04", "List them")
    write(folder, "list.md", head + "| Gull | Mail | Ireland |\n| Tern | Hosting | Germany, France |\n")
    commit(folder, "2021-02-08", "Add Tern", "09:00:00")
    write(folder, "list.md", head + "| [Gull](https://gull.example) | Mail | Ireland |\n| Tern | Hosting | Germany |\n")
    commit(folder, "2021-02-08", "Mend Tern", "10:00:00")
    site, _, done = imported("register", "--git", folder, "list.md")
    files = {path.name: path.read_text() for path in (site / "Content/subprocessors/providers").iterdir()}
    assert files == {
        "gull.yaml": "name: Gull\npurpose: Mail\nlocations: [IE]\nwebsite: https://gull.example\nannounced: 2021-01-04\n",
        "tern.yaml": "name: Tern\npurpose: Hosting\nlocations: [DE]\nannounced: 2021-02-08\n",
    }


def test_days_that_texts_state(imported, tmp_path):  # noqa: F811
    """The day of effect, else that of the last update, else that of the file's name."""
    files = [
        write(tmp_path, "old/2019-01-01.md", "# Terms\n\n**Effective Date:** January 15, 2019\n\nA.\n"),
        write(tmp_path, "old/2020-01-01.md", "# Terms\n\nLast updated: 3 February 2020\n\nB.\n"),
        write(tmp_path, "old/2021-01-01.md", "# Terms\n\nC.\n"),
    ]
    site, _, done = imported("editions", "terms", *files, "--date-from", "text")
    assert list(editions(site, "terms")) == ["2019-01-15", "2020-02-03", "2021-01-01"]
    assert "announced: 2019-01-01\n" in (site / "Content/terms/2019-01-15.md").read_text()
    assert "this text does not say from when it applies; 2021-01-01 was taken" in " ".join(done.stderr.split())


def test_links_lead_to_the_new_pages(imported, tmp_path):  # noqa: F811
    text = (
        "# Privacy\n\nSee [the terms](../legal/terms.md#2-fees), [us](#contact-us), [old][1] and <https://gannet.example>.\n\n"
        "## 7. Contact us\n\n[Here](#7-contact-us). ![Map](map.png) [DPA](/legal/dpa/)\n\n[1]: /old/terms-of-use.html\n"
    )
    for document in ("terms", "privacy"):
        site, _, done = imported(
            "editions", document, write(tmp_path, f"{document}/2019-01-01.md", text if document == "privacy" else "# Terms\n"),
            "--link", "/old/terms-of-use.html=terms", "--list", "--links")
    assert editions(site)["2019-01-01"].decode() == (
        text.replace("../legal/terms.md#2-fees", "/terms/#2-fees").replace("/old/terms-of-use.html", "/terms/")
        .replace("#7-contact-us", "#7")
    )
    said = " ".join(done.stderr.replace("      | ", "").split())
    assert "the picture map.png leads to nothing here" in said
    assert "the link to /legal/dpa/ leads to nothing here" in said
    assert "the link to #7-contact-us leads to #7 now" in said
    assert "3 links lead to pages of this site now" in done.stdout


def test_real_texts(imported, tmp_path):  # noqa: F811
    """The earlier texts of a real company's policies. Where they are not there, the ones above are all there is."""
    if not REAL.is_dir():
        print("no real texts are here; the made ones are tested")
        return
    documents = sorted(folder.name for folder in REAL.iterdir() if folder.is_dir())
    assert documents
    for document in documents:
        files = sorted((REAL / document).glob("*.md"))
        site, _, done = imported("editions", document, *files, "--list")
        taken = editions(site, document)
        moved = "links lead to" in done.stdout or "link leads to" in done.stdout
        for path in files:
            assert moved or taken[path.stem] == body_of(path) or "so that no edition is made" in done.stderr
        assert set(taken) <= {path.stem for path in files}
        assert len(taken) + done.stderr.count("so that no edition is made of it") >= len(files)


def test_a_version_in_a_history_that_is_no_list_is_saved_and_mended(imported, tmp_path):  # noqa: F811
    """Nobody mends a commit: the way on is said."""
    folder = tmp_path / "website"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    write(folder, "list.csv", "Vendor,Purpose\nAuk,Mail\n")
    commit(folder, "2024-01-01", "List")
    write(folder, "list.csv", "<table></table>\n")
    commit(folder, "2024-02-01", "Try a page")
    site, _, done = imported("register", "--git", folder, "list.csv", status=1)
    assert not site.exists()
    newest = f"{git(folder, 'rev-parse', 'HEAD')[:10]}:list.csv"
    told = f"as git -C {folder} show {newest} > DAY.csv, mend these, and import them without --git."
    assert told in " ".join(done.stderr.split()), done.stderr
    assert git(folder, "show", newest) == "<table></table>"
