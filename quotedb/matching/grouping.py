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
from itertools import combinations
from operator import itemgetter

from quotedb.facts import Verdict

Number = int

Likes = dict[Number, dict[Number, Verdict]]
"""For a wording the others that are the same, each with the verdict."""


@dataclass(frozen=True, slots=True)
class Link:
    """The verdict on two wordings, by their numbers, `first` the lesser.

    `repeats` says that the second has the very words of the first, and no other link: what is
    said of the first holds for it too.
    """

    first: Number
    second: Number
    verdict: Verdict
    repeats: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A centre, the verdict on each other member and it, and the members held apart."""

    centre: Number
    members: tuple[tuple[Number, Verdict], ...]
    conflicts: tuple[Link, ...] = ()


def groups(links: Iterable[Link]) -> list[Group]:
    """The groups that the sure verdicts of `same` make, in the order of their centres.

    Every wording is in one group at most. Of two with as many look-alikes the one with the lesser
    number, which was there first, is the centre. A wording that repeats another goes where that
    goes.
    """
    same: Likes = defaultdict(dict)
    repeats: Likes = defaultdict(dict)
    apart: dict[tuple[Number, Number], Link] = {}
    for link in links:
        if link.repeats:
            repeats[link.first][link.second] = link.verdict
        elif link.verdict.kind == "same" and not link.verdict.review:
            same[link.first][link.second] = link.verdict
            same[link.second][link.first] = link.verdict
        elif link.verdict.kind == "different":
            apart[link.first, link.second] = link
    found = [
        Group(
            centre,
            tuple(sorted(_with_repeats(members, centre, repeats).items(), key=itemgetter(0))),
            _conflicts(sorted(members), apart),
        )
        for centre, members in _stars(same, repeats)
    ]
    return sorted(found, key=lambda one: one.centre)


def _stars(same: Likes, repeats: Likes) -> Iterable[tuple[Number, dict[Number, Verdict]]]:
    """Centres with those around them that no greater star has taken, without the repeats."""
    weights = {number: 1 + len(some) for number, some in repeats.items()}

    def alike(number: Number) -> int:
        around = same.get(number, ())
        return weights.get(number, 1) - 1 + sum(weights.get(other, 1) for other in around)

    taken: set[Number] = set()
    for centre in sorted(same.keys() | repeats.keys(), key=lambda number: (-alike(number), number)):
        if centre in taken:
            continue
        around = {n: verdict for n, verdict in same.get(centre, {}).items() if n not in taken}
        if around or centre in repeats:
            taken |= {centre, *around}
            yield centre, around


def _with_repeats(
    members: dict[Number, Verdict], centre: Number, repeats: Likes
) -> dict[Number, Verdict]:
    """The members, and what repeats them or the centre."""
    found = members | repeats.get(centre, {})
    for member, verdict in members.items():
        found |= dict.fromkeys(repeats.get(member, ()), verdict)
    return found


def _conflicts(
    members: Sequence[Number], apart: dict[tuple[Number, Number], Link]
) -> tuple[Link, ...]:
    """The verdicts that hold two of the members apart."""
    pairs = combinations(members, 2)
    return tuple(apart[pair] for pair in pairs if pair in apart)


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
