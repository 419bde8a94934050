"""Many texts folded at once are folded as each would be."""

import random

import pytest

from quotedb.text import folding_many
from quotedb.text.folding import fold
from quotedb.text.folding_many import fold_all

TEXTS = [
    "Straße und Œuvre, Ærø",
    "It cost 1,234.50 in 1.999, or 3.5",
    "1,2345 or 12,34 or ,5 or 5,",
    "   spaces \t around   ",
    "",
    "?!",
    "港は閉じない",
    "half: 1.½ and .½",
    "a\x1b[31mred\x1b[0m light",
    "\ue000 1\ue0002",
    "file\x1cseparator\x1d",
    "Lavrov’un kapısı",
    "I\u0307stanbul e\u0301",
]


@pytest.mark.parametrize("at_once", [1, 3, 100])
def test_each_as_it_would_be_by_itself(monkeypatch, at_once):
    monkeypatch.setattr(folding_many, "AT_ONCE", at_once)
    assert fold_all(TEXTS) == [fold(text) for text in TEXTS]


def test_none():
    assert fold_all([]) == []


@pytest.mark.parametrize("seed", range(20))
def test_whatever_characters_stand_together(seed):
    rng = random.Random(seed)
    alphabet = [*" .,,..1234567890abcI'", *map(chr, rng.sample(range(0x110000), 300))]
    alphabet += list("ßÆ½ﬁİı…’\u0301\u200b\u0660\x1b\x1c\x1d\ue000\ud800")
    texts = ["".join(rng.choices(alphabet, k=rng.randrange(14))) for _ in range(300)]
    texts += ["".join(rng.choices(" .,12a", k=rng.randrange(14))) for _ in range(300)]
    assert fold_all(texts) == [fold(text) for text in texts]
