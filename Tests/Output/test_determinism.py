"""Same source, same as-of, same bytes; and nothing changes from day to day without an event."""

import datetime
import itertools
import os
import shutil
import time

import pytest

from sources import items
from worlds import EXAMPLE, REPOSITORY, copy_site, read_tree, times

AS_OF = "2026-11-23"
DAILY = {"record/as-of"}  # the only file that may say which day it is


@pytest.fixture(scope="module")
def reference(build, tmp_path_factory):
    """The example's output in the plainest surroundings."""
    root = tmp_path_factory.mktemp("reference")
    return read_tree(build(copy_site(EXAMPLE, root / "site"), AS_OF, root / "Public"))


def differences(one, other):
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


SURROUNDINGS = {
    "far east": {"TZ": "Pacific/Kiritimati"},
    "far west": {"TZ": "Pacific/Pago_Pago"},
    "Turkish": {"LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"},
    "Arabic": {"LANG": "ar_SA.UTF-8", "LC_ALL": "ar_SA.UTF-8", "LANGUAGE": "ar"},
    "no locale": {"LANG": "", "LC_ALL": "C"},
    "fixed hashes": {"SWIFT_DETERMINISTIC_HASHING": "1"},
    "other home": {"HOME": "/nonexistent", "USER": "nobody", "TMPDIR": "/tmp"},
}


@pytest.mark.parametrize("name", SURROUNDINGS)
def test_surroundings_do_not_reach_the_output(name, build, reference, tmp_path):
    site = copy_site(EXAMPLE, tmp_path / "site")
    output = build(site, AS_OF, tmp_path / "Public", env={**os.environ, **SURROUNDINGS[name]})
    assert differences(read_tree(output), reference) == []


def test_an_empty_environment_does(build, reference, tmp_path):
    output = build(copy_site(EXAMPLE, tmp_path / "site"), AS_OF, tmp_path / "Public", env={})
    assert differences(read_tree(output), reference) == []


def test_hash_seeds_do_not_reach_the_output(build, reference, tmp_path):
    """Swift draws a new seed in each run, so some runs are as good as many seeds."""
    site = copy_site(EXAMPLE, tmp_path / "site")
    environment = {key: value for key, value in os.environ.items() if key != "SWIFT_DETERMINISTIC_HASHING"}
    for run in range(4):
        output = build(site, AS_OF, tmp_path / f"Public{run}", env=environment)
        assert differences(read_tree(output), reference) == []


def test_one_core_builds_what_all_cores_do(build, reference, tool, tmp_path):
    site = copy_site(EXAMPLE, tmp_path / "site")
    output = build(site, AS_OF, tmp_path / "Public", before=[tool("taskset"), "-c", "0"])
    assert differences(read_tree(output), reference) == []


def test_the_folder_does_not_reach_the_output(build, trustpress, reference, tmp_path):
    """Another path, another working folder, files made in another order and at another time."""
    site = tmp_path / "ä folder with spaces" / "deep" / "site"
    for path in sorted([*(EXAMPLE / "Content").rglob("*"), *(EXAMPLE / "Templates").rglob("*")], reverse=True):
        if path.is_file():
            target = site / path.relative_to(EXAMPLE)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
            os.utime(target, (1, 1))
    assert differences(read_tree(build(site, AS_OF, tmp_path / "Public")), reference) == []

    done = trustpress("build", "--as-of", AS_OF, cwd=site)
    assert done.returncode == 0, done.stderr
    assert differences(read_tree(site / "Public"), reference) == []

    done = trustpress("build", "--as-of", AS_OF, "--site", "deep/site", "--output", "elsewhere", cwd=site.parents[1])
    assert done.returncode == 0, done.stderr
    elsewhere = [folder for folder in (site.parents[1] / "elsewhere", site / "elsewhere") if folder.is_dir()]
    assert len(elsewhere) == 1
    assert differences(read_tree(elsewhere[0]), reference) == []


def test_the_clock_does_not_reach_the_output(build, reference, tmp_path):
    time.sleep(1.5)
    assert differences(read_tree(build(copy_site(EXAMPLE, tmp_path / "site"), AS_OF, tmp_path / "Public")), reference) == []


def test_a_rebuild_touches_no_unchanged_file(build, tmp_path):
    site = copy_site(EXAMPLE, tmp_path / "site")
    output = build(site, AS_OF, tmp_path / "Public")
    before = times(output)
    time.sleep(0.05)
    build(site, AS_OF, output)
    assert times(output) == before

    page = site / "Content" / "faq.md"
    page.write_text(page.read_text().replace("Short", "Brief") + "\nOne more line.\n")
    old = read_tree(output)
    build(site, AS_OF, output)
    new = read_tree(output)
    changed = {path for path in old if old[path] != new[path]}
    assert "faq/index.html" in changed
    assert len(changed) < 4, changed
    after = times(output)
    for path in old.keys() - changed:
        assert after[path] == before[path], path


