"""Which language a text is in."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lingua import LanguageDetector

# Told apart besides those that there are files for, so that a foreign text is not forced into one.
_OTHERS = (
    "ar az bg ca cs da de el es fa fi fr he hr hu id it ja ko lt lv nb nl pl pt ro ru sk sl sq sr"
    " sv uk zh"
)
_PIECE = 300  # characters from the head, and as many from the middle, tell a language as surely


def detect(text: str) -> str | None:
    """The BCP 47 tag of the language a text is in; None when it has too little to tell."""
    sample = _sample(text)
    if sum(char.isalpha() for char in sample) < 3:
        return None
    found = _detector().detect_language_of(sample)
    return str(found.iso_code_639_1.name).lower() if found else None


def _sample(text: str) -> str:
    """Two pieces of a long text, so that neither a foreign headline nor a foreign passage decides
    by itself; the time that it takes to tell the language grows with every character.
    """
    if len(text) <= 2 * _PIECE:
        return text
    middle = len(text) // 2
    return f"{text[:_PIECE]} {text[middle : middle + _PIECE]}"


@lru_cache
def _detector() -> LanguageDetector:
    from lingua import IsoCode639_1, LanguageDetectorBuilder

    from quotedb import languages

    wanted = {*languages.known(), *_OTHERS.split()}
    codes = [code for tag in sorted(wanted) if (code := getattr(IsoCode639_1, tag.upper(), None))]
    builder = LanguageDetectorBuilder.from_iso_codes_639_1(*codes)
    return builder.with_low_accuracy_mode().build()
