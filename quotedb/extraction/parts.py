"""Measures in parts, each weighed once for all candidates of which it holds.

Most of what is measured of a candidate is measured of many others with the same outcome: a full
name, in the sentence before, the first of three. Such a part is made from its outcome alone, and
kept with its weight.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple

from quotedb.extraction.ranking import Measures, Weights, weigh

_MOST = 1 << 13  # parts that are kept; long texts of two languages make two thousand


class Part(NamedTuple):
    """Some of the measures of a candidate, and what they weigh together."""

    measures: Measures
    weight: float


class Parts(dict[tuple[Callable[..., Measures], *tuple[object, ...]], Part]):
    """The parts under one set of weights, each by the function that makes its measures and what
    that is given.
    """

    def __init__(self, weights: Mapping[str, float]) -> None:
        super().__init__()
        self._weights = weights

    def __missing__(self, key: tuple[Callable[..., Measures], *tuple[object, ...]]) -> Part:
        if len(self) >= _MOST:
            self.clear()
        made, *outcome = key
        measures = made(*outcome)
        part = self[key] = Part(measures, weigh(measures, self._weights))
        return part


@lru_cache(maxsize=1)
def speaker_parts(weights: Weights) -> Parts:
    """The parts of candidates for the speaker, under weights that many texts are judged by."""
    return Parts(weights.speaker)
