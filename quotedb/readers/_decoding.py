"""Bytes to text, whatever they were written in, and a note where that had to be found out."""

from __future__ import annotations

import codecs

from quotedb.errors import DataError, EmptyInput

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)
_SAMPLE = 200_000  # bytes; what an encoding is guessed from
_CANDIDATES = [
    "cp1252", "cp1254", "cp1250", "cp1251", "cp1253", "cp1255", "cp1256", "koi8_r", "shift_jis",
    "euc_jp", "euc_kr", "gb18030", "big5",
]  # fmt: skip

# Which letters a text in each Latin code page is written with, the likelier page first. Without
# ð, þ and ý in the first, as they stand where Turkish has ğ, ş and ı.
_LATIN = {
    "cp1252": frozenset("àáâãäåæçèéêëìíîïñòóôõöøœšžùúûüÿßªº"),
    "cp1254": frozenset("çğıöşüâîû"),
    "cp1250": frozenset("áâăäąčćçďđéěëęíîĺľłňńóôöőŕřšśşťţúůüűýžźż"),
}
_ONLY_TURKISH = frozenset("ğış")
_MANY, _SURELY = 0.3, 0.95  # of the letters beyond ASCII


def decode(data: bytes, where: str | None) -> tuple[str, tuple[str, ...]]:
    """The text in `data`, and a note when it was in anything but UTF-8.

    Raises:
        EmptyInput: there is nothing, or nothing but white space.
        DataError: it is no text.
    """
    text, encoding = _marked(data, where) or _unmarked(data, where)
    if "\0" in text:
        raise _no_text(where)
    if not text or text.isspace():
        raise EmptyInput("there is no text in it", where=where, hint="Give a file with text")
    return text, () if encoding == "utf-8" else (f"read as {encoding}",)


def wide(head: bytes) -> str | None:
    """The codec of text in UTF-16 or UTF-32, told by its first bytes; None for any other."""
    for mark, codec, name in _MARKS:
        if head.startswith(mark):
            return codec if name != "utf-8" else None
    return _utf16(head[: len(head) // 2 * 2])


def _marked(data: bytes, where: str | None) -> tuple[str, str] | None:
    """The text of data that begins with a byte order mark."""
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return _strict(data, codec, where), name
    return None


def _unmarked(data: bytes, where: str | None) -> tuple[str, str]:
    if wide := _utf16(data):
        return _strict(data, wide, where), wide
    try:
        return data.decode(), "utf-8"
    except UnicodeDecodeError as error:
        codec = _guess(data, error.start, where)
    return _strict(data, codec, where), usual_name(codec, data)


def _strict(data: bytes, codec: str, where: str | None) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise DataError(
            f"it looks like {codec} and is not, at byte {error.start}",
            where=where,
            hint="Save it as UTF-8",
        ) from error


def _utf16(data: bytes) -> str | None:
    """UTF-16 without a mark shows in NULs: many at one of two places, none at the other."""
    sample = data[:_SAMPLE]
    if len(data) % 2 or b"\0" not in sample:
        return None
    half = len(sample) / 2
    even, odd = sample[::2].count(0) / half, sample[1::2].count(0) / half
    if max(even, odd) < 0.3 or min(even, odd) > 0.02:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _guess(data: bytes, first: int, where: str | None) -> str:
    """The code page of bytes whose first one that is not UTF-8 is at `first`."""
    if b"\0" in data[:_SAMPLE]:
        raise _no_text(where)
    from charset_normalizer import from_bytes

    sample = data[max(0, first - 1000) : first + _SAMPLE]
    # A match stands for all code pages that read the sample alike.
    matches = from_bytes(sample, cp_isolation=_CANDIDATES)
    found = [codec for match in matches for codec in match.could_be_from_charset]
    if not found:
        raise _no_text(where)
    latin = [codec for codec in _LATIN if codec in found]
    return max(latin, key=lambda codec: _likeness(sample, codec)) if found[0] in latin else found[0]


def is_turkish(sample: bytes) -> bool:
    """Whether some text is surely Turkish in windows-1254: nearly all letters beyond ASCII are
    those of Turkish, and many are those that no other language of the Latin code pages has in
    their place (ı, ş and ğ are two of three in print).
    """
    letters = _beyond(sample, "cp1254")
    own = sum(letter in _ONLY_TURKISH for letter in letters)
    return own >= _MANY * len(letters) > 0 and _likeness(sample, "cp1254") >= _SURELY


def _likeness(sample: bytes, codec: str) -> float:
    """The share (0..1) of the letters beyond ASCII that are usual in a code page."""
    letters = _beyond(sample, codec)
    return sum(letter in _LATIN[codec] for letter in letters) / max(1, len(letters))


def _beyond(sample: bytes, codec: str) -> list[str]:
    """The letters beyond ASCII, small."""
    return [c for c in sample.decode(codec, "ignore").lower() if c > "\x7f" and c.isalpha()]


def usual_name(codec: str, data: bytes) -> str:
    """The encoding's usual name: Latin-5 is the part of windows-1254 without 0x80 to 0x9F."""
    if codec == "cp1254" and not any(byte in data for byte in range(0x80, 0xA0)):
        return "iso8859-9"
    return codec.replace("cp", "windows-")


def _no_text(where: str | None) -> DataError:
    return DataError("it is no text", where=where, hint="Give plain text, UTF-8 at best")
