"""Documents as other programs describe them, without a quotation: sources to be kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from quotedb.errors import QuotedbError
from quotedb.facts import STATUSES, Author, Detail, Source
from quotedb.readers import Record
from quotedb.readers._clippings import day
from quotedb.text import csl
from quotedb.text.authors import read_author


def numbered(found: Iterable[Record | QuotedbError]) -> Iterator[Record | QuotedbError]:
    """The sources among what was read, with numbers that tell them apart while imported."""
    number = 0
    for one in found:
        number += isinstance(one, Source)
        yield replace(one, id=number) if isinstance(one, Source) else one


def authors(names: Sequence[str]) -> tuple[Author, ...]:
    """Names as written, taken apart."""
    return tuple(read_author(name) for name in names if name.strip())


def details(told: Mapping[str, str | Sequence[str] | None]) -> tuple[Detail, ...]:
    """What CSL has a variable for beside what a source has fields for; dates come as EDTF.

    Args:
        told: by variable, one text or several; None and "" for nothing.
    """
    found: list[Detail] = []
    for variable, value in told.items():
        for text in [value] if isinstance(value, str) else value or ():
            written = day(text) if variable in csl.DATES else " ".join(text.split())
            if variable == "keyword" and written:
                written = keywords(written)
            if written:
                found.append(Detail(variable, written))
    return tuple(found)


def keywords(text: str) -> str:
    """The keywords of a source, without the statuses of its quotes that our exports add."""
    words = (word.strip() for word in re.split("[,;]", text))
    return ", ".join(word for word in words if word and word not in STATUSES)


def is_told(source: Source) -> bool:
    """Whether there is anything in it by which the document could be found."""
    return bool(
        source.title or source.container_title or source.authors or source.url or source.publisher
    )


def as_detail(author: Author) -> str:
    """A name as a detail has it: `Family, Given`, or whole."""
    return author.literal or ", ".join(part for part in (author.family, author.given) if part)
