"""Notice periods that end on working days, and terms that weaken, by another count of the days than TrustPress's."""

import datetime
import json
import re

import holidays
import pytest

from worlds import SMALL, write_site

YEARS = (2026, 2027, 2028)
CALENDARS = {
    "Saxony": holidays.country_holidays("DE", subdiv="SN", years=YEARS),
    "Ireland": holidays.country_holidays("IE", years=YEARS),
    "Poland": holidays.country_holidays("PL", years=YEARS),
    "European Central Bank": holidays.financial_holidays("ECB", years=YEARS),
}
# Around each feast that moves, and over a year in steps that meet every weekday.
ANNOUNCED = [datetime.date(2026, 2, 2) + datetime.timedelta(days=9 * step) for step in range(45)]


def last_day(announced, days, calendar):
    """Regulation 1182/71, article 3: the day of the announcement is not counted, and a period whose last day is a public
    holiday, a Sunday or a Saturday ends with the next working day."""
    day = announced + datetime.timedelta(days=days)
    while day.weekday() >= 5 or day in calendar:
        day += datetime.timedelta(days=1)
    return day


def site_with(calendar, days, objection, effective):
    """A site whose register lists a company for each day of announcement."""
    dates = ", ".join(str(day) for day in sorted(calendar))
    terms = f"{{days: {days}, objection_days: {objection}, period_ends: working_day, holidays: [{dates}]}}"
    files = {
        **SMALL,
        "Content/site.yaml": SMALL["Content/site.yaml"].replace("{days: 10, objection_days: 10}", terms),
    }
    for announced in ANNOUNCED:
        files[f"Content/subprocessors/providers/row-{announced:%Y%m%d}.yaml"] = (
            f"name: Row {announced}\nentity: Row {announced} GmbH\npurpose: Sends mails of {announced}\n"
            f"data: [addresses]\nlocations: [FR]\nannounced: {announced}\neffective: {effective(announced)}\nnote: x\n"
        )
    return files


@pytest.mark.parametrize("calendar", CALENDARS.values(), ids=CALENDARS)
@pytest.mark.parametrize("days, objection", [(30, 14), (10, 10)])
def test_periods_end_on_working_days(calendar, days, objection, build, trustpress, tmp_path):
    """Each company on its first day passes, and is announced with the last day to object; a day earlier is refused, and
    the help names the first day."""

    def earliest(announced):
        return last_day(announced, days, calendar) + datetime.timedelta(days=1)

    site = write_site(site_with(calendar, days, objection, earliest), tmp_path / "site")
    public = build(site, "2029-01-01", tmp_path / "Public")
    for announced in ANNOUNCED:
        notice = json.loads((public / "notices" / f"subprocessors-{announced}.json").read_text())
        assert notice["objection_deadline"] == str(last_day(announced, objection, calendar)), announced

    early = site_with(calendar, days, objection, lambda day: earliest(day) - datetime.timedelta(days=1))
    done = trustpress("check", "--site", write_site(early, tmp_path / "early"), "--as-of", "2029-01-01", "--format", "json")
    found = [json.loads(line) for line in (done.stdout + done.stderr).splitlines() if line.startswith("{")]
    named = {
        re.search(r"row-(\d+)", finding["file"])[1]: re.search(r"effective: (\S+) or a later day,", finding["help"])[1]
        for finding in found
        if finding["id"] == "notice-too-short"
    }
    assert named == {f"{day:%Y%m%d}": str(earliest(day)) for day in ANNOUNCED}


OLD = "notice: {days: 10, objection_days: 10}\n"
CUT = "notice:\n  - {days: 10, objection_days: 10}\n  - {DATES, days: 0, objection_days: 0}\n"


def cut(dates):
    return {**SMALL, "Content/site.yaml": SMALL["Content/site.yaml"].replace(OLD, CUT.replace("DATES", dates))}


@pytest.mark.parametrize("baseline", ["", "record"])
def test_terms_are_not_cut_and_used_on_one_day(baseline, build, trustpress, tmp_path):
    """After a build, by the whole folder and by its record alone."""
    public = build(write_site(SMALL, tmp_path / "before"), "2026-03-01", tmp_path / "Public")
    attempts = {
        # From today.
        "from: 2026-03-02": "notice-too-short",
        # Announced before that build, which did not know it.
        "announced: 2026-02-01, from: 2026-03-02": "backdated",
        # Announced today, a day too soon.
        "announced: 2026-03-02, from: 2026-03-12": "notice-too-short",
        # In time.
        "announced: 2026-03-02, from: 2026-03-13": None,
    }
    for number, (dates, refusal) in enumerate(attempts.items()):
        site = write_site(cut(dates), tmp_path / f"after-{number}")
        done = trustpress(
            "build", "--site", site, "--as-of", "2026-03-02", "--previous", public / baseline, "--output",
            tmp_path / f"Public-{number}",
        )
        assert done.returncode == (1 if refusal else 0), done.stderr
        if refusal:
            assert f"[{refusal}]" in done.stderr and "Content/site.yaml" in done.stderr
            continue
        notice = json.loads((tmp_path / f"Public-{number}" / "notices" / "notice-terms-2026-03-02.json").read_text())
        assert notice["sentences"][0].startswith("On 13 March 2026, the notice period of 10 days")


def test_a_first_day_to_come_lifts_no_notice(trustpress, tmp_path):
    future = {
        **SMALL,
        "Content/site.yaml": SMALL["Content/site.yaml"].replace("since: 2026-01-05", "since: 2036-01-05"),
    }
    done = trustpress("check", "--site", write_site(future, tmp_path / "site"), "--as-of", "2026-03-02")
    assert done.returncode == 1 and "[conflicting-settings]" in done.stderr
    assert "write since: 2026-01-05 if the year is mistyped; else 2026-03-02 or an" in done.stderr


def test_what_is_recorded_late_is_judged_by_the_terms_of_that_day(trustpress, tmp_path):
    """Old, laxer terms are not picked by an old `announced` with `recorded` today."""
    files = {
        **SMALL,
        "Content/site.yaml": SMALL["Content/site.yaml"]
        + "register:\n  - {material: [name]}\n  - {from: 2026-02-10, material: [name, data]}\n",
        "Content/subprocessors/providers/cove.yaml": "name: Cove Mail\nentity: Cove Mail GmbH\npurpose: Sends mails\n"
        "data: [addresses]\nlocations: [FR]\nannounced: 2026-01-05\nchanges:\n"
        "  - {announced: 2026-02-01, recorded: 2026-03-02, effective: 2026-03-02, data: [addresses, texts], note: More.}\n",
    }
    done = trustpress("check", "--site", write_site(files, tmp_path / "site"), "--as-of", "2026-03-02")
    assert done.returncode == 1
    assert "recorded on 2026-03-02 with 10 days of notice, it can take effect on 2026-03-13" in done.stderr
