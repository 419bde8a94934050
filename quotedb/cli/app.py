"""The program: gathers the commands, and turns an error into one sentence and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Annotated

import typer

import quotedb
from quotedb.cli import (
    add,
    check,
    cite,
    compare,
    curate,
    db,
    dedupe,
    export,
    extract,
    history,
    import_,
    ingest,
    render,
    review,
    search,
    show,
    speakers,
    timeline,
)
from quotedb.cli.options import Db, Json, Quiet
from quotedb.errors import DataError, QuotedbError, UsageError

app = typer.Typer(
    name="quotedb",
    help="Who said what, when, and how do we know: a quote-attribution fact database.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

for family in (
    add, ingest, extract, compare, import_, export, search, show, speakers, cite, check,
    review, timeline, curate, history, dedupe, db,
):  # fmt: skip
    app.add_typer(family.app)


def _version(wanted: bool) -> None:
    if wanted:
        render.text([f"quotedb {quotedb.__version__}\n"])
        raise typer.Exit


@app.callback()
def root(
    db: Db = None,
    as_json: Json = False,
    quiet: Quiet = False,
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Say the version and leave.", callback=_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Options that may stand before the command's name."""


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit code; nothing is raised.

    0 done; 1 it ran and the answer is no; 2 wrong usage; 3 the data or the database is at
    fault; 130 interrupted.
    """
    as_json = "--json" in arguments or "--format=json" in arguments
    as_json = as_json or ("--format", "json") in pairwise(arguments)
    try:
        return _run(list(arguments))
    except QuotedbError as problem:
        render.error(problem, as_json=as_json)
        return problem.exit_code
    except BrokenPipeError:
        return _pipe_closed()
    except SystemExit as stop:  # how Typer answers a pipe that nobody reads any more
        if isinstance(stop.__context__, BrokenPipeError):
            return _pipe_closed()
        raise
    except OSError as problem:
        render.error(_from_system(problem), as_json=as_json)
        return DataError.exit_code
    except (KeyboardInterrupt, typer.Abort):
        render.remark("quotedb: interrupted; what was finished before is kept")
        return 130


def _run(arguments: list[str]) -> int:
    _see_that_they_are_text(arguments)
    try:
        code = app(args=arguments, prog_name="quotedb", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except typer.TyperException as problem:
        if not problem.format_message():
            return 2  # no command was named: the help has been printed
        hint = "See quotedb --help"
        raise UsageError(problem.format_message(), hint=hint) from problem


def _see_that_they_are_text(arguments: list[str]) -> None:
    """Bytes that are no text in the terminal's encoding come as lone surrogates; a file may have
    such a name, but no fact.

    Raises:
        UsageError: there are such.
    """
    for place, argument in enumerate(arguments, start=1):
        if any("\ud800" <= char <= "\udfff" for char in argument) and not Path(argument).exists():
            raise UsageError(
                f"argument {place} is not in the encoding of your terminal",
                hint="Use UTF-8, as export LC_ALL=C.UTF-8 says",
            )


def _pipe_closed() -> int:
    """Whoever read the output has enough of it: nothing is wrong."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _from_system(problem: OSError) -> DataError:
    where = str(problem.filename) if problem.filename else None
    return DataError(problem.strerror or str(problem), where=where)
