"""What stands round a quote and is none of its words."""

import pytest

from quotedb.matching.framing import without_frame, without_heading
from quotedb.matching.side import side
from quotedb.matching.verdict import compare

SAYING = "A mended net catches more than a new one left ashore"


@pytest.mark.parametrize(
    ("what", "a", "b", "bare"),
    [
        ("a law's name", f"The Kilmore Law: {SAYING}", SAYING, (SAYING, SAYING)),
        ("on either side", SAYING, f"Proverb of the coast: {SAYING}", (SAYING, SAYING)),
        ("words of the other", "One net: the mended one", "The mended net is the one", None),
        ("too little behind it", "The Kilmore Law: never again", SAYING, None),
        ("both have one", f"Roe's Law: {SAYING}", f"Wells's Law: {SAYING}", None),
        ("a long clause", f"As the old men of our coast say: {SAYING}", SAYING, None),
        ("the time of day", f"At 10:30 {SAYING}", SAYING, None),
    ],
)
def test_a_heading_that_one_has(what, a, b, bare):
    assert without_heading(side(a, None), side(b, None)) == bare


@pytest.mark.parametrize(
    ("what", "a", "b", "bare"),
    [
        ("the same heading", "Last words of a pilot: All is well", "Last words of a pilot: Left!", ("All is well", "Left!")),
        ("the same work", "We sail! -- The Ferry, II", "Who sails? — The Ferry, II", ("We sail!", "Who sails?")),
        ("other headings", "Roe: All is well", "Wells: All is well", None),
        ("a clause behind a dash", "It is late – too late", "It was late – too late", None),
        ("nothing of either", "All is well", "All was well", None),
    ],
)  # fmt: skip
def test_a_frame_that_both_have(what, a, b, bare):
    assert without_frame(a, b) == bare


def test_a_heading_makes_no_other_quote():
    assert compare(f"The Kilmore Law: {SAYING}", SAYING, "en").kind == "same"


@pytest.mark.parametrize("filling", [("Tide", "Fog"), ("All is well", "I know these rocks")])
def test_a_family_of_sayings_stays_apart(filling):
    frame = "What an old pilot would never have called his only daughter: {}"
    verdict = compare(frame.format(filling[0]), frame.format(filling[1]), "en")
    assert verdict.kind == "different"
    assert not verdict.review


def test_a_part_that_goes_over_the_heading_is_still_found():
    whole = f"The Kilmore Law: {SAYING}, as the boys of the harbour know"
    part = " ".join(whole.split()[:7])
    assert compare(part, whole, "en").kind == "excerpt"
