"""What a user typed, checked before anything is done with it."""

from __future__ import annotations

import re
import unicodedata

from quotedb import languages
from quotedb.errors import UnknownName

_NO_TEXT = re.compile("[\x00\ud800-\udfff]")


def check_language(tag: str | None) -> None:
    """See that a language tag looks like one (BCP 47).

    Raises:
        UnknownName: it does not.
    """
    primary = (tag or "en").replace("_", "-").split("-")[0]
    if not (2 <= len(primary) <= 3 and primary.isalpha() and primary.isascii()):
        known = ", ".join(languages.known())
        raise UnknownName(
            f"{tag!r} is no language tag", hint=f"Write one such as en or tr-TR; known: {known}"
        )


def normal(text: str) -> str:
    """Words as they are stored: Unicode NFC, no space around, NUL and lone surrogates (which no
    database holds) as the replacement character.
    """
    if text.isascii() and "\x00" not in text:
        return text.strip()
    return _NO_TEXT.sub("\ufffd", unicodedata.normalize("NFC", text).strip())


def shortened(text: str, most: int = 60) -> str:
    """The beginning of a text, on one line."""
    words = " ".join(text.split())
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"
