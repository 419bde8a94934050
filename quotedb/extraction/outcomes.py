"""What the measures are called that come of looking at a candidate, each made of the outcome alone.

`benchmarks/train_attribution.py` fits a weight to each name. A measure that is not there is 0.
"""

from __future__ import annotations

from math import log1p

from quotedb.extraction.cast import Standing
from quotedb.extraction.ranking import Measures

CLOSE = 1
"""Words between a cue and the quotation it belongs to."""


def nobody(cued: bool, stands_alone: bool) -> Measures:
    """The text does not tell; whether there is a cue, and whether there are any other words."""
    found = {"nobody": 1.0}
    if not cued:
        found["nobody, no cue"] = 1.0
    if stands_alone:
        found["nobody, stands alone"] = 1.0
    return found


def is_a(kind: str, linked: bool) -> Measures:
    """The kind of a mention, and whether it hangs on a cue."""
    return {kind: 1.0} if linked else {kind: 1.0, f"{kind}, no cue": 1.0}


def stands(standing: Standing) -> Measures:
    """How somebody who is named stands in the article."""
    return {
        "mentions": log1p(standing.mentions),
        "heard": log1p(standing.heard),
        "mostly governed": standing.governed,
        "role": float(standing.in_office),
    }


def hold(names: tuple[str, ...]) -> Measures:
    """Measures that are 0 or 1, of which these hold."""
    return dict.fromkeys(names, 1.0)


def in_own_sentence(where: str, words: int, others: int, final: str) -> Measures:
    """Left or right of the quoted words, with so many words and other mentions between."""
    return {
        where: 1.0,
        f"{final}words to it, {where}": log1p(words),
        f"{final}mentions to it, {where}": log1p(others),
    }


def hangs(sort: str, where: str, gap: int, distance: int) -> Measures:
    """How a mention hangs on a cue: with so many words between, and so many from the cue to the
    quoted words.
    """
    found = {
        f"{sort}, {where}": 1.0,
        f"{sort} gap": log1p(gap),
        f"cue to it, {where}": log1p(distance),
    }
    if distance <= CLOSE:
        found[f"{sort} close, {where}"] = 1.0
    return found


def in_sentence(where: str, first: bool, governed: bool, others: int) -> Measures:
    """How a mention stands in a sentence beside that of the words: whether it is the first there,
    whether it hangs on something, and among how many others.
    """
    found = {where: 1.0, f"{where}, beside others": log1p(others)}
    if first:
        found[f"{where}, first"] = 1.0
    if governed:
        found[f"{where}, governed"] = 1.0
    return found


def beside(names: tuple[str, ...], by_cue: bool) -> Measures:
    """What stands at both sides of a mention in such a sentence."""
    found = {f"before, {name}": 1.0 for name in names}
    if by_cue:
        found["before, beside a cue"] = 1.0
    return found


def from_sentence(where: str, cued: bool, stands_alone: bool, same_paragraph: bool) -> Measures:
    """What the words are like to whose speaker such a sentence may lead."""
    found = {}
    if cued:
        found[f"{where}, cue"] = 1.0
    if stands_alone:
        found[f"{where}, stands alone"] = 1.0
    if same_paragraph:
        found[f"{where}, same paragraph"] = 1.0
    return found


def after_colon(first: bool) -> Measures:
    """The sentence before ends with a colon."""
    return {"colon before": 1.0, "colon before, first": float(first)}


def dropped(where: str, first: bool, governed: bool) -> Measures:
    """A verb beside the words was left without its subject, which this may be."""
    return {
        f"dropped subject, {where}": 1.0,
        "dropped subject, first": float(first),
        "dropped subject, governed": float(governed),
    }


def carried(back: int, cued: bool, drops: bool, stands_alone: bool, mentions: int) -> Measures:
    """How far away the words are whose speaker is carried over, back or on; what these are like,
    and how many are mentioned before them in their sentence.
    """
    name = f"carried {'on' if back > 0 else 'back'}"
    found = {
        "carried": 1.0,
        name: 1.0,
        f"{name}, {min(abs(back), 3) - 1} paragraphs": 1.0,
        f"{name}, mentions": log1p(mentions),
    }
    if cued:
        found[f"{name}, cue"] = 1.0
    if drops:
        found[f"dropped subject, {name}"] = 1.0
    if stands_alone:
        found[f"{name}, stands alone"] = 1.0
    return found


def spoke_last(paragraphs: int, stands_alone: bool) -> Measures:
    """It is who spoke last, so many paragraphs above."""
    near = "here" if paragraphs == 0 else "above" if paragraphs == 1 else "far"
    found = {f"spoke last, {near}": 1.0}
    if stands_alone:
        found[f"spoke last, {near}, stands alone"] = 1.0
    return found
