"""Words as a manuscript prints them, held against a stored wording: word for word, altered and
marked so (an ellipsis for what is left out, brackets for what is put in), or altered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from quotedb.matching.lexicon import lexicon
from quotedb.matching.verdict import compare
from quotedb.text.folding import fold

HeldKind = Literal["verbatim", "marked", "altered", "changed", "different"]

CLOSE = 80.0
"""How alike (0..100) two wordings are that part only in what a rule forbids."""

TELLING = 3
"""So many words left out can turn a statement round: `not`, `by no means`."""

_BRACKET_ROOM = 12  # words of the stored wording that one pair of brackets may stand for
_ELLIPSIS = r"\[\s*(?:…|\.\s?\.\s?\.)\s*\]|\(\s*(?:…|\.\s?\.\s?\.)\s*\)|…|\.\s?\.\s?\."
_SIC = re.compile(r"\[\s*sic[.!]?\s*\]", re.IGNORECASE)
_MARK = re.compile(
    rf"(?P<gap>{_ELLIPSIS})|(?P<word>\w*\[\w+\]\w+|\w+\[\w+\]\w*)|\[(?P<in>[^\]]*)\]"
)

Difference = tuple[str, str]
"""What the stored wording has, and what the manuscript has in its place."""


@dataclass(frozen=True, slots=True)
class Held:
    """How a printed wording stands to a stored one; `score` 0..100, and why in words."""

    kind: HeldKind
    score: float
    reason: str
    difference: tuple[Difference, ...] = ()


def hold(printed: str, stored: str, language: str | None = None) -> Held:
    """How the words that a manuscript prints stand to a stored wording.

    Case, accents, punctuation and hyphens are no difference, and a part in a row is verbatim.
    `changed` is what a rule of matching tells apart (a negation, a number, a name), or an
    omission of few words that has a negation, although an ellipsis marks it.
    """
    quick = hold_as_marked(printed, stored, language)
    return quick or _compared(_SIC.sub(" ", printed), stored, language)


def hold_as_marked(printed: str, stored: str, language: str | None = None) -> Held | None:
    """The same, in a fraction of the time, where no word differs but by what is marked so; None
    where any does.
    """
    printed = _SIC.sub(" ", printed)
    key, whole = fold(printed), fold(stored)
    if f" {key} " in f" {whole} " or key.replace(" ", "") == whole.replace(" ", ""):
        return Held("verbatim", 100.0, "word for word")
    skipped = _skipped(printed, whole)
    return None if skipped is None else _marked(skipped, language)


def _marked(skipped: list[list[str]], language: str | None) -> Held:
    left_out = tuple((" ".join(words), "…") for words in skipped if words)
    denials = lexicon(language).negations
    for words in skipped:
        lost = [word for word in words if word in denials]
        if lost and len(words) <= TELLING:
            reason = f"the words left out have {lost[0]!r}"
            return Held("changed", 90.0, reason, left_out)
    return Held("marked", 95.0, "altered, and marked by brackets or an ellipsis", left_out)


def _compared(printed: str, stored: str, language: str | None) -> Held:
    bare = _MARK.sub(lambda m: m["word"] or m["in"] or " ", printed)
    verdict = compare(bare, stored, language)
    difference = tuple(differences(stored, printed))
    if verdict.kind == "different":
        near = verdict.score >= CLOSE
        return Held("changed" if near else "different", verdict.score, verdict.reason, difference)
    told = "; ".join(f"{a or 'nothing'} → {b or 'left out'}" for a, b in difference)
    return Held("altered", verdict.score, f"other words, not marked: {told}", difference)


def differences(stored: str, printed: str) -> Iterator[Difference]:
    """Where two wordings part, without what the stored one has before and after."""
    a, b = stored.split(), printed.split()
    matcher = SequenceMatcher(None, [fold(w) for w in a], [fold(w) for w in b], autojunk=False)
    codes = matcher.get_opcodes()
    for place, (tag, i, j, k, m) in enumerate(codes):
        at_the_ends = tag == "delete" and place in (0, len(codes) - 1)
        if tag != "equal" and not at_the_ends:
            yield " ".join(a[i:j]), " ".join(b[k:m])


def _skipped(printed: str, whole: str) -> list[list[str]] | None:
    """The stored words that each mark stands for; None when the words between the marks do not
    stand in the stored wording in their order, or when there is no mark.
    """
    segments = list(_segments(printed, frozenset(whole.split())))
    if len(segments) < 2:
        return None
    words, at = whole.split(), 0
    skipped: list[list[str]] = []
    for room, segment in segments:
        if not segment:
            continue
        start = _find(words, segment, at)
        if start is None or (skipped and room is not None and start - at > room):
            return None
        skipped.append(words[at:start])
        at = start + len(segment)
    return skipped[1:] if skipped else None


def _find(words: list[str], segment: list[str], at: int) -> int | None:
    last = len(words) - len(segment)
    return next((i for i in range(at, last + 1) if words[i : i + len(segment)] == segment), None)


def _segments(printed: str, known: frozenset[str]) -> Iterator[tuple[int | None, list[str]]]:
    """The words between the marks, each with how many words the mark before may stand for."""
    text, room, at = "", None, 0
    for mark in _MARK.finditer(printed):
        text += printed[at : mark.start()]
        at = mark.end()
        whole = fold((mark["word"] or "").replace("[", "").replace("]", ""))
        if whole and whole in known:
            text += f" {whole} "
            continue
        yield room, fold(text).split()
        text, room = "", (None if mark["gap"] else _BRACKET_ROOM)
    yield room, fold(text + printed[at:]).split()
