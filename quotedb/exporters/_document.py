"""Documents in the form that pandoc exchanges as JSON: made of facts, never of markup.

What stands in a fact is put into `Str` and nothing else, so that no writer can take it for its
own language. Types as in <https://hackage.haskell.org/package/pandoc-types>, API 1.23.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

Node = dict[str, Any]
_NO_ATTRIBUTES: list[Any] = ["", [], []]


def document(blocks: Sequence[Node], locale: str, **meta: Node) -> Node:
    """A whole document in a language."""
    told = {"lang": {"t": "MetaInlines", "c": [word(locale)]}, **meta}
    return {"pandoc-api-version": [1, 23, 1], "meta": told, "blocks": list(blocks)}


def word(text: str) -> Node:
    """Text that holds no space."""
    return {"t": "Str", "c": text}


SPACE: Node = {"t": "Space"}


def words(text: str) -> list[Node]:
    """Text of one line."""
    found: list[Node] = []
    for part in text.split():
        found += [SPACE, word(part)] if found else [word(part)]
    return found


def paragraphs(text: str) -> list[Node]:
    """Text with its lines and paragraphs, control characters left out."""
    clean = re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]", " ", text.replace("\r\n", "\n"))
    return [para(_lines(part)) for part in re.split(r"\n[ \t]*\n", clean) if part.strip()]


def para(inlines: Iterable[Node]) -> Node:
    """A paragraph."""
    return {"t": "Para", "c": list(inlines)}


def block_quote(blocks: Iterable[Node]) -> Node:
    """A quotation set apart."""
    return {"t": "BlockQuote", "c": list(blocks)}


def header(text: str) -> Node:
    """A heading of the second level."""
    return {"t": "Header", "c": [2, _NO_ATTRIBUTES, words(text)]}


def strong(text: str) -> Node:
    """Words with emphasis."""
    return {"t": "Strong", "c": words(text)}


def note(blocks: Iterable[Node]) -> Node:
    """A footnote."""
    return {"t": "Note", "c": list(blocks)}


def div(blocks: Iterable[Node], attributes: list[Any] | None = None) -> Node:
    """Blocks together."""
    return {"t": "Div", "c": [attributes or _NO_ATTRIBUTES, list(blocks)]}


def cite(key: str, prefix: str = "", suffix: str = "", *, without_author: bool = False) -> Node:
    """A citation that a processor is to write out."""
    told = {
        "citationId": key,
        "citationPrefix": words(prefix),
        "citationSuffix": [word(","), SPACE, *words(suffix)] if suffix else [],
        "citationMode": {"t": "SuppressAuthor" if without_author else "NormalCitation"},
        "citationNoteNum": 0,
        "citationHash": 0,
    }
    return {"t": "Cite", "c": [[told], [word(f"[@{key}]")]]}


def _lines(text: str) -> list[Node]:
    found: list[Node] = []
    for line in text.splitlines():
        if some := words(line):
            found += [{"t": "LineBreak"}, *some] if found else some
    return found
