"""How measures are weighed: a conditional logistic model, one candidate of each utterance being
right (McFadden 1974), with the chance that the text does not tell as one more candidate.

`benchmarks/train_attribution.py` fits the weights on labelled articles and writes `weights.json`;
`benchmarks/ceilings.py` fits how sure one may be in languages of which no such articles were.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import exp
from pathlib import Path

Measures = dict[str, float]
"""Measures by name; one that is not there is 0."""


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """Weights by name of measure, for speakers and for whether words were said at all; the
    points of the curve from a raw probability to the share that is right; the languages of the
    articles that all this was fitted on; and, for the others, the greatest confidence (0..1) by
    how a speaker hangs on the words.
    """

    speaker: Mapping[str, float]
    said: Mapping[str, float]
    confidence: Sequence[tuple[float, float]]
    fitted: frozenset[str] = frozenset()
    ceilings: Mapping[str, float] = field(default_factory=dict)

    def sure(self, probability: float, tie: str, language: str) -> float:
        """How many in one of such attributions are right (0..1), no more than the ceiling of
        their tie where the curve was not fitted on the language (a tag).
        """
        ceiling = 1.0 if language in self.fitted else self.ceilings.get(tie, 1.0)
        return min(sure(probability, self.confidence), ceiling)


def weigh(measures: Measures, weights: Mapping[str, float]) -> float:
    """The weighted sum of some measures; one without a weight counts nothing."""
    get = weights.get
    return sum([get(name, 0.0) * value for name, value in measures.items()])


def shares(values: Sequence[float]) -> list[float]:
    """Weights as probabilities (0..1, 1 together)."""
    highest = max(values)
    powers = [exp(value - highest) for value in values]
    total = sum(powers)
    return [power / total for power in powers]


def sure(probability: float, curve: Sequence[tuple[float, float]]) -> float:
    """How many in one of such attributions are right (0..1), by straight lines between the
    points of the curve.
    """
    x0, y0 = curve[0]
    for x1, y1 in curve:
        if probability <= x1:
            return y1 if x1 == x0 else y0 + (y1 - y0) * (probability - x0) / (x1 - x0)
        x0, y0 = x1, y1
    return y0


@lru_cache
def shipped() -> Weights:
    """The weights in `weights.json`."""
    read = json.loads(Path(__file__).with_name("weights.json").read_text(encoding="utf-8"))
    curve = [(float(x), float(y)) for x, y in read["confidence"]]
    fitted = frozenset(read["fitted"])
    return Weights(read["speaker"], read["said"], curve, fitted, read["ceilings"])
