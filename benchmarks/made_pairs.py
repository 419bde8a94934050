"""Pairs of wordings whose label is known, or likely, without anybody having read them, made from
real quotes: to fit the weights of matching on more than the labelled ones.

    python benchmarks/made_pairs.py QUOTES.jsonl.gz

prints how many there are of each label; `train_matching.py --made` fits on them. Lines of the
quotes have `text`, `author` and `lang`.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from pathlib import Path

from corpus import corpus, read, typo

from quotedb.matching.corpus import candidates
from quotedb.matching.verdict import Question, questioned
from quotedb.text.folding import fold

MADE, OF_EACH = 20_000, 400
PRINTED = {"itself", "typo", "marked", "reworded"}
PROLIFIC = 24  # look-alikes of one author, above which they are variations on a theme
OFTEN = 60  # look-alikes of one author that are taken
OTHERS = 1500


def looking_alike(quotes):
    """Pairs of real quotes that differ in their words and are worth a verdict."""
    first = {}
    for quote in quotes:
        first.setdefault(fold(quote["text"]), quote)
    keys, kept = list(first), list(first.values())
    return [(kept[one], kept[other]) for one, other in candidates(keys)]


def attributed(quotes, labelled):
    """Real look-alikes: one author's are mostly the same or a part, other authors' are mostly
    different. `labelled` are the keys of wordings that no pair may have.
    """
    pairs = [
        pair for pair in looking_alike(quotes)
        if all(one["author"] and fold(one["text"]) not in labelled for one in pair)
    ]  # fmt: skip
    random.Random(4).shuffle(pairs)
    common = Counter(one["author"] for pair in pairs for one in pair if _one_author(pair))
    same, other, told = [], [], Counter()
    for pair in pairs:
        authors = [one["author"] for one in pair]
        found = questioned(pair[0]["text"], pair[1]["text"], pair[0]["lang"])
        if not isinstance(found, Question):
            continue
        if _one_author(pair):
            if found.features.covered > 0.62 and max(common[one] for one in authors) <= PROLIFIC:
                same.append(_pair(*pair, "same|excerpt"))
        elif (
            _strangers(*authors)
            and _merely_alike(found)
            and max(told[one] for one in authors) < OFTEN
        ):
            told.update(authors)
            other.append(_pair(*pair, "different"))
    return same + other[:OTHERS]


def _merely_alike(question):
    """Not so alike that the authors may be wrong, nor so little that nobody would ask."""
    return question.features.covered > 0.45 and question.features.ratio < 0.73


def _pair(a, b, label):
    return {"a": a["text"], "b": b["text"], "label": label, "lang": a["lang"]}


def _names(author):
    return [word for word in fold(re.split(r"[(,\[]", author)[0]).split() if len(word) > 3]


def _one_author(pair):
    """Whether both are said to be by one, by the last of the names."""
    names = [_names(one["author"])[-1:] for one in pair]
    return bool(names[0]) and names[0] == names[1]


def _strangers(one, other):
    return {w for w in fold(one).split() if len(w) > 2}.isdisjoint(fold(other).split())


def printings(quotes):
    """Pairs that look alike in a made corpus, those for fitting and those for trying."""
    wordings = list(corpus(quotes, MADE, seed=7))
    keys = [fold(one.text) for one in wordings]
    by_label = {}
    for one, other in candidates(keys):
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


def worn_parts(quotes, size):
    """Parts of longer quotes, a phrase or more, with a word lost, put in or changed."""
    rng = random.Random(5)
    longer = [quote for quote in quotes if 15 <= len(quote["text"].split()) <= 60]
    found = []
    for quote in rng.sample(longer, min(len(longer), size)):
        words = quote["text"].split()
        starts = [0, *(i + 1 for i, word in enumerate(words[:-8]) if word[-1] in ".!?;:,")]
        start = rng.choice(starts)
        part = words[start : start + rng.randrange(6, max(7, min(14, int(0.6 * len(words)))))]
        worn = {"text": " ".join(_worn(part, words, rng)), "lang": quote["lang"]}
        found.append(_pair(worn, quote, "excerpt"))
    return found


def _worn(part, words, rng):
    at = rng.randrange(1, len(part) - 1)
    change = rng.choice(("put in", "lost", "changed", "misspelt"))
    if change == "misspelt":
        return typo(part, rng)
    if change == "put in":
        return [*part[:at], rng.choice(words), *part[at:]]
    return [*part[:at], *([rng.choice(words)] if change == "changed" else []), *part[at + 1 :]]


def main() -> None:
    """Print how many pairs there are of each label."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("quotes", type=Path)
    quotes = read(parser.parse_args().quotes)
    made = {"attributed": attributed(quotes, set()), "printings": printings(quotes)[0]}
    for name, pairs in made.items():
        counts = Counter(pair["label"] for pair in pairs)
        print(f"{name:12}" + "".join(f"  {label} {count:,}" for label, count in counts.items()))


if __name__ == "__main__":
    main()
