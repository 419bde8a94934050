"""The documents, taken apart: fenced examples, words in code, tables."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import typer

from quotedb.cli.app import app

ROOT = Path(__file__).parents[2]
DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
TOLD = [path for path in DOCUMENTS if path.name != "CHANGELOG.md"]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    """A fenced block: its language and its text."""

    document: str
    language: str
    text: str


def text_of(path):
    return path.read_text(encoding="utf-8")


def blocks(path):
    return [Block(path.name, language, text) for language, text in FENCE.findall(text_of(path))]


def prose(path):
    return FENCE.sub("", text_of(path))


def in_code(path):
    """What stands between back quotes outside the fences; a span may go over the end of a line."""
    spans = re.findall(r"`([^`]+)`", prose(path))
    return [re.sub(r"\s+", " ", span.replace("\\|", "|")).replace("| ", "|") for span in spans]


def commands(group=None, path=()):
    """The live list: each command's path, such as ("speaker", "show"), with the command."""
    group = group or typer.main.get_command(app)
    for name, member in group.commands.items():
        if hasattr(member, "commands"):
            yield from commands(member, (*path, name))
        else:
            yield (*path, name), member


COMMANDS = {" ".join(path): command for path, command in commands()}
FAMILIES = {name.split()[0] for name in COMMANDS if " " in name}


def options_of(command):
    return {name for param in command.params for name in param.opts if name.startswith("-")}


ROOT_OPTIONS = options_of(typer.main.get_command(app)) | {"--help"}


def named(words):
    """The commands that words such as `speaker show|alias WHO` name, whether they exist or not.

    Words that name none, such as `COMMAND --help`, are no command.
    """
    first, *rest = words.split() or [""]
    if not re.fullmatch(r"[a-z]+", first):
        return []
    if first not in FAMILIES:
        return [first]
    return [f"{first} {one}" for one in (rest[0].split("|") if rest else [])]


def options_in(words):
    return re.findall(r"(?<![\w-])--[a-z][a-z-]*", words)
