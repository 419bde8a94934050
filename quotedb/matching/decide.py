"""What is to become of a new quotation among the wordings that look like it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quotedb.facts import OutcomeKind, Verdict, Wording
from quotedb.matching.blocking import have_enough
from quotedb.matching.side import read
from quotedb.matching.verdict import SAME_WORDS, compared
from quotedb.text.folding import fold

MANY_WORDS = 6
"""Words from which an equal wording ties two people's quotes together: no common saying."""

ENOUGH = 90.0
"""Score of a sure `same` from which wordings that share less are not looked at."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What is to become of a new quotation.

    `wording` is the stored one it hangs on and `verdict` that on the two; `absorbed` are stored
    wordings that turn out to be parts of the new one.
    """

    outcome: OutcomeKind
    reason: str
    wording: Wording | None = None
    verdict: Verdict | None = None
    absorbed: tuple[tuple[Wording, Verdict], ...] = ()


NOTHING_LIKE_IT = Decision("new", "nothing like it is stored")


def decide(
    text: str, language: str | None, speaker_id: int | None, wordings: Sequence[Wording]
) -> Decision:
    """What is to become of a new quotation, given the stored wordings that look alike.

    Args:
        text: its words.
        language: BCP 47 tag, if known.
        speaker_id: who is said to have said it, if anybody.
        wordings: the candidates, those that share most with it first.
    """
    if not wordings:
        return NOTHING_LIKE_IT
    key = fold(text)
    equal = [wording for wording in wordings if wording.key == key]
    if equal:
        return _equal(key, speaker_id, equal)
    alike = [(w, v) for w, v in _compared(text, key, language, speaker_id, wordings)
             if v.kind != "different" or v.review]  # fmt: skip
    alike.sort(key=lambda one: (_compatible(one[0], speaker_id), *_rank(one[1], one[0])))
    for wording, verdict in reversed(alike):
        part = verdict.kind == "excerpt" and len(wording.key) < len(key)
        if not part or verdict.review or not _compatible(wording, speaker_id):
            return _hangs(wording, verdict, speaker_id)
    absorbed = tuple((w, v) for w, v in reversed(alike))
    if absorbed:
        ids = ", ".join(str(w.quote_id) for w, _ in absorbed)
        return Decision("new", f"takes in quote {ids} as an excerpt", absorbed=absorbed)
    return NOTHING_LIKE_IT


def _compared(
    text: str,
    key: str,
    language: str | None,
    speaker_id: int | None,
    wordings: Sequence[Wording],
) -> Iterator[tuple[Wording, Verdict]]:
    """The verdicts on those that have words enough in common, up to one that nothing after it is
    likely to be nearer to.
    """
    one = None
    for wording in wordings:
        tag = language or wording.language
        if one is None or one.tag != tag:
            one = read(text, key, tag)
        other = read(wording.text, wording.key, tag)
        if not have_enough(one.bare, other.bare):
            continue
        verdict = compared(one, other)
        yield wording, verdict
        is_sure = verdict.kind == "same" and not verdict.review and verdict.score >= ENOUGH
        if is_sure and _compatible(wording, speaker_id):
            return


def _equal(key: str, speaker_id: int | None, equal: Sequence[Wording]) -> Decision:
    """The same words are stored: known, unless a short saying is somebody else's."""
    verdict = SAME_WORDS
    for wording in equal:
        if _compatible(wording, speaker_id):
            return Decision("known", "the same words are stored", wording, verdict)
    wording = equal[0]
    if len(key.split()) >= MANY_WORDS:
        reason = "the same words are stored as another speaker's: the attributions conflict"
        return Decision("known", reason, wording, verdict)
    reason = f"a short saying that quote {wording.quote_id} has from another speaker"
    return Decision("new", reason, wording, verdict)


def _hangs(wording: Wording, verdict: Verdict, speaker_id: int | None) -> Decision:
    """What a look-alike makes of the new quotation."""
    if verdict.review:
        return Decision("review", f"perhaps {verdict.kind}: {verdict.reason}", wording, verdict)
    if not _compatible(wording, speaker_id):
        reason = f"{verdict.kind}, but another speaker's: {verdict.reason}"
        return Decision("review", reason, wording, verdict)
    outcome: OutcomeKind = "variant" if verdict.kind == "same" else "excerpt"
    return Decision(outcome, verdict.reason, wording, verdict)


def _compatible(wording: Wording, speaker_id: int | None) -> bool:
    return wording.speaker_id is None or speaker_id is None or wording.speaker_id == speaker_id


def _rank(verdict: Verdict, wording: Wording) -> tuple[bool, bool, float, int]:
    """Sure before unsure, the same before a part, the likelier, the longer."""
    return (not verdict.review, verdict.kind == "same", verdict.score, len(wording.key))
