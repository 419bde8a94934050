"""How long a search takes inside a process, beside the bare SQL that finds the same quotes.

    python benchmarks/search.py [QUOTES] [--limit 50] [--runs 15]

A SQLite store of so many synthetic quotes (100,000 unless told otherwise) is made of words drawn
from a seeded generator, a few of them common and most of them rare, as in a language. Each
question is asked through the action that `quotedb search` runs, which gives whole quotes with
their sources and relations, and in turn as the least SQL that gives the same ids and words over
`sqlite3`; the medians are compared. The run stops if the two do not find the same.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from quotedb.actions.search import query, search
from quotedb.facts import Search
from quotedb.store import maintenance
from quotedb.store.database import Database, open_database
from quotedb.text.dates import parse_edtf
from quotedb.text.fingerprint import digest
from quotedb.text.folding import fold

SEED = 20
SYLLABLES = [c + v for c in "bcdfghklmnprstvyz" for v in "aeiou"]
VOCABULARY = 20_000
SPEAKERS = 500
QUOTES_IN_A_SOURCE = 20
MANY = "Ada Quill"
"""The speaker of every tenth quote."""

Ids = list[int]
Row = tuple[int, str, str, int, int, str, int | None, int | None]
"""A quote: id, text, key, its hash, speaker, said, and the first and last day of that."""

# Each ends in LIMIT ?, which SQLite takes for no limit when it is -1.
BY_WORDS = (
    "SELECT q.id, q.text FROM quote_words w JOIN quote q ON q.id = w.rowid"
    " WHERE quote_words MATCH ? ORDER BY rank, q.id LIMIT ?"
)
BY_SPEAKER = (
    "SELECT id, text FROM quote WHERE speaker_id = ?"
    " ORDER BY said_earliest, said_latest, id LIMIT ?"
)
BY_DATE = (
    "SELECT id, text FROM quote WHERE said_latest >= ? AND said_earliest <= ?"
    " ORDER BY said_earliest, said_latest, id LIMIT ?"
)
NO_LIMIT = -1


@dataclass(frozen=True, slots=True)
class Question:
    """One search: what it is, how it is asked of the store, and the least SQL for the same."""

    name: str
    wanted: Search
    sql: str
    parameters: tuple[object, ...]


def vocabulary(chance: random.Random) -> list[str]:
    """Distinct words of two to five syllables, the common ones first."""
    words: dict[str, None] = {}
    while len(words) < VOCABULARY:
        words["".join(chance.choices(SYLLABLES, k=chance.randint(2, 5)))] = None
    return list(words)


def texts(chance: random.Random, words: list[str], number: int) -> Iterator[str]:
    """Quotes of 6 to 30 words, a word as often as its rank says (Zipf)."""
    weights = list(accumulate(1 / rank for rank in range(1, len(words) + 1)))
    for _ in range(number):
        yield " ".join(chance.choices(words, cum_weights=weights, k=chance.randint(6, 30)))


def fill(path: Path, made: list[str], chance: random.Random) -> None:
    """Put the quotes into an empty store, each with a speaker, a date and one attestation."""
    people = [MANY, *(f"Speaker Number {number}" for number in range(2, SPEAKERS + 1))]
    rows = [_row(number, text, chance) for number, text in enumerate(made, 1)]
    with sqlite3.connect(path) as raw:
        raw.executemany("INSERT INTO speaker (id, name, kind) VALUES (?, ?, 'person')",
                        enumerate(people, 1))  # fmt: skip
        raw.executemany("INSERT INTO speaker_name (speaker_id, text, key) VALUES (?, ?, ?)",
                        [(i, name, fold(name)) for i, name in enumerate(people, 1)])  # fmt: skip
        raw.executemany(
            "INSERT INTO source (id, csl_type, title, authors, content_hash)"
            " VALUES (?, 'article-newspaper', ?, '[]', ?)",
            [(i, f"Article {i}", str(i)) for i in range(1, len(made) // QUOTES_IN_A_SOURCE + 2)],
        )
        raw.executemany(
            "INSERT INTO quote (id, text, key, key_hash, language, speaker_id, said,"
            " said_earliest, said_latest, said_inferred, status)"
            " VALUES (?, ?, ?, ?, 'en', ?, ?, ?, ?, 0, 'unverified')",
            rows,
        )
        raw.executemany(
            "INSERT INTO attestation (quote_id, source_id, anchor, exact, prefix, suffix,"
            " start_offset, speaker_id, said_inferred, kind, method, confidence)"
            " VALUES (?, ?, ?, ?, '', '', ?, ?, 0, 'direct', 'extraction', 1.0)",
            [(r[0], 1 + r[0] // QUOTES_IN_A_SOURCE, str(r[0]), r[1], r[0], r[4]) for r in rows],
        )
        raw.execute("ANALYZE")
    raw.close()


def _row(number: int, text: str, chance: random.Random) -> Row:
    key = fold(text)
    said = f"{chance.randint(1950, 2024)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    day = parse_edtf(said)
    speaker = 1 if number % 10 == 0 else chance.randint(2, SPEAKERS)
    return number, text, key, digest(key), speaker, said, day.earliest, day.latest


def questions(made: list[str], limit: int) -> list[Question]:
    """What is asked: the words are chosen by how many quotes have them."""
    seen = Counter(word for text in made for word in set(text.split()))
    alone = _no_beginnings(seen)
    rare = min(alone, key=lambda w: (abs(seen[w] - 5), w))
    common = min(alone, key=lambda w: (abs(seen[w] - len(made) // 20), w))
    long = min((w for w in alone if len(w) >= 8), key=lambda w: (abs(seen[w] - 5), w))
    phrase = " ".join(made[0].split()[:3])
    days = parse_edtf("1999-02").earliest, parse_edtf("1999-04").latest
    between = query(since="1999-02", until="1999-04", limit=limit)
    return [
        _words("a rare word", rare, rare, limit),
        _words("a common word", common, common, limit),
        _words("a common word, all", common, common, None),
        _words("a phrase", phrase, phrase, limit),
        _words("a typo", long[:5] + long[6] + long[5] + long[7:], long, limit),
        Question("a busy speaker", query(speaker="quill", limit=limit), BY_SPEAKER, (1, limit)),
        Question("a busy speaker, all", query(speaker="quill"), BY_SPEAKER, (1, NO_LIMIT)),
        Question("three months", between, BY_DATE, (*days, limit)),
    ]


def _no_beginnings(seen: Counter[str]) -> list[str]:
    """The words with which no other begins: those that are looked for stand for themselves."""
    ordered = sorted(seen)
    after = [*ordered[1:], ""]
    return [w for w, then in zip(ordered, after, strict=True) if not then.startswith(w)]


def _words(name: str, asked: str, meant: str, limit: int | None) -> Question:
    match = " ".join(f'"{word}"*' for word in meant.split())
    return Question(name, query(asked, limit=limit), BY_WORDS, (match, limit or NO_LIMIT))


def ours(database: Database, question: Question) -> Ids:
    """The ids that the action finds, each with its quote whole."""
    return [hit.quote.id or 0 for hit in search(database, question.wanted)]


def bare(raw: sqlite3.Connection, question: Question) -> Ids:
    """The ids that the least SQL finds, each with its words."""
    return [row[0] for row in raw.execute(question.sql, question.parameters).fetchall()]


def milliseconds(systems: list[Callable[[], Ids]], runs: int) -> list[float]:
    """Median milliseconds of each, run in turn, after one run that is not counted."""
    taken: list[list[float]] = [[] for _ in systems]
    for turn in range(runs + 1):
        for system, times in zip(systems, taken, strict=True):
            begun = time.perf_counter()
            system()
            if turn:
                times.append((time.perf_counter() - begun) * 1000)
    return [statistics.median(times) for times in taken]


def measure(database: Database, raw: sqlite3.Connection, asked: Question, runs: int) -> str:
    """One line of the table.

    Raises:
        SystemExit: the two do not find the same quotes in the same order.
    """
    found, floor = ours(database, asked), bare(raw, asked)
    if found != floor:
        raise SystemExit(f"{asked.name}: {len(found)} and {len(floor)} hits are not the same")
    mine, least = milliseconds([lambda: ours(database, asked), lambda: bare(raw, asked)], runs)
    return f"{asked.name:20} {len(found):6} {mine:9.2f} {least:9.2f} {mine / least:7.1f}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("quotes", nargs="?", type=int, default=100_000)
    parser.add_argument("--limit", type=int, default=50)
    parser.add_argument("--runs", type=int, default=15)
    options = parser.parse_args()
    chance = random.Random(SEED)
    made = list(texts(chance, vocabulary(chance), options.quotes))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "quotes.db")
        maintenance.upgrade(str(path))
        begun = time.perf_counter()
        fill(path, made, chance)
        size = path.stat().st_size / 1e6
        took = time.perf_counter() - begun
        print(f"{len(made):,} quotes, {size:.0f} MB, written in {took:.1f} s")
        print(f"{'search':20} {'hits':>6} {'ms':>9} {'SQL ms':>9} {'ratio':>7}")
        database, raw = open_database(str(path), mode="read"), sqlite3.connect(path)
        for question in questions(made, options.limit):
            print(measure(database, raw, question, options.runs))
        raw.close()
        database.close()


if __name__ == "__main__":
    main()
