"""Who must have spoken by the grammar of the sentence where the verb comes last: `X, “…” dedi`,
`“…” diyen X`, `X’in “…” sözleri`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from quotedb.extraction.candidates import Candidate, Surroundings
from quotedb.extraction.cast import Cast
from quotedb.extraction.reading import last_before
from quotedb.extraction.words import folded_word

_LAST = 8  # words between a quotation and the verb at the end of the sentence
_MARKED = 10  # characters from a subject to its comma
_FRAMED, _FRAME = 50, 4  # characters and words from a subject to the comma behind its frame
_STATEMENT = 4  # words from a body to what it said: "Derneği'nden yapılan yazılı açıklamada"
_OPEN = 2  # words between a subject and the words, as in "Uysal ise"


def final_tellers(
    candidates: Sequence[Candidate], around: Surroundings, cast: Cast
) -> list[Candidate]:
    """The subject before the words, of a verb behind them: with a comma after it, or next to the
    words; or who stands behind them in `diyen X`.
    """
    sure = [one for one in candidates if one.link and one.link.sort in ("relative", "source")]
    if sure:
        return sure
    cue = next((cue for cue in around.right.cues if cue.sort != "after"), None)
    led = last_before(cast.reading.text, around.left.end) == ":"
    if not led and (cue is None or cue.first > _LAST):
        return []
    subjects = [
        one
        for one in candidates
        if one.where == "left" and one.link and one.link.sort in ("subject", "possessor")
    ]
    later = _of_last_clause(subjects, around, cast)
    parted = [one for one in later if _has_comma(one, cast)]
    if not parted and len(later) == 1 < len(subjects) and not later[0].mention.suffix:
        return later
    subjects = later
    if led and not parted:
        people = [one for one in subjects if not one.mention.suffix]
        return people if len({one.mention.start for one in people}) == 1 else []
    return parted[-1:] or [one for one in subjects if _is_subject(one, around, cast)][-1:]


def _of_last_clause(
    subjects: Sequence[Candidate], around: Surroundings, cast: Cast
) -> list[Candidate]:
    """Those behind the last quotation before the words, if there are any: `A, “…” derken, B
    eleştirilere “…” yanıtını verdi`.
    """
    spans = cast.reading.spans
    at = bisect_left(spans, around.left.end, key=lambda span: span.outer_start)
    begin = spans[at - 1].outer_end if at else 0
    return [one for one in subjects if one.mention.start >= begin] or list(subjects)


def _has_comma(candidate: Candidate, cast: Cast) -> bool:
    """Whether it is marked as the subject by a comma, with or without `ise` and the like."""
    mention, text = candidate.mention, cast.reading.text
    if mention.suffix:
        return False
    small = cast.reading.language.function_words
    between, comma, _ = text[mention.end : mention.end + _FRAMED].partition(",")
    words = between.split()
    if len(between) < _MARKED and all(folded_word(word) in small for word in words):
        return bool(comma)
    # `Nilüfer Saygın ise kürsüden, “…”`: what follows `ise` is where or how it was said.
    clitics = cast.reading.language.clitics
    framed = bool(words) and folded_word(words[0]) in clitics and len(words) <= _FRAME
    return bool(comma) and framed and between.islower() and "\n" not in between


def _is_subject(candidate: Candidate, around: Surroundings, cast: Cast) -> bool:
    """Whether it stands by the words, or in the genitive by the words for what was said."""
    mention, link = candidate.mention, candidate.link
    if link is None:
        return False
    _, last = around.left.place(mention)
    following = around.left.words[last + 1 :]
    if mention.suffix:
        source = mention.suffix.endswith(cast.reading.language.source_endings or ("\n",))
        reach = _STATEMENT if source or mention.kind != "person" else 1
        said = any(0 < cue.first - last <= reach for cue in around.left.cues)
        return link.gap == 0 or said
    language = cast.reading.language
    objects = language.object_endings
    small = [word for word in following if folded_word(word.suffix) not in objects]
    return len(small) <= _OPEN and all(word.key in language.function_words for word in small)
