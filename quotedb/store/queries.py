"""Facts out: SQL over the driver, for what a person waits for. Never a row leaves this file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from quotedb.facts import (
    Attestation,
    Author,
    Detail,
    Evidence,
    Quote,
    Relation,
    Source,
    Wording,
)
from quotedb.store.asking import by_first, chunks, marks
from quotedb.store.backends import Row
from quotedb.store.database import Connection
from quotedb.text.fingerprint import key_hash

HANGING = ("excerpt_of", "variant_of")

_WORDING = "q.id, q.text, q.key, q.language, q.speaker_id"
_SOURCE = (
    "s.id, s.csl_type, s.title, s.container_title, s.authors, s.issued, s.accessed, s.url,"
    " s.publisher, s.language, s.content_hash, s.details"
)
_ATTESTATION = (
    "a.id, a.quote_id, a.exact, a.prefix, a.suffix, a.start_offset, a.end_offset, a.locator,"
    " a.speaker_id, p.name, a.speaker_as_written, a.said, a.said_inferred, a.cue, a.kind,"
    " a.method, a.confidence, a.rule, a.parts"
)
_QUOTE = (
    "q.id, q.text, q.language, q.speaker_id, p.name, q.said, q.said_inferred, q.place, q.event,"
    " q.status, q.note"
)


def wordings(conn: Connection, ids: Sequence[int]) -> dict[int, Wording]:
    """The wordings of some quotes, by id; an id that is not there is left out."""
    found: dict[int, Wording] = {}
    for chunk in chunks(ids):
        sql = f"SELECT {_WORDING} FROM quote q WHERE q.id IN ({marks(chunk)})"
        found |= {row[0]: Wording(*row) for row in conn.rows(sql, chunk)}
    return found


def wordings_by_key(conn: Connection, keys: Iterable[str]) -> dict[str, list[Wording]]:
    """The wordings that fold to some keys, by key, each key's in the order of their ids."""
    by_hash = {key_hash(key): key for key in keys}
    found: dict[str, list[Wording]] = {}
    for chunk in chunks(list(by_hash)):
        sql = f"SELECT {_WORDING} FROM quote q WHERE q.key_hash IN ({marks(chunk)}) ORDER BY q.id"
        for row in conn.rows(sql, chunk):
            found.setdefault(row[2], []).append(Wording(*row))
    return found


def all_wordings(conn: Connection) -> list[Wording]:
    """Every wording, by id."""
    return [Wording(*row) for row in conn.rows(f"SELECT {_WORDING} FROM quote q ORDER BY q.id")]


def ties(conn: Connection) -> tuple[set[frozenset[int]], dict[int, int]]:
    """The pairs of quotes that have a relation or wait for review; and what each quote that is
    an excerpt or a variant hangs under.
    """
    related = conn.rows("SELECT quote_id, to_id, kind FROM relation")
    waiting = conn.rows("SELECT quote_id, to_id FROM review")
    pairs = {frozenset(row[:2]) for row in (*related, *waiting)}
    return pairs, {low: high for low, high, kind in related if kind in HANGING}


def bare_quotes(conn: Connection, ids: Sequence[int]) -> dict[int, Quote]:
    """Quotes by id, without attestations, relations and tags."""
    found: dict[int, Quote] = {}
    for chunk in chunks(list(dict.fromkeys(ids))):
        sql = (
            "SELECT id, text, language, speaker_id, said, said_inferred, place, event, note, status"
            f" FROM quote WHERE id IN ({marks(chunk)})"
        )
        for number, text, language, speaker_id, said, inferred, *rest in conn.rows(sql, chunk):
            place, event, note, status = rest
            found[number] = Quote(
                id=number, text=text, language=language, speaker_id=speaker_id, said=said,
                said_inferred=bool(inferred), place=place, event=event, note=note, status=status,
            )  # fmt: skip
    return found


def keys_after(conn: Connection, number: int, most: int) -> list[tuple[int, str]]:
    """The folded keys of the next quotes after an id, by id."""
    sql = "SELECT id, key FROM quote WHERE id > ? ORDER BY id LIMIT ?"
    return [(i, key) for i, key in conn.rows(sql, (number, most))]


def count_quotes(conn: Connection) -> int:
    """How many quotes there are, or a little more: the greatest id."""
    [(last,)] = conn.rows("SELECT COALESCE(MAX(id), 0) FROM quote")
    return int(last)


def hangs_under(conn: Connection, quote_id: int) -> bool:
    """Whether a quote is an excerpt or a variant of another."""
    sql = "SELECT 1 FROM relation WHERE quote_id = ? AND kind IN ('excerpt_of', 'variant_of')"
    return bool(conn.rows(sql, (quote_id,)))


def is_empty(conn: Connection) -> bool:
    """Whether there is no fact at all."""
    sql = (
        "SELECT 1 WHERE EXISTS (SELECT 1 FROM source) OR EXISTS (SELECT 1 FROM speaker)"
        " OR EXISTS (SELECT 1 FROM quote)"
    )
    return not conn.rows(sql)


def has_source(conn: Connection, content_hash: str) -> bool:
    """Whether there is a source of that content hash."""
    return bool(conn.rows("SELECT 1 FROM source WHERE content_hash = ?", (content_hash,)))


def greatest_ids(conn: Connection) -> list[int]:
    """The greatest id of sources, speakers, quotes and attestations: it grows with every one."""
    tables = ("source", "speaker", "quote", "attestation")
    return [conn.rows(f"SELECT COALESCE(MAX(id), 0) FROM {table}")[0][0] for table in tables]


def get_quote(conn: Connection, quote_id: int) -> Quote | None:
    """One quote with its attestations, relations both ways, and tags."""
    return get_quotes(conn, [quote_id]).get(quote_id)


