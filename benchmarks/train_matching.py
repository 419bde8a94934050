"""Fit the weights of `quotedb.matching.model` on labelled pairs.

    python benchmarks/train_matching.py PAIRS.jsonl [MORE …] [--made QUOTES.jsonl.gz] [--write]

Each line has `a`, `b`, `label` (same, excerpt, different, or two of them with a bar between, of
which either is right) and `lang`. With --made, pairs of real quotes are added whose label is known
because they were made so, or likely by their authors (`made_pairs.py`), at a part of the weight:
they keep the fit from forgetting the plain cases for the sake of the hard ones. Prints the macro-F1
of the verdicts, rules and all, by ten-fold cross-validation over the labelled pairs, with the mean
and the spread over several ways to part them, and how many made pairs that were not fitted on are
right; with --write the weights fitted on everything go into the package. Gradient descent with
momentum on the multinomial log-likelihood with an L2 penalty; of two labels with a bar the
likelihood of either counts.
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path

import numpy as np
from corpus import read
from made_pairs import attributed, printings, worn_parts
from matching import macro_f1, read_pairs

from quotedb.matching import model
from quotedb.matching.verdict import Question, judged, questioned
from quotedb.text.folding import fold

STEPS, RATE, MOMENTUM, PENALTY, FOLDS, SEEDS = 1000, 0.05, 0.9, 0.003, 10, 4
WORN = 350
MADE_WEIGHT, ATTRIBUTED_WEIGHT = 0.1, 0.3


def rows(pairs, weight=1.0):
    """What is to be weighed of each pair, with its labels and its weight in the fit."""
    found = ((questioned(p["a"], p["b"], p.get("lang")), p["label"].split("|")) for p in pairs)
    return [(question, labels, weight) for question, labels in found]


def weighable(data):
    """Those of the rows whose verdict is not plain without weights."""
    return [row for row in data if isinstance(row[0], Question)]


def fit(data):
    """The weights that make the labels likeliest."""
    data = weighable(data)
    found = np.array([question.features.vector() for question, _, _ in data])
    right = np.array([[float(k in labels) for k in model.KINDS] for _, labels, _ in data])
    share = np.array([[weight] for _, _, weight in data]) / sum(w == 1.0 for *_, w in data)
    mean, scale = found.mean(axis=0), found.std(axis=0)
    scale[scale == 0] = 1.0
    scaled = np.hstack([(found - mean) / scale, np.ones((len(data), 1))])
    weights = np.zeros((scaled.shape[1], len(model.KINDS)))
    speed = np.zeros_like(weights)
    for _ in range(STEPS):
        likely = softmax(scaled @ weights)
        wanted = likely * right
        wanted /= wanted.sum(axis=1, keepdims=True)
        slope = scaled.T @ (share * (likely - wanted)) + PENALTY * weights
        speed = MOMENTUM * speed - RATE * slope
        weights += speed
    columns = {k: tuple(weights[:, n].tolist()) for n, k in enumerate(model.KINDS)}
    return model.Weights(tuple(mean.tolist()), tuple(scale.tolist()), columns)


def softmax(sums):
    """How likely each kind is, a row for each pair."""
    powers = np.exp(sums - sums.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def verdict(weights, question):
    """The kind of a row under some weights, after the rules."""
    if not isinstance(question, Question):
        return question.kind
    return judged(question, lambda features: likelihoods(weights, features)).kind


def likelihoods(weights, features):
    """How likely each kind is under some weights."""
    row = features.vector()
    scaled = [(x - m) / s for x, m, s in zip(row, weights.mean, weights.scale, strict=True)]
    sums = np.array([[model.dot(weights.kinds[kind], scaled) for kind in model.KINDS]])
    return dict(zip(model.KINDS, softmax(sums)[0].tolist(), strict=True))


def cross_validated(data, made, seed):
    """The verdict on each row by weights that were fitted without it."""
    order = list(range(len(data)))
    random.Random(seed).shuffle(order)
    predicted = [""] * len(data)
    for fold_number in range(FOLDS):
        held = set(order[fold_number::FOLDS])
        weights = fit([one for i, one in enumerate(data) if i not in held] + made)
        for i in held:
            predicted[i] = verdict(weights, data[i][0])
    return predicted


def validate(paths, sets, data, made):
    """Print the mean macro-F1 of each set, over several partings."""
    runs = [cross_validated(data, made, seed) for seed in range(SEEDS)]
    at = 0
    for path, one in zip(paths, sets, strict=True):
        labels = [pair["label"] for pair in one]
        scores = [macro_f1(run[at : at + len(one)], labels) for run in runs]
        spread = f"{min(scores):.3f} to {max(scores):.3f}"
        print(f"{path.name}: cross-validated {np.mean(scores):.3f} ({spread})")
        at += len(one)


def write(weights):
    """Put the weights into the package."""
    shown = {
        "mean": [round(x, 5) for x in weights.mean],
        "scale": [round(x, 5) for x in weights.scale],
        "kinds": {k: [round(x, 4) for x in w] for k, w in weights.kinds.items()},
    }
    path = Path(model.__file__).with_name("weights.json")
    path.write_text(json.dumps(shown, indent=1) + "\n")
    print(f"written: {path.name}")


def made_rows(path, labelled):
    """Rows for fitting and rows for trying, made from real quotes."""
    quotes = read(path)
    fitted, tried = printings(quotes)
    fitted += worn_parts(quotes, WORN)
    known = {fold(pair[side]) for pair in labelled for side in "ab"}
    likely = rows(attributed(quotes, known), ATTRIBUTED_WEIGHT)
    return rows(fitted, MADE_WEIGHT) + likely, rows(tried)


def main() -> None:
    """Print the figures, and write the weights when asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", nargs="+", type=Path)
    parser.add_argument("--made", type=Path, help="real quotes to make pairs of")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    sets = [read_pairs(path) for path in options.pairs]
    pairs = [pair for one in sets for pair in one]
    data = rows(pairs)
    made, tried = made_rows(options.made, pairs) if options.made else ([], [])
    weights = fit(data + made)
    if options.write:
        write(weights)
    validate(options.pairs, sets, data, made)
    if tried:
        right = sum(verdict(weights, question) in labels for question, labels, _ in tried)
        print(f"made pairs right: {right / len(tried):.3f} of {len(tried)}")


if __name__ == "__main__":
    main()
