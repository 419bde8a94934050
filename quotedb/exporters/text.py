"""Plain text: the citation list in any CSL style, one paragraph a source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quotedb.exporters import CiteOptions
from quotedb.exporters._styled import styled
from quotedb.facts import Citation

SUFFIX = ".txt"


def cite(citations: Iterable[Citation], options: CiteOptions) -> Iterator[str]:
    """The list in the style's own order."""
    yield styled(citations, options, "plain")
