"""A dry run goes the same way and prints the same, and keeps nothing."""

from __future__ import annotations

import pytest


def test_a_database_that_is_not_there_is_not_made(quotedb, place, liman):
    rehearsed = quotedb("ingest", liman, "--dry-run", "--json")
    assert not place.exists()
    assert list(place.parent.iterdir()) == []
    assert quotedb("ingest", liman, "--json").json == rehearsed.json


@pytest.mark.parametrize(
    "arguments",
    [
        ("add", "We did not close a single pier, not one", "--speaker", "Nihat Karasu"),
        ("speaker", "alias", "karasu", "N. Karasu"),
        ("speaker", "role", "karasu", "Captain", "--from", "1999"),
        ("speaker", "rename", "karasu", "Nihat K. Karasu"),
    ],
)
def test_the_same_report_and_nothing_kept(quotedb, liman, arguments):
    quotedb("ingest", liman)
    before = quotedb("export").out
    rehearsed = quotedb(*arguments, "--dry-run", "--json")
    assert quotedb("export").out == before
    done = quotedb(*arguments, "--json")
    assert (done.code, done.json) == (rehearsed.code, rehearsed.json)
    assert quotedb("export").out != before


def test_one_article_twice_in_one_rehearsal(quotedb, liman, tmp_path):
    again = tmp_path / "again.txt"
    again.write_bytes(liman.read_bytes())
    done = quotedb("ingest", liman, again, "--dry-run", "--json")
    assert [o["outcome"] for o in done.json[5:]] == ["known"] * 5