def test_nothing_changes_from_day_to_day_without_an_event(build, trustpress, tmp_path):
    """Some weeks, and the longest rests of the years around them. Which days may be an event's is read from the sources, apart
    from TrustPress. Days without one that follow each other are held against the event's before them by the last of them:
    what changed by itself shows there."""
    site = copy_site(EXAMPLE, tmp_path / "site")
    events = {day for item in items(site) for day in item.days}
    announced = {item.moment[:10] for item in items(site) if item.moment[0] != "0"}
    for days in (14, 30, 45):  # the objection periods of site.yaml; the day after each deadline is an event's
        events |= {later(day, days + 1) for day in announced}
    quiet = eventful = 0
    days = [later("2022-03-01", number) for number in range(2100)]
    starts = [place for place, day in enumerate(days) if day in events or place == 0] + [len(days)]
    rests = [(days[start], end - start - 1) for start, end in itertools.pairwise(starts)]
    longest = sorted(rests, key=lambda rest: rest[1])[-8:]
    before = None
    for event_day, length in rests:
        is_near = "2026-10-25" <= event_day < "2027-01-10" and length > 1
        if not is_near and (event_day, length) not in longest:
            continue
        last_day = later(event_day, length)
        event, last = (read_tree(build(site, day, tmp_path / "Public")) for day in (event_day, last_day))
        changed = set(differences(event, last)) - DAILY - {".trustpress"}
        assert not changed, f"from {event_day} to {last_day}, without an event, {sorted(changed)[:5]} changed"
        eventful += before is not None and differences(before, event) != []
        quiet += length
        before = last
    assert quiet > 200 and eventful > 10, (quiet, eventful)


def later(day, days):
    return (datetime.date.fromisoformat(day) + datetime.timedelta(days=days)).isoformat()


def test_a_time_of_day_without_an_event_changes_nothing(build, tmp_path):
    site = copy_site(EXAMPLE, tmp_path / "site")
    one = read_tree(build(site, "2026-11-23T10:00", tmp_path / "one"))
    other = read_tree(build(site, "2026-11-23T14:59", tmp_path / "other"))
    assert set(differences(one, other)) <= DAILY | {".trustpress"}


def test_source_date_epoch_is_the_as_of_at_the_sites_offset(build, trustpress, tmp_path):
    """The example's offset is an hour ahead: 22:30 UTC on the 22nd is 23:30 there, 23:30 UTC is half past midnight."""
    site = copy_site(EXAMPLE, tmp_path / "site")

    def at(year, month, day, hour, minute):
        moment = datetime.datetime(year, month, day, hour, minute, tzinfo=datetime.timezone.utc)
        environment = {**os.environ, "SOURCE_DATE_EPOCH": str(int(moment.timestamp()))}
        done = trustpress("build", "--site", site, "--output", tmp_path / "epoch", env=environment)
        assert done.returncode == 0, done.stderr
        assert "SOURCE_DATE_EPOCH" in done.stdout + done.stderr, "the run does not say where its as-of came from"
        return read_tree(tmp_path / "epoch")

    assert at(2026, 11, 22, 22, 30) == read_tree(build(site, "2026-11-22T23:30", tmp_path / "one"))
    assert at(2026, 11, 22, 23, 30) == read_tree(build(site, "2026-11-23T00:30", tmp_path / "two"))
    assert at(2026, 11, 23, 14, 0) == read_tree(build(site, "2026-11-23T15:00", tmp_path / "three"))


def test_as_of_goes_before_source_date_epoch(build, reference, tmp_path):
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1"}
    output = build(copy_site(EXAMPLE, tmp_path / "site"), AS_OF, tmp_path / "Public", env=environment)
    assert differences(read_tree(output), reference) == []


def test_proyecta_builds_to_the_same_bytes_twice(build, tmp_path):
    one, other = (copy_site(REPOSITORY, tmp_path / name / "site") for name in ("one", "other"))
    first = read_tree(build(one, AS_OF, tmp_path / "one" / "Public"))
    second = read_tree(build(other, AS_OF, tmp_path / "other" / "Public", env={"TZ": "Asia/Tokyo", "PATH": os.environ["PATH"]}))
    assert differences(first, second) == []
