"""Groups of wordings that are one quote: stars, not chains.

That A is the same as B and B the same as C does not make A the same as C. So a group is a star
(Aslam, Pelekhov & Rus 2004, "The star clustering algorithm for static and dynamic information
organization"): the wording with most look-alikes is its centre, and every other member is itself
the same as the centre. Two members that a verdict holds apart make a conflict, for a person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from quotedb.facts import Verdict

Number = int


@dataclass(frozen=True, slots=True)
class Link:
    """The verdict on two wordings, by their numbers, `first` the lesser."""

    first: Number
    second: Number
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Group:
    """A centre, the verdict on each other member and it, and the members held apart."""

    centre: Number
    members: tuple[tuple[Number, Verdict], ...]
    conflicts: tuple[Link, ...] = ()


def groups(links: Iterable[Link]) -> list[Group]:
    """The groups that the sure verdicts of `same` make, in the order of their centres.

    Every wording is in one group at most. Of two with as many look-alikes the one with the lesser
    number, which was there first, is the centre.
    """
    same: dict[Number, dict[Number, Verdict]] = defaultdict(dict)
    apart: dict[tuple[Number, Number], Link] = {}
    for link in links:
        if link.verdict.kind == "same" and not link.verdict.review:
            same[link.first][link.second] = link.verdict
            same[link.second][link.first] = link.verdict
        elif link.verdict.kind == "different":
            apart[link.first, link.second] = link
    found = [
        Group(centre, tuple(sorted(members.items(), key=lambda one: one[0])))
        for centre, members in _stars(same)
    ]
    return sorted((_with_conflicts(one, apart) for one in found), key=lambda one: one.centre)


def _stars(
    same: dict[Number, dict[Number, Verdict]],
) -> Iterable[tuple[Number, dict[Number, Verdict]]]:
    """Centres with those around them that no greater star has taken."""
    taken: set[Number] = set()
    for centre in sorted(same, key=lambda number: (-len(same[number]), number)):
        if centre in taken:
            continue
        around = {n: verdict for n, verdict in same[centre].items() if n not in taken}
        if around:
            taken |= {centre, *around}
            yield centre, around


def _with_conflicts(group: Group, apart: dict[tuple[Number, Number], Link]) -> Group:
    members = sorted(number for number, _ in group.members)
    conflicts = tuple(
        apart[a, b] for n, a in enumerate(members) for b in members[n + 1 :] if (a, b) in apart
    )
    return Group(group.centre, group.members, conflicts)


def wholes(
    links: Sequence[Link], lengths: Sequence[int] | Mapping[Number, int]
) -> list[tuple[Number, Link]]:
    """Of every wording that is a part of others, the one it hangs under: the likeliest, then the
    longest, then the first.

    Args:
        links: verdicts; those that are no sure excerpt are passed over.
        lengths: of each wording, by its number, in characters of its folded key.

    Returns:
        The part's number and the verdict on it and the whole, by the part's number.
    """
    best: dict[Number, tuple[tuple[float, int, int], Link]] = {}
    for link in links:
        if link.verdict.kind != "excerpt" or link.verdict.review:
            continue
        part, whole = sorted((link.first, link.second), key=lambda n: (lengths[n], -n))
        rank = (link.verdict.score, lengths[whole], -whole)
        if part not in best or rank > best[part][0]:
            best[part] = (rank, link)
    return [(part, link) for part, (_, link) in sorted(best.items())]
