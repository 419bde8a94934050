"""The form that `add` fills in with its user: field by field, or as a text in an editor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from quotedb.actions.add import Entry
from quotedb.actions.sources import Description, read_details
from quotedb.errors import MalformedRecord

Values = dict[str, str | None]


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that is asked for; `offers` is what a half-typed answer is completed from."""

    name: str
    label: str
    offers: str | None = None


FIELDS = (
    Field("speaker", "Who said it", "speaker"),
    Field("said", "When (2021-03-30, 2021-03, 1850~)"),
    Field("role", "What the speaker was then"),
    Field("event", "At what occasion"),
    Field("place", "Where it was said"),
    Field("outlet", "Printed in (paper, site, book)", "outlet"),
    Field("title", "Under the title"),
    Field("author", "Written by (several with ;)"),
    Field("issued", "Printed when"),
    Field("url", "Where it can be read (URL)"),
    Field("locator", "Page or time"),
    Field("tag", "Tags (several with ,)", "tag"),
    Field("note", "A note for yourself"),
)
"""What is asked for beside the words, in that order."""

_HEAD = "# The fields, as far as they are known; the words of the quote below the line of dashes.\n"
_TAIL = "---\n"


def written(values: Mapping[str, str | None]) -> str:
    """The form as a text to be edited."""
    lines = [f"# {field.label}\n{field.name}: {values.get(field.name) or ''}\n" for field in FIELDS]
    return _HEAD + "".join(lines) + _TAIL + (values.get("text") or "") + "\n"


def read(text: str) -> Values:
    """What was filled in; what was left empty is None.

    Raises:
        MalformedRecord: the line of dashes is gone, or a line has no field's name.
    """
    head, dashes, words = text.partition(_TAIL)
    if not dashes:
        raise MalformedRecord("the line of dashes is gone", hint="Leave --- above the words")
    values: Values = {"text": words.strip() or None}
    known = {field.name for field in FIELDS}
    for line in head.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        name, colon, value = line.partition(":")
        if not colon or name.strip() not in known:
            raise MalformedRecord(f"no field: {line[:40]!r}", hint=f"Known: {', '.join(known)}")
        values[name.strip()] = value.strip() or None
    return values


def facts(values: Mapping[str, str | None]) -> tuple[Entry, Description]:
    """What the values say of the quote, and of its source.

    `author` holds several with `;`, `tag` with `,`, `detail` with a line each.
    """
    entry = Entry(
        values.get("text") or "", values.get("speaker") or "", values.get("said"),
        values.get("locator"), values.get("event"), values.get("place"), values.get("role"),
        values.get("lang"), _several(values.get("tag"), ","), values.get("note"),
    )  # fmt: skip
    told = Description(
        values.get("title"), values.get("outlet"), _several(values.get("author"), ";"),
        values.get("issued"), values.get("url"), values.get("accessed"), values.get("publisher"),
        csl_type=values.get("source_type"),
        details=read_details(_several(values.get("detail"), "\n")),
    )  # fmt: skip
    return entry, told


def _several(value: str | None, separator: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in (value or "").split(separator) if part.strip())
