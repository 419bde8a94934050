"""HTML: the article of a saved web page, without what stands around it.

Which part of the page is the article is found by trafilatura, from the file alone: nothing is
ever fetched. The text kept is the headline and the article's paragraphs, an empty line between.
"""

from __future__ import annotations

import codecs
import datetime
import hashlib
import logging
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any

from quotedb import languages
from quotedb.errors import DataError, EmptyInput
from quotedb.facts import Article
from quotedb.readers._decoding import decode
from quotedb.readers._jsonld import text as clean
from quotedb.readers._page import Page, described
from quotedb.text.folding import fold

SUFFIXES = (".html", ".htm", ".xhtml")

_MOST_ATTRIBUTES = 500
_LONG_TAG = re.compile(r"<([A-Za-z][\w:-]*)(\s[^<>]{2000,})")
_VALUE = re.compile(r"\"[^\"]*\"|'[^']*'")
_SAMPLE = 5000  # characters that tell a language
_HEAD = 4096  # bytes; how far what is said of the encoding may be, with room for comments
_TAGS = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|meta|article|main|section|div|p|h1|br|table)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
# As browsers do (WHATWG Encoding Standard): the older name of a page stands for the newer page.
_BROADER = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030"}
_PULLED = re.compile(r"pull-?quote", re.IGNORECASE)
_MARKS = frozenset("\"“”„‟«»‹›「」『』'‘’")
_STYLES = ("b", "i", "u", "em", "strong", "mark", "cite", "font", "small", "abbr")
_LEAD = re.compile(r"\b(?:standfirst|spot|lead|lede|deck|dek|sub-?title|summary)\b", re.IGNORECASE)
_NEAR = 5  # elements after the headline
_PARAGRAPHS = frozenset({"p", "head", "quote", "list", "item", "table", "row", "body", "code"})
_HINT = "Save the page once it has loaded, or its text as plain text"


def read(data: bytes, path: str | None) -> Iterator[Article]:
    """The article of a page; offsets refer to its text as it is put together here, in NFC.

    Raises:
        EmptyInput: there is no text in it that could be an article.
        DataError: it is no HTML.
    """
    yield article(data, path)


def article(
    data: bytes,
    path: str | None,
    *,
    url: str | None = None,
    accessed: str | None = None,
    charset: str | None = None,
) -> Article:
    """The article of a page.

    Args:
        data: the page as it was saved or sent.
        path: for messages.
        url: where it was found, if that is known; else as the page says.
        accessed: when (EDTF), if that is known.
        charset: the encoding its server named, if any.

    Raises:
        EmptyInput: there is no text in it that could be an article.
        DataError: it is no HTML.
    """
    markup, notes = _decoded(data, path, charset)
    page = Page(_tree(markup, path), url)
    source, remarks = described(page, accessed or _today())
    text = _text(page, path)
    if source.language and not _may_be_in(source.language, text):
        remarks = (*remarks, f"the page's language is not {source.language}, as it says")
        source = replace(source, language=None)
    whole = replace(
        source,
        accessed=accessed,
        content_hash=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        text=text,
    )
    return Article(text=text, source=whole, path=path, notes=notes + remarks)


