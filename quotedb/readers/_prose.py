"""The prose of a document that pandoc has read: paragraphs in plain text, no code, no formulas.

Each paragraph of a block quotation is put into quotation marks, so that it is found like all
others; a line at its end that a dash opens (`— Ada Quill, 1999`) is its credit. Notes follow
after the text. https://hackage.haskell.org/package/pandoc-types tells the tree.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

_SPACES = {"Space": " ", "SoftBreak": " ", "LineBreak": " "}
_MARKED = ("“", "„", "«", '"', "»", "‘")
_DASHES = ("—", "–", "―", "--", "- ")
_LONGEST_CREDIT = 12  # words
_QUOTES = {"DoubleQuote": ("“", "”"), "SingleQuote": ("‘", "’")}
_LEFT_OUT = {"Code", "Math", "RawInline", "Image"}


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of a block quotation: offsets in the text, marks included, and its credit."""

    start: int
    end: int
    credit: str | None = None


@dataclass(slots=True)
class Prose:
    """Text as it comes together; `blocks` are its block quotations."""

    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    _notes: list[list[Any]] = field(default_factory=list)

    def add(self, blocks: list[Any]) -> None:
        """Take in a list of blocks, and then the notes on them."""
        for block in blocks:
            self._block(block)
        while self._notes:
            self.add(self._notes.pop(0))

    def _block(self, block: dict[str, Any]) -> None:
        kind: str = block["t"]
        content: Any = block.get("c")
        if kind in ("Para", "Plain"):
            self._paragraph(self._inline(content))
        elif kind == "Header":
            self._paragraph(self._inline(content[2]))
        elif kind == "LineBlock":
            self._paragraph(" ".join(self._inline(line) for line in content))
        elif kind == "BlockQuote":
            self._quotation(content)
        elif kind not in ("CodeBlock", "RawBlock", "HorizontalRule"):
            for inner in _blocks_in(content):
                self._block(inner)

    def _paragraph(self, text: str) -> None:
        if text.strip():
            self.text += f"{text.strip()}\n\n"

    def _quotation(self, blocks: list[Any]) -> None:
        inner = Prose(_notes=self._notes)
        for block in blocks:
            inner._block(block)
        for paragraph in inner.text.strip().split("\n\n"):
            credit = _credit(paragraph)
            if credit and self.blocks and self.blocks[-1].end == len(self.text):
                self._credit(credit)
            elif paragraph:
                start = len(self.text)
                is_marked = paragraph.startswith(_MARKED)
                self._paragraph(paragraph if is_marked else f"“{paragraph}”")
                self.blocks.append(Block(start, len(self.text)))

    def _credit(self, credit: str) -> None:
        """Give a credit to the paragraphs of the block quotation that it ends."""
        at = len(self.text)
        for place in reversed(range(len(self.blocks))):
            block = self.blocks[place]
            if block.end != at or block.credit:
                return
            self.blocks[place] = replace(block, credit=credit)
            at = block.start

    def _inline(self, inlines: list[Any]) -> str:
        return "".join(self._one(inline) for inline in inlines)

    def _one(self, inline: dict[str, Any]) -> str:
        kind: str = inline["t"]
        content: Any = inline.get("c")
        if kind == "Str":
            return str(content)
        if kind in _SPACES:
            return _SPACES[kind]
        if kind == "Quoted":
            opening, closing = _QUOTES[content[0]["t"]]
            return f"{opening}{self._inline(content[1])}{closing}"
        if kind == "Note":
            self._notes.append(content)
        if kind in _LEFT_OUT or kind == "Note":
            return ""
        return self._inline(_inlines_in(content))


def _credit(paragraph: str) -> str | None:
    """Who a paragraph that a dash opens names: short, and no sentence, as in a dialogue."""
    told = paragraph.lstrip("—–―- ").strip()
    is_sentence = told.endswith((".", "!", "?", "…")) or len(told.split()) > _LONGEST_CREDIT
    return told if told and paragraph.startswith(_DASHES) and not is_sentence else None


def _inlines_in(content: Any) -> list[Any]:  # noqa: ANN401
    """The inlines of Emph, Link, Span, Cite and the like: the last list that holds any."""
    if content and isinstance(content[0], dict) and "t" in content[0]:
        return list(content)
    lists = [one for one in content or () if _holds_nodes(one)]
    return lists[-1] if lists else []


def _blocks_in(content: Any) -> list[Any]:  # noqa: ANN401
    """The blocks anywhere inside a list, a table or a division, in order."""
    if isinstance(content, dict):
        return [content] if "t" in content and "c" in content and content["t"] in _BLOCKS else []
    if isinstance(content, list):
        if content and isinstance(content[0], dict) and content[0].get("t") not in _BLOCKS:
            inline = bool(content[0].get("t") in ("Str", "Emph", "Strong", "Quoted"))
            return [{"t": "Plain", "c": content}] if inline else []
        return [block for one in content for block in _blocks_in(one)]
    return []


_BLOCKS = {
    "Para", "Plain", "Header", "LineBlock", "BlockQuote", "BulletList", "OrderedList",
    "DefinitionList", "Table", "Div", "Figure",
}  # fmt: skip


def _holds_nodes(one: Any) -> bool:  # noqa: ANN401
    return isinstance(one, list) and bool(one) and isinstance(one[0], dict) and "t" in one[0]
