"""Markdown for pandoc and Quarto: the citations still to be written out, their sources on top.

`pandoc --citeproc` then writes them in any style; where the style makes notes, they are footnotes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from quotedb.exporters import CiteOptions
from quotedb.exporters._csl import references
from quotedb.exporters._pandoc import convert
from quotedb.exporters._styled import for_readers, sources_as_metadata
from quotedb.exporters._styles import chosen_locale, fitted
from quotedb.facts import Citation

SUFFIX = ".md"


def cite(citations: Iterable[Citation], options: CiteOptions) -> Iterator[str]:
    """One document: YAML with the sources, then the quotes or the list.

    The words before a second-hand citation are those of the style asked for.
    """
    locale = chosen_locale(options.locale, options.style, options.csl)
    found = list(references(citations))
    style = fitted(options.style, options.csl, locale, len(found))
    if not found:
        return
    document = for_readers(found, style, locale, options)
    document["meta"] |= sources_as_metadata(found)
    text, _ = convert(json.dumps(document), "--from=json", "--to=markdown", "--standalone")
    yield text.decode("utf-8")
