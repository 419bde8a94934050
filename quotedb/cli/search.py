"""`quotedb search`: find quotes."""

from __future__ import annotations

import typer

from quotedb.cli import render
from quotedb.cli.options import (
    Db,
    Everything,
    Json,
    LangFilter,
    Limit,
    OutletFilter,
    Output,
    Quiet,
    Since,
    Sort,
    SpeakerFilter,
    StatusFilter,
    TagFilter,
    Until,
    Words,
)
from quotedb.cli.render import Column

app = typer.Typer()

COLUMNS = (
    Column("id", "id"),
    Column("speaker", "speaker"),
    Column("said", "said"),
    Column("status", "status"),
    Column("attestations", "printed"),
    Column("hanging", "shorter", put=lambda below: ", ".join(str(one["id"]) for one in below)),
    Column("text", "text", wraps=True),
)


@app.command()
def search(
    words: Words = None,
    speaker: SpeakerFilter = None,
    since: Since = None,
    until: Until = None,
    outlet: OutletFilter = None,
    lang: LangFilter = None,
    tag: TagFilter = None,
    status: StatusFilter = None,
    sort: Sort = None,
    limit: Limit = None,
    everything: Everything = False,
    db: Db = None,
    output: Output = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Find quotes by their words, speaker, date, outlet, language, tag or status.

    Accents, case and Turkish dots do not matter, and a typo is forgiven. Excerpts and variants
    are listed under the quote they belong to, or each on its own with --all. With words the
    shortest come first (--sort relevance), without them the earliest (--sort said).
    """
    from quotedb.actions import opening, shapes
    from quotedb.actions import search as action

    wanted = action.query(
        words, speaker, since, until, outlet, lang, tag, status, everything, sort, limit
    )
    with opening.reading(db) as database:
        hits = action.search(database, wanted)
    render.records([shapes.hit(hit) for hit in hits], COLUMNS, output)
