"""The folded key: what is left of a wording when printing habits are taken away.

Two printings have the same key when they differ only in case (Turkish dotted and dotless i
included), accents, quotation marks, apostrophes, hyphens, spacing or other punctuation. The key
is for comparing and for searching, and is never shown.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

# Letters that no Unicode decomposition takes apart, and Turkish i: both i's fold to one.
_LETTERS = {
    "ı": "i", "İ": "i", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ð": "d",
    "Ð": "d", "þ": "th", "Þ": "th", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ə": "e",
    "Ə": "e", "ё": "е", "Ё": "е",
}  # fmt: skip

# Apostrophes join what they stand between (Lavrov’un, don't); so do invisible characters.
_JOINING = frozenset("'’‘ʼ‛`´＇\u02bb\u2032")

_SEPARATED_DIGITS = re.compile(r"(?<=\d)[.,](?=\d{3}(?!\d))")
_DECIMAL = re.compile(r"(?<=\d)[.,](?=\d)")
_POINTED = re.compile(r"[.,]\d")
_ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")  # a terminal's colours and movements: no words
_MOST = 1 << 22  # letters remembered, of texts and keys, and as many from before
_EACH = 100  # letters for which an entry of any length counts
_POINT = "\ue000"  # stands for a decimal point while all other punctuation goes


class _Folding(dict[int, str]):
    """A `str.translate` table that works each character out once."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = folded_character(code)
        return folded


def folded_character(code: int) -> str:
    """What is left of a character, given its code point: none, one or several."""
    char = chr(code)
    if char in _LETTERS:
        return _LETTERS[char]
    if char in _JOINING:
        return ""
    category = unicodedata.category(char)
    if category in ("Mn", "Me", "Cf", "Cc"):
        return _fold_mark(char, category)
    if category[0] not in "LNM":
        return " "
    if _is_unspaced(char):
        return f" {char} "
    bare = "".join(c for c in unicodedata.normalize("NFKD", char) if not _is_accent(c))
    plain = (_LETTERS.get(c, c) for c in bare.casefold() if not _is_accent(c))
    return "".join(_settled(c) for c in "".join(plain))


def _settled(char: str) -> str:
    """What is left of a character's parts when they are folded again."""
    if char in _JOINING:
        return ""
    if unicodedata.category(char)[0] not in "LNM":
        return " "
    return f" {char} " if _is_unspaced(char) else char


def _fold_mark(char: str, category: str) -> str:
    if category == "Cc":
        return " "
    if category == "Cf" or _is_accent(char):
        return ""
    return char  # vowel signs of scripts that cannot be read without them


def _is_accent(char: str) -> bool:
    """Whether the mark may go: accents, Hebrew points, Arabic vowels."""
    code = ord(char)
    return 0x300 <= code <= 0x36F or 0x591 <= code <= 0x5C7 or 0x64B <= code <= 0x652


def _is_unspaced(char: str) -> bool:
    """Whether the script writes no spaces, so that each character counts as a word."""
    code = ord(char)
    return 0x3040 <= code <= 0x30FF or 0x3400 <= code <= 0x9FFF or 0x20000 <= code <= 0x3FFFF


_TABLE = _Folding({ord(_POINT): "."})
# The same for what most of most texts is, by bytes: ten times as fast.
_ASCII = {code: folded_character(code) for code in range(128)}
_ASCII_TABLE = bytes(ord(_ASCII.get(code) or " ") for code in range(256))
_ASCII_GONE = bytes(code for code, char in _ASCII.items() if not char)


def fold(text: str) -> str:
    """The folded key of `text`: words in bare lower case, one space between.

    A text that has no letter or digit at all keeps its characters, so that it stays itself.
    """
    return _MEMORY[text]


def remember(text: str, key: str) -> None:
    """Take over the folded key of a text from a process that has worked it out."""
    if text not in _MEMORY:
        _MEMORY.keep(text, key)


def _folded(text: str) -> str:
    if "\x1b" in text:
        text = _ESCAPE.sub("", text)
    if _POINTED.search(text):
        text = _DECIMAL.sub(_POINT, _SEPARATED_DIGITS.sub("", text.replace(_POINT, " ")))
        bare = text.translate(_TABLE)
    elif text.isascii():
        bare = text.encode().translate(_ASCII_TABLE, _ASCII_GONE).decode()
    else:
        bare = text.replace(_POINT, " ").translate(_TABLE)
    key = " ".join(bare.split())
    return key or unicodedata.normalize("NFC", text).strip()


class _Memory(dict[str, str]):
    """The keys of texts: whatever is done with a wording, it is folded for again. When there is
    no room for more, those that were not asked for since the last time are forgotten.
    """

    held = 0
    before: Mapping[str, str] = {}

    def __missing__(self, text: str) -> str:
        key = self.before.get(text) or _folded(text)
        self.keep(text, key)
        return key

    def keep(self, text: str, key: str) -> None:
        length = len(text) + len(key) + _EACH
        if self.held + length > _MOST:
            self.before = dict(self)
            self.clear()
            self.held = 0
        self.held += length
        self[text] = key


_MEMORY = _Memory()


def words(text: str) -> list[str]:
    """The folded words of `text`, in order."""
    return fold(text).split()


def fold_word(word: str) -> str:
    """One word folded to one, its hyphens left out: `vice-président` is `vicepresident`."""
    if word.isascii() and word.isalnum():  # nothing but its case is to be folded away
        return word.lower()
    return fold(word).replace(" ", "")
