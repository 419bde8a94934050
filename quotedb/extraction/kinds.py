"""Whether words in marks were said, and how they stand in the text: as a sentence of their own or
woven into another.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quotedb.extraction.candidates import Surroundings
from quotedb.extraction.ranking import shares, weigh
from quotedb.extraction.reading import Reading
from quotedb.extraction.said import is_sentence, measures_of
from quotedb.facts import Kind

SAID = 0.65
"""The least probability of words given as said. `benchmarks/train_attribution.py` shows what
precision and recall the thresholds reach on articles held out.
"""


def kinds_of(
    reading: Reading, surroundings: Sequence[Surroundings], weights: Mapping[str, float]
) -> list[Kind]:
    """`direct` for words that stand as a sentence of their own, `mixed` for those woven into the
    reporting sentence, `not_said` for titles, nicknames and scare quotes.
    """
    measures = measures_of(reading, surroundings)
    pairs = zip(surroundings, measures, strict=True)
    return [_kind(reading, around, weigh(found, weights)) for around, found in pairs]


def _kind(reading: Reading, around: Surroundings, weight: float) -> Kind:
    if shares([weight, 0.0])[0] < SAID:
        return "not_said"
    return "direct" if is_sentence(reading, around) else "mixed"
