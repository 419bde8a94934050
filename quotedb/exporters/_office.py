"""Documents for word processors, written by pandoc."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from quotedb.exporters import CiteOptions
from quotedb.exporters._pandoc import convert
from quotedb.exporters._styled import styled_document
from quotedb.facts import Citation


def office_document(
    citations: Iterable[Citation], options: CiteOptions, output: str
) -> Iterator[bytes]:
    """The list as a document of pandoc's format `output`; nothing for no citations."""
    made = styled_document(citations, options, output)
    if made is not None:
        yield convert(
            json.dumps(made), "--from=json", "--standalone", f"--to={output}", "--output=-"
        )[0]