def recognises(head: bytes) -> bool:
    """Whether the first bytes of a file are those of a page."""
    for mark in (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        head = head.removeprefix(mark)
    return bool(_OPENING.match(head.replace(b"\0", b"")))


def _decoded(data: bytes, path: str | None, charset: str | None) -> tuple[str, tuple[str, ...]]:
    """The page's characters, by the encoding that it or its server names if that is true."""
    if data.strip() and not _TAGS.search(data.replace(b"\0", b"")):
        raise DataError("it is no HTML page", where=path, hint="Give plain text as a .txt file")
    notes: tuple[str, ...] = ()
    if 0 < data.count(0) < len(data) / 100:  # far too few for UTF-16: a fault in the page
        data, notes = data.replace(b"\0", b""), ("NUL characters left out",)
    found = _CHARSET.search(data[:_HEAD])
    names = (charset, found[1].decode("ascii", "replace") if found else None)
    if not _is_utf(data):
        for name in filter(None, names):
            if (read_so := _decoded_as(data, name)) is not None:
                return read_so, (f"read as {name.lower()}", *notes)
    text, remarks = decode(data, path)
    return text, remarks + notes


def _is_utf(data: bytes) -> bool:
    """Whether it is UTF-8, or begins with the mark of an encoding: then it is what it shows."""
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _decoded_as(data: bytes, name: str) -> str | None:
    try:
        codec = codecs.lookup(name).name
        if codec.startswith("utf"):
            return None
        return data.decode(_BROADER.get(codec, codec))
    except (LookupError, UnicodeError):
        return None


def _tamed(markup: str) -> str:
    """The page without the attributes of tags that have hundreds: the parser compares each with
    all before it.
    """
    return _LONG_TAG.sub(lambda tag: f"<{tag[1]}" if _has_many(tag[2]) else tag[0], markup)


def _has_many(attributes: str) -> bool:
    return len(_VALUE.sub("", attributes).split()) > _MOST_ATTRIBUTES


def _tree(markup: str, path: str | None) -> Any:  # noqa: ANN401
    """The page as a tree of lxml's."""
    from trafilatura.utils import load_html

    for name in ("trafilatura", "htmldate", "courlan"):  # what they say is no user's business
        logging.getLogger(name).addHandler(logging.NullHandler())
    markup = _tamed(markup)
    # A piece of a page is read too, but load_html wants a page.
    tree = load_html(markup if "<html" in markup.lower() else f"<html>{markup}")
    if tree is None:
        raise DataError("it is no HTML page", where=path, hint="Give plain text as a .txt file")
    return tree


def _text(page: Page, path: str | None) -> str:
    from trafilatura import bare_extraction

    above = [text for text in (page.headline, _standfirst(page.tree)) if text]
    _prepare(page.tree)
    found = bare_extraction(page.tree, include_comments=False)
    blocks = _blocks(found.body) if found else []  # type: ignore[union-attr]
    if not blocks:
        raise EmptyInput("there is no article in the page", where=path, hint=_HINT)
    blocks = _parted(blocks, page.tree)
    blocks = [text for text in above if text not in blocks] + blocks
    return unicodedata.normalize("NFC", "\n\n".join(blocks)) + "\n"


def _parted(blocks: list[str], tree: Any) -> list[str]:  # noqa: ANN401
    """The paragraphs of a page that is so short that trafilatura gave it as a single one."""
    found = (clean(one.text_content()) for one in tree.iter("h1", "h2", "h3", "p"))
    if len(blocks) != 1:
        return blocks
    parted, rest = [], blocks[0]
    for paragraph in filter(None, found):
        before, there, after = rest.partition(paragraph)
        if there:
            parted += [before.strip(), paragraph]
            rest = after
    return [part for part in (*parted, rest.strip()) if part]


def _standfirst(tree: Any) -> str | None:  # noqa: ANN401
    """The lines under the headline, which often quote, and which trafilatura leaves out."""
    below = tree.xpath(".//h1/following::*[self::h2 or self::h3 or self::p or self::div]")
    for element in below[:_NEAR]:
        if _LEAD.search(element.get("class") or ""):
            return clean(element.text_content())
    return None


def _prepare(tree: Any) -> None:  # noqa: ANN401
    """Write out what only a browser shows, and keep what trafilatura would lose or tear apart."""
    from lxml.etree import strip_tags

    for element in list(tree.iter("q")):
        _write_marks(element)
    for element in tree.iter("aside", "figure", "div"):
        if _PULLED.search(element.get("class") or ""):
            element.tag = "blockquote"
    # In a short page it puts a space at both ends of each of these.
    strip_tags(tree, "q", *_STYLES)
    for paragraph in tree.iter("p"):
        linked = sum(len(link.text_content()) for link in paragraph.iter("a"))
        if 0 < linked < len(paragraph.text_content()) / 2:  # else it may be a menu
            strip_tags(paragraph, "a")


def _write_marks(element: Any) -> None:  # noqa: ANN401
    """Put marks around the words of a `q`, unless they have some."""
    words = element.text_content().strip()
    if words and words[0] not in _MARKS:
        element.text = f"“{element.text or ''}"
        if len(element):
            element[-1].tail = f"{element[-1].tail or ''}”"
        else:
            element.text += "”"


def _blocks(body: Any) -> list[str]:  # noqa: ANN401
    """The paragraphs, headings, items and rows of a text, each on one line or several."""
    from lxml.etree import iterwalk

    blocks: list[str] = []
    pieces: list[str] = []
    for event, element in iterwalk(body, events=("start", "end")):
        if element.tag in _PARAGRAPHS:
            blocks.append("".join(pieces))
            pieces.clear()
        elif event == "end" and element.tag in ("lb", "cell"):
            pieces.append("\n" if element.tag == "lb" else "\t")
        text = element.text if event == "start" else element.tail
        pieces.append(re.sub(r"\s+", " ", text or ""))
    lines = ("\n".join(filter(None, map(_line, block.split("\n")))) for block in blocks)
    return [block for block in lines if block]


def _line(text: str) -> str:
    return re.sub(r" *\t *", "\t", text).strip().replace("  ", " ")


def _may_be_in(tag: str, text: str) -> bool:
    """Whether a text may be in the language its page names: many a template says "en" for all.

    It is not if another language has over three times as many of its commonest words in it.
    """
    words = fold(text[:_SAMPLE]).split()
    common = {one: _common_words(one) for one in languages.known()}
    found = {one: sum(word in known for word in words) for one, known in common.items()}
    own = found.pop(tag.split("-")[0].lower(), None)
    most = max(found.values(), default=0)
    return own is None or most < 3 or most <= 3 * own


@lru_cache
def _common_words(tag: str) -> frozenset[str]:
    return frozenset(map(fold, languages.get(tag).function_words))


def _today() -> str:
    return datetime.datetime.now(datetime.UTC).date().isoformat()
