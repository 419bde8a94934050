"""The people: looking them up, and what a person can say of them."""

from __future__ import annotations

from collections.abc import Sequence

from quotedb.errors import InvalidDate, InvalidValue, NotFound
from quotedb.facts import Role, Speaker, SpeakerName
from quotedb.matching.people import Namesakes, namesakes
from quotedb.store import naming
from quotedb.store.database import Connection, Database
from quotedb.text.dates import parse_edtf
from quotedb.text.folding import fold

LONGEST_NAME = 500


def speakers(database: Database, name: str | None = None) -> list[Speaker]:
    """All speakers, or those one of whose names has every word of `name`."""
    connection = database.connection()
    return naming.find_speakers(connection, name) if name else naming.speakers(connection)


def duplicates(database: Database) -> list[tuple[Speaker, Speaker, Namesakes]]:
    """Pairs of speakers who may be one, most alike first; never two of different Wikidata items."""
    people = naming.speakers(database.connection())
    found = namesakes([[name.text for name in person.names] for person in people])
    pairs = ((people[one.first], people[one.second], one) for one in found)
    return [
        (first, second, one)
        for first, second, one in pairs
        if first.wikidata is None or second.wikidata is None or first.wikidata == second.wikidata
    ]


def new(
    database: Database, name: str, title: str | None = None, item: str | None = None
) -> Speaker:
    """Make a speaker, also one whose name another has already.

    Args:
        database: open for writing.
        name: as it is to be shown.
        title: what they are known for.
        item: of Wikidata.
    """
    from quotedb.store import writing

    clean = checked_name(name)
    roles = (Role(checked_name(title)),) if title else ()
    wikidata = checked_item(item) if item else None
    with database.session("speaker new", clean) as session:
        conn = database.connection_of(session)
        _see_that_it_is_free(conn, wikidata, None)
        number = writing.add_speaker(session, Speaker(name=clean, roles=roles, wikidata=wikidata))
        session.commit()
    return _again(database, Speaker(id=number, name=clean))


def find(database: Database, who: str) -> Speaker:
    """The one speaker meant by a number or by any name.

    Raises:
        NotFound: nobody, or more than one; the message lists them.
    """
    connection = database.connection()
    if who.isdecimal() and len(who) < 19:
        person = naming.get_speaker(connection, int(who))
        found = [person] if person else []
    else:
        found = naming.find_speakers(connection, who)
    if not found:
        raise NotFound(f"there is no speaker {who!r}", hint="quotedb speakers lists them")
    if len(found) > 1:
        raise _several(who, found)
    return found[0]


def _several(who: str, found: Sequence[Speaker]) -> NotFound:
    names = [one.name for one in found]
    known_for = {one.id: _known_for(one) for one in found if names.count(one.name) > 1}
    several = ", ".join(f"{p.id} {p.name}{known_for.get(p.id, '')}" for p in found[:10])
    return NotFound(f"{who!r} may be several: {several}", hint="Name one by its number")


def _known_for(person: Speaker) -> str:
    return f" ({person.roles[-1].title})" if person.roles else ""


def meant(conn: Connection, who: str) -> tuple[Speaker | None, tuple[str, ...]]:
    """The speaker whom a number, a name or, when only one has it, a part of a name means.

    Returns:
        The speaker, None when nobody has the name; and remarks for the user.

    Raises:
        NotFound: no speaker has that number, or several have that very name.
        InvalidValue: no name, or one longer than any.
    """
    clean = checked_name(who)
    if clean.isdecimal() and len(clean) < 19:
        person = naming.get_speaker(conn, int(clean))
        if person is None:
            raise NotFound(f"there is no speaker {clean}", hint="quotedb speakers lists them")
        return person, ()
    alike = naming.find_speakers(conn, clean)
    is_exact = any(fold(n.text) == fold(clean) for one in alike for n in one.names)
    if is_exact and len(alike) > 1:
        raise _several(clean, alike)
    if is_exact:
        return alike[0], ()
    if len(alike) == 1:
        return alike[0], (f"{clean} is taken to be {alike[0].name}, the only one so called",)
    if alike:
        several = ", ".join(person.name for person in alike[:5])
        return None, (f"{clean} is recorded as a speaker of their own, beside {several}",)
    return None, ()


def meant_or_made(conn: Connection, who: str) -> int:
    """The number of the speaker whom a name means, made when nobody has it."""
    from quotedb.store import bulk

    person, _ = meant(conn, who)
    if person is not None:
        return _id(person)
    [number] = bulk.add_speakers(conn, [Speaker(name=checked_name(who))])
    return number


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
    with database.session("speaker alias", who) as session:
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
    with database.session("speaker role", f"{who}: {title}") as session:
        person = find(database, who)
        writing.add_role(session, _id(person), Role(checked_name(title), organization, start, end))
        session.commit()
    return _again(database, person)


def merge(database: Database, keep: str, gone: str) -> Speaker:
    """Make two speakers one; all that `gone` has goes to `keep`.

    Raises:
        InvalidValue: they are one already.
    """
    from quotedb.store import curating

    with database.session("speaker merge", f"{gone} is {keep}") as session:
        stays, goes = find(database, keep), find(database, gone)
        if stays.id == goes.id:
            raise InvalidValue(f"{keep!r} and {gone!r} are both speaker {stays.id}")
        curating.merge_speakers(database.connection_of(session), keep=_id(stays), gone=_id(goes))
        session.commit()
    return _again(database, stays)


def rename(database: Database, who: str, name: str) -> Speaker:
    """Show a speaker under another name; the old one stays an alias."""
    from quotedb.store import writing

    clean = checked_name(name)
    with database.session("speaker rename", f"{who} is shown as {clean}") as session:
        person = find(database, who)
        writing.rename_speaker(session, _id(person), clean)
        session.commit()
    return _again(database, person)


def wikidata(database: Database, who: str, item: str) -> Speaker:
    """Say which item of Wikidata a speaker is.

    Raises:
        InvalidValue: that is no item, or another speaker is it.
    """
    from quotedb.store import curating

    clean = checked_item(item)
    with database.session("speaker wikidata", f"{who} is {clean}") as session:
        conn = database.connection_of(session)
        person = find(database, who)
        _see_that_it_is_free(conn, clean, person.id)
        curating.set_wikidata(conn, _id(person), clean)
        session.commit()
    return _again(database, person)


def checked_item(item: str) -> str:
    """The number of an item of Wikidata, also out of its URL.

    Raises:
        InvalidValue: that is none.
    """
    clean = item.strip().rpartition("/")[2].upper()
    if not (clean[:1] == "Q" and clean[1:].isdecimal() and clean.isascii()):
        raise InvalidValue(f"{item!r} is no item of Wikidata", hint="Give one such as Q1339")
    return clean


def _see_that_it_is_free(conn: Connection, item: str | None, own: int | None) -> None:
    taken = naming.speaker_of_item(conn, item) if item else None
    if taken is not None and taken.id != own:
        hint = f"If they are one: quotedb speaker merge {taken.id} {own}" if own else None
        raise InvalidValue(f"speaker {taken.id} ({taken.name}) is {item}", hint=hint)


def _id(person: Speaker) -> int:
    assert person.id is not None
    return person.id


def _again(database: Database, person: Speaker) -> Speaker:
    return naming.get_speaker(database.connection(), _id(person)) or person
