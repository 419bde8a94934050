"""The only place that prints: tables, JSON, JSON Lines, CSV, remarks and errors."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any

import typer

from quotedb.cli import tables
from quotedb.cli.options import Format

if TYPE_CHECKING:
    from quotedb.errors import QuotedbError

Record = dict[str, Any]

# Control characters and those that turn the direction of text: a terminal would act on them.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: which key of the record, its heading, whether it may wrap, and how
    its value is put in words, if not as it is.
    """

    key: str
    heading: str = ""
    wraps: bool = False
    put: Callable[[Any], object] | None = None


def records(rows: Sequence[Record], columns: Sequence[Column], output: Format | None) -> None:
    """Print records in the format asked for; tables show only `columns`, the rest everything."""
    if output is Format.json:
        _write(_escape_directions(json.dumps(rows, ensure_ascii=False, indent=2)) + "\n")
    elif output is Format.jsonl:
        for row in rows:
            _write(_escape_directions(json.dumps(row, ensure_ascii=False)) + "\n")
    elif output is Format.csv:
        _write(_for_terminal(_csv(rows, columns)))
    elif rows:
        _table(rows, columns)


def record(row: Record, columns: Sequence[Column], output: Format | None) -> None:
    """Print one record: as an object in JSON, as a list of its fields in a table."""
    if output is Format.json:
        _write(_escape_directions(json.dumps(row, ensure_ascii=False, indent=2)) + "\n")
    elif output in (Format.jsonl, Format.csv):
        records([row], columns, output)
    else:
        fields = [{"field": c.heading, "value": _value(row, c)} for c in columns]
        shown = [field for field in fields if field["value"] not in (None, "", [], ())]
        _table(shown, (Column("field"), Column("value", wraps=True)))


def text(chunks: Iterable[str]) -> None:
    """Print text that is a document of its own, such as a citation list: exact in a pipe."""
    for chunk in chunks:
        _write(_for_terminal(chunk))


def document(chunks: Iterable[str | bytes], *, binary: bool) -> None:
    """Print a document, which may be one of bytes: those never on a terminal.

    Raises:
        UsageError: bytes were asked for on a terminal.
    """
    if not binary:
        text(chunk for chunk in chunks if isinstance(chunk, str))
        return
    if sys.stdout.isatty():
        from quotedb.errors import UsageError

        raise UsageError("this format is no text for a terminal", hint="Give --output FILE")
    sys.stdout.flush()
    for chunk in chunks:
        sys.stdout.buffer.write(chunk if isinstance(chunk, bytes) else chunk.encode("utf-8"))


def marked(shown: str) -> None:
    """Print text that is harmless already and coloured on purpose."""
    _write(shown)


def remark(message: str, *, quiet: bool = False) -> None:
    """Say something beside the result, on stderr."""
    if not quiet:
        print(harmless(message), file=sys.stderr)


def error(problem: QuotedbError, *, as_json: bool) -> None:
    """One line on stderr, or one JSON object."""
    if as_json:
        fields = {
            "error": type(problem).__name__,
            "what": problem.what,
            "where": problem.where,
            "hint": problem.hint,
            "exit_code": problem.exit_code,
        }
        print(_escape_directions(json.dumps(fields, ensure_ascii=False)), file=sys.stderr)
    else:
        print(f"quotedb: {harmless(str(problem))}", file=sys.stderr)


def harmless(value: str) -> str:
    r"""`value` with everything a terminal would act on made visible instead, as `\x1b`."""
    return _UNSAFE.sub(lambda m: ascii(m[0])[1:-1], value)


def colored() -> bool:
    """Whether stdout is a terminal that wants colours (NO_COLOR is honoured)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def difference(a: str, b: str) -> str:
    """Both wordings on a line each, what differs marked: coloured, or [-so-] and {+so+}."""
    from difflib import SequenceMatcher

    left, right = a.split(), b.split()
    marks = (
        ("\x1b[31m", "\x1b[0m", "\x1b[32m", "\x1b[0m") if colored() else ("[-", "-]", "{+", "+}")
    )
    lines: tuple[list[str], list[str]] = ([], [])
    for tag, i, j, k, m in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        for line, words, opening, closing in (
            (lines[0], left[i:j], marks[0], marks[1]),
            (lines[1], right[k:m], marks[2], marks[3]),
        ):
            if words:
                part = harmless(" ".join(words))
                line.append(part if tag == "equal" else f"{opening}{part}{closing}")
    return "\n".join(" ".join(line) for line in lines)


def _for_terminal(document: str) -> str:
    """The document as it is, but harmless if a terminal is going to show it."""
    return harmless(document) if sys.stdout.isatty() else document


def _write(chunk: str) -> None:
    sys.stdout.write(chunk)


def _escape_directions(document: str) -> str:
    """JSON with the characters a terminal would act on written as escapes: equal to any reader."""
    return _UNSAFE.sub(lambda m: f"\\u{ord(m[0]):04x}", document)


def _csv(rows: Sequence[Record], columns: Sequence[Column]) -> str:
    out = io.StringIO()
    names = list(rows[0]) if rows else [column.key for column in columns]
    writer = csv.DictWriter(out, names, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _cell(value) for name, value in row.items()})
    return out.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, (list, tuple)):
        plain = all(isinstance(item, str) for item in value)
        return "; ".join(value) if plain else json.dumps(value, ensure_ascii=False)
    return value


def _table(rows: Sequence[Record], columns: Sequence[Column]) -> None:
    terminal = sys.stdout.isatty()
    headed = any(column.heading for column in columns)
    table = [[column.heading for column in columns]] if headed else []
    table += [[_shown(_value(row, column), terminal) for column in columns] for row in rows]
    width = get_terminal_size().columns if terminal else None
    for line in tables.lines(table, [column.wraps for column in columns], width):
        _write(line + "\n")


def _value(row: Record, column: Column) -> object:
    value = row.get(column.key)
    return column.put(value) if column.put and value is not None else value


def _shown(value: object, terminal: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.2f}"
    shown = harmless(str(_cell(value)))
    return shown if terminal else " ".join(shown.split())


def notes(path: str | None, remarks: Iterable[str], *, quiet: bool) -> None:
    """Say what a reader had to decide about a file."""
    for said in remarks:
        remark(f"quotedb: {f'{path}: ' if path else ''}{said}", quiet=quiet)


class Failures:
    """Prints what could not be done as it is told of it, so that none has to be kept.

    Attributes:
        code: the exit code that says so; 0 while nothing failed.
    """

    def __init__(self, output: Format | None) -> None:
        self.code = 0
        self._as_json = output is Format.json

    def __call__(self, problem: QuotedbError) -> None:
        """Print an error."""
        error(problem, as_json=self._as_json)
        self.code = max(self.code, problem.exit_code)


@contextmanager
def progress(what: str, *, quiet: bool = False) -> Iterator[Callable[[int], None]]:
    """Something to be told how many more there are, which counts them on a terminal's stderr."""
    if quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    begun, total = time.monotonic(), 0

    def went(more: int) -> None:
        nonlocal total
        total += more
        rate = total / max(time.monotonic() - begun, 0.001)
        typer.echo(f"\r{total:,} {what}, {rate:,.0f} a second ", err=True, nl=False)

    try:
        yield went
    finally:
        if total:
            typer.echo("", err=True)
