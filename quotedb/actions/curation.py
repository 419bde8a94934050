"""What a person says of quotes that are there: edit, tag, status, merge, split, delete."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from quotedb.actions import show, speakers
from quotedb.actions.checking import check_language, normal, shortened
from quotedb.actions.show import Shown
from quotedb.actions.sources import Description, described
from quotedb.errors import InvalidValue, NotFound, UnknownName
from quotedb.facts import STATUSES, Attestation, Evidence, Quote, RelationKind, Source
from quotedb.store import queries
from quotedb.store.database import Connection, Database
from quotedb.text.dates import parse_edtf
from quotedb.text.folding import fold

OWN = ("text", "speaker", "said", "place", "event", "language", "note")
"""What can be edited of a quote."""

OF_A_PRINTING = ("speaker", "said", "locator")
"""What can be edited of one printing: what the source says, where it was read wrongly."""

TIES: Mapping[str, RelationKind] = {
    "excerpt": "excerpt_of",
    "variant": "variant_of",
    "translation": "translation_of",
    "distinct": "distinct",
}
"""What one quote can be said to be to another."""


def edit(
    database: Database,
    number: int,
    told: Mapping[str, str | None],
    printing: int | None = None,
    ties: Sequence[tuple[str, int]] = (),
) -> Shown:
    """Correct a quote, what it is to others, or what one of its printings says.

    Args:
        database: open for writing.
        number: the quote's.
        told: new values by name, those of `OWN`, or of `OF_A_PRINTING`; None takes one away.
        printing: the number of the attestation that is meant.
        ties: what it is to which quotes, by the names of `TIES`; `unrelated` takes all that away.

    Raises:
        NotFound: no such quote or printing.
        InvalidValue: nothing to change, no words, words that are another quote's, or a field that
            a printing has not.
        InvalidDate: `said` is no date.
    """
    values = _checked(told, OWN if printing is None else OF_A_PRINTING) if told or not ties else {}
    with changing(database, "edit", number) as (conn, quote):
        if "speaker" in values:
            name = values.pop("speaker")
            values["speaker_id"] = speakers.meant_or_made(conn, name) if name else None
        if printing is not None:
            _edit_printing(conn, quote, printing, values)
        elif values:
            _edit_quote(conn, quote, values)
        for tie, other in ties:
            _tie(conn, quote, tie, other)
    return show.show(database, number)


def tag(
    database: Database, numbers: Sequence[int], tags: Sequence[str], *, remove: bool = False
) -> list[Quote]:
    """Give quotes tags, or take them away; the quotes as they then are.

    Raises:
        NotFound: one of the quotes is not there; nothing is done to the others.
        InvalidValue: a tag without a character.
    """
    from quotedb.store import curating

    clean = [" ".join(name.split()) for name in tags]
    if not all(clean):
        raise InvalidValue("a tag is empty", hint="Give at least one character")
    verb = "without" if remove else "with"
    with database.session("tag", f"{_numbers(numbers)} {verb} {', '.join(clean)}") as session:
        conn = database.connection_of(session)
        for quote in _quotes(conn, numbers):
            (curating.untag if remove else curating.tag)(conn, _id(quote), clean)
        session.commit()
    return _quotes(database.connection(), numbers)


@dataclass(frozen=True, slots=True)
class Ground:
    """What a status is to rest on: why, and the source that shows it, by number, URL or title."""

    because: str
    source: str | None = None


def status(database: Database, number: int, name: str, ground: Ground) -> Shown:
    """Give a quote a status, and keep what it rests on.

    Raises:
        NotFound: no such quote, or no source of that number.
        UnknownName: no such status.
        InvalidValue: no reason is given.
    """
    from quotedb.store import bulk, curating

    if name not in STATUSES:
        raise UnknownName(f"there is no status {name!r}", hint=f"Known: {', '.join(STATUSES)}")
    if not ground.because.strip():
        raise InvalidValue("a status without a reason", hint="Give --because")
    with changing(database, f"status {name}", number) as (conn, quote):
        source = _source(conn, ground.source) if ground.source else None
        if source is not None and source.id is None:
            source = replace(source, id=bulk.add_sources(conn, [source])[source.content_hash or ""])
        evidence = Evidence(name, normal(ground.because), source)
        curating.set_status(conn, quote, evidence)
    return show.show(database, number)


def merge(database: Database, keep: int, gone: Sequence[int]) -> Shown:
    """Make quotes one: printings, tags and relations of the others go to the first.

    Raises:
        NotFound: one of them is not there; nothing is done then.
        InvalidValue: a quote with itself.
    """
    from quotedb.store import curating

    if keep in gone or len(set(gone)) < len(gone):
        raise InvalidValue("a quote cannot be merged with itself", hint="Name different quotes")
    with changing(database, f"merge {_numbers(gone)} into", keep) as (conn, _):
        for quote in _quotes(conn, gone):
            curating.merge_quotes(conn, keep, _id(quote))
    return show.show(database, keep)


def split(
    database: Database, number: int, printings: Sequence[int], tie: str = "distinct"
) -> Shown:
    """Make some printings of a quote a quote of their own, and say what it is to the old one.

    Raises:
        NotFound: no such quote, or it has no such printing.
        InvalidValue: none would be left.
        UnknownName: two quotes cannot be that to each other.
    """
    from quotedb.store import curating

    kind = tie_of(tie)
    with changing(database, "split", number) as (conn, quote):
        for printing in printings:
            _printing(quote, printing)
        if len(set(printings)) == len(quote.attestations):
            raise InvalidValue("no printing would be left", hint="Leave at least one")
        new = curating.split_quote(conn, quote, printings)
        curating.relate(conn, new, kind, number, "split by hand", None)
    return show.show(database, new)


def delete(database: Database, numbers: Sequence[int], printing: int | None = None) -> list[Quote]:
    """Delete quotes with all their printings, or one printing of one; returns what they were.

    Raises:
        NotFound: one of them is not there; nothing is deleted then.
        InvalidValue: the only printing, or a printing of several quotes.
    """
    from quotedb.store import curating

    if printing is not None and len(numbers) != 1:
        raise InvalidValue("a printing is of one quote", hint="Name one quote with --printing")
    with database.session("delete", _numbers(numbers)) as session:
        conn = database.connection_of(session)
        quotes = _quotes(conn, numbers)
        _about(conn, f"{_numbers(numbers)}: {shortened(quotes[0].text)}")
        if printing is None:
            curating.delete_quotes(conn, [_id(quote) for quote in quotes])
        else:
            _printing(quotes[0], printing)
            if len(quotes[0].attestations) == 1:
                raise InvalidValue(
                    "it is the only printing of the quote", hint="Delete the quote itself"
                )
            curating.delete_attestation(conn, printing)
        session.commit()
    return quotes


def tie_of(name: str) -> RelationKind:
    """The relation of that short name.

    Raises:
        UnknownName: there is none.
    """
    if name not in TIES:
        raise UnknownName(
            f"a quote cannot be {name!r} to another", hint=f"Known: {', '.join(TIES)}"
        )
    return TIES[name]


@contextmanager
def changing(database: Database, action: str, number: int) -> Iterator[tuple[Connection, Quote]]:
    """One change of one quote, committed at the end, with the quote as it is before.

    Raises:
        NotFound: there is no such quote.
    """
    with database.session(action) as session:
        conn = database.connection_of(session)
        [quote] = _quotes(conn, [number])
        _about(conn, f"quote {number}: {shortened(quote.text)}")
        yield conn, quote
        session.commit()


def _checked(told: Mapping[str, str | None], known: Sequence[str]) -> dict[str, Any]:
    """New values, each as it is stored."""
    wrong = [name for name in told if name not in known]
    if wrong:
        raise InvalidValue(
            f"a printing has no {wrong[0]} of its own to edit",
            hint=f"Of a printing: {', '.join(known)}",
        )
    if not told:
        raise InvalidValue("nothing to change is given", hint=f"Give {', '.join(known)}")
    values = {name: normal(value) if value else None for name, value in told.items()}
    if "text" in values and not values["text"]:
        raise InvalidValue("a quote without words", hint="quotedb delete deletes one")
    if values.get("said"):
        parse_edtf(values["said"] or "")
    if values.get("language"):
        check_language(values["language"])
    return dict(values)


def _edit_quote(conn: Connection, quote: Quote, values: dict[str, Any]) -> None:
    from quotedb.store import curating

    if "said" in values:
        values["said_inferred"] = False
    new = replace(quote, **values)
    key = fold(new.text)
    for other in queries.wordings_by_key(conn, [key]).get(key, []):
        if other.quote_id != quote.id and other.speaker_id in (None, new.speaker_id):
            raise InvalidValue(
                f"quote {other.quote_id} has these words already",
                hint=f"Make them one: quotedb merge {other.quote_id} {quote.id}",
            )
    if not curating.set_quote(conn, new):
        raise InvalidValue("it is so already", where=f"quote {quote.id}")


def _tie(conn: Connection, quote: Quote, tie: str, other: int) -> None:
    from quotedb.store import curating

    if other == quote.id:
        raise InvalidValue("a quote is nothing to itself", hint="Name another quote")
    _quotes(conn, [other])
    if tie == "unrelated":
        curating.unrelate(conn, _id(quote), other)
    else:
        curating.relate(conn, _id(quote), tie_of(tie), other, "a person's word", None)


def _edit_printing(conn: Connection, quote: Quote, printing: int, values: dict[str, Any]) -> None:
    from quotedb.store import curating
    from quotedb.store.writing import date_values

    _printing(quote, printing)
    if "said" in values:
        values |= date_values(values["said"]) | {"said_inferred": False}
    if not curating.set_attestation(conn, printing, values):
        raise InvalidValue("it is so already", where=f"printing {printing}")


def _printing(quote: Quote, number: int) -> Attestation:
    found = next((one for one in quote.attestations if one.id == number), None)
    if found is None:
        has = ", ".join(str(one.id) for one in quote.attestations)
        raise NotFound(f"quote {quote.id} has no printing {number}", hint=f"It has {has}")
    return found


def _source(conn: Connection, told: str) -> Source:
    """A stored source by its number, or one that a URL or a title describes."""
    if told.isdecimal():
        found = queries.sources(conn, [int(told)]) if len(told) < 19 else []
        if not found:
            raise NotFound(
                f"there is no source {told}", hint="quotedb show lists a quote's sources"
            )
        return found[0]
    is_url = "://" in told
    return described(Description(url=told) if is_url else Description(title=told))


def _quotes(conn: Connection, numbers: Sequence[int]) -> list[Quote]:
    found = queries.get_quotes(conn, numbers)
    missing = [number for number in numbers if number not in found]
    if missing:
        raise NotFound(f"there is no quote {missing[0]}", hint="quotedb search lists them")
    return [found[number] for number in dict.fromkeys(numbers)]


def _numbers(numbers: Sequence[int]) -> str:
    word = "quote" if len(numbers) == 1 else "quotes"
    return f"{word} {', '.join(map(str, numbers[:10]))}" + (", …" if len(numbers) > 10 else "")


def _about(conn: Connection, words: str) -> None:
    """What the entry of the history is to say."""
    if conn.recorder:
        conn.recorder.about = words


def _id(quote: Quote) -> int:
    assert quote.id is not None
    return quote.id
