"""What every command keeps to, whichever there are."""

from __future__ import annotations

import csv
import hashlib
import io
import json

import pytest
from typer.testing import CliRunner

from quotedb.cli.app import app

from .conftest import ARTICLE, BRIDGE, COMMANDS, GULLS, LAMPS, options

# One line a command that does something on the database of conftest. A new command adds its own.
RUNS = {
    "add": ("add", "The tide keeps no diary", "-s", "Ada Quill"),
    "ingest": ("ingest", "ARTICLE"),
    "extract": ("extract", "ARTICLE"),
    "compare": ("compare", "Nobody counts the gulls", "Nobody counts gulls"),
    "import": ("import", "jsonl", "LINES"),
    "export": ("export",),
    "dedupe": ("dedupe", "--workers", "1"),
    "search": ("search", "lamps"),
    "show": ("show", LAMPS),
    "speakers": ("speakers",),
    "speaker show": ("speaker", "show", "quill"),
    "speaker alias": ("speaker", "alias", "quill", "A. Quill"),
    "speaker role": ("speaker", "role", "quill", "Mayor"),
    "speaker merge": ("speaker", "merge", "quill", "kern"),
    "speaker new": ("speaker", "new", "Ada Quill", "--role", "Pilot"),
    "speaker wikidata": ("speaker", "wikidata", "quill", "Q1339"),
    "speaker rename": ("speaker", "rename", "quill", "Ada M. Quill"),
    "review": ("review", "--decisions", "DECISIONS"),
    "edit": ("edit", GULLS, "--place", "Port Ellery"),
    "tag": ("tag", GULLS, "--tag", "birds"),
    "status": ("status", LAMPS, "verified", "--because", "heard by three"),
    "merge": ("merge", GULLS, LAMPS),
    "split": ("split", LAMPS, "6"),
    "delete": ("delete", LAMPS),
    "log": ("log",),
    "undo": ("undo",),
    "check": ("check", "MANUSCRIPT", "--all"),
    "timeline": ("timeline", GULLS),
    "earliest": ("earliest", LAMPS),
    "conflicts": ("conflicts",),
    "cite": ("cite", "--format", "csl-json"),
    "db path": ("db", "path"),
    "db upgrade": ("db", "upgrade"),
    "db downgrade": ("db", "downgrade", "0002"),
    "db check": ("db", "check"),
    "db backup": ("db", "backup", "COPY"),
    "db restore": ("db", "restore", "MADE"),
    "db copy": ("db", "copy", "MADE", "COPY"),
    "db stats": ("db", "stats"),
    "db reindex": ("db", "reindex"),
}
# What has to be recorded before, where the database of conftest does not do.
BEFORE = {
    "review": [("add", "A bell with no rope is a piece of furniture", "-s", "Vera Lund")],
    "split": [("add", "The lamps on the pier were lit by hand", "-s", "Ada Quill")],
}
# These print a document in a format of its own, or only a remark; all others print facts.
NO_FACTS = {"export", "cite", "db path", "db upgrade", "db downgrade", "db backup", "db restore",
            "db reindex"}  # fmt: skip
# These change the database's form, place or index, and no fact in it.
MAINTENANCE = {"db upgrade", "db downgrade", "db backup", "db restore", "db reindex"}
WITHOUT_A_DATABASE = {"extract", "compare", "db copy"}  # or with two of their own
# Recording has done already what this would; or it is done elsewhere.
NOTHING_LEFT = {"dedupe", "db copy"}

NAMES = {" ".join(path): command for path, command in COMMANDS.items()}
FACTS = sorted(NAMES.keys() - NO_FACTS)
MAINTAINING = sorted(
    f"db {name}" for name in ("upgrade", "downgrade", "backup", "restore", "reindex")
)
"""They change no facts, and say what they did in a remark."""
REHEARSING = sorted(
    name for name in NAMES if "--dry-run" in options(NAMES[name]) and name not in MAINTAINING
)
READING = sorted(NAMES.keys() - set(REHEARSING) - MAINTENANCE)
WITH_A_DATABASE = sorted(NAMES.keys() - WITHOUT_A_DATABASE)


@pytest.fixture(params=sorted(NAMES))
def name(request):
    return request.param


