"""A disk that is full, files and folders that cannot be written, pages that are damaged."""

from __future__ import annotations

import random
import sqlite3
import sys
from contextlib import closing

import pytest

from quotedb.store import maintenance

from . import jobs

HUNG = 120

unix = pytest.mark.skipif(sys.platform == "win32", reason="no such limits")


def done(name, url, folder, acks, **limits):
    """Let a process do a job to its end, and give its exit code."""
    process = jobs.process(name, str(url), folder, acks, **limits)
    process.start()
    process.join(HUNG)
    return process.exitcode


@unix
@pytest.mark.parametrize("name", ["ingest", "import", "migration"])
def test_a_full_disk(name, sqlite_file, folder, tmp_path):
    """No file may become larger than the database and a part of what the job needs besides."""
    if name == "migration":
        jobs.filled(str(sqlite_file))
    whole, acks = tmp_path / "whole.db", tmp_path / "full.acks"
    with closing(sqlite3.connect(sqlite_file)) as raw, closing(sqlite3.connect(whole)) as copy:
        raw.backup(copy)
    assert done(name, whole, folder, tmp_path / "whole.acks") == 0
    # A migration needs as much again for the copy that it puts aside first.
    room = sqlite_file.stat().st_size + (-4096 if name == "migration" else 65536)
    assert done(name, sqlite_file, folder, acks, file_size=room) == 1
    said = jobs.refused(acks)
    assert said.count("\n") == 1 and str(sqlite_file) in said
    assert "Make room" in said or "disk is full" in said

    assert not list(sqlite_file.parent.glob("*before*")), "a copy is whole or not there"
    held, expected = jobs.contents(str(sqlite_file)), jobs.contents(str(whole))
    assert jobs.faults(str(sqlite_file)) == []
    if name == "ingest":
        texts = [text for _, text in held["sources"]]
        assert len(texts) == len(jobs.told(acks)) < len(jobs.THINGS)
    if name == "import":
        kept = {text for text, _ in held["quotes"]}
        count = sum(map(int, jobs.told(acks)))
        assert {jobs.record(number) for number in range(count)} == kept
    assert done(name, sqlite_file, folder, tmp_path / "again.acks") == 0
    assert jobs.contents(str(sqlite_file)) == expected


@unix
@pytest.mark.parametrize("what", ["file", "folder", "both"])
def test_what_cannot_be_written_says_so_and_can_still_be_read(what, sqlite_file, folder, tmp_path):
    jobs.filled(str(sqlite_file))
    before = jobs.contents(str(sqlite_file))
    with closing(sqlite3.connect(sqlite_file)) as raw:  # leaves no log that could be written to
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    modes = {"file": (0o444, 0o755), "folder": (0o644, 0o555), "both": (0o444, 0o555)}
    acks = tmp_path / "some.acks"
    for path, mode in zip((sqlite_file, sqlite_file.parent), modes[what], strict=True):
        path.chmod(mode)
    try:
        code = done("ingest", sqlite_file, folder, acks, unprivileged=True)
        assert code == 1
        said = jobs.refused(acks)
        assert said.count("\n") == 1 and str(sqlite_file) in said
        assert "right to write" in said or "yours to write" in said
        assert done("read", sqlite_file, folder, tmp_path / "r.acks", unprivileged=True) == 0
        assert jobs.told(tmp_path / "r.acks") == ["0", "0"]
    finally:
        sqlite_file.parent.chmod(0o755)
        sqlite_file.chmod(0o644)
    assert jobs.contents(str(sqlite_file)) == before
    assert done("ingest", sqlite_file, folder, acks) == 0


PAGE = 4096


def damaged(file, page):
    """Overwrite a page, the first being 0."""
    with file.open("r+b") as opened:
        opened.seek(page * PAGE)
        opened.write(random.Random(page).randbytes(PAGE))


def test_a_damaged_page_is_named_and_a_backup_recovers(sqlite_file, folder, tmp_path):
    url = str(sqlite_file)
    jobs.importing(url, folder, tmp_path / "a.acks")
    with closing(sqlite3.connect(sqlite_file)) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        [(root,)] = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'attestation'")
    before = jobs.contents(url)
    backup = tmp_path / "backup.db"
    maintenance.backup(url, backup)
    for page, named in ((root - 1, "attestation"), (1, "")):
        damaged(sqlite_file, page)
        found = jobs.say(url, "db", "check")
        assert found.code == 1 and "Traceback" not in found.err
        assert "malformed" in found.out and named in found.out
        assert "quotedb db restore" in found.out
        assert jobs.say(url, "db", "restore", str(backup)).code == 0
        assert jobs.say(url, "db", "check").code == 0
        assert jobs.contents(url) == before


@pytest.mark.parametrize("page", range(1, 60, 7))
def test_no_damaged_page_ends_in_a_traceback(sqlite_file, folder, tmp_path, page):
    jobs.importing(str(sqlite_file), folder, tmp_path / "a.acks")
    damaged(sqlite_file, page)
    for line in (["db", "check"], ["search", "harbour"], ["export"], ["db", "stats"],
                 ["dedupe", "--workers", "1"], ["add", "A bell", "-s", "Ada Quill"],
                 ["db", "reindex"]):  # fmt: skip
        heard = jobs.say(str(sqlite_file), *line)
        assert heard.code in ((1,) if line == ["db", "check"] else (0, 3))
        assert heard.code == 0 or len(heard.err.splitlines()) == (heard.code == 3)


def test_backups_taken_while_others_write_are_each_one_state(sqlite_file, folder, tmp_path):
    url = str(sqlite_file)
    writer = jobs.process("import", url, folder, tmp_path / "a.acks")
    writer.start()
    copies = []
    while writer.exitcode is None:
        copies.append(tmp_path / f"copy-{len(copies)}.db")
        maintenance.backup(url, copies[-1])
        writer.join(0.05)
    assert writer.exitcode == 0
    sizes = []
    for copy in (copies[0], *random.Random(7).sample(copies, min(4, len(copies))), copies[-1]):
        assert jobs.faults(str(copy)) == []
        sizes.append(len(jobs.contents(str(copy))["quotes"]))
    assert all(size % jobs.BATCH == 0 for size in sizes), "a batch is in a copy whole or not at all"
    last = tmp_path / "last.db"
    maintenance.backup(url, last)
    assert jobs.contents(str(last)) == jobs.contents(url)


def test_a_clock_set_back_changes_nothing(empty, monkeypatch):
    import time

    def add(text, outlet):
        line = ("add", text, "-s", "Ada Quill", "--outlet", outlet, "--json")
        assert jobs.say(empty, *line).code == 0

    add("The tide keeps no diary of its own", "The Bugle")
    real = time.time
    monkeypatch.setattr(time, "time", lambda: real() - 20 * 365 * 86400)
    add("A bell without a rope is only furniture", "The Horn")
    add("The tide keeps no diary of its own", "The Drum")
    monkeypatch.undo()
    assert [len(rows) for rows in jobs.contents(empty).values()][:1] == [2]
    assert jobs.faults(empty) == []
    added = jobs.say(empty, "search", "--sort", "added", "--json")
    assert added.out.index("tide keeps") != added.out.index("bell without")
