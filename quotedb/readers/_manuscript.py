"""Manuscripts, to be checked and not to be kept: text as it stands, all else through pandoc.

Pandoc (from `pypandoc-binary`) reads Markdown, HTML, LaTeX, DOCX and ODT, in its sandbox: it
opens nothing but what it is handed.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from quotedb.errors import DataError, EmptyInput, MissingExtra, UnknownName
from quotedb.facts import Article, Source
from quotedb.readers import _places, plain
from quotedb.readers._decoding import decode
from quotedb.readers._packed import see_that_it_is_small
from quotedb.readers._prose import Block, Prose

STDIN = "-"
FORMATS = {
    "markdown": "commonmark_x-smart",
    "html": "html",
    "latex": "latex",
    "docx": "docx",
    "odt": "odt",
}
_PACKED = ("docx", "odt")
SUFFIXES = {
    ".md": "markdown", ".markdown": "markdown", ".mkd": "markdown", ".html": "html",
    ".htm": "html", ".xhtml": "html", ".tex": "latex", ".latex": "latex", ".docx": "docx",
    ".odt": "odt",
}  # fmt: skip
NAMES = ("text", *FORMATS)


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A text to be checked.

    `article` is its prose; `blocks` its block quotations, by offsets in that; `places` where in
    the file the words stand, None for a format without lines (DOCX, ODT).
    """

    article: Article
    blocks: tuple[Block, ...] = ()
    places: _places.Places | None = None

    def place(self, offset: int) -> tuple[int | None, int | None]:
        """Line and column, both from 1, of a word; None where the format has no lines."""
        return (self.places and self.places.of(offset)) or (None, None)

    def paragraph(self, offset: int) -> int:
        """Which paragraph of the prose an offset is in, from 1."""
        before = self.article.text[:offset].split("\n\n")
        return sum(1 for one in before[:-1] if one.strip()) + 1


def read(path: str, told: str | None = None) -> Manuscript:
    """The manuscript in a file, or on standard input (`-`).

    Args:
        path: of the file.
        told: its format, one of `NAMES`; by the ending of the path, else text, when None.

    Raises:
        UnknownName: no such format.
        DataError: it cannot be read as what it should be, or `EmptyInput`.
        MissingExtra: there is no pandoc.
    """
    if told is not None and told not in NAMES:
        known = ", ".join(NAMES)
        raise UnknownName(f"a manuscript cannot be read as {told!r}", hint=f"Known: {known}")
    name = told or SUFFIXES.get(Path(path).suffix.lower(), "text")
    data = _bytes(path)
    shown = None if path == STDIN else path
    if name == "text":
        [article] = plain.read(data, shown)
        return Manuscript(article, places=_places.same(article.text))
    return _converted(data, name, shown)


def _bytes(path: str) -> bytes:
    if path == STDIN:
        return sys.stdin.buffer.read()
    try:
        return Path(path).read_bytes()
    except OSError as error:
        hint = "Look at the path"
        raise DataError(error.strerror or str(error), where=path, hint=hint) from error


def _converted(data: bytes, name: str, path: str | None) -> Manuscript:
    text, notes = ("", ()) if name in _PACKED else decode(data, path)
    text = text.replace("\r\n", "\n")
    if name in _PACKED:
        see_that_it_is_small(data, path)
    tree = _tree(data if name in _PACKED else text.encode(), name, path)
    prose = Prose()
    prose.add(tree["blocks"])
    if not prose.text.strip():
        raise EmptyInput("there is no text in it", where=path)
    article = Article(text=prose.text, source=Source(text=prose.text), path=path, notes=notes)
    places = None if name in _PACKED else _places.found(prose.text, text)
    return Manuscript(article, tuple(prose.blocks), places)


def _tree(data: bytes, name: str, path: str | None) -> dict[str, list[object]]:
    """The document as pandoc's tree."""
    import pypandoc

    try:
        program = pypandoc.get_pandoc_path()
    except OSError as error:
        raise MissingExtra(
            f"reading {name} needs pandoc", hint="pip install pypandoc-binary"
        ) from error
    command = [program, "--sandbox", f"--from={FORMATS[name]}", "--to=json"]
    done = subprocess.run(command, input=data, capture_output=True, check=False)
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip()
        raise DataError(
            f"it cannot be read as {name} ({said[:200]})",
            where=path,
            hint="Look at the file, or name its format with --from",
        )
    tree: dict[str, list[object]] = json.loads(done.stdout)
    return tree
