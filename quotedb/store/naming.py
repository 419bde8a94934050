"""Speakers out: by their names, numbers and items of Wikidata."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quotedb.facts import Role, Speaker, SpeakerName
from quotedb.store.asking import by_first, chunks, marks
from quotedb.store.database import Connection
from quotedb.text.folding import fold


def speakers(conn: Connection) -> list[Speaker]:
    """All speakers, by name."""
    ids = [number for (number,) in conn.rows("SELECT id FROM speaker")]
    return sorted(speakers_by_id(conn, ids), key=lambda s: (fold(s.name), s.id or 0))


def find_speakers(conn: Connection, name: str) -> list[Speaker]:
    """The speakers who have that very name; if none has, those one of whose names has every
    word of it, a last word also as a beginning.
    """
    return speakers_by_id(conn, speaker_ids(conn, name))


def speaker_ids(conn: Connection, name: str) -> list[int]:
    """The ids of the speakers that a name means, as `find_speakers` has it."""
    key = fold(name)
    exact = "SELECT DISTINCT speaker_id FROM speaker_name WHERE key = ? ORDER BY speaker_id"
    if found := [number for (number,) in conn.rows(exact, (key,))]:
        return found
    *whole, last = key.split() or [key]
    parts = [f"% {_plain(word)} %" for word in whole] + [f"% {_plain(last)}%"]
    clause = " AND ".join(["' ' || key || ' ' LIKE ? ESCAPE '!'"] * len(parts))
    sql = f"SELECT DISTINCT speaker_id FROM speaker_name WHERE {clause} ORDER BY speaker_id"
    return [number for (number,) in conn.rows(sql, parts)]


def speakers_by_key(conn: Connection, keys: Iterable[str]) -> dict[str, int]:
    """The first speaker of each folded name, by that name."""
    found: dict[str, int] = {}
    for chunk in chunks(list(keys)):
        sql = (
            "SELECT key, MIN(speaker_id) FROM speaker_name"
            f" WHERE key IN ({marks(chunk)}) GROUP BY key"
        )
        found.update((key, number) for key, number in conn.rows(sql, chunk))
    return found


def namesakes(conn: Connection, keys: Iterable[str]) -> dict[str, list[Speaker]]:
    """The speakers of each folded name that more than one has, by that name."""
    found: dict[str, list[Speaker]] = {}
    for chunk in chunks(list(keys)):
        sql = (
            f"SELECT key FROM speaker_name WHERE key IN ({marks(chunk)})"
            " GROUP BY key HAVING COUNT(DISTINCT speaker_id) > 1"
        )
        for (key,) in conn.rows(sql, chunk):
            every = "SELECT DISTINCT speaker_id FROM speaker_name WHERE key = ? ORDER BY speaker_id"
            found[key] = speakers_by_id(conn, [number for (number,) in conn.rows(every, (key,))])
    return found


def speaker_by_key(conn: Connection, key: str) -> Speaker | None:
    """The first speaker who has a name that folds to exactly `key`."""
    sql = "SELECT speaker_id FROM speaker_name WHERE key = ? ORDER BY speaker_id LIMIT 1"
    found = speakers_by_id(conn, [number for (number,) in conn.rows(sql, (key,))])
    return found[0] if found else None


def speaker_of_item(conn: Connection, item: str) -> Speaker | None:
    """The speaker who is that item of Wikidata."""
    sql = "SELECT id FROM speaker WHERE wikidata = ? ORDER BY id LIMIT 1"
    found = speakers_by_id(conn, [number for (number,) in conn.rows(sql, (item,))])
    return found[0] if found else None


def get_speaker(conn: Connection, speaker_id: int) -> Speaker | None:
    """One speaker."""
    found = speakers_by_id(conn, [speaker_id])
    return found[0] if found else None


def speakers_by_id(conn: Connection, ids: Sequence[int]) -> list[Speaker]:
    """Speakers with names, roles and how many quotes are theirs, in the order given."""
    found: dict[int, Speaker] = {}
    for chunk in chunks(ids):
        found |= _speakers(conn, chunk)
    return [found[number] for number in ids if number in found]


def _speakers(conn: Connection, ids: Sequence[int]) -> dict[int, Speaker]:
    asked = marks(ids)
    people = conn.rows(f"SELECT id, name, kind, wikidata FROM speaker WHERE id IN ({asked})", ids)
    names = by_first(
        conn,
        f"SELECT speaker_id, text, language FROM speaker_name WHERE speaker_id IN ({asked})"
        " ORDER BY id",
        ids,
    )
    roles = by_first(
        conn,
        "SELECT speaker_id, title, organization, held_from, held_to FROM role"
        f" WHERE speaker_id IN ({asked}) ORDER BY id",
        ids,
    )
    counts = by_first(
        conn,
        f"SELECT speaker_id, COUNT(*) FROM quote WHERE speaker_id IN ({asked}) GROUP BY speaker_id",
        ids,
    )
    return {
        number: Speaker(
            id=number,
            name=name,
            kind=kind,
            names=tuple(SpeakerName(*row) for row in names.get(number, ())),
            roles=tuple(Role(*row) for row in roles.get(number, ())),
            wikidata=wikidata,
            quotes=counts[number][0][0] if number in counts else 0,
        )
        for number, name, kind, wikidata in people
    }


def _plain(word: str) -> str:
    """A word as LIKE is to take it: to the letter."""
    return "".join(f"!{char}" if char in "!%_" else char for char in word)
