"""What an import reads: the same whether this process reads it or one beside it."""

import json

import pytest

from quotedb.actions import intake
from quotedb.actions.intake import Asked, batches
from quotedb.errors import DataError, MalformedRecord, UnknownName
from quotedb.facts import Clipping
from quotedb.text import portions, sketching
from quotedb.text.folding import fold
from quotedb.text.sketching import sketch

SAYINGS = [f"The {thing} was repainted before the winter ferry ran" for thing in
           ("lamp", "bell", "pier", "mast", "gate")]  # fmt: skip


@pytest.fixture
def records(tmp_path):
    path = tmp_path / "clippings.jsonl"
    lines = [json.dumps({"text": one, "speaker": " Ada  Quill "}) for one in SAYINGS]
    path.write_text("\n".join([*lines[:3], "{no JSON", *lines[3:]]), encoding="utf-8")
    return str(path)


def read(path, asked, size=2):
    return [one for some in batches(path, asked, size) for one in some]


def shown(ready):
    return [one if isinstance(one, Clipping) else (type(one), str(one)) for one in ready]


def test_another_process_reads_the_same(records, monkeypatch):
    here = read(records, Asked())
    monkeypatch.setattr(intake, "LARGE", 0)
    beside = read(records, Asked(workers=2))
    assert shown(beside) == shown(here)
    assert isinstance(here[3], MalformedRecord)
    assert {one.quotation.speaker for one in here if isinstance(one, Clipping)} == {"Ada Quill"}


def test_what_the_other_process_works_out_is_what_would_be_worked_out_here(records, monkeypatch):
    monkeypatch.setattr(intake, "LARGE", 0)
    first = next(batches(records, Asked(workers=2), 3))
    keys = [fold(one.quotation.text) for one in first]
    taken = sketch(keys[1:])
    sketching._REMEMBERED.clear()
    sketching._sketched.cache_clear()
    made = sketch(keys[1:])
    assert (taken.place == made.place).all() and (taken.hash == made.hash).all()
    assert (taken.bits == made.bits).all() and (taken.words == made.words).all()


def test_fewer_long_records_are_taken_at_a_time(tmp_path):
    path = tmp_path / "long.jsonl"
    texts = [f"{number} " + "long " * (portions.LETTERS // 10) for number in range(5)]
    path.write_text(
        "\n".join(json.dumps({"text": text, "speaker": "Ada Quill"}) for text in texts),
        encoding="utf-8",
    )
    assert [len(some) for some in batches(str(path), Asked(), 100)] == [2, 2, 1]


def test_errors_of_the_other_process_are_raised_here(records, monkeypatch):
    monkeypatch.setattr(intake, "LARGE", 0)
    with pytest.raises(UnknownName, match="nope"):
        read(records, Asked("nope", workers=2))


def test_who_reads_ends_quietly_when_nobody_waits(records, monkeypatch):
    from multiprocessing import Pipe

    monkeypatch.setattr("signal.signal", lambda *_: None)
    here, there = Pipe(duplex=False)
    here.close()
    intake._send(there, records, Asked(), 2)


def test_a_process_that_is_ended_is_told():
    from multiprocessing import Pipe

    here, there = Pipe(duplex=False)
    there.close()
    with pytest.raises(DataError, match="Import it again"):
        intake._received(here, "clippings.jsonl")
