"""`quotedb export`: facts out, in other programs' formats."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from quotedb.cli import render
from quotedb.cli.options import Db, Everything, Quiet, SpeakerFilter, Words

app = typer.Typer()


@app.command(name="export")
def export(
    words: Words = None,
    speaker: SpeakerFilter = None,
    everything: Everything = False,
    output: Annotated[
        str, typer.Option("--format", help="jsonl has every fact; others what they can hold.")
    ] = "jsonl",
    to: Annotated[
        Path | None, typer.Option("--output", "-o", help="A file; standard output if left out.")
    ] = None,
    db: Db = None,
    quiet: Quiet = False,
) -> None:
    """Write the whole database, or what a search finds, in another program's format."""
    from quotedb.actions import exporting as action
    from quotedb.actions import opening
    from quotedb.actions import search as searching

    wanted = searching.query(words, speaker, everything=everything)
    with opening.reading(db) as database:
        chunks = action.export(database, wanted, output)
        if to is None:
            render.document(chunks, binary=action.is_binary(output))
        else:
            action.save(chunks, to)
