"""What kind of quotation it is, and when it was said."""

from __future__ import annotations

from quotedb.extraction.marks import Span
from quotedb.extraction.reading import Reading
from quotedb.facts import Kind
from quotedb.text.folding import fold

_TITLE_WORDS = 7  # a title of more words is a rare thing
_FEW = 3  # so many words without a cue are a name, a nickname or a scare quote
_CLAUSE = 5


def kind_of(reading: Reading, span: Span, cued: bool) -> Kind:
    """`direct` for words that stand as a sentence of their own, `mixed` for those woven into the
    reporting sentence, `not_said` for titles, nicknames and scare quotes.
    """
    text = reading.text[span.start : span.end]
    words = text.split()
    own = _is_sentence(reading, span, text, words)
    if own and (cued or len(words) > _FEW):
        return "not_said" if _is_title(reading, span, words) else "direct"
    if _is_title(reading, span, words):
        return "not_said"
    if not cued and len(words) <= _CLAUSE:
        return "not_said"
    return "mixed"


def _is_sentence(reading: Reading, span: Span, text: str, words: list[str]) -> bool:
    """A capital at the head, and a stop or a cue's comma at the end, or the words of a clause."""
    head = next((char for char in text if char.isalpha()), "")
    if not head.isupper() and head.lower() != head.upper():
        return False
    stopped = text[-1] in ".,!?…;" or reading.text[span.outer_end : span.outer_end + 1] in (
        ",",
        ".",
    )
    return (stopped and len(words) > 1) or len(words) >= _CLAUSE or text[-1] in "!?,"


def _is_title(reading: Reading, span: Span, words: list[str]) -> bool:
    """Capitals at all words that matter and no stop: the name of a book, a film, a broadcast."""
    if len(words) > _TITLE_WORDS or reading.text[span.end - 1] in ".!?…":
        return False
    before = reading.text[max(span.outer_start - 2, 0) : span.outer_start]
    if before.rstrip(" ")[-1:] in (":", ",") and len(words) > 1:
        return False
    small = reading.language.function_words
    heavy = [word for word in words if fold(word) not in small]
    return len(words) > 1 and bool(heavy) and all(word[:1].isupper() for word in heavy)
