"""What the store is asked with, to find the look-alikes of a new wording."""

from __future__ import annotations

from quotedb.text.fingerprint import pairs


def probes(key: str) -> list[int]:
    """The hashes to look for: every pair of neighbouring words of a folded key, each once.

    The store keeps only a choice of a long wording's pairs; asking with all of them finds any
    run of five words in common, whichever of the two wordings is the longer.
    """
    return list(dict.fromkeys(pairs(key)))
