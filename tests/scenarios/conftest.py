"""A command line on a database of its own, and the fixture articles."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from quotedb.cli.app import run

FIXTURES = Path(__file__).parents[2] / "fixtures" / "scenarios"


@dataclass
class Result:
    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.setenv("QUOTEDB_CONFIG", str(tmp_path / "no-config.toml"))
    monkeypatch.delenv("QUOTEDB_URL", raising=False)
    return tmp_path / "quotes.db"


@pytest.fixture
def quotedb(place, capsys):
    """Runs one command line, as a shell would, on the database at `place`."""

    def command(*arguments):
        capsys.readouterr()
        code = run(["--db", str(place), *map(str, arguments)])
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    return command


@pytest.fixture
def liman():
    """A Turkish article: a lead and a heading that print two of the body's quotes shorter."""
    return FIXTURES / "liman.txt"


@pytest.fixture
def harbour():
    """An English article of the same congress, with headers."""
    return FIXTURES / "harbour.txt"
