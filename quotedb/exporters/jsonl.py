"""JSON Lines: every fact, one a line; imported again it is the same."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from quotedb.facts import Fact
from quotedb.text.records import to_record

SUFFIX = ".jsonl"


def dump(facts: Iterable[Fact]) -> Iterator[str]:
    """A line for each fact, in the order given, as `quotedb.text.records` has it."""
    for fact in facts:
        yield json.dumps(to_record(fact), ensure_ascii=False, separators=(",", ":")) + "\n"
