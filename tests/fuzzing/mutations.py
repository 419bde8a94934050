"""Inputs that nobody would write: what somebody would, spoilt by chance, the same for a seed."""

from __future__ import annotations

import random
from collections.abc import Sequence

TOKENS = [
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\r\n\r\n", b"\n\n", b"\t", b'"', b'""', b"'", b",",
    b"{", b"}", b"[", b"]", b"{}", b"null", b"-1", b"1e999", b"9" * 40, b"NaN", b"\\", b"\\ud800",
    b"<", b">", b"</", b"<!--", b"<![CDATA[", b"&#0;", b"&#xD800;", b"&amp;", b"<!ENTITY a '&a;'>",
    b"{{", b"}}", b"[[", b"]]", b"'''", b"==", b"@book{", b"TY  - BOOK", b"%", b"==========",
    "“".encode(), "”".encode(), "«".encode(), "»".encode(), "—".encode(), "…".encode(),
    "İ".encode(), "\u202e".encode(), "\u0301".encode() * 30, "𝔘".encode(), b"\xe2\x80",
    b"said", b"WARC/1.0\r\n", b"Content-Length: 99999999999\r\n", b"-0044", b"1999/..",
    b"0000-00-00", b"'; DROP TABLE quote; --", b"\x1b[2J", b"../../etc/passwd", b"=cmd()",
]  # fmt: skip


def spoilt(chance: random.Random, seeds: Sequence[bytes]) -> bytes:
    """One of the seeds, changed in one place or in several."""
    data = chance.choice(seeds)
    for _ in range(chance.choice((1, 1, 2, 4, 8, 32))):
        data = chance.choice(_WAYS)(chance, data, seeds)[:LONGEST]
    return data


LONGEST = 200_000


def _slice(chance: random.Random, data: bytes) -> tuple[int, int]:
    begin = chance.randint(0, len(data))
    return begin, min(len(data), begin + int(chance.paretovariate(0.7)))


def _flipped(chance: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    place = chance.randint(0, len(data))
    return data[:place] + bytes([chance.randrange(256)]) + data[place + 1 :]


def _cut(chance: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    begin, end = _slice(chance, data)
    return data[:begin] + data[end:]


def _repeated(chance: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    begin, end = _slice(chance, data)
    times = chance.choice((2, 10, 300)) if end - begin < 1000 else 2
    return data[:end] + data[begin:end] * times + data[end:]


def _put_in(chance: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    place = chance.randint(0, len(data))
    times = chance.choice((1, 1, 1, 3, 200))
    return data[:place] + chance.choice(TOKENS) * times + data[place:]


def _crossed(chance: random.Random, data: bytes, seeds: Sequence[bytes]) -> bytes:
    other = chance.choice(seeds)
    return data[: chance.randint(0, len(data))] + other[chance.randint(0, len(other)) :]


def _ended(chance: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    return data[: chance.randint(0, len(data))]


_WAYS = (_flipped, _cut, _repeated, _put_in, _put_in, _crossed, _ended)
