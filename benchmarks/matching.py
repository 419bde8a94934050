"""How right the verdicts on pairs of wordings are, beside plain thresholds, and how fast.

    python benchmarks/matching.py PAIRS.jsonl [MORE.jsonl …]

Each line has `a`, `b`, `label` (same, excerpt, different, or two of them with a bar between, of
which either is right) and `lang`. The peer is the best pair of plain RapidFuzz thresholds:
ratio >= 78 same, partial_ratio >= 88 excerpt.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

from rapidfuzz import fuzz

from quotedb.matching.verdict import compare

KINDS = ("same", "excerpt", "different")


def read_pairs(path: Path) -> list[dict[str, str]]:
    """The pairs in a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def macro_f1(predicted: list[str], labels: list[str]) -> float:
    """The mean of the three kinds' F1; of two labels with a bar the one predicted counts."""
    gold = [
        p if p in label.split("|") else label.split("|")[0]
        for p, label in zip(predicted, labels, strict=True)
    ]
    scores = []
    for kind in KINDS:
        hit = sum(p == g == kind for p, g in zip(predicted, gold, strict=True))
        wrong = sum((p == kind) != (g == kind) for p, g in zip(predicted, gold, strict=True))
        scores.append(2 * hit / (2 * hit + wrong) if hit else 0.0)
    return sum(scores) / len(scores)


def thresholds(a: str, b: str, _language: str | None) -> str:
    """The peer: two tuned thresholds."""
    if fuzz.ratio(a.lower(), b.lower()) >= 78:
        return "same"
    return "excerpt" if fuzz.partial_ratio(a.lower(), b.lower()) >= 88 else "different"


def ours(a: str, b: str, language: str | None) -> str:
    """Our verdict."""
    return compare(a, b, language).kind


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", nargs="+", type=Path)
    parser.add_argument("--wrong", action="store_true", help="list the pairs we get wrong")
    options = parser.parse_args()
    print(f"{'pairs':24} {'n':>4}  {'system':18} {'macro-F1':>8} {'µs a pair':>9}")
    for path in options.pairs:
        pairs = read_pairs(path)
        for name, system in (("RapidFuzz thresholds", thresholds), ("quotedb", ours)):
            begun = time.perf_counter()
            predicted = [system(p["a"], p["b"], p.get("lang")) for p in pairs]
            each = (time.perf_counter() - begun) / len(pairs) * 1e6
            score = macro_f1(predicted, [p["label"] for p in pairs])
            print(f"{path.name:24} {len(pairs):4}  {name:18.18} {score:8.3f} {each:9.0f}")
        if options.wrong:
            for p, kind in zip(pairs, predicted, strict=True):
                if kind not in p["label"].split("|"):
                    print(f"  {kind} for {p['label']}: {p['a'][:90]} || {p['b'][:90]}")


if __name__ == "__main__":
    main()
