"""Processes killed (SIGKILL) at random moments: nothing acknowledged is lost, nothing is half.

QUOTEDB_FAULT_ROUNDS says how many times each job is killed on each kind of database, and
QUOTEDB_FAULT_SEED where the moments begin.
"""

from __future__ import annotations

import os
import random
import sys
import time

import pytest

from quotedb.store import maintenance
from quotedb.store.backends import backend_for
from quotedb.store.database import form

from . import jobs

ROUNDS = int(os.environ.get("QUOTEDB_FAULT_ROUNDS", "2"))
SEED = int(os.environ.get("QUOTEDB_FAULT_SEED", "7"))
HUNG = 120
"""Seconds after which a process is taken to wait for ever."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")


def started(process, acks):
    """Start a process, and wait until it is at its job."""
    process.start()
    until = time.monotonic() + HUNG
    while not acks.with_suffix(".begun").exists():
        assert time.monotonic() < until and process.exitcode in (None, 0)
        time.sleep(0.001)
    return time.monotonic()


def undisturbed(name, url, folder, acks):
    """How long a job takes when it is let be."""
    process = jobs.process(name, url, folder, acks)
    begun = started(process, acks)
    process.join(HUNG)
    assert process.exitcode == 0, jobs.refused(acks)
    return time.monotonic() - begun


def killed(name, url, folder, acks, after):
    """Kill a job so many seconds after it began; whether it was at it still."""
    process = jobs.process(name, url, folder, acks)
    started(process, acks)
    time.sleep(after)
    process.kill()
    process.join(HUNG)
    assert process.exitcode in (-9, 0), jobs.refused(acks)
    return process.exitcode == -9


def rounds(name, start, copies, folder, tmp_path, after_each):
    """Kill a job at random moments, look, let it run again, and look again.

    `after_each` is given the URL, what was acknowledged, and what a run that was let be made.
    """
    whole = copies(start)
    took = undisturbed(name, whole, folder, tmp_path / "whole.acks")
    expected = jobs.contents(whole)
    chance = random.Random(f"{SEED} {name}")
    hits = 0
    for number in range(ROUNDS):
        url, acks = copies(start), tmp_path / f"{number}.acks"
        hits += killed(name, url, folder, acks, chance.uniform(0, took))
        after_each(url, jobs.told(acks), expected)
        jobs.JOBS[name](url, folder, acks)
        assert jobs.contents(url) == expected
        assert jobs.faults(url) == []
    assert hits or ROUNDS < 10, "no process was killed at its job"


def no_half_source(held, expected):
    """Every source that is there has all its printings, and each of them is one of the right."""
    there = {row[0] for row in held["sources"]}
    wanted = [row for row in expected["attestations"] if row[0] in there]
    assert held["attestations"] == wanted


def test_ingest(empty, copies, folder, tmp_path):
    def look(url, acknowledged, expected):
        assert jobs.faults(url) == []
        held = jobs.contents(url)
        no_half_source(held, expected)
        kept = [text for _, text in held["sources"]]
        for name in acknowledged:
            first = (folder / name).read_text("utf-8").splitlines()[2]
            assert any(first in text for text in kept)

    rounds("ingest", empty, copies, folder, tmp_path, look)


def test_import(empty, copies, folder, tmp_path):
    def look(url, acknowledged, _expected):
        assert jobs.faults(url) == []
        kept = {text for text, _ in jobs.contents(url)["quotes"]}
        done = sum(map(int, acknowledged))
        assert {jobs.record(number) for number in range(done)} <= kept
        assert len(kept) % jobs.BATCH == 0, "a batch is kept whole or not at all"

    rounds("import", empty, copies, folder, tmp_path, look)


def test_migration(filled, copies, folder, tmp_path):
    def look(url, _acknowledged, expected):
        form(backend_for(url))  # whole, in one form or another
        maintenance.upgrade(url)
        assert jobs.contents(url) == expected
        assert jobs.faults(url) == []

    rounds("migration", filled, copies, folder, tmp_path, look)


def test_dedupe(filled, copies, folder, tmp_path):
    def look(url, acknowledged, expected):
        assert jobs.faults(url) == []
        held = jobs.contents(url)
        assert expected["relations"], "there is something to tie"
        ties = held["relations"], held["reviews"]
        whole = expected["relations"], expected["reviews"]
        assert ties == whole if acknowledged else ties in (([], []), whole)

    rounds("dedupe", filled, copies, folder, tmp_path, look)


def test_undo(empty, copies, folder, tmp_path):
    """What is kept is always the state before some change, never one in between."""
    jobs.ingest(empty, folder, tmp_path / "made.acks")
    for line in (("tag", "1", "--tag", "river"), ("delete", "2"), ("dedupe", "--workers", "1")):
        assert jobs.say(empty, *line).code == 0
    counting = copies(empty)
    states = [jobs.contents(counting)]
    while jobs.say(counting, "undo").code == 0:
        states.append(jobs.contents(counting))
    assert len(states) > len(jobs.told(tmp_path / "made.acks"))

    def look(url, acknowledged, _expected):
        assert jobs.faults(url) == []
        assert jobs.contents(url) in states[len(acknowledged) : len(acknowledged) + 2]

    rounds("undo", empty, copies, folder, tmp_path, look)


def test_restore(sqlite_file, copies, tmp_path):
    """At any moment there is a whole database: what was there, or what is to be there."""
    folder = tmp_path / "backups"
    folder.mkdir()
    maintenance.backup(str(sqlite_file), folder / "backup.db")
    url = str(sqlite_file)
    jobs.filled(url)
    states = [jobs.contents(url), jobs.contents(str(folder / "backup.db"))]

    def look(url, acknowledged, _expected):
        assert jobs.faults(url) == []
        assert jobs.contents(url) in states[1 if acknowledged else 0 :]

    rounds("restore", url, copies, folder, tmp_path, look)


def test_copy(filled, copies, folder, tmp_path):
    def look(url, _acknowledged, _expected):
        assert jobs.faults(url) == []

    rounds("copy", filled, copies, folder, tmp_path, look)
    original = jobs.contents(filled)
    for number in range(ROUNDS):
        target = str(tmp_path / f"{number}.copy")
        assert jobs.contents(target) == original
        assert jobs.faults(target) == []
