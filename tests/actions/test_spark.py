"""Spark: the same verdicts and groups as on this machine."""

from __future__ import annotations

import random
import shutil
from dataclasses import replace

import pytest

from quotedb.actions.engines import REGISTRY, Corpus
from quotedb.errors import InvalidValue, MissingExtra
from quotedb.matching.corpus import Told

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
        REGISTRY.load("spark").found(corpus(), Told(), lambda _: None)


def test_a_wrong_master_is_an_error_of_one_line():
    with pytest.raises(InvalidValue, match="--master") as caught:
        REGISTRY.load("spark").found(replace(corpus(), master="nowhere"), Told(), lambda _: None)
    assert "\n" not in str(caught.value)


def test_spark_gives_what_this_machine_gives():
    made = corpus()
    told_here, told_there, went = Told(), Told(), []
    here = REGISTRY.load("local").found(made, told_here, lambda _: None)
    there = REGISTRY.load("spark").found(made, told_there, went.append)
    assert there == here
    assert told_there == told_here
    assert sum(went) == len(made.texts)
    assert min(len(here.groups), len(here.wholes)) > 10, "the corpus has look-alikes"
