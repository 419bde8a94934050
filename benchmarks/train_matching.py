"""Fit the weights of `quotedb.matching.model` on labelled pairs.

    python benchmarks/train_matching.py PAIRS.jsonl [MORE …] [--made QUOTES.jsonl.gz] [--write]

Each line has `a`, `b`, `label` (same, excerpt, different, or two of them with a bar between, of
which either is right) and `lang`. With --made, pairs whose label is known because they were made so
(`corpus.py`: misspelt, cut, elided, or merely in the same words) are added at a tenth of the
weight: they keep the fit from forgetting the plain cases for the sake of the hard ones. Prints the
macro-F1 of ten-fold cross-validation over the labelled pairs, and how many made pairs that were not
fitted on are right; with --write the weights fitted on everything go into the package. Gradient
descent on the multinomial log-likelihood with an L2 penalty.
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path

import numpy as np
from corpus import corpus, read
from matching import macro_f1, read_pairs

from quotedb.matching import model
from quotedb.matching.alignment import align
from quotedb.matching.corpus import candidates, indexed
from quotedb.matching.features import measure
from quotedb.text.folding import fold

STEPS, RATE, PENALTY, FOLDS = 4000, 0.5, 0.0022, 10
MADE, OF_EACH, WEIGHT = 20_000, 400, 0.1
PRINTED = {"itself", "typo", "marked", "reworded"}


def rows(pairs):
    """A row of measures and its labels for each pair."""
    return [
        (measure(align(p["a"], p["b"], p.get("lang"))).vector(), p["label"].split("|"))
        for p in pairs
    ]


def made_pairs(path):
    """Pairs that look alike in a made corpus, those for fitting and those for trying."""
    wordings = list(corpus(read(path), MADE, seed=7))
    keys = [fold(one.text) for one in wordings]
    by_label = {}
    for one, other in candidates(keys, indexed(keys)):
        label = made_label(wordings[one], wordings[other], keys[one], keys[other])
        if label:
            a, b = wordings[one], wordings[other]
            pair = {"a": a.text, "b": b.text, "label": label, "lang": a.lang}
            by_label.setdefault(label, []).append(pair)
    for pairs in by_label.values():
        random.Random(3).shuffle(pairs)
    fitted = [pair for pairs in by_label.values() for pair in pairs[:OF_EACH]]
    return fitted, [pair for pairs in by_label.values() for pair in pairs[OF_EACH : 2 * OF_EACH]]


def made_label(a, b, key_a, key_b):
    """What two made wordings are to each other, or None where it cannot be known."""
    changes = {a.change, b.change}
    if key_a == key_b:
        return None
    if a.origin != b.origin:
        return "different" if "new" in changes else None
    if changes <= PRINTED:
        return "same"
    few, many = sorted((len(key_a.split()), len(key_b.split())))
    if "cut" in changes and len(changes) == 2 and not changes & {"elided", "reworded"}:
        return "excerpt" if few < 0.85 * many else None
    return (
        "same|excerpt"
        if "elided" in changes and changes <= {"elided", "itself", "marked"}
        else None
    )


def fit(data, made=()):
    """The weights that make the labels of `data` likeliest, made pairs counting less."""
    both = [*data, *made]
    found = np.array([row for row, _ in both])
    wanted = np.array([[(k in labels) / len(labels) for k in model.KINDS] for _, labels in both])
    weight = np.array([1.0] * len(data) + [WEIGHT] * len(made))[:, None] / len(data)
    mean, scale = found.mean(axis=0), found.std(axis=0)
    scale[scale == 0] = 1.0
    scaled = np.hstack([(found - mean) / scale, np.ones((len(both), 1))])
    weights = np.zeros((scaled.shape[1], len(model.KINDS)))
    for _ in range(STEPS):
        sums = scaled @ weights
        powers = np.exp(sums - sums.max(axis=1, keepdims=True))
        error = powers / powers.sum(axis=1, keepdims=True) - wanted
        weights -= RATE * (scaled.T @ (weight * error) + PENALTY * weights)
    columns = {k: tuple(weights[:, n].tolist()) for n, k in enumerate(model.KINDS)}
    return model.Weights(tuple(mean.tolist()), tuple(scale.tolist()), columns)


def predict(weights, row):
    """The likeliest kind of a row under some weights."""
    scaled = [(x - m) / s for x, m, s in zip(row, weights.mean, weights.scale, strict=True)]
    return max(model.KINDS, key=lambda kind: model.dot(weights.kinds[kind], scaled))


def cross_validated(data, made):
    """The prediction for each row by weights that were fitted without it."""
    order = list(range(len(data)))
    random.Random(1).shuffle(order)
    predicted = [""] * len(data)
    for fold_number in range(FOLDS):
        held = set(order[fold_number::FOLDS])
        weights = fit([one for i, one in enumerate(data) if i not in held], made)
        for i in held:
            predicted[i] = predict(weights, data[i][0])
    return predicted


def main() -> None:
    """Print the figures, and write the weights when asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", nargs="+", type=Path)
    parser.add_argument("--made", type=Path, help="real quotes to make pairs of")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    sets = [read_pairs(path) for path in options.pairs]
    data = rows([pair for one in sets for pair in one])
    fitted, tried = map(rows, made_pairs(options.made)) if options.made else ([], [])
    weights = fit(data, fitted)
    if options.write:
        shown = {
            "mean": [round(x, 5) for x in weights.mean],
            "scale": [round(x, 5) for x in weights.scale],
            "kinds": {k: [round(x, 4) for x in w] for k, w in weights.kinds.items()},
        }
        path = Path(model.__file__).with_name("weights.json")
        path.write_text(json.dumps(shown, indent=1) + "\n")
        print(f"written: {path.name}")
    predicted = cross_validated(data, fitted)
    at = 0
    for path, one in zip(options.pairs, sets, strict=True):
        labels = [pair["label"] for pair in one]
        print(f"{path.name}: cross-validated {macro_f1(predicted[at : at + len(one)], labels):.3f}")
        at += len(one)
    if tried:
        right = sum(predict(weights, row) in labels for row, labels in tried)
        print(f"made pairs right: {right / len(tried):.3f} of {len(tried)}")


if __name__ == "__main__":
    main()
