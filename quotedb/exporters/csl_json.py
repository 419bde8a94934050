"""CSL-JSON: the sources as citation processors, Zotero and pandoc read them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from quotedb.exporters import CiteOptions
from quotedb.exporters._csl import items
from quotedb.facts import Citation

SUFFIX = ".json"


def cite(citations: Iterable[Citation], options: CiteOptions) -> Iterator[str]:  # noqa: ARG001
    """One JSON list of items, in the order in which the sources first come up."""
    yield json.dumps(items(citations), ensure_ascii=False, indent=2) + "\n"
