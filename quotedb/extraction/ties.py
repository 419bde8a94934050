"""How a speaker hangs on the words: by a cue of theirs alone and by name, or by a pronoun or a
description that is traced back; by a cue that somebody else hangs on too, or by none.

Grammar may leave one candidate only, whose probability then is 1: it says nothing of how often
that grammar errs (`Der Zeitung sagte X: „…“`). The tie does.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from quotedb.extraction.candidates import Candidate
from quotedb.extraction.cast import Cast
from quotedb.extraction.mention import Mention
from quotedb.extraction.people import Person

Tie = Literal["tied", "traced", "contested", "untied"]


def tie_of(
    candidate: Candidate, person: Person | None, candidates: Sequence[Candidate], cast: Cast
) -> Tie:
    """How the candidate taken for the speaker hangs on the words, among all candidates."""
    link = candidate.link
    if link is None:
        return "untied"
    rivals = (one for one in candidates if one.link and one.link.cue == link.cue)
    if any(_is_other(one, person, cast) for one in rivals):
        return "contested"
    return "tied" if _is_plain(candidate.mention) else "traced"


def _is_plain(mention: Mention) -> bool:
    """Whether a mention tells by itself who is meant: a name, or somebody who has none."""
    named = mention.kind in ("person", "organization")
    return named or (mention.kind == "unnamed" and bool(mention.head) and not mention.definite)


def _is_other(candidate: Candidate, person: Person | None, cast: Cast) -> bool:
    """Whether a candidate means somebody else; who it means may not be told."""
    meant = cast.whom(candidate.mention)
    return meant is not None and (person is None or meant.name != person.name)
