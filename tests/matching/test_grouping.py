"""Groups: stars and not chains, conflicts named, parts under one whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotedb.facts import Verdict
from quotedb.matching.grouping import Link, groups, wholes

SAME = Verdict("same", 95.0, "alike")
PART = Verdict("excerpt", 90.0, "a part")
APART = Verdict("different", 80.0, "another name: Ada is not Bea")
DOUBT = Verdict("same", 60.0, "alike", review=True)


def shape(links):
    return [(one.centre, [number for number, _ in one.members]) for one in groups(links)]


@pytest.mark.parametrize(
    ("what", "links", "expected"),
    [
        ("nothing", [], []),
        ("a pair: the first is the centre", [Link(3, 8, SAME)], [(3, [8])]),
        ("a star", [Link(1, 2, SAME), Link(2, 3, SAME), Link(2, 4, SAME)], [(2, [1, 3, 4])]),
        (
            "a chain is not one group",
            [Link(1, 2, SAME), Link(2, 3, SAME), Link(3, 4, SAME), Link(4, 5, SAME)],
            [(2, [1, 3]), (4, [5])],
        ),
        ("what repeats the first", [Link(2, 5, SAME, repeats=True)], [(2, [5])]),
        (
            "a repeat goes where the first goes",
            [Link(1, 2, SAME), Link(2, 3, SAME, repeats=True), Link(1, 4, PART)],
            [(1, [2, 3])],
        ),
        (
            "repeats count among the look-alikes",
            [
                Link(1, 2, SAME),
                Link(1, 3, SAME),
                Link(2, 4, SAME),
                Link(4, 7, SAME, repeats=True),
                Link(4, 8, SAME, repeats=True),
            ],
            [(2, [1, 4, 7, 8])],
        ),
        ("what is unsure ties nothing", [Link(1, 2, DOUBT)], []),
        ("what is different ties nothing", [Link(1, 2, APART)], []),
        ("a part is no member", [Link(1, 2, PART)], []),
    ],
)
def test_groups(what, links, expected):
    assert shape(links) == expected


def test_members_that_are_held_apart_are_a_conflict():
    apart = Link(2, 3, APART)
    [group] = groups([Link(1, 2, SAME), Link(1, 3, SAME), apart])
    assert group.conflicts == (apart,)


LINKS = st.lists(
    st.tuples(st.integers(0, 12), st.integers(0, 12), st.sampled_from([SAME, APART, PART]))
    .filter(lambda one: one[0] != one[1])
    .map(lambda one: Link(min(one[:2]), max(one[:2]), one[2])),
    max_size=40,
    unique_by=lambda one: (one.first, one.second),
)


@given(LINKS, st.randoms())
def test_every_member_is_the_same_as_its_centre_and_in_one_group(links, random):
    found = groups(links)
    same = {frozenset((one.first, one.second)) for one in links if one.verdict is SAME}
    members = [n for one in found for n, _ in one.members]
    assert all(frozenset((g.centre, n)) in same for g in found for n, _ in g.members)
    everyone = members + [one.centre for one in found]
    assert len(everyone) == len(set(everyone))
    random.shuffle(links)
    assert groups(links) == found


def test_a_part_hangs_under_the_likeliest_whole_then_the_longest():
    lengths = [10, 50, 90, 60]
    better = Verdict("excerpt", 99.0, "a part")
    links = [Link(0, 1, PART), Link(0, 2, PART), Link(0, 3, better), Link(1, 2, PART)]
    assert wholes(links, lengths) == [(0, links[2]), (1, links[3])]
    assert wholes([Link(0, 1, SAME)], lengths) == []