@pytest.fixture
def line(request, article, made, tmp_path, quotedb, place):
    """The command line of a command's name, its files in place and what it needs recorded."""
    for needed in BEFORE.get(request.getfixturevalue("name"), ()) if place.exists() else ():
        assert quotedb(*needed).code == 0
    decisions = tmp_path / "decisions.jsonl"
    decisions.write_text('{"quote": 6, "to": 4, "decision": "distinct"}\n')
    lines = tmp_path / "lines.jsonl"
    lines.write_text(
        '{"text": "A bell without a rope is only furniture", "speaker": "Vera Lund"}\n'
    )
    manuscript = tmp_path / "manuscript.md"
    manuscript.write_text("“The lamps on the pier were lit by hand,” said Quill.\n", "utf-8")
    files = {
        "MANUSCRIPT": manuscript,
        "ARTICLE": article,
        "LINES": lines,
        "DECISIONS": decisions,
        "COPY": tmp_path / "copy.db",
        "MADE": made,
    }
    return lambda name: [str(files.get(part, part)) for part in RUNS[name]]


@pytest.fixture(autouse=True)
def stopped_clock(monkeypatch):
    """What is done twice is done at the same time, and prints the same."""
    monkeypatch.setattr("quotedb.store.history.now", lambda: "1999-05-04T12:00:00Z")


def digest(file):
    return hashlib.sha256(file.read_bytes()).hexdigest()


def test_the_table_above_has_every_command_and_no_other():
    assert RUNS.keys() == NAMES.keys(), "say in RUNS how it is run"
    assert NAMES.keys() >= (NO_FACTS | MAINTENANCE | WITHOUT_A_DATABASE)


def test_it_says_what_it_does_and_what_each_option_is_for(name):
    command = NAMES[name]
    assert command.help
    assert command.help.splitlines()[0].endswith((".", "?"))
    assert [param.name for param in command.params if not param.help] == []


def test_its_help_is_printed_and_names_every_option(name):
    # A terminal wide enough that no option is cut.
    shown = CliRunner().invoke(app, [*name.split(), "--help"], env={"COLUMNS": "200"})
    assert shown.exit_code == 0
    assert [option for option in options(NAMES[name]) if option not in shown.output] == []
    assert NAMES[name].help.split()[0] in shown.output


def test_it_does_what_it_does_and_says_done(filled, line, name):
    assert filled(*line(name)).code == 0


@pytest.mark.parametrize("name", FACTS)
def test_facts_come_in_four_formats_that_agree(filled, line, name):
    assert {"--format", "--json"} <= options(NAMES[name])
    dry = ["--dry-run"] if name in REHEARSING else []
    as_json = filled(*line(name), *dry, "--json")
    assert as_json.code == 0
    rows = as_json.json if isinstance(as_json.json, list) else [as_json.json]
    assert filled(*line(name), *dry, "--format", "json").out == as_json.out
    lines = filled(*line(name), *dry, "--format", "jsonl").out.splitlines()
    assert [json.loads(one) for one in lines] == rows
    table = list(csv.DictReader(io.StringIO(filled(*line(name), *dry, "--format", "csv").out)))
    assert len(table) == len(rows)
    assert [list(one) for one in table] == [list(one) for one in rows]
    assert len(filled(*line(name), *dry).out.splitlines()) >= len(rows)


@pytest.mark.parametrize("name", FACTS)
def test_a_format_that_is_none_is_wrong_usage(filled, line, name):
    done = filled(*line(name), "--format", "xml")
    assert (done.code, done.out) == (2, "")
    assert "jsonl" in done.err


@pytest.mark.parametrize("name", [n for n in WITH_A_DATABASE if n in FACTS])
def test_json_and_db_may_stand_before_the_command(filled, quotedb, line, name, place, tmp_path):
    dry = ["--dry-run"] if name in REHEARSING else []
    before = filled("--json", *line(name), *dry)
    assert before.json == filled(*line(name), *dry, "--json", "--db", place).json
    other = quotedb(*line(name), *dry, "--db", tmp_path / "other.db", "--json")
    assert other.out != before.out, "the nearer --db counts"


def test_commands_that_change_facts_can_be_rehearsed():
    changing = {"add", "ingest", "import", "edit", "tag", "status", "merge", "split", "delete",
                "review", "undo"}  # fmt: skip
    assert changing | {name for name in NAMES if name.startswith("speaker ")} <= {
        *REHEARSING, "speaker show"
    }  # fmt: skip


@pytest.mark.parametrize("name", REHEARSING)
def test_what_changes_facts_is_in_the_log_and_can_be_taken_back(filled, line, name):
    command = line(name)
    before, entries = filled("export").out, filled("log", "--json").json
    assert filled(*command).code == 0
    more = len(filled("log", "--json").json) - len(entries)
    assert more == (0 if name in NOTHING_LEFT else 1)
    if more and name != "undo":
        assert filled("undo").code == 0
        assert filled("export").out == before


