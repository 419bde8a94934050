"""How fast `quotedb import` takes a file in, and how its memory grows with what was read.

    python benchmarks/importing.py FILE [--workers 2] [--rows 10]
    python benchmarks/importing.py --megabytes 2000 [--letters 150]

Without a FILE one is made of that size (`made_records.py`), its quotations of about so many
letters. The command runs as a user's would, into a new SQLite store, and is watched from outside
(through Linux's /proc): at even steps of the quotes that are stored, the seconds, and the most
memory since the step before, of the process and of those that help it. Where the file is streamed,
memory stops growing while the file goes on. Beside it, in the same run, the floors: the file's
lines read and parsed by `json` alone, and the stored quotes written to a plain table by one
`INSERT` a thousand.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from made_records import made

AT_ONCE = 1000
PAUSE = 0.5


@dataclass(frozen=True, slots=True)
class Seen:
    """Seconds since the start, quotes stored, megabytes of the process and of its helpers."""

    seconds: float
    quotes: int
    own: int
    helpers: int


def resident(process: int) -> int:
    """Megabytes of memory that a process has now; 0 when it is gone."""
    try:
        lines = Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) // 1024 for line in lines if line.startswith("VmRSS")), 0)


def helpers(process: int) -> list[int]:
    """The processes that a process started, and those that they did."""
    found: list[int] = []
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            children = [int(child) for child in task.read_text(encoding="ascii").split()]
        except OSError:
            continue
        found += [one for child in children for one in (child, *helpers(child))]
    return found


def stored(path: Path) -> int:
    """Quotes in a store that another process writes."""
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as raw:
            return int(raw.execute("SELECT COALESCE(MAX(id), 0) FROM quote").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def watched(running: subprocess.Popen[bytes], path: Path) -> Iterator[Seen]:
    """What is seen of a run until it ends."""
    begun = time.perf_counter()
    while running.poll() is None:
        others = sum(resident(one) for one in helpers(running.pid))
        yield Seen(time.perf_counter() - begun, stored(path), resident(running.pid), others)
        time.sleep(PAUSE)


def parsed_in(path: Path) -> float:
    """Seconds to read the lines and parse them."""
    begun = time.perf_counter()
    with path.open("rb") as lines:
        for line in lines:
            json.loads(line)
    return time.perf_counter() - begun


def inserted_in(store: Path, folder: Path) -> float:
    """Seconds to write the words of the stored quotes to a plain table."""
    begun = time.perf_counter()
    with (
        closing(sqlite3.connect(store)) as source,
        closing(sqlite3.connect(folder / "plain.db", isolation_level=None)) as target,
    ):
        target.execute("CREATE TABLE quote (id INTEGER PRIMARY KEY, text TEXT NOT NULL)")
        rows = source.execute("SELECT id, text FROM quote")
        while some := list(islice(rows, AT_ONCE)):
            target.execute("BEGIN")
            target.executemany("INSERT INTO quote VALUES (?, ?)", some)
            target.execute("COMMIT")
    return time.perf_counter() - begun


def told(seen: list[Seen], rows: int) -> None:
    """Print the table: even steps of the quotes, and of each the most memory since the last."""
    print(f"{'':>5} {'seconds':>8} {'quotes':>10} {'quotes/s':>9} {'MB':>7} {'helpers MB':>11}")
    before, after = seen[0], 0
    for step in range(1, rows + 1):
        quotes = seen[-1].quotes * step / rows
        place = next(place for place, one in enumerate(seen) if one.quotes >= quotes)
        some, one = seen[after : place + 1] or [seen[place]], seen[place]
        rate = (one.quotes - before.quotes) / max(one.seconds - before.seconds, 0.001)
        own, helped = max(one.own for one in some), max(one.helpers for one in some)
        print(
            f"{step / rows:5.0%} {one.seconds:8.0f} {one.quotes:10,} {rate:9,.0f} {own:7,}"
            f" {helped:11,}"
        )
        before, after = one, place + 1
    print(f"at most {max(one.own + one.helpers for one in seen):,} MB at one time")


def main() -> None:
    """Import, watch, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path, nargs="?")
    parser.add_argument("--megabytes", type=int, default=200, help="of a file that is made")
    parser.add_argument("--letters", type=int, default=150, help="of a quotation that is made")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--rows", type=int, default=10)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path, file = Path(folder, "quotes.db"), options.file or Path(folder, "made.jsonl")
        if not options.file:
            made(file, options.megabytes, options.letters)
        size = file.stat().st_size / 1e6
        command = [
            sys.executable, "-m", "quotedb", "--db", str(path), "import", str(file),
            "--workers", str(options.workers), "--json",
        ]  # fmt: skip
        with subprocess.Popen(command, stdout=subprocess.PIPE) as running:
            seen = list(watched(running, path))
            said = running.stdout.read().decode() if running.stdout else ""
        if running.returncode:
            raise SystemExit(f"the import ended with {running.returncode}")
        seen.append(Seen(seen[-1].seconds, stored(path), seen[-1].own, seen[-1].helpers))
        counts, took = json.loads(said), seen[-1].seconds
        print(f"{size:,.0f} MB, {said.strip()}")
        told(seen, options.rows)
        floors = parsed_in(file), inserted_in(path, Path(folder))
        print(f"{counts['read'] / took:,.0f} records/s in {took:,.0f} s")
        for name, floor in zip(("json alone", "a plain INSERT"), floors, strict=True):
            print(f"{name:15} {floor:8.1f} s; the import took {took / floor:6.1f} times as long")


if __name__ == "__main__":
    main()
