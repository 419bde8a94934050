"""One quote by hand."""

from __future__ import annotations

from dataclasses import dataclass, replace

from quotedb.actions.checking import check_language, normal, shortened
from quotedb.actions.ledger import Ledger
from quotedb.actions.recording import record
from quotedb.actions.sources import Description, described
from quotedb.actions.speakers import checked_name, meant
from quotedb.errors import InvalidValue
from quotedb.extraction.language import detect
from quotedb.facts import Outcome, Quotation
from quotedb.readers import STDIN, lines
from quotedb.store.database import Database
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
    with database.session("add", shortened(entry.text)) as session:
        ledger = Ledger(database, session)
        person, remarks = meant(ledger.connection, entry.speaker)
        if person is not None and person.id is not None:
            ledger.people[fold(person.name)] = person.id
            written = person.name if entry.speaker.isdecimal() else quotation.speaker
            quotation = replace(quotation, speaker=person.name, speaker_as_written=written)
        source_id, _ = writing.add_source(session, source)
        [outcome] = record(ledger, [(source_id, quotation)])
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
