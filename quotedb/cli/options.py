"""Options and arguments that several commands share, so that they read alike everywhere."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

import typer

from quotedb.cli import completing

LARGEST = 2**63 - 1
"""The largest number a database takes for one."""


class Format(StrEnum):
    """How facts are printed."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"


def _or_from_root(ctx: typer.Context, param: Any, value: Any) -> Any:  # noqa: ANN401
    """What was said before the command's name counts, unless it is said again after it."""
    return value or ctx.find_root().params.get(param.name)


def _format(ctx: typer.Context, value: Format | None) -> Format:
    """`--json` is short for `--format json`, before or after the command's name."""
    chosen = value or ctx.params.get("as_json") or ctx.find_root().params.get("as_json")
    return Format.json if chosen is True else chosen or Format.table


Db = Annotated[
    str | None,
    typer.Option(
        "--db",
        metavar="URL|PATH",
        help="The database: a file, or a URL such as postgresql+psycopg://host/name.",
        callback=_or_from_root,
        show_default=False,
    ),
]
Json = Annotated[
    bool,
    typer.Option("--json", help="Short for --format json.", is_eager=True, show_default=False),
]
Output = Annotated[
    Format | None,
    typer.Option("--format", help="How to print it.", callback=_format, show_default="table"),
]
DryRun = Annotated[
    bool,
    typer.Option("--dry-run", "-n", help="Go the same way and print the same, but keep nothing."),
]
Quiet = Annotated[
    bool,
    typer.Option("--quiet", "-q", help="No remarks on stderr.", callback=_or_from_root),
]
Lang = Annotated[
    str | None,
    typer.Option("--lang", metavar="TAG", help="Language (BCP 47); found by itself if left out."),
]

Words = Annotated[str | None, typer.Argument(help="Words to look for.", show_default=False)]
SpeakerFilter = Annotated[
    str | None,
    typer.Option(
        "--speaker", "-s", help="By any of the speaker's names.", autocompletion=completing.speakers
    ),
]
Since = Annotated[str | None, typer.Option("--since", metavar="EDTF", help="Said then or later.")]
Until = Annotated[str | None, typer.Option("--until", metavar="EDTF", help="Said then or earlier.")]
OutletFilter = Annotated[
    str | None, typer.Option("--outlet", help="Printed there.", autocompletion=completing.outlets)
]
LangFilter = Annotated[str | None, typer.Option("--lang", metavar="TAG", help="In this language.")]
TagFilter = Annotated[
    list[str] | None, typer.Option("--tag", help="Having this tag.", autocompletion=completing.tags)
]
StatusFilter = Annotated[
    str | None,
    typer.Option("--status", help="unverified, verified, disputed or misattributed."),
]
Everything = Annotated[
    bool, typer.Option("--all", help="Excerpts and variants too, each on its own.")
]
Limit = Annotated[int | None, typer.Option("--limit", min=1, max=LARGEST, help="At most so many.")]
Sort = Annotated[str | None, typer.Option("--sort", help="relevance, said, added or speaker.")]

Engine = Annotated[str, typer.Option("--engine", help="Where it runs: local, or spark.")]
Master = Annotated[
    str | None,
    typer.Option("--master", metavar="URL", help="Spark's cluster; this machine by default."),
]
Typewriter = Annotated[
    bool, typer.Option("--typewriter", help="Read two apostrophes as a quotation mark.")
]
Title = Annotated[str | None, typer.Option("--title", help="Title of the source.")]
Outlet = Annotated[str | None, typer.Option("--outlet", help="The paper, site or book series.")]
Authors = Annotated[
    list[str] | None, typer.Option("--author", help="Who wrote the source; may be repeated.")
]
Issued = Annotated[str | None, typer.Option("--issued", metavar="EDTF", help="When it appeared.")]
Url = Annotated[str | None, typer.Option("--url", help="Where the source is.")]
SourceType = Annotated[
    str | None,
    typer.Option("--type", help="What the source is, in CSL's words: speech, interview, book, …"),
]
Details = Annotated[
    list[str] | None,
    typer.Option(
        "--detail",
        metavar="NAME=VALUE",
        help="More of the source: translator=Ann Doe, original-date=1866; may be repeated.",
    ),
]
Publisher = Annotated[str | None, typer.Option("--publisher", help="Who published it.")]
