"""How the measures of two wordings are weighed: a multinomial logistic regression.

`benchmarks/train_matching.py` fits the weights on labelled pairs and writes `weights.json`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import mul
from pathlib import Path

from quotedb.facts import VerdictKind
from quotedb.matching.features import Features

KINDS: tuple[VerdictKind, ...] = ("same", "excerpt", "different")


@dataclass(frozen=True, slots=True)
class Weights:
    """Mean and scale of each measure, and for each kind a weight of each, the last a constant."""

    mean: tuple[float, ...]
    scale: tuple[float, ...]
    kinds: dict[VerdictKind, tuple[float, ...]]


def probabilities(features: Features) -> dict[VerdictKind, float]:
    """How likely each verdict is (0..1, 1 together)."""
    row = features.vector()
    sums = [sum(map(mul, slopes, row)) + base for slopes, base in _lines()]
    highest = max(sums)
    powers = [math.exp(value - highest) for value in sums]
    total = sum(powers)
    return {kind: power / total for kind, power in zip(KINDS, powers, strict=True)}


def dot(weights: Sequence[float], scaled: Sequence[float]) -> float:
    """The weighted sum of scaled measures, with the constant."""
    return sum(w * x for w, x in zip(weights, scaled, strict=False)) + weights[-1]


@lru_cache
def _lines() -> list[tuple[tuple[float, ...], float]]:
    """The shipped weights of each kind for measures as they are, mean and scale worked in."""
    weights = shipped()
    found = []
    for *slopes, constant in map(weights.kinds.__getitem__, KINDS):
        bare = tuple(w / s for w, s in zip(slopes, weights.scale, strict=True))
        found.append((bare, constant - sum(map(mul, bare, weights.mean))))
    return found


@lru_cache
def shipped() -> Weights:
    """The weights in `weights.json`."""
    read = json.loads(Path(__file__).with_name("weights.json").read_text(encoding="utf-8"))
    kinds = {kind: tuple(read["kinds"][kind]) for kind in KINDS}
    return Weights(tuple(read["mean"]), tuple(read["scale"]), kinds)
