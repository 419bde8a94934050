"""Word (DOCX): the citation list in any CSL style, the quotes too if asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quotedb.exporters import CiteOptions
from quotedb.exporters._office import office_document
from quotedb.facts import Citation

SUFFIX = ".docx"
BINARY = True


def cite(citations: Iterable[Citation], options: CiteOptions) -> Iterator[bytes]:
    """The whole document in one piece."""
    yield from office_document(citations, options, "docx")
