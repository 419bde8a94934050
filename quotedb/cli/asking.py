"""The only place that asks: a key, a line, a text in the user's editor."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import typer

from quotedb.cli.render import harmless
from quotedb.errors import DataError, UsageError

INTERRUPTED = "\x03"


def is_there() -> bool:
    """Whether somebody sits at a terminal who can be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def key(question: str, keys: Sequence[str]) -> str:
    """One of some keys, as pressed; the question goes to stderr."""
    typer.echo(question, err=True, nl=False)
    while True:
        pressed = typer.getchar().lower()
        if pressed == INTERRUPTED:
            raise KeyboardInterrupt
        if pressed in keys:
            typer.echo(f" {pressed}", err=True)
            return pressed


def line(label: str, offered: Callable[[str], Sequence[str]] | None = None) -> str:
    """One line, perhaps empty.

    Args:
        label: what is asked for.
        offered: what a half-typed answer may become, by the tabulator key.
    """
    typer.echo(f"{label}: ", err=True, nl=False)
    with_completion = _completing(offered) if offered else None
    try:
        typed = input() if sys.stdin.isatty() else sys.stdin.readline()
    except EOFError:
        return ""
    finally:
        if with_completion:
            with_completion()
    return typed.strip()


def edited(text: str) -> str:
    """A text as the user leaves it in `$VISUAL` or `$EDITOR`.

    Raises:
        UsageError: no editor is named.
        DataError: the editor fails.
    """
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not named:
        raise UsageError("no editor is named", hint="Set EDITOR, as in EDITOR=nano")
    with tempfile.TemporaryDirectory(prefix="quotedb-") as folder:
        file = Path(folder, "quote.txt")
        file.write_text(text, encoding="utf-8")
        try:
            done = subprocess.run([*shlex.split(named), str(file)], check=False)
        except OSError as error:
            raise UsageError(f"the editor {named!r} cannot be run ({error.strerror})") from error
        if done.returncode:
            raise DataError(f"the editor {named!r} failed; nothing is recorded")
        return file.read_text(encoding="utf-8", errors="replace")


def show(text: str) -> None:
    """What a question is about, on stderr."""
    typer.echo(text, err=True)


def plain(text: str) -> str:
    """Words of others, harmless to a terminal."""
    return harmless(" ".join(text.split()))


def _completing(offered: Callable[[str], Sequence[str]]) -> Callable[[], None] | None:
    """Let the tabulator key complete whole lines; returns what ends that."""
    try:
        import readline
    except ImportError:
        return None
    before, breaks = readline.get_completer(), readline.get_completer_delims()
    found: list[str] = []

    def complete(begun: str, state: int) -> str | None:
        if state == 0:
            found[:] = offered(begun)
        return found[state] if state < len(found) else None

    readline.set_completer(complete)
    readline.set_completer_delims("")
    readline.parse_and_bind("tab: complete")

    def end() -> None:
        readline.set_completer(before)
        readline.set_completer_delims(breaks)

    return end
