"""`quotedb db …`: the database itself."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from quotedb.cli import render
from quotedb.cli.options import Db, DryRun, Json, Output, Quiet
from quotedb.cli.render import Column

app = typer.Typer()
db_app = typer.Typer(help="The database itself.", no_args_is_help=True)

FINDINGS = (
    Column("what", "what"),
    Column("where", "where", wraps=True),
    Column("mend", "to mend it", wraps=True),
)

COPIED = (
    Column("table", "table"),
    Column("rows", "rows"),
    Column("copied", "copied"),
    Column("hash", "SHA-256", wraps=True),
)


@db_app.command()
def path(db: Db = None, quiet: Quiet = False) -> None:
    """Say where the database is, or would be."""
    from quotedb.actions import database as action

    render.text([f"{action.path(db)}\n"])


@db_app.command()
def upgrade(dry_run: DryRun = False, db: Db = None, quiet: Quiet = False) -> None:
    """Bring the database to this program's form; a SQLite file is copied aside first."""
    from quotedb.actions import database as action

    render.remark(action.upgrade(db, dry_run=dry_run), quiet=quiet)


@db_app.command()
def downgrade(
    revision: Annotated[str, typer.Argument(help="The revision to go back to, such as 0001.")],
    dry_run: DryRun = False,
    db: Db = None,
    quiet: Quiet = False,
) -> None:
    """Take the database back to an earlier form, for an earlier version of this program.

    What that form has no room for is dropped (0001 knows no parts of a quotation, no further
    variables of a source, no evidence and no history). A SQLite file is copied aside first;
    back a server up before.
    """
    from quotedb.actions import database as action

    render.remark(action.downgrade(db, revision, dry_run=dry_run), quiet=quiet)


@db_app.command()
def check(
    db: Db = None, output: Output = None, as_json: Json = False, quiet: Quiet = False
) -> None:
    """Look for faults: keys, offsets, fingerprints, search index, schema. Exit 1 if there are."""
    from quotedb.actions import database as action

    findings = action.check(db)
    render.records(findings, FINDINGS, output)
    if findings:
        raise typer.Exit(1)
    render.remark("no fault found", quiet=quiet)


@db_app.command()
def backup(
    to: Annotated[Path, typer.Argument(help="The copy; an existing file is not overwritten.")],
    dry_run: DryRun = False,
    db: Db = None,
    quiet: Quiet = False,
) -> None:
    """Copy the database, also while others write to it."""
    from quotedb.actions import database as action

    render.remark(action.backup(db, to, dry_run=dry_run), quiet=quiet)


@db_app.command()
def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A backup.")],
    dry_run: DryRun = False,
    db: Db = None,
    quiet: Quiet = False,
) -> None:
    """Put a backup in the database's place; what was there is kept beside it."""
    from quotedb.actions import database as action

    render.remark(action.restore(db, file, dry_run=dry_run), quiet=quiet)


@db_app.command()
def copy(
    source: Annotated[str, typer.Argument(metavar="FROM", help="File or URL of a database.")],
    target: Annotated[
        str, typer.Argument(metavar="TO", help="File or URL of one that is empty or not there.")
    ],
    dry_run: DryRun = False,
    output: Output = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Copy a database to another, SQLite or PostgreSQL; a copy that was stopped goes on.

    Every row is copied as it is, its number too. In the end both are read, counted and compared;
    a TO that holds anything else is left alone.
    """
    from quotedb.actions import database as action

    with render.progress("rows", quiet=quiet) as went:
        done = action.copy(source, target, dry_run=dry_run, went=went)
    render.records(done, COPIED, output)
    said = "would be copied" if dry_run else "copied; both hold the same"
    render.remark(f"{sum(one['copied'] for one in done)} rows {said}", quiet=quiet)


@db_app.command()
def stats(
    db: Db = None, output: Output = None, as_json: Json = False, quiet: Quiet = False
) -> None:
    """Count what the database holds."""
    from quotedb.actions import database as action

    counts = action.stats(db)
    render.record(counts, tuple(Column(name, name) for name in counts), output)


@db_app.command()
def reindex(dry_run: DryRun = False, db: Db = None, quiet: Quiet = False) -> None:
    """Work out again what can be worked out: keys, fingerprints, search index."""
    from quotedb.actions import database as action

    render.remark(action.reindex(db, dry_run=dry_run), quiet=quiet)


app.add_typer(db_app, name="db")
