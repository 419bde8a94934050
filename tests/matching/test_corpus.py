"""A corpus matched with itself: the same verdicts as one by one, whatever the number of cores."""

import pytest

from quotedb.matching import corpus
from quotedb.matching.corpus import Told, match
from quotedb.matching.verdict import compare

TEXTS = [
    "The harbour was closed for eleven weeks, and not one of the councillors came to see it.",
    "The harbour was closed for eleven weeks and not one of the counsillors came to see it!",
    "closed for eleven weeks, and not one of the councillors came",
    "We shall repaint the lamps before the winter ferry runs again, whatever it may cost.",
    "The harbour was never closed for eleven weeks, and the councillors came to see it.",
    "",
]
LANGUAGES = ["en"] * len(TEXTS)


def test_the_verdicts_are_those_of_compare():
    told, went = Told(), []
    links = list(match(TEXTS, LANGUAGES, told=told, went=went.append))
    assert {(one.first, one.second) for one in links} >= {(0, 1), (0, 2)}
    assert all(one.first < one.second for one in links)
    assert all(one.verdict == compare(TEXTS[one.first], TEXTS[one.second], "en") for one in links)
    assert told.pairs == len(links)
    assert sum(went) == len(TEXTS)


def test_two_processes_and_small_pieces_change_nothing(monkeypatch):
    alone = list(match(TEXTS, LANGUAGES))
    monkeypatch.setattr(corpus, "MANY", 0)
    monkeypatch.setattr(corpus, "CHUNK", 2)
    monkeypatch.setattr(corpus, "JOB", 1)
    assert list(match(TEXTS, LANGUAGES, workers=2)) == alone


def test_what_repeats_another_is_tied_to_the_first_alone():
    texts = [TEXTS[0], TEXTS[2], TEXTS[0].upper(), TEXTS[2], TEXTS[0]]
    links = list(match(texts, ["en", "en", None, "en", "en"]))
    repeats = [(one.first, one.second) for one in links if one.repeats]
    assert repeats == [(0, 2), (1, 3), (0, 4)]
    assert [(one.first, one.second, one.verdict.kind) for one in links if not one.repeats] == [
        (0, 1, "excerpt")
    ]


def test_a_run_that_was_interrupted_goes_on_where_it_stopped(tmp_path, monkeypatch):
    monkeypatch.setattr(corpus, "JOB", 1)
    spool, asked = tmp_path / "new" / "spool.jsonl", []
    whole = list(match(TEXTS, LANGUAGES))
    judge = corpus.judge

    def judged(wordings, pairs):
        asked.append(pairs)
        if len(asked) == 3:
            raise KeyboardInterrupt
        return judge(wordings, pairs)

    monkeypatch.setattr(corpus, "judge", judged)
    with pytest.raises(KeyboardInterrupt):
        list(match(TEXTS, LANGUAGES, spool=spool))
    with spool.open("ab") as file:
        file.write(b'[[0], [1], [["same", 1')  # as a run leaves it that is killed as it writes
    assert list(match(TEXTS, LANGUAGES, spool=spool)) == whole
    first = len(asked)
    assert list(match(TEXTS, LANGUAGES, spool=spool)) == whole
    assert len(asked) == first, "all is kept now"


def test_other_wordings_are_matched_from_the_beginning(tmp_path):
    spool = tmp_path / "spool.jsonl"
    list(match(TEXTS, LANGUAGES, spool=spool))
    other = [*TEXTS[1:], TEXTS[0]]
    assert list(match(other, LANGUAGES, spool=spool)) == list(match(other, LANGUAGES))


def test_an_empty_corpus():
    assert list(match([], [])) == []
