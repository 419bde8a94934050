"""Decisive differences, one a file: however alike two wordings are, one of these parts them.

A file offers `difference(alignment, texts) -> str | None`: the reason in words, or None where the
rule has nothing to say. `texts` are the two wordings as printed. Its test has two tables: the
pairs that must be parted, and those that must not.
"""

from __future__ import annotations

from typing import Protocol

from quotedb.matching.alignment import Alignment
from quotedb.registry import Registry

REGISTRY = Registry("quotedb.matching.rules", "a matching rule")

Texts = tuple[str, str]


class Rule(Protocol):
    """What a file here offers."""

    def difference(self, alignment: Alignment, texts: Texts) -> str | None:
        """Why the two are different quotes, or None."""
        ...
