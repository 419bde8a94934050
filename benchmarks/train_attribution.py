"""Fit the weights of `quotedb.extraction.ranking` on labelled articles.

    python benchmarks/train_attribution.py LABELLED.jsonl [--write]

The articles are as `attribution.py` reads them. Prints what five-fold cross-validation by article
reaches; with --write the weights fitted on everything go into the package, with the curve from a
candidate's probability to the share that is right, as the folds held out show it. Whether words
in marks were said is also taught by the invented sentences of `said_examples.txt`: labelled news
has few titles, terms and nicknames.

Weights are fitted by stochastic gradient steps on the log-likelihood, each weight with a step of
its own (AdaGrad) and a pull towards its prior: zero, or what PRIOR says. PRIOR holds what English
cannot teach, the habits of languages that put the verb last.
"""

from __future__ import annotations

import argparse
import json
import math
import random
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from attribution import content_words, letters, match, named, read

from quotedb.extraction import ranking, said
from quotedb.extraction.cast import Cast
from quotedb.extraction.extract import known, survey
from quotedb.extraction.ranking import Weights, shares, weigh
from quotedb.extraction.reading import read as read_text
from quotedb.extraction.speakers import Attributor

FOLDS, ROUNDS, EPOCHS, RATE, PULL = 5, 3, 25, 0.15, 0.01
BINS = 6
Z = 1.96  # standard deviations of a 95 % interval
GAP = 6  # so many more quotations than labels, and an article was not labelled

PRIOR = {
    "nobody": -1.0, "inverted, left, where that is common": 4.0,
    "somebody behind the verb": -4.0, "oblique": -3.0,
    "dropped subject, before 1": 1.5, "dropped subject, first": 1.5,
    "dropped subject, governed": -1.5, "dropped subject, before 2": 0.5,
    "dropped subject, carried back": 2.0,
    "final subject": 0.5, "final subject, cue": 0.6, "final subject, comma": 1.6,
    "final subject, next to it": 1.0, "final possessor": -1.2, "final possessor, next to it": 3.0,
    "final source": 4.5, "final relative": 6.0, "final inverted": 3.0, "final governed": -0.5,
    "final first of the sentence": 0.5, "final words to it, left": -0.3, "final no link": -2.0,
    "final mentions to it, left": 0.0,
}  # fmt: skip
# A name or a title beside the word for it; the English list of such words is the loosest.
SAID_PRIOR = {
    "naming word beside it": -3.0, "a title": -1.0, "not closed, within a sentence": -2.0,
}  # fmt: skip


@dataclass
class Labelled:
    """One article ready for fitting: what `survey` finds, and the label of each utterance."""

    surveyor: object
    cast: Cast
    around: list
    labels: list  # the labelled quotation of each utterance, or None
    text: str
    complete: bool
    bare: dict  # by offset, the measures of the same utterances in a language without word lists


def prepare(article: dict) -> Labelled:
    """Survey an article and find the label of each utterance."""
    text = article["text"]
    reading = read_text(text, 0, known(article["lang"]))
    surveyor, around = survey(reading)
    given = [letters(one.utterance.words) for one in around]
    labels: list = [None] * len(around)
    for label in article["quotes"]:
        at = match(letters(text[label["start"] : label["end"]]), given)
        if at is not None and labels[at] is None:
            labels[at] = label
    complete = len(around) - len(article["quotes"]) < GAP or bool(article["quotes"])
    cast = Cast(reading, surveyor.mentions)
    return Labelled(surveyor, cast, around, labels, text, complete, bare_measures(text))


def bare_measures(text: str) -> dict:
    """By offset, the measures of each utterance where no words of the language are known."""
    reading = read_text(text, 0, known(None))
    _, around = survey(reading)
    starts = [one.utterance.first.start for one in around]
    return dict(zip(starts, said.measures_of(reading, around), strict=True))


def is_right(choice, label, cast) -> bool:
    """Whether a choice means the labelled speaker."""
    if not label["speaker"]:
        return choice.candidate is None
    if choice.candidate is None:
        return False
    mention = choice.candidate.mention
    at = label.get("speaker_start")
    if at is not None and mention.start < at + len(label["speaker"]) and at < mention.end:
        return True
    if not named(label["speaker"]):
        return False
    wanted = content_words(label["speaker"])
    return bool(content_words(cast.reading.text[mention.start : mention.end]) & wanted)


