"""Documents as other programs describe them, without a quotation: sources to be kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from quotedb.facts import Author, Source
from quotedb.text.authors import read_author


def numbered(sources: Iterable[Source]) -> Iterator[Source]:
    """The sources with numbers of their own, which tell them apart while they are imported."""
    from dataclasses import replace

    for number, source in enumerate(sources, start=1):
        yield replace(source, id=number)


def authors(names: Sequence[str]) -> tuple[Author, ...]:
    """Names as written, taken apart."""
    return tuple(read_author(name) for name in names if name.strip())
