"""What a fact that comes from a file must be like, so that every database can hold it and every
format write it: numbers in their range, dates that are dates, words where there must be words.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from quotedb.errors import InvalidDate, MalformedRecord
from quotedb.facts import (
    Attestation,
    Detail,
    Quote,
    Relation,
    Review,
    Role,
    Source,
    Speaker,
    SpeakerName,
)
from quotedb.text import csl
from quotedb.text.dates import parse_edtf

GREATEST = 2**31 - 1
"""The greatest number of a fact, which is PostgreSQL's `integer`."""

_TAG = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*")
_WIKIDATA = re.compile(r"Q[1-9]\d{0,15}")
_NO_TEXT = re.compile("[\x00\ud800-\udfff]")
_HINT = "Mend the line, or leave it out"


def check(fact: Any, path: str = "") -> None:  # noqa: ANN401 - any fact or part of one
    """See that a fact and all its parts are sound.

    Raises:
        MalformedRecord: one is not; which field, and why.
    """
    rules = _RULES.get(type(fact), {})
    for field in fields(fact):
        value, name = getattr(fact, field.name), f"{path}{field.name}"
        if value is None or value == field.default:
            continue
        if isinstance(value, str) and _NO_TEXT.search(value):
            raise MalformedRecord(f"{name} has characters that are none", hint=_HINT)
        if field.name in rules:
            _see(rules[field.name], value, name)
        for number, one in enumerate(value if isinstance(value, tuple) else (value,)):
            if is_dataclass(one):
                check(one, f"{name}[{number}]." if isinstance(value, tuple) else f"{name}.")
    if isinstance(fact, Detail) and fact.variable in csl.DATES:
        _see(_date, fact.text, f"{path}text")
    if isinstance(fact, Relation | Review) and fact.quote_id == fact.to:
        raise MalformedRecord("a quote beside itself", hint=_HINT)


def _see(rule: Callable[[Any], str | None], value: Any, name: str) -> None:  # noqa: ANN401
    wrong = rule(value)
    if wrong:
        raise MalformedRecord(f"{name} is {str(value)[:40]!r}, {wrong}", hint=_HINT)


def _id(value: int) -> str | None:
    return None if 1 <= value <= GREATEST else "no number of a fact"


def _offset(value: int) -> str | None:
    return None if 0 <= value <= GREATEST else "no place in a text"


def _date(value: str) -> str | None:
    try:
        parse_edtf(value)
    except InvalidDate:
        return "no date"
    return None


def _words(value: str) -> str | None:
    return None if value.strip() else "without words"


def _share(value: float) -> str | None:
    return None if 0 <= value <= 1 else "not from 0 to 1"


def _finite(value: float) -> str | None:
    return None if math.isfinite(value) else "no number"


def is_tag(text: str) -> bool:
    """Whether a text looks like a language tag (BCP 47)."""
    return bool(_TAG.fullmatch(text))


def _language(value: str) -> str | None:
    return None if is_tag(value) else "no language tag"


def _wikidata(value: str) -> str | None:
    return None if _WIKIDATA.fullmatch(value) else "no number of Wikidata's"


def _csl_type(value: str) -> str | None:
    return None if value in csl.TYPES else "no type of source"


def _variable(value: str) -> str | None:
    return None if value in csl.DETAILS else "no detail of a source"


Rules = Mapping[str, Callable[[Any], str | None]]
_TIE: Rules = {"quote_id": _id, "to": _id, "score": _finite}
_RULES: Mapping[type, Rules] = {
    Source: {
        "id": _id, "csl_type": _csl_type, "issued": _date, "accessed": _date,
    },
    Detail: {"variable": _variable, "text": _words},
    Speaker: {"id": _id, "name": _words, "wikidata": _wikidata},
    SpeakerName: {"text": _words, "language": _language},
    Role: {"title": _words, "start": _date, "end": _date},
    Quote: {
        "id": _id, "speaker_id": _id, "text": _words, "said": _date, "language": _language,
    },
    Attestation: {
        "id": _id, "quote_id": _id, "speaker_id": _id, "exact": _words, "start": _offset,
        "end": _offset, "said": _date, "confidence": _share,
    },
    Relation: _TIE,
    Review: _TIE,
}  # fmt: skip
