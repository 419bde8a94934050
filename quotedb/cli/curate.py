"""`quotedb edit`, `tag`, `status`, `merge`, `split`, `delete`: what a person says of a quote."""

from __future__ import annotations

from typing import Annotated

import typer

from quotedb.cli import render
from quotedb.cli.completing import speakers, tags
from quotedb.cli.options import LARGEST, Db, DryRun, Json, Output, Quiet
from quotedb.cli.render import Column
from quotedb.cli.show import COLUMNS

app = typer.Typer()

IN_SHORT = (
    Column("id", "id"),
    Column("text", "text", wraps=True),
    Column("speaker", "speaker"),
    Column("said", "said"),
    Column("status", "status"),
    Column("tags", "tags"),
)

Id = Annotated[
    int, typer.Argument(metavar="ID", min=-LARGEST, max=LARGEST, help="The number search prints.")
]
Ids = Annotated[
    list[int],
    typer.Argument(metavar="ID…", min=-LARGEST, max=LARGEST, help="The numbers search prints."),
]
Printing = Annotated[
    int | None,
    typer.Option("--printing", metavar="N", help="Of this printing: its number in show."),
]


@app.command()
def edit(
    quote: Id,
    text: Annotated[str | None, typer.Option("--text", help="The words.")] = None,
    speaker: Annotated[
        str | None, typer.Option("--speaker", "-s", help="Who said it.", autocompletion=speakers)
    ] = None,
    said: Annotated[str | None, typer.Option("--said", metavar="EDTF", help="When.")] = None,
    place: Annotated[str | None, typer.Option("--place", help="Where it was said.")] = None,
    event: Annotated[str | None, typer.Option("--event", help="At what occasion.")] = None,
    lang: Annotated[str | None, typer.Option("--lang", metavar="TAG", help="Language.")] = None,
    note: Annotated[str | None, typer.Option("--note", help="For yourself.")] = None,
    locator: Annotated[
        str | None, typer.Option("--locator", help="Where in the source, with --printing.")
    ] = None,
    printing: Printing = None,
    excerpt_of: Annotated[
        int | None, typer.Option("--excerpt-of", metavar="ID", help="It is a part of that quote.")
    ] = None,
    variant_of: Annotated[
        int | None, typer.Option("--variant-of", metavar="ID", help="Another wording of it.")
    ] = None,
    translation_of: Annotated[
        int | None, typer.Option("--translation-of", metavar="ID", help="A translation of it.")
    ] = None,
    distinct_from: Annotated[
        int | None, typer.Option("--distinct-from", metavar="ID", help="Not the same, for good.")
    ] = None,
    unrelated_to: Annotated[
        int | None, typer.Option("--unrelated-to", metavar="ID", help="Neither of all that.")
    ] = None,
    dry_run: DryRun = False,
    db: Db = None,
    output: Output = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Correct a quote, or say what it is to another; an empty value takes one away.

    With `--printing`, what one source is recorded to say, where it was read wrongly: the
    speaker, the date, the locator.
    """
    from quotedb.actions import curation, opening, shapes

    given = {
        "text": text, "speaker": speaker, "said": said, "place": place, "event": event,
        "language": lang, "note": note, "locator": locator,
    }  # fmt: skip
    others = {
        "unrelated": unrelated_to, "excerpt": excerpt_of, "variant": variant_of,
        "translation": translation_of, "distinct": distinct_from,
    }  # fmt: skip
    told = {name: value for name, value in given.items() if value is not None}
    ties = [(tie, other) for tie, other in others.items() if other is not None]
    with opening.writing(db, dry_run=dry_run) as database:
        shown = curation.edit(database, quote, told, printing, ties)
    render.record(shapes.quote(shown), COLUMNS, output)


@app.command()
def tag(
    quotes: Ids,
    names: Annotated[
        list[str], typer.Option("--tag", "-t", help="May be repeated.", autocompletion=tags)
    ],
    remove: Annotated[bool, typer.Option("--remove", help="Take the tags away.")] = False,
    dry_run: DryRun = False,
    db: Db = None,
    output: Output = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Give quotes tags, or take them away."""
    from quotedb.actions import curation, opening, shapes

    with opening.writing(db, dry_run=dry_run) as database:
        tagged = curation.tag(database, quotes, names, remove=remove)
    render.records([shapes.in_short(quote) for quote in tagged], IN_SHORT, output)


@app.command()
def status(
    quote: Id,
    name: Annotated[
        str,
        typer.Argument(metavar="STATUS", help="unverified, verified, disputed or misattributed."),
    ],
    because: Annotated[str, typer.Option("--because", help="What it rests on, in words.")],
    source: Annotated[
        str | None,
        typer.Option("--source", help="What shows it: a source's number, a URL or a title."),
    ] = None,
    dry_run: DryRun = False,
    db: Db = None,
    output: Output = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Say whether a quote is verified, disputed or misattributed, and what that rests on."""
    from quotedb.actions import curation, opening, shapes

    with opening.writing(db, dry_run=dry_run) as database:
        shown = curation.status(database, quote, name, curation.Ground(because, source))
    render.record(shapes.quote(shown), COLUMNS, output)


@app.command()
def merge(
    keep: Annotated[int, typer.Argument(metavar="KEEP", help="The quote that stays.")],
    gone: Annotated[
        list[int], typer.Argument(metavar="GONE…", help="Those that are the same quote.")
    ],
    dry_run: DryRun = False,
    db: Db = None,
    output: Output = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Make quotes one: printings, tags and relations of the others go to KEEP."""
    from quotedb.actions import curation, opening, shapes

    with opening.writing(db, dry_run=dry_run) as database:
        shown = curation.merge(database, keep, gone)
    render.record(shapes.quote(shown), COLUMNS, output)


@app.command()
def split(
    quote: Id,
    printings: Annotated[
        list[int], typer.Argument(metavar="PRINTING…", help="Their numbers in show.")
    ],
    tie: Annotated[
        str,
        typer.Option(
            "--as",
            help="What they then are to the old one: distinct, excerpt, variant, translation.",
        ),
    ] = "distinct",
    dry_run: DryRun = False,
    db: Db = None,
    output: Output = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Make some printings of a quote a quote of their own."""
    from quotedb.actions import curation, opening, shapes

    with opening.writing(db, dry_run=dry_run) as database:
        shown = curation.split(database, quote, printings, tie)
    render.record(shapes.quote(shown), COLUMNS, output)


@app.command()
def delete(
    quotes: Ids,
    printing: Printing = None,
    dry_run: DryRun = False,
    db: Db = None,
    output: Output = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Delete quotes with all their printings, or one printing; `quotedb undo` brings them back."""
    from quotedb.actions import curation, opening, shapes

    with opening.writing(db, dry_run=dry_run) as database:
        gone = curation.delete(database, quotes, printing)
    render.records([shapes.in_short(quote) for quote in gone], IN_SHORT, output)
