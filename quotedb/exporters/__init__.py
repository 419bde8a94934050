"""Facts out, in other programs' formats: one file a format.

A file here offers `SUFFIX`, the usual ending of its files, and one of two functions: `cite`
makes a citation list (`CitingExporter`), `dump` writes facts (`DumpingExporter`). Both give
pieces, one after the other: of text, or of bytes where the file says `BINARY = True`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from quotedb.facts import Citation, Fact
from quotedb.registry import Registry

Chunk = str | bytes
GroupBy = Literal["none", "speaker", "source"]

REGISTRY = Registry("quotedb.exporters", "an exporter")


@dataclass(frozen=True, slots=True)
class CiteOptions:
    """How a citation list is to look.

    Attributes:
        style: name of a CSL style; a short one such as apa, mla or chicago will do.
        locale: BCP 47 tag of the list's language; "" for the one that the style is written for.
        csl: a style file, which goes before `style`.
        group_by: one list, or one under a heading for each speaker or source.
        with_quotes: the quotes themselves, each with its speaker and its reference.
        streamed: the citations come by their sources and may be more than memory holds;
            formats of one record a source write each as it comes.
    """

    style: str = "apa"
    locale: str = "en-US"
    csl: Path | None = None
    group_by: GroupBy = "none"
    with_quotes: bool = False
    streamed: bool = False


class CitingExporter(Protocol):
    """A format for citation lists."""

    SUFFIX: str

    def cite(self, citations: Iterable[Citation], options: CiteOptions) -> Iterator[Chunk]:
        """The list: one entry a source, however many quotes come from it."""
        ...


class DumpingExporter(Protocol):
    """A format for facts."""

    SUFFIX: str

    def dump(self, facts: Iterable[Fact]) -> Iterator[Chunk]:
        """The facts, in the order given."""
        ...
