"""Facts as JSON records, and back: what JSON Lines is written in and read from.

A record has a `type` and the fact's fields in their own order, without those that are at their
default, so that the same fact is always the same bytes. An attestation, as evidence, names its
source by its number alone: the source is a record of its own and comes before.
"""

# ruff: noqa: ANN401 - the values of any field pass through here, checked by its declared type

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from quotedb.errors import MalformedRecord
from quotedb.facts import Attestation, Evidence, Fact, Quote, Relation, Review, Source, Speaker
from quotedb.text.sound import check

TYPES: dict[str, type[Fact]] = {
    "source": Source,
    "speaker": Speaker,
    "quote": Quote,
    "relation": Relation,
    "review": Review,
}
_NAMES = {kind: name for name, kind in TYPES.items()}
_WITH_A_SOURCE = (Attestation, Evidence)
_HINT = "Mend the line, or leave it out"


def to_record(fact: Fact) -> dict[str, Any]:
    """The fact as what `json.dumps` takes, its keys in a fixed order."""
    return {"type": _NAMES[type(fact)], **_encode(fact)}


def from_record(record: Mapping[str, Any]) -> Fact:
    """The fact that a record describes.

    Raises:
        MalformedRecord: an unknown type or key, a missing key, a value of the wrong sort, or one
            that no database could hold.
    """
    kind = TYPES.get(str(record.get("type")))
    if kind is None:
        raise MalformedRecord(
            f"no fact is of type {record.get('type')!r}", hint=f"Known types: {', '.join(TYPES)}"
        )
    fact: Fact = _decode_fact(kind, {k: v for k, v in record.items() if k != "type"}, "")
    check(fact)
    return fact


def _encode(fact: Any) -> dict[str, Any]:
    return {
        field.name: _encode_value(fact, getattr(fact, field.name))
        for field in fields(fact)
        if field.default is MISSING or getattr(fact, field.name) != field.default
    }


def _encode_value(owner: object, value: Any) -> Any:
    if (
        isinstance(owner, Attestation | Evidence)
        and isinstance(value, Source)
        and value.id is not None
    ):
        return {"id": value.id}
    if isinstance(value, tuple):
        return [_encode_value(owner, one) for one in value]
    return _encode(value) if is_dataclass(value) else value


@lru_cache
def _shape(kind: type) -> dict[str, tuple[Field[Any], Any]]:
    """Each field of a dataclass with its type, strings resolved."""
    hints = get_type_hints(kind)
    return {field.name: (field, hints[field.name]) for field in fields(kind)}


def _decode_fact(kind: type, record: Any, path: str) -> Any:
    if not isinstance(record, Mapping):
        raise MalformedRecord(f"{path or 'the record'} is no object", hint=_HINT)
    shape = _shape(kind)
    unknown = [key for key in record if key not in shape]
    if unknown:
        raise MalformedRecord(
            f"unknown keys: {', '.join(path + str(key) for key in unknown)}",
            hint=f"Known here: {', '.join(shape)}",
        )
    missing = [n for n, (f, _) in shape.items() if f.default is MISSING and n not in record]
    if missing:
        raise MalformedRecord(f"missing: {', '.join(path + n for n in missing)}", hint=_HINT)
    return kind(**{k: _decode(shape[k][1], value, f"{path}{k}") for k, value in record.items()})


def _decode(hint: Any, value: Any, path: str) -> Any:
    """The value of a field, checked against its type."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is tuple:
        if not isinstance(value, list):
            raise _wrong(path, value, "a list")
        return tuple(_decode(arguments[0], one, f"{path}[{n}]") for n, one in enumerate(value))
    if origin is Literal:
        if value not in arguments:
            raise _wrong(path, value, " or ".join(arguments))
        return value
    if origin is UnionType:
        if value is None and NoneType in arguments:
            return None
        return _decode(next(a for a in arguments if a is not NoneType), value, path)
    if is_dataclass(hint):
        assert isinstance(hint, type)
        return _decode_fact(hint, value, f"{path}.")
    return _decode_plain(hint, value, path)


def _decode_plain(hint: Any, value: Any, path: str) -> Any:
    if hint is float and type(value) is int:
        return float(value)
    if type(value) is not hint:
        raise _wrong(path, value, _PLAIN[hint])
    return value


_PLAIN = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}


def _wrong(path: str, value: object, wanted: str) -> MalformedRecord:
    return MalformedRecord(f"{path} is {str(value)[:40]!r}, not {wanted}", hint=_HINT)
