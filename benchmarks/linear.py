"""How the time of extraction grows with the text, where a quadratic step would show.

    python benchmarks/linear.py [KILOBYTES]

Each kind of text is read at a size, at twice and at four times the size; the ratio says how many
times longer the fourfold took than the single one: about 4 where time is linear.
"""

from __future__ import annotations

import sys
import time

import quotedb

KINDS = {
    "sentences with cues": "Mayor Jane Roe said: “The quay is safe.” She smiled. ",
    "paragraphs": "“The quay is safe,” the minister said.\n\nAnn Wells asked why.\n\n",
    "marks without end": "“a ",
    "straight marks": '"a ',
    "marks in tags": '<a href="x">“y”</a> ',
    "names": "Jane Roe ",
    "single marks": "'a b c d ",
    "one word": "a",
}


def seconds(text: str) -> float:
    """The time of one extraction, the better of two."""
    best = float("inf")
    for _ in range(2):
        begun = time.perf_counter()
        quotedb.extract(text, language="en")
        best = min(best, time.perf_counter() - begun)
    return best


def main() -> None:
    """Print the table."""
    size = int(sys.argv[1]) * 1000 if len(sys.argv) > 1 else 100_000
    quotedb.extract("“Load what is loaded once,” said Jane Roe.", language="en")
    print(f"{'text':<22}{'kB':>8}{'seconds':>10}{'×2':>8}{'×4':>8}{'ratio':>8}")
    for name, unit in KINDS.items():
        text = unit * (size // len(unit))
        times = [seconds(text * times) for times in (1, 2, 4)]
        print(
            f"{name:<22}{len(text) // 1000:>8}{times[0]:>10.3f}{times[1]:>8.3f}{times[2]:>8.3f}"
            f"{times[2] / max(times[0], 1e-6):>8.1f}"
        )


if __name__ == "__main__":
    main()
