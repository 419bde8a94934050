"""A printed wording held against a stored one."""

from __future__ import annotations

import pytest

from quotedb.matching.marked import differences, hold

STORED = "The bridge will not stand in the winter, whatever the river and the council may promise"


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        (STORED, "verbatim"),
        ("the BRIDGE will not stand in the winter", "verbatim"),
        ("…whatever the river and the council may promise.", "verbatim"),
        ("The bridge […] whatever the river and the council may promise", "marked"),
        ("The bridge will not stand … whatever the river … may promise", "marked"),
        ("[T]he bridge [of stone] will not stand in the winter", "marked"),
        ("[It] will not stand in the winter, whatever the river", "marked"),
        ("The bridge [sic] will not stand in the winter", "verbatim"),
        ("The bridge will … stand in the winter", "changed"),
        ("The bridge will stand in the winter, whatever the river and the council", "changed"),
        ("The bridge will not stand in the summer, whatever the river and council", "altered"),
        ("The bridge will not … fall in the winter, whatever the river may promise", "altered"),
        ("An entirely other sentence about bakers and bread", "different"),
    ],
)
def test_how_it_stands(printed, kind):
    assert hold(printed, STORED, "en").kind == kind


def test_a_negation_in_a_long_omission_is_a_usual_thing():
    stored = "We came home. It was not the best of days for anybody there. We went to bed"
    assert hold("We came home … We went to bed", stored, "en").kind == "marked"


def test_the_order_of_the_parts_counts():
    stored = "one two three four five six seven eight"
    assert hold("five six seven … one two three", stored).kind != "marked"


@pytest.mark.parametrize(
    ("stored", "printed", "told"),
    [
        ("a b c d", "b c", []),
        ("a b c d", "b x c", [("", "x")]),
        ("a b c d", "a c d", [("b", "")]),
        ("the sea at night", "The lake at night.", [("sea", "lake")]),
    ],
)
def test_the_difference_leaves_aside_what_stands_round_it(stored, printed, told):
    assert list(differences(stored, printed)) == told
