"""Whatever comes in at a door, it is taken, or what is wrong with it is said: no crash, no hang.

Each door is tried with as many spoilt inputs as QUOTEDB_FUZZ_INPUTS says, or for so long as
QUOTEDB_FUZZ_SECONDS says; QUOTEDB_FUZZ_SEED draws others. What fails is told with its number, and
kept in a file whose name is told too.
"""

from __future__ import annotations

import os
import random
import resource
import signal
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

import quotedb
from quotedb import readers
from quotedb.actions.importing import Asked, import_file
from quotedb.actions.ingest import ingest
from quotedb.errors import QuotedbError
from quotedb.facts import Article, Clipping, Fact
from quotedb.store import maintenance
from quotedb.store.database import open_database
from quotedb.text.dates import parse_edtf, read_date

from .mutations import spoilt

INPUTS = int(os.environ.get("QUOTEDB_FUZZ_INPUTS", "25"))
SECONDS = float(os.environ.get("QUOTEDB_FUZZ_SECONDS", "0"))
SEED = os.environ.get("QUOTEDB_FUZZ_SEED", "1")
HUNG = 20
"""Seconds after which an input of at most 200 kB is taken to hang."""
HEAP = 1_000
"""Megabytes by which no door may grow."""

FIXTURES = Path(__file__).parents[2] / "fixtures"
LANGUAGES = ("de", "en", "es", "fr", "ru", "tr")
DATES = ["1850~", "1984/2004", "2021-03-30", "-0044-03-15", "18 Mart 2021", "am 3. Mai 1999",
         "le 1er avril 2020", "March 3, 2019", "5 мая 1921", "201X", "../1999"]  # fmt: skip

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no alarm")


class Hung(Exception):
    """An input took too long."""


@contextmanager
def watched():
    def ring(*_):
        raise Hung(f"more than {HUNG} s")

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, HUNG)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def megabytes():
    """The most that this process ever had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def tried(name, seeds, door):
    """Try a door: it answers, or raises an error of ours."""
    begun, grown, number = time.monotonic(), megabytes(), 0
    while time.monotonic() - begun < SECONDS if SECONDS else number < INPUTS:
        data = spoilt(random.Random(f"{SEED} {name} {number}"), seeds)
        try:
            with watched():
                door(data)
        except QuotedbError as error:
            assert "\n" not in str(error)
        except BaseException as error:
            with tempfile.NamedTemporaryFile(prefix="quotedb-fuzz-", delete=False) as file:
                file.write(data)
            raise AssertionError(f"{name}, input {number}, kept in {file.name}") from error
        number += 1
    assert megabytes() - grown < HEAP


def seeds_of(*globs):
    found = [path.read_bytes() for glob in globs for path in sorted(FIXTURES.glob(glob))]
    assert found
    return found


@pytest.mark.parametrize("name", readers.REGISTRY.names())
def test_a_reader(name):
    reader = readers.REGISTRY.load(name)

    def read(data):
        if hasattr(reader, "read"):
            for article in reader.read(data, "spoilt"):
                assert isinstance(article, Article)
        else:
            for one in reader.records(data.splitlines(keepends=True), "spoilt"):
                assert isinstance(one, (Clipping, QuotedbError, *Fact.__args__))

    tried(name, seeds_of(f"readers/{name}.*"), read)


@pytest.mark.parametrize("name", readers.record_formats())
def test_an_import(name, tmp_path):
    database = open_database(str(tmp_path / "q.db"), mode="write")
    file = tmp_path / "spoilt"

    def taken(data):
        file.write_bytes(data)
        asked = Asked(name, {"text": "quote"} if name == "csv" else None, False, 1)
        import_file(database, str(file), asked, str)

    tried(f"import {name}", seeds_of(f"readers/{name}.*"), taken)
    assert maintenance.check(database) == []
    database.close()


def test_which_format_it_is():
    tried("guess", seeds_of("readers/*"), lambda data: readers.guessed("spoilt", data))


@pytest.mark.parametrize("tag", [*LANGUAGES, None])
def test_the_extractor(tag):
    language = tag or "en"
    seeds = seeds_of(f"articles/{language}/*.txt" if language != "en" else "scenarios/harbour.txt")

    def extracted(data):
        text = data.decode(errors="replace")
        for found in quotedb.extract(text, tag):
            assert 0 <= found.start <= found.end <= len(text)

    tried(f"extract {tag}", seeds, extracted)


def test_an_article_that_is_taken_in(tmp_path):
    database = open_database(str(tmp_path / "q.db"), mode="write")

    def taken(data):
        file = tmp_path / "spoilt.txt"
        file.write_bytes(data)
        for article in readers.REGISTRY.load("plain").read(data, str(file)):
            ingest(database, article)

    tried("ingest", seeds_of("articles/*/*.txt", "scenarios/*.txt"), taken)
    assert maintenance.check(database) == []
    database.close()


def test_the_matcher():
    def compared(data):
        a, b = data[: len(data) // 2].decode(errors="replace"), data.decode(errors="replace")
        verdict = quotedb.compare(a[:5000], b[:5000])
        assert 0 <= verdict.score <= 100
        assert quotedb.compare(b[:5000], a[:5000]) == verdict

    tried("compare", seeds_of("articles/*/*.txt"), compared)


def test_the_dates():
    def dated(data):
        text = data.decode(errors="replace")
        for tag in (*LANGUAGES, None):
            read_date(text, tag)
        parse_edtf(text)

    tried("dates", [date.encode() for date in DATES], dated)
