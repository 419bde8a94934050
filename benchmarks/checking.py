"""How long a manuscript of 300 quotations takes to check, beside one `quotedb search`.

    python benchmarks/checking.py [QUOTES] [--quotations 300] [--runs 3] [--db FILE]

A SQLite store of so many synthetic quotes (100,000 unless told otherwise) is made as in
`benchmarks/search.py`, with their fingerprints. A Markdown manuscript is written that prints every
third quotation as it is stored, every third with a word changed, and every third of nobody's; and
both command lines are run as a person would run them, each in a process of its own. The run stops
if the check does not find just what was put in. The goal is a ratio under 10.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from search import fill, texts, vocabulary

from quotedb.store import maintenance
from quotedb.store.database import open_database

SEED = 6


def make(file: Path, number: int) -> None:
    """A store of so many quotes, with the fingerprints that look-alikes are found by."""
    chance = random.Random(SEED)
    maintenance.upgrade(str(file))
    database = open_database(str(file), mode="write")
    fill(database, list(texts(chance, vocabulary(chance), number)))
    maintenance.reindex(database)
    database.close()


def quoted(file: Path, count: int) -> list[tuple[str, str]]:
    """Speakers and texts of quotes drawn from the store."""
    with sqlite3.connect(file) as conn:
        sql = (
            "SELECT p.name, q.text FROM quote q JOIN speaker p ON p.id = q.speaker_id"
            " WHERE q.id % ? = 0 ORDER BY q.id"
        )
        [(last,)] = conn.execute("SELECT MAX(id) FROM quote")
        return conn.execute(sql, (max(1, last // (3 * count)),)).fetchall()


def manuscript(chosen: list[tuple[str, str]], count: int) -> tuple[str, Counter[str]]:
    """The text, and how often each code is to be found in it."""
    chance = random.Random(SEED)
    paragraphs, told = [], Counter[str]()
    long = [(who, text) for who, text in chosen if len(text.split()) > 9][:count]
    for place, (who, text) in enumerate(long):
        words = text.split()
        code = ("Q001", "Q101", "Q501")[place % 3]
        if code == "Q101":
            words[len(words) // 2] = "harpsichord"
        elif code == "Q501":
            words = ["".join(chance.choices("xwqj", k=6)) for _ in words]
        told[code] += 1
        paragraphs.append(f"{who} said: “{' '.join(words).capitalize()}.”")
    return "\n\n".join(paragraphs), told


def timed(*arguments: str) -> tuple[float, str]:
    """Seconds that a command line takes, and what it prints."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "quotedb", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - start
    if done.returncode > 1:
        raise SystemExit(done.stderr)
    return seconds, done.stdout


def main() -> None:
    """Make the store, run both in turn, print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("quotes", nargs="?", type=int, default=100_000)
    parser.add_argument("--quotations", type=int, default=300)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--db", type=Path, help="a store made by this program before")
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = told.db or Path(folder, "quotes.db")
        if not file.exists():
            make(file, told.quotes)
        os.environ["QUOTEDB_CONFIG"] = str(Path(folder, "no-config.toml"))
        text, expected = manuscript(quoted(file, told.quotations), told.quotations)
        written = Path(folder, "manuscript.md")
        written.write_text(text, encoding="utf-8")
        word = text.split("“")[1].split()[1]
        search, check = [], []
        for _ in range(told.runs):
            search.append(timed("--db", str(file), "search", word, "--limit", "20")[0])
            seconds, out = timed("--db", str(file), "check", str(written), "--all", "--json")
            check.append(seconds)
            found = Counter(row["code"] for row in json.loads(out))
            if found != expected:
                raise SystemExit(f"found {dict(found)}, put in {dict(expected)}")
    one, other = statistics.median(search), statistics.median(check)
    print(f"{told.quotes:,} quotes, {sum(expected.values())} quotations, median of {told.runs}")
    print(f"{'search once':<14}{one:8.2f} s")
    print(f"{'check':<14}{other:8.2f} s   {other / one:.1f} x")


if __name__ == "__main__":
    main()
