"""Every example in the documents runs, and prints what the document says it prints."""

from __future__ import annotations

import re
import shlex

import pytest

from quotedb.cli.app import run

from .conftest import COMMANDS, DOCUMENTS, ROOT, ROOT_OPTIONS, blocks, options_of

ARTICLE = "“Veni, vidi, vici,” Julius Caesar said.\n"
ALL = [block for path in DOCUMENTS for block in blocks(path)]
# A fence without a language is a picture, such as the floors of the house.
LANGUAGES = {"", "sh", "console", "python", "json", "toml"}


def of(language):
    found = [block for block in ALL if block.language == language]
    return [pytest.param(one, id=f"{one.document} {i}") for i, one in enumerate(found)]


def sessions(text):
    """The commands of a console block, each with what it prints."""
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        yield shlex.split(command), shown


def plain(line):
    return " ".join(line.split())


def agrees(shown, told):
    """Whether a line is what was told, to the letter, or as far as the `…` that cuts it."""
    shown, told = plain(shown), plain(told)
    return shown == told or (told.endswith("…") and shown.startswith(told[:-1].rstrip()))


@pytest.fixture
def at_root(monkeypatch, tmp_path):
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("QUOTEDB_URL", str(tmp_path / "quotes.db"))


def test_every_fence_is_of_a_kind_that_is_held_by_a_test():
    assert {block.language for block in ALL} <= LANGUAGES
    assert {"console", "python", "sh"} <= {block.language for block in ALL}


@pytest.mark.parametrize("block", of("console"))
def test_a_session_prints_what_it_says(block, at_root, capsys):
    for (program, *arguments), told in sessions(block.text):
        assert program == "quotedb"
        capsys.readouterr()
        assert run(arguments) == 0, arguments
        captured = capsys.readouterr()
        shown = [line for line in (captured.err + captured.out).splitlines() if line.strip()]
        wanted = [line for line in told.splitlines() if line.strip()]
        assert len(shown) == len(wanted), (arguments, shown)
        wrong = [pair for pair in zip(shown, wanted, strict=True) if not agrees(*pair)]
        assert wrong == []


@pytest.mark.parametrize("block", of("python"))
def test_a_program_runs(block, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    exec(compile(block.text, block.document, "exec"), {"__name__": "__main__"})  # noqa: S102
    assert capsys.readouterr().err == ""


def test_the_program_of_the_readme_prints_what_it_is_for(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    [block] = [one for one in ALL if (one.document, one.language) == ("README.md", "python")]
    exec(compile(block.text, block.document, "exec"), {"__name__": "__main__"})  # noqa: S102
    assert capsys.readouterr().out.splitlines() == [
        "Julius Caesar Veni, vidi, vici,",
        "I came, I saw, I conquered. -0046",
    ]


def in_shell():
    """The lines of this program in shell blocks, however they are tied to others."""
    for block in ALL:
        if block.language == "sh":
            for line in re.split(r"&&|\n", block.text.replace("\\\n", " ")):
                if line.strip().startswith("quotedb "):
                    yield shlex.split(line)[1:]


def test_the_main_job_does_what_it_is_for(at_root, tmp_path, monkeypatch, capsys):
    lines = list(in_shell())
    assert lines, "the README's main job"
    monkeypatch.chdir(tmp_path)
    (tmp_path / "fixtures").symlink_to(ROOT / "fixtures")
    for line in lines:
        capsys.readouterr()
        assert run(line) == 0, line
        assert capsys.readouterr().out, line


def command_of(words):
    """The command that the words of a line name; options of the root may stand before it."""
    heads = {name.split()[0] for name in COMMANDS}
    first = next(place for place, word in enumerate(words) if word in heads)
    told = [" ".join(words[first : first + length]) for length in (1, 2)]
    return next(COMMANDS[name] for name in told if name in COMMANDS)


def test_the_options_of_the_examples_are_there():
    console = [words[1:] for b in ALL if b.language == "console" for words, _ in sessions(b.text)]
    for words in [*console, *in_shell()]:
        told = {word.split("=")[0] for word in words if word.startswith("--")}
        assert told <= options_of(command_of(words)) | ROOT_OPTIONS


@pytest.mark.parametrize(
    ("shown", "told", "same"),
    [
        ("1  a   long text", "1 a long …", True),
        ("1  a   long text", "1 a short …", False),
        ("1  a   long text", "1 a long", False),
        ("ends in …", "ends in …", True),
    ],
)
def test_agreeing(shown, told, same):
    assert agrees(shown, told) is same