def get_quotes(conn: Connection, ids: Iterable[int]) -> dict[int, Quote]:
    """Quotes by id, each whole; an id that is not there is left out."""
    return {q.id: q for q in quotes(conn, ids) if q.id is not None}


def quotes(conn: Connection, ids: Iterable[int]) -> Iterator[Quote]:
    """Quotes in the order of their ids as given, read a chunk at a time."""
    for chunk in chunks(list(dict.fromkeys(ids))):
        yield from _quotes(conn, chunk)


def attestations_of(conn: Connection, source_id: int) -> list[Attestation]:
    """What a source attests, in the order of its text."""
    sql = (
        f"SELECT {_SOURCE}, {_ATTESTATION} FROM attestation a JOIN source s ON s.id = a.source_id"
        " LEFT JOIN speaker p ON p.id = a.speaker_id WHERE a.source_id = ?"
        " ORDER BY a.start_offset, a.id"
    )
    return [_attestation(row) for row in conn.rows(sql, (source_id,))]


def sources(conn: Connection, ids: Sequence[int], *, with_text: bool = False) -> list[Source]:
    """Sources by id, in the order given."""
    found: dict[int, Source] = {}
    text = "t.text" if with_text else "NULL"
    for chunk in chunks(ids):
        sql = (
            f"SELECT {_SOURCE}, {text} FROM source s LEFT JOIN source_text t"
            f" ON t.source_id = s.id WHERE s.id IN ({marks(chunk)})"
        )
        found |= {row[0]: _source(row[:12], row[12]) for row in conn.rows(sql, chunk)}
    return [found[number] for number in ids if number in found]


def _quotes(conn: Connection, ids: Sequence[int]) -> list[Quote]:
    asked = marks(ids)
    rows = conn.rows(
        f"SELECT {_QUOTE} FROM quote q LEFT JOIN speaker p ON p.id = q.speaker_id"
        f" WHERE q.id IN ({asked})",
        ids,
    )
    printed: dict[int, list[Attestation]] = {}
    for row in conn.rows(
        f"SELECT {_SOURCE}, {_ATTESTATION} FROM attestation a JOIN source s ON s.id = a.source_id"
        f" LEFT JOIN speaker p ON p.id = a.speaker_id WHERE a.quote_id IN ({asked}) ORDER BY a.id",
        ids,
    ):
        attestation = _attestation(row)
        printed.setdefault(attestation.quote_id or 0, []).append(attestation)
    related = _relations(conn, ids)
    tags = by_first(
        conn,
        f"SELECT quote_id, name FROM tag WHERE quote_id IN ({asked}) ORDER BY name",
        ids,
    )
    evidence = _evidence(conn, ids)
    found = {
        row[0]: Quote(
            id=row[0],
            text=row[1],
            language=row[2],
            speaker_id=row[3],
            speaker=row[4],
            said=row[5],
            said_inferred=bool(row[6]),
            place=row[7],
            event=row[8],
            status=row[9],
            note=row[10],
            tags=tuple(name for (name,) in tags.get(row[0], ())),
            attestations=tuple(printed.get(row[0], ())),
            relations=tuple(related.get(row[0], ())),
            evidence=tuple(evidence.get(row[0], ())),
        )
        for row in rows
    }
    return [found[number] for number in ids if number in found]


def _evidence(conn: Connection, ids: Sequence[int]) -> dict[int, list[Evidence]]:
    """What the status of each quote rests on, the first first."""
    sql = (
        f"SELECT {_SOURCE}, e.quote_id, e.status, e.because, e.who, e.at FROM evidence e"
        f" LEFT JOIN source s ON s.id = e.source_id WHERE e.quote_id IN ({marks(ids)})"
        " ORDER BY e.id"
    )
    found: dict[int, list[Evidence]] = {}
    for row in conn.rows(sql, ids):
        quote_id, status, because, who, at = row[12:]
        source = _source(row[:12]) if row[0] is not None else None
        found.setdefault(quote_id, []).append(Evidence(status, because, source, who, at))
    return found


def _relations(conn: Connection, ids: Sequence[int]) -> dict[int, list[Relation]]:
    """The relations of each quote, both ways."""
    asked, wanted = marks(ids), set(ids)
    sql = (
        "SELECT quote_id, kind, to_id, score, reason FROM relation"
        f" WHERE quote_id IN ({asked}) OR to_id IN ({asked}) ORDER BY quote_id, to_id, kind"
    )
    related: dict[int, list[Relation]] = {}
    for row in conn.rows(sql, (*ids, *ids)):
        relation = Relation(*row)
        for end in {relation.quote_id, relation.to} & wanted:
            related.setdefault(end, []).append(relation)
    return related


def _source(row: Row, text: str | None = None) -> Source:
    return Source(
        id=row[0],
        csl_type=row[1],
        title=row[2],
        container_title=row[3],
        authors=tuple(Author(**name) for name in json.loads(row[4])),
        issued=row[5],
        accessed=row[6],
        url=row[7],
        publisher=row[8],
        language=row[9],
        content_hash=row[10],
        text=text,
        details=tuple(Detail(*pair) for pair in json.loads(row[11])),
    )


def _attestation(row: Row) -> Attestation:
    own = row[12:]
    return Attestation(
        source=_source(row[:12]),
        id=own[0],
        quote_id=own[1],
        exact=own[2],
        prefix=own[3],
        suffix=own[4],
        start=own[5],
        end=own[6],
        locator=own[7],
        speaker_id=own[8],
        speaker=own[9],
        speaker_as_written=own[10],
        said=own[11],
        said_inferred=bool(own[12]),
        cue=own[13],
        kind=own[14],
        method=own[15],
        confidence=own[16],
        rule=own[17],
        parts=own[18],
    )
