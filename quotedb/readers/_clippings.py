"""A quotation with its source from a flat record, whose keys are the options of `quotedb add`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from quotedb import languages
from quotedb.errors import InvalidDate, MalformedRecord
from quotedb.facts import Clipping, Quotation, Source
from quotedb.text.authors import read_author
from quotedb.text.dates import parse_edtf, read_date
from quotedb.text.folding import fold
from quotedb.text.sound import is_tag

_QUOTATION = {
    "text": "text", "speaker": "speaker", "said": "said", "role": "role", "locator": "locator",
    "event": "event", "place": "place", "lang": "language", "language": "language",
    "note": "note",
}  # fmt: skip
_SOURCE = {
    "title": "title", "outlet": "container_title", "issued": "issued", "url": "url",
    "accessed": "accessed", "publisher": "publisher",
}  # fmt: skip
_NO_TEXT = re.compile("[\ud800-\udfff]")
"""Bytes that are no UTF-8 come as lone surrogates."""

_SEEN = re.compile("[^\\s\u200b-\u200f\u2060-\u2064\ufeff\u00ad\u202a-\u202e\u2066-\u2069]")
"""All but white space and characters that nobody sees: words without any are none."""

_LONGEST_DATE = 100  # characters
_SHORT = 40
_EDTF = re.compile(r"[-+~?%./XYE\d]{4,}")  # the characters of a date, for a look before a reading
_DAY = re.compile(r"\d{4}([-/])\d\d\1\d\d(?![\d/])")
_COMPACT = re.compile(r"([12]\d{3})(\d\d)(\d\d)(?:T?\d{6}Z?)?")  # the basic form of ISO 8601
_CJK = re.compile(r"(\d{4})\s*[年년]\s*(\d\d?)\s*[月월]\s*(\d\d?)\s*[日일]")

_LISTS = ("author", "authors", "tag", "tags")
_DATES = ("said", "issued", "accessed")
_LANGUAGES = ("lang", "language")
KNOWN = (*_QUOTATION, *_SOURCE, *_LISTS)
"""What a record may be told, by name of option."""


def clipping(record: dict[str, Any], where: str) -> Clipping:
    """The clipping that a record describes.

    Args:
        record: values by name of option; several authors or tags may be a list.
        where: file and place in it, for messages.

    Raises:
        MalformedRecord: an unknown key, no text, or a date that is none.
    """
    unknown = [key for key in record if key not in KNOWN]
    if unknown:
        raise MalformedRecord(
            f"unknown keys: {', '.join(unknown)}", hint=f"Known: {', '.join(KNOWN)}"
        )
    told = {key: _text(key, value) for key, value in record.items() if key not in _LISTS}
    if not told.get("text"):
        raise MalformedRecord("no text", hint="Leave it out")
    for key, value in told.items():
        if value and key in _LANGUAGES:
            told[key] = tag(value)
        elif value and key in _DATES:
            _check_date(key, value)
    spoken = {_QUOTATION[key]: value for key, value in told.items() if value and key in _QUOTATION}
    printed = tuple((key, told[key]) for key in told if key in _SOURCE and told[key])
    quotation = Quotation(**spoken, tags=_texts(record, "tag", "tags"), method="import")  # type: ignore[arg-type]
    return Clipping(quotation, _source(printed, _texts(record, "author", "authors")), where)


@lru_cache(maxsize=1024)
def _source(told: tuple[tuple[str, str | None], ...], authors: tuple[str, ...]) -> Source:
    """The source that some options describe; many records name one and the same."""
    printed = {_SOURCE[key]: value for key, value in told}
    csl_type = _csl_type(printed)
    return Source(**printed, authors=tuple(map(read_author, authors)), csl_type=csl_type)  # type: ignore[arg-type]


@lru_cache(maxsize=1024)
def tag(written: str) -> str:
    """A language's tag, for its tag or its name in English.

    Raises:
        MalformedRecord: it is neither.
    """
    known = {fold(languages.get(one).name): one for one in languages.known()}
    if fold(written) in known:
        return known[fold(written)]
    if not is_tag(written):
        raise MalformedRecord(
            f"language is {written[:40]!r}, no language tag", hint="Write one such as en or tr-TR"
        )
    return written


def _csl_type(printed: dict[str, Any]) -> str:
    if "container_title" in printed:
        return "article-newspaper"
    return "webpage" if "url" in printed else "document"


def _text(key: str, value: object) -> str | None:
    """A value as text, stripped; a number is taken as it is written (`"locator": 7`)."""
    if isinstance(value, str) and len(value) < _SHORT:  # and it comes again, as a name does
        return _known_text(key, value)
    return _read_text(key, value)


def _read_text(key: str, value: object) -> str | None:
    if value is None or (isinstance(value, str) and not _SEEN.search(value)):
        return None
    if isinstance(value, str) and not value.isascii() and _NO_TEXT.search(value):
        raise MalformedRecord("not in UTF-8", hint="Save the file as UTF-8")
    if isinstance(value, (str, int)) and not isinstance(value, bool):
        return str(value).strip().replace("\0", "\ufffd")  # which no database holds
    raise MalformedRecord(f"{key} is {str(value)[:40]!r}, not text", hint="Put it in quotes")


_known_text = lru_cache(maxsize=8192)(_read_text)


def _texts(record: dict[str, Any], *keys: str) -> tuple[str, ...]:
    """The values under any of the keys, each one text or a list of them."""
    values: list[str | None] = []
    for key in filter(record.__contains__, keys):
        value = record[key]
        values += [_text(key, one) for one in (value if isinstance(value, list) else [value])]
    return tuple(value for value in values if value)


def _check_date(key: str, value: str) -> None:
    try:
        parse_edtf(value)
    except InvalidDate as error:
        raise MalformedRecord(f"{key}: {error.what}", hint=error.hint) from error


def day(told: object, language: str | None = None) -> str | None:
    """The day, month or year that another program wrote, as EDTF; None if it cannot be read."""
    if not isinstance(told, str | int) or isinstance(told, bool):
        return None
    plain = str(told).strip()[:_LONGEST_DATE]
    if found := _COMPACT.fullmatch(plain) or _CJK.search(plain):
        return day(f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}")
    form = plain[:10].replace("/", "-") if _DAY.match(plain) else plain
    if _EDTF.fullmatch(form):
        try:
            return parse_edtf(form).text
        except InvalidDate:
            pass
    return read_date(plain, language) if plain else None
