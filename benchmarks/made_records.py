"""A file of invented quotations of any size, in Quotebank's form: no sense, but words as frequent
as a language's (Zipf), so that nearly all quotations are different.

    python benchmarks/made_records.py FILE [--megabytes 2000] [--letters 150]

One in `AGAIN` is an earlier one again, with another word in it or its end cut off.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

WORDS = 200_000
SPEAKERS = 100_000
AGAIN = 12
LATELY = 50_000
SYLLABLES = [a + b for a in (*"bdfghklmnprstvz", "st", "tr", "pl") for b in "aeiou"]


def texts(letters: int, rng: random.Random) -> Iterator[str]:
    """Quotations of about so many letters, without end."""
    words = ["".join(rng.choices(SYLLABLES, k=1 + place % 4)) for place in range(WORDS)]
    weights = list(accumulate(1 / (place + 3) for place in range(WORDS)))
    lately: list[list[str]] = []
    while True:
        count = max(5, round(rng.gauss(letters, letters / 3) / 5))
        if lately and rng.randrange(AGAIN) == 0:
            some = list(rng.choice(lately))
            if rng.randrange(2):
                some[rng.randrange(len(some))] = rng.choice(words)
            else:
                del some[max(5, 2 * len(some) // 3) :]
        else:
            some = rng.choices(words, cum_weights=weights, k=count)
            if len(lately) * letters < LATELY * 150:
                lately.append(some)
            else:
                lately[rng.randrange(len(lately))] = some
        yield " ".join(some).capitalize() + "."


def record(number: int, text: str, rng: random.Random) -> dict[str, object]:
    """A line of Quotebank."""
    speaker, day = f"Speaker {rng.randrange(SPEAKERS)}", f"20{number % 20:02}-0{number % 9 + 1}-11"
    url = f"http://paper{rng.randrange(5000)}.example/{day}/{number}/what-was-said-that-day.html"
    likely = round(rng.uniform(0.5, 1), 4)
    return {
        "quoteID": f"{day}-{number:07}", "quotation": text, "speaker": speaker,
        "qids": [f"Q{rng.randrange(10**7)}"], "date": f"{day} 00:00:00", "numOccurrences": 1,
        "probas": [[speaker, str(likely)], ["None", str(round(1 - likely, 4))]],
        "urls": [url], "phase": "E",
    }  # fmt: skip


def made(path: Path, megabytes: int, letters: int) -> None:
    """Write the file; the same for the same size."""
    rng = random.Random(megabytes)
    size = 0
    with path.open("w", encoding="utf-8") as out:
        for number, text in enumerate(texts(letters, rng)):
            size += out.write(json.dumps(record(number, text, rng)) + "\n")
            if size >= megabytes * 1_000_000:
                return


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--megabytes", type=int, default=2000)
    parser.add_argument("--letters", type=int, default=150, help="of a quotation, about")
    options = parser.parse_args()
    made(options.file, options.megabytes, options.letters)
