"""How the extraction of a fixture article differs from what a person reads in it."""

import json
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from quotedb.extraction.extract import extract
from quotedb.readers import reader_of

ARTICLES = Path(__file__).parents[2] / "fixtures" / "articles"
MISSES = ARTICLES / "misses.json"
FOUND, RIGHT, NAMED = 0.9, 0.65, 0.65
"""Shares below which a language is not read well enough."""


@dataclass
class Comparison:
    """The differences in words, and counts of quotations, found ones and right speakers."""

    misses: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)


def expected(name):
    """What a person reads in an article: `es/01-espigon`."""
    return json.loads((ARTICLES / f"{name}.expected.json").read_text(encoding="utf-8"))


def plain(text):
    """A text with its spaces made one."""
    return " ".join(text.split())


@lru_cache
def compared(name) -> Comparison:
    """Extract an article and compare."""
    path = ARTICLES / f"{name}.txt"
    [article] = reader_of(str(path)).read(path.read_bytes(), str(path))
    wanted = expected(name)
    found = [(plain(one.text), one) for one in extract(article, wanted["language"])]
    result = Comparison()
    used: set[int] = set()
    for one in wanted["quotations"]:
        at = place(plain(one["text"]), [text for text, _ in found], used)
        count(result, one, found[at][1] if at is not None else None)
        used |= {at} if at is not None else set()
    extra = [text for index, (text, _) in enumerate(found) if index not in used]
    result.misses += [f"nobody said: {text[:60]}" for text in extra]
    return result


def place(text, found, used):
    """Where an expected quotation is among those found: in full, or within a longer one."""
    fits = [i for i, other in enumerate(found) if other == text]
    fits = [i for i in fits if i not in used] or fits
    return next(iter(fits or [i for i, other in enumerate(found) if text in other]), None)


def count(result, one, got):
    """Count one expected quotation, and note what differs."""
    short = plain(one["text"])[:60]
    named = bool(one["speaker"]) and not one.get("unnamed")
    result.counts["quotations"] += 1
    result.counts["named"] += named
    if got is None:
        result.misses.append(f"not found: {short}")
        return
    result.counts["found"] += 1
    if got.kind != one["kind"]:
        result.misses.append(f"{got.kind}, not {one['kind']}: {short}")
    if (got.speaker or "").lower() == (one["speaker"] or "").lower():
        result.counts["right"] += 1
        result.counts["right, named"] += named
    else:
        result.misses.append(f"said by {got.speaker}, not by {one['speaker']}: {short}")


def main():
    """Write the known misses anew, and print what share is right by language."""
    totals: dict[str, Counter[str]] = {}
    known = {}
    for path in sorted(ARTICLES.rglob("*.txt")):
        name = str(path.relative_to(ARTICLES).with_suffix(""))
        result = compared(name)
        totals.setdefault(name.split("/")[0], Counter()).update(result.counts)
        if result.misses:
            known[name] = result.misses
    MISSES.write_text(json.dumps(known, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    for language, counts in totals.items():
        print(f"{language}: {dict(counts)}")


if __name__ == "__main__":
    main()
