"""What there is that begins with some characters."""

from __future__ import annotations

from quotedb.store.database import Connection
from quotedb.text.folding import fold

_SQL = {
    "speaker": "SELECT DISTINCT text FROM speaker_name WHERE key >= ? AND key < ?",
    "tag": "SELECT DISTINCT name FROM tag WHERE name >= ? AND name < ?",
    "outlet": "SELECT DISTINCT container_title FROM source"
    " WHERE container_title >= ? AND container_title < ?",
}
_AFTER = "\U0010ffff"


def beginning(conn: Connection, what: str, start: str, most: int) -> list[str]:
    """Names of speakers (accents and case ignored), tags or outlets that begin so."""
    first = fold(start) if what == "speaker" else start
    sql = f"{_SQL[what]} ORDER BY 1 LIMIT ?"
    return [text for (text,) in conn.rows(sql, (first, first + _AFTER, most))]
