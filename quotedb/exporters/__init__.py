"""Facts out, in other programs' formats: one file a format.

A file here offers `SUFFIX`, the usual ending of its files, and one of two functions: `cite`
makes a citation list (`CitingExporter`), `dump` writes facts (`DumpingExporter`). Both give
pieces of text, one after the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from quotedb.facts import Citation, Fact
from quotedb.registry import Registry

REGISTRY = Registry("quotedb.exporters", "an exporter")


@dataclass(frozen=True, slots=True)
class CiteOptions:
    """How a citation list is to look.

    Attributes:
        style: name of a CSL style; a short one such as apa, mla or chicago will do.
        locale: BCP 47 tag of the list's language.
        csl: a style file, which goes before `style`.
    """

    style: str = "apa"
    locale: str = "en-US"
    csl: Path | None = None


class CitingExporter(Protocol):
    """A format for citation lists."""

    SUFFIX: str

    def cite(self, citations: Iterable[Citation], options: CiteOptions) -> Iterator[str]:
        """The list: one entry a source, however many quotes come from it."""
        ...


class DumpingExporter(Protocol):
    """A format for facts."""

    SUFFIX: str

    def dump(self, facts: Iterable[Fact]) -> Iterator[str]:
        """The facts, in the order given."""
        ...
