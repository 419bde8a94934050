"""A corpus of any size for the benchmarks, made from real quotes: they themselves, printings of
them as papers and collections print them, and other sayings in the same words.

    python benchmarks/corpus.py QUOTES.jsonl.gz SIZE OUT.jsonl

Lines of the quotes have `text`, `author` and `lang`. The same size gives the same corpus. A third
of what is made are printings: misspelt, reworded, elided, cut off, differently marked. The rest are
new sayings from a chain over the words that each language's quotes have, with leaps, so that they
share words and turns of speech with the real ones, and no more.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

PRINTINGS = 1 / 3
CHAINED = 0.6  # steps along the chain; the others leap to any word of the language
WORST = 400  # words of a saying


@dataclass(frozen=True, slots=True)
class Made:
    """A wording, whose it is said to be, its language, the place of the quote that it is a
    printing of (its own for what stands alone), and how it was changed.
    """

    text: str
    author: str
    lang: str
    origin: int
    change: str


def typo(words: list[str], rng: random.Random) -> list[str]:
    """One letter in ten words or fewer lost, doubled, or changed places with the next."""
    words = list(words)
    for _ in range(max(1, len(words) // 14)):
        at = rng.randrange(len(words))
        word = words[at]
        if len(word) > 3:
            i = rng.randrange(1, len(word) - 1)
            changed = (word[:i] + word[i + 1 :], word[:i] + word[i] + word[i:])
            words[at] = rng.choice((*changed, word[:i] + word[i + 1] + word[i] + word[i + 2 :]))
    return words


def reworded(words: list[str], rng: random.Random) -> list[str]:
    """A word in fifteen lost, or one put in that the quote has elsewhere."""
    words = list(words)
    for _ in range(max(1, len(words) // 15)):
        at = rng.randrange(len(words))
        if rng.random() < 0.5 and len(words) > 5:
            del words[at]
        else:
            words.insert(at, rng.choice(words))
    return words


def cut(words: list[str], rng: random.Random) -> list[str]:
    """A run of eight words or more of a longer quote."""
    if len(words) < 12:
        return words
    size = rng.randrange(8, max(9, 2 * len(words) // 3))
    start = rng.randrange(len(words) - size + 1)
    return words[start : start + size]


def elided(words: list[str], rng: random.Random) -> list[str]:
    """Some words in the middle left out, marked as papers do."""
    if len(words) < 14:
        return words
    start = rng.randrange(5, len(words) - 7)
    return [*words[:start], rng.choice(("…", "[...]", "...")), *words[start + 2 :]]


def marked(words: list[str], rng: random.Random) -> list[str]:
    """Other marks and capitals, the same words."""
    text = " ".join(words)
    for old, new in rng.sample([("'", "’"), (",", ""), (".", "!"), ("-", " "), (";", ",")], 2):
        text = text.replace(old, new)
    return (text.upper() if rng.random() < 0.05 else text).split()


CHANGES: tuple[Callable[[list[str], random.Random], list[str]], ...] = (
    typo, typo, reworded, cut, elided, marked,
)  # fmt: skip


def read(path: Path) -> list[dict[str, str]]:
    """The real quotes."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def chains(quotes: list[dict[str, str]]) -> dict[str, dict[str, list[str]]]:
    """What follows each word, by language; "" stands before the first and after the last."""
    follows: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for quote in quotes:
        before = ""
        for word in [*quote["text"].split(), ""]:
            follows[quote["lang"]][before].append(word)
            before = word
    return follows


def saying(
    follows: dict[str, list[str]], vocabulary: list[str], length: int, rng: random.Random
) -> str:
    """A walk along a chain with leaps, of about so many words."""
    words: list[str] = []
    at = ""
    while len(words) < WORST:
        word = rng.choice(follows[at])
        at = word if rng.random() < CHAINED or not word else rng.choice(vocabulary)
        if not at:
            if len(words) >= length:
                break
            continue
        words.append(at)
    return " ".join(words)


def corpus(quotes: list[dict[str, str]], size: int, seed: int = 1) -> Iterator[Made]:
    """So many wordings: a tenth of them real, if there are as many, and those first."""
    rng = random.Random(seed)
    follows = chains(quotes)
    quotes = rng.sample(quotes, min(len(quotes), size // 10))
    vocabularies = {
        lang: [word for options in after.values() for word in options if word]
        for lang, after in follows.items()
    }
    for number in range(size):
        if number < len(quotes):
            one = quotes[number]
            yield Made(one["text"], one["author"], one["lang"], number, "itself")
            continue
        at = rng.randrange(len(quotes))
        one = quotes[at]
        if rng.random() < PRINTINGS:
            change = rng.choice(CHANGES)
            words = change(one["text"].split(), rng)
            yield Made(" ".join(words), one["author"], one["lang"], at, change.__name__)
        else:
            text = saying(
                follows[one["lang"]], vocabularies[one["lang"]], len(one["text"].split()), rng
            )
            yield Made(text, one["author"], one["lang"], number, "new")


def main() -> None:
    """Write a corpus as clippings."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("quotes", type=Path)
    parser.add_argument("size", type=int)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    with options.out.open("w", encoding="utf-8") as out:
        for number, one in enumerate(corpus(read(options.quotes), options.size)):
            title = f"Collection {number // 40}"
            speaker = one.author or f"Speaker {one.origin % 5000}"
            record = {"text": one.text, "speaker": speaker, "lang": one.lang, "title": title}
            out.write(json.dumps(record, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
