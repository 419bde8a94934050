"""How sure an attribution may be in the languages that the weights were not fitted on.

    python benchmarks/ceilings.py [FOLDER] [--write]

The curve of confidence comes from labelled news in few languages. This counts on the project's
own articles (`NAME.txt` with `NAME.expected.json`, a folder for each language) how often those
are right whom that curve alone calls sure, by how they hang on the words. An attribution in such
a language is then never surer than the lower end of the 95 % confidence interval of that share;
with --write, these ceilings go into the package's weights. Whether they hold is seen with
`attribution.py` on labelled articles in another language than those fitted on.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from attribution import SURE, content_words
from train_attribution import Labelled, at_least, prepare, write

from quotedb.extraction import ranking
from quotedb.extraction.speakers import Attributor
from quotedb.readers import reader_of

ARTICLES = Path(__file__).parents[1] / "fixtures" / "articles"
EVERY = "all"


def labelled(path: Path) -> Labelled:
    """An article of the project with its expected quotations as labels."""
    [article] = reader_of(str(path)).read(path.read_bytes(), str(path))
    text = article.text[article.body_start :]
    wanted = json.loads(path.with_suffix(".expected.json").read_text(encoding="utf-8"))
    quotes = []
    for one in wanted["quotations"]:
        words = one.get("parts", [one["text"]])[0]
        start = text.find(words)
        if start >= 0:
            quotes.append(one | {"start": start, "end": start + len(words)})
    return prepare({"text": text, "lang": wanted["language"], "quotes": quotes})


def judged(article: Labelled, weights: ranking.Weights) -> Iterator[tuple[str, bool]]:
    """The tie of each attribution that the curve alone calls sure, and whether it is right."""
    told = [i for i, label in enumerate(article.labels) if label]
    attributor = Attributor(article.surveyor, article.cast, weights)
    found = attributor.attribute([article.around[i] for i in told])
    for index, one in zip(told, found, strict=True):
        if one.person and one.confidence >= SURE:
            speaker = article.labels[index]["speaker"]
            yield one.tie, bool(content_words(one.person.name) & content_words(speaker))


def counted(articles: list[Labelled]) -> tuple[Counter[tuple[str, str]], Counter[tuple[str, str]]]:
    """By tie and language, and by tie in all, how many are right, and of how many."""
    weights = replace(ranking.shipped(), ceilings={})
    right: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    for article in articles:
        tag = article.cast.reading.language.tag
        if tag not in weights.fitted:
            for tie, is_right in judged(article, weights):
                total.update([(tie, tag), (tie, EVERY)])
                right.update([(tie, tag), (tie, EVERY)] if is_right else [])
    return right, total


def main() -> None:
    """Print the counts by language and tie, and write the ceilings when asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ARTICLES)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    right, total = counted([labelled(path) for path in sorted(options.folder.rglob("*.txt"))])
    shares = {key: at_least(right[key], total[key]) for key in sorted(total)}
    for (tie, tag), share in shares.items():
        of = f"{right[tie, tag]} of {total[tie, tag]}"
        print(f"{tie:>10} {tag:>4}: {of} right, ceiling {share:.3f}")
    if options.write:
        write(
            {
                "ceilings": {
                    tie: round(share, 3) for (tie, tag), share in shares.items() if tag == EVERY
                }
            }
        )


if __name__ == "__main__":
    main()
