"""Spark: the same verdicts and groups as on this machine."""

from __future__ import annotations

import random
import shutil

import pytest

from quotedb.actions.engines import REGISTRY, Corpus
from quotedb.errors import MissingExtra
from quotedb.matching.corpus import Told
from quotedb.matching.grouping import groups

pytest.importorskip("pyspark", reason="the extra 'spark' is not installed")
pytestmark = [
    pytest.mark.skipif(shutil.which("java") is None, reason="there is no Java"),
    pytest.mark.filterwarnings("ignore"),  # PySpark's own
]

WORDS = [
    "harbour", "lamp", "winter", "ferry", "council", "letter", "mayor", "gull", "bridge", "stone",
    "window", "market", "baker", "sailor", "engine", "garden", "school", "river", "tower", "bell",
    "rope", "signal", "keeper", "island",
]  # fmt: skip


def corpus():
    """Sayings of a few words, each with a slip, a part, and another in the same frame."""
    rng = random.Random(5)
    texts = []
    for _ in range(40):
        words = [rng.choice(WORDS) for _ in range(rng.randrange(6, 30))]
        slip = [word if rng.random() > 0.07 else word[:-1] for word in words]
        start = rng.randrange(max(len(words) - 8, 1))
        texts += [" ".join(words), " ".join(slip), " ".join(words[start : start + 8])]
        texts.append(" ".join([*words[:-1], rng.choice(WORDS)]))
    return Corpus(texts, ["en"] * len(texts), workers=1, master="local[1]")


def test_without_java_it_is_said_what_is_missing(monkeypatch, tmp_path):
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(MissingExtra, match="Java 17"):
        list(REGISTRY.load("spark").links(corpus(), Told(), lambda _: None))


def test_spark_gives_what_this_machine_gives():
    made = corpus()
    here = list(REGISTRY.load("local").links(made, Told(), lambda _: None))
    told, went = Told(), []
    there = list(REGISTRY.load("spark").links(made, told, went.append))
    assert there == here
    assert groups(there) == groups(here)
    assert (told.pairs, sum(went)) == (len(here), len(made.texts))
    assert len(here) > 60, "the corpus has look-alikes"
