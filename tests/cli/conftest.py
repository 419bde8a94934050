"""The command line on a small database, made once by the command line itself and copied."""

from __future__ import annotations

import io
import json
import shutil
from dataclasses import dataclass

import pytest
import typer

from quotedb.cli.app import app, run

# Every sentence, speaker and outlet is invented.
ENTRIES = (
    ("The lamps on the pier were lit by hand", "-s", "Ada Quill", "--said", "1999-05-04",
     "--title", "Lamps out", "--outlet", "The Bugle", "--issued", "1999-05-05",
     "--author", "Hartmann, Greta", "--locator", "p. 7", "--role", "Harbour Master",
     "--tag", "sea", "--tag", "dusk", "--lang", "en"),
    ("Nobody counts the gulls in winter, and nobody paints the boats before spring", "-s",
     "Ada Quill", "--said", "2001", "--title", "A quiet coast", "--outlet", "The Horn",
     "--tag", "sea", "--lang", "en"),
    ("Köprünün ayakları gelecek yıl bitecek", "-s", "Otto Kern", "--said", "2001-03",
     "--outlet", "Kıyı Postası", "--title", "Köprü yükseliyor", "--lang", "tr"),
    ("A bell without a rope is only furniture", "-s", "Vera Lund", "--said", "1984/1986",
     "--outlet", "The Bugle", "--title", "On bells", "--tag", "dusk", "--lang", "en-GB"),
    ("nobody paints the boats before spring", "-s", "Ada Quill", "--outlet", "The Drum",
     "--title", "Heard on the quay"),
)  # fmt: skip
LAMPS, GULLS, BRIDGE, BELL, PART = range(1, 6)

ARTICLE = """Title: A bridge at last
Outlet: The Bugle
Published: 4 May 1999

Mayor Vera Lund told the council: “The bridge will stand, whatever the river does.”
“We paid for it ourselves,” said Lund.
"""


@dataclass
class Result:
    """What a shell would see."""

    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


def commands(group=None, path=()):
    """The live list: each command's path, such as ("speaker", "show"), with the command."""
    group = group or typer.main.get_command(app)
    for name, member in group.commands.items():
        if hasattr(member, "commands"):
            yield from commands(member, (*path, name))
        else:
            yield (*path, name), member


COMMANDS = dict(commands())


def options(command):
    return {name for param in command.params for name in param.opts if name.startswith("-")}


@pytest.fixture
def place(tmp_path):
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


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """The database with the entries, as a file to copy."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("made")
        patch.setenv("QUOTEDB_CONFIG", str(folder / "no-config.toml"))
        file = folder / "quotes.db"
        for entry in ENTRIES:
            assert run(["--db", str(file), "add", *entry, "--quiet", "--json"]) == 0
    return file


@pytest.fixture
def filled(quotedb, place, made):
    """The command line on a copy of the database with the entries."""
    shutil.copy(made, place)
    return quotedb


@pytest.fixture
def article(tmp_path):
    file = tmp_path / "article.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    return file


@pytest.fixture
def typed(monkeypatch):
    """Puts words on standard input."""

    def type_in(words):
        stream = io.TextIOWrapper(io.BytesIO(words.encode()), encoding="utf-8")
        monkeypatch.setattr("sys.stdin", stream)

    return type_in
