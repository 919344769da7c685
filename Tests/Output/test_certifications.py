"""Certifications: what a report is about, how to ask for it, and that it is the file that it was."""

import hashlib
import urllib.parse

from pages import Page
from worlds import SMALL, write_site

REPORT = "The report.\n"
SITE = SMALL | {
    "Content/certifications/soc-2.yaml": "name: SOC 2 & more\nissuer: Breakwater Audits\nfrom: 2026-01-01\nuntil: 2026-12-31\n"
    "period: {from: 2025-01-01, until: 2025-12-31}\nlink: /files/report.txt\nrequest: security@tidewater.example\n",
    "Content/files/report.txt": REPORT,
}


def test_a_report_is_asked_for_by_a_mail_that_is_written_out(trustpress, tmp_path):
    done = trustpress("build", "--site", write_site(SITE, tmp_path / "site"), "--as-of", "2026-02-01", "--output", tmp_path / "Public")
    assert done.returncode == 0, done.stderr
    page = tmp_path / "Public/certifications/index.html"
    [mail] = [one["href"] for one in Page.read(page).all("a") if "subject=" in one.get("href", "")]
    address, _, query = mail.partition("?")
    asked = urllib.parse.parse_qs(query, strict_parsing=True)
    assert address == "mailto:security@tidewater.example"
    assert asked["subject"] == ["Report on SOC 2 & more"]
    assert asked["body"] == [
        "Please send us the report on SOC 2 & more for 1 January 2025 to 31 December 2025.\r\n\r\nCompany:\r\n"
        "Name and position:\r\nWhat we need it for:\r\nWe treat it as confidential."
    ]
    text = page.read_text()
    assert f"<code>{hashlib.sha256(REPORT.encode()).hexdigest()}</code>" in text
    assert "Period of the report" in text


def test_an_agreement_is_there_to_sign_and_attach(trustpress, tmp_path):
    name = "Content/certifications/soc-2.yaml"
    files = SITE | {name: SITE[name] + "nda: /files/nda.txt\n", "Content/files/nda.txt": "We keep it to ourselves.\n"}
    done = trustpress("build", "--site", write_site(files, tmp_path / "site"), "--as-of", "2026-02-01", "--output", tmp_path / "Public")
    assert done.returncode == 0, done.stderr
    page = tmp_path / "Public/certifications/index.html"
    links = {one["href"] for one in Page.read(page).all("a")}
    assert "/files/nda.txt" in links
    assert (tmp_path / "Public/files/nda.txt").read_text() == "We keep it to ourselves.\n"
    assert hashlib.sha256(b"We keep it to ourselves.\n").hexdigest() in page.read_text()
    [mail] = [one for one in links if "subject=" in one]
    assert urllib.parse.parse_qs(mail.partition("?")[2])["body"][0].endswith("The confidentiality agreement is attached, signed.")
    files[name] = SITE[name] + "nda: /files/gone.txt\n"
    done = trustpress("check", "--site", write_site(files, tmp_path / "wrong"), "--as-of", "2026-02-01")
    assert done.returncode == 1 and f"{name}:8:6: error:" in done.stderr and "[broken-link]" in done.stderr


def test_one_that_is_over_does_not_look_valid(trustpress, tmp_path):
    done = trustpress("build", "--site", write_site(SITE, tmp_path / "site"), "--as-of", "2027-01-01", "--output", tmp_path / "Public")
    assert done.returncode == 0 and "[certification-expired]" in done.stderr
    for path in ("index.html", "certifications/index.html"):
        text = (tmp_path / "Public" / path).read_text()
        assert "Expired <time" in text and "Valid until <time" not in text


def test_one_that_has_not_begun_does_not_look_valid(trustpress, tmp_path):
    name = "Content/certifications/soc-2.yaml"
    site = write_site(SITE | {name: SITE[name] + "announced: 2025-12-01\n"}, tmp_path / "site")
    for day, mark in [("2025-12-31", "upcoming\">Valid from <time"), ("2026-01-01", "in-force\">Valid until <time")]:
        public = tmp_path / day
        done = trustpress("build", "--site", site, "--as-of", day, "--previous", "none", "--output", public)
        assert done.returncode == 0, done.stderr
        for path in ("index.html", "certifications/index.html"):
            assert mark in (public / path).read_text()
    done = trustpress("status", "--site", site, "--as-of", "2025-12-31")
    assert "2026-01-01" in done.stdout and "soc-2 is valid" in done.stdout


def test_a_period_that_ends_before_it_begins_is_refused(trustpress, tmp_path):
    files = dict(SITE)
    name = "Content/certifications/soc-2.yaml"
    files[name] = files[name].replace("until: 2025-12-31", "until: 2024-12-31")
    done = trustpress("check", "--site", write_site(files, tmp_path / "site"), "--as-of", "2026-02-01")
    assert done.returncode == 1
    assert f"{name}:5:35: error: its last day is before its first, which is 2025-01-01 [invalid-date]" in done.stderr
