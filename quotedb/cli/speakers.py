"""`quotedb speakers` and `quotedb speaker …`: the people."""

from __future__ import annotations

from typing import Annotated

import typer

from quotedb.cli import completing, render
from quotedb.cli.options import Db, DryRun, Json, Output, Quiet
from quotedb.cli.render import Column

app = typer.Typer()
speaker = typer.Typer(
    help="One speaker: show, new, alias, role, merge, rename, wikidata.", no_args_is_help=True
)

COLUMNS = (
    Column("id", "id"),
    Column("name", "name"),
    Column("names", "other names"),
    Column("roles", "roles"),
    Column("quotes", "quotes"),
)
ALIKE = (
    Column("first", "id"),
    Column("first_name", "name"),
    Column("second", "id"),
    Column("second_name", "other name"),
    Column("score", "score"),
    Column("reason", "because", wraps=True),
)
FIELDS = (*COLUMNS, Column("kind", "kind"), Column("wikidata", "Wikidata"))

Who = Annotated[
    str,
    typer.Argument(
        metavar="WHO",
        help="A speaker's number, or any name of theirs.",
        autocompletion=completing.speakers,
    ),
]


@app.command()
def speakers(
    name: Annotated[str | None, typer.Argument(help="Only those with such a name.")] = None,
    duplicates: Annotated[
        bool, typer.Option("--duplicates", help="Pairs who may be one person.")
    ] = False,
    db: Db = None,
    output: Output = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """List the speakers, with their names, roles and number of quotes."""
    from quotedb.actions import opening, shapes
    from quotedb.actions import speakers as action

    with opening.reading(db) as database:
        if duplicates:
            alike = action.duplicates(database)
            render.records([shapes.namesakes(*pair) for pair in alike], ALIKE, output)
            return
        people = action.speakers(database, name)
    render.records([shapes.speaker(person) for person in people], COLUMNS, output)


@speaker.command()
def show(who: Who, db: Db = None, output: Output = None, as_json: Json = False) -> None:
    """Show one speaker."""
    from quotedb.actions import opening, shapes
    from quotedb.actions import speakers as action

    with opening.reading(db) as database:
        person = action.find(database, who)
    render.record(shapes.speaker(person), FIELDS, output)


@speaker.command()
def new(
    name: Annotated[str, typer.Argument(help="The name; another may have it too.")],
    role: Annotated[
        str | None, typer.Option("--role", help="What they are known for, to tell them apart.")
    ] = None,
    wikidata: Annotated[
        str | None, typer.Option("--wikidata", metavar="Q…", help="Their item of Wikidata.")
    ] = None,
    dry_run: DryRun = False,
    db: Db = None,
    output: Output = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Make a speaker: needed only for one whose name another speaker has already."""
    from quotedb.actions import opening, shapes
    from quotedb.actions import speakers as action

    with opening.writing(db, dry_run=dry_run) as database:
        person = action.new(database, name, role, wikidata)
    render.record(shapes.speaker(person), FIELDS, output)


@speaker.command()
def wikidata(
    who: Who,
    item: Annotated[str, typer.Argument(metavar="Q…", help="The item's number, or its URL.")],
    dry_run: DryRun = False,
    db: Db = None,
    output: Output = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Say which item of Wikidata a speaker is."""
    from quotedb.actions import opening, shapes
    from quotedb.actions import speakers as action

    with opening.writing(db, dry_run=dry_run) as database:
        person = action.wikidata(database, who, item)
    render.record(shapes.speaker(person), FIELDS, output)


@speaker.command()
def alias(
    who: Who,
    names: Annotated[list[str], typer.Argument(metavar="NAME…", help="Other names, any script.")],
    dry_run: DryRun = False,
    db: Db = None,
    output: Output = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Give a speaker more names: another spelling, another script, a nickname."""
    from quotedb.actions import opening, shapes
    from quotedb.actions import speakers as action

    with opening.writing(db, dry_run=dry_run) as database:
        person = action.alias(database, who, names)
    render.record(shapes.speaker(person), FIELDS, output)


@speaker.command()
def role(
    who: Who,
    title: Annotated[str, typer.Argument(help="What they were: Foreign Minister.")],
    organization: Annotated[str | None, typer.Option("--of", help="Of what: Russia.")] = None,
    since: Annotated[str | None, typer.Option("--from", metavar="EDTF", help="From when.")] = None,
    until: Annotated[str | None, typer.Option("--to", metavar="EDTF", help="To when.")] = None,
    dry_run: DryRun = False,
    db: Db = None,
    output: Output = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Record a role that a speaker held."""
    from quotedb.actions import opening, shapes
    from quotedb.actions import speakers as action

    with opening.writing(db, dry_run=dry_run) as database:
        person = action.role(database, who, title, organization, since, until)
    render.record(shapes.speaker(person), FIELDS, output)


@speaker.command()
def merge(
    keep: Annotated[str, typer.Argument(metavar="KEEP", help="The speaker who stays.")],
    gone: Annotated[str, typer.Argument(metavar="GONE", help="The one who is the same person.")],
    dry_run: DryRun = False,
    db: Db = None,
    output: Output = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Make two speakers one: names, roles and quotes of GONE go to KEEP."""
    from quotedb.actions import opening, shapes
    from quotedb.actions import speakers as action

    with opening.writing(db, dry_run=dry_run) as database:
        person = action.merge(database, keep, gone)
    render.record(shapes.speaker(person), FIELDS, output)


@speaker.command()
def rename(
    who: Who,
    name: Annotated[str, typer.Argument(help="The name to show; the old one stays an alias.")],
    dry_run: DryRun = False,
    db: Db = None,
    output: Output = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Show a speaker under another name."""
    from quotedb.actions import opening, shapes
    from quotedb.actions import speakers as action

    with opening.writing(db, dry_run=dry_run) as database:
        person = action.rename(database, who, name)
    render.record(shapes.speaker(person), FIELDS, output)


app.add_typer(speaker, name="speaker")
