"""The verdict on two wordings, and what becomes of a new one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import quotedb
from quotedb.facts import Wording
from quotedb.matching.decide import decide
from quotedb.matching.verdict import compare
from quotedb.text.folding import fold

LONG = (
    "The winter was hard and a third of our breakwaters had to be rebuilt, and even so we closed"
    " not a single pier and let every ship that came go on its way before the spring"
)


@pytest.mark.parametrize(
    ("what", "a", "b", "kind"),
    [
        ("marks, case and spacing", "“We closed no pier.”", "we closed   NO pier", "same"),
        ("accents and Turkish dots", "Rıhtım sağlam İZMİR", "rihtim saglam izmir", "same"),
        ("a hyphen", "the break-water stands", "the break water stands", "same"),
        ("a typo", LONG, LONG.replace("winter", "wintre"), "same"),
        ("the end left out", LONG, LONG[: LONG.index(", and even")], "excerpt"),
        ("the middle elided", LONG, "The winter was hard … we closed not a single pier", "excerpt"),
        ("brackets", LONG, "[We] closed not a single pier and let every ship […] go", "excerpt"),
        ("another thing", LONG, "The fish market opens at five and sells out by noon", "different"),
        ("a denial at the end", "Liman bizim için bir yük", "Liman bizim için bir yük değil", "different"),
        ("an answer before it", "No, we close the pier tonight", "We close the pier tonight", "same"),
        ("a denial before it", "Never we close the pier tonight", "We close the pier tonight", "different"),
        ("a word of weight at the end", "The pier is closed. Depart!", "The pier is closed", "excerpt"),
        ("a changed number", "We built 12 ships that year", "We built 13 ships that year", "different"),
    ],
)  # fmt: skip
def test_verdicts(what, a, b, kind):
    verdict = compare(a, b)
    assert verdict.kind == kind
    assert verdict.reason
    assert 0 <= verdict.score <= 100


def test_a_denial_that_may_be_a_misprint_is_for_a_person():
    said = "A ferry in the dock is safe, but that is {} what we built our ferries for"
    verdict = compare(said.format("not"), said.format("now"), "en")
    assert verdict.review


WORDS = st.lists(
    st.sampled_from([*LONG.replace(",", "").lower().split(), "harbour", "quay", "boat", "tide"]),
    min_size=1,
    max_size=14,
).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(WORDS, WORDS)
def test_it_is_the_same_whichever_comes_first(a, b):
    assert compare(a, b) == compare(b, a)


@settings(max_examples=40, deadline=None)
@given(WORDS, WORDS)
def test_case_marks_and_spacing_change_nothing(a, b):
    assert compare(f"“{a.upper()}!”", b).kind == compare(a, b).kind
    assert compare(a.replace(" ", "  "), b) == compare(a, b)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(LONG.split()) - 6), st.integers(5, 12))
def test_an_excerpt_is_found_whatever_its_place(start, length):
    part = " ".join(LONG.split()[start : start + length])
    assert compare(part, LONG).kind == "excerpt"


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_one_typo_in_ten_words_is_the_same(data):
    words = LONG.split()[:20]
    place = data.draw(st.sampled_from([i for i, word in enumerate(words) if len(word) > 5]))
    word = words[place]
    at = data.draw(st.integers(1, len(word) - 3))
    words[place] = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    assert compare(" ".join(words), " ".join(LONG.split()[:20])).kind == "same"


def stored(number, text, speaker=None):
    return Wording(number, text, fold(text), None, speaker)


@pytest.mark.parametrize(
    ("what", "text", "speaker", "wordings", "outcome"),
    [
        ("nothing there", LONG, 1, [], "new"),
        ("the same words", LONG.upper(), 1, [stored(7, LONG, 1)], "known"),
        ("a typo", LONG.replace("hard", "hadr"), 1, [stored(7, LONG, 1)], "variant"),
        ("a part", LONG[:95], 1, [stored(7, LONG, 1)], "excerpt"),
        ("a part of another's", LONG[:95], 2, [stored(7, LONG, 1)], "review"),
        ("a short saying of another", "Never give up.", 2, [stored(7, "Never give up", 1)], "new"),
        ("the whole of a stored part", LONG, 1, [stored(7, LONG[:95], 1)], "new"),
    ],
)
def test_what_becomes_of_a_new_quotation(what, text, speaker, wordings, outcome):
    decision = decide(text, "en", speaker, wordings)
    assert decision.outcome == outcome
    assert decision.reason


def test_a_stored_part_is_taken_in_by_the_whole():
    decision = decide(LONG, "en", 1, [stored(7, LONG[:95], 1)])
    assert [wording.quote_id for wording, _ in decision.absorbed] == [7]


def test_a_stored_one_with_too_few_words_in_common_is_not_compared():
    """As long ones that share a passage and little more: the filters of their words are full."""
    shared, own, other = (
        " ".join(f"{word}{number}" for number in range(60)) for word in ("in", "one", "two")
    )
    long, another = (f"{shared} {some} {some.upper()}x" for some in (own * 3, other * 3))
    stored = Wording(1, long, fold(long), None, None)
    found = decide(another, None, None, [stored])
    assert (found.outcome, found.reason) == ("new", "nothing like it is stored")
    assert decide(long + " indeed", None, None, [stored]).outcome == "variant"


def test_the_python_face_gives_the_same_verdict():
    assert quotedb.compare("We closed no pier", "we closed no PIER!") == compare(
        "We closed no pier", "we closed no PIER!"
    )