def examples(articles: list[Labelled], weights: Weights):
    """For each labelled utterance: the measures of its choices, and which of them are right."""
    for article in articles:
        told = [i for i, label in enumerate(article.labels) if label]
        attributor = Attributor(article.surveyor, article.cast, weights)
        weighed = attributor.weighed([article.around[i] for i in told])
        for index, (choices, _) in zip(told, weighed, strict=True):
            right = [is_right(c, article.labels[index], article.cast) for c in choices]
            if any(right):
                yield [c.measures for c in choices], right


def said_examples(articles: list[Labelled]):
    """For each utterance: its measures, and whether it is labelled as said.

    Labels have gaps: whole articles, sentences such as `He added: “…”`, and what is printed again,
    to which a label of the same letters is not given twice. They are left out, or the fit would
    learn that a plain reporting clause means nothing. Each is measured twice: as it is, and as if
    the words of its language were not known.
    """
    for article in articles:
        if not article.complete:
            continue
        found = said.measures_of(article.cast.reading, article.around)
        for one, measures, label in zip(article.around, found, article.labels, strict=True):
            if label is not None or not is_plainly_said(measures):
                yield measures, label is not None
                yield article.bare.get(one.utterance.first.start, {}), label is not None


def made_examples():
    """The measures of each invented quotation, and whether it was said."""
    lines = Path(__file__).with_name("said_examples.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line and not line.startswith("#"):
            tag, signs, text = line.split(" ", 2)
            reading = read_text(text, 0, known(tag))
            _, around = survey(reading)
            bare = bare_measures(text)
            found = said.measures_of(reading, around)
            for one, measures, sign in zip(around, found, signs, strict=True):
                yield measures, sign == "+"
                yield bare.get(one.utterance.first.start, {}), sign == "+"


def is_plainly_said(measures) -> bool:
    """Whether a sentence of its own stands next to a cue, opens after a colon or comma, or is
    printed twice.
    """
    linked = (
        *("cue next to it, left", "cue next to it, right", "after colon", "after comma"),
        "in marks again, a sentence",
    )
    return bool(measures["a sentence"] and any(measures[name] for name in linked))


def fit(rows: list, prior: dict[str, float]) -> dict[str, float]:
    """The weights that make the right ones of each row's choices likeliest."""
    weights = defaultdict(float, prior)
    slopes: dict[str, float] = defaultdict(lambda: 1e-6)
    order = random.Random(1)
    for _ in range(EPOCHS):
        order.shuffle(rows)
        for measures, right in rows:
            parts = shares([weigh(one, weights) for one in measures])
            good = sum(p for p, ok in zip(parts, right, strict=True) if ok)
            gradient: dict[str, float] = defaultdict(float)
            for one, part, ok in zip(measures, parts, right, strict=True):
                error = part - (part / max(good, 1e-9) if ok else 0.0)
                for name, value in one.items():
                    if value:
                        gradient[name] += error * value
            for name, slope in gradient.items():
                slope += PULL * (weights[name] - prior.get(name, 0.0))
                slopes[name] += slope * slope
                weights[name] -= RATE * slope / math.sqrt(slopes[name])
    return dict(weights)


def train(articles: list[Labelled]) -> Weights:
    """All weights; the speakers' in rounds, since who spoke before is itself predicted."""
    examined = [*said_examples(articles), *made_examples()]
    said_rows = [([one, {}], [is_said, not is_said]) for one, is_said in examined]
    said_weights = fit(said_rows, SAID_PRIOR)
    weights = Weights(dict(PRIOR), said_weights, [(0.0, 0.0), (1.0, 1.0)])
    for _ in range(ROUNDS):
        speaker = fit(list(examples(articles, weights)), PRIOR)
        weights = Weights(speaker, weights.said, weights.confidence)
    return weights


@dataclass
class Held:
    """What weights reach on articles that they were not fitted on."""

    speakers: list[tuple[float, bool]]  # the confidence of an attribution, and whether it is right
    said: list[tuple[float, bool]]  # the probability of being said, and whether it is labelled


def judge(articles: list[Labelled], weights: Weights) -> Held:
    """Attribute held-out articles."""
    held = Held([], [])
    for article in articles:
        reading = article.cast.reading
        told = [i for i, label in enumerate(article.labels) if label]
        attributor = Attributor(article.surveyor, article.cast, weights)
        found = attributor.attribute([article.around[i] for i in told])
        for index, one in zip(told, found, strict=True):
            label = article.labels[index]
            if named(label["speaker"]):
                words = one.mention and article.text[one.mention.start : one.mention.end]
                right = bool(content_words(words) & content_words(label["speaker"]))
                held.speakers.append((one.confidence, right))
        if article.complete:
            found = said.measures_of(reading, article.around)
            for measures, label in zip(found, article.labels, strict=True):
                likely = shares([weigh(measures, weights.said), 0.0])[0]
                held.said.append((likely, label is not None))
    return held


def cross_validated(articles: list[Labelled]) -> Held:
    """Each article judged by weights fitted without it."""
    order = list(range(len(articles)))
    random.Random(1).shuffle(order)
    total = Held([], [])
    for fold in range(FOLDS):
        out = set(order[fold::FOLDS])
        weights = train([one for i, one in enumerate(articles) if i not in out])
        held = judge([articles[i] for i in sorted(out)], weights)
        total.speakers += held.speakers
        total.said += held.said
    return total


def curve(judged: list[tuple[float, bool]]) -> list[tuple[float, float]]:
    """Mean probability and share of right ones by bins of equal size, never falling (isotonic,
    by pooling neighbours that fall).
    """
    ordered = sorted(one for one in judged if one[0] > 0)
    pools: list[list[float]] = []
    for number in range(BINS):
        part = ordered[len(ordered) * number // BINS : len(ordered) * (number + 1) // BINS]
        pools.append([sum(p for p, _ in part), float(sum(ok for _, ok in part)), len(part)])
        while len(pools) > 1 and pools[-2][1] / pools[-2][2] > pools[-1][1] / pools[-1][2]:
            last = pools.pop()
            pools[-1] = [a + b for a, b in zip(pools[-1], last, strict=True)]
    points: list[tuple[float, float]] = []
    for p, ok, n in pools:
        lower = max(at_least(ok, n), points[-1][1] if points else 0.0)
        points.append((round(p / n, 4), round(lower, 4)))
    return [(0.0, points[0][1] / 2), *points, (1.0, points[-1][1])]


def at_least(right: float, total: float) -> float:
    """The lower end of the 95 % confidence interval of a share (Wilson 1927)."""
    share, square = right / total, Z * Z
    middle = share + square / (2 * total)
    width = Z * math.sqrt(share * (1 - share) / total + square / (4 * total * total))
    return (middle - width) / (1 + square / total)


def report(held: Held) -> None:
    """Print what was reached."""
    right = sum(ok for _, ok in held.speakers)
    print(f"speakers right: {right / len(held.speakers):.3f} of {len(held.speakers)}")
    for low in (0.5, 0.6, 0.7, 0.8, 0.9, 0.95):
        part = [ok for p, ok in held.speakers if p >= low]
        print(f"  probability ≥ {low}: {len(part)}, right {sum(part) / max(len(part), 1):.3f}")
    for threshold in (0.5, 0.55, 0.6, 0.65, 0.7, 0.75):
        given = [ok for p, ok in held.said if p >= threshold]
        missed = sum(ok for p, ok in held.said if p < threshold)
        precision, recall = sum(given) / len(given), sum(given) / (sum(given) + missed)
        print(f"said at ≥ {threshold}: precision {precision:.3f}, recall {recall:.3f}")


def write(fitted: dict[str, object]) -> None:
    """Put what was fitted into the package's weights, and leave the others as they are."""
    path = Path(ranking.__file__).with_name("weights.json")
    weights = json.loads(path.read_text(encoding="utf-8")) | fitted
    path.write_text(json.dumps(weights, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"written: {', '.join(fitted)} in {path.name}")


def main() -> None:
    """Print the figures, and write the weights when asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    articles = [prepare(article) for path in options.files for article in read(path)]
    held = cross_validated(articles)
    report(held)
    if options.write:
        weights = train(articles)
        shown = {
            "speaker": {k: round(v, 3) for k, v in sorted(weights.speaker.items())},
            "said": {k: round(v, 3) for k, v in sorted(weights.said.items())},
            "confidence": curve(held.speakers),
            "fitted": sorted({article.cast.reading.language.tag for article in articles}),
        }
        write(shown)


if __name__ == "__main__":
    main()
