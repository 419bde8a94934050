"""`quotedb check`: a manuscript held against the store."""

from __future__ import annotations

import json
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

import quotedb
from quotedb.cli import render
from quotedb.cli.options import Db, Format, Json, Lang, Quiet
from quotedb.cli.render import Column
from quotedb.errors import QuotedbError

if TYPE_CHECKING:
    from quotedb.actions.manuscripts import Finding

app = typer.Typer()


class Findings(StrEnum):
    """How findings are printed."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    sarif = "sarif"
    github = "github"


def _format(ctx: typer.Context, value: Findings | None) -> Findings:
    as_json = ctx.params.get("as_json") or ctx.find_root().params.get("as_json")
    return value or (Findings.json if as_json else Findings.table)


COLUMNS = (
    Column("file", "file"),
    Column("line", "line"),
    Column("column", "col"),
    Column("code", "code"),
    Column("name", "finding"),
    Column("quote", "quote"),
    Column("message", "because", wraps=True),
    Column("text", "text", wraps=True),
)


@app.command()
def check(
    manuscripts: Annotated[
        list[str],
        typer.Argument(
            metavar="MANUSCRIPT…", help="Text, Markdown, HTML, LaTeX, DOCX, ODT; - for stdin."
        ),
    ],
    db: Db = None,
    lang: Lang = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="FORMAT",
            help="text, markdown, html, latex, docx or odt; by the ending if left out.",
        ),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="What is right too: verbatim, marked, too short to tell.")
    ] = False,
    output: Annotated[
        Findings | None,
        typer.Option("--format", help="How to print it.", callback=_format, show_default="table"),
    ] = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Hold every quotation of a manuscript against the store; exit 1 when any is wrong."""
    from quotedb.actions import manuscripts as action
    from quotedb.actions import opening

    failed = render.Failures(Format.json if output is Findings.json else None)
    found: list[Finding] = []
    with opening.reading(db) as database:
        for path in manuscripts:
            try:
                checked = action.check(database, path, form, lang)
            except QuotedbError as problem:
                failed(problem)
                continue
            render.notes(checked.path, checked.remarks, quiet=quiet)
            found += checked.findings
    shown = [one for one in found if one.wrong or everything]
    _print(shown, output or Findings.table)
    wrong = any(one.wrong for one in found)
    raise typer.Exit(failed.code or int(wrong))


def _print(findings: Sequence[Finding], output: Findings) -> None:
    from quotedb.actions import annotations

    if output is Findings.sarif:
        log = annotations.sarif(findings, quotedb.__version__)
        render.text([json.dumps(log, ensure_ascii=False, indent=2), "\n"])
    elif output is Findings.github:
        render.text(annotations.github(findings))
    else:
        rows = [annotations.finding(one) for one in findings]
        render.records(rows, COLUMNS, Format(output.value))