@pytest.mark.parametrize("name", REHEARSING)
def test_a_rehearsal_prints_the_same_and_keeps_nothing(filled, line, name):
    before = filled("export").out
    rehearsed = filled(*line(name), "--dry-run", "--json")
    assert filled("export").out == before
    done = filled(*line(name), "--json")
    assert (done.code, done.json) == (rehearsed.code, rehearsed.json)
    if name not in NOTHING_LEFT:
        assert filled("export").out != before, f"{name} changes nothing that a rehearsal could keep"


@pytest.mark.parametrize("name", MAINTAINING)
def test_what_is_done_to_the_database_can_be_rehearsed(filled, line, name, place):
    command = line(name)

    def files():
        return sorted(p for p in place.parent.iterdir() if not p.name.endswith(("-wal", "-shm")))

    before, beside = digest(place), files()
    rehearsed = filled(*command, "--dry-run")
    assert (digest(place), files()) == (before, beside)
    done = filled(*command)
    assert (rehearsed.code, rehearsed.out) == (done.code, done.out)
    copied = rehearsed.err.strip()
    assert copied
    assert done.err.startswith(copied), "of a copy aside there may be a word more"


@pytest.mark.parametrize("name", READING)
def test_reading_changes_nothing(filled, line, name, place):
    before = digest(place)
    assert filled(*line(name)).code == 0
    assert digest(place) == before


MISSING = [n for n in READING if n not in WITHOUT_A_DATABASE and n != "db path"]


@pytest.mark.parametrize("name", MISSING)
def test_reading_makes_no_database_and_says_where_it_would_be(quotedb, line, name, place):
    done = quotedb(*line(name))
    assert (done.code, done.out) == (3, "")
    assert str(place) in done.err
    assert len(done.err.splitlines()) == 1
    assert not place.exists()


@pytest.mark.parametrize("name", sorted(WITHOUT_A_DATABASE | {"db path"}))
def test_these_need_no_database(quotedb, line, name, place):
    assert quotedb(*line(name)).code == 0
    assert not place.exists()


def test_an_option_that_is_none_is_one_line(filled, name):
    done = filled(*name.split(), "--frobnicate")
    assert (done.code, done.out) == (2, "")
    assert len(done.err.splitlines()) == 1
    assert "--frobnicate" in done.err


# The keys that other programs rely on; a command may print more, never fewer.
RELIED_ON = {
    "add": "outcome quote attestation source speaker text relation_to",
    "ingest": "outcome quote attestation source speaker text relation_to",
    "extract": "text start end kind speaker speaker_as_written cue said language confidence file",
    "compare": "kind score reason",
    "search": "id text speaker said language status attestations sources relations",
}


@pytest.mark.parametrize("name", RELIED_ON)
def test_the_keys_that_programs_rely_on(filled, line, name):
    shown = filled(*line(name), "--json").json
    rows = [shown] if name == "compare" else shown
    assert isinstance(rows, list)
    assert rows
    assert all(set(RELIED_ON[name].split()) <= row.keys() for row in rows)


def test_the_keys_inside_a_hit(filled):
    [hit] = filled("search", "boats", "--all", "--outlet", "drum", "--json").json
    assert hit["relations"] == [{"kind": "excerpt_of", "to": GULLS}]
    assert {"title", "outlet", "issued", "url"} <= hit["sources"][0].keys()
    assert hit["sources"][0]["outlet"] == "The Drum"


@pytest.mark.parametrize(
    "arguments",
    [("search", "xyzzyplugh"), ("speakers", "xyzzyplugh"), ("extract", "PLAIN"), ("db", "check")],
    ids=lambda arguments: arguments[0],
)
def test_no_hits_are_an_empty_list_and_done(filled, tmp_path, arguments):
    plain = tmp_path / "plain.txt"
    plain.write_text("The bridge was opened yesterday. Nobody spoke.\n", "utf-8")
    done = filled(*(str(plain) if part == "PLAIN" else part for part in arguments), "--json")
    assert (done.code, done.json) == (0, [])


def test_a_fact_is_printed_whatever_script_it_is_in(filled):
    assert filled("show", BRIDGE, "--json").json["text"] == "Köprünün ayakları gelecek yıl bitecek"
    assert "Köprünün ayakları" in filled("show", BRIDGE, "--json").out, "not as escapes"


def test_the_fixture_article_has_what_the_tests_take_from_it(quotedb, article):
    found = quotedb("extract", article, "--json").json
    assert [ARTICLE[q["start"] : q["end"]] for q in found] == [q["text"] for q in found]
    assert {q["speaker"] for q in found} == {"Vera Lund"}
