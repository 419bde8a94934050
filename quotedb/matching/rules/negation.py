"""One says it, the other denies it."""

from __future__ import annotations

from quotedb.matching.alignment import Alignment, Lexicon
from quotedb.matching.rules import Texts, opposed

_LONGEST = 4


def difference(alignment: Alignment, texts: Texts) -> str | None:  # noqa: ARG001
    """A word of denial on one side only, where little else differs, or an ending that denies."""
    lexicon = alignment.lexicon
    for a, b in opposed(alignment, _LONGEST):
        denials = [word for word in a if word in lexicon.negations]
        others = [word for word in b if word in lexicon.negations]
        if bool(denials) != bool(others):
            return f"only one of them has {(denials or others)[0]!r}"
    for i, j in alignment.near:
        if denies(alignment.a[i], alignment.b[j], lexicon):
            return f"{alignment.a[i]!r} is not {alignment.b[j]!r}: one denies the other"
    return None


def denies(word: str, other: str, lexicon: Lexicon) -> bool:
    """Whether two words are one verb affirmed and denied, by their endings."""
    return any(
        one.endswith(denied)
        and two.endswith(affirmed)
        and one[: -len(denied)] == two[: -len(affirmed)] != ""
        for denied, affirmed in lexicon.negative_endings
        for one, two in ((word, other), (other, word))
    )
