"""`db …`: the database itself."""

from __future__ import annotations

import sqlite3

import pytest

from quotedb.store import schema

from .conftest import LAMPS


def test_path_says_where_it_would_be(quotedb, place):
    assert quotedb("db", "path").out == f"{place}\n"
    assert not place.exists()


def test_stats_count_what_is_there(filled, place):
    counts = filled("db", "stats", "--json").json
    told = {"quotes": 5, "attestations": 5, "sources": 5, "speakers": 3, "relations": 1,
            "reviews": 0, "revision": schema.HEAD}  # fmt: skip
    assert {key: counts[key] for key in told} == told
    assert "quotes        5" in filled("db", "stats").out


def test_check_finds_nothing_wrong(filled):
    done = filled("db", "check")
    assert (done.code, done.out) == (0, "")
    assert "no fault found" in done.err


def test_check_finds_what_is_wrong_and_reindex_mends_it(filled, place):
    with sqlite3.connect(place) as raw:
        raw.execute("UPDATE quote SET key = 'nothing of the kind' WHERE id = ?", (LAMPS,))
    raw.close()
    done = filled("db", "check", "--json")
    assert done.code == 1
    assert done.json
    assert all(set(fault) == {"what", "where", "mend"} for fault in done.json)
    assert any("reindex" in fault["mend"] for fault in done.json)
    assert "5 quotes" in filled("db", "reindex").err
    assert filled("db", "check").code == 0


def test_upgrade_makes_an_empty_database(quotedb, place):
    assert quotedb("db", "upgrade").code == 0
    assert place.exists()
    assert quotedb("search", "--json").json == []
    assert "up to date" in quotedb("db", "upgrade").err


def revision(place):
    with sqlite3.connect(place) as raw:
        [(number,)] = raw.execute("SELECT version_num FROM alembic_version")
    raw.close()
    return number


@pytest.mark.parametrize("target", schema.REVISIONS)
def test_downgrade_and_upgrade_keep_every_fact(filled, place, target):
    before = filled("export").out
    down = filled("db", "downgrade", target)
    assert down.code == 0
    assert revision(place) == target
    assert filled("db", "upgrade").code == 0
    assert revision(place) == schema.HEAD
    assert filled("export").out == before
    assert filled("db", "check").code == 0


def test_a_database_of_an_earlier_form_is_brought_up_when_it_is_opened(filled, place):
    filled("db", "downgrade", min(schema.REVISIONS))
    assert filled("search", "lamps", "--json").json[0]["id"] == LAMPS
    assert revision(place) == schema.HEAD


def test_backup_is_a_database_and_restore_puts_it_back(filled, place, tmp_path):
    copy = tmp_path / "copy.db"
    assert str(copy) in filled("db", "backup", copy).err
    before = filled("export").out
    assert filled("export", "--db", copy).out == before
    filled("add", "The tide keeps no diary", "-s", "Ada Quill")
    changed = filled("export").out
    assert changed != before
    done = filled("db", "restore", copy)
    aside = f"{place}-replaced-1"
    assert aside in done.err
    assert filled("export").out == before
    assert filled("export", "--db", aside).out == changed


def test_backup_overwrites_nothing(filled, tmp_path):
    copy = tmp_path / "copy.db"
    copy.write_text("a diary")
    done = filled("db", "backup", copy)
    assert done.code == 2
    assert "there already" in done.err
    assert copy.read_text() == "a diary"


def test_restore_refuses_what_is_no_backup(filled, tmp_path):
    before = filled("export").out
    file = tmp_path / "diary.db"
    file.write_text("a diary, and no database at all")
    assert filled("db", "restore", file).code == 3
    assert filled("export").out == before


def test_copy_says_what_it_copied_and_goes_on(filled, tmp_path, place):
    to = tmp_path / "copy.db"
    rehearsed = filled("db", "copy", place, to, "--dry-run", "--json").json
    assert not to.exists()
    done = filled("db", "copy", place, to, "--json")
    assert (done.code, [one["copied"] for one in done.json]) == (
        0, [one["copied"] for one in rehearsed]
    )  # fmt: skip
    assert {one["table"]: one["rows"] for one in done.json}["quote"] == 5
    assert all(len(one["hash"]) == 64 for one in done.json)
    assert "0 rows copied; both hold the same" in filled("db", "copy", place, to).err
    assert filled("db", "copy", place, place).code == 2
