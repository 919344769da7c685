"""No event is lost: what has left the document that one subscribes to is in its archives (RFC 5005), and stays there."""

import pytest

from feeds import FORMATS, documents_of, events_of, is_archive, names_of, read, walk
from large_site import AS_OFS
from test_links import site_url
from worlds import EXAMPLE, World

SIZE = 50


@pytest.mark.parametrize("format", FORMATS)
def test_every_event_is_reached(feed_world, feed_public, format):
    """Told by the notices' own files, apart from the feeds."""
    site = site_url(feed_world)
    events = events_of(feed_public, feed_world.as_of)
    assert events
    for name in names_of(feed_public):
        documents = walk(feed_public, name, format, site)
        newest, archives = documents[0], documents[1:]
        entries = [entry for archive in reversed(archives) for entry in archive.entries]
        entries += [entry for entry in reversed(newest.entries) if entry not in entries]
        ids = [entry.id.split(":", 2)[2] for entry in entries]
        assert len(ids) == len(set(ids)), f"{name}: an event is there twice"
        if not name.startswith("product/"):
            expected = {event for event, concerned in events.items() if name == "all" or concerned & {name, None}}
            assert set(ids) == expected, f"{name}: {set(ids) ^ expected}"
        else:
            assert set(ids) <= set(events), name
        days = [entry.when.date() for entry in entries]
        assert days == sorted(days), f"{name} is not in order"
        assert newest.entries == entries[: -SIZE - 1 : -1], f"{name}: these are not the newest {SIZE}"
        assert not newest.is_archive and all(archive.is_archive for archive in archives)
        assert [len(archive.entries) for archive in archives] == [SIZE] * (len(entries) // SIZE)
        beside = [path for path in (feed_public / "feeds").glob(f"{name}.*.{format}") if is_archive(path)]
        assert len(beside) == len(archives), f"{name} has archives that nothing leads to"
        for archive in archives:
            assert format == "json" or archive.links["current"] == f"{site}/feeds/{name}.{format}", archive.path
            assert "next-archive" not in archive.links, f"{archive.path} would change with the next"


@pytest.mark.parametrize("format", FORMATS)
def test_an_archive_never_changes(output_of, large, format):
    kept = {}
    for as_of in AS_OFS:
        public = output_of(World("large", large, as_of))
        archives = {path.relative_to(public): path for path in documents_of(public, format) if is_archive(path)}
        assert set(kept) < set(archives), f"as of {as_of}"
        for path, data in kept.items():
            assert archives[path].read_bytes() == data, f"{path} is another one as of {as_of}"
        kept = {path: file.read_bytes() for path, file in archives.items()}


def test_a_published_entry_never_changes(output_of, large):
    """Readers keep what they have seen, so an entry says the same in every later build."""
    days = ("2023-12-31", "2024-07-01", "2025-07-31", "2026-11-23T16:00", "2026-12-31", "2027-06-01")
    for worlds in ([World("example", EXAMPLE, day) for day in days], [World("large", large, day) for day in AS_OFS]):
        told = {}
        for world in worlds:
            public = output_of(world)
            entries = {
                entry.id: entry
                for path in documents_of(public, "atom")
                for entry in read(public, path.relative_to(public)).entries
            }
            assert set(told) < set(entries), f"an entry is lost, or none is new, as of {world.as_of}"
            for name, entry in told.items():
                assert entries[name] == entry, f"{name} says otherwise as of {world.as_of}"
            told = entries
