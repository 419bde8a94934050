"""The people: looking them up, and what a person can say of them."""

from __future__ import annotations

from collections.abc import Sequence

from quotedb.errors import InvalidDate, InvalidValue, NotFound
from quotedb.facts import Role, Speaker, SpeakerName
from quotedb.store import queries
from quotedb.store.database import Database
from quotedb.text.dates import parse_edtf

LONGEST_NAME = 500


def speakers(database: Database, name: str | None = None) -> list[Speaker]:
    """All speakers, or those one of whose names has every word of `name`."""
    connection = database.connection()
    return queries.find_speakers(connection, name) if name else queries.speakers(connection)


def find(database: Database, who: str) -> Speaker:
    """The one speaker meant by a number or by any name.

    Raises:
        NotFound: nobody, or more than one; the message lists them.
    """
    connection = database.connection()
    if who.isdecimal() and len(who) < 19:
        person = queries.get_speaker(connection, int(who))
        found = [person] if person else []
    else:
        found = queries.find_speakers(connection, who)
    if not found:
        raise NotFound(f"there is no speaker {who!r}", hint="quotedb speakers lists them")
    if len(found) > 1:
        several = ", ".join(f"{person.id} {person.name}" for person in found[:10])
        raise NotFound(f"{who!r} may be several: {several}", hint="Name one by its number")
    return found[0]


def checked_name(name: str) -> str:
    """A speaker's name with single spaces.

    Raises:
        InvalidValue: it is empty, or longer than any name.
    """
    clean = " ".join(name.split())
    if not clean:
        raise InvalidValue("the speaker's name is empty", hint="Give a name, as in --speaker NAME")
    if len(clean) > LONGEST_NAME:
        raise InvalidValue(
            f"a speaker's name of {len(clean):,} characters",
            hint=f"A name has at most {LONGEST_NAME}",
        )
    return clean


def alias(database: Database, who: str, names: Sequence[str]) -> Speaker:
    """Give a speaker more names, and return the speaker as it then is."""
    from quotedb.store import writing

    clean = [checked_name(name) for name in names]
    with database.session() as session:
        person = find(database, who)
        for name in clean:
            writing.add_speaker_name(session, _id(person), SpeakerName(name))
        session.commit()
    return _again(database, person)


def role(
    database: Database,
    who: str,
    title: str,
    organization: str | None = None,
    start: str | None = None,
    end: str | None = None,
) -> Speaker:
    """Record a role; `start` and `end` are EDTF."""
    from quotedb.store import writing

    held = [parse_edtf(date) if date else None for date in (start, end)]
    first = held[0].earliest if held[0] else None
    last = held[1].latest if held[1] else None
    if first is not None and last is not None and first > last:
        raise InvalidDate(
            f"the role is to end ({end}) before it begins ({start})", hint="Swap --from and --to"
        )
    with database.session() as session:
        person = find(database, who)
        writing.add_role(session, _id(person), Role(checked_name(title), organization, start, end))
        session.commit()
    return _again(database, person)


def merge(database: Database, keep: str, gone: str) -> Speaker:
    """Make two speakers one; all that `gone` has goes to `keep`.

    Raises:
        InvalidValue: they are one already.
    """
    from quotedb.store import writing

    with database.session() as session:
        stays, goes = find(database, keep), find(database, gone)
        if stays.id == goes.id:
            raise InvalidValue(f"{keep!r} and {gone!r} are both speaker {stays.id}")
        writing.merge_speakers(session, keep=_id(stays), gone=_id(goes))
        session.commit()
    return _again(database, stays)


def rename(database: Database, who: str, name: str) -> Speaker:
    """Show a speaker under another name; the old one stays an alias."""
    from quotedb.store import writing

    clean = checked_name(name)
    with database.session() as session:
        person = find(database, who)
        writing.rename_speaker(session, _id(person), clean)
        session.commit()
    return _again(database, person)


def _id(person: Speaker) -> int:
    assert person.id is not None
    return person.id


def _again(database: Database, person: Speaker) -> Speaker:
    return queries.get_speaker(database.connection(), _id(person)) or person
