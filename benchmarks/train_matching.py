"""Fit the weights of `quotedb.matching.model` on labelled pairs.

    python benchmarks/train_matching.py PAIRS.jsonl [MORE.jsonl …] [--write]

Each line has `a`, `b`, `label` (same, excerpt, different, or two of them with a bar between, of
which either is right) and `lang`. Prints the macro-F1 of ten-fold cross-validation; with --write
the weights fitted on everything go into the package. Plain gradient descent on the multinomial
log-likelihood with an L2 penalty; no other library is needed.
"""

from __future__ import annotations

import argparse
import json
import math
import random
from pathlib import Path

from matching import macro_f1, read_pairs

from quotedb.matching import model
from quotedb.matching.alignment import align
from quotedb.matching.features import measure

STEPS, RATE, PENALTY, FOLDS = 1500, 0.5, 0.002, 10


def rows(pairs):
    """A row of measures and its labels for each pair."""
    return [
        (measure(align(p["a"], p["b"], p.get("lang"))).vector(), p["label"].split("|"))
        for p in pairs
    ]


def fit(data):
    """The weights that make the labels of `data` likeliest."""
    columns = list(zip(*(row for row, _ in data), strict=True))
    mean = [sum(column) / len(column) for column in columns]
    scale = [
        math.sqrt(sum((x - m) ** 2 for x in column) / len(column)) or 1.0
        for column, m in zip(columns, mean, strict=True)
    ]
    scaled = [
        ([(x - m) / s for x, m, s in zip(row, mean, scale, strict=True)] + [1.0], labels)
        for row, labels in data
    ]
    weights = {kind: [0.0] * (len(mean) + 1) for kind in model.KINDS}
    for _ in range(STEPS):
        step(weights, scaled)
    return model.Weights(tuple(mean), tuple(scale), {k: tuple(w) for k, w in weights.items()})


def step(weights, scaled):
    """One step down the gradient."""
    gradient = {kind: [PENALTY * w for w in weights[kind]] for kind in weights}
    for row, labels in scaled:
        sums = {k: sum(a * b for a, b in zip(w, row, strict=True)) for k, w in weights.items()}
        highest = max(sums.values())
        powers = {k: math.exp(v - highest) for k, v in sums.items()}
        total = sum(powers.values())
        for kind, power in powers.items():
            wanted = (kind in labels) / len(labels)
            error = (power / total - wanted) / len(scaled)
            for place, value in enumerate(row):
                gradient[kind][place] += error * value
    for kind, slopes in gradient.items():
        weights[kind] = [w - RATE * g for w, g in zip(weights[kind], slopes, strict=True)]


def predict(weights, row):
    """The likeliest kind of a row under some weights."""
    scaled = [(x - m) / s for x, m, s in zip(row, weights.mean, weights.scale, strict=True)]
    return max(model.KINDS, key=lambda kind: model.dot(weights.kinds[kind], scaled))


def cross_validated(data):
    """The prediction for each row by weights that were fitted without it."""
    order = list(range(len(data)))
    random.Random(1).shuffle(order)
    predicted = [""] * len(data)
    for fold in range(FOLDS):
        held = set(order[fold::FOLDS])
        weights = fit([one for i, one in enumerate(data) if i not in held])
        for i in held:
            predicted[i] = predict(weights, data[i][0])
    return predicted


def main() -> None:
    """Print the figures, and write the weights when asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    sets = [read_pairs(path) for path in options.pairs]
    data = rows([pair for one in sets for pair in one])
    if options.write:
        weights = fit(data)
        shown = {
            "mean": [round(x, 5) for x in weights.mean],
            "scale": [round(x, 5) for x in weights.scale],
            "kinds": {k: [round(x, 4) for x in w] for k, w in weights.kinds.items()},
        }
        path = Path(model.__file__).with_name("weights.json")
        path.write_text(json.dumps(shown, indent=1) + "\n")
        print(f"written: {path.name}")
        return
    predicted = cross_validated(data)
    at = 0
    for path, one in zip(options.pairs, sets, strict=True):
        labels = [pair["label"] for pair in one]
        print(f"{path.name}: cross-validated {macro_f1(predicted[at : at + len(one)], labels):.3f}")
        at += len(one)


if __name__ == "__main__":
    main()
