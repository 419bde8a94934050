"""What a person waits for loads nothing heavy, and writers beside each other lose nothing."""

from __future__ import annotations

import subprocess
import sys

import pytest

from quotedb.store import maintenance
from quotedb.store.database import open_database

HEAVY = (
    "sqlalchemy",
    "sqlmodel",
    "alembic",
    "rapidfuzz",
    "numpy",
    "lingua",
    "edtf",
    "psycopg",
    "rich",
)

WATCH = """
import sys
from quotedb.cli.app import run
code = run(sys.argv[2:])
heavy = sorted(set(sys.argv[1].split(",")) & set(sys.modules))
print(code, heavy, file=sys.stderr)
"""


def loads(url, *arguments):
    command = [sys.executable, "-c", WATCH, ",".join(HEAVY), "--db", str(url), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stderr.splitlines()[-1]


@pytest.fixture
def file(tmp_path):
    from .conftest import fill

    path = tmp_path / "quotes.db"
    database = open_database(str(path), mode="write")
    fill(database)
    database.close()
    return path


@pytest.mark.parametrize(
    "arguments",
    [
        ("search", "--speaker", "hamlet"),
        ("search", "to be", "--since", "1600", "--json"),
        ("show", "1"),
        ("speakers",),
        ("speaker", "show", "hamlet"),
        ("db", "stats"),
        ("db", "path"),
        ("export",),
    ],
)
def test_a_reading_command_loads_nothing_heavy(file, arguments):
    assert loads(file, *arguments) == "0 []"


def test_extracting_loads_no_database(file, tmp_path):
    article = tmp_path / "a.txt"
    article.write_text("“To be, or not to be,” said Prince Hamlet.\n", encoding="utf-8")
    assert loads(file, "extract", article) == "0 ['lingua']"


def test_importing_the_package_loads_nothing_at_all():
    code = (
        "import sys, quotedb; "
        f"assert not set(sys.modules) & {{{', '.join(map(repr, (*HEAVY, 'typer', 'sqlite3')))}}}"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


WRITE = """
import sys
from quotedb.cli.app import run
for number in range(15):
    words = f"Saying number {number} which both of us have heard before"
    code = run(["--db", sys.argv[1], "add", words, "-s", "Ada Quill", "--outlet", sys.argv[2]])
    assert code == 0, code
"""


def test_two_writers_at_once_lose_and_double_nothing(tmp_path):
    path = str(tmp_path / "shared.db")
    open_database(path, mode="write").close()
    maintenance.upgrade(path)
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITE, path, outlet], stdout=subprocess.DEVNULL)
        for outlet in ("The Bugle", "The Horn")
    ]
    assert [writer.wait() for writer in writers] == [0, 0]
    database = open_database(path, mode="read")
    counts = maintenance.stats(database)
    assert (counts["quotes"], counts["attestations"]) == (15, 30)
    assert (counts["speakers"], counts["sources"]) == (1, 2)
    assert maintenance.check(database) == []
    database.close()
