"""One says it, the other denies it."""

from __future__ import annotations

from quotedb.matching.alignment import Alignment
from quotedb.matching.lexicon import Lexicon, count, lexicon
from quotedb.matching.likeness import one_letter_apart
from quotedb.matching.rules import Texts
from quotedb.matching.side import Words

_LONGEST = 4  # words that stand for others; more of them say it otherwise
_MISPRINT = 10  # words among which one letter is sooner a misprint than another statement
_STATEMENT = 30  # words; in a longer one a single word of denial decides nothing


def difference(alignment: Alignment, texts: Texts) -> str | None:  # noqa: ARG001
    """A word of denial on one side only, where little else differs, or an ending that denies."""
    known = alignment.lexicon
    differ = _counts_differ(alignment)
    decisive = differ and max(len(alignment.a), len(alignment.b)) <= _STATEMENT
    for a, b in alignment.opposed(_LONGEST) if decisive else ():
        denials = [word for word in a if word in known.negations]
        others = [word for word in b if word in known.negations]
        if bool(denials) != bool(others) and not _may_be_misprinted(a, b, alignment):
            return f"only one of them has {(denials or others)[0]!r}"
    for i, j in alignment.near:
        word, other = alignment.a[i], alignment.b[j]
        if denies(word, other, known) or (differ and _only_one_is_a_denial(word, other, known)):
            return f"{word!r} is not {other!r}: one denies the other"
    return None


def _may_be_misprinted(a: Words, b: Words, alignment: Alignment) -> bool:
    """`now` for `not`: one word with one letter other, in a wording of some length."""
    if len(a) != 1 or len(b) != 1 or min(len(alignment.a), len(alignment.b)) < _MISPRINT:
        return False
    return one_letter_apart(a[0], b[0])


def _counts_differ(alignment: Alignment) -> bool:
    """Whether one denies more often, in whatever language: a word of denial that only moved, or
    is another language's, denies the same. Words that are equal in both need not be counted.
    """
    denials = lexicon(None).negations
    return count(alignment.apart_a, denials) != count(alignment.apart_b, denials)


def _only_one_is_a_denial(word: str, other: str, known: Lexicon) -> bool:
    """`never` and `ever`; what is no word of its own is a misprint of the denial."""
    if (word in known.negations) == (other in known.negations):
        return False
    return word in known.function_words or other in known.function_words


def denies(word: str, other: str, known: Lexicon) -> bool:
    """Whether one of two words that are much alike denies the other by how it begins or ends."""
    return _prefixed(word, other, known) or _ends_otherwise(word, other, known)


def _prefixed(word: str, other: str, known: Lexicon) -> bool:
    """`possible` and `impossible`."""
    short, long = (word, other) if len(word) < len(other) else (other, word)
    return long.endswith(short) and long.removesuffix(short) in known.negative_prefixes


def _ends_otherwise(word: str, other: str, known: Lexicon) -> bool:
    """Whether two words are one verb affirmed and denied, by their endings, which others may
    follow: `destekliyoruz`, `desteklemiyoruz`.
    """
    return any(
        one[:at] + affirmed + one[at + len(denied) :] == two
        for denied, affirmed in known.negative_endings
        for one, two in ((word, other), (other, word))
        if (at := one.rfind(denied)) > 1
    )
