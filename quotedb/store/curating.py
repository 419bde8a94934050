"""What a person says of facts that are there: each function changes some in a session's
transaction, by rows, so that the history holds what was before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from quotedb.facts import Evidence, Quote, RelationKind
from quotedb.store import history, queries, rows
from quotedb.store.database import Connection
from quotedb.store.history import Values
from quotedb.store.writing import FILLED, anchor, quote_values
from quotedb.text.folding import fold


def set_quote(conn: Connection, quote: Quote) -> bool:
    """Let a stored quote be so; says whether anything is different."""
    values = quote_values(quote)
    return rows.update(conn, "quote", [(values.pop("id"),)], values) > 0


def set_attestation(conn: Connection, number: int, values: Values) -> bool:
    """Change columns of one printing; says whether anything is different."""
    return rows.update(conn, "attestation", [(number,)], values) > 0


def tag(conn: Connection, quote_id: int, tags: Iterable[str]) -> int:
    """Give a quote the tags that it has not; says how many."""
    wanted = {(quote_id, name): name for name in tags}
    has = {row["name"] for row in rows.read(conn, "tag", list(wanted))}
    new = [{"quote_id": quote_id, "name": name} for name in wanted.values() if name not in has]
    rows.insert(conn, "tag", new)
    return len(new)


def untag(conn: Connection, quote_id: int, tags: Iterable[str]) -> int:
    """Take tags from a quote; says how many it had."""
    return rows.delete(conn, "tag", [(quote_id, name) for name in tags])


def set_status(conn: Connection, quote: Quote, evidence: Evidence) -> None:
    """Give a quote a status, and keep what it rests on; its source is there already."""
    [number] = conn.new_ids("evidence", 1)
    kept = {
        "id": number, "quote_id": quote.id, "status": evidence.status, "because": evidence.because,
        "source_id": evidence.source.id if evidence.source else None,
        "who": history.who(), "at": history.now(),
    }  # fmt: skip
    rows.insert(conn, "evidence", [kept])
    rows.update(conn, "quote", [(quote.id,)], {"status": evidence.status})


def relate(
    conn: Connection, quote_id: int, kind: RelationKind, to: int, reason: str, score: float | None
) -> bool:
    """Say what one quote is to another; nothing waits for review between them any more.

    Returns:
        Whether that is new.
    """
    rows.delete(conn, "review", [(quote_id, to), (to, quote_id)])
    if rows.read(conn, "relation", [(quote_id, kind, to)]):
        return False
    relation = {"quote_id": quote_id, "kind": kind, "to_id": to, "score": score, "reason": reason}
    rows.insert(conn, "relation", [relation])
    return True


def unrelate(conn: Connection, one: int, other: int) -> None:
    """Take away whatever two quotes are said to be to each other."""
    ends = {one, other}
    for key in rows.where(conn, "relation", "quote_id", [one, other]):
        if {key[0], key[2]} == ends:
            rows.delete(conn, "relation", [key])


def delete_quotes(conn: Connection, ids: Sequence[int]) -> None:
    """Delete quotes with all that belongs to them, and sources that then attest nothing.

    A source whose text is kept stays: reading that article again would bring its quotes back.
    """
    sources = _sources(conn, rows.where(conn, "attestation", "quote_id", ids))
    for table in ("evidence", "tag", "relation", "review", "attestation"):
        rows.delete(conn, table, rows.where(conn, table, "quote_id", ids))
    for table in ("relation", "review"):
        rows.delete(conn, table, rows.where(conn, table, "to_id", ids))
    rows.delete(conn, "quote", [(number,) for number in ids])
    _drop_idle(conn, sources)


def delete_attestation(conn: Connection, number: int) -> None:
    """Delete one printing, and its source if that then attests nothing."""
    sources = _sources(conn, [(number,)])
    rows.delete(conn, "attestation", [(number,)])
    _drop_idle(conn, sources)


def merge_quotes(conn: Connection, keep: int, gone: int) -> None:
    """Make two quotes one: all that `gone` has goes to `keep`, and fills in what that lacks."""
    for table in ("attestation", "evidence"):
        rows.update(conn, table, rows.where(conn, table, "quote_id", [gone]), {"quote_id": keep})
    tags = rows.where(conn, "tag", "quote_id", [gone])
    tag(conn, keep, [name for _, name in tags])
    rows.delete(conn, "tag", tags)
    _move_ties(conn, keep, gone)
    [stays], [goes] = (rows.read(conn, "quote", [(number,)]) for number in (keep, gone))
    rows.update(conn, "quote", [(keep,)], _filled(stays, goes))
    rows.delete(conn, "quote", [(gone,)])


def split_quote(conn: Connection, quote: Quote, printings: Sequence[int]) -> int:
    """Make some printings of a quote a quote of their own.

    It has the words, speaker and date of the first of them; the old one, when its words were
    theirs, has those of the first that stays.

    Returns:
        The number of the new quote.
    """
    moved = [one for one in quote.attestations if one.id in printings]
    stay = [one for one in quote.attestations if one.id not in printings]
    first = moved[0]
    [number] = conn.new_ids("quote", 1)
    made = Quote(
        id=number, text=first.exact, language=quote.language,
        speaker_id=first.speaker_id or quote.speaker_id, said=first.said,
        said_inferred=first.said_inferred,
    )  # fmt: skip
    rows.insert(conn, "quote", [quote_values(made)])
    rows.update(conn, "attestation", [(one.id,) for one in moved], {"quote_id": number})
    words = fold(quote.text)
    if words in {fold(one.exact) for one in moved} - {fold(one.exact) for one in stay}:
        set_quote(conn, replace(quote, text=stay[0].exact))
    return number


def merge_speakers(conn: Connection, *, keep: int, gone: int) -> None:
    """Make two speakers one: names, roles, quotes and attestations of `gone` go to `keep`."""
    for table, same in (("speaker_name", _name), ("role", _role)):
        _move(conn, table, keep, gone, same)
    printed = rows.where(conn, "attestation", "speaker_id", [gone])
    rows.update(conn, "attestation", printed, {"speaker_id": keep})
    _anchor_again(conn, printed)
    quotes = rows.where(conn, "quote", "speaker_id", [gone])
    rows.update(conn, "quote", quotes, {"speaker_id": keep})
    [stays], [goes] = (rows.read(conn, "speaker", [(number,)]) for number in (keep, gone))
    rows.update(conn, "speaker", [(keep,)], {"wikidata": stays["wikidata"] or goes["wikidata"]})
    rows.delete(conn, "speaker", [(gone,)])


def set_wikidata(conn: Connection, speaker_id: int, item: str | None) -> None:
    """Say which item of Wikidata a speaker is."""
    rows.update(conn, "speaker", [(speaker_id,)], {"wikidata": item})


def _anchor_again(conn: Connection, printed: Sequence[history.Key]) -> None:
    """Where a printing without offsets stands is told by its speaker too: so that the same one is
    known again. One that would stand where another does stays as it is.
    """
    for row in rows.read(conn, "attestation", printed):
        if row["start_offset"] is None:
            place = anchor(row["exact"], row["speaker_id"], row["locator"])
            taken = conn.rows(
                "SELECT 1 FROM attestation WHERE source_id = ? AND anchor = ?",
                (row["source_id"], place),
            )
            if not taken:
                rows.update(conn, "attestation", [(row["id"],)], {"anchor": place})


def _move(
    conn: Connection, table: str, keep: int, gone: int, same: Callable[[Values], object]
) -> None:
    """What a speaker has goes to another, after what that has, and but for the same."""
    has = {same(row) for row in _of(conn, table, keep)}
    goes = _of(conn, table, gone)
    new = [row for row in goes if same(row) not in has]
    ids = conn.new_ids(table, len(new))
    moved = [row | {"id": i, "speaker_id": keep} for row, i in zip(new, ids, strict=True)]
    rows.delete(conn, table, [(row["id"],) for row in goes])
    rows.insert(conn, table, moved)


def _of(conn: Connection, table: str, speaker_id: int) -> list[Values]:
    return rows.read(conn, table, rows.where(conn, table, "speaker_id", [speaker_id]))


def _name(row: Values) -> object:
    return row["key"]


def _role(row: Values) -> object:
    return (
        fold(row["title"]), fold(row["organization"] or ""), row["held_from"], row["held_to"],
    )  # fmt: skip


def _filled(stays: Values, goes: Values) -> Values:
    """What `goes` tells and `stays` lacks."""
    values = {name: stays[name] if stays[name] is not None else goes[name] for name in FILLED}
    if stays["said"] is None or (stays["said_inferred"] and goes["said"] is not None):
        dates = ("said", "said_earliest", "said_latest", "said_inferred")
        values |= {name: goes[name] for name in dates}
    if stays["status"] == "unverified":
        values["status"] = goes["status"]
    return values


def _move_ties(conn: Connection, keep: int, gone: int) -> None:
    """Relations and waiting pairs of `gone` go to `keep`, unless those two are tied already."""
    [kept] = queries.quotes(conn, [keep])
    tied = {end for r in kept.relations for end in (r.quote_id, r.to)} | {keep, gone}
    for table in ("relation", "review"):
        keys = {
            key
            for column in ("quote_id", "to_id")
            for key in rows.where(conn, table, column, [gone])
        }
        for row in rows.read(conn, table, sorted(keys)):
            rows.delete(conn, table, [tuple(row[n] for n in history.key_columns(table))])
            other = row["to_id"] if row["quote_id"] == gone else row["quote_id"]
            if other not in tied:
                tied |= {other} if table == "relation" else set()
                ends = {n: keep if row[n] == gone else row[n] for n in ("quote_id", "to_id")}
                _insert_new(conn, table, row | ends)


def _insert_new(conn: Connection, table: str, row: Values) -> None:
    if not rows.read(conn, table, [tuple(row[n] for n in history.key_columns(table))]):
        rows.insert(conn, table, [row])


def _sources(conn: Connection, attestations: Sequence[tuple[Any, ...]]) -> set[int]:
    return {row["source_id"] for row in rows.read(conn, "attestation", attestations)}


def _drop_idle(conn: Connection, sources: set[int]) -> None:
    """Delete the sources that attest nothing, show nothing and have no text."""
    numbers = sorted(sources)
    busy: set[int] = set()
    for table in ("attestation", "evidence", "source_text"):
        for row in rows.read(conn, table, rows.where(conn, table, "source_id", numbers)):
            busy.add(row["source_id"])
    rows.delete(conn, "source", [(number,) for number in numbers if number not in busy])
