"""CSL-JSON: the sources as citation processors, Zotero and pandoc read them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from quotedb.exporters import CiteOptions
from quotedb.exporters._csl import Item, Reference, references
from quotedb.facts import Citation

SUFFIX = ".json"


def cite(citations: Iterable[Citation], options: CiteOptions) -> Iterator[str]:
    """One JSON list of items, in the order in which the sources first come up."""
    before = "[\n"
    for reference in references(citations, streamed=options.streamed):
        yield before + json.dumps(_told(reference), ensure_ascii=False, indent=2)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def _told(reference: Reference) -> Item:
    """The item, with the statuses of its quotes as keywords and what is doubtful in its note."""
    item = dict(reference.item)
    own = [item["keyword"]] if "keyword" in item else []
    item["keyword"] = ", ".join([*own, *reference.statuses])
    notes = [*([item["note"]] if "note" in item else []), *reference.warnings]
    return item | ({"note": "; ".join(notes)} if notes else {})
