"""Facts in by the thousand: rows straight to the driver, in a session's open transaction.

What one fact's row holds is said in `writing.py`; here is only how many are written at once. Ids
are given beforehand (`Connection.new_ids`), so that facts can refer to each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from quotedb.facts import Attestation, Quote, Relation, Review, Role, Source, Speaker, SpeakerName
from quotedb.store.asking import chunks, marks
from quotedb.store.database import Connection
from quotedb.store.history import Values
from quotedb.store.rows import insert, inserting
from quotedb.store.writing import attestation_values, quote_values, source_values
from quotedb.text.folding import fold


def add_sources(conn: Connection, sources: Sequence[Source]) -> dict[str, int]:
    """Keep the sources that are not there yet, by content hash; an id that one has is kept.

    Returns:
        The id of each by its content hash.
    """
    described = {source.content_hash or "": source for source in sources}
    found = _ids_by(conn, "source", "content_hash", list(described))
    new = [source for key, source in described.items() if key not in found]
    ids = _numbers(conn, "source", [source.id for source in new])
    rows = [{**source_values(s), "id": i} for s, i in zip(new, ids, strict=True)]
    insert(conn, "source", rows)
    texts = [
        {"source_id": i, "text": s.text}
        for s, i in zip(new, ids, strict=True)
        if s.text is not None
    ]
    insert(conn, "source_text", texts)
    return found | {s.content_hash or "": i for s, i in zip(new, ids, strict=True)}


def add_speakers(conn: Connection, speakers: Sequence[Speaker]) -> list[int]:
    """Keep speakers with their names and roles, and return their ids; one that has an id keeps
    it.
    """
    ids = _numbers(conn, "speaker", [speaker.id for speaker in speakers])
    rows = [
        {"id": i, "name": s.name, "kind": s.kind, "wikidata": s.wikidata}
        for s, i in zip(speakers, ids, strict=True)
    ]
    insert(conn, "speaker", rows)
    called = [
        {"speaker_id": i, "text": name.text, "key": key, "language": name.language}
        for s, i in zip(speakers, ids, strict=True)
        for key, name in _by_key(SpeakerName(s.name), *s.names).items()
    ]
    _insert_numbered(conn, "speaker_name", called)
    held = [
        {"speaker_id": i, "title": role.title, "organization": role.organization,
         "held_from": role.start, "held_to": role.end}
        for s, i in zip(speakers, ids, strict=True)
        for role in _different(s.roles)
    ]  # fmt: skip
    _insert_numbered(conn, "role", held)
    return ids


def _by_key(*names: SpeakerName) -> dict[str, SpeakerName]:
    """Names by their folded keys, the first of each, in their order."""
    found: dict[str, SpeakerName] = {}
    for name in names:
        found.setdefault(fold(name.text), name)
    return found


def _different(roles: Sequence[Role]) -> Iterable[Role]:
    """Roles, each once by its folded words and dates, as `writing.add_role` knows them again."""
    found: dict[tuple[str, str, str | None, str | None], Role] = {}
    for role in roles:
        key = (fold(role.title), fold(role.organization or ""), role.start, role.end)
        found.setdefault(key, role)
    return found.values()


def _insert_numbered(conn: Connection, table: str, rows: Sequence[dict[str, Any]]) -> None:
    """Write rows that nothing refers to, under new ids."""
    ids = conn.new_ids(table, len(rows))
    insert(conn, table, [{"id": i, **row} for i, row in zip(ids, rows, strict=True)])


def _numbers(conn: Connection, table: str, given: Sequence[int | None]) -> list[int]:
    """The ids that facts have, and new ones for the others."""
    new = iter(conn.new_ids(table, given.count(None)))
    return [next(new) if number is None else number for number in given]


Printing = tuple[int, int, Attestation]
"""A quote's id and a source's, and what is printed there."""


def add_quotes(
    conn: Connection, quotes: Sequence[Quote], printings: Iterable[Printing] = ()
) -> list[int | None]:
    """Keep quotes that have ids, with their tags and fingerprints, and printings, of these or of
    others, which are made out while the quotes are indexed.

    Returns:
        The id of each printing; None where the source has that place already.
    """
    with inserting(conn, "quote", [quote_values(quote) for quote in quotes]):
        tags = ({"quote_id": q.id, "name": tag} for q in quotes for tag in dict.fromkeys(q.tags))
        tagged = list(tags)
        printed = [attestation_values(*printing) for printing in printings]
    insert(conn, "tag", tagged)
    return _attested(conn, printed)


def _attested(conn: Connection, rows: list[Values]) -> list[int | None]:
    taken = _anchors(conn, {row["source_id"] for row in rows})
    new = []
    for row in rows:
        place = (row["source_id"], row["anchor"])
        if place not in taken:
            taken.add(place)
            new.append(row)
    ids = _numbers(conn, "attestation", [row["id"] for row in new])
    for row, number in zip(new, ids, strict=True):
        row["id"] = number
    insert(conn, "attestation", new)
    return [row["id"] for row in rows]


def add_relations(conn: Connection, relations: Iterable[Relation]) -> None:
    """Keep relations that are not there yet."""
    rows = [
        {"quote_id": r.quote_id, "kind": r.kind, "to_id": r.to, "score": r.score,
         "reason": r.reason}
        for r in relations
    ]  # fmt: skip
    insert(conn, "relation", rows)


def add_reviews(conn: Connection, reviews: Iterable[Review]) -> None:
    """Put pairs in the queue for a person that are not there yet."""
    rows = [
        {"quote_id": r.quote_id, "to_id": r.to, "score": r.score, "reason": r.reason}
        for r in reviews
    ]
    insert(conn, "review", rows)


def _anchors(conn: Connection, sources: set[int]) -> set[tuple[int, str]]:
    """The places in some sources that are attested."""
    found: set[tuple[int, str]] = set()
    for chunk in chunks(sorted(sources)):
        sql = f"SELECT source_id, anchor FROM attestation WHERE source_id IN ({marks(chunk)})"
        found.update((source, anchor) for source, anchor in conn.rows(sql, chunk))
    return found


def _ids_by(conn: Connection, table: str, column: str, values: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for chunk in chunks(values):
        sql = f"SELECT {column}, id FROM {table} WHERE {column} IN ({marks(chunk)})"
        found.update((value, number) for value, number in conn.rows(sql, chunk))
    return found
