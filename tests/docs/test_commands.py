"""Every command and option that a document names is there, and every command is in the README."""

from __future__ import annotations

import re

import pytest

from quotedb.cli.options import Format
from quotedb.exporters import REGISTRY as EXPORTERS
from quotedb.readers import REGISTRY as READERS

from .conftest import (
    COMMANDS,
    DOCUMENTS,
    ROOT,
    ROOT_OPTIONS,
    TOLD,
    in_code,
    named,
    options_in,
    options_of,
)

README, CHANGELOG = ROOT / "README.md", ROOT / "CHANGELOG.md"
EVERY_OPTION = ROOT_OPTIONS.union(*map(options_of, COMMANDS.values()))


def spoken(path):
    """The command lines in a document's prose, without the program's name."""
    return [span.removeprefix("quotedb ") for span in in_code(path) if span.startswith("quotedb ")]


LINES = [
    pytest.param(line, id=f"{path.name}: {line[:60]}")
    for path in DOCUMENTS
    for line in spoken(path)
]


@pytest.mark.parametrize("line", LINES)
def test_a_command_in_the_prose_is_there_with_its_options(line):
    missing = [name for name in named(line) if name not in COMMANDS]
    assert missing == []
    wanted = set(options_in(line))
    for name in named(line):
        assert wanted <= options_of(COMMANDS[name]) | ROOT_OPTIONS, name
    assert wanted <= EVERY_OPTION


@pytest.mark.parametrize("path", TOLD, ids=lambda path: path.name)
def test_an_option_in_the_prose_is_there(path):
    told = [option for span in in_code(path) for option in options_in(span)]
    assert [option for option in told if option not in EVERY_OPTION] == []


def test_every_command_is_in_the_readme():
    told = {name for line in spoken(README) for name in named(line)}
    assert set(COMMANDS) - told == set()


def test_every_command_of_the_changelog_is_there():
    spans = [span for span in in_code(CHANGELOG) if re.fullmatch(r"[a-z]+( [a-z|]+)?", span)]
    told = {name for span in spans for name in named(span)}
    assert told, "the changelog names commands"
    assert told - COMMANDS.keys() == set()


def test_every_command_is_in_the_changelog():
    told = {name for span in in_code(CHANGELOG) for name in named(span)}
    assert {name for name in COMMANDS if name not in told} == set()


def test_a_family_without_its_members_is_named_whole():
    assert named("speaker show|alias WHO") == ["speaker show", "speaker alias"]
    assert named("COMMAND --help") == []


def test_the_formats_of_facts_are_those_of_the_readme():
    [told] = [span for span in in_code(README) if span.startswith("--format ")]
    assert told.removeprefix("--format ").split("|") == [one.value for one in Format]


def help_of(command, name):
    [text] = [param.help for param in COMMANDS[command].params if param.name == name]
    return text


def test_the_formats_that_help_names_are_there():
    citing = {name for name in EXPORTERS.names() if hasattr(EXPORTERS.load(name), "cite")}
    assert set(help_of("cite", "output").split(", ")) - {"…"} <= citing
    assert re.match(r"[a-z-]+", help_of("export", "output"))[0] in EXPORTERS.names()
    reading = {name for name in READERS.names() if hasattr(READERS.load(name), "records")}
    told = help_of("import", "form").partition(": ")[2].rstrip(".").split(", ")
    assert set(told) <= reading
