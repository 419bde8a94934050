"""One quote by hand."""

from __future__ import annotations

from dataclasses import dataclass, replace

from quotedb.actions.checking import check_language, normal
from quotedb.actions.recording import Ledger, record
from quotedb.actions.sources import Description, described
from quotedb.actions.speakers import checked_name
from quotedb.errors import InvalidValue
from quotedb.extraction.language import detect
from quotedb.facts import Outcome, Quotation
from quotedb.readers import STDIN, lines
from quotedb.store import queries
from quotedb.store.database import Connection, Database
from quotedb.text.dates import parse_edtf
from quotedb.text.folding import fold


@dataclass(frozen=True, slots=True)
class Entry:
    """What the user says of a quote. `said` is EDTF; `text` is the words, without their marks."""

    text: str
    speaker: str
    said: str | None = None
    locator: str | None = None
    event: str | None = None
    place: str | None = None
    role: str | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()
    note: str | None = None


def typed(text: str) -> str:
    """The words as given, or for `-` those on standard input."""
    return b"".join(lines(STDIN)).decode("utf-8", "replace") if text == STDIN else text


def add(database: Database, entry: Entry, told: Description) -> tuple[Outcome, tuple[str, ...]]:
    """Record one quote from one source.

    Returns:
        What became of it, and remarks for the user.

    Raises:
        InvalidDate: a date is none.
        InvalidValue: no words, no speaker, or a name longer than any name.
    """
    from quotedb.store import writing

    quotation = as_quotation(entry)
    source = described(told)
    with database.session() as session:
        ledger = Ledger(database, session)
        meant, remarks = _meant(ledger.connection, entry.speaker)
        source_id, _ = writing.add_source(session, source)
        [outcome] = record(ledger, [(source_id, replace(quotation, speaker=meant))])
        session.commit()
    return outcome, remarks


def as_quotation(entry: Entry) -> Quotation:
    """The entry, checked, as a quotation without its document.

    Raises:
        InvalidDate: `said` is no date.
        InvalidValue: no words, no speaker, or a name longer than any name.
    """
    if not entry.text.strip():
        raise InvalidValue("there are no words to record", hint="Give the text of the quote")
    if entry.said:
        parse_edtf(entry.said)
    check_language(entry.language)
    name = checked_name(entry.speaker)
    return Quotation(
        text=normal(entry.text),
        speaker=name,
        speaker_as_written=name,
        role=entry.role,
        said=entry.said,
        language=entry.language or detect(entry.text),
        locator=entry.locator,
        event=entry.event,
        place=entry.place,
        tags=entry.tags,
        note=entry.note,
    )


def _meant(connection: Connection, name: str) -> tuple[str, tuple[str, ...]]:
    """The speaker whom a part of a name means, when only one has it; else the name itself."""
    clean = checked_name(name)
    if queries.speaker_by_key(connection, fold(clean)):
        return clean, ()
    alike = queries.find_speakers(connection, clean)
    if len(alike) == 1:
        return alike[0].name, (f"{clean} is taken to be {alike[0].name}, the only one so called",)
    if alike:
        several = ", ".join(person.name for person in alike[:5])
        return clean, (f"{clean} is recorded as a speaker of their own, beside {several}",)
    return clean, ()
