"""One mention of somebody in a text."""

from __future__ import annotations

from typing import Literal, NamedTuple

from quotedb.extraction.genders import Gender, shown_by
from quotedb.extraction.reading import Reading

MentionKind = Literal["person", "organization", "office", "unnamed", "pronoun", "relative"]


class Mention(NamedTuple):
    """A mention of somebody.

    `start` and `end` are the offsets of the words as written, `name` those words without the
    ending, `keys` them folded; `outer` is where the role before them begins; `suffix` is the
    ending that was put on by an apostrophe; `gender` that of the pronoun, or of the title beside
    a name; `head` is the noun of a phrase, folded,
    and `plural` whether it is one of more than one.
    """

    start: int
    end: int
    kind: MentionKind
    name: str
    keys: tuple[str, ...]
    outer: int
    role: str | None = None
    suffix: str = ""
    definite: bool = False
    plural: bool = False
    gender: Gender | None = None
    head: str = ""


def mention_of(
    reading: Reading, first: int, last: int, kind: MentionKind, *, definite: bool = False
) -> Mention:
    """The mention by the words from `first` up to `last`, without a role."""
    run = reading.words[first : last + 1]
    return Mention(
        start=run[0].start,
        end=run[-1].end,
        kind=kind,
        name=reading.text[run[0].start : run[-1].start + len(run[-1].stem)],
        keys=tuple([word.key for word in run]),
        outer=run[0].start,
        suffix=run[-1].suffix,
        definite=definite,
        gender=shown_by(run, reading.language),
    )
