"""Who printed a quote first, how it spread and changed; and what a speaker said, in order."""

from __future__ import annotations

from dataclasses import dataclass

from quotedb.actions import families, speakers
from quotedb.actions.families import Printing
from quotedb.errors import NotFound
from quotedb.facts import Search
from quotedb.store import queries, searching
from quotedb.store.database import Database
from quotedb.text.dates import parse_edtf

WIDTH = 48
"""Cells of the line that a timeline is drawn along in a terminal."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Printings in order of time, of one quote and its family or of all of a speaker's."""

    title: str
    printings: tuple[Printing, ...]


def of_quote(database: Database, number: int) -> Timeline:
    """How a quote spread: its printings and those of its excerpts, variants and translations.

    Raises:
        NotFound: there is no such quote.
    """
    quotes = families.family(database.connection(), number)
    found = families.compared(families.printings(quotes.values()))
    return Timeline(quotes[number].text, tuple(found))


def of_speaker(database: Database, who: str) -> Timeline:
    """What was printed of a speaker.

    Raises:
        NotFound: there is no such speaker, or the name may be several people's.
    """
    conn = database.connection()
    person = speakers.find(database, who)
    wanted = Search(speaker=person.name, everything=True)
    quotes = queries.quotes(conn, searching.search_ids(conn, wanted))
    own = [one for one in families.printings(quotes) if _is_by(one, person.id)]
    return Timeline(person.name, tuple(own))


def _is_by(one: Printing, person: int | None) -> bool:
    named = one.attestation.speaker_id
    return person == (one.quote.speaker_id if named is None else named)


def earliest(database: Database, number: int) -> Printing:
    """The first printing of a quote or of any of its family.

    Raises:
        NotFound: there is no such quote, or none of its printings has a date.
    """
    first = of_quote(database, number).printings
    if not first or first[0].date is None:
        raise NotFound(
            f"no printing of quote {number} has a date",
            hint="quotedb show lists its printings; add one with --issued",
        )
    return first[0]


def span(one: Printing) -> tuple[int, int] | None:
    """First and last day of a printing's date, as day numbers; None when it has none."""
    date = parse_edtf(one.date) if one.date else None
    bounds = [b for b in (date.earliest, date.latest) if b is not None] if date else []
    return (bounds[0], bounds[-1]) if bounds else None


def graph(line: Timeline) -> list[tuple[str, str]]:
    """Each printing's place on a line of `WIDTH` cells, and what stands beside it.

    The marks: ● the first, ○ the same words, ◐ a part or a longer printing, ◆ other words,
    ◇ a translation; a date of more than a day reaches over the cells that it covers.
    """
    spans = [days for one in line.printings if (days := span(one))]
    if not spans:
        return [("", _beside(one)) for one in line.printings]
    low, high = min(a for a, _ in spans), max(b for _, b in spans)
    return [(_drawn(one, low, max(high - low, 1)), _beside(one)) for one in line.printings]


_MARKS = {"first": "●", "same": "○", "excerpt": "◐", "longer": "◐", "translation": "◇"}


def _drawn(one: Printing, low: int, reach: int) -> str:
    days = span(one)
    cells = ["·"] * WIDTH
    if days:
        first, last = (round((day - low) / reach * (WIDTH - 1)) for day in days)
        cells[first : last + 1] = ["─"] * (last + 1 - first)
        cells[first] = _MARKS.get(one.how, "◆")
    return "".join(cells)


def _beside(one: Printing) -> str:
    return f"{one.date or 'no date'}  {one.outlet}"


def record(one: Printing) -> dict[str, object]:
    """A printing as `timeline` and `earliest` print it."""
    return {
        "date": one.date,
        "outlet": one.outlet,
        "title": one.attestation.source.title,
        "url": one.attestation.source.url,
        "how": one.how,
        "difference": [{"first": a, "here": b} for a, b in one.difference],
        "quote": one.quote.id,
        "attestation": one.attestation.id,
        "source": one.attestation.source.id,
        "speaker": one.attestation.speaker or one.quote.speaker,
        "said": one.attestation.said or one.quote.said,
        "language": one.quote.language,
        "status": one.quote.status,
        "text": one.attestation.exact,
    }
